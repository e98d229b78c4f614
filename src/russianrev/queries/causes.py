"""What led to what, as statements assert it."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal

from russianrev.queries.answers import Link, Links
from russianrev.records.model import Event, Relation, Statement
from russianrev.vocabulary import Predicate


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
