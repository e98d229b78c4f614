"""Reading the notation of data files: EDTF level 1, a time or part of the day, and the calendar.

One date is `1917-10-25`, `1917-10`, `1917-22` (a season: 21 spring, 22 summer, 23 autumn, 24 winter), `1917`
or `191X` (a decade); `1917-10-XX` is the same as `1917-10`, and `1917-XX` as `1917`. `~` after it means
approximate, `?` uncertain, `%` both. A day may have a time, `1917-10-25T21:45` or `1917-10-25T02`, or a part
of the day, `1917-10-25 evening`. Two dates with `/` between them are a span, `..` an open end. ` OS` at the
end of it all means the Julian calendar, ` NS` or nothing the Gregorian.
"""

from __future__ import annotations

import re
from functools import lru_cache

from russianrev.dates.calendars import Calendar
from russianrev.dates.historical import HistoricalDate
from russianrev.dates.time_of_day import PartOfDay, TimeOfDay
from russianrev.dates.units import CalendarUnit
from russianrev.errors import DateError

_CALENDARS = {None: Calendar.GREGORIAN, "NS": Calendar.GREGORIAN, "OS": Calendar.JULIAN}

_UNIT = r"(?:([0-9]{3})X|([0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?)"
_TIME = r"(?:T([0-9]{2})(?::([0-9]{2})(?::([0-9]{2}))?)?)?"
_MOMENT = re.compile(
    rf"{_UNIT}{_TIME}([~?%])?(?: ({'|'.join(PartOfDay)}))?(?: (OS|NS))?",
)

# What EDTF has and this library has not: years before 1 or after 9999, centuries, sets, unknown ends.
_OUT_OF_SCOPE = (
    (re.compile(r"-[0-9]|Y-?[0-9]"), "years are 0001 to 9999"),
    (re.compile(r"[0-9]{1,2}XX"), "a century is written as a span, '1900/1999'"),
    (re.compile(r"[\[{]"), "sets of dates are not supported"),
    (re.compile(r"[^/]*/ *$|/"), "an open end of a span is written '..'"),
)

_ACCEPTED = (
    "accepted are '1917-10-25', '1917-10', '1917-22' (summer), '1917', '191X', with '~', '?' or '%' after; "
    "'1917-10-25T21:45', '1917-10-25 evening'; '1917-02/1917-10', '1918/..'; ' OS' at the end for old style"
)


def read_notation(text: str) -> HistoricalDate:
    """Read the date that `text` writes in the notation, strictly.

    Raises:
        DateError: if it is not in the notation, or there is no such date.
        TypeError: if `text` is not a string.

    >>> read_notation("1917-02-23/1917-02-27 OS").end
    datetime.date(1917, 3, 12)
    """
    if not isinstance(text, str):
        raise TypeError(f"a date in notation is a string, not {type(text).__name__}")
    try:
        if date := match_notation(text):
            return date
        raise DateError(_ACCEPTED)
    except DateError as error:
        raise DateError(f"cannot read {text!r} as a date: {error}") from None


@lru_cache(maxsize=10_000)  # most dates are those of a few days, and one object serves for each
def match_notation(text: str, default: Calendar | None = None) -> HistoricalDate | None:
    """Read the date that `text` writes in the notation; None if it is in another form.

    Args:
        text: What to read.
        default: The calendar of a text that names none.

    Raises:
        DateError: if `text` is in the notation, but there is no such date, or in a part of EDTF that is not
            used here. The message does not name the text: the caller does.
    """
    date = _match_span(text, default) if "/" in text else _match_moment(text, default)
    if date is None:
        for form, problem in _OUT_OF_SCOPE:
            if form.match(text):
                raise DateError(problem)
    return date


def _match_span(text: str, default: Calendar | None) -> HistoricalDate | None:
    body, mark = (text[:-3], text[-3:]) if text.endswith((" OS", " NS")) else (text, "")
    ends = body.split("/")
    if len(ends) != 2:
        return None
    first, last = (None if end == ".." else _match_moment(end + mark, default) for end in ends)
    if any(date is None and end != ".." for date, end in zip((first, last), ends, strict=True)):
        return None
    return HistoricalDate.span(first, last)


def _match_moment(text: str, default: Calendar | None) -> HistoricalDate | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    decade, year, month, day, hour, minute, second, flag, part, mark = match.groups()
    if month == "XX":
        if day not in (None, "XX"):
            raise DateError(f"day {day} has no month")
        month = day = None
    unit = CalendarUnit(
        int(decade) * 10 if decade else int(year),
        int(month) if month else None,
        int(day) if day and day != "XX" else None,
        calendar=_CALENDARS[mark] if mark or default is None else default,
        decade=bool(decade),
        approximate=flag in ("~", "%") if flag else False,
        uncertain=flag in ("?", "%") if flag else False,
    )
    return HistoricalDate.moment(unit, _read_time(hour, minute, second, part))


def _read_time(hour: str | None, minute: str | None, second: str | None, part: str | None) -> TimeOfDay | None:
    if second not in (None, "00"):
        raise DateError("seconds are not kept; give the time to the minute")
    if hour:
        if part:
            raise DateError("a time of day is either an hour or a part of the day")
        return TimeOfDay(int(hour), int(minute) if minute else None)
    return TimeOfDay(part=PartOfDay(part)) if part else None
