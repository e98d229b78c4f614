"""The documents that a user holds: which source each text is, and what stands where a citation leads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from attrs import frozen

from russianrev.errors import DocumentError
from russianrev.passages.alignment import Verdict
from russianrev.passages.copies import Copy, best_copy
from russianrev.passages.document import Document, digest
from russianrev.passages.track import span_of, track_of
from russianrev.records.model import Citation, Source

DOCUMENTS_VARIABLE = "RUSSIANREV_DOCUMENTS"
"""The environment variable that names the documents, where no folder or file is given."""

_LIKE = 0.5  # how alike two lists of paragraph lengths must be for one to count as an altered copy of the other
_LARGEST = 50_000_000  # bytes of a file that is still read: no book has as many


def folder_of_documents() -> str | None:
    """Read from the environment which folder of documents the user has named, if any."""
    return os.environ.get(DOCUMENTS_VARIABLE) or None


class Problem(StrEnum):
    """Why a citation does not hold.

    The last two are told of copies that are found by their letters: the passage is there with other letters, or it is
    not there.
    """

    NO_DOCUMENT = "document not found"
    NO_PARAGRAPH = "paragraph missing"
    DIFFERS = "text differs"
    CHANGED = "changed"
    LOST = "lost"


@frozen
class Finding:
    """What stands where a citation leads; `problem` is what is wrong with it, if anything.

    `score`, of what is changed, is how likely a fingerprint of the passage is found in its place, from 0 to 1.
    """

    text: str | None
    problem: Problem | None = None
    score: float | None = None

    @property
    def note(self) -> str:
        """What is to be said beside the text: nothing, unless it is changed."""
        return "" if self.score is None else f"changed in this copy (score {self.score:.2f})"


class Documents(Mapping[Source, Document]):
    """The documents found in a folder, or in one file, by their source, which may be given by its id.

    A text that is a source's to the last byte is known by its digest, any other copy by the source's track: be it
    wrapped, quoted, encoded in another way, or part of a book. Where the data set has no track, as a user's own, an
    altered copy is known by the lengths of its paragraphs. `missing` are the sources that no text is like.

    A check must read every file. To show passages again and again, `reread=False` reads a folder's files only if they
    are others than the last time, by their names, sizes and times of change.
    """

    def __init__(self, folder: str | os.PathLike[str], sources: Iterable[Source], *, reread: bool = True) -> None:
        self.folder = Path(folder)
        if not self.folder.exists():
            raise NotADirectoryError(f"no folder of documents at {str(folder)!r}")
        texts = _read(_files(self.folder)) if reread else _read_once(tuple(map(_stamped, _files(self.folder))))
        self._sources = {source.id: source for source in sources}
        self._found: dict[Source, Document] = {}
        self._copies: dict[Source, Copy] = {}
        by_digest = {text.sha256: text for text in texts}
        unmatched = []
        for source in self._sources.values():
            if source.sha256 in by_digest:
                self._found[source] = by_digest[source.sha256]
            else:
                unmatched.append(source)
        spare = [text for text in texts if text not in self._found.values()]
        for source in unmatched:
            track = track_of(source)
            if track is None:
                found = _nearest(source, spare)
            elif copy := best_copy(track, texts):
                self._copies[source] = copy
                found = copy.document
            else:
                found = None
            if found:
                self._found[source] = found
        self.missing: tuple[Source, ...] = tuple(s for s in unmatched if s not in self._found)

    def __getitem__(self, source: Source | str) -> Document:
        sought = source if isinstance(source, Source) else self._sources.get(source)
        if sought is None:
            raise DocumentError(f"no source {source!r}; wanted: one of {', '.join(self._sources)}")
        if sought not in self._found:
            raise DocumentError(
                f"no text of {sought.id!r} in {str(self.folder)!r}; wanted: a text of {sought.length} characters in"
                f" {len(sought.paragraphs)} paragraphs with the SHA-256 {sought.sha256}"
            )
        return self._found[sought]

    def __iter__(self) -> Iterator[Source]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def copy(self, source: Source) -> Copy | None:
        """Get the copy of a source that was found by its letters; None if the very text is here, or no text."""
        return self._copies.get(source)

    def look(self, citation: Citation) -> Finding:
        """Tell what stands where a citation leads, and whether that is what was cited."""
        if citation.source not in self:
            return Finding(None, Problem.NO_DOCUMENT)
        if copy := self._copies.get(citation.source):
            place = copy.place(span_of(citation))
            if place is None:
                return Finding(None, Problem.LOST)
            text = copy.passage(span_of(citation), place)
            same = place.verdict is Verdict.SAME
            return Finding(text) if same else Finding(text, Problem.CHANGED, place.score)
        stands = self[citation.source].text(citation)
        if stands is None:
            return Finding(None, Problem.NO_PARAGRAPH)
        return Finding(stands, None if digest(stands) == citation.digest else Problem.DIFFERS)

    def read(self, citation: Citation) -> str:
        """Read the passage that a citation cites, as it stands in the user's copy.

        In a copy that is found by its letters it may have some others; `look` tells. Raises `DocumentError` if the
        document is not here, the passage is lost, or what stands in the very text is not what was cited.
        """
        document = self[citation.source]
        found = self.look(citation)
        if found.text is None or found.problem not in (None, Problem.CHANGED):
            raise DocumentError(
                f"{citation.locator}: {found.problem} in {str(document.path)!r}; wanted: a passage of"
                f" {citation.end - citation.start} characters with the digest {citation.digest} at"
                f" {citation.span}"
            )
        return found.text

    def __repr__(self) -> str:
        return f"<Documents in {str(self.folder)!r}: {', '.join(source.id for source in self) or 'none'}>"


# Files.


def _files(folder: Path) -> list[Path]:
    """Find the files of a folder and below, or the one file, that are not too large to be read."""
    paths = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
    return [path for path in paths if path.is_file() and path.stat().st_size <= _LARGEST]


def _read(files: Iterable[Path]) -> tuple[Document, ...]:
    texts = []
    for path in files:
        try:
            texts.append(Document.open(path))
        except UnicodeDecodeError:
            continue  # a picture, a PDF: not a text that could be cited
    return tuple(texts)


class _Stamped(NamedTuple):
    """Tell a file, and the state it is in, without reading it."""

    path: Path
    size: int
    changed: int


def _stamped(path: Path) -> _Stamped:
    status = path.stat()
    return _Stamped(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=1)  # a user has one folder of documents, whose texts are kept in memory
def _read_once(files: tuple[_Stamped, ...]) -> tuple[Document, ...]:
    return _read(file.path for file in files)


# Altered copies of a text that has no track.


def _nearest(source: Source, texts: Iterable[Document]) -> Document | None:
    """Find the text that is most like a source by the lengths of its paragraphs; None if none is like it."""
    likeness, nearest = max(((_likeness(source, t), t) for t in texts), key=lambda pair: pair[0], default=(0, None))
    return nearest if likeness >= _LIKE else None


def _likeness(source: Source, text: Document) -> float:
    return SequenceMatcher(None, source.paragraphs, [len(p) for p in text.paragraphs], autojunk=False).ratio()
