"""Reading dates as people type them: `25 October 1917 (O.S.)`, `c. 1921`, `until March 1918`, `25 октября 1917 г.`.

Everything that the library itself displays is read back. What has no year, could be read in two ways, or has
anything in it that is not understood is an error: nothing is guessed, and nothing is filled in from today's
date.
"""

from __future__ import annotations

import re

from attrs import evolve

from russianrev.dates.calendars import MONTHS, REFORM, Calendar
from russianrev.dates.historical import HistoricalDate
from russianrev.dates.languages import Words, in_english
from russianrev.dates.notation import match_notation
from russianrev.dates.time_of_day import PartOfDay, TimeOfDay
from russianrev.dates.units import SEASONS, CalendarUnit, Precision
from russianrev.errors import DateError
from russianrev.text import counted

_ACCEPTED = (
    "write it in words, as '25 October 1917 (O.S.)', 'March 1921', 'summer 1917', 'c. 1921', 'before 1917', or as "
    "Chinese, French, German, Russian or Vietnamese has it; or in notation, as '1917-10-25 OS', '1917-10', "
    "'1917-02/1917-10', '191X', '1921~'"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


# Words for "approximately", before a date or in brackets; and the marks of style and certainty, anywhere in it.
_CIRCA = r"(?:c\.|ca\.?|circa|about|around|approximately)"
_MARK = r"O\.? ?S\.?|N\.? ?S\.?|old style|new style|julian(?: calendar)?|gregorian(?: calendar)?|uncertain"
_DATED_BRACKET = r"[(\[][^()\[\]]*[0-9][^()\[\]]*[)\]]"
_MARKS = _compile(
    rf"({_DATED_BRACKET})"
    rf"|,? ?[(\[] ?((?:{_MARK}|{_CIRCA}|\?)(?:[,;] ?(?:{_MARK}|\?))*) ?[)\]]"
    rf"|,? ?(?<!\w)({_MARK})(?!\w)"
    r"|(\?)(?= |$)"
)
_CIRCA_FIRST = _compile(rf"{_CIRCA} ?(.+)")

# Two dates. A hyphen joins them only between spaces, bare numbers or what has the name of a month, since the notation
# has hyphens of its own.
_WHOLE = _compile(r"(?:(?:the )?whole of|all(?: of)?|throughout) (.+)")
_BETWEEN = _compile(rf"({_CIRCA} ?)?between (.+?) (?:and|to|–|-) (.+)")
_BOUND = _compile(rf"({_CIRCA} ?)?(before|after) (.+)")
_UNTIL = _compile(r"(?:until|till) (?:the end of )?(.+)")
_FROM = _compile(r"(?:from|since) (.+)")
_RANGE = _compile(r"(?:(?:from|since) )?(.+?)(?: ?– ?| (?:-|to|until|till) )(?:the end of )?(.+)")
_DAY_RANGE = _compile(r"(?:from )?((?:[^ 0-9-]+ )?[0-9]{1,2})-([0-9]{1,2}[ ,].+)")
_YEAR_RANGE = _compile(r"(?:from )?([0-9]{3,4}s?)-([0-9]{3,4}s?\b.*)")
_MONTH_RANGE = _compile(r"([^-]+)-([^-]+)")

# `25 October (7 November) 1917`, `7 November [O.S. 25 October] 1917`; `18/31 October 1917`.
_BRACKETED = _compile(r"([^()\[\]]+?) ?[(\[]([^()\[\]]*[0-9][^()\[\]]*)[)\]] ?([^()\[\]]*)")
_SLASHED = _compile(r"([^/]*[0-9][^/]*)/([^/]*[0-9][^/]*)")

_PARTS = {
    **{part.value: part for part in PartOfDay},
    "small hours": PartOfDay.SMALL_HOURS,
    "midday": PartOfDay.NOON,
}
_PART = "|".join(_PARTS)
_PART_LAST = _compile(rf"(.+?),? (?:in the |at )?({_PART})")
_PART_FIRST = _compile(rf"(?:in |at )?(?:the )?({_PART}) of (.+)")
_CLOCK_LAST = _compile(r"(.+?),? (?:at )?([0-9]{1,2})(?:[:.]([0-9]{2})|h)")
_AM_PM_LAST = _compile(r"(.+?),? (?:at )?([0-9]{1,2})(?:[:.]([0-9]{2}))? ?([ap])\.?m\.?")

_MIDNIGHT = _compile(r"\bmidnight\b")

_THIRD = _compile(r"(?:in |at )?(?:the )?(early|mid|late|beginning|middle|end)(?: of | in | |-)(?:the )?(.+)")
_THIRDS = {"early": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
_FIRST_YEARS = (0, 4, 7, 10)  # of the thirds of a decade

_WINTER = _compile(r"\bwinter (?:of )?([0-9]{3,4})[–/-]([0-9]{2,4})\b|\b([0-9]{3,4})[–/-]winter ([0-9]{2,4})\b(?![–/-])")
_SEASON = _compile(r"(?:in )?(?:the )?(spring|summer|autumn|fall|winter),? (?:of |in )?([0-9]{3,4})")
_SEASON_NUMBERS = {name: number for number, name in SEASONS.items()} | {"fall": 23}
_DECADE = _compile(r"(?:in )?(?:the )?([0-9]{2,3}0)'?s(?: \(?(decade|century)\)?)?")
_FIGURES = _compile(r"([0-9]{1,4})([./-])([0-9]{1,4})\2([0-9]{1,4})\.?")
_HYPHENED = re.compile(r"\b([0-9]{1,2})-([^\W\d_]+)-([0-9]{4})\b")
_YEAR = _compile(r"(?<![0-9])[0-9]{3,4}(?![0-9xs'])")
_DAY = _compile(r"\b([0-9]{1,2})(?:st|nd|rd|th)?\b")
_DAYS = _compile(rf"{_DAY.pattern}(?:[–-]{_DAY.pattern})?")
_TOKEN = re.compile(r"[^ ,.]+")

_WORDS = Words()


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
    return _read(_WINTER.sub(_write_winter, _HYPHENED.sub(r"\1 \2 \3", in_english(text))), calendar)


def _read(text: str, calendar: Calendar | None) -> HistoricalDate:
    if whole := _WHOLE.fullmatch(text):
        moment = _read_moment(whole[1], calendar)
        return HistoricalDate.span(moment, moment)
    styles = _split_styles(text)
    if styles and re.search("[–-]", styles[1]):
        return _read_both_styles(*styles, calendar)
    if bounds := _BETWEEN.fullmatch(text):
        return _flag(HistoricalDate.between(*_read_two(bounds[2], bounds[3], calendar)), approximate=bool(bounds[1]))
    if bound := _BOUND.fullmatch(text):
        return _flag(_read_bound(bound[2].lower(), bound[3], calendar), approximate=bool(bound[1]))
    for form in (_RANGE, _DAY_RANGE, _YEAR_RANGE, _MONTH_RANGE):
        if (ends := form.fullmatch(text)) and (form is not _MONTH_RANGE or all(map(_find_months, ends.groups()))):
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
    plain, marked, *_ = _take_marks(last)
    if re.fullmatch("[0-9]{4}", first) and re.fullmatch("[0-9]{2}", plain):
        last = last.replace(plain, first[:2] + plain, 1)
    if _DAY.fullmatch(first) and (day := _DAY.match(plain)):
        first += plain[day.end() :]
    beginning = _read_moment(_lend_year(_lend_month(first, plain), plain), marked or calendar)
    ending = _read_moment(_lend_month(last, first), calendar)
    if not marked and beginning.calendar is not ending.calendar and ending.before(REFORM):
        raise DateError(f"its beginning is marked as {beginning.calendar}, its end is not; write 'OS' or 'NS' after it")
    return beginning, ending


def _find_months(text: str) -> list[str]:
    return [token for token in _TOKEN.findall(text) if _WORDS.month(token)]


def _lend_month(text: str, other: str) -> str:
    """Give a text that has a bare day the other's month."""
    days = any(_DAYS.fullmatch(token.rstrip(".")) for token in re.split("[ ,]+", text))
    months = _find_months(other)
    return f"{text} {months[-1]}" if days and months and not _find_months(text) else text


def _lend_year(text: str, other: str) -> str:
    """Give a text that has no year the other's."""
    years = _YEAR.findall(other)
    return f"{text} {years[-1]}" if years and _take_marks(text)[0] and not re.search("[0-9]{3}", text) else text


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
    elif _find_months(text) and (both := _SLASHED.fullmatch(text)):
        outer, inner = both[1].strip(), both[2].strip()
    else:
        return None
    inner = _lend_year(_lend_month(inner, outer), outer)
    return _lend_year(_lend_month(outer, inner), inner), inner


def _read_both_styles(outer: str, inner: str, calendar: Calendar | None) -> HistoricalDate:
    """Read a date that is given in both styles: as marked, or else whichever way round they are the same day."""
    outer, marked, uncertain, approximate = _take_marks(outer)
    calendar = _choose_calendar(marked, calendar)
    _, inner_marked, *_ = _take_marks(inner)
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
    text, marked, uncertain, approximate = _take_marks(text)
    calendar = _choose_calendar(marked, calendar)
    if circa := _CIRCA_FIRST.fullmatch(text):
        text, approximate = circa[1], True
    if third := _THIRD.fullmatch(text):
        date = _take_third(third[1].lower(), _read_moment(third[2], calendar))
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
        unit
        and evolve(unit, approximate=unit.approximate or approximate, uncertain=unit.uncertain or uncertain)
        for unit in (date.first, date.last)
    )
    return HistoricalDate(first, last, is_span=date.is_span, time=date.time)


def _take_marks(text: str) -> tuple[str, Calendar | None, bool, bool]:
    """Take the marks out: return the rest, the calendar they name, and whether it is uncertain, and approximate.

    The marks in brackets that have a date belong to that.
    """
    marks: list[str] = []

    def take(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        marks.extend(re.split("[,;] ?", (match[2] or match[3] or match[4]).lower()))
        return " "

    rest = " ".join(_MARKS.sub(take, text).split()).replace(" ,", ",").strip(" ,")
    initials = {mark[0] for mark in marks}
    if initials & {"o", "j"} and initials & {"n", "g"}:
        raise DateError("it is marked both as old style and as new style")
    calendar = None
    if initials & set("ojng"):
        calendar = Calendar.JULIAN if initials & {"o", "j"} else Calendar.GREGORIAN
    return rest, calendar, bool(initials & {"u", "?"}), bool(initials & {"c", "a"})


def _take_third(word: str, date: HistoricalDate) -> HistoricalDate:
    """Take the first, the middle or the last third of a date: of a month ten days, of a year four months."""
    unit, third = date.first, _THIRDS[word]
    if unit is None or unit != date.last or unit.day:
        raise DateError(f"{word!r} goes with a month, a season, a year or a decade")
    if unit.precision is Precision.SEASON:
        year, month, _ = unit.calendar.year_month_day(unit.start)
        return HistoricalDate.moment(evolve(unit, year=year, month=month).shifted(third))
    if unit.decade:
        first, last = (evolve(unit, year=unit.year + _FIRST_YEARS[third + end] - end, decade=False) for end in (0, 1))
    elif unit.month:
        length = unit.calendar.days_in_month(unit.year, unit.month)
        first, last = (evolve(unit, day=day) for day in (10 * third + 1, length if third == 2 else 10 * third + 10))
    else:
        first, last = (evolve(unit, month=4 * third + place) for place in (1, 4))
    return HistoricalDate.between(HistoricalDate.moment(first), HistoricalDate.moment(last))


def _read_timed(text: str, calendar: Calendar | None) -> HistoricalDate:
    text, time = _take_time(text)
    date = _read_plain_moment(text, calendar)
    if date.is_span:
        raise DateError(f"{text!r} is a span, where one date was expected")
    if time and date.time:
        raise DateError(f"it has two times of day, {date.time} and {time}")
    return evolve(date, time=time) if time else date


def _take_time(text: str) -> tuple[str, TimeOfDay | None]:
    """Take the time of day off the end (`, 21:45`) or beginning (`evening of`) of the text: return the rest, and it."""
    if _MIDNIGHT.search(text):
        raise DateError("midnight could be the beginning or the end of the day; write '00:00', or 'night'")
    if part := _PART_LAST.fullmatch(text):
        return part[1], TimeOfDay(part=_PARTS[part[2].lower()])
    if part := _PART_FIRST.fullmatch(text):
        return part[2], TimeOfDay(part=_PARTS[part[1].lower()])
    if clock := _AM_PM_LAST.fullmatch(text):
        hour = int(clock[2])
        if not 1 <= hour <= 12:
            raise DateError(f"there is no {hour} {clock[4].lower()}.m.; hours are 1 to 12 a.m. or p.m.")
        return clock[1], TimeOfDay(hour % 12 + 12 * (clock[4].lower() == "p"), int(clock[3]) if clock[3] else None)
    if clock := _CLOCK_LAST.fullmatch(text):
        return clock[1], TimeOfDay(int(clock[2]), int(clock[3]) if clock[3] else None)
    return text, None


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
        return _read_decade(int(decade[1]), (decade[2] or "").lower(), given)
    elif figures := _FIGURES.fullmatch(text):
        unit = CalendarUnit(*_read_figures(figures[1], figures[3], figures[4]), calendar=given)
    else:
        unit = CalendarUnit(*_read_words(text), calendar=given)
    return HistoricalDate.moment(unit)


def _read_decade(year: int, kind: str, calendar: Calendar) -> HistoricalDate:
    if year % 100 == 0 and not kind:
        raise DateError(
            f"it could be {year}–{year + 9} or {year}–{year + 99}; write '{year}s (decade)' or '{year}s (century)'"
        )
    if kind != "century":
        return HistoricalDate.moment(CalendarUnit(year, calendar=calendar, decade=True))
    ends = (HistoricalDate.moment(CalendarUnit(each, calendar=calendar)) for each in (year, year + 99))
    return HistoricalDate.between(*ends)


def _write_winter(match: re.Match[str]) -> str:
    year, following = (group for group in match.groups() if group)
    if not str(int(year) + 1).zfill(len(year)).endswith(following):
        raise DateError(f"a winter has two years, one after the other: 'winter {year}–{int(year) + 1}'")
    return f"{year:0>4}-24"


def _read_figures(*figures: str) -> tuple[int, int, int]:
    """Read year, month and day of a date in figures, if only one order of them is possible."""
    numbers = [int(figure) for figure in figures]
    if len(figures[0]) == 4:
        return numbers[0], numbers[1], numbers[2]
    if len(figures[2]) != 4:
        raise DateError("a year has four figures; " + _ACCEPTED)
    first, second, year = numbers
    if first <= 12 and second <= 12 and first != second:
        raise DateError(
            f"it could be {first} {MONTHS[second - 1]} or {second} {MONTHS[first - 1]}; write the month in "
            f"letters, or as {year}-{second:02}-{first:02}"
        )
    return (year, second, first) if second <= 12 else (year, first, second)


def _read_words(text: str) -> tuple[int, int | None, int | None]:
    """Read year, month and day of a date whose month is a word, in any order, None where missing."""
    years: list[int] = []
    days: list[int] = []
    months: list[int] = []
    for token in _TOKEN.findall(text):
        if _YEAR.fullmatch(token):
            years.append(int(token))
        elif day := _DAY.fullmatch(token):
            days.append(int(day[1]))
        elif month := _WORDS.month(token):
            months.append(month)
        elif not _WORDS.jump(token):
            raise DateError(f"{token!r} is not understood; {_ACCEPTED}")
    if not years:
        raise DateError(f"it has no year in full; {_ACCEPTED}")
    if len(years) > 1 or len(months) > 1 or len(days) > 1:
        raise DateError(f"it has more than one year, month or day; {_ACCEPTED}")
    if days and not months:
        raise DateError(f"it has a day but no month; {_ACCEPTED}")
    return years[0], months[0] if months else None, days[0] if days else None
