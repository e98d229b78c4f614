"""What a historical date is: its parts, equality, comparison and order."""

from __future__ import annotations

import copy
import datetime
import itertools
import pickle
from typing import Any

import attrs
import pytest
from dates_strategies import dates, days, moments, spans
from hypothesis import given

from russianrev.dates import (
    Calendar,
    CalendarUnit,
    HistoricalDate,
    PartOfDay,
    TimeOfDay,
    parse_date,
    read_notation,
)
from russianrev.errors import DateError

storming = read_notation("1917-10-25 OS")


def test_the_same_day_in_the_other_calendar_is_equal() -> None:
    other = read_notation("1917-11-07")
    assert other == storming
    assert hash(other) == hash(storming)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1917-02", "1917-02 OS"),
        ("1917-02", "1917-02-01/1917-02-28"),
        ("1917", "1917~"),
        ("1921~/1922", "1921/1922~"),
        ("1917-11-07", "1917-11-07T21:45"),
        ("1917-11-07T12:00", "1917-11-07 noon"),
    ],
)
def test_dates_that_mean_something_else_differ(one: str, other: str) -> None:
    assert read_notation(one) != read_notation(other)


def test_a_date_is_not_equal_to_a_datetime_date() -> None:
    assert storming != datetime.date(1917, 11, 7)


@given(days)
def test_equality_and_hash_do_not_know_the_calendar(day: datetime.date) -> None:
    julian, gregorian = (HistoricalDate.from_date(day, calendar) for calendar in Calendar)
    assert julian == gregorian
    assert hash(julian) == hash(gregorian)


@given(dates())
def test_repr_makes_an_equal_date(date: HistoricalDate) -> None:
    assert eval(repr(date), {"parse_date": parse_date}) == date


@given(dates())
def test_copies_and_pickles_are_equal(date: HistoricalDate) -> None:
    assert copy.deepcopy(date) == date
    assert pickle.loads(pickle.dumps(date)) == date


def test_a_date_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        storming.time = TimeOfDay(2)  # type: ignore[misc]


def test_a_datetime_gives_its_day() -> None:
    assert HistoricalDate.from_date(datetime.datetime(1917, 11, 7, 21, 45)) == storming


# How dates are made


def test_a_span_runs_from_the_beginning_of_the_first_to_the_end_of_the_last() -> None:
    assert HistoricalDate.span(read_notation("1917-02/1917-03"), read_notation("1917")).notation == "1917-02/1917"


@pytest.mark.parametrize(
    ("first", "last", "notation"),
    [
        ("1917-02-23 OS", "1917-11-07", "1917-02-23/1917-10-25 OS"),
        ("1917-02 OS", "1917-11-07?", "1917-02/1917-10-25? OS"),
        ("1917-02-23 OS", "1917-11", "1917-03-08/1917-11"),
    ],
)
def test_a_day_in_the_other_calendar_is_restated(first: str, last: str, notation: str) -> None:
    assert HistoricalDate.span(read_notation(first), read_notation(last)).notation == notation


def test_two_months_of_different_calendars_make_no_span() -> None:
    with pytest.raises(DateError, match="a span has one calendar, but '1917-02' is julian"):
        HistoricalDate.span(read_notation("1917-02 OS"), read_notation("1917-11"))


def test_a_span_without_any_end_is_an_error() -> None:
    with pytest.raises(DateError, match="both are open"):
        HistoricalDate.span(None, None)


def test_the_end_of_a_span_has_no_time_of_day() -> None:
    with pytest.raises(DateError, match="'1917-10-25T21:45' has; leave it out"):
        HistoricalDate.span(read_notation("1917-10-25T21:45"), None)


def test_a_span_has_no_time_of_day() -> None:
    with pytest.raises(DateError, match="a span has no time of day"):
        HistoricalDate(CalendarUnit(1917), None, is_span=True, time=TimeOfDay(2))


def test_a_moment_may_lie_between_two_dates() -> None:
    war = HistoricalDate.between(read_notation("1914"), read_notation("1917"))
    assert war == HistoricalDate(CalendarUnit(1914), CalendarUnit(1917), is_span=False)
    assert (war.start, war.end, war.precision) == (datetime.date(1914, 1, 1), datetime.date(1917, 12, 31), "period")
    assert war != read_notation("1914/1917")
    assert HistoricalDate.between(read_notation("1917"), read_notation("1917")) == read_notation("1917")


def test_a_moment_between_two_dates_is_as_doubtful_as_either_of_them() -> None:
    doubtful = HistoricalDate.between(read_notation("1914~"), read_notation("1917?"))
    assert doubtful.notation == "[1914%..1917%]"


