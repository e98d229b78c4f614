"""How dates are shown to people."""

from __future__ import annotations

from typing import Any

import pytest
from dates_strategies import dates
from hypothesis import given

from russianrev.dates import HistoricalDate, parse_date, read_notation
from russianrev.errors import DateError


@pytest.mark.parametrize(
    ("notation", "shown"),
    [
        ("1917-10-25 OS", "25 October (7 November) 1917"),
        ("1917-11-07", "7 November [O.S. 25 October] 1917"),
        ("1818-05-05", "5 May [O.S. 23 April] 1818"),
        ("1917-10-31", "31 [O.S. 18] October 1917"),
        ("1917-01-02", "2 January 1917 [O.S. 20 December 1916]"),
        ("1917-11-07T21:45?", "7 November [O.S. 25 October] 1917, 21:45 (uncertain)"),
        ("1917-10-18 OS", "18 (31) October 1917"),
        ("1916-12-20 OS", "20 December 1916 (2 January 1917)"),
        ("1918-01-31 OS", "31 January (13 February) 1918"),
        ("1918-02-14", "14 February 1918"),
        ("1918-02-01 OS", "1 (14) February 1918"),
        ("1922-12-30 OS", "30 December 1922 (12 January 1923)"),
        ("0250-05-05", "5 May 250"),
        ("0250-05-05 OS", "5 May 250 (O.S.)"),
        ("1917-02 OS", "February 1917 (O.S.)"),
        ("1917-11", "November 1917"),
        ("1917 OS", "1917 (O.S.)"),
        ("1917", "1917"),
        ("191X", "1910s"),
        ("190X? OS", "1900s (decade) (O.S., uncertain)"),
        ("[1914..1917]", "between 1914 and 1917"),
        ("[1914~..1917~] OS", "c. between 1914 and 1917 (O.S.)"),
        ("[1917..1917-10]", "between 1917 and October 1917"),
        ("[1917-10-21..1917-10-31] OS", "between 21 and 31 October 1917 (O.S.)"),
        ("[..1916?]", "before 1917 (uncertain)"),
        ("[..1917-10-24] OS", "before 25 October (7 November) 1917"),
        ("[1918-24..] OS", "after autumn 1918 (O.S.)"),
        ("1917-22", "summer 1917"),
        ("1917-24", "winter 1917–1918"),
        ("0050", "0050"),
        ("1921~", "c. 1921"),
        ("1911-08?", "August 1911 (uncertain)"),
        ("1911-08% OS", "c. August 1911 (O.S., uncertain)"),
        ("1917-10-25? OS", "25 October (7 November) 1917 (uncertain)"),
        ("1917-10-25T21:45 OS", "25 October (7 November) 1917, 21:45"),
        ("1917-10-26T02 OS", "26 October (8 November) 1917, 02h"),
        ("1917-10-25 small-hours OS", "25 October (7 November) 1917, small hours"),
    ],
)
def test_a_moment_is_shown_as_historians_write_it(notation: str, shown: str) -> None:
    assert str(read_notation(notation)) == shown


@pytest.mark.parametrize(
    ("notation", "shown"),
    [
        ("1917-02-23/1917-02-27 OS", "23–27 February (8–12 March) 1917"),
        ("1917-02-23/1917-03-03 OS", "23 February – 3 March (8–16 March) 1917"),
        ("1917-07-01/1917-07-03 OS", "1–3 (14–16) July 1917"),
        ("1916-12-20/1917-01-05 OS", "20 December 1916 – 5 January 1917 (2–18 January 1917)"),
        ("1917-11-07/1922-12-30", "7 November [O.S. 25 October] 1917 – 30 December 1922"),
        ("1915-09-05/1915-09-08", "5–8 September [O.S. 23–26 August] 1915"),
        ("1917/1917", "the whole of 1917"),
        ("1917-10-25/1917-10-25 OS", "the whole of 25 October (7 November) 1917"),
        ("1917~/1917", "c. 1917 – 1917"),
        ("189X/190X", "1890s – 1900s (decade)"),
        ("1921-02-28/1921-03-18", "28 February – 18 March 1921"),
        ("1917-02/1917-10 OS", "February – October 1917 (O.S.)"),
        ("1917-02-23/1917-10 OS", "23 February (8 March) 1917 – October 1917 (O.S.)"),
        ("1916-24/1917-22", "winter 1916–1917 – summer 1917"),
        ("1921/1922", "1921–1922"),
        ("191X/192X", "1910s–1920s"),
        ("1921~/1922", "c. 1921 – 1922"),
        ("1921/1922?", "1921 – 1922 (uncertain)"),
        ("../1917-10-31", "until 31 [O.S. 18] October 1917"),
        ("../1917-10", "until the end of October 1917"),
        ("1918-03/..", "from March 1918"),
    ],
)
def test_a_span_is_shown_as_briefly_as_is_clear(notation: str, shown: str) -> None:
    assert str(read_notation(notation)) == shown


@pytest.mark.parametrize(
    ("notation", "old", "new"),
    [
        ("1917-11-07T21:45", "25 October 1917, 21:45 (O.S.)", "7 November 1917, 21:45"),
        ("1921-03-01", "16 February 1921 (O.S.)", "1 March 1921"),
        ("1917-02 OS", "February 1917 (O.S.)", "between 14 February and 13 March 1917"),
        ("1917", "between 19 December 1916 and 18 December 1917 (O.S.)", "1917"),
        ("1917-02-23/1917-03-03 OS", "23 February – 3 March 1917 (O.S.)", "8–16 March 1917"),
        ("1917-02/1917-10 OS", "February – October 1917 (O.S.)", "14 February – 13 November 1917"),
        ("../1917-10", "until 18 October 1917 (O.S.)", "until the end of October 1917"),
        ("1918-03/..", "from 16 February 1918 (O.S.)", "from March 1918"),
        ("1917-11-07/1917-11-07", "the whole of 25 October 1917 (O.S.)", "the whole of 7 November 1917"),
        ("[1914..1917]", "between 19 December 1913 and 18 December 1917 (O.S.)", "between 1914 and 1917"),
        ("[..1917-09] OS", "before October 1917 (O.S.)", "before 14 October 1917"),
        ("[1917-11..] OS", "after October 1917 (O.S.)", "after 13 November 1917"),
    ],
)
def test_one_style_can_be_asked_for(notation: str, old: str, new: str) -> None:
    date = read_notation(notation)
    assert (date.old_style, date.new_style) == (old, new)


@given(dates())
def test_the_label_is_the_string(date: HistoricalDate) -> None:
    assert date.label == date.format() == str(date)


@given(dates())
def test_every_date_shown_is_read_back_as_an_equal_one(date: HistoricalDate) -> None:
    assert parse_date(str(date)) == date


@given(dates())
def test_one_style_is_read_back_to_the_same_days(date: HistoricalDate) -> None:
    for text in (date.old_style, date.new_style):
        again = parse_date(text)
        assert (again.start, again.end, again.time) == (date.start, date.end, date.time)
        assert again.is_span == date.is_span


@pytest.mark.parametrize("style", ["julian", "gregorian", "OS", "", None])
def test_there_are_no_other_styles(style: Any) -> None:
    with pytest.raises(DateError, match=r"no style .*; accepted are 'both', 'old' \(Julian\) and 'new' \(Gregorian\)"):
        parse_date("1917-10-25 OS").format(style)


def test_a_date_is_set_in_columns_as_its_string_is() -> None:
    date = parse_date("1917")
    assert f"{date:>6}|{date:6}|{date}" == "  1917|1917  |1917"
