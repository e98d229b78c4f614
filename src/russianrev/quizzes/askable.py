"""What can be asked of a data set: each question has one right answer by the data, and passages that settle it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

from attrs import frozen

from russianrev.dates import CalendarUnit, HistoricalDate, Precision
from russianrev.errors import DateError
from russianrev.quizzes.draft import PLAUSIBLE, Draft
from russianrev.quizzes.questions import QuestionKind
from russianrev.quizzes.words import LANGUAGES, TELLS_TIME, gap_title
from russianrev.records.model import Event, Party, Person, Source, Statement, Thing
from russianrev.vocabulary import EventKind, PartyKind

if TYPE_CHECKING:
    from russianrev.queries.corpus import Corpus


def drafts(dataset: Corpus) -> Iterator[Draft]:
    """Draft every question that a data set allows, in the order of the data."""
    disputed = {s for dispute in dataset.disputes() for claim in dispute.values for s in claim.statements}
    doubtful = {s for s in dataset.statements if s.readings or s.said_by or s in disputed}
    years = {who: [e.date.start.year for e in who.events if e.date and e.date.start] for who in dataset.persons}
    events = [event for event in dataset.events if not _is_disputed(event)]
    dated = [found for event in events if (found := _date_event(event, doubtful))]
    yield from map(_draft_when, dated)
    yield from _draft_orders(dated)
    for event in events:
        statements = tuple(s for s in event.statements if s.event == event and s not in doubtful)
        yield from _draft_who(event, statements, years)
        yield from _draft_source(event, statements, dataset.sources)
    for person in dataset.persons:
        yield from _draft_party(person, doubtful, dataset.parties)


@frozen
class _Dated:
    """An event, the day, month or year that documents put it in, and the statements that do."""

    event: Event
    when: HistoricalDate
    statements: tuple[Statement, ...]


def _date_event(event: Event, doubtful: set[Statement]) -> _Dated | None:
    """Find the day of an event, or else its month or its year, as far as statements give it.

    None if that is about right, doubted or open, if any statement on the event gives another time or a misread one, or
    if a title tells it.
    """
    date = event.date
    dating = [(s, s.date) for s in event.statements if s.event == event and s.date]
    if not date or not _is_sure(date) or any(s.readings or not date.overlaps(given) for s, given in dating):
        return None
    if any(TELLS_TIME.search(event.title_in(language)) for language in LANGUAGES):
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


def _draft_orders(dated: Iterable[_Dated]) -> Iterator[Draft]:
    """Draft the order of three dated events, not too close, each of which is over when the next begins."""
    in_time = sorted(dated, key=lambda each: each.when.sort_key)
    step = len(in_time) // 20 + 1
    for chain in zip(in_time, in_time[step:], in_time[2 * step :], strict=False):
        if all(earlier.when < later.when for earlier, later in pairwise(chain)):
            right, *wrong = permutations(each.event for each in chain)
            statements = tuple(s for each in chain for s in each.statements)
            yield Draft(QuestionKind.ORDER, "order", right, right, wrong, statements)


def _draft_who(event: Event, statements: Iterable[Statement], years: dict[Person, list[int]]) -> Iterator[Draft]:
    """Draft which one person a title names; wrong are those whom nothing told of the event or around it touches.

    The most plausible are those who did something at about that time.
    """
    named = [p.who for p in event.participants if isinstance(p.who, Person) and gap_title(event, p.who, "en")]
    naming = tuple(s for s in statements if named and named[0] in s.things)
    start = event.date and event.date.start
    if event.kind in _OF_ONE and len(named) == 1 and start and naming and not event.authority_for("participants"):
        family = [*event.branch, *_list_wholes(event)]
        tied = {thing for each in family for s in each.statements for thing in s.things}
        tied |= {participant.who for each in family for participant in each.participants}
        near = {who: min((abs(year - start.year) for year in years[who]), default=99) for who in years.keys() - tied}
        others = sorted(near, key=lambda who: (near[who], who.id))
        yield Draft(QuestionKind.WHO, "who", (event,), named[0], others, naming)


_OF_ONE = (EventKind.CAMPAIGN, EventKind.LAW, EventKind.POLICY, EventKind.PUBLICATION, EventKind.WRITING)
"""What the title of such an event tells of one person is hardly true of another, as an arrest or a journey may be."""


def _draft_party(person: Person, doubtful: set[Statement], parties: Iterable[Party]) -> Iterator[Draft]:
    """Draft to which party a person belonged; wrong are those to which none of the person's is kin."""
    joined = {membership.party for membership in person.memberships}
    joined |= {tenure.body for tenure in person.offices if isinstance(tenure.body, Party)}
    kin = {end for party in joined for d in party.lineage() for end in (d.earlier, d.later)}
    others = [party for party in parties if party.kind is PartyKind.PARTY and party not in joined | kin]
    others.sort(key=lambda party: -len(party.statements))
    for membership in [] if _is_disputed(person) else person.memberships:
        party = membership.party
        statements = tuple(s for s in membership.statements if party in s.things and s not in doubtful)
        if statements and party.kind is PartyKind.PARTY:
            yield Draft(QuestionKind.PARTY, "party", (person,), party, others, statements)
            return


def _draft_source(event: Event, statements: Sequence[Statement], sources: Iterable[Source]) -> Iterator[Draft]:
    """Draft which document tells of an event; wrong are those that do not, nor of its parts or what it is part of."""
    if statements:
        right = statements[0].source
        telling = {s.source for each in (*event.branch, *_list_wholes(event)) for s in each.statements}
        others = [source for source in sources if source not in telling]
        of_right = tuple(s for s in statements if s.source == right)
        yield Draft(QuestionKind.SOURCE, "source", (event,), right, others, of_right)


# What ties things together.


def _is_disputed(thing: Thing) -> bool:
    """Tell whether something is disputed of the thing itself, not only of what touches it."""
    return any(dispute.thing == thing for dispute in thing.disputes)


def _list_wholes(event: Event) -> Iterator[Event]:
    """List what an event is part of, and what that is part of in turn."""
    if event.part_of:
        yield event.part_of
        yield from _list_wholes(event.part_of)
