"""Files that are written: what is there already is replaced only if that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def check_free(paths: Iterable[Path], *, overwrite: bool) -> None:
    """Raise `FileExistsError` for the first of these paths at which there is something, unless it may be replaced."""
    taken = None if overwrite else next((path for path in paths if path.exists()), None)
    if taken:
        raise FileExistsError(
            f"{taken} is there already, and nothing was written; overwrite=True (--force) replaces it"
        )
