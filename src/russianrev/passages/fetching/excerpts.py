"""The part of a copy that holds a document: of a book a chapter, of a page what is not its frame."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from russianrev.passages.document import Document
from russianrev.passages.tracks.alignment import Verdict
from russianrev.passages.tracks.letters import letters
from russianrev.passages.tracks.track import Track

_GAP = 1000  # letters by which a passage may be moved more or less than the one before, in one piece of a copy


def excerpt(document: Document, track: Track) -> str:
    """Take the lines of a text that hold a document's passages; between pieces that are apart, a blank line."""
    lines = document.content.replace("\ufeff", "").splitlines()
    ends = [*accumulate(len(letters(line)) for line in lines)]
    wanted = {
        number
        for start, end in _pieces(document, track)
        for number in range(bisect_right(ends, start), bisect_right(ends, min(end, ends[-1]) - 1) + 1)
    }
    kept: list[str] = []
    for number in sorted(wanted):
        if kept and number - 1 not in wanted:
            kept.append("")
        kept.append(lines[number].rstrip())
    return "\n".join([*kept, ""])


def _pieces(document: Document, track: Track) -> Iterator[tuple[int, int]]:
    """Tell from which letter to which the pieces go in which a document's passages stand one after the other."""
    places = document.alignment(track).places
    held = [(track.traces[span], place) for span, place in places.items() if place.verdict is not Verdict.LOST]
    held.sort(key=lambda pair: pair[0])
    pieces: list[tuple[int, int]] = []
    shift = 0
    for trace, place in held:
        moved = place.start - trace.start
        start, end = place.start, place.end
        if pieces and abs(moved - shift) <= _GAP:
            first, last = pieces.pop()
            start, end = min(start, first), max(end, last)
        pieces.append((start, end))
        shift = moved
    for number, (start, end) in enumerate(pieces):
        before = held[0][0].start if number == 0 else 0  # letters that no passage has which was found
        after = track.letters - held[-1][0].end if number == len(pieces) - 1 else 0
        yield max(start - before, 0), end + after
