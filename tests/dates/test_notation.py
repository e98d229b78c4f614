"""Reading and writing the notation, EDTF and ISO 8601."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from dates_strategies import dates
from edtf import parse_edtf
from hypothesis import given

from russianrev.dates import Calendar, HistoricalDate, Precision, TimeOfDay, read_notation
from russianrev.errors import DateError

CANONICAL = [
    "1917-11-07",
    "1917-10-25 OS",
    "1917-10",
    "1917-02 OS",
    "1917-22",
    "1916-24 OS",
    "1917",
    "191X",
    "1921~",
    "1911-08?",
    "1917%",
    "191X~ OS",
    "1917-10-25T21:45 OS",
    "1917-10-26T02 OS",
    "1917-10-25 evening OS",
    "1917-10-25~ small-hours",
    "1917-10-25T21:45? OS",
    "1917-02-23/1917-02-27 OS",
    "1917-02/1917-10 OS",
    "1921~/1922",
    "1921~/1922-22%",
    "../1917-10",
    "1918-03/..",
    "1917-02-23/.. OS",
    "0988",
    "[1914..1917]",
    "[1917-02~..1917-10~] OS",
    "[..1916] OS",
    "[1917-11-08..]",
]


@pytest.mark.parametrize("text", CANONICAL)
def test_canonical_notation_is_written_as_it_was_read(text: str) -> None:
    assert read_notation(text).notation == text


@given(dates())
def test_notation_keeps_everything(date: HistoricalDate) -> None:
    again = read_notation(date.notation)
    assert again == date
    assert again.notation == date.notation
    assert (again.calendar, again.precision, again.first, again.last) == (
        date.calendar,
        date.precision,
        date.first,
        date.last,
    )


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("1917-XX", "1917"),
        ("1917-XX-XX", "1917"),
        ("1917-10-XX", "1917-10"),
        ("1917-11-07 NS", "1917-11-07"),
        ("1917-10-25T21:45:00 OS", "1917-10-25T21:45 OS"),
        ("1917-02/1917-10 NS", "1917-02/1917-10"),
        ("1985/", "1985/.."),
        ("/1985-04~ OS", "../1985-04~ OS"),
        ("19XX", "[1900..1999]"),
        ("18XX~ OS", "[1800~..1899~] OS"),
        ("[1917..1917]", "1917"),
        ("[1914..1917] NS", "[1914..1917]"),
    ],
)
def test_other_ways_of_writing_are_normalised(given: str, canonical: str) -> None:
    assert read_notation(given).notation == canonical


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("1917-10-25 OS", (1917, 11, 7), (1917, 11, 7), Precision.DAY),
        ("1917-02", (1917, 2, 1), (1917, 2, 28), Precision.MONTH),
        ("1917-21", (1917, 3, 1), (1917, 5, 31), Precision.SEASON),
        ("1917-22", (1917, 6, 1), (1917, 8, 31), Precision.SEASON),
        ("1917-23", (1917, 9, 1), (1917, 11, 30), Precision.SEASON),
        ("1919-24", (1919, 12, 1), (1920, 2, 29), Precision.SEASON),
        ("1917", (1917, 1, 1), (1917, 12, 31), Precision.YEAR),
        ("1917 OS", (1917, 1, 14), (1918, 1, 13), Precision.YEAR),
        ("191X", (1910, 1, 1), (1919, 12, 31), Precision.DECADE),
        ("1917-02/1917-10", (1917, 2, 1), (1917, 10, 31), Precision.SPAN),
    ],
)
def test_a_date_covers_the_days_of_its_unit(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int], precision: Precision
) -> None:
    date = read_notation(text)
    assert (date.start, date.end, date.precision) == (datetime.date(*start), datetime.date(*end), precision)


def test_a_julian_month_is_its_own_month_not_the_gregorian_one() -> None:
    february = read_notation("1917-02 OS")
    assert (february.start, february.end) == (datetime.date(1917, 2, 14), datetime.date(1917, 3, 13))
    assert february.calendar is Calendar.JULIAN


def test_an_open_end_is_none() -> None:
    assert read_notation("../1917-10").start is None
    assert read_notation("1918-03/..").end is None


def test_a_span_is_flagged_if_an_end_is() -> None:
    date = read_notation("1921~/1922?")
    assert date.approximate
    assert date.uncertain
    assert not read_notation("1921~/..").uncertain


def test_a_time_is_read_to_the_minute_or_the_hour() -> None:
    assert read_notation("1917-10-25T21:45 OS").time == TimeOfDay(21, 45)
    assert read_notation("1917-10-26T02 OS").time == TimeOfDay(2)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "accepted are '1917-10-25'"),
        ("25 October 1917", "accepted are"),
        ("1917-10-25 os", "accepted are"),
        ("1917-10-25 ", "accepted are"),
        ("1917-1-2", "accepted are"),
        ("١٩١٧", "accepted are"),
        ("1917/1918/1919", "accepted are"),
        ("1917 OS/1918 OS", "accepted are"),
        ("1917/x", "accepted are"),
        ("1900-02-29", "no day 29 in February 1900: it has 28 days"),
        ("1917-13-01", "no month 13"),
        ("1917-00", "no month 0"),
        ("1917-10-00", "no day 0 in October"),
        ("1917-22-05", "no month 22"),
        ("1917-XX-05", "day 05 has no month"),
        ("0000", "outside the years 1 to 9999"),
        ("9999-24", "outside the years 1 to 9999"),
        ("-0044", "years are 0001 to 9999"),
        ("Y17000", "years are 0001 to 9999"),
        ("[1917,1918]", "of sets of dates, only one moment between two is supported"),
        ("{1917,1918}", "of sets of dates, only one moment between two is supported"),
        ("[1917..x]", "of sets of dates, only one moment between two is supported"),
        ("[..]", "both are open"),
        ("[1917-10-25T21:45..1917-10-26]", "a span has no time of day"),
        ("1917-11-07T21:45Z", "time zones are not kept"),
        ("1917-11-07T21:45:00+02:00", "time zones are not kept"),
        ("/..", "both are open"),
        ("/", "both are open"),
        ("../..", "both are open"),
        ("1917-10/1917-02", "ends .1917-02-28. before it begins .1917-10-01."),
        ("1917-10T21:45", "a time of day goes with a single day, not with a month"),
        ("1917 evening", "a time of day goes with a single day, not with a year"),
        ("1917-10-25T21:45/1917-10-26", "a span has no time of day"),
        ("1917-10-25/1917-10-26 evening", "a span has no time of day"),
        ("1917-10-25T24", "no hour 24"),
        ("1917-10-25T21:60", "no minute 60"),
        ("1917-10-25T21:45:30", "seconds are not kept"),
        ("1917-10-25T21:45 evening", "either an hour or a part of the day"),
    ],
)
def test_what_cannot_be_read_is_an_error_that_names_the_text(text: str, problem: str) -> None:
    with pytest.raises(DateError, match=problem) as caught:
        read_notation(text)
    assert str(caught.value).startswith(f"cannot read {text!r} as a date: ")
    assert str(caught.value).count("cannot read") == 1


def test_what_is_too_long_for_a_date_is_not_looked_at_and_not_repeated_in_full() -> None:
    with pytest.raises(
        DateError, match=r"cannot read '1917-10-9{31,32} …' as a date: it has 4,309 characters"
    ) as caught:
        read_notation("1917-10-" + "9" * 4301)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("value", [1917, None, datetime.date(1917, 11, 7)])
def test_only_a_string_is_notation(value: Any) -> None:
    with pytest.raises(TypeError, match="is a string"):
        read_notation(value)


@given(dates())
def test_the_edtf_package_accepts_every_date(date: HistoricalDate) -> None:
    assert parse_edtf(date.edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1917-10-25 OS", "1917-11-07"),
        ("1917-10-25~ OS", "1917-11-07~"),
        ("1917-02 OS", "1917-02-14/1917-03-13"),
        ("1917-02? OS", "1917-02-14?/1917-03-13?"),
        ("191X%", "191X%"),
        ("1917-22", "1917-22"),
        ("1917-22~", "1917-06~/1917-08~"),
        ("1917-22/192X", "1917-06/1929"),
        ("191X~/1922-05-01", "1910~/1922-05-01"),
        ("1917-02/1917-10 OS", "1917-02-14/1917-11-13"),
        ("../1917-10", "../1917-10"),
        ("1918-03/..", "1918-03/.."),
        ("1917-10-25T21:45 OS", "1917-11-07T21:45:00"),
        ("1917-10-25T21:45~ OS", "1917-11-07~"),
        ("1917-10-25T21 OS", "1917-11-07"),
        ("1917-10-25 evening OS", "1917-11-07"),
        ("[1914..1917]", "1914/1917"),
        ("[..1916-12] OS", "../1917-01-13"),
    ],
)
def test_edtf_is_gregorian_and_level_1(text: str, edtf: str) -> None:
    assert read_notation(text).edtf == edtf


@given(dates())
def test_edtf_keeps_the_days_and_the_flags(date: HistoricalDate) -> None:
    again = read_notation(date.edtf)
    assert (again.start, again.end) == (date.start, date.end)
    assert (again.approximate, again.uncertain) == (date.approximate, date.uncertain)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1917-10-25? OS", "1917-11-07"),
        ("1917-10-25T21:45 OS", "1917-11-07T21:45"),
        ("1917-10-25T21 OS", "1917-11-07T21"),
        ("1917-10-25 evening OS", "1917-11-07"),
        ("1917-02", "1917-02"),
        ("1917-02 OS", "1917-02-14/1917-03-13"),
        ("1917~", "1917"),
        ("1917-22", "1917-06-01/1917-08-31"),
        ("191X", "1910-01-01/1919-12-31"),
        ("../1917-10", "../1917-10-31"),
        ("1918-03/..", "1918-03-01/.."),
    ],
)
def test_iso_is_gregorian_and_without_flags(text: str, iso: str) -> None:
    assert read_notation(text).iso == iso
