"""Writing dates for machines: the library's own notation, pure EDTF, and ISO 8601."""

from __future__ import annotations

from russianrev.dates.calendars import Calendar
from russianrev.dates.time_of_day import TimeOfDay
from russianrev.dates.units import CalendarUnit, Precision


def moment_notation(unit: CalendarUnit, time: TimeOfDay | None) -> str:
    """Write one moment in the notation: `1917-10-25T21:45 OS`, `1917-10-25~ evening`."""
    clock = part = ""
    if time is not None:
        if time.part is None:
            clock = time.notation
        else:
            part = f" {time.notation}"
    return unit.plain + clock + unit.flag + part + _write_suffix(unit)


def span_notation(first: CalendarUnit | None, last: CalendarUnit | None) -> str:
    """Write a span in the notation, each end as it was given: `1917-02/1917-10 OS`, `1918-03/..`."""
    given = first or last
    return f"{_write_flagged(first)}/{_write_flagged(last)}{_write_suffix(given) if given else ''}"


def between_notation(first: CalendarUnit | None, last: CalendarUnit | None) -> str:
    """Write one moment between two dates, or before or after one, as EDTF level 2: `[1914..1917]`, `[..1916] OS`."""
    given = first or last
    ends = (unit.plain + unit.flag if unit else "" for unit in (first, last))
    return f"[{'..'.join(ends)}]{_write_suffix(given) if given else ''}"


def moment_edtf(unit: CalendarUnit, time: TimeOfDay | None) -> str:
    """Write one moment in EDTF level 1; what is no one unit of the Gregorian calendar becomes an interval."""
    if unit.precision is Precision.DAY:
        day = unit.start.isoformat()
        # EDTF has date-times to the second only, and unflagged; an hour would claim a minute nobody gave.
        if time is not None and time.minute is not None and not unit.flag:
            return f"{day}{time.notation}:00"
        return day + unit.flag
    # EDTF flags no season either.
    if unit.calendar is Calendar.JULIAN or (unit.precision is Precision.SEASON and unit.flag):
        return span_edtf(unit, unit)
    return unit.plain + unit.flag


def span_edtf(first: CalendarUnit | None, last: CalendarUnit | None) -> str:
    """Write a span in EDTF level 1, in the Gregorian calendar."""
    beginning = _write_bound(first, first.start.isoformat()) if first else ".."
    ending = _write_bound(last, last.end.isoformat()) if last else ".."
    return f"{beginning}/{ending}"


def moment_iso(unit: CalendarUnit, time: TimeOfDay | None) -> str:
    """Write one moment in ISO 8601, without its flags."""
    if unit.precision is Precision.DAY:
        clock = time.notation if time is not None and time.part is None else ""
        return unit.start.isoformat() + clock
    if unit.calendar is Calendar.GREGORIAN and unit.precision in (Precision.MONTH, Precision.YEAR):
        return unit.plain
    return span_iso(unit, unit)


def span_iso(first: CalendarUnit | None, last: CalendarUnit | None) -> str:
    """Write a span in ISO 8601 (an open one as ISO 8601-2 writes it), by its days and without its flags."""
    return f"{first.start.isoformat() if first else '..'}/{last.end.isoformat() if last else '..'}"


def _write_suffix(unit: CalendarUnit) -> str:
    return " OS" if unit.calendar is Calendar.JULIAN else ""


def _write_flagged(unit: CalendarUnit | None) -> str:
    return unit.plain + unit.flag if unit else ".."


def _write_bound(unit: CalendarUnit, iso_day: str) -> str:
    # Level 1 has days, months and years as the ends of an interval. A season's end is written as a month,
    # a decade's as a year; a Julian unit's, which is neither, as a day.
    if unit.calendar is Calendar.JULIAN or unit.precision is Precision.DAY:
        length = 10
    elif unit.precision in (Precision.MONTH, Precision.SEASON):
        length = 7
    else:
        length = 4
    return iso_day[:length] + unit.flag