@pytest.mark.parametrize("last", [CalendarUnit(1918, uncertain=True), CalendarUnit(1918, calendar=Calendar.JULIAN)])
def test_a_moment_between_two_dates_has_one_calendar_and_one_flag(last: CalendarUnit) -> None:
    with pytest.raises(DateError, match="has one calendar, and is flagged as a whole"):
        HistoricalDate(CalendarUnit(1917), last, is_span=False)


def test_a_moment_does_not_end_before_it_begins() -> None:
    with pytest.raises(DateError, match="before it begins"):
        HistoricalDate(CalendarUnit(1918), CalendarUnit(1917), is_span=False)


@pytest.mark.parametrize("notation", ["[..9999-12-31]", "[0001..]", "[..9999]", "[0001-01-01..]"])
def test_a_moment_after_all_time_is_an_error(notation: str) -> None:
    with pytest.raises(DateError, match="outside the years 1 to 9999"):
        read_notation(notation)


@pytest.mark.parametrize(
    ("one", "following"),
    [
        ("1917-12-31", "1918-01-01"),
        ("1918-01-31 OS", "1918-02-01 OS"),
        ("1917-12~", "1918-01~"),
        ("1917-24", "1918-21"),
        ("1917-21 OS", "1917-22 OS"),
        ("1917?", "1918?"),
        ("191X", "192X"),
    ],
)
def test_a_unit_has_one_of_its_kind_before_and_after_it(one: str, following: str) -> None:
    earlier, later = read_notation(one).first, read_notation(following).first
    assert earlier
    assert later
    assert (earlier.shifted(1), later.shifted(-1)) == (later, earlier)


def test_a_decade_is_given_by_its_first_year_alone() -> None:
    with pytest.raises(DateError, match="first year alone, as 1910, not 1917"):
        CalendarUnit(1917, decade=True)
    with pytest.raises(DateError, match="first year alone"):
        CalendarUnit(1910, 5, decade=True)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(DateError, match="day 25 of 1917 has no month"):
        CalendarUnit(1917, day=25)


# Times of day


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({}, "either an hour or a part"),
        ({"hour": 2, "part": PartOfDay.NIGHT}, "either an hour or a part"),
        ({"minute": 5, "part": PartOfDay.NIGHT}, "minute 5 has no hour"),
        ({"hour": 24}, "no hour 24"),
        ({"hour": 2, "minute": 60}, "no minute 60"),
    ],
)
def test_an_impossible_time_is_an_error(arguments: dict[str, Any], problem: str) -> None:
    with pytest.raises(DateError, match=problem):
        TimeOfDay(**arguments)


def test_the_parts_share_out_the_day_in_their_order() -> None:
    minutes = [TimeOfDay(part=part).minutes for part in PartOfDay]
    assert (minutes[0][0], minutes[-1][1]) == (0, 24 * 60)
    assert all(one[1] == following[0] for one, following in itertools.pairwise(minutes))


# Comparison


@pytest.mark.parametrize(
    ("one", "other", "certain", "possible"),
    [
        ("1917-02", "1917-03", True, True),
        ("1917-02", "1917-02-10", False, True),
        ("1917-02-10", "1917-02", False, True),
        ("1917-03", "1917-02", False, False),
        # A span is all of its days, so nothing about where it begins and ends is open.
        ("1917-02-01/1917-02-28", "1917-02-10", False, False),
        ("1917-02-01/1917-02-28", "1917-02", False, False),
        ("1917-02-01/1917-02-27", "1917-02", False, True),
        ("1917-02", "1917-02-02/1917-02-28", False, True),
        ("1917-02", "1917-02-01/1917-02-28", False, False),
        ("1917-01/1917-02", "1917-02/1917-03", False, False),
        ("1917-01/1917-02", "1917-03/1917-04", True, True),
        ("../1917-02", "1917-03/..", True, True),
        ("1917-02/..", "1917-03", False, False),
        # Within one day, the time decides if both have one.
        ("1917-10-25 OS", "1917-11-07", False, True),
        ("1917-10-25T21:40", "1917-10-25T21:45", True, True),
        ("1917-10-25T21", "1917-10-25T21:45", False, True),
        ("1917-10-25T21:45", "1917-10-25T20", False, False),
        ("1917-10-25 morning", "1917-10-25 evening", True, True),
        ("1917-10-25 afternoon", "1917-10-25T21:45", True, True),
        ("1917-10-25 noon", "1917-10-25 afternoon", True, True),
        ("[..1916]", "1917", True, True),
        ("[1914..1917]", "1916", False, True),
        ("[1918..]", "1917", False, False),
        ("1917-10-25 evening", "1917-10-25", False, True),
    ],
)
def test_before_is_certain_or_possible(one: str, other: str, certain: bool, possible: bool) -> None:
    first, second = read_notation(one), read_notation(other)
    assert first.before(second) is certain
    assert first.before(second, possible=True) is possible
    assert second.after(first) is certain
    assert second.after(first, possible=True) is possible


