"""Nodes of JSON-LD: how one is made, named and dated."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from russianrev.dates import HistoricalDate, Precision
from russianrev.exports.rdf.terms import ALSO, CALENDARS, Node
from russianrev.records.base import Record

# The form in which OWL-Time has a moment that is one unit of the Gregorian calendar.
_POSITIONS = {Precision.DAY: "inXSDDate", Precision.MONTH: "inXSDgYearMonth", Precision.YEAR: "inXSDgYear"}


_TYPES = {Precision.DAY: "xsd:date", Precision.MONTH: "xsd:gYearMonth", Precision.YEAR: "xsd:gYear"}


def make_node(id: str, *types: str, **values: Any) -> Node:
    """Make a node with the values that are not empty, each under all the terms that it has."""
    values = {also: values[word] for word, also in ALSO.items() if word in values} | values
    return {
        "id": id,
        "type": types[0] if len(types) == 1 else list(types),
        **{k: v for k, v in values.items() if v not in (None, "", [])},
    }


def name_record(record: Record | None) -> str | None:
    """Name a record: `rr:petrograd`."""
    return f"rr:{record.id}" if record else None


def name_records(records: Iterable[Record]) -> list[str]:
    """Name records, in their order."""
    return [f"rr:{record.id}" for record in records]


def name_word(word: StrEnum | None) -> str | None:
    """Name a word of the vocabulary: `rrv:EventKind:strike`."""
    return f"rrv:{type(word).__name__}:{word}" if word else None


def write_number(value: float | None) -> str | None:
    """Write a decimal with a point, as all who write Turtle write it."""
    if value is None:
        return None
    text = f"{Decimal(str(value)):f}"
    return text if "." in text else f"{text}.0"


def write_date(date: HistoricalDate) -> Node:
    """Write a date as a day, a month or a year of XML Schema, if it is one, or else as EDTF."""
    day = date.iso.partition("T")[0]
    if date.precision not in _TYPES or "/" in day or date.is_span:
        return {"@value": date.edtf, "@type": "edtf:EDTF"}
    return {"@value": day, "@type": _TYPES[date.precision]}


def make_date(id: str, date: HistoricalDate | None) -> Node | None:
    """Make the node `id` of a date."""
    if date is None:
        return None
    begins, ends = (day.isoformat() if day else None for day in (date.start, date.end))
    held: Node
    if date.is_span:
        kind = "time:Interval"
        bounds = {"hasBeginning": begins, "hasEnd": ends}
        instants = {k: make_node(f"{id}-{k[3:].lower()}", "time:Instant", inXSDDate=v) for k, v in bounds.items() if v}
        held = {"lastsFrom": begins, "lastsTo": ends, **instants}
    else:
        kind = "time:Instant"
        day = date.iso.partition("T")[0]
        held = {_POSITIONS[date.precision]: day} if date.precision in _POSITIONS and "/" not in day else {}
    return make_node(
        id,
        "crm:E52_Time-Span",
        kind,
        label=str(date),
        when=date.edtf,
        notation=date.notation,
        calendar=CALENDARS[date.calendar],
        begins=begins,
        ends=ends,
        **held,
    )
