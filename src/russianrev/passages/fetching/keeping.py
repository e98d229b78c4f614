"""A store of fetched texts: a file gets its name when it is whole, and none that is there is written over."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

_SUFFIX = ".part"
_STALE = 3600  # seconds after which a temporary file is nobody's any more: no run holds one as long


@contextmanager
def temporary(folder: Path) -> Iterator[Path]:
    """Make a file in a folder, which is made too, for as long as it is worked on. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f".{uuid4().hex}{_SUFFIX}"
    path.touch(exist_ok=False)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove the temporary files that a run has left which was killed."""
    for path in folder.glob(f".*{_SUFFIX}"):
        try:
            if time.time() - path.stat().st_mtime > _STALE:
                path.unlink()
        except OSError:
            continue  # another run was quicker, or it may not be removed: it does no harm


def write(path: Path, content: bytes) -> None:
    """Write a file, and see it on the disk. Raises `OSError`."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def place(path: Path, name: Path) -> bool:
    """Give a file its name unless another has it; tell whether it was given. Raises `OSError`."""
    try:
        name.hardlink_to(path)  # which fails if the name is taken, on every system
    except OSError:
        if os.path.lexists(name):
            return False
        path.rename(name)  # a disk that knows no links
    return True
