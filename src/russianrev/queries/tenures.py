"""Who held an office in a body or a party, or belonged to it, and when."""

from __future__ import annotations

import datetime

from russianrev.records.model import Body, Membership, Party, Person, Stretch, Tenure


def tenures_of(group: Body | Party) -> list[tuple[Person, Tenure | Membership]]:
    """Collect the offices in a body or party and the memberships of it, each with the person, in order of time."""
    held: list[tuple[Person, Tenure | Membership]] = []
    for person in group.people:
        held += [(person, tenure) for tenure in person.offices if tenure.body == group]
        held += [(person, membership) for membership in person.memberships if membership.party == group]
    return sorted(held, key=lambda pair: limits(pair[1]))


def limits(stretch: Stretch) -> tuple[datetime.date, datetime.date]:
    """Order what held for a time by its first and its last day; a beginning that is not known comes first."""
    start, end = stretch.start and stretch.start.start, stretch.end and stretch.end.end
    return start or datetime.date.min, end or datetime.date.max
