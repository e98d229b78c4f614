"""Where the passages of a document are in a copy, by the document's track.

Runs of fingerprints that the copy has too, with the same gaps, say how far its letters are moved there. From one such
run to the next, fingerprints and digests that agree extend what is known; a passage's digest then decides whether its
letters are the same. Where it does not agree, the fingerprints in the passage and what is known on both sides of it
tell whether it is there with other letters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import islice, pairwise

from attrs import define, field, frozen

from russianrev.passages.tracks.fingerprints import RUN, Fingerprinted, runs
from russianrev.passages.tracks.letters import digest_letters
from russianrev.passages.tracks.track import Span, Trace, Track

LIKE = 0.15
"""The share of a document's fingerprints that a text must have, each in its place, to be a copy of it."""

_GAP = 1000  # letters of the document without a run, after which a piece of a copy ends
_OPEN = 16  # pieces, those that were added to last, to which a run may belong
_SLACK = 8  # by how many letters, and by which part of the gap between them, two runs of a piece may be moved
_CLOSE = 64  # known places in a passage and next to it that are tried
_SEARCHED = 500  # letters to both sides in which a passage is looked for
_ROUNDS = (False, True, True)  # whether one searches; what was found in the round before helps
_TOLERANCE = 0.3  # the part of its length by which a changed passage may be longer or shorter
_LEAST = 0.2  # the least score of a changed passage: of five fingerprints one
_ONE_SIDED = 2  # fingerprints found of a passage of which one side is not known; one where the document ends there


class Verdict(StrEnum):
    """What a copy has of a passage."""

    SAME = "same letters"
    CHANGED = "changed"
    LOST = "lost"


@frozen
class Place:
    """What a copy has of a passage, and from which of its letters to which; of what is lost it has nothing.

    `score` is how likely a fingerprint of the passage is found in its place: 1 if the letters are the same.
    """

    verdict: Verdict
    score: float
    start: int = 0
    end: int = 0


_LOST = Place(Verdict.LOST, 0.0)


@frozen
class Alignment:
    """Where a copy has a document's passages; `share` is how many of the document's fingerprints it has."""

    share: float
    places: Mapping[Span, Place] = field(repr=False)

    @property
    def holds(self) -> bool:
        """Whether the text is a copy of the document at all."""
        return self.share >= LIKE


NOWHERE = Alignment(0.0, {})
"""The alignment of a text in which nothing is found."""


def align(track: Track, copy: Fingerprinted) -> Alignment:
    """Find a document's passages in a copy."""
    matched = _matched(track, copy)
    share = len(matched) / max(len(track.fingerprints), RUN)
    if share < LIKE:
        return Alignment(share, {})
    return Alignment(share, _Search(track, copy.letters, matched).places())


# Fingerprints.


@define(eq=False)
class _Piece:
    """A part of a copy that follows a part of the document: its fingerprints, by how far each is moved."""

    shifts: dict[int, int]
    last: int  # where its last run begins in the document
    shift: int  # and how far it is moved


def _matched(track: Track, copy: Fingerprinted) -> dict[int, int]:
    """Find which of a track's fingerprints a copy has in their places, by number, and how far each is moved.

    A fingerprint is matched once, and a place of the copy taken once: where there is a choice, the longest piece has
    it. So a document that is in two places is found in the better, and a sentence that is left out is not found in
    another that begins alike.
    """
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for piece in sorted(_pieces(track, copy), key=lambda piece: -len(piece.shifts)):
        _fill(piece.shifts, track, copy)
        places = {number: track.fingerprints[number].at + shift for number, shift in piece.shifts.items()}
        free = {number for number, at in places.items() if number not in matched and at not in taken}
        if len(free) >= RUN:
            matched |= {number: piece.shifts[number] for number in free}
            taken |= {places[number] for number in free}
    return matched


def _pieces(track: Track, copy: Fingerprinted) -> list[_Piece]:
    """Gather the runs that a copy shares with a document into pieces, in each of which all is moved about as far."""
    pieces: list[_Piece] = []
    near: list[_Piece] = []
    for number, key in runs(track.fingerprints):
        at = track.fingerprints[number].at
        places = copy.runs.get(key, ())
        if places:
            near = [piece for piece in near[-_OPEN:] if at - piece.last <= _GAP]
        for place in places:
            shift = place - at
            fitting = [piece for piece in near if _follows(piece, at, shift)]
            if fitting:
                piece = min(fitting, key=lambda piece: abs(piece.shift - shift))
                piece.last, piece.shift = at, shift
                near.remove(piece)
            else:
                piece = _Piece({}, at, shift)
                pieces.append(piece)
            near.append(piece)
            piece.shifts |= dict.fromkeys(range(number, number + RUN), shift)
    return pieces


def _follows(piece: _Piece, at: int, shift: int) -> bool:
    gap = at - piece.last
    return gap > 0 and -gap < shift - piece.shift and abs(shift - piece.shift) <= _SLACK + gap // 4


def _fill(shifts: dict[int, int], track: Track, copy: Fingerprinted) -> None:
    """Add to a piece the single fingerprints that agree, between two runs that are moved as far as each other.

    One of a few hundred agrees by accident: where nothing is left out or put in, that does no harm.
    """
    for earlier, later in pairwise(sorted(shifts)):
        shift = shifts[earlier]
        if shift == shifts[later]:
            for number in range(earlier + 1, later):
                at, value = track.fingerprints[number]
                if copy.values[at + shift] == value:
                    shifts[number] = shift


# Passages.


