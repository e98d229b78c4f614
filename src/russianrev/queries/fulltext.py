"""Ranked full-text search over what statements, events and names say; `russianrev.indexes.words` has the ranking.

Only as many records are looked at as can be among the best: each word's are read from where it weighs most, until even
one that had all the words at the weight where the reading stands would come after the best that are known. It is the
threshold algorithm of Fagin, Lotem and Naor (*Optimal Aggregation Algorithms for Middleware*, 2003).
"""

from __future__ import annotations

import heapq
import math
from functools import cached_property, lru_cache
from typing import Any

from attrs import frozen

from russianrev.indexes.words import ALL, stems, weight
from russianrev.queries.answers import Answers
from russianrev.records.base import Owner, Record
from russianrev.views import Shown

_ROUNDING = 6  # digits after the point of a score


@frozen
class Hit(Shown):
    """A record that a search found; a higher `score` is a better match, comparable within one search only."""

    record: Record  # a `Findable` or a `Statement`
    score: float


class Search:
    """The search of a data set, which remembers the words that were last asked for."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._word = lru_cache(maxsize=256)(self._read)

    def hits(self, query: str, limit: int) -> Answers[Hit]:
        """Find the best matches for any of the query's words, best first; ties in order of id."""
        words = [word for term in dict.fromkeys(stems(query)) if (word := self._word(term))]
        hits = [Hit(self._owner[n], round(score, _ROUNDING)) for n, score in _best(words, limit).items()]
        return Answers(sorted(hits, key=lambda hit: (-hit.score, hit.record.id))[:limit])

    def _read(self, term: str) -> _Word | None:
        posting = self._owner.look_up("word", term)
        if not posting:
            return None
        numbers, counts = posting
        return _Word(numbers, counts, self._owner.look_up("word", ALL))


class _Word:
    """The records in which a word stands, by how much it weighs there."""

    def __init__(self, numbers: list[int], counts: list[int], texts: dict[str, Any]) -> None:
        self.numbers, self._counts = numbers, counts
        self._lengths, self._mean = texts["lengths"], texts["mean"]
        self._rarity = math.log(1 + (texts["number"] - len(numbers) + 0.5) / (len(numbers) + 0.5))

    @cached_property
    def _count_in(self) -> dict[int, int]:
        return dict(zip(self.numbers, self._counts, strict=True))

    def weight(self, number: int) -> float:
        """Weigh the word in a record; it weighs nothing where it does not stand."""
        count = self._count_in.get(number)
        return self._rarity * weight(count, self._lengths[number], self._mean) if count else 0.0


def _best(words: list[_Word], limit: int) -> dict[int, float]:
    """Score what may be among the best, up to a limit."""
    scores: dict[int, float] = {}
    best: list[float] = []
    step, depth = 10.0**-_ROUNDING, 0
    while limit and any(depth < len(word.numbers) for word in words):
        ceiling = 0.0
        for word in words:
            if depth < len(word.numbers):
                number = word.numbers[depth]
                ceiling += word.weight(number)
                if number not in scores:
                    scores[number] = sum(each.weight(number) for each in words)
                    (heapq.heappush if len(best) < limit else heapq.heappushpop)(best, scores[number])
        if len(best) == limit and best[0] > ceiling + step:
            break
        depth += 1
    least = best[0] - step if len(best) == limit > 0 else 0.0
    return {number: score for number, score in scores.items() if score >= least}
