"""What statements, events and names say, by its words, ready to be ranked.

The ranking is Okapi BM25 (Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009, with its usual
k1 = 1.2 and b = 0.75); English plurals are folded by Harman's S-stemmer (*How effective is suffixing?*, 1991).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Any

from russianrev.names import words
from russianrev.records.base import Record
from russianrev.records.model import Event, Findable, Party, Source, Statement, Thing

_K1, _B = 1.2, 0.75
ALL = "*"
"""The key of what is known of all texts, which is no word."""

_TITLE_WEIGHT = 3  # a word in a name or a title says more of a thing than one in a sentence about it


def weight(count: int, length: int, mean: float) -> float:
    """Weigh a word that stands so many times in a text of this length, before its rarity is counted.

    More of it counts ever less, and it counts for less in a text that is longer than they are on the mean.
    """
    return count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length / mean))


def by_word(numbered: Iterable[tuple[int, Findable | Statement]]) -> dict[str, Any]:
    """Take the records in which each word stands, and how many times, where it weighs most first.

    Where it weighs the same, they are in order of their ids. Under `ALL` stands how many words each record
    has, by its number, how many they are on the mean, and how many records there are.
    """
    texts = sorted((record.id, number, Counter(_list_terms(record))) for number, record in numbered)
    lengths = array("I", [0]) * (1 + max((number for _, number, _ in texts), default=0))
    for _, number, counts in texts:
        lengths[number] = counts.total()
    mean = sum(lengths) / len(texts) if any(lengths) else 1.0
    postings: dict[str, list[tuple[float, int, int]]] = {}
    for _, number, counts in texts:
        length = lengths[number]
        for term, count in counts.items():
            postings.setdefault(term, []).append((-weight(count, length, mean), number, count))
    found: dict[str, Any] = {ALL: {"number": len(texts), "mean": mean, "lengths": lengths}}
    for term, posting in postings.items():
        posting.sort(key=itemgetter(0))  # and no more: those of equal weight stay in the order of their ids
        _, in_records, times = zip(*posting, strict=True)
        found[term] = array("I", in_records), array("I", times)
    return found


def _list_terms(record: Record) -> Iterator[str]:
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
        yield from list(stems(text)) * _TITLE_WEIGHT
    for text in bodies:
        yield from stems(text)


def stems(text: str) -> Iterator[str]:
    """Divide a text into words as they are matched; in scripts without spaces, each pair of neighbouring characters."""
    for word in words(text):
        if word.isascii() or not _lacks_spaces(word):
            yield _make_singular(word)
        elif len(word) == 1:
            yield word
        else:
            yield from (word[i : i + 2] for i in range(len(word) - 1))


def _lacks_spaces(word: str) -> bool:
    return any("\u3040" <= character <= "\u9fff" for character in word)


@lru_cache(maxsize=50_000)
def _make_singular(word: str) -> str:
    """Make a plural singular by Harman's S-stemmer: the first rule that fits.

    >>> [_make_singular(word) for word in ("queues", "parties", "congress", "soviets", "bus")]
    ['queue', 'party', 'congress', 'soviet', 'bus']
    """
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word
