"""Intervals in order of their beginning, asked which of them lie within another, or overlap it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

_FEW = 64  # places that are quicker looked at one by one than by their summaries
_BLOCK = 16  # places that are summed up as one, and summaries that are summed up as one in turn


class Intervals:
    """Half-open intervals of whole numbers, each known by its place; only what may fit is looked at.

    Above the ends of the intervals stand summaries: the least and the greatest end of each block of places, then of
    each block of blocks, up to one of all. A block of which none fits is passed over, one of which all fit is taken
    whole, so that an answer takes a time in proportion to its length and to the logarithm of the number of intervals.

    >>> wars = Intervals([1904, 1914, 1918], [1906, 1919, 1923])
    >>> wars.within(1904, 1920), wars.overlapping(1905, 1918)
    ([0, 1], [0, 1])
    """

    def __init__(self, begins: Sequence[int], ends: Sequence[int]) -> None:
        """Take the intervals in order of their beginning."""
        self._begins, self._ends = begins, ends
        self._last = max(ends, default=0)
        self._in_order: list[int] | None = None
        self._summaries: list[tuple[list[int], list[int]]] = []
        least, greatest = ends, ends
        while len(least) > 1:
            starts = range(0, len(least), _BLOCK)
            least = [min(least[start : start + _BLOCK]) for start in starts]
            greatest = [max(greatest[start : start + _BLOCK]) for start in starts]
            self._summaries.append((least, greatest))

    def __len__(self) -> int:
        return len(self._begins)

    def lies_within(self, place: int, begin: int, end: int) -> bool:
        """Tell whether the interval at a place lies within another; none does at a place where there is none."""
        return place < len(self) and begin <= self._begins[place] and self._ends[place] <= end

    def overlaps(self, place: int, begin: int, end: int) -> bool:
        """Tell whether the interval at a place has anything in common with another."""
        return place < len(self) and self._begins[place] < end and begin < self._ends[place]

    def within(self, begin: int, end: int) -> list[int]:
        """Find the places of those that lie within an interval, in order."""
        return self._find_ending(*self._find_beginning(begin, end), above=begin - 1, upto=end)

    def overlapping(self, begin: int, end: int) -> list[int]:
        """Find the places of those that overlap an interval, in order."""
        return self._find_ending(0, bisect_left(self._begins, end), above=begin, upto=self._last)

    def most_within(self, begin: int, end: int) -> int:
        """Count how many lie within an interval at the most."""
        start, stop = self._find_beginning(begin, end)
        return stop - start

    def number_overlapping(self, begin: int, end: int) -> int:
        """Count those that overlap an interval: those that begin before it ends, less those that end before it."""
        if self._in_order is None:
            self._in_order = sorted(self._ends)
        return bisect_left(self._begins, end) - bisect_left(self._in_order, begin + 1)

    def _find_beginning(self, begin: int, end: int) -> tuple[int, int]:
        start = bisect_left(self._begins, begin)
        return start, bisect_left(self._begins, end, lo=start)

    def _find_ending(self, start: int, stop: int, *, above: int, upto: int) -> list[int]:
        """Find the places from `start` to `stop` whose ends are greater than `above`, and no greater than `upto`."""
        level, size = 0, _FEW
        while size < stop - start and level < len(self._summaries):
            level, size = level + 1, size * _BLOCK
        found: list[int] = []
        self._descend(level, start, stop, above, upto, found)
        return found

    def _descend(self, level: int, start: int, stop: int, above: int, upto: int, found: list[int]) -> None:
        if not level:
            ends = enumerate(self._ends[start:stop], start)
            found += [place for place, end in ends if above < end <= upto]
            return
        size = _BLOCK**level
        least, greatest = self._summaries[level - 1]
        for block in range(start // size, -(-stop // size)):
            low, high = least[block], greatest[block]
            if high > above and low <= upto:
                first, last = max(start, block * size), min(stop, (block + 1) * size)
                if above < low and high <= upto:
                    found += range(first, last)
                else:
                    self._descend(level - 1, first, last, above, upto, found)
