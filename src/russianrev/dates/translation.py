"""Writing dates in Chinese, Vietnamese and Russian, as `display` does in English; in other languages they are English.

Old style alone is always marked. A day is shown in both styles, the old one first, where `display` shows it so.
"""

from __future__ import annotations

from attrs import frozen

from russianrev.dates.calendars import MONTHS, Calendar
from russianrev.dates.display import CALENDARS, Style, needs_both_styles
from russianrev.dates.historical import HistoricalDate
from russianrev.dates.time_of_day import PartOfDay, TimeOfDay
from russianrev.dates.units import CalendarUnit, Precision

_PARTS = tuple(PartOfDay)


@frozen
class _Language:
    """How a language writes dates; the forms have gaps for what they are put around.

    Months, seasons, years and decades stand alone (`months`), or inflected, after a preposition (`of_months`).
    """

    months: tuple[str, ...]
    of_months: tuple[str, ...]
    seasons: tuple[str, ...]
    of_seasons: tuple[str, ...]
    day: str
    dated: str
    year: str
    years: str
    of_year: str
    decade: str
    of_decade: str
    both: str
    both_in_month: str
    both_years: str
    old: str
    dash: str
    about: str
    uncertain: str
    start: str
    end: str
    end_of: str
    between: str
    before: str
    after: str
    parts: tuple[str, ...]
    hour: str
    time: str
    short_months: tuple[str, ...]

    def rest(self, unit: CalendarUnit, *, inflected: bool = False) -> str:
        """Write what is given of a unit within its year."""
        if unit.month is None:
            return ""
        if unit.day is not None:
            return self.on_day(str(unit.day), unit)
        if unit.precision is Precision.SEASON:
            return (self.of_seasons if inflected else self.seasons)[unit.month - 21]
        return (self.of_months if inflected else self.months)[unit.month - 1]

    def on_day(self, day: str, unit: CalendarUnit) -> str:
        """Write a day or days of the month of a unit."""
        assert unit.month
        return self.day.format(day, self.of_months[unit.month - 1])

    def whole(self, unit: CalendarUnit, *, inflected: bool = False) -> str:
        """Write a unit."""
        if rest := self.rest(unit, inflected=inflected):
            winter = unit.month == 24  # which could be the one before or the one after
            return self.dated.format(f"{unit.year}–{unit.year + 1}" if winter else unit.year, rest)
        if unit.decade:
            return (self.of_decade if inflected else self.decade).format(unit.year)
        return (self.of_year if inflected else self.year).format(unit.year)

    def span(self, first: CalendarUnit, last: CalendarUnit) -> str:
        """Write two units and what is between; a month or a year that they share is written once."""
        if first.year == last.year and (rest := self.span_within(first, last)):
            return self.dated.format(first.year, rest)
        if first.precision is last.precision is Precision.YEAR:
            return self.years.format(f"{first.year}–{last.year}")
        return self.dash.format(self.whole(first), self.whole(last))

    def span_within(self, first: CalendarUnit, last: CalendarUnit) -> str:
        """Write two units of one year, and what is between, without the year; empty if one is all of the year."""
        if first == last:
            return self.rest(first)
        if first.day and last.day and first.month == last.month:
            return self.on_day(f"{first.day}–{last.day}", first)
        rests = self.rest(first), self.rest(last)
        return self.dash.format(*rests) if all(rests) else ""

    def in_both(self, first: CalendarUnit, last: CalendarUnit) -> str:
        """Write days of the old style, and those of the new that they are."""
        old, new = (
            (first.first_day(calendar), last.last_day(calendar)) for calendar in (Calendar.JULIAN, Calendar.GREGORIAN)
        )
        if len({each.year for each in (*old, *new)}) > 1:
            return self.both_years.format(self.span(*old), self.span(*new))
        if first == last and old[0].month == new[0].month and self.both_in_month:
            rest = self.on_day(self.both_in_month.format(old[0].day, new[0].day), first.first_day(Calendar.JULIAN))
            return self.dated.format(old[0].year, rest)
        return self.both.format(old[0].year, self.span_within(*old), self.span_within(*new))

    def mark(self, text: str, calendar: Calendar) -> str:
        """Mark what is in the old style alone."""
        return self.old.format(text) if calendar is Calendar.JULIAN else text

    def time_of(self, time: TimeOfDay) -> str:
        """Write a time of day."""
        if time.part:
            return self.parts[_PARTS.index(time.part)]
        return str(time) if time.minute is not None else self.hour.format(time.hour)


