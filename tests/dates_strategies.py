"""Hypothesis strategies for dates: `from dates_strategies import dates`."""

from __future__ import annotations

import datetime

from hypothesis import reject
from hypothesis import strategies as st

from russianrev.dates import Calendar, CalendarUnit, HistoricalDate, PartOfDay, TimeOfDay
from russianrev.errors import DateError

calendars = st.sampled_from(Calendar)

# Years of every width, and most of all those in which the calendars meet and part in Russia.
years = st.integers(1880, 1940) | st.integers(2, 9980)

times = st.builds(TimeOfDay, st.integers(0, 23), st.none() | st.integers(0, 59)) | st.builds(
    TimeOfDay, part=st.sampled_from(PartOfDay)
)

days = st.dates(datetime.date(1880, 1, 1), datetime.date(1940, 12, 31)) | st.dates()


@st.composite
def units(draw: st.DrawFn, calendars: st.SearchStrategy[Calendar] = calendars) -> CalendarUnit:
    """Any unit of the calendar that can be given."""
    calendar, approximate, uncertain = draw(calendars), draw(st.booleans()), draw(st.booleans())
    kind = draw(st.sampled_from(["day", "month or season", "year", "decade"]))
    if kind == "day":
        return CalendarUnit.from_date(draw(days), calendar, approximate=approximate, uncertain=uncertain)
    year, month = draw(years), None
    if kind == "month or season":
        month = draw(st.integers(1, 12) | st.integers(21, 24))
    elif kind == "decade":
        year = max(year - year % 10, 10)
    return CalendarUnit(
        year,
        month,
        calendar=calendar,
        decade=kind == "decade",
        approximate=approximate,
        uncertain=uncertain,
    )


@st.composite
def moments(draw: st.DrawFn) -> HistoricalDate:
    """Any date that is one moment."""
    unit = draw(units())
    return HistoricalDate.moment(unit, draw(st.none() | times) if unit.day else None)


@st.composite
def spans(draw: st.DrawFn) -> HistoricalDate:
    """Any span, closed or open."""
    calendar = st.just(draw(calendars))
    first, last = draw(units(calendar)), draw(units(calendar))
    if first.start > last.end:
        first, last = last, first
    match draw(st.sampled_from(["closed", "closed", "open beginning", "open end"])):
        case "open beginning":
            return HistoricalDate(None, last, is_span=True)
        case "open end":
            return HistoricalDate(first, None, is_span=True)
        case _:
            return HistoricalDate(first, last, is_span=True)


@st.composite
def periods(draw: st.DrawFn) -> HistoricalDate:
    """Any date that is one moment between two dates, or before or after one that has a neighbour."""
    span = draw(spans())
    first, last = (HistoricalDate.moment(unit) if unit else None for unit in (span.first, span.last))
    try:
        return HistoricalDate.between(first, last)
    except DateError:  # at the edge of time there is nothing before or after
        reject()


def dates() -> st.SearchStrategy[HistoricalDate]:
    """Any date that the library can hold."""
    return moments() | spans() | periods()
