"""A text that a user holds, as its file has it, and the passages of a source in it."""

from __future__ import annotations

import os
import re
from functools import cached_property
from hashlib import sha256
from io import FileIO
from pathlib import Path
from stat import S_ISREG
from unicodedata import category

from attrs import field, frozen

from russianrev.errors import UnreadableError
from russianrev.passages.files.formats import read
from russianrev.passages.files.passed_over import Reason, Room
from russianrev.passages.files.screening import grains_of
from russianrev.passages.tracks.alignment import NOWHERE, Alignment, Place, align
from russianrev.passages.tracks.fingerprints import Fingerprinted, Grain, fingerprinted
from russianrev.passages.tracks.letters import Letters, fold, letters
from russianrev.passages.tracks.track import Trace, Track
from russianrev.records.model import Citation

ALL = 50_000_000
"""Bytes of texts that are read at once, at most."""

_LINE_END = re.compile(r"\r\n?")
_NOT_BEFORE = frozenset(("Pe", "Pf", "Pd"))  # closing marks and dashes, which belong to what comes before
_NOT_AFTER = frozenset(("Ps", "Pi", "Pd"))
_LEAST = 0.05  # of the letters of a document, which a text must have to be a copy of it
_MARKS = 2  # how many more marks than in the editors' copy may stand at an end: three points for an ellipsis


def digest(passage: str) -> str:
    """Make what a citation keeps of a passage: 16 hex digits of its SHA-256.

    >>> digest("Петроград")
    '4e2cdb516bbf242b'
    """
    return sha256(passage.encode()).hexdigest()[:16]


def _open(path: str, flags: int) -> int:
    """Open a file without waiting for who might write into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


@frozen(slots=False)
class Document:
    """A text that a user holds."""

    path: Path | None
    """Where it is; None of a text that the data set has itself."""
    sha256: str
    """Of the whole file, as it is."""
    content: str = field(repr=False)

    @classmethod
    def open(cls, path: Path, room: Room | None = None) -> Document:
        """Read the text of a file, if there is room for it.

        Raises `UnreadableError` if there is none in it, `MissingExtraError` if it takes an extra to read it, and
        `OSError`. It does not wait for anything: what is a pipe or a device is not read.
        """
        with FileIO(path, opener=_open) as file:
            status = os.fstat(file.fileno())
            if not S_ISREG(status.st_mode):
                raise UnreadableError(Reason.NO_FILE)
            content, text = read(file, status.st_size, room or Room(ALL))
        return cls(path, sha256(content).hexdigest(), text)

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.content.split("\n") if line.strip())

    @property
    def where(self) -> str:
        """Where it is, for a message."""
        return "the data set itself" if self.path is None else repr(str(self.path))

    def text(self, citation: Citation) -> str | None:
        """Read what stands at a citation's place; None if there is no such paragraph."""
        if citation.paragraph > len(self.paragraphs):
            return None
        return self.paragraphs[citation.paragraph - 1][citation.start : citation.end]

    def alignment(self, track: Track) -> Alignment:
        """Where a source's passages are in the text, by the source's track. It is reckoned once."""
        if track not in self._alignments:
            may_hold = track.grain in self._grains and len(self.content) >= track.letters * _LEAST
            self._alignments[track] = align(track, self._fingerprinted(track.grain)) if may_hold else NOWHERE
        return self._alignments[track]

    def passage(self, place: Place, trace: Trace) -> str:
        """Read what stands at a place, with the marks at its ends if the cited passage has any there."""
        start, end = self._letters.span(place.start, place.end)
        while end < len(self._text) and category(self._text[end]).startswith("M"):
            end += 1  # the accent of the last letter
        if trace.before:
            start -= self._marks(range(start - 1, start - 1 - trace.before - _MARKS, -1), _NOT_BEFORE)
        if trace.after:
            end += self._marks(range(end, end + trace.after + _MARKS), _NOT_AFTER)
        return _LINE_END.sub("\n", self._text[start:end])

    def _marks(self, places: range, others: frozenset[str]) -> int:
        """Count the marks that stand at places one after the other, before there is a letter or a blank."""
        for count, place in enumerate(places):
            mark = self._text[place : place + 1] if place >= 0 else ""
            if not mark or mark.isalnum() or mark.isspace() or mark == "\ufeff" or category(mark) in others:
                return count
        return len(places)

    def stretch(self, start: int, end: int) -> tuple[int, int, str]:
        """Tell where letters of the text stand: the paragraph, the place of the first in it, and what stands there."""
        first, last = self._letters.span(start, min(end, len(self._letters)))
        before = self._text.count("\n", 0, first)
        return before + 1, first - (self._text.rfind("\n", 0, first) + 1), self._text[first:last]

    @cached_property
    def _text(self) -> str:
        return "\n".join(self.paragraphs)

    @cached_property
    def _letters(self) -> Letters:
        return letters(self._text)

    @cached_property
    def _grains(self) -> frozenset[Grain]:
        return grains_of(self.content)

    @cached_property
    def _looked_at(self) -> dict[Grain, Fingerprinted]:
        return {}

    def _fingerprinted(self, grain: Grain) -> Fingerprinted:
        if grain not in self._looked_at:
            self._looked_at[grain] = fingerprinted(fold(self.content), grain)
        return self._looked_at[grain]

    @cached_property
    def _alignments(self) -> dict[Track, Alignment]:
        return {}
