"""Reading dates as people type them: `25 October 1917 (O.S.)`, `c. 1921`, `until March 1918`, `25 октября 1917 г.`.

Everything that the library itself displays is read back. What has no year, could be read in two ways, or has
anything in it that is not understood is an error: nothing is guessed, and nothing is filled in from today's
date.
"""

from __future__ import annotations

import re

from attrs import evolve

from russianrev.dates.calendars import REFORM, Calendar
from russianrev.dates.historical import HistoricalDate
from russianrev.dates.languages import in_english
from russianrev.dates.notation import match_notation
from russianrev.dates.phrases import (
    CIRCA,
    DAY,
    DAYS,
    WINTER,
    YEAR,
    compile_form,
    find_months,
    read_decade,
    read_figures,
    read_words,
    take_marks,
    take_third,
    take_time,
    write_winter,
)
from russianrev.dates.units import SEASONS, CalendarUnit, Precision
from russianrev.errors import DateError
from russianrev.text import counted

_CIRCA_FIRST = compile_form(rf"{CIRCA} ?(.+)")

# Two dates. A hyphen joins them only between spaces, bare numbers or what has the name of a month, since the notation
# has hyphens of its own.
_WHOLE = compile_form(r"(?:(?:the )?whole of|all(?: of)?|throughout) (.+)")
_BETWEEN = compile_form(rf"({CIRCA} ?)?between (.+?) (?:and|to|–|-) (.+)")
_BOUND = compile_form(rf"({CIRCA} ?)?(before|after) (.+)")
_UNTIL = compile_form(r"(?:until|till) (?:the end of )?(.+)")
_FROM = compile_form(r"(?:from|since) (.+)")
_RANGE = compile_form(r"(?:(?:from|since) )?(.+?)(?: ?– ?| (?:-|to|until|till) )(?:the end of )?(.+)")
_DAY_RANGE = compile_form(r"(?:from )?((?:[^ 0-9-]+ )?[0-9]{1,2})-([0-9]{1,2}[ ,].+)")
_YEAR_RANGE = compile_form(r"(?:from )?([0-9]{3,4}s?)-([0-9]{3,4}s?\b.*)")
_MONTH_RANGE = compile_form(r"([^-]+)-([^-]+)")

# `25 October (7 November) 1917`, `7 November [O.S. 25 October] 1917`; `18/31 October 1917`.
_BRACKETED = compile_form(r"([^()\[\]]+?) ?[(\[]([^()\[\]]*[0-9][^()\[\]]*)[)\]] ?([^()\[\]]*)")
_RANGE_TWICE = compile_form(r"[^()\[\]]+[(\[][^()\[\]]*[–-][^()\[\]]*[)\]][^()\[\]]*|[^/]*[–-][^/]*/[^/]*[–-][^/]*")
_SLASHED = compile_form(r"([^/]*[0-9][^/]*)/([^/]*[0-9][^/]*)")

_THIRD = compile_form(r"(?:in |at )?(?:the )?(early|mid|late|beginning|middle|end)(?: of | in | |-)(?:the )?(.+)")
_SEASON = compile_form(r"(?:in )?(?:the )?(spring|summer|autumn|fall|winter),? (?:of |in )?([0-9]{3,4})")
_SEASON_NUMBERS = {name: number for number, name in SEASONS.items()} | {"fall": 23}
_DECADE = compile_form(r"(?:in )?(?:the )?([0-9]{2,3}0)'?s(?: \(?(decade|century)\)?)?")
_FIGURES = compile_form(r"([0-9]{1,4})([./-])([0-9]{1,4})\2([0-9]{1,4})\.?")
_HYPHENED = re.compile(r"\b([0-9]{1,2})-([^\W\d_]+)-([0-9]{4})\b")


def read_freetext(text: str, calendar: Calendar | None = None) -> HistoricalDate:
    """Read the date that `text` gives in words.

    Args:
        text: What to read.
        calendar: The calendar of a text that names none (by default Gregorian); one that names the other is
            an error.

    Raises:
        DateError: if it cannot be read, or in more ways than one.

    >>> read_freetext("23–27 February (8–12 March) 1917")
    parse_date('1917-02-23/1917-02-27 OS')
    >>> read_freetext("25 октября 1917 г. (ст. ст.)"), read_freetext("1917年11月7日")
    (parse_date('1917-10-25 OS'), parse_date('1917-11-07'))
    """
    # A winter has two years and a dash between them, which would look like a span.
    return _read(WINTER.sub(write_winter, _HYPHENED.sub(r"\1 \2 \3", in_english(text))), calendar)


