"""Ranked full-text search over what statements, disputes, events and names say; `russianrev.indexes.words` ranks.

Only as many records are looked at as can be among the best: each word's are read from where it weighs most, until even
one that had all the words at the weight where the reading stands would come after the best that are known. It is the
threshold algorithm of Fagin, Lotem and Naor (*Optimal Aggregation Algorithms for Middleware*, 2003). A name in the
question is a further word, which stands in what is so named: fully if the question is no more than that name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice, repeat

from attrs import frozen

from russianrev.errors import AmbiguousNameError, UnknownNameError
from russianrev.indexes.stems import STOP_WORDS, asked, stems
from russianrev.indexes.words import ALL, texts_of, weight
from russianrev.names import words
from russianrev.queries.answers import Answers
from russianrev.queries.finding import find
from russianrev.records.base import Owner, Record
from russianrev.views import Printed

_ROUNDING = 6  # digits after the point of a score
_BLOCK = 128  # records of a word that are read at a time
_REMEMBERED = 64  # words
_LONGEST_NAME = 8  # words
_COUNTED = 100  # of what would be found otherwise
_PART = (
    0.2  # of the weight of its words is that of a name beside other words: what answered most questions, of 0.1 to 2
)
_QUOTED = '["“”„«「『]([^"“”„«»「」『』]+)["“”»」』]'

Condition = Callable[[int], bool]
"""Whether the record with a number may be found."""


@frozen
class Hit(Printed):
    """A record that a search found; a higher `score` is a better match, comparable within one search only."""

    record: Record  # a `Findable`, a `Statement` or a `Dispute`
    score: float


class Hits(Answers[Hit]):
    """What a search found, the best first; if that is nothing, `hint` says what was looked for and may help."""

    @property
    def hint(self) -> str:
        """What was looked for, and what may help, if nothing was found."""
        return "" if self else self.nothing


class Search:
    """The search of a data set, which remembers the words that were last asked for."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._weights = lru_cache(maxsize=_REMEMBERED)(self._weigh)

    def hits(self, query: str, limit: int, conditions: Iterable[Condition] = ()) -> Hits:
        """Find the best matches for any of the query's words, best first; ties in order of id.

        What stands between quotation marks must stand so in what is found, and every condition must hold of it.
        Raises `TypeError` for what is no text, `ValueError` for a limit below 0.
        """
        if not isinstance(query, str):
            raise TypeError(f"wanted: words to look for, not {type(query).__name__}")
        if limit < 0:
            raise ValueError(f"wanted: how many hits at most, not {limit}")
        tokens = asked(query)
        terms = list(dict.fromkeys(stems(" ".join(tokens))))
        weights = [found for term in terms if (found := self._weights(term))]
        every = [*conditions, *(self._says(phrase) for phrase in re.findall(_QUOTED, query))]
        best = _score_best([*weights, *self._weigh_names(tokens, terms)], limit, every)
        hits = [Hit(self._owner[n], round(score, _ROUNDING)) for score, n in best]
        hits = sorted(hits, key=lambda hit: (-hit.score, hit.record.id))[:limit]
        return Hits(hits, "" if hits else self._hint(query, terms, every))

    def _weigh(self, term: str) -> dict[int, float]:
        """Weigh a word in each record in which it stands, by the number of the record, the greatest weight first."""
        posting, texts = self._owner.look_up("word", term), self._owner.look_up("word", ALL)
        if not posting:
            return {}
        numbers, counts = posting
        rarity = math.log(1 + (texts["number"] - len(numbers) + 0.5) / (len(numbers) + 0.5))
        lengths, mean = texts["lengths"], texts["mean"]
        return {n: rarity * weight(count, lengths[n], mean) for n, count in zip(numbers, counts, strict=True)}

    def _weigh_names(self, tokens: list[str], terms: list[str]) -> Iterator[dict[int, float]]:
        """Weigh the names in a question, the longest first, in what has them, by the weights of their words."""
        free = list(tokens)
        for size in range(min(_LONGEST_NAME, len(tokens)), 0, -1):
            for at in range(len(tokens) - size + 1):
                part = free[at : at + size]
                if "" in part or (part != tokens and not STOP_WORDS.isdisjoint((part[0], part[-1]))):
                    continue  # a stop word is a name only where nothing else is asked for: the Don
                name = "".join(part)
                if numbers := self._owner.look_up("name", name) or self._owner.look_up("surname", name):
                    free[at : at + size] = [""] * size
                    within = list(dict.fromkeys(stems(" ".join(part))))
                    most = sum(next(iter(found.values())) for term in within if (found := self._weights(term))) or 1.0
                    yield dict.fromkeys(numbers, most if within == terms else most * _PART)

    def _says(self, phrase: str) -> Condition:
        """Make the condition that a record says a phrase, word for word."""
        wanted = f" {' '.join(words(phrase))} "
        terms = list(stems(phrase))

        def says(number: int) -> bool:
            if not all(number in self._weights(term) for term in terms):
                return False
            heads, bodies = texts_of(self._owner[number])
            texts = (f" {' '.join(words(text))} " for text in (*heads, *bodies))
            return any((wanted if wanted.isascii() else wanted.strip()) in text for text in texts)

        return says

    def _hint(self, query: str, terms: list[str], conditions: list[Condition]) -> str:
        """Say what was looked for in vain, and what would find more."""
        looked = f"nothing says {query!r} in titles, names, statements, readings and disputes"
        if conditions and (without := len(self.hits(" ".join(asked(query)), _COUNTED))):
            more = " or more" if without == _COUNTED else ""
            return (
                f"{looked} as it was asked; without quotation marks, kind, source and dates there are {without}{more}"
            )
        if not terms:
            return f"{looked}: it has no word that tells one text from another; add a name, a place or a thing"
        return f"{looked}; {self._suggest(query)}"

    def _suggest(self, query: str) -> str:
        """Say what has a name like what was asked for."""
        try:
            near: tuple[str, ...] = (find(self._owner, query).label,)
        except UnknownNameError as error:
            near = error.suggestions
        except AmbiguousNameError as error:
            near = tuple(each.label for each in error.candidates)
        return f"did you mean {' or '.join(map(repr, near))}?" if near else "try other words, or a name in any script"


def _score_best(words: list[dict[int, float]], limit: int, conditions: list[Condition]) -> list[tuple[float, int]]:
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
        if conditions:
            new = [number for number in new if all(holds(number) for holds in conditions)]
        scores = map(sum, zip(*(map(weights.get, new, repeat(0.0)) for weights in words), strict=True))
        best += [each for each in zip(scores, new, strict=True) if each[0] >= least]
        if len(best) >= limit:
            best.sort(reverse=True)
            least = best[limit - 1][0] - 10.0**-_ROUNDING
            best = [each for each in best if each[0] >= least]
    return best
