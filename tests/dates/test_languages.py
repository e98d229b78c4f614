"""Dates as they are written in Chinese, French, German, Russian and Vietnamese, and in both styles at once."""

from __future__ import annotations

import datetime
import unicodedata
from pathlib import Path

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from russianrev.dates import Calendar, HistoricalDate, parse_date

OF_THE_DATA = [
    line.split("\t")
    for line in Path(__file__).with_name("dates_of_the_data.tsv").read_text(encoding="utf-8").splitlines()[1:]
]

recent = st.dates(datetime.date(1800, 1, 1), datetime.date(1999, 12, 31))

PATTERNS = {
    "en": ["d MMMM y", "MMMM d, y", "d MMM y", "MMM. d, y"],
    "ru": ["d MMMM y", "d MMMM y 'г'.", "d MMM y 'г'.", "d MMMM y 'года'"],
    "fr": ["d MMMM y", "d MMM y", "'le' d MMMM y"],
    "de": ["d. MMMM y", "d. MMM y", "d.MMMM y", "'am' d. MMMM y"],
    "zh": ["y年M月d日", "y年MM月dd日", "y年M月d号", "y 年 M 月 d 日"],
    "vi": ["'ngày' d MMMM 'năm' y", "d MMMM, y", "'ngày' d-M-y", "'ngày' dd/MM/y"],
}
"""How dates are written in each language; the names of months are those of CLDR, which Babel has."""

MARKS = {
    "en": (" (O.S.)", " (N.S.)"),
    "ru": (" ст. ст.", " н. ст."),
    "fr": (" (ancien style)", " (nouveau style)"),
    "de": (" alten Stils", " neuen Stils"),
    "zh": ("（俄历）", "（公历）"),
    "vi": (" (lịch cũ)", " (lịch mới)"),
}

written = st.sampled_from([(language, pattern) for language, patterns in PATTERNS.items() for pattern in patterns])


@given(recent, written, st.sampled_from(["NFC", "NFD"]))
def test_a_day_is_read_as_each_language_writes_it(day: datetime.date, how: tuple[str, str], form: str) -> None:
    language, pattern = how
    text = format_date(day, pattern, locale=language)
    assert parse_date(unicodedata.normalize(form, text)) == HistoricalDate.from_date(day)  # type: ignore[arg-type]


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(1999, 12, 31)).filter(lambda day: day.day < 29), written)
def test_the_marks_of_both_styles_are_read_in_each_language(day: datetime.date, how: tuple[str, str]) -> None:
    language, pattern = how
    text = format_date(day, pattern, locale=language)
    for calendar, mark in zip((Calendar.JULIAN, Calendar.GREGORIAN), MARKS[language], strict=True):
        expected = HistoricalDate.from_date(calendar.day(day.year, day.month, day.day), calendar)
        again = parse_date(text + mark)
        assert again == expected
        assert again.calendar is calendar


MONTHS = {
    "en": "MMMM y",
    "ru": "LLLL y 'г'.",
    "fr": "MMMM y",
    "de": "MMMM y",
    "zh": "y年M月",
    "vi": "LLLL 'năm' y",
}


@given(recent, st.sampled_from(sorted(MONTHS)))
def test_a_month_is_read_as_each_language_writes_it(day: datetime.date, language: str) -> None:
    text = format_date(day, MONTHS[language], locale=language)
    assert parse_date(text).notation == f"{day:%Y-%m}"


@given(recent)
def test_a_day_given_in_both_styles_is_read_in_every_way_of_writing_them(day: datetime.date) -> None:
    date = HistoricalDate.from_date(day, Calendar.JULIAN)
    old, new = date.old_style.removesuffix(" (O.S.)"), date.new_style
    for text in (
        f"{old} ({new})",
        f"{new} ({old})",
        f"{new} [O.S. {old}]",
        f"{new} ({old} O.S.)",
        f"{old} [N.S. {new}]",
        f"{old}/{new}",
        f"{old} / {new}",
        str(HistoricalDate.from_date(day)),
    ):
        assert parse_date(text) == date


@given(recent, st.integers(1, 11) | st.integers(14, 400))
def test_two_days_that_are_not_the_same_contradict_each_other(day: datetime.date, days: int) -> None:
    old = HistoricalDate.from_date(day, Calendar.JULIAN).old_style.removesuffix(" (O.S.)")
    later = HistoricalDate.from_date(day + datetime.timedelta(days=days)).new_style
    with pytest.raises(ValueError, match=f"in new style, not .*; they are {days} days? apart"):
        parse_date(f"{later} [O.S. {old}]")


