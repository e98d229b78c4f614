"""A text that a user holds, as its file has it, and the passages of a source in it."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from unicodedata import category

from attrs import field, frozen

from russianrev.passages.alignment import NOWHERE, Alignment, Place, align
from russianrev.passages.fingerprints import Fingerprinted, Grain, fingerprinted
from russianrev.passages.letters import Letters, letters
from russianrev.passages.track import Trace, Track
from russianrev.records.model import Citation

_HEAD = 4096  # bytes, by which most of what is no text is known without reading on
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")  # controls, but for blanks, ends of line and of old files
_LINE_END = re.compile(r"\r\n?")
_NOT_BEFORE = frozenset(("Pe", "Pf", "Pd"))  # closing marks and dashes, which belong to what comes before
_NOT_AFTER = frozenset(("Ps", "Pi", "Pd"))
_LONGEST = 10_000_000  # characters of a text in which passages are looked for by their letters: several books
_MARKS = 2  # how many more marks than in the editors' copy may stand at an end: three points for an ellipsis


def digest(passage: str) -> str:
    """Make what a citation keeps of a passage: 16 hex digits of its SHA-256.

    >>> digest("Петроград")
    '4e2cdb516bbf242b'
    """
    return sha256(passage.encode()).hexdigest()[:16]


def decode(content: bytes) -> str:
    """Read a text in UTF-8, in UTF-16 with a mark, or else in Windows-1252, in which Latin-1 can be read too.

    Raises `UnicodeDecodeError` for what is in none of them, or no text at all.
    """
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if _NO_TEXT.search(content):
            raise
        return content.decode("windows-1252")


def _is_no_text(head: bytes) -> bool:
    """Tell from how a file begins that it is not a text, so that it need not be read on; `decode` complains of it."""
    try:
        getincrementaldecoder("utf-8")().decode(head)  # which may end within a letter
    except UnicodeDecodeError:
        return not head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) and _NO_TEXT.search(head) is not None
    return False


@frozen(slots=False)
class Document:
    """A text that a user holds."""

    path: Path
    sha256: str
    paragraphs: tuple[str, ...] = field(repr=False)

    @classmethod
    def open(cls, path: Path) -> Document:
        """Read a text file. Raises `UnicodeDecodeError` if it is none, or in an encoding that `decode` cannot tell."""
        with path.open("rb") as file:
            content = file.read(_HEAD)
            if not _is_no_text(content):
                content += file.read()
        lines = decode(content).split("\n")
        return cls(path, sha256(content).hexdigest(), tuple(line for line in lines if line.strip()))

    def text(self, citation: Citation) -> str | None:
        """Read what stands at a citation's place; None if there is no such paragraph."""
        if citation.paragraph > len(self.paragraphs):
            return None
        return self.paragraphs[citation.paragraph - 1][citation.start : citation.end]

    def alignment(self, track: Track) -> Alignment:
        """Where a source's passages are in the text, by the source's track. It is reckoned once."""
        if len(self._text) > _LONGEST:
            return NOWHERE
        if track not in self._alignments:
            self._alignments[track] = align(track, self._fingerprinted(track.grain))
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
    def _looked_at(self) -> dict[Grain, Fingerprinted]:
        return {}

    def _fingerprinted(self, grain: Grain) -> Fingerprinted:
        if grain not in self._looked_at:
            self._looked_at[grain] = fingerprinted(self._letters.text, grain)
        return self._looked_at[grain]

    @cached_property
    def _alignments(self) -> dict[Track, Alignment]:
        return {}
