"""The one way in: a date from whatever a user gives."""

from __future__ import annotations

import datetime

from russianrev.dates.calendars import REFORM, Calendar, as_calendar
from russianrev.dates.historical import HistoricalDate
from russianrev.dates.notation import match_notation, reading
from russianrev.errors import DateError

DateLike = HistoricalDate | datetime.date | str
"""What `parse_date` takes."""


def parse_date(text: DateLike, calendar: Calendar | str | None = None) -> HistoricalDate:
    """Read a date from notation (`1917-10-25 OS`), words (`25 October 1917 (O.S.)`) or a `datetime.date`.

    Args:
        text: The date. A `HistoricalDate` is returned as it is; a `datetime.date` is a Gregorian day, and the
            time of a `datetime.datetime` is left out.
        calendar: The calendar of a text that names none: a `Calendar`, or "julian", "OS", "gregorian", "NS".
            By default Gregorian.

    Raises:
        DateError: if the text cannot be read, could be read in two ways, names another calendar than
            `calendar`, or gives a date that does not exist. The message says what is accepted.
        TypeError: if it is none of these types.

    >>> parse_date("Nov. 7th, 1917")
    parse_date('1917-11-07')
    >>> parse_date("25 October 1917", calendar="julian")
    parse_date('1917-10-25 OS')
    """
    given = None if calendar is None else as_calendar(calendar)
    if isinstance(text, HistoricalDate):
        return text
    if isinstance(text, datetime.date):
        return HistoricalDate.from_date(text)
    if not isinstance(text, str):
        raise TypeError(f"expected a string, a datetime.date or a HistoricalDate, not {type(text).__name__}")
    with reading(text):
        stripped = text.strip()
        date = match_notation(stripped, given) or _read_words(stripped, given)
        if given and date.calendar is not given:
            raise DateError(f"it is marked as {date.calendar}, but should be {given}; leave one of them out")
        return date


def _read_words(text: str, given: Calendar | None) -> HistoricalDate:
    # Data and most scripts write notation, and a cold start need not wait for the forms of free text.
    from russianrev.dates.freetext import read_freetext

    return read_freetext(text, given)


def as_period(start: DateLike | None, end: DateLike | None, calendar: Calendar | str | None = None) -> HistoricalDate:
    """Make the span from the first day of `start` to the last day of `end`, either of which may be open (None).

    If that is one day, it is that day.

    Args:
        start: Where it begins.
        end: Where it ends, inclusive.
        calendar: As for `parse_date`.

    Raises:
        DateError: if a date cannot be read, it ends before it begins, both ends are open, or one of them is marked
            as Old Style and the other, of a day before the reform, is not marked at all.

    >>> as_period("1917-02", "1917-10", calendar="julian")
    parse_date('1917-02-01/1917-10-31 OS')
    """
    first = parse_date(start, calendar) if start is not None else None
    last = parse_date(end, calendar) if end is not None else None
    if first and last and first.calendar is not last.calendar:
        _refuse_bare(start, first, last.calendar)
        _refuse_bare(end, last, first.calendar)
    if first and last and first.start and first.start == last.end:
        return HistoricalDate.from_date(first.start, first.calendar)
    return HistoricalDate.span(
        _take_day(first.start, first) if first and first.start else None,
        _take_day(last.end, last) if last and last.end else None,
    )


def _refuse_bare(given: DateLike | None, date: HistoricalDate, other: Calendar) -> None:
    """Refuse a text from before the reform that could as well be in the calendar of the other end."""
    if not isinstance(given, str) or not date.before(REFORM):
        return
    try:
        again = parse_date(given, other)
    except DateError:
        return
    if again != date:
        raise DateError(
            f"{given!r} has no mark of style, and the other end is marked as {other}: a period has one calendar; "
            "write 'OS' or 'NS' after it"
        )


def _take_day(day: datetime.date, date: HistoricalDate) -> HistoricalDate:
    """Take the first or the last day of a date, without its flags and its time; the date itself, if it is no more."""
    unit = date.first
    if unit and unit is date.last and unit.day and not unit.flag and not date.time:
        return date
    return HistoricalDate.from_date(day, date.calendar)
