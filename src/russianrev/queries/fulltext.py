"""Ranked full-text search over what statements, events and names say.

The ranking is Okapi BM25 (Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009, with its usual
k1 = 1.2 and b = 0.75); English plurals are folded by Harman's S-stemmer (*How effective is suffixing?*, 1991).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from russianrev.names import words
from russianrev.records.model import Event, Findable, Party, Record, Source, Statement, Thing

_K1, _B = 1.2, 0.75
_TITLE_WEIGHT = 3  # a word in a name or a title says more of a thing than one in a sentence about it


@frozen
class Hit:
    """A record that a search found; a higher `score` is a better match, comparable within one search only."""

    record: Findable | Statement
    score: float

    def _repr_html_(self) -> str:
        from russianrev.html import to_html

        return to_html(self)


class SearchIndex:
    """The words of all records, ready to be searched."""

    def __init__(self, records: Iterable[Findable | Statement]) -> None:
        self._records = list(records)
        self._postings: dict[str, dict[int, int]] = defaultdict(dict)
        self._lengths: list[int] = []
        for number, record in enumerate(self._records):
            counts = Counter(_terms(record))
            self._lengths.append(counts.total())
            for term, count in counts.items():
                self._postings[term][number] = count
        self._mean = sum(self._lengths) / len(self._lengths) if self._lengths else 1.0

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        """The best matches for any of the query's words, best first; ties in order of id."""
        scores: dict[int, float] = defaultdict(float)
        for term in dict.fromkeys(_stems(query)):
            found = self._postings.get(term, {})
            rarity = math.log(1 + (len(self._records) - len(found) + 0.5) / (len(found) + 0.5))
            for number, count in found.items():
                norm = _K1 * (1 - _B + _B * self._lengths[number] / self._mean)
                scores[number] += rarity * count * (_K1 + 1) / (count + norm)
        hits = (Hit(self._records[number], round(score, 6)) for number, score in scores.items())
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.record.id)))[:limit]


def _terms(record: Record) -> Iterator[str]:
    heads = [record.label]
    if isinstance(record, Thing):
        heads += [name.text for name in record.names]
    bodies: list[str] = []
    match record:
        case Statement():
            heads, bodies = [], [record.text, record.date_printed, *(figure.printed for figure in record.figures)]
        case Event():
            bodies = [record.summary]
        case Party():
            bodies = [record.position]
        case Source():
            bodies = [record.container, record.publisher]
        case _:
            pass
    for text in dict.fromkeys(heads):
        yield from list(_stems(text)) * _TITLE_WEIGHT
    for text in bodies:
        yield from _stems(text)


def _stems(text: str) -> Iterator[str]:
    """The words of a text as they are matched; in scripts without spaces, each pair of neighbouring characters."""
    for word in words(text):
        if word.isascii() or not _unspaced(word):
            yield _singular(word)
        elif len(word) == 1:
            yield word
        else:
            yield from (word[i : i + 2] for i in range(len(word) - 1))


def _unspaced(word: str) -> bool:
    return any("\u3040" <= character <= "\u9fff" for character in word)


def _singular(word: str) -> str:
    """Harman's S-stemmer: the first rule that fits.

    >>> [_singular(word) for word in ("queues", "parties", "congress", "soviets", "bus")]
    ['queue', 'party', 'congress', 'soviet', 'bus']
    """
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word
