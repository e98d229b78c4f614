"""What happened on a day of the year, in whatever year, and by which calendar it was that day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from operator import index
from typing import TYPE_CHECKING, Any, SupportsIndex

from attrs import frozen

from russianrev.dates import Calendar, HistoricalDate
from russianrev.dates.calendars import MONTHS
from russianrev.indexes.days import days_of, occasions_of
from russianrev.indexes.keys import day_key
from russianrev.queries.answers import Answers
from russianrev.queries.timeline import Resolver, Timeline
from russianrev.records.base import Owner, Record
from russianrev.records.model import Event, Thing
from russianrev.views import Printed
from russianrev.vocabulary import Occasion

if TYPE_CHECKING:
    from russianrev.picture import Chart

_MARKS = {Calendar.JULIAN: "O.S.", Calendar.GREGORIAN: "N.S."}
_STYLES = {Calendar.JULIAN: "Old Style", Calendar.GREGORIAN: "New Style"}
_WORDED = {
    Occasion.EVENT: "{}",
    Occasion.BEGINNING: "{}: the first day",
    Occasion.END: "{}: the last day",
    Occasion.BIRTH: "{} is born",
    Occasion.DEATH: "{} dies",
    Occasion.FOUNDING: "{} is founded",
    Occasion.DISSOLUTION: "{} is dissolved",
    Occasion.WORK: "“{}”",
}


@frozen
class Anniversary(Printed):
    """That a thing has an occasion, such as a birth, on a day; by `style`, a calendar, it is the day asked for.

    `date` is the day, as the data have it, with its hour; of what lasted several days it is the one asked for.
    """

    date: HistoricalDate
    thing: Thing
    what: Occasion
    style: Calendar

    @property
    def label(self) -> str:
        """What happened, in words: `Leon Trotsky is born`; `July Days: day 2 of 3`."""
        if self.what is Occasion.DURING:
            return f"{self.thing.label}: {self._count_days()}"
        return _WORDED[self.what].format(self.thing.label)

    def _count_days(self) -> str:
        assert isinstance(self.thing, Event)
        days = list(days_of(self.thing.date)) if self.thing.date else []
        return f"day {1 + sum(day < self.date.start for day in days if self.date.start)} of {len(days)}"

    @property
    def mark(self) -> str:
        """The calendar by which it is that day, in short: `O.S.` or `N.S.`."""
        return _MARKS[self.style]


class Anniversaries(Answers[Anniversary]):
    """What fell on a day of the year, in order of time; an id, or a record, is `in` it if it is of one of them.

    `hint` says, if there is nothing, where something would be found.
    """

    month: int
    day: int
    hint: str
    _resolve: Resolver

    @classmethod
    def on(cls, month: int, day: int, found: Iterable[Anniversary], resolve: Resolver, hint: str = "") -> Anniversaries:
        """Make them of what was found on a day."""
        made = cls(found, f"nothing on {_write_day(month, day)}. {hint}".rstrip())
        made.month, made.day, made._resolve, made.hint = month, day, resolve, hint
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).on, (self.month, self.day, tuple(self), self._resolve, self.hint)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the things, in order, each once."""
        return tuple(dict.fromkeys(each.thing.id for each in self))

    @property
    def events(self) -> Timeline:
        """Those of the things that are events, as a timeline."""
        things = dict.fromkeys(each.thing for each in self if isinstance(each.thing, Event))
        styles = {each.style for each in self}
        style = Calendar.JULIAN if styles == {Calendar.JULIAN} else Calendar.GREGORIAN
        return Timeline(things, self._resolve, asked=(("day", (self.month, self.day, style)),))

    def chart(self, **options: Any) -> Chart:
        """Draw a picture of those that are events: `Timeline.chart`, with its options."""
        return self.events.chart(**options)

    def __contains__(self, item: object) -> bool:  # also of what a tuple would not have: the id, and the record
        if isinstance(item, str):
            return item in self.ids
        if isinstance(item, Record):
            return any(each.thing == item for each in self)
        return super().__contains__(item)


def on_this_day(
    owner: Owner, resolve: Resolver, month: SupportsIndex, day: SupportsIndex, calendar: Calendar | None
) -> Anniversaries:
    """Find what fell on a day of the year: what `Corpus.on_this_day` answers with."""
    try:
        number, of_month = index(month), index(day)
    except TypeError:
        raise TypeError(f"wanted: a month and a day as whole numbers, such as (11, 7), not {(month, day)}") from None
    Calendar.GREGORIAN.day(2000, number, of_month)  # a leap year in both calendars
    found = _find(owner, number, of_month, calendar)
    hint = "" if found else _write_hint(owner, number, of_month, calendar)
    return Anniversaries.on(number, of_month, found, resolve, hint)


def _find(owner: Owner, month: int, day: int, calendar: Calendar | None) -> list[Anniversary]:
    styles = (calendar,) if calendar else tuple(Calendar)
    found = {each: None for style in styles for each in _find_in(owner, month, day, style, always=bool(calendar))}
    return sorted(found, key=lambda each: each.date.sort_key)


def _find_in(owner: Owner, month: int, day: int, style: Calendar, *, always: bool) -> Iterator[Anniversary]:
    """Find what fell on a day by one calendar; by the Julian, unless `always`, only what was given in it."""
    key = day_key(style, month, day)
    for record in (owner[number] for number in owner.look_up("anniversary", key) or ()):
        assert isinstance(record, Thing)
        for what, date, each in occasions_of(record):
            counts = always or style is Calendar.GREGORIAN or date.calendar is style
            if counts and style.year_month_day(each)[1:] == (month, day):
                exact = date if not date.is_span else HistoricalDate.from_date(each, date.calendar)
                yield Anniversary(exact, record, what, style)


def _write_hint(owner: Owner, month: int, day: int, calendar: Calendar | None) -> str:
    """Tell where something would be found: on this day by the other calendar, or on the nearest days that have any."""
    if calendar and (others := _find(owner, month, day, None)):
        style = _STYLES[others[0].style]
        return f"By {style} there {'is' if len(others) == 1 else 'are'} {len(others)}: leave the calendar out."
    middle = datetime.date(2000, month, day)
    for distance in range(1, 184):
        near = [middle + datetime.timedelta(days=sign * distance) for sign in (-1, 1)]
        counts = {each: len(_find(owner, each.month, each.day, calendar)) for each in near}
        if any(counts.values()):
            days = [f"{_write_day(each.month, each.day)} ({count})" for each, count in counts.items() if count]
            return f"The nearest {'day' if len(days) == 1 else 'days'} with something: {' and '.join(days)}."
    return ""


def _write_day(month: int, day: int) -> str:
    return f"{day} {MONTHS[month - 1]}"
