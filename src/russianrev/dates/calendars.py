"""The Gregorian and the Julian calendar: their rules, and the conversion between them for any year.

Conversion goes through the Julian Day Number, the count of days that both calendars share, with the integer
algorithm of E. G. Richards, "Calendars", in S. E. Urban and P. K. Seidelmann (eds.), *Explanatory Supplement
to the Astronomical Almanac*, 3rd ed. (2013), ch. 15. It is exact by rule and needs no table, so Old Style is
understood for every year that `datetime.date` can hold, long before and after Russia used it.
"""

from __future__ import annotations

import datetime
from enum import StrEnum

from russianrev.errors import DateError

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

REFORM = datetime.date(1918, 2, 14)
"""The first day of the Gregorian calendar in Russia; the day before it was 31 January 1918, Old Style."""

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# datetime.date counts days from 1 January of year 1, Gregorian, which is Julian Day Number 1 721 426.
_JDN_OF_ORDINAL_ZERO = 1_721_425


class Calendar(StrEnum):
    """A calendar in which dates are given.

    >>> Calendar.JULIAN.has_leap_day(1900), Calendar.GREGORIAN.has_leap_day(1900)
    (True, False)
    """

    GREGORIAN = "gregorian"
    JULIAN = "julian"

    def has_leap_day(self, year: int) -> bool:
        """Tell whether February has 29 days in `year`."""
        if self is Calendar.JULIAN:
            return year % 4 == 0
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    def days_in_month(self, year: int, month: int) -> int:
        """Count the days in `month` (1 to 12) of `year`."""
        return 29 if month == 2 and self.has_leap_day(year) else _MONTH_LENGTHS[month - 1]

    def day(self, year: int, month: int, day: int) -> datetime.date:
        """Find the Gregorian day that this calendar calls `year`, `month`, `day`.

        Raises:
            DateError: if this calendar has no such day, or it lies outside the years of `datetime.date`.

        >>> Calendar.JULIAN.day(1917, 10, 25)
        datetime.date(1917, 11, 7)
        """
        if not 1 <= month <= 12:
            raise DateError(f"there is no month {month}: months are 1 to 12")
        length = self.days_in_month(year, month)
        if not 1 <= day <= length:
            name = MONTHS[month - 1]
            raise DateError(f"there is no day {day} in {name} {year}: it has {length} days ({self} calendar)")
        try:
            if self is Calendar.GREGORIAN:
                return datetime.date(year, month, day)
            return datetime.date.fromordinal(_count_julian_days(year, month, day) - _JDN_OF_ORDINAL_ZERO)
        except (ValueError, OverflowError):
            raise DateError(
                f"year {year} ({self} calendar) reaches outside the years 1 to 9999 of the gregorian calendar"
            ) from None

    def year_month_day(self, day: datetime.date) -> tuple[int, int, int]:
        """Tell what this calendar calls a Gregorian `day`.

        >>> Calendar.JULIAN.year_month_day(datetime.date(1917, 11, 7))
        (1917, 10, 25)
        """
        if self is Calendar.GREGORIAN:
            return day.year, day.month, day.day
        return _find_julian_date(day.toordinal() + _JDN_OF_ORDINAL_ZERO)


_NAMES = {
    "gregorian": Calendar.GREGORIAN,
    "ns": Calendar.GREGORIAN,
    "newstyle": Calendar.GREGORIAN,
    "julian": Calendar.JULIAN,
    "os": Calendar.JULIAN,
    "oldstyle": Calendar.JULIAN,
}


def as_calendar(calendar: Calendar | str) -> Calendar:
    """Find the calendar a user names: "julian", "OS", "O.S.", "old style"; "gregorian", "NS", "N.S.", "new style".

    Raises:
        DateError: if it is none of these.
        TypeError: if it is not a string.

    >>> as_calendar("O.S.")
    <Calendar.JULIAN: 'julian'>
    """
    if isinstance(calendar, Calendar):
        return calendar
    if not isinstance(calendar, str):
        raise TypeError(f"a calendar is 'julian' or 'gregorian', not {type(calendar).__name__}")
    try:
        return _NAMES["".join(calendar.lower().replace(".", "").split())]
    except KeyError:
        raise DateError(
            f"there is no calendar {calendar!r}; accepted are 'julian' or 'OS', 'gregorian' or 'NS'"
        ) from None


def julian_to_gregorian(year: int, month: int, day: int) -> datetime.date:
    """Find the Gregorian day of a Julian date.

    Raises:
        DateError: if the Julian calendar has no such day.

    >>> julian_to_gregorian(1917, 2, 23)
    datetime.date(1917, 3, 8)
    """
    return Calendar.JULIAN.day(year, month, day)


def gregorian_to_julian(day: datetime.date) -> tuple[int, int, int]:
    """Find the Julian year, month and day of a Gregorian `day`.

    >>> gregorian_to_julian(datetime.date(1918, 2, 14))
    (1918, 2, 1)
    """
    return Calendar.JULIAN.year_month_day(day)


def _count_julian_days(year: int, month: int, day: int) -> int:
    # The year is taken to begin in March, so that the leap day is its last and the months before it
    # follow one rule: 153 days for every five months. Year -4800 keeps all of it positive.
    before_march = (14 - month) // 12
    years = year + 4800 - before_march
    months = month + 12 * before_march - 3
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32_083


def _find_julian_date(julian_day_number: int) -> tuple[int, int, int]:
    days = julian_day_number + 32_082
    years = (4 * days + 3) // 1461
    day_of_year = days - 1461 * years // 4
    months = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * months + 2) // 5 + 1
    return years - 4800 + months // 10, months + 3 - 12 * (months // 10), day
