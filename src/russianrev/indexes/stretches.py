"""What held for a time, by when it held: offices, memberships, confinement and capitals."""

from __future__ import annotations

from collections.abc import Iterable

from russianrev.records.base import Record
from russianrev.records.model import Person, is_over_from, stretches_of


def by_field(numbered: Iterable[tuple[int, Record]]) -> dict[str, dict[str, list[int]]]:
    """Take each stretch of these records: whose it is, which of its holder's it is, and between which days it holds.

    A person's stretches are over with the person's life.
    """
    found: dict[str, dict[str, list[int]]] = {}
    for number, record in numbered:
        death = record.death if isinstance(record, Person) else None
        for field, stretches in stretches_of(record).items():
            columns = found.setdefault(
                field, {"holder": [], "place": [], "from": [], "until": [], "maybe_from": [], "maybe_until": []}
            )
            for place, stretch in enumerate(stretches):
                begins, ends = stretch.days(possible=False)
                may_begin, may_end = stretch.days(possible=True)
                columns["holder"].append(number)
                columns["place"].append(place)
                columns["from"].append(begins)
                columns["until"].append(min(ends, is_over_from(death, possible=False)))
                columns["maybe_from"].append(may_begin)
                columns["maybe_until"].append(min(may_end, is_over_from(death, possible=True)))
    return found
