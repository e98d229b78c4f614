"""Fingerprints of letters: a few bits of a few of their k-grams, chosen so that copies choose the same.

The choice is by winnowing: of each window of successive k-grams the one with the least hash, so that two texts which
share a stretch as long as a window and a k-gram share a fingerprint there. Rule: Schleimer, Wilkerson and Aiken,
“Winnowing: Local Algorithms for Document Fingerprinting”, SIGMOD 2003, https://doi.org/10.1145/872757.872770.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from attrs import field, frozen

BITS = 8
"""How many bits of a hash are kept."""

RUN = 3
"""How many fingerprints, one after the other and with their gaps, are taken for a trace of the same text."""

_MOST = 4  # places of a run that are kept: what comes again and again tells nothing


class Grain(NamedTuple):
    """How finely letters are looked at: how many make a k-gram, and of how many k-grams one is chosen."""

    gram: int
    window: int


ALPHABETIC = Grain(16, 32)
IDEOGRAPHIC = Grain(6, 30)  # a Chinese or Japanese letter says as much as two or three of an alphabet


def grain_of(letters: str) -> Grain:
    """Choose the grain that is right for most of the letters."""
    ideographs = sum("\u3040" <= letter <= "\u9fff" for letter in letters)
    return IDEOGRAPHIC if ideographs * 2 > len(letters) else ALPHABETIC


class Fingerprint(NamedTuple):
    """A k-gram that was chosen: where it begins, and what is kept of its hash."""

    at: int
    value: int


def fingerprints(letters: str, grain: Grain) -> list[Fingerprint]:
    """Choose fingerprints of letters: one or two for each window; none if they do not fill one."""
    hashes = _hashes(letters, grain.gram)
    return [Fingerprint(at, hashes[at] & 255) for at in _winnow(hashes, grain.window)]


def _hashes(letters: str, gram: int) -> array[int]:
    """Hash every k-gram: the CRC-32 of its letters in UTF-32, in which all have the same width."""
    content = letters.encode("utf-32-le", "surrogatepass")
    width = 4 * gram
    return array("L", (crc32(content[at : at + width]) for at in range(0, len(content) - width + 1, 4)))


def _winnow(hashes: Sequence[int], window: int) -> Iterator[int]:
    """Choose the least of each window: the one chosen before if it still is, or else the last of the least."""
    chosen, least = -1, -1
    for at in range(window - 1, len(hashes)):
        if chosen <= at - window:
            least = min(hashes[at - window + 1 : at + 1])
            chosen = next(place for place in range(at, at - window, -1) if hashes[place] == least)
            yield chosen
        elif hashes[at] < least:
            chosen, least = at, hashes[at]
            yield chosen


def runs(found: Sequence[Fingerprint]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Tell each run of fingerprints: the number of its first, and a key of all their values and gaps."""
    gaps = [later.at - earlier.at for earlier, later in pairwise(found)]
    for first in range(len(found) - RUN + 1):
        values = (each.value for each in found[first : first + RUN])
        yield first, (*values, *gaps[first : first + RUN - 1])


@frozen(eq=False)
class Fingerprinted:
    """Letters that were looked at with one grain: every k-gram's bits, and where each run begins."""

    letters: str = field(repr=False)
    grain: Grain
    values: bytes = field(repr=False)
    runs: dict[tuple[int, ...], list[int]] = field(repr=False)


def fingerprinted(letters: str, grain: Grain) -> Fingerprinted:
    """Look at all the letters of a copy."""
    hashes = _hashes(letters, grain.gram)
    chosen = [Fingerprint(at, hashes[at] & 255) for at in _winnow(hashes, grain.window)]
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for first, key in runs(chosen):
        if len(places[key]) < _MOST:
            places[key].append(chosen[first].at)
    return Fingerprinted(letters, grain, bytes(value & 255 for value in hashes), dict(places))