def _read(text: str, calendar: Calendar | None) -> HistoricalDate:
    if whole := _WHOLE.fullmatch(text):
        moment = _read_moment(whole[1], calendar)
        return HistoricalDate.span(moment, moment)
    if _RANGE_TWICE.fullmatch(text) and (styles := _split_styles(text)):
        return _read_both_styles(*styles, calendar)
    if bounds := _BETWEEN.fullmatch(text):
        return _flag(HistoricalDate.between(*_read_two(bounds[2], bounds[3], calendar)), approximate=bool(bounds[1]))
    if bound := _BOUND.fullmatch(text):
        return _flag(_read_bound(bound[2].lower(), bound[3], calendar), approximate=bool(bound[1]))
    for form in (_RANGE, _DAY_RANGE, _YEAR_RANGE, _MONTH_RANGE):
        if (ends := form.fullmatch(text)) and (form is not _MONTH_RANGE or all(map(find_months, ends.groups()))):
            return HistoricalDate.span(*_read_two(ends[1], ends[2], calendar))
    if end := _UNTIL.fullmatch(text):
        return HistoricalDate.span(None, _read_moment(end[1], calendar))
    if beginning := _FROM.fullmatch(text):
        return HistoricalDate.span(_read_moment(beginning[1], calendar), None)
    return _read_moment(text, calendar)


# Two dates.


def _read_two(first: str, last: str, calendar: Calendar | None) -> tuple[HistoricalDate, HistoricalDate]:
    """Read two dates, each of which may leave the month to the other, and the first the year and the style to the last.

    So `23–27 February 1917 (O.S.)`, `February 23–27, 1917`; and after a year, `1914–18` is short for 1918.
    """
    plain, marked, *_ = take_marks(last)
    if re.fullmatch("[0-9]{4}", first) and re.fullmatch("[0-9]{2}", plain):
        last = last.replace(plain, first[:2] + plain, 1)
    if DAY.fullmatch(first) and (day := DAY.match(plain)):
        first += plain[day.end() :]
    beginning = _read_moment(_lend_year(_lend_month(first, plain), plain), marked or calendar)
    ending = _read_moment(_lend_month(last, first), calendar)
    if not marked and (beginning.calendar, ending.calendar) == (Calendar.JULIAN, Calendar.GREGORIAN):
        _refuse_bare(last, ending)
    return beginning, ending


def _refuse_bare(text: str, date: HistoricalDate) -> None:
    """Refuse the end of what begins in old style, if it could be in either: before the reform, and not in both."""
    if date.before(REFORM) and not _split_styles(text):
        raise DateError("its beginning is marked as julian, its end is not; write 'OS' or 'NS' after it")


def _lend_month(text: str, other: str) -> str:
    """Give a text that has a bare day the other's month."""
    days = any(DAYS.fullmatch(token.rstrip(".")) for token in re.split("[ ,]+", text))
    months = find_months(other)
    return f"{text} {months[-1]}" if days and months and not find_months(text) else text


def _lend_year(text: str, other: str) -> str:
    """Give a text that has no year the other's."""
    years = YEAR.findall(other)
    return f"{text} {years[-1]}" if years and take_marks(text)[0] and not re.search("[0-9]{3}", text) else text


def _read_bound(side: str, text: str, calendar: Calendar | None) -> HistoricalDate:
    """Read what was before or after a date."""
    date = _read_moment(text, calendar)
    unit = date.first if side == "before" else date.last
    if unit is None or date.time:
        raise DateError(f"{text!r} is no day, month or year; give one after {side!r}")
    nearest = HistoricalDate.moment(unit.shifted(-1 if side == "before" else 1))
    return HistoricalDate.between(None, nearest) if side == "before" else HistoricalDate.between(nearest, None)


# One date in both styles.


def _split_styles(text: str) -> tuple[str, str] | None:
    """Divide a date that is given twice; each may leave the month or the year to the other, or to what follows."""
    if both := _BRACKETED.fullmatch(text):
        outer, inner = f"{both[1]} {both[3]}".strip(), f"{both[2]} {both[3]}".strip()
    elif find_months(text) and (both := _SLASHED.fullmatch(text)):
        outer, inner = both[1].strip(), both[2].strip()
    else:
        return None
    inner = _lend_year(_lend_month(inner, outer), outer)
    return _lend_year(_lend_month(outer, inner), inner), inner


