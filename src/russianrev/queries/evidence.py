"""What statements are evidence of: which attribute of a thing each gives, and what each source says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

import attrs

from russianrev.dates import HistoricalDate, parse_date
from russianrev.queries.answers import Account, Answers, Citations
from russianrev.records.model import (
    Dispute,
    Event,
    Findable,
    Person,
    Source,
    Statement,
    Thing,
    Work,
    aspects_of,
    stretches_of,
)
from russianrev.text import a, counted
from russianrev.vocabulary import EventKind, Predicate, Role


def sources_for(thing: Findable | Statement, aspect: str | None) -> Citations:
    """Gather the passages behind a thing, or behind one aspect of it: what `Corpus.sources_for` answers with."""
    if isinstance(thing, Statement):
        if aspect is not None:
            raise ValueError(f"a statement has one citation for all it says, not one for its {aspect!r}")
        return Citations((thing.citation,))
    if aspect is None:
        return _cite(thing.statements)
    if aspect not in aspects_of(thing):
        has = ", ".join(aspects_of(thing))
        raise ValueError(f"{a(type(thing).__name__.lower())} has no {aspect!r}; it has {has}")
    given = _cite(s for s in thing.statements if getattr(thing, aspect) and gives(s, thing, aspect))
    return Citations(given, next((note.authority for note in thing.editorial if note.attribute == aspect), None))


def _cite(statements: Iterable[Statement]) -> Citations:
    return Citations(dict.fromkeys(statement.citation for statement in statements))


def accounts(event: Event, sources: Iterable[Source], *, parts: bool) -> Answers[Account]:
    """Tell what each source says of an event, source by source; with `parts`, also of those that are part of it."""
    events = event.branch if parts else (event,)
    statements = sorted({s for each in events for s in each.statements}, key=lambda statement: statement.place)
    by_source: dict[Source, list[Statement]] = {}
    for statement in statements:
        by_source.setdefault(statement.source, []).append(statement)
    looked = ", ".join(source.id for source in sources)
    nothing = f"no document tells of {event.title}{' or its parts' if parts else ''}: looked for in {looked}"
    if not parts and any(each.statements for each in event.branch):
        nothing += "; with its parts, some do"
    return Answers((Account(event, source, tuple(each)) for source, each in by_source.items()), nothing)


def disputes(thing: Findable, *, parts: bool) -> Answers[Dispute]:
    """List the disputes that touch a thing; with `parts`, also those that touch the events that are part of it."""
    touched = thing.branch if parts and isinstance(thing, Event) else (thing,)
    nothing = f"no disputes on {thing.label}: {_count_documents(thing.statements)}"
    if not parts and isinstance(thing, Event) and any(each.disputes for each in thing.branch):
        nothing += "; with its parts, there are some"
    return Answers(dict.fromkeys(dispute for each in touched for dispute in each.disputes), nothing)


def _count_documents(statements: Collection[Statement]) -> str:
    """Say how much is said, and by how many documents."""
    documents = {statement.source.id for statement in statements}
    return f"{counted(len(statements), 'statement')} in {counted(len(documents), 'document')}"


# The relations by which a statement gives an attribute of a thing, and which of their ends the thing is.
_GIVEN_BY: dict[str, tuple[Predicate, Literal["subject", "object"]]] = {
    "birth": (Predicate.BORN_IN, "subject"),
    "death": (Predicate.KILLED, "object"),
    "founded": (Predicate.FOUNDED, "object"),
    "authors": (Predicate.WROTE, "object"),
    "within": (Predicate.LOCATED_IN, "subject"),
    "part_of": (Predicate.PART_OF, "subject"),
    "led_to": (Predicate.LED_TO, "subject"),
}


def gives(statement: Statement, thing: Findable, aspect: str) -> bool:
    """Tell whether a statement, one that touches a thing, gives an aspect of it."""
    if statement.relation and aspect in _GIVEN_BY:
        predicate, end = _GIVEN_BY[aspect]
        if statement.relation.predicate is predicate and getattr(statement.relation, end) == thing:
            return True
    match thing, aspect:
        case Event(), "date":
            return statement.event == thing and statement.date is not None
        case Event(), "participants":
            return any(participant.who in statement.things for participant in thing.participants)
        case Event(), "places":
            return any(place in statement.things for place in thing.places)
        case Event(), "summary" | "title" | "kind":
            return statement.event == thing
        case Work(), "date":
            return _dates_the_making_of(thing, statement)
        case Person(), "death":
            return statement.date is not None and _is_death_of(thing, statement.event)
        case Thing(), "memberships" | "offices" | "confinements" | "capitals":
            return any(statement in stretch.statements for stretch in stretches_of(thing)[aspect])
        case Thing(), "name" | "title" | "names":
            return any(statement.source in name.sources for name in thing.names)
        case _:
            return False


def _is_death_of(person: Person, event: Event | None) -> bool:
    fatal = {Role.VICTIM, Role.EXECUTED, Role.SUBJECT}
    return (
        event is not None
        and event.kind in (EventKind.ASSASSINATION, EventKind.EXECUTION, EventKind.DEATH)
        and any(participant.who == person and participant.role in fatal for participant in event.participants)
    )


def _dates_the_making_of(work: Work, statement: Statement) -> bool:
    """Tell whether a statement dates a work's writing or first publication; rightly, or as the editors correct it."""
    if not statement.date or not (statement.readings or (work.date and statement.date.overlaps(work.date))):
        return False
    if statement.relation and statement.relation.object == work:
        return statement.relation.predicate in (Predicate.WROTE, Predicate.PUBLISHED)
    return statement.event is not None and statement.event.kind in (EventKind.WRITING, EventKind.PUBLICATION)


def date_given(event: Event, source: Source) -> HistoricalDate | None:
    """Find the date that a source gives an event; None if it gives none.

    Where the source's date is disputed, it is that of the claim. Else it is the event's own if a statement has it;
    else the stretch from the first to the last date that they mention, unless it is open at both ends.
    """
    statements = [s for s in event.statements if s.source == source and s.event == event and s.date]
    disputed = (d for d in event.disputes if d.thing == event and d.attribute == "date")
    claimed = [s for d in disputed for claim in d.values for s in claim.statements if s in statements]
    dates = [s.date for s in claimed or statements if s.date]
    if not dates or event.date in dates:
        return event.date if dates else None
    return stretch_of(dates)


def stretch_of(dates: Collection[HistoricalDate]) -> HistoricalDate | None:
    """Find the stretch from the first to the last of some dates; to the day if they are of two calendars.

    None if it is open at both ends.
    """
    first = min(dates, key=lambda date: date.sort_key[0])  # where they begin, to the minute
    last = max(dates, key=lambda date: date.sort_key[1])
    if first == last:
        return first
    if first.start is None and last.end is None:
        return None
    if first.calendar is last.calendar:
        return HistoricalDate.span(attrs.evolve(first, time=None), attrs.evolve(last, time=None))
    days = (None if day is None else parse_date(day) for day in (first.start, last.end))
    return HistoricalDate.span(*days)