def months_in(language: str) -> tuple[str, ...]:
    """List the months as an axis has them, in short.

    >>> months_in("zh")[0], months_in("en")[0]
    ('1月', 'Jan')
    """
    words = _LANGUAGES.get(language)
    return words.short_months if words else _ENGLISH_MONTHS


_ENGLISH_MONTHS = tuple(month[:3] for month in MONTHS)


def date_in(date: HistoricalDate, language: str, style: Style = "both") -> str:
    """Write a date in a language, in both styles or in one.

    >>> from russianrev.dates import parse_date
    >>> storming = parse_date("1917-10-25 OS")
    >>> for language in ("en", "zh", "vi", "ru"):
    ...     print(date_in(storming, language))
    25 October (7 November) 1917
    俄历1917年10月25日（公历11月7日）
    ngày 25 tháng 10 (lịch mới: ngày 7 tháng 11) năm 1917
    25 октября (7 ноября) 1917 года
    """
    words = _LANGUAGES.get(language)
    if not words:
        return {"both": str(date), "old": date.old_style, "new": date.new_style}[style]
    if date.precision is Precision.PERIOD:
        return _write_bounds(words, date.first, date.last, style)
    if not date.is_span:
        assert date.first
        return _write_unit(words, date.first, style, date.time)
    if date.first and date.last:
        return _write_span(words, date.first, date.last, style)
    if date.first:
        return words.start.format(_write_unit(words, date.first, style, inflected=True))
    assert date.last
    end = words.end if date.last.precision is Precision.DAY else words.end_of
    return end.format(_write_unit(words, date.last, style, inflected=True))


def _write_bounds(words: _Language, first: CalendarUnit | None, last: CalendarUnit | None, style: Style) -> str:
    """Write that something was between two dates, or before or after one."""
    if first and last:
        return words.between.format(_write_span(words, first, last, style))
    if first:
        return words.after.format(_write_unit(words, first.shifted(-1), style, inflected=True))
    assert last
    return words.before.format(_write_unit(words, last.shifted(1), style, inflected=True))


def _write_unit(
    words: _Language, unit: CalendarUnit, style: Style, time: TimeOfDay | None = None, *, inflected: bool = False
) -> str:
    calendar = CALENDARS.get(style, unit.calendar)
    if style == "both" and needs_both_styles(unit):
        text = words.in_both(unit, unit)
    elif calendar is unit.calendar or unit.precision is Precision.DAY:
        given = unit if calendar is unit.calendar else unit.first_day(calendar)
        text = words.mark(words.whole(given, inflected=inflected or unit.approximate), calendar)
    else:
        # One unknown moment of a month which the other calendar does not have.
        within = words.span(unit.first_day(calendar), unit.last_day(calendar))
        text = words.mark(words.between.format(within), calendar)
    if time:
        text = words.time.format(text, words.time_of(time))
    if unit.approximate:
        text = words.about.format(text)
    return words.uncertain.format(text) if unit.uncertain else text


def _write_span(words: _Language, first: CalendarUnit, last: CalendarUnit, style: Style) -> str:
    both = style == "both" and needs_both_styles(first)
    if first.flag or last.flag or both != (style == "both" and needs_both_styles(last)):
        return words.dash.format(_write_unit(words, first, style), _write_unit(words, last, style))
    if both:
        return words.in_both(first, last)
    calendar = CALENDARS.get(style, first.calendar)
    if calendar is not first.calendar:
        first, last = first.first_day(calendar), last.last_day(calendar)
    return words.mark(words.span(first, last), calendar)


