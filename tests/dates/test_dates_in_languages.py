from __future__ import annotations

import pytest
from dates_strategies import dates
from hypothesis import given
from hypothesis import strategies as st

from russianrev.dates import HistoricalDate, parse_date, read_notation
from russianrev.dates.translation import date_in, months_in

WRITTEN = {
    "1917-10-25 OS": (
        "俄历1917年10月25日（公历11月7日）",
        "ngày 25 tháng 10 (lịch mới: ngày 7 tháng 11) năm 1917",
        "25 октября (7 ноября) 1917 года",
    ),
    "1906-07-08 OS": (
        "俄历1906年7月8日（公历7月21日）",
        "ngày 8 tháng 7 (lịch mới: ngày 21 tháng 7) năm 1906",
        "8 (21) июля 1906 года",
    ),
    "1917-12-25 OS": (
        "俄历1917年12月25日（公历1918年1月7日）",
        "ngày 25 tháng 12 năm 1917 (lịch mới: ngày 7 tháng 1 năm 1918)",
        "25 декабря 1917 года (7 января 1918 года)",
    ),
    "1917-02-23/1917-02-25 OS": (
        "俄历1917年2月23–25日（公历3月8–10日）",
        "ngày 23–25 tháng 2 (lịch mới: ngày 8–10 tháng 3) năm 1917",
        "23–25 февраля (8–10 марта) 1917 года",
    ),
    "1918-07-17": ("1918年7月17日", "ngày 17 tháng 7 năm 1918", "17 июля 1918 года"),
    "1917-07 OS": ("俄历1917年7月", "tháng 7 năm 1917 (lịch cũ)", "июль 1917 года (ст. ст.)"),
    "1914": ("1914年", "năm 1914", "1914 год"),
    "191X": ("1910年代", "thập niên 1910", "1910-е годы"),
    "190X~": ("约1900年代", "khoảng thập niên 1900", "около 1900-х годов"),
    "1916-24 OS": (
        "俄历1916–1917年冬",
        "mùa đông năm 1916–1917 (lịch cũ)",
        "зима 1916–1917 года (ст. ст.)",
    ),
    "1911-08~": ("约1911年8月", "khoảng tháng 8 năm 1911", "около августа 1911 года"),
    "1920?": ("1920年（存疑）", "năm 1920 (không chắc chắn)", "1920 год (предположительно)"),
    "1914/1917": ("1914–1917年", "năm 1914–1917", "1914–1917 годы"),
    "1917-07/1917-10": ("1917年7月—10月", "tháng 7 – tháng 10 năm 1917", "июль – октябрь 1917 года"),
    "1917/1918-03": ("1917年—1918年3月", "năm 1917 – tháng 3 năm 1918", "1917 год – март 1918 года"),
    "1897~/1917": ("约1897年—1917年", "khoảng năm 1897 – năm 1917", "около 1897 года – 1917 год"),
    "1918-22/..": ("自1918年夏起", "từ mùa hè năm 1918", "с лета 1918 года"),
    "../1918-08-02": ("至1918年8月2日", "đến ngày 2 tháng 8 năm 1918", "до 2 августа 1918 года"),
    "../1918-10": ("至1918年10月末", "đến cuối tháng 10 năm 1918", "до конца октября 1918 года"),
    "1918-08-02 evening": ("1918年8月2日傍晚", "ngày 2 tháng 8 năm 1918, buổi tối", "2 августа 1918 года, вечером"),
    "1918-08-02T02": ("1918年8月2日2时", "ngày 2 tháng 8 năm 1918, 2 giờ", "2 августа 1918 года, 2 ч"),
    "1918-08-02T21:45": ("1918年8月2日21:45", "ngày 2 tháng 8 năm 1918, 21:45", "2 августа 1918 года, 21:45"),
}


@pytest.mark.parametrize("notation", WRITTEN)
def test_dates_are_written_as_each_language_does(notation: str) -> None:
    date = read_notation(notation)
    assert tuple(date_in(date, language) for language in ("zh", "vi", "ru")) == WRITTEN[notation]


def test_one_style_alone_and_what_it_has_no_name_for() -> None:
    february = read_notation("1917-02 OS")
    assert date_in(february, "ru", "old") == "февраль 1917 года (ст. ст.)"
    assert date_in(february, "ru", "new") == "в промежутке: 14 февраля – 13 марта 1917 года"
    assert date_in(read_notation("1917-02-23/1917-03-03 OS"), "vi", "new") == "ngày 8–16 tháng 3 năm 1917"
    assert date_in(read_notation("1917-10-25 OS"), "zh", "new") == "1917年11月7日"
    assert date_in(read_notation("1917-03-08"), "zh", "old") == "俄历1917年2月23日"


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("before 1917", "ru", "до 1917 года"),
        ("after 1921", "vi", "sau năm 1921"),
        ("after 3 March 1921", "zh", "1921年3月3日之后"),
        ("between 1914 and 1917", "zh", "1914–1917年之间"),
    ],
)
def test_a_moment_between_two_dates_is_written_as_one(text: str, language: str, written: str) -> None:
    assert date_in(parse_date(text), language) == written


@given(dates(), st.sampled_from(["zh", "vi", "ru"]), st.sampled_from(["both", "old", "new"]))
def test_any_date_is_written_with_its_year_in_every_language(date: HistoricalDate, language: str, style: str) -> None:
    written = date_in(date, language, style)  # type: ignore[arg-type]
    unit = date.first or date.last
    assert unit
    assert any(str(year) in written for year in range(unit.year - 10, unit.year + 11))


@given(dates())
def test_other_languages_have_it_in_english(date: HistoricalDate) -> None:
    assert (date_in(date, "de"), date_in(date, "de", "old")) == (str(date), date.old_style)


@pytest.mark.parametrize("language", ["en", "zh", "vi", "ru"])
def test_a_year_has_twelve_months(language: str) -> None:
    assert len(set(months_in(language))) == 12
