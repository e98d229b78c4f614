"""How things stood on a date."""

from __future__ import annotations

from typing import Any

from russianrev.dates import REFORM, Calendar, HistoricalDate
from russianrev.queries.answers import Situation
from russianrev.records.base import Owner
from russianrev.records.model import holds_on


def situation(owner: Owner, date: HistoricalDate, *, possible: bool) -> Situation:
    """Gather what held on a date; with `possible`, also what nothing speaks against."""

    def held(field: str) -> tuple[Any, ...]:
        columns = owner.look_up("held", field)
        if columns is None:
            return ()
        ends = ("maybe_from", "maybe_until") if possible else ("from", "until")
        rows = zip(*(columns[name] for name in ("holder", "place", *ends)), strict=True)
        return tuple(
            (owner[holder], getattr(owner[holder], field)[place])
            for holder, place, begins, ends in rows
            if holds_on(begins, ends, date, possible=possible)
        )

    return Situation(
        date=date,
        calendar=Calendar.JULIAN if date.before(REFORM) else Calendar.GREGORIAN,
        capitals=held("capitals"),
        offices=held("offices"),
        memberships=held("memberships"),
        confinements=held("confinements"),
    )