@pytest.mark.parametrize(
    ("date", "period", "certain", "possible"),
    [
        ("1917-02 OS", "1917-02", False, True),
        ("1917-02", "1917", True, True),
        ("1917", "1917-02", False, True),
        ("1917-02/1917-03", "1917-03/1917-04", False, True),
        ("1918", "1917", False, False),
        ("1917-10-25T19 OS", "1917-10-25 evening OS", True, True),
        ("1917-10-25 OS", "1917-10-25 evening OS", False, True),
        ("1918", "1917/..", True, True),
        ("1917/..", "1918", False, True),
    ],
)
def test_within_is_certain_or_possible(date: str, period: str, certain: bool, possible: bool) -> None:
    one, other = read_notation(date), read_notation(period)
    assert one.within(other) is certain
    assert (one in other) is certain
    assert one.within(other, possible=True) is possible
    assert one.overlaps(other) is possible


@given(dates(), dates())
def test_what_is_certain_is_possible(one: HistoricalDate, other: HistoricalDate) -> None:
    assert one.before(other, possible=True) >= one.before(other)
    assert one.after(other, possible=True) >= one.after(other)
    assert one.within(other, possible=True) >= one.within(other)


@given(dates(), dates())
def test_two_dates_either_overlap_or_one_is_before_the_other(one: HistoricalDate, other: HistoricalDate) -> None:
    assert [one.overlaps(other), one.before(other), one.after(other)].count(True) == 1


@given(spans(), spans())
def test_two_spans_leave_nothing_merely_possible_between_them(one: HistoricalDate, other: HistoricalDate) -> None:
    assert one.before(other, possible=True) == one.before(other)


@given(moments())
def test_a_moment_may_be_before_another_of_the_same_date(date: HistoricalDate) -> None:
    assert date.before(date, possible=True)
    assert not date.before(date)


@given(dates(), dates())
def test_sort_keys_are_equal_exactly_when_the_dates_are(one: HistoricalDate, other: HistoricalDate) -> None:
    assert (one.sort_key == other.sort_key) == (one == other)


@given(dates(), dates())
def test_what_is_certainly_before_sorts_before(one: HistoricalDate, other: HistoricalDate) -> None:
    if one < other:
        assert one.sort_key < other.sort_key


@given(dates(), dates(), dates())
def test_less_or_equal_is_a_partial_order(one: HistoricalDate, other: HistoricalDate, third: HistoricalDate) -> None:
    assert one <= one
    assert one >= one
    assert not (one <= other and other <= one) or one == other
    assert not (one <= other and other <= third) or one <= third
    assert (one < other) == (other > one)
    assert (one <= other) == (other >= one)


def test_dates_sort_by_beginning_then_by_end() -> None:
    expected = [
        "../1917-10",
        "1917-10-25 small-hours",
        "1917-10-25",
        "1917-10-25/1917-10-27",
        "1917-10-25/..",
        "1917-10-25 evening",
        "1917-10-26",
    ]
    dates = sorted(map(read_notation, reversed(expected)), key=lambda date: date.sort_key)
    assert [date.notation for date in dates] == expected


def test_a_datetime_date_is_compared_as_its_day() -> None:
    day = datetime.date(1917, 11, 7)
    later = day + datetime.timedelta(days=1)
    assert storming < later
    assert later > storming
    assert not storming > day
    assert storming <= day
    assert storming >= day
    assert day <= storming
    assert storming.before(later)
    assert later in read_notation("1917-11")


@pytest.mark.parametrize("compare", ["__lt__", "__le__", "__gt__", "__ge__"])
def test_nothing_else_can_be_compared_by_operator(compare: str) -> None:
    assert getattr(storming, compare)("1917") is NotImplemented


def test_comparing_with_a_string_is_a_type_error_that_tells_the_way() -> None:
    with pytest.raises(TypeError, match=r"expected a HistoricalDate or a datetime.date, not str; see parse_date"):
        storming.before("1918")  # type: ignore[arg-type]
