"""How parties came from each other: the view `lineage` of a party."""

from __future__ import annotations

from collections.abc import Iterator

from russianrev.records.model import Descent, Party
from russianrev.views import register
from russianrev.vocabulary import DescentKind


@register("lineage", Party)
def lineage(party: Party) -> tuple[Descent, ...]:
    """Follow what `Party.lineage` answers with, from party to party."""
    found: dict[Descent, None] = {}
    seen = {party}
    waiting = [party]
    while waiting:
        found |= dict.fromkeys(_find_descents(waiting.pop()))
        near = {end for descent in found for end in (descent.earlier, descent.later)}
        waiting += sorted(near - seen, key=lambda each: each.id)
        seen |= near
    return tuple(sorted(found, key=lambda d: (d.date is None, d.date.sort_key if d.date else (), d.later.id)))


def _find_descents(party: Party) -> Iterator[Descent]:
    for later in (party, *party.splits):
        if later.split_from:
            yield Descent(earlier=later.split_from, later=later, kind=DescentKind.SPLIT)
    for earlier in (party, *party.absorbed):
        if earlier.merged_into:
            yield Descent(earlier=earlier, later=earlier.merged_into, kind=DescentKind.MERGER)
