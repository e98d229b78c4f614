"""Writing dates for people, in both styles where they differ: `25 October (7 November) 1917`.

What carries no mark is new style. Old style alone is always marked `(O.S.)`. A day is shown in both styles,
the old one first as historians of Russia write it, if it lies before the reform of 14 February 1918 or was
given in old style.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from russianrev.dates.calendars import MONTHS, REFORM, Calendar
from russianrev.dates.time_of_day import TimeOfDay
from russianrev.dates.units import SEASONS, CalendarUnit, Precision

Style = Literal["both", "old", "new"]

CALENDARS = {"old": Calendar.JULIAN, "new": Calendar.GREGORIAN}
"""The calendar of each style that stands alone."""


def moment_text(unit: CalendarUnit, time: TimeOfDay | None, style: Style) -> str:
    """Write one moment in words."""
    return _write_unit(unit, style, f", {time}" if time else "")


def span_text(first: CalendarUnit | None, last: CalendarUnit | None, style: Style) -> str:
    """Write a span in words: as briefly as is clear, or end by end where the ends differ in kind or are flagged."""
    if style != "both":
        calendar = CALENDARS[style]
        first = first.first_day(calendar) if first and first.calendar is not calendar else first
        last = last.last_day(calendar) if last and last.calendar is not calendar else last
    if first and last:
        return _write_closed_span(first, last, style)
    if first:
        return f"from {_write_unit(first, style)}"
    assert last is not None
    # "Until October" would usually mean until it began.
    end_of = "" if last.precision is Precision.DAY else "the end of "
    return f"until {end_of}{_write_unit(last, style)}"


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
        old, new = (
            _join(_make_phrase(first.first_day(calendar)), _make_phrase(last.last_day(calendar)))
            for calendar in (Calendar.JULIAN, Calendar.GREGORIAN)
        )
        return _write_both(old, new)
    return f"{_join(_make_phrase(first), _make_phrase(last))}{_write_marks(first.calendar)}"


def _write_unit(unit: CalendarUnit, style: Style, time: str = "") -> str:
    calendar = CALENDARS.get(style, unit.calendar)
    marks = _write_marks(calendar, uncertain=unit.uncertain)
    if style == "both" and needs_both_styles(unit):
        text = _write_both(
            _make_phrase(unit.first_day(Calendar.JULIAN)), _make_phrase(unit.first_day(Calendar.GREGORIAN))
        )
        marks = _write_marks(Calendar.GREGORIAN, uncertain=unit.uncertain)
    elif calendar is unit.calendar:
        text = str(_make_phrase(unit))
    elif unit.precision is Precision.DAY:
        text = str(_make_phrase(unit.first_day(calendar)))
    else:
        # One unknown moment of a month which the other calendar does not have.
        first, last = _make_phrase(unit.first_day(calendar)), _make_phrase(unit.last_day(calendar))
        text = f"between {first.without_year if first.year == last.year else first} and {last}"
    return f"{'c. ' if unit.approximate else ''}{text}{time}{marks}"


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
        return _Phrase(f"{year}s")
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


def _write_both(old: _Phrase, new: _Phrase) -> str:
    if not old.year or old.year != new.year:
        return f"{old} ({new})"
    if old.month and old.month == new.month:
        return f"{old.day} ({new.day}) {old.month} {old.year}"
    return f"{old.without_year} ({new.without_year}) {old.year}"
