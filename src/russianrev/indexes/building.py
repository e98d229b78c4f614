"""Every index by its name, and how it is made from the records of a data set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from russianrev.indexes import days, events, languages, names, stretches, words
from russianrev.records.base import ByKind
from russianrev.records.model import FINDABLE, THINGS
from russianrev.records.numbers import numbered

INDEXES = (*events.BUILDERS, "name", "surname", "given", "sound", "word", "held", "anniversary", "language")
"""The names of the indexes."""


def build(index: str, records: ByKind) -> dict[str, Any]:
    """Make an index from the records of each kind: its keys, each with what is to be found there."""
    if index in events.BUILDERS:
        return events.BUILDERS[index](records["event"])
    makers: dict[str, Callable[[], dict[str, Any]]] = {
        "name": lambda: names.by_name(numbered(records, *FINDABLE)),
        "surname": lambda: names.by_surname(numbered(records, "person")),
        "given": lambda: names.by_given_name(numbered(records, "person")),
        "sound": lambda: names.by_sound(numbered(records, "person")),
        "word": lambda: words.by_word(numbered(records, *FINDABLE, "statement", "dispute")),
        "anniversary": lambda: days.by_day(numbered(records, "event", "person", "party", "work")),
        "language": lambda: languages.by_language(thing for _, thing in numbered(records, *THINGS)),
        "held": lambda: stretches.by_field(numbered(records, "place", "person")),
    }
    return makers[index]()