class _Search:
    """The search for passages: what is known of how far letters are moved grows with what is found."""

    def __init__(self, track: Track, letters: str, matched: Mapping[int, int]) -> None:
        self._track, self._letters = track, letters
        gram = track.grain.gram
        self._ats = [each.at for each in track.fingerprints]
        self._matched = matched
        self._known: list[tuple[int, int]] = []  # how far letters are moved, by where they are in the document
        for number, shift in matched.items():
            self._know(self._ats[number], self._ats[number] + gram, shift)
        self._telling = gram // 2  # letters of a passage that is not the same as another by accident
        self._near = 2 * sum(track.grain)  # how far what is known reaches

    def _know(self, start: int, end: int, shift: int) -> None:
        for at in (start, end):
            insort(self._known, (at, shift))

    def places(self) -> dict[Span, Place]:
        """Find every passage's place."""
        found: dict[Span, Place] = {}
        pending: Mapping[Span, Trace] = self._track.traces
        for search in _ROUNDS:
            new = {span: place for span, trace in pending.items() if (place := self._same(trace, search=search))}
            for span, place in new.items():
                self._know(pending[span].start, pending[span].end, place.start - pending[span].start)
            found |= new
            pending = {span: trace for span, trace in pending.items() if span not in new}
        found |= {span: self._changed(trace) for span, trace in pending.items()}
        return {span: found[span] for span in self._track.traces}

    def _same(self, trace: Trace, *, search: bool) -> Place | None:
        """Find where a passage stands with the same letters: by what is known, or anywhere between what is known."""
        first, last = bisect_left(self._known, (trace.start,)), bisect_right(self._known, (trace.end + 1,))
        inside = self._known[first:last]
        before, after = self._known[max(first - 2, 0) : first][::-1], self._known[last : last + 2]
        close = [*inside, *before, *after]
        if trace.end - trace.start < self._telling:
            low, high = trace.start - self._near, trace.end + self._near
            close = [*inside, *((at, shift) for at, shift in (*before[:1], *after[:1]) if low <= at <= high)]
            if not inside and len({shift for _, shift in close}) > 1:
                return None  # what is lost between two known places is not to be taken for what stands next to it
        for shift in dict.fromkeys(shift for _, shift in islice(close, _CLOSE)):
            if self._is_at(trace, shift):
                return Place(Verdict.SAME, 1.0, trace.start + shift, trace.end + shift)
        if search and trace.end - trace.start >= self._telling:
            places = [shift for shift in _between(before, after) if self._is_at(trace, shift)]
            if len(places) == 1:
                return Place(Verdict.SAME, 1.0, trace.start + places[0], trace.end + places[0])
        return None

    def _is_at(self, trace: Trace, shift: int) -> bool:
        """Whether a passage's letters, moved so far, are in the copy."""
        start, end = trace.start + shift, trace.end + shift
        return 0 <= start <= end <= len(self._letters) and digest_letters(self._letters[start:end]) == trace.digest

    def _changed(self, trace: Trace) -> Place:
        """Find where a passage stands with other letters.

        The score is by Laplace's rule of succession, so that of a passage with few fingerprints little is claimed.
        """
        own = self._own(trace)
        matches = sum(number in self._matched for number in own)
        score = (matches + 1) / (len(own) + 2)
        if score < _LEAST:
            return _LOST
        inner = self._near <= trace.start and trace.end <= self._track.letters - self._near
        edges = (self._between_sides(trace), self._around(trace) if matches >= (_ONE_SIDED if inner else 1) else None)
        length = trace.end - trace.start
        for start, end in filter(None, edges):
            if 0 <= start < end <= len(self._letters) and abs(end - start - length) <= max(2, _TOLERANCE * length):
                return Place(Verdict.CHANGED, score, start, end)
        return _LOST

    def _own(self, trace: Trace) -> range:
        """Tell the fingerprints that a passage has letters of, by number."""
        first = bisect_right(self._ats, trace.start - self._track.grain.gram)
        return range(first, max(first, bisect_left(self._ats, trace.end)))

    def _between_sides(self, trace: Trace) -> tuple[int, int] | None:
        """Reckon a passage's ends from what is known before and after it, if that is near."""
        left = bisect_right(self._known, (trace.start, len(self._letters))) - 1
        right = bisect_left(self._known, (trace.end, -self._track.letters))
        if left < 0 or right == len(self._known):
            return None
        (before, shift_before), (after, shift_after) = self._known[left], self._known[right]
        if trace.start - before > self._near or after - trace.end > self._near:
            return None
        return trace.start + shift_before, trace.end + shift_after

    def _around(self, trace: Trace) -> tuple[int, int]:
        """Reckon a passage's ends from what is known in it or near it, where one side of it is another text."""
        first = bisect_left(self._known, (trace.start,)) - 1
        around = self._known[max(first, 0) : bisect_right(self._known, (trace.end + 1,)) + 1]
        ends = [min(around, key=lambda known: abs(known[0] - end)) for end in (trace.start, trace.end)]
        return trace.start + ends[0][1], trace.end + ends[1][1]


def _between(before: Sequence[tuple[int, int]], after: Sequence[tuple[int, int]]) -> range:
    """Tell how far a passage may be moved that stands between two known places, or on from the first or the last."""
    shifts = [known[0][1] for known in (before, after) if known] or [0]
    beyond = 0 if before and after else _SEARCHED
    low, high = min(shifts) - beyond, max(shifts) + beyond
    return range(low - _SLACK, high + _SLACK + 1) if high - low <= 2 * _SEARCHED else range(0)
