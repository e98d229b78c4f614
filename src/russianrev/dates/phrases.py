"""The parts of a date in words: marks of style and certainty, times of day, thirds, decades, figures, months."""

from __future__ import annotations

import re

from attrs import evolve

from russianrev.dates.calendars import MONTHS, Calendar
from russianrev.dates.historical import HistoricalDate
from russianrev.dates.languages import Words
from russianrev.dates.time_of_day import PartOfDay, TimeOfDay
from russianrev.dates.units import CalendarUnit, Precision
from russianrev.errors import DateError

_ACCEPTED = (
    "write it in words, as '25 October 1917 (O.S.)', 'March 1921', 'summer 1917', 'c. 1921', 'before 1917', or as "
    "Chinese, French, German, Russian or Vietnamese has it; or in notation, as '1917-10-25 OS', '1917-10', "
    "'1917-02/1917-10', '191X', '1921~'"
)


def compile_form(pattern: str) -> re.Pattern[str]:
    """Compile a form of dates in English, in which case makes no difference."""
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


# Words for "approximately", and the marks of style and certainty, anywhere in a date.
CIRCA = r"(?:c\.|ca\.?|circa|about|around|approximately)"
_MARK = r"O\.? ?S\.?|N\.? ?S\.?|old style|new style|julian(?: calendar)?|gregorian(?: calendar)?|uncertain"
_DATED_BRACKET = r"[(\[][^()\[\]]*[0-9][^()\[\]]*[)\]]"
_MARKS = compile_form(
    rf"({_DATED_BRACKET})"
    rf"|,? ?[(\[] ?((?:{_MARK}|{CIRCA}|\?)(?:[,;] ?(?:{_MARK}|\?))*) ?[)\]]"
    rf"|,? ?(?<!\w)({_MARK})(?!\w)"
    r"|(\?)(?= |$)"
)

_PARTS = {
    **{part.value: part for part in PartOfDay},
    "small hours": PartOfDay.SMALL_HOURS,
    "midday": PartOfDay.NOON,
}
_PART = "|".join(_PARTS)
_PART_LAST = compile_form(rf"(.+?),? (?:in the |at )?({_PART})")
_PART_FIRST = compile_form(rf"(?:in |at )?(?:the )?({_PART}) of (.+)")
_CLOCK_LAST = compile_form(r"(.+?),? (?:at )?([0-9]{1,2})(?:[:.]([0-9]{2})|h)")
_AM_PM_LAST = compile_form(r"(.+?),? (?:at )?([0-9]{1,2})(?:[:.]([0-9]{2}))? ?([ap])\.?m\.?")

_MIDNIGHT = compile_form(r"\bmidnight\b")

_THIRDS = {"early": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
_FIRST_YEARS = (0, 4, 7, 10)  # of the thirds of a decade

WINTER = compile_form(
    r"\bwinter (?:of )?([0-9]{3,4})[–/-]([0-9]{2,4})\b|\b([0-9]{3,4})[–/-]winter ([0-9]{2,4})\b(?![–/-])"
)
YEAR = compile_form(r"(?<![0-9])[0-9]{3,4}(?![0-9xs'])")
DAY = compile_form(r"\b([0-9]{1,2})(?:st|nd|rd|th)?\b")
DAYS = compile_form(rf"{DAY.pattern}(?:[–-]{DAY.pattern})?")
_TOKEN = re.compile(r"[^ ,.]+")

_WORDS = Words()


def take_marks(text: str) -> tuple[str, Calendar | None, bool, bool]:
    """Take the marks out: return the rest, the calendar they name, and whether it is uncertain, and approximate.

    The marks in brackets that have a date belong to that.
    """
    marks: list[str] = []

    def take(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        marks.extend(re.split("[,;] ?", (match[2] or match[3] or match[4]).lower()))
        return " "

    rest = " ".join(_MARKS.sub(take, text).split()).replace(" ,", ",").strip(" ,")
    initials = {mark[0] for mark in marks}
    if initials & {"o", "j"} and initials & {"n", "g"}:
        raise DateError("it is marked both as old style and as new style")
    calendar = None
    if initials & set("ojng"):
        calendar = Calendar.JULIAN if initials & {"o", "j"} else Calendar.GREGORIAN
    return rest, calendar, bool(initials & {"u", "?"}), bool(initials & {"c", "a"})


def take_time(text: str) -> tuple[str, TimeOfDay | None]:
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


def take_third(word: str, date: HistoricalDate) -> HistoricalDate:
    """Take the first, the middle or the last third of a date: of a month ten days, of a year four months."""
    unit, third = date.first, _THIRDS[word]
    if unit is None or unit != date.last or unit.day:
        raise DateError(f"{word!r} goes with a month, a season, a year or a decade")
    if unit.precision is Precision.SEASON:
        year, month, _ = unit.calendar.year_month_day(unit.start)
        return HistoricalDate.moment(evolve(unit, year=year, month=month).shifted(third))
    if unit.decade:
        first, last = (evolve(unit, year=unit.year + _FIRST_YEARS[third + end] - end, decade=False) for end in (0, 1))
    elif unit.month:
        length = unit.calendar.days_in_month(unit.year, unit.month)
        first, last = (evolve(unit, day=day) for day in (10 * third + 1, length if third == 2 else 10 * third + 10))
    else:
        first, last = (evolve(unit, month=4 * third + place) for place in (1, 4))
    return HistoricalDate.between(HistoricalDate.moment(first), HistoricalDate.moment(last))


def read_decade(year: int, kind: str, calendar: Calendar) -> HistoricalDate:
    """Read the decade or, if `kind` is "century", the century that begins with a year; `1900s` must say which it is."""
    if year % 100 == 0 and not kind:
        raise DateError(
            f"it could be {year}–{year + 9} or {year}–{year + 99}; write '{year}s (decade)' or '{year}s (century)'"
        )
    if kind != "century":
        return HistoricalDate.moment(CalendarUnit(year, calendar=calendar, decade=True))
    ends = (HistoricalDate.moment(CalendarUnit(each, calendar=calendar)) for each in (year, year + 99))
    return HistoricalDate.between(*ends)


def write_winter(match: re.Match[str]) -> str:
    """Write the winter of two years in notation."""
    year, following = (group for group in match.groups() if group)
    if not str(int(year) + 1).zfill(len(year)).endswith(following):
        raise DateError(f"a winter has two years, one after the other: 'winter {year}–{int(year) + 1}'")
    return f"{year:0>4}-24"


def read_figures(*figures: str) -> tuple[int, int, int]:
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


def find_months(text: str) -> list[str]:
    """Find the names of months in a text."""
    return [token for token in _TOKEN.findall(text) if _WORDS.month(token)]


def read_words(text: str) -> tuple[int, int | None, int | None]:
    """Read year, month and day of a date whose month is a word, in any order, None where missing."""
    years: list[int] = []
    days: list[int] = []
    months: list[int] = []
    for token in _TOKEN.findall(text):
        if YEAR.fullmatch(token):
            years.append(int(token))
        elif day := DAY.fullmatch(token):
            days.append(int(day[1]))
        elif month := _WORDS.month(token):
            months.append(month)
        elif not _WORDS.jump(token):
            raise DateError(f"{token!r} is not understood; {_ACCEPTED}")
    if not years:
        raise DateError(f"it has no year in full; {_ACCEPTED}")
    if len(years) > 1 or len(months) > 1 or len(days) > 1:
        raise DateError(f"it has more than one year, month or day; {_ACCEPTED}")
    if days and not months:
        raise DateError(f"it has a day but no month; {_ACCEPTED}")
    return years[0], months[0] if months else None, days[0] if days else None