def _read_both_styles(outer: str, inner: str, calendar: Calendar | None) -> HistoricalDate:
    """Read a date that is given in both styles: as marked, or else whichever way round they are the same day."""
    outer, marked, uncertain, approximate = take_marks(outer)
    calendar = _choose_calendar(marked, calendar)
    _, inner_marked, *_ = take_marks(inner)
    problem: DateError | None = None
    for style, other in ((Calendar.JULIAN, Calendar.GREGORIAN), (Calendar.GREGORIAN, Calendar.JULIAN)):
        if inner_marked is style:
            continue
        try:
            date, again = _read(outer, style), _read(inner, other)
        except DateError as error:
            problem = problem or error
            continue
        if date == again:
            chosen = again if calendar is other else date
            return _flag(chosen, approximate=approximate, uncertain=uncertain)
        problem = problem or _contradict(date, again)
    assert problem
    raise problem


def _contradict(date: HistoricalDate, again: HistoricalDate) -> DateError:
    old, new = (date, again) if date.calendar is Calendar.JULIAN else (again, date)
    apart = ""
    if old.start and new.start and old.precision is new.precision is Precision.DAY:
        apart = f"; they are {counted(abs(old.start - new.start).days, 'day')} apart"
    return DateError(f"{old.old_style} is {old.new_style} in new style, not {new.new_style}{apart}")


# One date.


def _read_moment(text: str, calendar: Calendar | None) -> HistoricalDate:
    text, marked, uncertain, approximate = take_marks(text)
    calendar = _choose_calendar(marked, calendar)
    if circa := _CIRCA_FIRST.fullmatch(text):
        text, approximate = circa[1], True
    if third := _THIRD.fullmatch(text):
        date = take_third(third[1].lower(), _read_moment(third[2], calendar))
    else:
        date = _read_timed(text, calendar)
    return _flag(date, approximate=approximate, uncertain=uncertain)


def _choose_calendar(marked: Calendar | None, calendar: Calendar | None) -> Calendar | None:
    if marked and calendar and marked is not calendar:
        raise DateError(f"it is marked as {marked}, but should be {calendar}; leave one of them out")
    return marked or calendar


def _flag(date: HistoricalDate, *, approximate: bool = False, uncertain: bool = False) -> HistoricalDate:
    if not (approximate or uncertain):
        return date
    first, last = (
        unit and evolve(unit, approximate=unit.approximate or approximate, uncertain=unit.uncertain or uncertain)
        for unit in (date.first, date.last)
    )
    return HistoricalDate(first, last, is_span=date.is_span, time=date.time)


def _read_timed(text: str, calendar: Calendar | None) -> HistoricalDate:
    text, time = take_time(text)
    date = _read_plain_moment(text, calendar)
    if date.is_span:
        raise DateError(f"{text!r} is a span, where one date was expected")
    if time and date.time:
        raise DateError(f"it has two times of day, {date.time} and {time}")
    return evolve(date, time=time) if time else date


def _read_plain_moment(text: str, calendar: Calendar | None) -> HistoricalDate:
    """Read one date without mark or time: notation, both styles, season, decade, or a day, month or year."""
    if date := match_notation(text, calendar):
        return date
    if styles := _split_styles(text):
        return _read_both_styles(*styles, calendar)
    given = calendar or Calendar.GREGORIAN
    if season := _SEASON.fullmatch(text):
        name, year = season[1].lower(), int(season[2])
        if name == "winter":
            raise DateError(
                f"a winter lies in two years; write 'winter {year - 1}–{year}' or 'winter {year}–{year + 1}'"
            )
        unit = CalendarUnit(year, _SEASON_NUMBERS[name], calendar=given)
    elif decade := _DECADE.fullmatch(text):
        return read_decade(int(decade[1]), (decade[2] or "").lower(), given)
    elif figures := _FIGURES.fullmatch(text):
        unit = CalendarUnit(*read_figures(figures[1], figures[3], figures[4]), calendar=given)
    else:
        unit = CalendarUnit(*read_words(text), calendar=given)
    return HistoricalDate.moment(unit)
