"""What led to what, as statements assert it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from russianrev.queries.answers import Link, Links
from russianrev.records.model import Event, Relation, Statement
from russianrev.vocabulary import Predicate


def causes(event: Event, depth: int | None) -> Links:
    """Follow what led to an event, and what had led to that."""
    return _follow(event, depth, forward=False)


def consequences(event: Event, depth: int | None) -> Links:
    """Follow what an event led to, and what that led to in turn."""
    return _follow(event, depth, forward=True)


def _follow(event: Event, depth: int | None, *, forward: bool) -> Links:
    """Follow links from end to end, depth first, each once: an event reached again is not followed again."""
    found: list[Link] = []
    seen: set[Event] = set()

    def follow(end: Event, steps: int) -> None:
        seen.add(end)
        if depth is not None and steps > depth:
            return
        for link in _links(end, forward=forward):
            found.append(evolve(link, depth=steps))
            far = link.effect if forward else link.cause
            if far not in seen:
                follow(far, steps + 1)

    follow(event, 1)
    return Links(found)


def _links(event: Event, *, forward: bool) -> Iterator[Link]:
    """Tell the links that begin at an event, or, if not `forward`, end at it."""
    said: dict[tuple[Event, Event], list[Statement]] = {}
    for statement in event.statements:
        match statement.relation:
            case Relation(subject=Event() as cause, predicate=Predicate.LED_TO, object=Event() as effect):
                if event == (cause if forward else effect):
                    said.setdefault((cause, effect), []).append(statement)
    return (Link(cause, effect, tuple(each), 1) for (cause, effect), each in said.items())
