"""The two calendars and the conversion between them."""

from __future__ import annotations

import datetime

import pytest
from convertdate import julian as reference
from dates_strategies import days
from hypothesis import given

from russianrev.dates import REFORM, Calendar, as_calendar, gregorian_to_julian, julian_to_gregorian
from russianrev.errors import DateError

CENTURIES = range(datetime.date(1600, 1, 1).toordinal(), datetime.date(2101, 1, 1).toordinal())


def test_every_day_from_1600_to_2100_is_named_as_convertdate_names_it() -> None:
    for ordinal in CENTURIES:
        day = datetime.date.fromordinal(ordinal)
        assert gregorian_to_julian(day) == reference.from_gregorian(day.year, day.month, day.day)


def test_every_julian_day_from_1600_to_2100_is_found_where_convertdate_finds_it() -> None:
    for ordinal in CENTURIES:
        julian = reference.from_gregorian(*datetime.date.fromordinal(ordinal).timetuple()[:3])
        assert julian_to_gregorian(*julian) == datetime.date(*reference.to_gregorian(*julian))


@given(days)
def test_conversion_there_and_back_changes_nothing(day: datetime.date) -> None:
    for calendar in Calendar:
        assert calendar.day(*calendar.year_month_day(day)) == day


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1917, 10, 25), datetime.date(1917, 11, 7)),
        ((1900, 2, 29), datetime.date(1900, 3, 13)),
        ((1, 1, 3), datetime.date.min),
        (gregorian_to_julian(datetime.date.max), datetime.date.max),
    ],
)
def test_known_days_are_where_history_has_them(julian: tuple[int, int, int], gregorian: datetime.date) -> None:
    assert julian_to_gregorian(*julian) == gregorian


def test_russia_passed_from_31_january_to_14_february_1918() -> None:
    assert gregorian_to_julian(REFORM - datetime.timedelta(days=1)) == (1918, 1, 31)


def test_only_the_julian_calendar_has_a_leap_day_in_1900() -> None:
    assert julian_to_gregorian(1900, 2, 29)
    with pytest.raises(DateError, match="no day 29 in February 1900: it has 28 days"):
        Calendar.GREGORIAN.day(1900, 2, 29)


@pytest.mark.parametrize("month", [0, 13])
def test_a_month_outside_the_year_is_an_error(month: int) -> None:
    with pytest.raises(DateError, match=f"no month {month}: months are 1 to 12"):
        julian_to_gregorian(1917, month, 1)


@pytest.mark.parametrize("date", [(1, 1, 2), (9999, 12, 31), (0, 5, 5), (10**12, 1, 1)])
def test_a_julian_day_that_datetime_cannot_hold_is_an_error(date: tuple[int, int, int]) -> None:
    with pytest.raises(DateError, match="outside the years 1 to 9999"):
        julian_to_gregorian(*date)


def test_a_gregorian_year_that_datetime_cannot_hold_is_an_error() -> None:
    with pytest.raises(DateError, match="outside the years 1 to 9999"):
        Calendar.GREGORIAN.day(10_000, 1, 1)


@pytest.mark.parametrize("name", ["julian", "Julian", "OS", "O.S.", "o. s.", "old style", " Old  Style "])
def test_old_style_has_several_names(name: str) -> None:
    assert as_calendar(name) is Calendar.JULIAN


@pytest.mark.parametrize("name", ["gregorian", "NS", "N.S.", "new style", Calendar.GREGORIAN])
def test_new_style_has_several_names(name: str) -> None:
    assert as_calendar(name) is Calendar.GREGORIAN


def test_an_unknown_calendar_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(DateError, match="no calendar 'mayan'; accepted are 'julian' or 'OS'"):
        as_calendar("mayan")


def test_a_calendar_that_is_no_string_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="not int"):
        as_calendar(1)  # type: ignore[arg-type]
