"""Where a search looks: among records of a kind, of a source or about a thing, of a period."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from russianrev.dates import DateLike, HistoricalDate
from russianrev.dates.parsing import as_period
from russianrev.records.base import Owner, Record
from russianrev.records.model import RECORDS, Dispute, Event, Findable, Source, Statement, Work

Condition = Callable[[int], bool]


def conditions(
    owner: Owner, kind: type[Any] | str | None, within: Findable | None, between: tuple[DateLike, DateLike] | None
) -> Iterator[Condition]:
    """Make the conditions of a search, each of the number of a record. Raises what `Corpus.search` raises for them."""
    if kind is not None:
        wanted = _class_of(kind)
        yield lambda number: isinstance(owner[number], wanted)
    if within is not None:
        yield {each._number for each in (*within.statements, *within.disputes)}.__contains__
    if between is not None:
        _, is_dated = dated_in(between)
        yield lambda number: is_dated(owner[number])


def dated_in(between: tuple[DateLike, DateLike]) -> tuple[HistoricalDate, Callable[[Record], bool]]:
    """Make the condition that what a record tells of lies between two dates, with the period that they make."""
    period = as_period(*between)
    begin, end = period.sort_key[:2]
    return period, lambda record: _lies_within(date_of(record), begin, end)


def _class_of(kind: type[Any] | str) -> type[Any]:
    """Take the class of a kind of records, given as such or by its word."""
    if isinstance(kind, type):
        return kind
    if kind not in RECORDS:
        raise ValueError(f"no such kind of record: {kind!r}; wanted: {', '.join(RECORDS)}")
    return RECORDS[kind]


def date_of(record: Record) -> HistoricalDate | None:
    """Tell the date of what a record tells of, if it has one: of a statement its own, or that of its event."""
    match record:
        case Statement():
            return record.date or (record.event.date if record.event else None)
        case Dispute():
            return date_of(record.thing)
        case Event() | Work() | Source():
            return record.date
        case _:
            return None


def _lies_within(date: HistoricalDate | None, begin: int, end: int) -> bool:
    if date is None:
        return False
    first, last = date.sort_key[:2]
    return begin <= first and last <= end
