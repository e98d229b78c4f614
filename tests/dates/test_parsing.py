"""What people type."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from russianrev.dates import Calendar, HistoricalDate, as_period, parse_date, read_notation
from russianrev.errors import DateError


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        (" 1917-10-25 OS ", "1917-10-25 OS"),
        ("25 October 1917 (O.S.)", "1917-10-25 OS"),
        ("25 October 1917 OS", "1917-10-25 OS"),
        ("25 October 1917, old style", "1917-10-25 OS"),
        ("7 November 1917 (N.S.)", "1917-11-07"),
        ("7 Nov 1917", "1917-11-07"),
        ("Nov. 7th, 1917", "1917-11-07"),
        ("the 7th of November, 1917", "1917-11-07"),
        ("1917 November 7", "1917-11-07"),
        ("29 February 1900 (O.S.)", "1900-02-29 OS"),
        ("5 February 1918", "1918-02-05"),
        ("March 1921", "1921-03"),
        ("MARCH 1921", "1921-03"),
        ("1917", "1917"),
        ("988", "0988"),
        ("summer 1917", "1917-22"),
        ("fall of 1917", "1917-23"),
        ("winter 1916–17 (O.S.)", "1916-24 OS"),
        ("winter of 1916/1917", "1916-24"),
        ("1910s", "191X"),
        ("the 1910s", "191X"),
        ("c. 1921", "1921~"),
        ("circa March 1921", "1921-03~"),
        ("c.1921?", "1921%"),
        ("August 1911 (uncertain)", "1911-08?"),
        ("25/10/1917", "1917-10-25"),
        ("10/25/1917", "1917-10-25"),
        ("25.10.1917", "1917-10-25"),
        ("23-2-1917", "1917-02-23"),
        ("10/10/1917", "1917-10-10"),
        ("1917/10/11", "1917-10-11"),
        ("25 October (7 November) 1917", "1917-10-25 OS"),
        ("18 (31) October 1917", "1917-10-18 OS"),
        ("20 December 1916 (2 January 1917)", "1916-12-20 OS"),
        ("25 October 1917, 21:45 (O.S.)", "1917-10-25T21:45 OS"),
        ("25 October 1917 at 9.45 p.m. OS", "1917-10-25T21:45 OS"),
        ("26 October 1917, 12 am", "1917-10-26T00"),
        ("26 October 1917, 12 p.m.", "1917-10-26T12"),
        ("26 October 1917, 02h", "1917-10-26T02"),
        ("25 October 1917 in the evening", "1917-10-25 evening"),
        ("evening of 25 October 1917 (O.S.)", "1917-10-25 evening OS"),
        ("in the small hours of 26 October 1917", "1917-10-26 small-hours"),
        ("25 October 1917 at midday", "1917-10-25 noon"),
        ("1917-10-25 OS evening", "1917-10-25 evening OS"),
        ("1917-10-25T21:45 (O.S., uncertain)", "1917-10-25T21:45? OS"),
        ("from March 1918", "1918-03/.."),
        ("since 25 October 1917 OS", "1917-10-25/.. OS"),
        ("until 31 October 1917", "../1917-10-31"),
        ("until the end of 1921", "../1921"),
        ("from 3 March to 5 May 1918", "1918-03-03/1918-05-05"),
        ("February 1917 until the end of October 1917", "1917-02/1917-10"),
        ("23 to 27 February 1917 (O.S.)", "1917-02-23/1917-02-27 OS"),
        ("23-27 February 1917 OS", "1917-02-23/1917-02-27 OS"),
        ("February–October 1917", "1917-02/1917-10"),
        ("March 1917 — 1921", "1917-03/1921"),
        ("1921-1922", "1921/1922"),
        ("1910s-1920s", "191X/192X"),
        ("23–27 February (8–12 March) 1917", "1917-02-23/1917-02-27 OS"),
        ("25 October 1917 (O.S.) – 30 December 1922", "1917-10-25/1922-12-17 OS"),
    ],
)
def test_what_people_type_is_read(text: str, notation: str) -> None:
    assert parse_date(text).notation == notation


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no year in full; write it in words"),
        ("today", "'today' is not understood; write it in words"),
        ("Monday", "'Monday' is not understood"),
        ("25 October", "no year in full"),
        ("7 Nov 17", "no year in full"),
        ("21:45", "'21:45' is not understood"),
        ("evening", "'evening' is not understood"),
        ("23–27 February", "no year in full"),
        ("23–", "'23–' is not understood"),
        ("February – October", "no year in full"),
        ("7 November 1917 th", "'th' is not understood"),
        ("7h November 1917", "'7h' is not understood"),
        ("-", "'-' is not understood"),
        ("x to 1917", "'x' is not understood"),
        ("Tuesday 7 November 1917", "'Tuesday' is not understood"),
        ("7 Noviembre 1917", "'Noviembre' is not understood"),
        ("7 November 1917 AD", "'AD' is not understood"),
        ("7 November 1917 & after", "'&' is not understood"),
        ("7 Octo 1917", "'Octo' is not understood"),
        ("1900s", r"it could be 1900–1909 or 1900–1999; write '1900s \(decade\)' or '1900s \(century\)'"),
        ("1890s–1900s", "it could be 1900–1909 or 1900–1999"),
        ("7 November [O.S. 24 October] 1917", "24 October 1917 .O.S.. is 6 November 1917 .*; they are 1 day apart"),
        ("Oct. 25, 1917 (Nov. 9)", "not 9 November 1917; they are 2 days apart"),
        ("25 Oct./8 Nov. 1917", "not 8 November 1917; they are 1 day apart"),
        ("October (November) 1917", "'.November.' is not understood"),
        ("October 1917 (November 1917)", "October 1917 .O.S.. is between 14 October and 13 November 1917 in new style"),
        ("25 October 1917 (31 November 1917)", "no day 31 in November"),
        ("25 October 1917 (O.S.) – 26 October 1917", "its beginning is marked as julian, its end is not"),
        ("early 25 October 1917", "'early' goes with a month, a season, a year or a decade"),
        ("late [1914..1917]", "'late' goes with a month"),
        ("before 25 October 1917, 21:45", "is no day, month or year"),
        ("after [1914..]", "is no day, month or year"),
        (", – 1917", "no year in full"),
        ("1917 1918", "more than one year, month or day"),
        ("October November 1917", "more than one year, month or day"),
        ("7 8 November 1917", "more than one year, month or day"),
        ("5 1917", "a day but no month"),
        ("30 February 1917", "no day 30 in February 1917: it has 28 days"),
        ("0 October 1917", "no day 0 in October"),
        ("10/11/1917", "it could be 10 November or 11 October; write the month in letters, or as 1917-11-10"),
        ("10.11.1917", "it could be 10 November or 11 October"),
        ("10/11/17", "a year has four figures"),
        ("31/31/1917", "no month 31"),
        ("winter 1917", "a winter lies in two years; write 'winter 1916–1917' or 'winter 1917–1918'"),
        ("winter 1916–1918", "a winter has two years, one after the other"),
        (
            "25 October (8 November) 1917",
            "25 October 1917 .O.S.. is 7 November 1917 in new style, not 8 November",
        ),
        ("25 October 1917 (O.S.) (N.S.)", "marked both as old style and as new style"),
        ("February 1917 (N.S.) – October 1917 (O.S.)", "marked as gregorian, but should be julian"),
        ("1917-10-25T21:45, evening", "two times of day, 21:45 and evening"),
        ("March 1921, 21:45", "a time of day goes with a single day, not with a month"),
        ("7 November 1917, 13 p.m.", "no 13 p.m.; hours are 1 to 12"),
        ("7 November 1917, 25:00", "no hour 25"),
        ("midnight of 7 November 1917", "midnight could be the beginning or the end"),
        ("c. 1917/1918", "is a span, where one date was expected"),
        ("c. 1917/..", "is a span, where one date was expected"),
        ("October 1917 – February 1917", "before it begins"),
        ("1917-13 (O.S.)", "no month 13"),
        ("/..", "both are open"),
    ],
)
def test_what_cannot_be_read_in_one_way_is_an_error_that_names_the_text(text: str, problem: str) -> None:
    with pytest.raises(DateError, match=problem) as caught:
        parse_date(text)
    assert str(caught.value).startswith(f"cannot read {text!r} as a date: ")
    assert str(caught.value).count("cannot read") == 1


# What dates are written with, so that chance puts together what a list of examples would not.
FIGURES = [
    "1917",
    "0917",
    "25",
    "7th",
    "0",
    "99",
    "191X",
    "1910s",
    "1917-22",
    "1917-10-25",
    "1/2/1917",
    "T21:45",
    "9",
]
WORDS = [
    "October",
    "Feb.",
    "winter",
    "summer",
    "Tuesday",
    "today",
    "c.",
    "from",
    "to",
    "until",
    "the",
    "of",
    "end",
]
MARKS = [
    "OS",
    "NS",
    "(O.S.)",
    "(uncertain)",
    "(7 November)",
    "21:45",
    "p.m.",
    "h",
    "evening",
    "midnight",
    "UTC",
]
FOREIGN = [
    *(
        "октября",
        "г.",
        "ст. ст.",
        "с",
        "до",
        "между",
        "и",
        "конец",
        "ngày",
        "tháng",
        "năm",
        "giữa",
        "lịch cũ",
        "octobre",
    ),
    *(
        "mi-",
        "fin",
        "entre",
        "et",
        "avant",
        "vom",
        "bis",
        "Ende",
        "alten Stils",
        "1917年",
        "10月",
        "7日",
        "俄历",
        "至",
        "前",
        "下旬",
    ),
]
SIGNS = ["~", "?", "%", "..", "/", "–", "-", "—", ",", "+3", "²", "(", ")"]


@given(st.lists(st.sampled_from(FIGURES + WORDS + MARKS + FOREIGN + SIGNS)), st.sampled_from(["", " "]))
def test_any_text_is_a_date_that_can_be_shown_or_a_date_error(scraps: list[str], space: str) -> None:
    try:
        date = parse_date(space.join(scraps))
    except DateError:
        return
    assert parse_date(str(date)) == date


@pytest.mark.parametrize("calendar", ["julian", "OS", "old style", Calendar.JULIAN])
@pytest.mark.parametrize(
    "text", ["1917-10-25", "25 October 1917", "25 October 1917 OS", "25 October (7 November) 1917"]
)
def test_a_text_without_a_mark_is_in_the_calendar_asked_for(text: str, calendar: str) -> None:
    assert parse_date(text, calendar).notation == "1917-10-25 OS"


def test_a_text_in_both_styles_is_given_in_the_one_asked_for() -> None:
    assert parse_date("25 October (7 November) 1917", "NS").notation == "1917-11-07"


@pytest.mark.parametrize("text", ["1917-10-25 OS", "25 October 1917 (O.S.)", "23-27 February 1917 OS"])
def test_a_mark_that_contradicts_the_calendar_asked_for_is_an_error(text: str) -> None:
    with pytest.raises(DateError, match="marked as julian, but should be gregorian; leave one of them out"):
        parse_date(text, "gregorian")


def test_an_unknown_calendar_is_an_error() -> None:
    with pytest.raises(DateError, match="no calendar 'mayan'"):
        parse_date("1917", "mayan")


def test_a_date_is_returned_as_it_is() -> None:
    date = read_notation("1917-10-25 OS")
    assert parse_date(date) is date


@pytest.mark.parametrize("day", [datetime.date(1917, 11, 7), datetime.datetime(1917, 11, 7, 21, 45)])
def test_a_datetime_date_is_a_gregorian_day(day: datetime.date) -> None:
    assert parse_date(day, "julian") == HistoricalDate.from_date(datetime.date(1917, 11, 7))


def test_anything_else_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r"expected a string, a datetime.date or a HistoricalDate, not int"):
        parse_date(1917)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "notation"),
    [
        ("1917-02", "1917-10", "1917-02-01/1917-10-31"),
        ("1917-02 OS", "25 October 1917 (O.S.)", "1917-02-01/1917-10-25 OS"),
        ("1917-02-23 OS", datetime.date(1917, 11, 7), "1917-02-23/1917-10-25 OS"),
        ("1917-10-25T21:45 OS", "1917-10-26T02 OS", "1917-10-25/1917-10-26 OS"),
        (None, "1917", "../1917-12-31"),
        ("1917-22", None, "1917-06-01/.."),
        ("../1917", "1918", "../1918-12-31"),
        ("1917", "1918/..", "1917-01-01/.."),
        ("1917-10-25 OS", "1917-11-07 NS", "1917-10-25 OS"),
        ("1917-10-25 OS", "7 November [O.S. 25 October] 1917", "1917-10-25 OS"),
        ("1917-02-23 OS", "1921-03-18", "1917-02-23/1921-03-05 OS"),
    ],
)
def test_a_period_covers_both_dates(start: str | None, end: str | None, notation: str) -> None:
    assert as_period(start, end).notation == notation


def test_a_period_is_read_in_the_calendar_asked_for() -> None:
    assert as_period("1917-02-23", "1917-03-03", calendar="julian").start == datetime.date(1917, 3, 8)


@pytest.mark.parametrize(("start", "end"), [("1917-10-25", "1917-10-26 OS"), ("1917-10-25 OS", "October 1917")])
def test_a_period_does_not_mix_the_styles_unsaid(start: str, end: str) -> None:
    with pytest.raises(DateError, match="has no mark of style, and the other end is marked as julian"):
        as_period(start, end)


def test_a_period_reversed_is_an_error() -> None:
    with pytest.raises(DateError, match="before it begins"):
        as_period("1918", "1917")


def test_a_period_open_at_both_ends_is_an_error() -> None:
    with pytest.raises(DateError, match="both are open"):
        as_period(None, None)


def test_dateutil_is_not_imported_until_words_are_read() -> None:
    program = (
        "import sys; from russianrev.dates import parse_date; parse_date('1917-10-25 OS');"
        "assert 'dateutil' not in sys.modules; parse_date('7 Nov 1917'); assert 'dateutil' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
