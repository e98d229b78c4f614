"""The data's records: each is told of by a statement, used, and supported or marked as editorial."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from bundled_data import DATASET, DISPUTES, THINGS, listed

from russianrev.records.base import Record
from russianrev.records.model import Dispute, Event, Membership, Statement, stretches_of


def test_every_event_has_a_statement_that_tells_of_it() -> None:
    told = {statement.event for statement in DATASET.statements}
    offenders = [event.id for event in DATASET.events if event not in told]
    assert not offenders, listed(offenders)


def test_every_event_has_a_summary() -> None:
    offenders = [event.id for event in DATASET.events if not event.summary.strip()]
    assert not offenders, listed(offenders)


def test_every_summary_is_made_of_sentences() -> None:
    offenders = [event.id for event in DATASET.events if not event.summary.endswith((".", "?", "!"))]
    assert not offenders, listed(offenders)


@pytest.mark.parametrize("aspect", ["date", "places", "participants"])
def test_what_an_event_says_is_supported_by_documents_or_editorial(aspect: str) -> None:
    offenders = []
    for event in DATASET.events:
        citations = DATASET.sources_for(event, aspect)
        if getattr(event, aspect) and not (citations or citations.editorial):
            offenders.append(event.id)
    assert not offenders, listed(offenders)


def test_each_participant_and_place_is_named_by_a_statement_on_its_event_or_editorial() -> None:
    offenders = []
    for event in DATASET.events:
        touched = {thing for statement in DATASET.statements_about(event) for thing in statement.things}
        if not event.authority_for("participants"):
            offenders += [f"{event.id}: {p.who.id}" for p in event.participants if p.who not in touched]
        if not event.authority_for("places"):
            offenders += [f"{event.id}: {place.id}" for place in event.places if place not in touched]
    assert not offenders, listed(offenders)


@pytest.mark.parametrize("aspect", ["birth", "death"])
def test_a_life_is_dated_by_documents_or_editorial(aspect: str) -> None:
    offenders = []
    for person in DATASET.persons:
        citations = DATASET.sources_for(person, aspect)
        if getattr(person, aspect) and not (citations or citations.editorial):
            offenders.append(person.id)
    assert not offenders, listed(offenders)


def test_what_is_editorial_is_there() -> None:
    holders: list[Record] = [*THINGS, *DATASET.sources]
    offenders = [
        f"{holder.id}: {note.attribute}"
        for holder in holders
        for note in getattr(holder, "editorial")  # noqa: B009
        if not getattr(holder, note.attribute)
    ]
    assert not offenders, listed(offenders)


def test_every_stretch_of_a_life_rests_on_statements_about_the_person() -> None:
    offenders = []
    for person in DATASET.persons:
        for stretch in itertools.chain(*stretches_of(person).values()):
            if not all(person in statement.things for statement in stretch.statements):
                offenders.append(f"{person.id}: {[s.id for s in stretch.statements]}")
            dated = [name for name in ("start", "end") if getattr(stretch, name)]
            marked = {note.attribute for note in stretch.editorial}
            if not stretch.statements and not set(dated) <= marked:
                offenders.append(f"{person.id}: {stretch}")
    assert not offenders, listed(offenders)


def test_every_disputed_claim_rests_on_statements_about_the_thing_in_dispute() -> None:
    offenders = [
        f"{dispute.id}: {statement.id}"
        for dispute in DISPUTES
        for claim in dispute.values
        for statement in claim.statements
        if dispute.thing not in statement.things
    ]
    assert not offenders, listed(offenders)


def test_a_dispute_names_the_things_it_speaks_of() -> None:
    labels = {thing.id: thing.label for thing in THINGS}
    offenders = [
        f"{dispute.id}: {claim.value}"
        for dispute in DISPUTES
        for claim in dispute.values
        if dispute.worded(claim.value) != labels.get(claim.value, dispute.worded(claim.value))
    ]
    assert not offenders, listed(offenders)


def test_an_events_disputed_date_is_the_one_that_is_chosen() -> None:
    offenders = [
        f"{dispute.id}: {dispute.chosen} but {dispute.thing.date}"
        for dispute in DISPUTES
        if isinstance(dispute.thing, Event) and dispute.attribute == "date" and dispute.chosen
        if not dispute.thing.date or dispute.thing.date.notation != dispute.chosen
    ]
    assert not offenders, listed(offenders)


def references(value: Any) -> Iterator[Record]:
    """The records that a value refers to, within it or below it."""
    if isinstance(value, Record):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from references(each)
    elif type(value).__module__ == "russianrev.records.model":
        yield from referred_to(value)


def referred_to(holder: Any) -> Iterator[Record]:
    """The records that the fields of a record or a value refer to."""
    for field in attrs.fields(type(holder)):
        yield from references(getattr(holder, field.name))


def test_every_record_is_used_by_another() -> None:
    records: list[Record] = [*THINGS, *DATASET.sources, *DATASET.statements, *DISPUTES]
    used = {referred.id for record in records for referred in referred_to(record) if referred != record}
    offenders = [
        record.id for record in records if record.id not in used and not isinstance(record, Statement | Dispute)
    ]
    assert not offenders, listed(offenders)


# Lives.

PARTIES_APART = {
    "bolsheviks",
    "mensheviks",
    "socialist-revolutionaries",
    "constitutional-democrats",
    "octobrists",
}
"""Parties of which no one was a member of two at a time."""


def apart(one: Membership, other: Membership) -> bool:
    """Whether one membership was certainly over when the other began."""

    def ended(first: Membership, second: Membership) -> bool:
        return bool(first.end and second.start and (first.end.start or date.max) <= (second.start.end or date.min))

    return ended(one, other) or ended(other, one)


def test_no_one_holds_an_office_or_belongs_to_a_party_before_birth_or_after_death() -> None:
    offenders = []
    for person in DATASET.persons:
        for stretch in itertools.chain(*stretches_of(person).values()):
            limits = [limit for limit in (stretch.start, stretch.end) if limit]
            offenders += [
                f"{person.id}: {stretch}"
                for limit in limits
                if (person.birth and limit.before(person.birth)) or (person.death and person.death.before(limit))
            ]
    assert not offenders, listed(offenders)


def test_no_one_belongs_to_two_parties_at_a_time_without_a_dispute() -> None:
    disputed = {dispute.thing for dispute in DISPUTES if dispute.attribute == "memberships"}
    offenders = []
    for person in DATASET.persons:
        held = [membership for membership in person.memberships if membership.party.id in PARTIES_APART]
        for one, other in itertools.combinations(held, 2):
            if one.party != other.party and not apart(one, other) and person not in disputed:
                offenders.append(f"{person.id}: {one} and {other}")
    assert not offenders, listed(offenders)


# The history as one.

ROOTS_AT_MOST = 14


def test_events_are_one_hierarchy_with_a_handful_of_roots() -> None:
    roots = [event.id for event in DATASET.events if not event.part_of]
    assert len(roots) <= ROOTS_AT_MOST, listed(roots)


@pytest.mark.parametrize("language", ["zh", "vi", "ru"])
def test_every_event_person_and_party_is_called_something_in_the_readers_languages(language: str) -> None:
    called = [*DATASET.events, *DATASET.persons, *DATASET.parties]
    offenders = [
        thing.id for thing in called if not any(n.language == language and n.kind != "misprint" for n in thing.names)
    ]
    assert not offenders, listed(offenders)


def test_no_part_of_an_event_lies_outside_it_in_time() -> None:
    offenders = []
    for part in DATASET.events:
        whole = part.part_of
        if whole and part.date and whole.date and not part.date.overlaps(whole.date):
            offenders.append(f"{part.id}, {part.date}: {whole.id}, {whole.date}")
    assert not offenders, listed(offenders)