_CHINESE_MONTHS = tuple(f"{month}月" for month in range(1, 13))
_VIETNAMESE_MONTHS = tuple(f"tháng {month}" for month in range(1, 13))

_LANGUAGES = {
    "zh": _Language(
        months=_CHINESE_MONTHS,
        of_months=_CHINESE_MONTHS,
        seasons=("春", "夏", "秋", "冬"),
        of_seasons=("春", "夏", "秋", "冬"),
        day="{1}{0}日",
        dated="{0}年{1}",
        year="{}年",
        years="{}年",
        of_year="{}年",
        decade="{}年代",
        of_decade="{}年代",
        both="俄历{}年{}（公历{}）",
        both_in_month="",
        both_years="俄历{}（公历{}）",
        old="俄历{}",
        dash="{}—{}",
        about="约{}",
        uncertain="{}（存疑）",
        start="自{}起",
        end="至{}",
        end_of="至{}末",
        between="{}之间",
        before="{}之前",
        after="{}之后",
        parts=("凌晨", "上午", "正午", "下午", "傍晚", "夜间"),
        hour="{}时",
        time="{}{}",
        short_months=_CHINESE_MONTHS,
    ),
    "vi": _Language(
        months=_VIETNAMESE_MONTHS,
        of_months=_VIETNAMESE_MONTHS,
        seasons=("mùa xuân", "mùa hè", "mùa thu", "mùa đông"),
        of_seasons=("mùa xuân", "mùa hè", "mùa thu", "mùa đông"),
        day="ngày {0} {1}",
        dated="{1} năm {0}",
        year="năm {}",
        years="năm {}",
        of_year="năm {}",
        decade="thập niên {}",
        of_decade="thập niên {}",
        both="{1} (lịch mới: {2}) năm {0}",
        both_in_month="",
        both_years="{} (lịch mới: {})",
        old="{} (lịch cũ)",
        dash="{} – {}",
        about="khoảng {}",
        uncertain="{} (không chắc chắn)",
        start="từ {}",
        end="đến {}",
        end_of="đến cuối {}",
        between="trong khoảng {}",
        before="trước {}",
        after="sau {}",
        parts=("rạng sáng", "buổi sáng", "giữa trưa", "buổi chiều", "buổi tối", "ban đêm"),
        hour="{} giờ",
        time="{}, {}",
        short_months=tuple(f"Th{month}" for month in range(1, 13)),
    ),
    "ru": _Language(
        months=(
            "январь", "февраль", "март", "апрель", "май", "июнь",
            "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
        ),
        of_months=(
            "января", "февраля", "марта", "апреля", "мая", "июня",
            "июля", "августа", "сентября", "октября", "ноября", "декабря",
        ),
        seasons=("весна", "лето", "осень", "зима"),
        of_seasons=("весны", "лета", "осени", "зимы"),
        day="{0} {1}",
        dated="{1} {0} года",
        year="{} год",
        years="{} годы",
        of_year="{} года",
        decade="{}-е годы",
        of_decade="{}-х годов",
        both="{1} ({2}) {0} года",
        both_in_month="{} ({})",
        both_years="{} ({})",
        old="{} (ст. ст.)",
        dash="{} – {}",
        about="около {}",
        uncertain="{} (предположительно)",
        start="с {}",
        end="до {}",
        end_of="до конца {}",
        between="в промежутке: {}",
        before="до {}",
        after="после {}",
        parts=("ранним утром", "утром", "в полдень", "днём", "вечером", "ночью"),
        hour="{} ч",
        time="{}, {}",
        short_months=("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
    ),
}  # fmt: skip
