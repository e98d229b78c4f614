"""All that documents say of a thing: of itself, its parts and wholes, those who took part, and in the same breath."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from russianrev.queries.answers import Answers
from russianrev.records.model import Event, Findable, Idea, Person, Source, Statement, Thing, Work
from russianrev.vocabulary import Role

_NEXT = 2  # statements before and after one that tells of an event, which may say how it came about
_SUFFERED = frozenset(
    (
        *(Role.VICTIM, Role.ACCUSED, Role.EXPELLED, Role.EXILED, Role.ARRESTED, Role.EXECUTED, Role.SUBJECT),
        *(Role.AUTHOR, Role.SPEAKER, Role.INTERVIEWER),
    )
)
"""The roles in an event by which it is an event of somebody's life, and not of many."""


class Ring(StrEnum):
    """How near to a thing a statement stands."""

    ITSELF = "of it"
    PARTS = "of its parts, or of what happened to it"
    WHOLES = "of what it is part of"
    TAKING_PART = "of those who took part"
    BESIDE = "beside it"  #: in the same breath: the statements next to those of it in the document


class Gathered(Answers[Statement]):
    """All statements on a thing, each once, in order of time; `rings` tells of each how near to it it stands.

    `silent` are the documents that say nothing of it.
    """

    thing: Findable
    rings: dict[Statement, Ring]
    silent: tuple[Source, ...]

    @classmethod
    def of(cls, thing: Findable, rings: dict[Statement, Ring], sources: Iterable[Source]) -> Gathered:
        """Put statements in order of time, what is not dated in the order of the documents, after the dated."""
        made = cls(sorted(rings, key=_order), f"No document speaks of {thing.label}.")
        made.thing, made.rings = thing, rings
        speaking = {statement.source for statement in rings}
        made.silent = tuple(source for source in sources if source not in speaking)
        return made

    def __reduce__(self) -> tuple[object, ...]:
        speaking = {statement.source for statement in self}
        return type(self).of, (self.thing, self.rings, (*speaking, *self.silent))


def gather(thing: Findable, sources: Iterable[Source]) -> Gathered:
    """Gather what documents say of a thing: what `Corpus.about` answers with."""
    rings: dict[Statement, Ring] = dict.fromkeys(thing.statements, Ring.ITSELF)
    if isinstance(thing, Thing):
        for ring, statements in (
            (Ring.PARTS, _of_parts(thing)),
            (Ring.WHOLES, _of_wholes(thing)),
            (Ring.TAKING_PART, _of_those_who_took_part(thing)),
        ):
            for statement in statements:
                rings.setdefault(statement, ring)
        told = [each for each, ring in rings.items() if ring in (Ring.ITSELF, Ring.PARTS)]
        for statement in _beside(told, _NEXT if isinstance(thing, Event | Idea | Work) else 0):
            rings.setdefault(statement, Ring.BESIDE)
    return Gathered.of(thing, rings, sources)


def _order(statement: Statement) -> tuple[datetime.date, datetime.date, tuple[str, int, int]]:
    date = statement.date or (statement.event and statement.event.date)
    first = date.start if date and date.start else datetime.date.max
    last = date.end if date and date.end else datetime.date.max
    return first, last, statement.place


def _of_parts(thing: Thing) -> Iterator[Statement]:
    """Tell what is said of an event's parts; of anyone else, of the events of that life."""
    if isinstance(thing, Event):
        events: Iterable[Event] = thing.branch
    else:
        events = [each for each in getattr(thing, "events", ()) if _is_of_life(each, thing)]
    for event in events:
        yield from (statement for statement in event.statements if statement.event == event)


def _is_of_life(event: Event, thing: Thing) -> bool:
    return any(each.who == thing and each.role in _SUFFERED for each in event.participants)


def _of_wholes(thing: Thing) -> Iterator[Statement]:
    """Tell what is said of what an event, a body or a place is part of, as a whole."""
    whole = getattr(thing, "part_of", None) if isinstance(thing, Event) else None
    while whole:
        yield from (statement for statement in whole.statements if statement.event == whole)
        whole = whole.part_of


def _of_those_who_took_part(thing: Thing) -> Iterator[Statement]:
    """Tell what is said of those who took part in an event in its time; and of groups of them, at no time."""
    if not isinstance(thing, Event):
        return
    events = {None, *thing.branch}
    for participant in dict.fromkeys(each.who for event in thing.branch for each in event.participants):
        for statement in participant.statements:
            if statement.event in events and _is_of_the_time(statement, thing, participant):
                yield statement


def _is_of_the_time(statement: Statement, event: Event, participant: Thing) -> bool:
    if statement.date and event.date:
        return statement.date.overlaps(event.date)
    return not isinstance(participant, Person)


def _beside(statements: Sequence[Statement], further: int) -> Iterator[Statement]:
    """Find the statements whose passages these overlap, and so many before and after each in its paragraph."""
    paragraphs: dict[tuple[str, int], list[Statement]] = defaultdict(list)
    for source in dict.fromkeys(statement.source for statement in statements):
        for statement in sorted(source.statements, key=lambda each: (each.citation.start, each.place)):
            paragraphs[statement.place[:2]].append(statement)
    for statement in statements:
        paragraph = paragraphs[statement.place[:2]]
        passage = statement.citation
        yield from (
            each for each in paragraph if each.citation.start < passage.end and passage.start < each.citation.end
        )
        at = paragraph.index(statement) if further else 0
        yield from paragraph[max(at - further, 0) : at + further + 1] if further else ()
