"""Writing dates for people, in both styles where they differ: `25 October (7 November) 1917`.

What carries no mark is new style. Old style alone is always marked `(O.S.)`. A day is shown in both styles if it
lies before the reform of 14 February 1918 or was given in old style: first in the style in which it was given. So
what was given in old style is written as historians of Russia write it, and a day abroad as it was called there:
`5 May [O.S. 23 April] 1818`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from russianrev.dates.calendars import MONTHS, REFORM, Calendar
from russianrev.dates.time_of_day import TimeOfDay
from russianrev.dates.units import SEASONS, CalendarUnit, Precision

Style = Literal["both", "old", "new"]

CALENDARS = {"old": Calendar.JULIAN, "new": Calendar.GREGORIAN}
"""The calendar of each style that stands alone."""

_OTHER = {Calendar.JULIAN: Calendar.GREGORIAN, Calendar.GREGORIAN: Calendar.JULIAN}
_IN_BRACKETS = {Calendar.JULIAN: "({})", Calendar.GREGORIAN: "[O.S. {}]"}


def moment_text(unit: CalendarUnit, time: TimeOfDay | None, style: Style) -> str:
    """Write one moment in words."""
    return _write_unit(unit, style, f", {time}" if time else "")


def span_text(first: CalendarUnit | None, last: CalendarUnit | None, style: Style) -> str:
    """Write a span in words: as briefly as is clear, or end by end where the ends differ in kind or are flagged."""
    first, last = first and _begin(first, style), last and _end(last, style)
    if first and last:
        return f"the whole of {_write_unit(first, style)}" if first == last else _write_closed_span(first, last, style)
    if first:
        return f"from {_write_unit(first, style)}"
    assert last is not None
    # "Until October" would usually mean until it began.
    end_of = "" if last.precision is Precision.DAY else "the end of "
    return f"until {end_of}{_write_unit(last, style)}"


def between_text(first: CalendarUnit | None, last: CalendarUnit | None, style: Style) -> str:
    """Write in words that something was between two dates, or before or after one."""
    if first and last:
        return _write_between(_begin(first, style), _end(last, style))
    if first:
        return f"after {_write_unit(_end(first.shifted(-1), style), style)}"
    assert last is not None
    return f"before {_write_unit(_begin(last.shifted(1), style), style)}"


def _begin(unit: CalendarUnit, style: Style) -> CalendarUnit:
    """Take a unit as the beginning of something: its first day, if it is in the other calendar than is asked for."""
    calendar = CALENDARS.get(style, unit.calendar)
    return unit if unit.calendar is calendar else unit.first_day(calendar)


def _end(unit: CalendarUnit, style: Style) -> CalendarUnit:
    """Take a unit as the end of something: its last day, if it is in the other calendar than is asked for."""
    calendar = CALENDARS.get(style, unit.calendar)
    return unit if unit.calendar is calendar else unit.last_day(calendar)


class _Phrase(NamedTuple):
    """A date in words, in parts, so that two of them can share the month and the year."""

    day: str = ""
    month: str = ""
    year: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in self if part)

    @property
    def without_year(self) -> str:
        return str(self._replace(year=""))


def _write_closed_span(first: CalendarUnit, last: CalendarUnit, style: Style) -> str:
    both_styles = style == "both" and needs_both_styles(first)
    if first.flag or last.flag or both_styles != (style == "both" and needs_both_styles(last)):
        return f"{_write_unit(first, style)} – {_write_unit(last, style)}"
    if both_styles:
        given, other = (
            _join(_make_phrase(first.first_day(calendar)), _make_phrase(last.last_day(calendar)))
            for calendar in (first.calendar, _OTHER[first.calendar])
        )
        return _write_both(given, other, _IN_BRACKETS[first.calendar])
    return f"{_join(_make_phrase(first), _make_phrase(last))}{_write_marks(first.calendar)}"


def _write_between(first: CalendarUnit, last: CalendarUnit) -> str:
    beginning, ending = _make_phrase(first), _make_phrase(last)
    if beginning.year == ending.year and beginning.without_year:
        same_month = beginning.month == ending.month and beginning.day and ending.day
        beginning = beginning._replace(year="", month="" if same_month else beginning.month)
    marks = _write_marks(first.calendar, uncertain=first.uncertain)
    return f"{'c. ' if first.approximate else ''}between {beginning} and {ending}{marks}"


def _write_unit(unit: CalendarUnit, style: Style, time: str = "") -> str:
    calendar = CALENDARS.get(style, unit.calendar)
    if calendar is not unit.calendar and unit.precision is not Precision.DAY:
        # One unknown moment of a month which the other calendar does not have.
        return _write_between(unit.first_day(calendar), unit.last_day(calendar))
    if style == "both" and needs_both_styles(unit):
        given, other = (_make_phrase(unit.first_day(each)) for each in (calendar, _OTHER[calendar]))
        text, marked = _write_both(given, other, _IN_BRACKETS[calendar]), Calendar.GREGORIAN
    else:
        text, marked = str(_make_phrase(unit if calendar is unit.calendar else unit.first_day(calendar))), calendar
    return f"{'c. ' if unit.approximate else ''}{text}{time}{_write_marks(marked, uncertain=unit.uncertain)}"


def needs_both_styles(unit: CalendarUnit) -> bool:
    """Tell whether a unit is a day that is shown in both styles."""
    if unit.precision is not Precision.DAY:
        return False
    # The calendars agree, day for day, in the third century.
    differ = Calendar.JULIAN.year_month_day(unit.start) != Calendar.GREGORIAN.year_month_day(unit.start)
    return differ and (unit.calendar is Calendar.JULIAN or unit.start < REFORM)


def _write_marks(calendar: Calendar, *, uncertain: bool = False) -> str:
    marks = ["O.S."] * (calendar is Calendar.JULIAN) + ["uncertain"] * uncertain
    return f" ({', '.join(marks)})" if marks else ""


def _make_phrase(unit: CalendarUnit) -> _Phrase:
    year = _write_year(unit.year)
    if unit.decade:
        # "1900s" could be the century.
        return _Phrase(f"{year}s" if unit.year % 100 else f"{year}s (decade)")
    if unit.month is None:
        return _Phrase(year=year)
    if unit.month not in SEASONS:
        return _Phrase(str(unit.day or ""), MONTHS[unit.month - 1], year)
    season = SEASONS[unit.month]
    if season == "winter":
        # "Winter 1917" could be the one before or the one after.
        return _Phrase(f"{season} {year}–{_write_year(unit.year + 1)}")
    return _Phrase(season, year=year)


def _write_year(year: int) -> str:
    # One or two digits would look like a day, or a shortened year.
    return str(year) if year > 99 else f"{year:04}"


def _join(first: _Phrase, last: _Phrase) -> _Phrase:
    if first.year and first.year == last.year and first.without_year and last.without_year:
        if first.month == last.month and first.day and last.day and first.month:
            return _Phrase(f"{first.day}–{last.day}", first.month, first.year)
        return _Phrase(f"{first.without_year} – {last.without_year}", year=first.year)
    dash = " – " if " " in f"{first}{last}" else "–"
    return _Phrase(f"{first}{dash}{last}")


def _write_both(given: _Phrase, other: _Phrase, brackets: str) -> str:
    if not given.year or given.year != other.year:
        return f"{given} {brackets.format(other)}"
    if given.month and given.month == other.month:
        return f"{given.day} {brackets.format(other.day)} {given.month} {given.year}"
    return f"{given.without_year} {brackets.format(other.without_year)} {given.year}"
