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
        days = zip(*(columns[f"maybe_{end}" if possible else end] for end in ("from", "until")), strict=True)
        rows = zip(columns["holder"], columns["place"], days, strict=True)
        holding = (row[:2] for row in rows if holds_on(*row[2], date, possible=possible))
        return tuple((owner[holder], getattr(owner[holder], field)[place]) for holder, place in holding)

    return Situation(
        date=date,
        calendar=Calendar.JULIAN if date.before(REFORM) else Calendar.GREGORIAN,
        capitals=held("capitals"),
        offices=held("offices"),
        memberships=held("memberships"),
        confinements=held("confinements"),
    )
