"""What is said of a record, whatever the form that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bundled_data import DATASET, DISPUTES
from factories import example, owner, record

from russianrev.dataset import Dataset
from russianrev.facts import HEADINGS, Facts, facts_of, from_until, group_by_source, kind_of, weigh
from russianrev.records.base import Record
from russianrev.records.model import Findable, aspects_of
from russianrev.vocabulary import Authority


def known(dataset: Dataset, id: str) -> Facts:
    return facts_of(dataset.find(id))


def every(dataset: Dataset) -> list[Findable]:
    kinds = (dataset.events, dataset.persons, dataset.parties, dataset.bodies, dataset.places)
    return [found for kind in (*kinds, dataset.works, dataset.ideas, dataset.sources) for found in kind]


@pytest.mark.parametrize("kind", HEADINGS)
def test_what_has_a_heading_is_an_aspect(kind: type[Record]) -> None:
    assert set(HEADINGS[kind]) <= set(aspects_of(kind))


def test_a_fact_has_its_heading_its_value_and_who_states_it(wharf: Dataset) -> None:
    birth, death = known(wharf, "anna-sorokina").own
    person = wharf.persons["anna-sorokina"]
    assert (birth.attribute, birth.heading, birth.value) == ("birth", "Born", person.birth)
    assert (birth.authority, death.authority) == (Authority.REFERENCE_WORKS, Authority.CONTEXT)
    assert str(birth) == "10 (22) February 1890"


def test_an_event_is_said_to_be_where_it_was_called_so_then(tmp_path: Path) -> None:
    tables = example()
    record(tables, "krasny-bor")["names"] = [{"text": "Red Wood", "date": "1910/1920"}]
    places = {fact.attribute: fact.value for fact in known(Dataset(owner(tmp_path, tables)), "wharf-strike").own}
    assert places["places"] == ("Red Wood",)


def test_what_is_not_known_is_no_fact(wharf: Dataset) -> None:
    assert [fact.attribute for fact in known(wharf, "eight-hour-day").own] == []
    assert all(fact.value for found in every(DATASET) for fact in facts_of(found).own)


def test_causes_and_people_are_those_that_the_data_set_answers_with() -> None:
    for event in DATASET.events:
        assert facts_of(event).causes == DATASET.causes(event, depth=1)
        assert facts_of(event).consequences == DATASET.consequences(event, depth=1)
    for group in (*DATASET.bodies, *DATASET.parties):
        assert facts_of(group).people == DATASET.tenures(group)


def test_what_held_for_a_time_is_in_order_of_time_what_began_at_an_unknown_time_first(tmp_path: Path) -> None:
    tables = example()
    del record(tables, "anna-sorokina")["confinements"][0]["start"]
    held = known(Dataset(owner(tmp_path, tables)), "anna-sorokina").held
    assert [(from_until(stretch), str(stretch)) for stretch in held] == [
        ("? – 10 (23) March 1917", "exile, Northern Coast"),
        ("March 1917 – 1918", "member, Board of the Dockers' Union"),
        ("March 1917 –", "Dockers' Union"),
    ]


def test_statements_are_grouped_by_source_in_the_order_in_which_it_makes_them() -> None:
    for event in DATASET.events[:50]:
        grouped = group_by_source(reversed(event.statements))
        assert list(grouped.items()) == [(each.source, each.statements) for each in DATASET.accounts(event)]


def test_a_dispute_has_its_values_worded_and_at_most_one_chosen() -> None:
    for dispute in DISPUTES:
        values = weigh(dispute)
        assert [value.claim for value in values] == list(dispute.values)
        assert sum(value.chosen for value in values) <= 1
    (trotsky,) = DATASET.disputes("return-of-trotsky")
    assert "4 (17) May 1917" in [value.text for value in weigh(trotsky)]


def test_a_record_is_of_its_class_and_kind(wharf: Dataset) -> None:
    assert kind_of(wharf.events["wharf-strike"]) == "event: strike"
    assert kind_of(wharf.persons["anna-sorokina"]) == "person"
