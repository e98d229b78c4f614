"""Historical dates: exact in both calendars, and honest about what is not known.

>>> date = parse_date("25 October 1917 (O.S.)")
>>> print(date, date.notation, date.iso, sep=" | ")
25 October (7 November) 1917 | 1917-10-25 OS | 1917-11-07
"""

from __future__ import annotations

from russianrev.dates.calendars import REFORM, Calendar, as_calendar, gregorian_to_julian, julian_to_gregorian
from russianrev.dates.historical import HistoricalDate
from russianrev.dates.notation import read_notation
from russianrev.dates.parsing import DateLike, as_period, parse_date
from russianrev.dates.time_of_day import PartOfDay, TimeOfDay
from russianrev.dates.units import CalendarUnit, Precision

__all__ = [
    "REFORM",
    "Calendar",
    "CalendarUnit",
    "DateLike",
    "HistoricalDate",
    "PartOfDay",
    "Precision",
    "TimeOfDay",
    "as_calendar",
    "as_period",
    "gregorian_to_julian",
    "julian_to_gregorian",
    "parse_date",
    "read_notation",
]