@pytest.mark.parametrize(("notation", "shown", "days"), OF_THE_DATA)
def test_what_version_0_1_showed_of_the_data_is_read_as_it_was(notation: str, shown: str, days: str) -> None:
    if shown.endswith("1900s"):  # which is now refused, since it could be the century
        return
    date, again = parse_date(notation), parse_date(shown)
    assert date.notation == notation
    assert f"{date.start or '..'}/{date.end or '..'}" == days
    assert (again.start, again.end, again.is_span or "/" in notation) == (date.start, date.end, date.is_span)


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("25 октября (7 ноября) 1917 г.", "1917-10-25 OS"),
        ("23 февраля / 8 марта 1917", "1917-02-23 OS"),
        ("25.10.1917 ст.ст.", "1917-10-25 OS"),
        ("10.11.1917 н. ст.", "1917-11-10"),
        ("25 октября 1917 года по старому стилю", "1917-10-25 OS"),
        ("4 апрѣля 1917", "1917-04-04"),
        ("в октябре 1917 года", "1917-10"),
        ("лето 1917", "1917-22"),
        ("зима 1916–1917 гг.", "1916-24"),
        ("1920-е годы", "192X"),
        ("около 1917", "1917~"),
        ("до 1917 г.", "[..1916]"),
        ("после 1917", "[1918..]"),
        ("между 1914 и 1917", "[1914..1917]"),
        ("с 1914 по 1917 г.", "1914/1917"),
        ("с 1914 до 1917 г.", "1914/1917"),
        ("с 23 по 27 февраля 1917 г. (ст. ст.)", "1917-02-23/1917-02-27 OS"),
        ("в начале октября 1917", "[1917-10-01..1917-10-10]"),
        ("конец октября 1917", "[1917-10-21..1917-10-31]"),
        ("вечером 25 октября 1917 (ст. ст.)", "1917-10-25 evening OS"),
        ("1er mai 1917", "1917-05-01"),
        ("vers 1917", "1917~"),
        ("du 23 au 27 février 1917", "1917-02-23/1917-02-27"),
        ("entre 1914 et 1917", "[1914..1917]"),
        ("avant 1917", "[..1916]"),
        ("jusqu'en 1917", "../1917"),
        ("jusqu’au 25 octobre 1917", "../1917-10-25"),
        ("mi-octobre 1917", "[1917-10-11..1917-10-20]"),
        ("début 1917", "[1917-01..1917-04]"),
        ("l'été 1917", "1917-22"),
        ("les années 1920", "192X"),
        ("25.10.1917 a. St.", "1917-10-25 OS"),
        ("vom 23. bis 27. Februar 1917", "1917-02-23/1917-02-27"),
        ("zwischen 1914 und 1917", "[1914..1917]"),
        ("seit März 1918", "1918-03/.."),
        ("Ende Oktober 1917", "[1917-10-21..1917-10-31]"),
        ("1920er Jahre", "192X"),
        ("um 1917", "1917~"),
        ("1917年11月7日（俄历10月25日）", "1917-11-07"),
        ("俄历1917年10月25日", "1917-10-25 OS"),
        ("一九一七年十一月七日", "1917-11-07"),
        ("一九一七年十月二十日", "1917-10-20"),
        ("1917年2月23日至27日（旧历）", "1917-02-23/1917-02-27 OS"),
        ("从1914年到1917年", "1914/1917"),
        ("1914年和1917年之间", "[1914..1917]"),
        ("自1918年3月起", "1918-03/.."),
        ("直到1917年", "../1917"),
        ("1917年以前", "[..1916]"),
        ("1917年之后", "[1918..]"),
        ("约1917年", "1917~"),
        ("1917年左右", "1917~"),
        ("1917年10月下旬", "[1917-10-21..1917-10-31]"),
        ("1917年初", "[1917-01..1917-04]"),
        ("1917年夏", "1917-22"),
        ("1916—1917年冬", "1916-24"),
        ("20世纪20年代", "192X"),
        ("1910年代", "191X"),
        ("1917年10月25日晚（俄历）", "1917-10-25 evening OS"),
        ("tháng năm năm 1917", "1917-05"),
        ("tháng 10/1917", "1917-10"),
        ("25 tháng Mười năm 1917", "1917-10-25"),
        ("từ ngày 23 đến 27 tháng 2 năm 1917", "1917-02-23/1917-02-27"),
        ("giữa năm 1914 và năm 1917", "[1914..1917]"),
        ("giữa năm 1917", "[1917-05..1917-08]"),
        ("trước năm 1917", "[..1916]"),
        ("khoảng năm 1917", "1917~"),
        ("mùa hè năm 1917", "1917-22"),
        ("những năm 1920", "192X"),
        ("November 7 [O.S. October 25], 1917", "1917-11-07"),
        ("7 November 1917 (25 October O.S.)", "1917-11-07"),
        ("25 October [N.S. 7 November] 1917", "1917-10-25 OS"),
        ("25 October (7 November) 1917 (N.S.)", "1917-11-07"),
        ("Oct. 25, 1917 (Nov. 7)", "1917-10-25 OS"),
        ("October 18 (31), 1917", "1917-10-18 OS"),
        ("25 Oct./7 Nov. 1917", "1917-10-25 OS"),
        ("18/31 October 1917", "1917-10-18 OS"),
        ("8–12 March [O.S. 23–27 February] 1917", "1917-03-08/1917-03-12"),
        ("February 23–27 (March 8–12), 1917", "1917-02-23/1917-02-27 OS"),
        ("13 March [O.S. 29 February] 1900", "1900-03-13"),
        ("c. 25 October (7 November) 1917 (uncertain)", "1917-10-25% OS"),
        ("23–27 Feb./8–12 March 1917", "1917-02-23/1917-02-27 OS"),
        ("18/31 July 1914 – 1/14 August 1914", "1914-07-18/1914-08-01 OS"),
        ("15 (28) July 1914 – 11 November 1918", "1914-07-15/1918-10-29 OS"),
        ("8 February 1917 (O.S.) – 8 March [O.S. 23 February] 1917", "1917-02-08/1917-02-23 OS"),
        ("February 23–27, 1917", "1917-02-23/1917-02-27"),
        ("Feb. 23-27, 1917", "1917-02-23/1917-02-27"),
        ("23–27.2.1917", "1917-02-23/1917-02-27"),
        ("February-October 1917", "1917-02/1917-10"),
        ("1914–18", "1914/1918"),
        ("25-Oct-1917", "1917-10-25"),
        ("O.S. 25 October 1917", "1917-10-25 OS"),
        ("25 October (O.S.) 1917", "1917-10-25 OS"),
        ("Summer, 1917", "1917-22"),
        ("late October 1917", "[1917-10-21..1917-10-31]"),
        ("mid-February 1917 OS", "[1917-02-11..1917-02-20] OS"),
        ("the end of February 1917", "[1917-02-21..1917-02-28]"),
        ("early in the 1920s", "[1920..1923]"),
        ("late 1917", "[1917-09..1917-12]"),
        ("late winter 1916–17", "1917-02"),
        ("before 1917", "[..1916]"),
        ("before late October 1917", "[..1917-10-20]"),
        ("c. after 1917", "[1918~..]"),
        ("between 1914 and 1917", "[1914..1917]"),
        ("c. between 14 February and 13 March 1917 (uncertain)", "[1917-02-14%..1917-03-13%]"),
        ("1917 (?)", "1917?"),
        ("7 November 1917?", "1917-11-07?"),
        ("7 November 1917 (circa)", "1917-11-07~"),
        ("1900s (decade)", "190X"),
        ("the 1900s (century)", "[1900..1999]"),
        ("throughout 1917", "1917/1917"),
    ],
)
def test_what_people_write_is_read(text: str, notation: str) -> None:
    assert parse_date(text).notation == notation


@pytest.mark.parametrize(
    "text",
    [
        "1917" + " OS" * 8000,
        "9" * 4301 + " May 1917",
        "9" * 4301 + ".1.1917",
        "(" * 100_000,
        "1917年" * 100_000,
        "tháng " * 100_000,
        " " * 1_000_000,
    ],
)
def test_a_text_that_is_too_long_for_a_date_is_an_error_that_does_not_repeat_it(text: str) -> None:
    with pytest.raises(ValueError, match="characters; a date has at most 200") as caught:
        parse_date(text)
    assert len(str(caught.value)) < 200
