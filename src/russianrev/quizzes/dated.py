"""What can be asked about dates: when an event was, in which order events were, which day a day of the old style is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import pairwise, permutations

from attrs import frozen

from russianrev.dates import REFORM, Calendar, CalendarUnit, HistoricalDate, Precision
from russianrev.errors import DateError
from russianrev.quizzes.draft import PLAUSIBLE, Draft
from russianrev.quizzes.questions import QuestionKind
from russianrev.quizzes.words import LANGUAGES, TELLS_TIME
from russianrev.records.model import Event, Statement


def draft_dates(events: Iterable[Event], doubtful: set[Statement]) -> Iterator[Draft]:
    """Draft the questions about dates of events that are in no dispute, in the order of the events."""
    dated = [found for event in events if (found := _date_event(event, doubtful))]
    untold = [each for each in dated if not _is_told(each.event)]
    yield from map(_draft_when, untold)
    yield from _draft_orders(untold)
    for each in dated:
        yield from _draft_style(each)


@frozen
class _Dated:
    """An event, the day, month or year that documents put it in, and the statements that do."""

    event: Event
    when: HistoricalDate
    statements: tuple[Statement, ...]


def _date_event(event: Event, doubtful: set[Statement]) -> _Dated | None:
    """Find the day of an event, or else its month or its year, as far as statements give it.

    None if that is about right, doubted or open, or if any statement on the event gives another time or a misread one.
    """
    date = event.date
    dating = [(s, s.date) for s in event.statements if s.event == event and s.date]
    if not date or not _is_sure(date) or any(s.readings or not date.overlaps(given) for s, given in dating):
        return None
    for unit in _list_units(date):
        giving = tuple(s for s, given in dating if s not in doubtful and _is_sure(given) and given.within(unit))
        if giving and date.within(unit):
            return _Dated(event, unit, giving)
    return None


def _draft_when(dated: _Dated) -> Draft:
    """Draft when an event was; wrong are the times near it to which nothing gives the event or a part of it."""
    event, when = dated.event, dated.when
    known = [each.date for each in (*event.branch, *event.statements) if each.date and not when.within(each.date)]
    wrong = [other for other in _step_around(when) if not any(map(other.overlaps, (when, *known)))]
    return Draft(QuestionKind.WHEN, when.precision, (event,), when, wrong, dated.statements)


def _is_sure(date: HistoricalDate) -> bool:
    return bool(date.start and date.end and not date.approximate and not date.uncertain)


def _list_units(date: HistoricalDate) -> Iterator[HistoricalDate]:
    """List the day, the month and the year in which a date begins, by its own calendar."""
    assert date.start
    year, month, day = date.calendar.year_month_day(date.start)
    for parts in ((year, month, day), (year, month), (year,)):
        yield HistoricalDate.moment(CalendarUnit(*parts, calendar=date.calendar))


def _step_around(unit: HistoricalDate) -> Iterator[HistoricalDate]:
    """Step around one by nine days, months or years, the nearest first, as far as the calendar reaches."""
    assert unit.start
    calendar = unit.calendar
    year, month, _ = calendar.year_month_day(unit.start)
    for steps in (sign * step for step in range(1, PLAUSIBLE + 1) for sign in (1, -1)):
        with suppress(DateError, OverflowError):
            match unit.precision:
                case Precision.DAY:
                    yield HistoricalDate.from_date(unit.start + datetime.timedelta(days=9 * steps), calendar)
                case Precision.MONTH:
                    years, months = divmod(month - 1 + steps, 12)
                    yield HistoricalDate.moment(CalendarUnit(year + years, months + 1, calendar=calendar))
                case _:
                    yield HistoricalDate.moment(CalendarUnit(year + steps, calendar=calendar))


def _is_told(event: Event) -> bool:
    """Tell whether a title tells when it was."""
    return any(TELLS_TIME.search(event.title_in(language)) for language in LANGUAGES)


_STEPS = (20, 12, 7)  # shares of all dated events between those of one question


def _draft_orders(dated: Iterable[_Dated]) -> Iterator[Draft]:
    """Draft the order of three dated events, not too close, each of which is over when the next begins."""
    in_time = sorted(dated, key=lambda each: each.when.sort_key)
    for step in dict.fromkeys(len(in_time) // share + 1 for share in _STEPS):
        for chain in zip(in_time, in_time[step:], in_time[2 * step :], strict=False):
            if all(earlier.when < later.when for earlier, later in pairwise(chain)):
                right, *wrong = permutations(each.event for each in chain)
                statements = tuple(s for each in chain for s in each.statements)
                yield Draft(QuestionKind.ORDER, "order", right, right, wrong, statements)


_APART = (-1, 1, -2, 2, -26)  # days from the right one: reckoned by another century's difference, or the wrong way


def _draft_style(dated: _Dated) -> Iterator[Draft]:
    """Draft which day of the new style the day of an event is, in the time of the old; wrong are days beside it."""
    when = dated.when
    if when.precision is Precision.DAY and when.start and when.start < REFORM:
        year, month, day = Calendar.JULIAN.year_month_day(when.start)
        named = _take_by_name(year, month, day)
        days = [when.start + datetime.timedelta(days=away) for away in _APART] + named
        wrong = [HistoricalDate.from_date(each) for each in dict.fromkeys(days) if each != when.start]
        right = HistoricalDate.from_date(when.start)
        yield Draft(QuestionKind.STYLE, "style", (dated.event,), right, wrong, dated.statements, when)


def _take_by_name(year: int, month: int, day: int) -> list[datetime.date]:
    """Take a day of the old style for the day of the new that has its name, where there is one."""
    with suppress(ValueError):
        return [datetime.date(year, month, day)]
    return []
