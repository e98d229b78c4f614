"""What statements, disputes, events and names say, by its words, ready to be ranked.

The ranking is Okapi BM25 (Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009, with its usual
k1 = 1.2 and b = 0.75).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from operator import itemgetter
from typing import Any

from russianrev.indexes.stems import stems
from russianrev.records.base import Record
from russianrev.records.model import Dispute, Event, Findable, Party, Source, Statement, Thing

_K1, _B = 1.2, 0.75
ALL = "*"
"""The key of what is known of all texts, which is no word."""

_TITLE_WEIGHT = 3  # a word in a name or a title says more of a thing than one in a sentence about it


def weight(count: int, length: int, mean: float) -> float:
    """Weigh a word that stands so many times in a text of this length, before its rarity is counted.

    More of it counts ever less, and it counts for less in a text that is longer than they are on the mean.
    """
    return count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length / mean))


def by_word(numbered: Iterable[tuple[int, Findable | Statement | Dispute]]) -> dict[str, Any]:
    """Take the records in which each word stands, and how many times, where it weighs most first.

    Where it weighs the same, they are in order of their ids. Under `ALL` stands how many words each record
    has, by its number, how many they are on the mean, and how many records there are.
    """
    texts, long = [], {}
    for number, record in numbered:
        heads, bodies = texts_of(record)
        plain = [stem for text in bodies for stem in stems(text)]
        titles = [list(stems(text)) * _TITLE_WEIGHT for text in heads]
        texts.append((record.id, number, Counter(chain(plain, *titles))))
        long[number] = len(plain) + len(titles[0] if titles else ())
    texts.sort(key=itemgetter(0))
    lengths = array("I", [0]) * (1 + max(long, default=0))
    for number, length in long.items():
        lengths[number] = length
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


def texts_of(record: Record) -> tuple[list[str], list[str]]:
    """Take what the search reads of a record: its title and names, and what else it says."""
    heads = [record.label]
    if isinstance(record, Thing):
        heads += [name.text for name in record.names]
    bodies: list[str] = []
    match record:
        case Statement():
            heads, bodies = [], [record.text, record.date_printed, *(figure.printed for figure in record.figures)]
            bodies += [text for each in record.readings for text in (each.printed, each.read_as, each.reason)]
        case Dispute():
            heads, bodies = [], [record.label, record.reason, *(record.worded(each.value) for each in record.values)]
        case Event():
            bodies = [record.summary]
        case Party():
            bodies = [record.position]
        case Source():
            whole = record.work.title if record.work else ""
            heads += [record.part]
            bodies = [whole, record.container, record.publisher, *(author.name for author in record.authors)]
        case _:
            pass
    return [*dict.fromkeys(heads)], bodies
