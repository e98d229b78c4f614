"""Who held an office or belonged to a party, and when."""

from __future__ import annotations

import datetime

from russianrev.queries.answers import Answers
from russianrev.records.model import Body, Membership, Party, Person, Stretch, Tenure


def tenures(body: Body | Party) -> Answers[tuple[Person, Tenure | Membership]]:
    """List the offices and memberships in a body or a party, in order of time."""
    held: list[tuple[Person, Tenure | Membership]] = []
    for person in body.people:
        held += [(person, tenure) for tenure in person.offices if tenure.body == body]
        held += [(person, membership) for membership in person.memberships if membership.party == body]
    return Answers(sorted(held, key=lambda pair: _limits(pair[1])))


def _limits(stretch: Stretch) -> tuple[datetime.date, datetime.date]:
    start, end = stretch.start and stretch.start.start, stretch.end and stretch.end.end
    return start or datetime.date.min, end or datetime.date.max
