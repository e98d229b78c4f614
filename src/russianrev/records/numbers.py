"""How the records of a data set are numbered: from 0, a kind after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from russianrev.records.base import ByKind


def first_numbers(sizes: Mapping[str, int]) -> dict[str, int]:
    """Tell the number of the first record of each kind, of which there are so many.

    >>> first_numbers({"source": 5, "event": 461, "person": 95})
    {'source': 0, 'event': 5, 'person': 466}
    """
    return dict(zip(sizes, accumulate(sizes.values(), initial=0), strict=False))


def numbered(records: ByKind, *kinds: str) -> Iterator[tuple[int, Any]]:
    """Count through the records of these kinds."""
    first = first_numbers({kind: len(each) for kind, each in records.items()})
    for kind in kinds:
        yield from enumerate(records[kind], first[kind])
