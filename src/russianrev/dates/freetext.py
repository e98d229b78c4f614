"""Reading dates as people type them: `25 October 1917 (O.S.)`, `c. 1921`, `until March 1918`, `summer 1917`.

Everything that the library itself displays is read back. What has no year, could be read in two ways, or has
anything in it that is not understood is an error: nothing is guessed, and nothing is filled in from today's
date.
"""

from __future__ import annotations

import datetime
import re

from attrs import evolve

from russianrev.dates.calendars import MONTHS, Calendar
from russianrev.dates.historical import HistoricalDate
from russianrev.dates.notation import match_notation
from russianrev.dates.time_of_day import PartOfDay, TimeOfDay
from russianrev.dates.units import SEASONS, CalendarUnit
from russianrev.errors import DateError

_ACCEPTED = (
    "write it in words, as '25 October 1917 (O.S.)', 'March 1921', 'summer 1917', 'c. 1921'; "
    "or in notation, as '1917-10-25 OS', '1917-10', '1917-02/1917-10', '191X', '1921~'"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


# Spans. A hyphen joins dates only between spaces or bare numbers, since the notation has hyphens of its own.
_UNTIL = _compile(r"(?:until|till) (?:the end of )?(.+)")
_FROM = _compile(r"(?:from|since) (.+)")
_RANGE = _compile(r"(?:from )?(.+?)(?: ?– ?| (?:-|to|until|till) )(?:the end of )?(.+)")
_DAY_RANGE = _compile(r"(?:from )?([0-9]{1,2})-([0-9]{1,2} .+)")
_YEAR_RANGE = _compile(r"(?:from )?([0-9]{3,4}s?)-([0-9]{3,4}s?\b.*)")

# Marks of style and certainty, at the end; words for "approximately", at the beginning.
_MARK = r"O\.? ?S\.?|N\.? ?S\.?|old style|new style|julian|gregorian|uncertain"
_MARKED = _compile(rf"(.+?),? (?:\(((?:{_MARK})(?:[,;] ?(?:{_MARK}))*)\)|({_MARK}))")
_CIRCA = _compile(r"(?:c\.|ca\.?|circa|about|around) ?(.+)")

# `25 October (7 November) 1917`, `18 (31) October 1917`: what follows the parenthesis belongs to both.
_BOTH_STYLES = _compile(r"([^()]+?) ?\(([^()]*[0-9][^()]*)\) ?([^()]*)")

_PARTS = {
    **{part.value: part for part in PartOfDay},
    "small hours": PartOfDay.SMALL_HOURS,
    "midday": PartOfDay.NOON,
}
_PART = "|".join(_PARTS)
_PART_LAST = _compile(rf"(.+?),? (?:in the |at )?({_PART})")
_PART_FIRST = _compile(rf"(?:in |at )?(?:the )?({_PART}) of (.+)")
_CLOCK_LAST = _compile(r"(.+?),? (?:at )?([0-9]{1,2})(?:[:.]([0-9]{2})|h)")
_AM_PM_LAST = _compile(r"(.+?),? (?:at )?([0-9]{1,2})(?:[:.]([0-9]{2}))? ?([ap])\.?m\.?")

_MIDNIGHT = _compile(r"\bmidnight\b")

_WINTER = _compile(r"\bwinter (?:of )?([0-9]{3,4})[–/-]([0-9]{2,4})\b")
_SEASON = _compile(r"(spring|summer|autumn|fall|winter) (?:of )?([0-9]{3,4})")
_SEASON_NUMBERS = {name: number for number, name in SEASONS.items()} | {"fall": 23}
_DECADE = _compile(r"(?:the )?([0-9]{2,3}0)s")
_FIGURES = _compile(r"([0-9]+)([./-])([0-9]+)\2([0-9]+)")
_YEAR = _compile(r"(?<![0-9])[0-9]{3,4}(?![0-9])")
_DAY = _compile(r"\b([0-9]{1,2})(?:st|nd|rd|th)?\b")
_TOKEN = _compile(r"[^ ,.]+")


def read_freetext(text: str, calendar: Calendar | None = None) -> HistoricalDate:
    """Read the date that `text` gives in words.

    Args:
        text: What to read.
        calendar: The calendar of a text that names none (by default Gregorian); one that names the other is
            an error.

    Raises:
        DateError: if it cannot be read, or in more ways than one.

    >>> read_freetext("23–27 February (8–12 March) 1917")
    parse_date('1917-02-23/1917-02-27 OS')
    """
    # A winter has two years and a dash between them, which would look like a span.
    return _read(_WINTER.sub(_write_winter, " ".join(text.replace("—", "–").split())), calendar)


def _read(text: str, calendar: Calendar | None) -> HistoricalDate:
    both = _BOTH_STYLES.fullmatch(text)
    if both and re.search("[–-]", both[2]):
        return _read_both_styles(both, calendar)
    for form in (_RANGE, _DAY_RANGE, _YEAR_RANGE):
        if ends := form.fullmatch(text):
            return _read_range(ends[1], ends[2], calendar)
    if end := _UNTIL.fullmatch(text):
        return HistoricalDate.span(None, _read_moment(end[1], calendar))
    if beginning := _FROM.fullmatch(text):
        return HistoricalDate.span(_read_moment(beginning[1], calendar), None)
    return _read_moment(text, calendar)


def _read_range(first: str, last: str, calendar: Calendar | None) -> HistoricalDate:
    """Read a span, whose first date may leave what it shares with the last to it: `23–27 February 1917 (O.S.)`."""
    shared, marked, _ = _take_marks(last)
    if not _YEAR.search(first):
        if first.isdecimal() and (day := _DAY.match(shared)):
            first += shared[day.end() :]
        elif years := _YEAR.findall(shared):
            first += f" {years[-1]}"
    return HistoricalDate.span(_read_moment(first, marked or calendar), _read_moment(last, calendar))


def _read_moment(text: str, calendar: Calendar | None) -> HistoricalDate:
    text, marked, uncertain = _take_marks(text)
    if marked and calendar and marked is not calendar:
        raise DateError(f"it is marked as {marked}, but should be {calendar}; leave one of them out")
    circa = _CIRCA.fullmatch(text)
    text, time = _take_time(circa[1] if circa else text)
    date = _read_plain_moment(text, marked or calendar)
    unit = date.first
    if unit is None or date.is_span:
        raise DateError(f"{text!r} is a span, where one date was expected")
    if time and date.time:
        raise DateError(f"it has two times of day, {date.time} and {time}")
    unit = evolve(unit, approximate=unit.approximate or circa is not None, uncertain=unit.uncertain or uncertain)
    return HistoricalDate.moment(unit, time or date.time)


def _take_marks(text: str) -> tuple[str, Calendar | None, bool]:
    """Take the marks off the end of the text: return the rest, the calendar they name, and whether it is uncertain."""
    calendar, uncertain = None, False
    while match := _MARKED.fullmatch(text):
        text = match[1]
        for mark in re.split("[,;]", (match[2] or match[3]).lower()):
            if mark.strip() == "uncertain":
                uncertain = True
                continue
            named = Calendar.JULIAN if mark.strip()[0] in "oj" else Calendar.GREGORIAN
            if calendar and calendar is not named:
                raise DateError("it is marked both as old style and as new style")
            calendar = named
    return text, calendar, uncertain


def _take_time(text: str) -> tuple[str, TimeOfDay | None]:
    """Take the time of day off the end (`, 21:45`) or beginning (`evening of`) of the text: return the rest, and it."""
    if _MIDNIGHT.search(text):
        raise DateError("midnight could be the beginning or the end of the day; write '00:00', or 'night'")
    if part := _PART_LAST.fullmatch(text):
        return part[1], TimeOfDay(part=_PARTS[part[2].lower()])
    if part := _PART_FIRST.fullmatch(text):
        return part[2], TimeOfDay(part=_PARTS[part[1].lower()])
    if clock := _AM_PM_LAST.fullmatch(text):
        hour = int(clock[2])
        if not 1 <= hour <= 12:
            raise DateError(f"there is no {hour} {clock[4].lower()}.m.; hours are 1 to 12 a.m. or p.m.")
        return clock[1], TimeOfDay(hour % 12 + 12 * (clock[4].lower() == "p"), int(clock[3]) if clock[3] else None)
    if clock := _CLOCK_LAST.fullmatch(text):
        return clock[1], TimeOfDay(int(clock[2]), int(clock[3]) if clock[3] else None)
    return text, None


def _read_plain_moment(text: str, calendar: Calendar | None) -> HistoricalDate:
    """Read one date without mark or time: notation, both styles, season, decade, or a day, month or year."""
    if date := match_notation(text, calendar):
        return date
    if both := _BOTH_STYLES.fullmatch(text):
        return _read_both_styles(both, calendar)
    given = calendar or Calendar.GREGORIAN
    if season := _SEASON.fullmatch(text):
        name, year = season[1].lower(), int(season[2])
        if name == "winter":
            raise DateError(
                f"a winter lies in two years; write 'winter {year - 1}–{year}' or 'winter {year}–{year + 1}'"
            )
        unit = CalendarUnit(year, _SEASON_NUMBERS[name], calendar=given)
    elif decade := _DECADE.fullmatch(text):
        unit = CalendarUnit(int(decade[1]), calendar=given, decade=True)
    elif figures := _FIGURES.fullmatch(text):
        unit = CalendarUnit(*_read_figures(figures[1], figures[3], figures[4]), calendar=given)
    else:
        unit = CalendarUnit(*_read_words(text), calendar=given)
    return HistoricalDate.moment(unit)


def _read_both_styles(match: re.Match[str], calendar: Calendar | None) -> HistoricalDate:
    old = _read(f"{match[1]} {match[3]}".strip(), Calendar.JULIAN)
    new = _read(f"{match[2]} {match[3]}".strip(), Calendar.GREGORIAN)
    if old != new:
        raise DateError(f"{old.old_style} is {old.new_style} in new style, not {new.new_style}")
    return new if calendar is Calendar.GREGORIAN else old


def _write_winter(match: re.Match[str]) -> str:
    year, following = match.groups()
    if not str(int(year) + 1).zfill(len(year)).endswith(following):
        raise DateError(f"a winter has two years, one after the other: 'winter {year}–{int(year) + 1}'")
    return f"{year:0>4}-24"


def _read_figures(*figures: str) -> tuple[int, int, int]:
    """Read year, month and day of a date in figures, if only one order of them is possible."""
    numbers = [int(figure) for figure in figures]
    if len(figures[0]) == 4:
        return numbers[0], numbers[1], numbers[2]
    if len(figures[2]) != 4:
        raise DateError("a year has four figures; " + _ACCEPTED)
    first, second, year = numbers
    if first <= 12 and second <= 12 and first != second:
        raise DateError(
            f"it could be {first} {MONTHS[second - 1]} or {second} {MONTHS[first - 1]}; write the month in "
            f"letters, or as {year}-{second:02}-{first:02}"
        )
    return (year, second, first) if second <= 12 else (year, first, second)


def _read_words(text: str) -> tuple[int, int | None, int | None]:
    """Read year, month and day of a date whose month is a word, as dateutil reads them, None where missing."""
    # Imported only here: it takes longer to import than all the rest of this library, and data files never
    # need it.
    from dateutil import parser

    years: list[int] = []
    days: list[int] = []
    months: list[str] = []
    stand_in: list[str] = []
    # dateutil passes over weekdays and small words, and guesses at spare numbers. It must see none. The leap
    # year 2000 and its 29th stand in for the figures, since it knows no Julian leap years, and takes 29 for
    # neither a month nor a year.
    for token in _TOKEN.findall(text):
        if _YEAR.fullmatch(token):
            years.append(int(token))
            stand_in.append("2000")
        elif day := _DAY.fullmatch(token):
            days.append(int(day[1]))
            stand_in.append("29")
        elif _is_month(token):
            months.append(token)
            stand_in.append(token)
        elif token.lower() not in ("of", "the"):
            raise DateError(f"{token!r} is not understood; {_ACCEPTED}")
    if not years:
        raise DateError(f"it has no year in full; {_ACCEPTED}")
    if len(years) > 1 or len(months) > 1 or len(days) > 1:
        raise DateError(f"it has more than one year, month or day; {_ACCEPTED}")
    if days and not months:
        raise DateError(f"it has a day but no month; {_ACCEPTED}")

    # Whatever follows the default was missing from the text.
    try:
        reading, other = (
            parser.parse(" ".join(stand_in), default=datetime.datetime(2000, month, month)) for month in (1, 2)
        )
    except (ValueError, OverflowError):
        raise DateError(f"{text!r} is not understood; {_ACCEPTED}") from None
    return (
        years[0],
        reading.month if reading.month == other.month else None,
        days[0] if reading.day == other.day else None,
    )


def _is_month(word: str) -> bool:
    return len(word) >= 3 and any(name.lower().startswith(word.lower()) for name in MONTHS)
