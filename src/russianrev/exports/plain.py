"""Records and answers as plain values: what `to_dict` makes, and `--json` prints.

Every table says in `type` what it is: a record's kind, or the class of a value or an answer, in lower case. What is in
it are the attributes of the class, by their names, and of some classes what follows from these. So do the shapes follow
from the classes: `russianrev.exports.shapes` makes their JSON Schema.

It has a bound: a record within another is a reference, its `type`, `id` and `label`. Whole are the records that an
answer lists and, where all is asked for (`full`), those that a record or a value rests on; the references in these stay
what they are.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import PurePath
from typing import Any, TypeAlias

import attrs

from russianrev.dates import Calendar, HistoricalDate
from russianrev.queries.answers import Citations
from russianrev.queries.collection import Collection
from russianrev.queries.comparison import Comparisons
from russianrev.queries.corpus import Corpus
from russianrev.queries.timeline import Timeline
from russianrev.records.base import Comparable, Record, derived_fields
from russianrev.records.model import (
    Capital,
    Citation,
    Confinement,
    Descent,
    Editorial,
    Figure,
    Membership,
    Source,
    Tenure,
)
from russianrev.views import Plain, register, view

Table: TypeAlias = dict[str, Any]

FOLLOWING: Mapping[type, tuple[str, ...]] = {
    Citation: ("locator", "place", "url"),
    Source: ("url",),
    Descent: ("date",),
    Citations: ("authority",),
    Comparisons: ("totals",),
    Timeline: ("period",),
}
"""What the tables of some classes have beside the attributes or the items: properties, by name."""

WORDED = (Figure, Membership, Tenure, Confinement, Capital, Descent)
"""The classes of values whose tables have a `label`: how the value prints."""

_TELLING = ("statements", "disputes")
_LONG = ("paragraphs", "skipped")


def type_of(value: Any) -> str:
    """Name what a value or a class is, as its table does."""
    cls = value if isinstance(value, type) else type(value)
    return "date" if cls is HistoricalDate else cls.__name__.lower()


def counted_fields(cls: type) -> tuple[str, ...]:
    """Name the attributes of a class that are only counted, unless all is asked for."""
    return () if not issubclass(cls, Record) else (*derived_fields(cls), *(_LONG if cls is Source else ()))


def plain(value: Any, *, full: bool = False) -> Any:
    """Make plain values of whatever a question is answered with; what is kept by records is then by their ids.

    >>> import russianrev as rr
    >>> plain({rr.sources["boden-review"]: [rr.Certainty.CERTAIN]})
    {'boden-review': ['certain']}
    """
    match value:
        case Plain():
            return view(value, "dict", full=full)
        case Enum():
            return value.value
        case PurePath():
            return str(value)
        case Mapping():
            return {str(getattr(key, "id", key)): plain(each, full=full) for key, each in value.items()}
        case tuple() | list():
            return [plain(each, full=full) for each in value]
        case _ if attrs.has(type(value)):
            return table_of(value, full=full)
        case _:
            return value


def reference(record: Record) -> Table:
    """Refer to a record: what it is, its id, and what to call it."""
    return {"type": type_of(record), "id": record.id, "label": record.label}


@register("dict", Plain)
def table_of(value: Any, *, full: bool = False) -> Table:
    """Make the table of a record, a value or an answer: of a list its items, of anything else its attributes."""
    if isinstance(value, tuple | Collection):
        items = [_pair(each, full=True) if type(each) is tuple else plain(each, full=full) for each in value]
        return {"type": type_of(value), **_following(value), "count": len(items), "items": items}
    cls = type(value)
    counted = counted_fields(cls)
    made: Table = reference(value) if isinstance(value, Record) else {"type": type_of(value)}
    if isinstance(value, WORDED):
        made["label"] = str(value)
    for field in attrs.fields(cls):
        if full or field.name not in counted:
            whole = is_whole(cls, field.name, full=full)
            own = getattr(value, field.name)
            made[field.name] = _notes(own) if field.name == "editorial" else _inside(own, whole=whole, full=full)
    made |= _following(value)
    if counted and not full:
        made["counts"] = {name: len(getattr(value, name)) for name in counted}
    return made


def is_whole(cls: type, attribute: str, *, full: bool) -> bool:
    """Tell whether the records in an attribute of a class are there whole rather than as references."""
    if attribute in _TELLING:
        return full or not issubclass(cls, Comparable)
    return full and attribute == "record"


def _following(value: Any) -> Table:
    return {name: plain(getattr(value, name)) for name in FOLLOWING.get(type(value), ())}


def _inside(value: Any, *, whole: bool, full: bool) -> Any:
    """Make plain what an attribute has."""
    match value:
        case Record():
            return plain(value) if whole else reference(value)
        case (Record() as holder, Comparable() as held) if not isinstance(held, Record):
            return _pair((holder, held), full=full)
        case tuple():
            return [_inside(each, whole=whole, full=full) for each in value]
        case _:
            return plain(value, full=full)


def _notes(notes: Iterable[Editorial]) -> Table:
    return {note.attribute: note.authority.value for note in notes}


def _pair(pair: tuple[Record, Comparable], *, full: bool) -> Table:
    """Make the table of who held what; it says no more of what was held than how that prints, unless `full`."""
    holder, held = pair
    made = {"type": "holding", "holder": reference(holder), "label": str(held)}
    return {**made, "held": plain(held)} if full else made


@register("dict", HistoricalDate)
def date_table(date: HistoricalDate, *, full: bool = False) -> Table:
    """Make the table of a date, which `full` does not change. Days are written as ISO 8601 does; an open end is null.

    JavaScript's `new Date` reads those of both styles, but only those of the new style are the days to count with.

    >>> from russianrev.dates import parse_date
    >>> table = date_table(parse_date("1917-02 OS"))
    >>> table["edtf"], table["old_style"]["end"], table["new_style"]["end"]
    ('1917-02-14/1917-03-13', '1917-02-28', '1917-03-13')
    """
    return {
        "type": "date",
        "label": date.label,
        "edtf": date.edtf,
        "notation": date.notation,
        "calendar": date.calendar.value,
        "precision": date.precision.value,
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "time": date.time.notation if date.time else None,
        "old_style": _days(date, Calendar.JULIAN, date.old_style),
        "new_style": _days(date, Calendar.GREGORIAN, date.new_style),
    }


def _days(date: HistoricalDate, calendar: Calendar, label: str) -> Table:
    """Tell the first and the last day by a calendar, and how the date is written by it."""

    def written(day: datetime.date | None) -> str | None:
        return None if day is None else "{:04}-{:02}-{:02}".format(*calendar.year_month_day(day))

    return {"start": written(date.start), "end": written(date.end), "label": label}


@register("dict", Corpus)
def corpus_table(corpus: Corpus, *, full: bool = False) -> Table:
    """Make the table of a data set: what it is, how much is in it, and its documents; if `full`, also its events."""
    sources = [{**reference(source), "statements": len(source.statements)} for source in corpus.sources]
    made = {
        "type": "dataset",
        "about": attrs.asdict(corpus.metadata) if corpus.metadata else None,
        "counts": {kind: len(records) for kind, records in corpus.records.items()},
        "sources": sources,
    }
    return {**made, "events": [plain(event) for event in corpus.events]} if full else made
