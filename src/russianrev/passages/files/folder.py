"""The files in which texts are looked for: those of folders and what is below them, or files by themselves."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from attrs import frozen

from russianrev.errors import MissingExtraError, UnreadableError
from russianrev.passages.document import ALL, Document
from russianrev.passages.files.passed_over import PassedOver, Reason, Room

_MOST = 200_000  # files and folders of a place that are looked at


class File(NamedTuple):
    """A file, and the state it is in, without reading it."""

    path: Path
    size: int
    changed: int


@frozen
class Listing:
    """The files in places where texts are looked for, and what there is passed over. Equal if nothing has changed."""

    places: tuple[Path, ...] = ()
    files: tuple[File, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


NO_FILES = Listing()
"""The listing of nowhere."""


def list_files(*places: str | os.PathLike[str]) -> Listing:
    """List the files in folders and below, and files by themselves, place by place in order of name.

    Links within a folder are not followed, and nothing is read. Raises `NotADirectoryError` for a place where nothing
    is.
    """
    files: list[File] = []
    passed_over: list[PassedOver] = []
    paths = tuple(map(Path, places))
    for place in paths:
        try:
            status = place.stat()
        except OSError as error:
            raise NotADirectoryError(f"no folder of documents at {str(place)!r}") from error
        for found in _walk(place) if S_ISDIR(status.st_mode) else [_file(place, status)]:
            if isinstance(found, File):
                files.append(found)
            else:
                passed_over.append(found)
    return Listing(paths, tuple(files), tuple(passed_over))


def _walk(folder: Path) -> Iterator[File | PassedOver]:
    """Go through a folder and what is below it, as far as it may be gone."""
    left = _MOST
    pending = [os.fspath(folder)]
    while pending:
        here = pending.pop()
        try:
            with os.scandir(here) as scanned:
                entries = sorted(islice(scanned, left + 1), key=lambda entry: entry.name)
        except OSError as error:
            yield _unreadable(here, error)
            continue
        left -= len(entries)
        if left < 0:
            yield PassedOver(Path(here), Reason.TOO_MANY, f"{_MOST:,} are looked at; name what is below it, one by one")
            return
        below = []
        for entry in entries:
            try:
                if entry.is_symlink():
                    yield PassedOver(Path(entry.path), Reason.LINK)
                elif entry.is_dir(follow_symlinks=False):
                    below.append(entry.path)
                else:
                    yield _file(Path(entry.path), entry.stat(follow_symlinks=False))
            except OSError as error:
                yield _unreadable(entry.path, error)
        pending += reversed(below)


def _file(path: Path, status: os.stat_result) -> File | PassedOver:
    if not S_ISREG(status.st_mode):
        return PassedOver(path, Reason.NO_FILE)
    return File(path, status.st_size, status.st_mtime_ns)


def _unreadable(path: str | Path, error: OSError) -> PassedOver:
    return PassedOver(Path(path), Reason.UNREADABLE, error.strerror or str(error))


def read_texts(files: Iterable[File]) -> tuple[list[Document], list[PassedOver]]:
    """Read the texts among files, as far as there is room, and say what is passed over."""
    texts: list[Document] = []
    passed_over: list[PassedOver] = []
    room = Room(ALL)
    for path, *_ in files:
        try:
            texts.append(Document.open(path, room))
        except UnreadableError as error:
            passed_over.append(PassedOver(path, error.reason, error.detail))
        except MissingExtraError as error:
            passed_over.append(PassedOver(path, Reason.NEEDS_EXTRA, str(error)))
        except OSError as error:
            passed_over.append(_unreadable(path, error))
    return texts, passed_over
