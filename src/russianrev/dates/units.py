"""A piece of the calendar as it was given: one day, month, season, year or decade."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Self

from attrs import Factory, evolve, field, frozen

from russianrev.dates.calendars import Calendar
from russianrev.errors import DateError


class Precision(StrEnum):
    """How closely a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    PERIOD = "period"
    SPAN = "span"


SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""EDTF's numbers for the seasons, which stand in the place of a month."""

_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


def _find_precision(unit: CalendarUnit) -> Precision:
    if unit.decade:
        if unit.month is not None or unit.year % 10:
            raise DateError(f"a decade is given by its first year alone, as 1910, not {unit.year}")
        return Precision.DECADE
    if unit.day is not None:
        if unit.month is None:
            raise DateError(f"day {unit.day} of {unit.year} has no month")
        return Precision.DAY
    if unit.month is None:
        return Precision.YEAR
    return Precision.SEASON if unit.month in SEASONS else Precision.MONTH


def _find_start(unit: CalendarUnit) -> datetime.date:
    # No month and no day mean the first; a zero is left for the calendar to refuse.
    month = 1 if unit.month is None else unit.month
    if unit.precision is Precision.SEASON:
        month = _FIRST_MONTH[month]
    return unit.calendar.day(unit.year, month, 1 if unit.day is None else unit.day)


def _find_end(unit: CalendarUnit) -> datetime.date:
    if unit.day is not None:
        return unit.start
    year, month = unit.year, 12 if unit.month is None else unit.month
    if unit.precision is Precision.DECADE:
        year += 9
    elif unit.precision is Precision.SEASON:
        years, months = divmod(_FIRST_MONTH[month] + 1, 12)
        year, month = year + years, months + 1
    return unit.calendar.day(year, month, unit.calendar.days_in_month(year, month))


@frozen
class CalendarUnit:
    """One day, month, season, year or decade of a calendar, and how sure its giver was of it.

    `month` is 1 to 12, or a season as EDTF numbers them, 21 (spring) to 24 (winter). Spring is March to May,
    summer June to August, autumn September to November, winter December to February of the next year, all in
    the unit's own calendar. A decade is given by its first year.

    >>> february = CalendarUnit(1917, 2, calendar=Calendar.JULIAN)
    >>> february.start, february.end
    (datetime.date(1917, 2, 14), datetime.date(1917, 3, 13))
    """

    year: int
    month: int | None = None
    day: int | None = None
    calendar: Calendar = field(default=Calendar.GREGORIAN, kw_only=True)
    decade: bool = field(default=False, kw_only=True)
    approximate: bool = field(default=False, kw_only=True)
    uncertain: bool = field(default=False, kw_only=True)

    precision: Precision = field(default=Factory(_find_precision, takes_self=True), init=False, repr=False, eq=False)
    """Every precision but `PERIOD` and `SPAN`."""
    start: datetime.date = field(default=Factory(_find_start, takes_self=True), init=False, repr=False, eq=False)
    """The first day, Gregorian."""
    end: datetime.date = field(default=Factory(_find_end, takes_self=True), init=False, repr=False, eq=False)
    """The last day, Gregorian."""

    @classmethod
    def from_date(
        cls,
        date: datetime.date,
        calendar: Calendar = Calendar.GREGORIAN,
        *,
        approximate: bool = False,
        uncertain: bool = False,
    ) -> Self:
        """Make the unit of a single Gregorian day, as `calendar` names it."""
        year, month, day = calendar.year_month_day(date)
        return cls(year, month, day, calendar=calendar, approximate=approximate, uncertain=uncertain)

    def first_day(self, calendar: Calendar) -> Self:
        """Take its first day, as `calendar` names it; the flags stay."""
        return self.from_date(self.start, calendar, approximate=self.approximate, uncertain=self.uncertain)

    def last_day(self, calendar: Calendar) -> Self:
        """Take its last day, as `calendar` names it; the flags stay."""
        return self.from_date(self.end, calendar, approximate=self.approximate, uncertain=self.uncertain)

    def shifted(self, number: int) -> Self:
        """Take the unit of its kind that comes so many after it, or before it; the flags stay.

        Raises:
            DateError: if it reaches outside the years 1 to 9999.

        >>> CalendarUnit(1917, 1).shifted(-1).plain, CalendarUnit(1910, decade=True).shifted(1).plain
        ('1916-12', '192X')
        """
        if self.day is not None:
            try:
                moved = self.start + datetime.timedelta(days=number)
            except OverflowError:
                raise DateError(f"{number:+} days of {self.plain} lie outside the years 1 to 9999") from None
            return self.from_date(moved, self.calendar, approximate=self.approximate, uncertain=self.uncertain)
        if self.month is None:
            return evolve(self, year=self.year + number * (10 if self.decade else 1))
        first, count = (21, 4) if self.month in SEASONS else (1, 12)
        years, place = divmod(self.month - first + number, count)
        return evolve(self, year=self.year + years, month=first + place)

    @property
    def flag(self) -> str:
        """EDTF's sign for its flags: `~` approximate, `?` uncertain, `%` both."""
        if self.approximate:
            return "%" if self.uncertain else "~"
        return "?" if self.uncertain else ""

    @property
    def plain(self) -> str:
        """Its figures as EDTF writes them, in its own calendar and without flag: `1917-10-25`, `191X`."""
        if self.decade:
            return f"{self.year // 10:03}X"
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])
