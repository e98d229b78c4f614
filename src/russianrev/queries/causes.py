"""What led to what, as statements assert it."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal

from attrs import evolve

from russianrev.arguments import whole_number
from russianrev.queries.answers import Link, Links
from russianrev.records.model import Event, Relation, Statement
from russianrev.vocabulary import Predicate

_SUGGESTED = 3  # events


def links_at(event: Event, end: Literal["cause", "effect"]) -> Links:
    """Collect the links of which an event is the cause, or the effect, in the order of the statements that make them.

    >>> import russianrev as rr
    >>> [link.effect.id for link in links_at(rr.events["russo-japanese-war"], "cause")]
    ['revolution-of-1905']
    """
    asserted: dict[tuple[Event, Event], list[Statement]] = defaultdict(list)
    for statement in event.statements:
        match statement.relation:
            case Relation(subject=Event() as cause, predicate=Predicate.LED_TO, object=Event() as effect):
                asserted[cause, effect].append(statement)
    links = [Link(cause, effect, tuple(statements), 1) for (cause, effect), statements in asserted.items()]
    return Links(link for link in links if getattr(link, end) == event)


def follow_links(event: Event, near: Literal["cause", "effect"], depth: int | None) -> Links:
    """Follow links from the events at their near ends to those at their far ends, depth first, each once.

    An event reached again is not followed again.
    """
    far: Literal["cause", "effect"] = "effect" if near == "cause" else "cause"
    most = None if depth is None else whole_number(depth, "how many links away at most")
    found: list[Link] = []
    seen: set[Event] = set()

    def follow(end: Event, steps: int) -> None:
        seen.add(end)
        if most is not None and steps > most:
            return
        for link in links_at(end, near):
            found.append(evolve(link, depth=steps))
            if getattr(link, far) not in seen:
                follow(getattr(link, far), steps + 1)

    follow(event, 1)
    asked = f"what {event.title} led to" if near == "cause" else f"what led to {event.title}"
    return Links(found, f"no document asserts {asked}{_suggest(event, near)}")


def _suggest(event: Event, near: Literal["cause", "effect"]) -> str:
    """Name the events of which the event is a part, or which are part of it, of which a document asserts it."""
    wholes: list[Event] = []
    while whole := (wholes[-1] if wholes else event).part_of:
        wholes.append(whole)
    others = [each for each in (*wholes, *event.branch) if each.id != event.id and links_at(each, near)]
    return f"; of {', '.join(each.id for each in others[:_SUGGESTED])}, one does" if others else ""
