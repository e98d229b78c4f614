"""Ranked full-text search over what statements, events and names say; `russianrev.indexes.words` has the ranking.

Only as many records are looked at as can be among the best: each word's are read from where it weighs most, until even
one that had all the words at the weight where the reading stands would come after the best that are known. It is the
threshold algorithm of Fagin, Lotem and Naor (*Optimal Aggregation Algorithms for Middleware*, 2003).
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import islice, repeat

from attrs import frozen

from russianrev.indexes.words import ALL, stems, weight
from russianrev.queries.answers import Answers
from russianrev.records.base import Owner, Record
from russianrev.views import Printed

_ROUNDING = 6  # digits after the point of a score
_BLOCK = 128  # records of a word that are read at a time
_REMEMBERED = 64  # words


@frozen
class Hit(Printed):
    """A record that a search found; a higher `score` is a better match, comparable within one search only."""

    record: Record  # a `Findable` or a `Statement`
    score: float


class Search:
    """The search of a data set, which remembers the words that were last asked for."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._weights = lru_cache(maxsize=_REMEMBERED)(self._weigh)

    def hits(self, query: str, limit: int) -> Answers[Hit]:
        """Find the best matches for any of the query's words, best first; ties in order of id."""
        words = [weights for term in dict.fromkeys(stems(query)) if (weights := self._weights(term))]
        hits = [Hit(self._owner[n], round(score, _ROUNDING)) for score, n in _score_best(words, limit)]
        return Answers(sorted(hits, key=lambda hit: (-hit.score, hit.record.id))[:limit])

    def _weigh(self, term: str) -> dict[int, float]:
        """Weigh a word in each record in which it stands, by the number of the record, the greatest weight first."""
        posting, texts = self._owner.look_up("word", term), self._owner.look_up("word", ALL)
        if not posting:
            return {}
        numbers, counts = posting
        rarity = math.log(1 + (texts["number"] - len(numbers) + 0.5) / (len(numbers) + 0.5))
        lengths, mean = texts["lengths"], texts["mean"]
        return {n: rarity * weight(count, lengths[n], mean) for n, count in zip(numbers, counts, strict=True)}


def _score_best(words: list[dict[int, float]], limit: int) -> list[tuple[float, int]]:
    """Score the records that are among the best, up to a limit, or may be when the scores are rounded."""
    unread = [iter(weights) for weights in words]
    ceilings = [next(iter(weights.values())) for weights in words]  # the most that each weighs where it is not read
    best: list[tuple[float, int]] = []
    least = -math.inf  # what a score must reach
    seen: set[int] = set()
    while limit and any(ceilings) and sum(ceilings) >= least:
        word = ceilings.index(max(ceilings))
        block = list(islice(unread[word], _BLOCK))
        ceilings[word] = words[word][block[-1]] if len(block) == _BLOCK else 0.0
        new = [number for number in block if number not in seen]
        seen.update(new)
        scores = map(sum, zip(*(map(weights.get, new, repeat(0.0)) for weights in words), strict=True))
        best += [each for each in zip(scores, new, strict=True) if each[0] >= least]
        if len(best) >= limit:
            best.sort(reverse=True)
            least = best[limit - 1][0] - 10.0**-_ROUNDING
            best = [each for each in best if each[0] >= least]
    return best
