"""Reading the notation of data files: EDTF level 1, a time or part of the day, and the calendar.

One date is `1917-10-25`, `1917-10`, `1917-22` (a season: 21 spring, 22 summer, 23 autumn, 24 winter), `1917`
or `191X` (a decade); `1917-10-XX` is the same as `1917-10`, and `1917-XX` as `1917`. `~` after it means
approximate, `?` uncertain, `%` both. A day may have a time, `1917-10-25T21:45` or `1917-10-25T02`, or a part
of the day, `1917-10-25 evening`. Two dates with `/` between them are a span, `..` an open end; an end that is not
known (`1985/`, `/1985`) is kept as an open one. ` OS` at the end of it all means the Julian calendar, ` NS` or
nothing the Gregorian.

Of level 2 there is one unknown moment between two dates, `[1914..1917]`, before or after one, `[..1916]`, `[1918..]`;
`19XX` of level 1 is read as `[1900..1999]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from russianrev.dates.calendars import Calendar
from russianrev.dates.historical import HistoricalDate
from russianrev.dates.time_of_day import PartOfDay, TimeOfDay
from russianrev.dates.units import CalendarUnit
from russianrev.errors import DateError

_CALENDARS = {None: Calendar.GREGORIAN, "NS": Calendar.GREGORIAN, "OS": Calendar.JULIAN}

_OPEN = ("..", "")

_UNIT = r"(?:([0-9]{3})X|([0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?)"
_TIME = r"(?:T([0-9]{2})(?::([0-9]{2})(?::([0-9]{2}))?)?)?"
_MOMENT = re.compile(
    rf"{_UNIT}{_TIME}([~?%])?(?: ({'|'.join(PartOfDay)}))?(?: (OS|NS))?",
)

_CENTURY = re.compile(r"([0-9]{2})XX([~?%])?(?: (OS|NS))?")
_BETWEEN = re.compile(r"\[([^\[\]/]*?)\.\.([^\[\]/]*)\](?: (OS|NS))?")

# What EDTF has and this library has not.
_OUT_OF_SCOPE = (
    (re.compile(r"-[0-9]|Y-?[0-9]"), "years are 0001 to 9999"),
    (re.compile(r"[\[{]"), "of sets of dates, only one moment between two is supported: '[1914..1917]', '[..1916]'"),
    (re.compile(r"[0-9-]{10}T[0-9:]+(?:Z|[+-])"), "time zones are not kept; give the time of the place"),
    (re.compile(r"(?:\.\.)?/(?:\.\.)?$"), "a span needs a beginning or an end; both are open"),
)

_LONGEST = 200  # characters; what is longer is no date, and is not looked at any further

_ACCEPTED = (
    "accepted are '1917-10-25', '1917-10', '1917-22' (summer), '1917', '191X', '19XX', with '~', '?' or '%' after; "
    "'1917-10-25T21:45', '1917-10-25 evening'; '1917-02/1917-10', '1918/..'; '[1914..1917]', '[..1916]'; "
    "' OS' at the end for old style"
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
    with reading(text):
        if date := match_notation(text):
            return date
        raise DateError(_ACCEPTED)


@contextmanager
def reading(text: str) -> Iterator[None]:
    """Name a text in the error that says why it cannot be read as a date; refuse one that is too long for a date."""
    try:
        if len(text) > _LONGEST:
            raise DateError(f"it has {len(text):,} characters; a date has at most {_LONGEST}")
        yield
    except DateError as error:
        shown = text if len(text) <= _LONGEST else f"{text[:40]} …"
        raise DateError(f"cannot read {shown!r} as a date: {error}") from None


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
    date = _match_span(text, default) if "/" in text else _match_moment(text, default) or _match_between(text, default)
    if date is None:
        for form, problem in _OUT_OF_SCOPE:
            if form.match(text):
                raise DateError(problem)
    return date


def _match_span(text: str, default: Calendar | None) -> HistoricalDate | None:
    body, mark = (text[:-3], text[-3:]) if text.endswith((" OS", " NS")) else (text, "")
    ends = body.split("/")
    if len(ends) != 2 or all(end in _OPEN for end in ends):
        return None
    first, last = (None if end in _OPEN else _match_moment(end + mark, default) for end in ends)
    if any(date is None and end not in _OPEN for date, end in zip((first, last), ends, strict=True)):
        return None
    return HistoricalDate.span(first, last)


def _match_between(text: str, default: Calendar | None) -> HistoricalDate | None:
    if century := _CENTURY.fullmatch(text):
        year, flag, mark = century.groups()
        ends = [f"{year}00{flag or ''}", f"{year}99{flag or ''}"]
    elif bounds := _BETWEEN.fullmatch(text):
        *ends, mark = bounds.groups()
    else:
        return None
    moments = [_match_moment(f"{end} {mark}" if mark else end, default) if end else None for end in ends]
    if any(date is None and end for date, end in zip(moments, ends, strict=True)):
        return None
    return HistoricalDate.between(*moments)


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
