"""What falls on a day of the year: an event by one of its days, a life, a party or a work by its dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from russianrev.dates import Calendar, HistoricalDate, Precision
from russianrev.indexes.keys import day_key
from russianrev.records.base import Record
from russianrev.records.model import Event, Party, Person, Work
from russianrev.vocabulary import Occasion

DATED: Mapping[type[Record], Mapping[Occasion, str]] = {
    Event: {Occasion.EVENT: "date"},
    Person: {Occasion.BIRTH: "birth", Occasion.DEATH: "death"},
    Party: {Occasion.FOUNDING: "founded", Occasion.DISSOLUTION: "dissolved"},
    Work: {Occasion.WORK: "date"},
}
"""The attributes whose days come back every year, by class, and what each is an occasion of."""

_LONGEST = 31


def days_of(date: HistoricalDate) -> Iterator[datetime.date]:
    """List the days, Gregorian, by which a date is remembered: its day, or those of a span between two days.

    Of a span longer than 31 days, which would fall on half the year, only the first and the last.

    >>> from russianrev.dates import parse_date
    >>> len(list(days_of(parse_date("3–5 July 1917")))), len(list(days_of(parse_date("1914-08-01/1918-03-03"))))
    (3, 2)
    """
    if date.precision not in (Precision.DAY, Precision.SPAN):
        return
    first, last = (unit.start if unit and unit.precision is Precision.DAY else None for unit in (date.first, date.last))
    if first and last and (last - first).days < _LONGEST:
        yield from (first + datetime.timedelta(days=number) for number in range((last - first).days + 1))
    else:
        yield from (day for day in (first, last) if day)


def occasions_of(record: Record) -> Iterator[tuple[Occasion, HistoricalDate, datetime.date]]:
    """List what comes back every year of a record: the occasion, its date, and each day of it.

    Of an event of several days, the first and the last are occasions of their own.
    """
    for what, attribute in DATED.get(type(record), {}).items():
        date: HistoricalDate | None = getattr(record, attribute)
        if date:
            for day in days_of(date):
                yield _name_day(date, day) if what is Occasion.EVENT else what, date, day


def _name_day(date: HistoricalDate, day: datetime.date) -> Occasion:
    if date.start == date.end:
        return Occasion.EVENT
    return {date.start: Occasion.BEGINNING, date.end: Occasion.END}.get(day, Occasion.DURING)


def keys_of(record: Record) -> Iterator[str]:
    """List the keys of the days of the year on which a record has an occasion, in both calendars."""
    for _, _, day in occasions_of(record):
        for calendar in Calendar:
            yield day_key(calendar, *calendar.year_month_day(day)[1:])


def by_day(numbered: Iterable[tuple[int, Record]]) -> dict[str, list[int]]:
    """Take the records that have an occasion on each day of the year."""
    found: dict[str, list[int]] = {}
    for number, record in numbered:
        for key in dict.fromkeys(keys_of(record)):
            found.setdefault(key, []).append(number)
    return found
