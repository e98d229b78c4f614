"""The data's records: each is told of by a statement, used, and supported or marked as editorial."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from bundled_data import DATASET, DISPUTES, THINGS, listed

from russianrev.model import Dispute, Event, Record, Statement, stretches_of


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
    elif type(value).__module__ == "russianrev.model":
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
