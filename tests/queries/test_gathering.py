"""All that is said of a thing, gathered from every document; and the quantities that documents give."""

from __future__ import annotations

import pickle

import pytest
from bundled_data import DATASET, FINDABLE
from hypothesis import given
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.queries.gathering import Gathered, Ring
from russianrev.records.model import Event, Findable

# What must not be missed.


def test_the_new_economic_policy_has_the_revolt_of_tambov() -> None:
    about = DATASET.about("New Economic Policy")
    assert any("Tambov" in statement.text for statement in about)


def test_the_february_revolution_has_the_forty_hours_of_queueing() -> None:
    (queues,) = DATASET.figures(of="queues")
    assert queues.statement in DATASET.about("february-revolution")


def test_the_civil_war_has_the_leaders_of_the_white_armies() -> None:
    texts = " ".join(statement.text for statement in DATASET.about("civil-war"))
    assert {name for name in ("Denikin", "Kolchak", "Yudenich") if name in texts} == {"Denikin", "Kolchak", "Yudenich"}


def test_stolypin_has_his_assassin() -> None:
    about = DATASET.about("stolypin")
    assert any("Bogrov" in statement.text for statement in about)
    assert about[0].source.id == "figes-notes"


# The rings.


def test_every_ring_is_said_by_how_a_statement_stands_to_the_thing(wharf: Dataset) -> None:
    about = wharf.about("revolution-in-krasny-bor")
    assert {each.id for each, ring in about.rings.items() if ring is Ring.TAKING_PART} == {"wharf-chronicle:3.2"}
    assert {each for each, ring in about.rings.items() if ring is Ring.PARTS} == {
        each for event in about.thing.branch for each in event.statements if each.event == event
    }
    strike = wharf.about("wharf-strike")
    assert {strike.rings[each] for each in wharf.statements_about("wharf-strike")} == {Ring.ITSELF}


@pytest.mark.parametrize(
    ("name", "ring"),
    [
        ("february-revolution", Ring.PARTS),
        ("february-revolution", Ring.WHOLES),
        ("february-revolution", Ring.TAKING_PART),
        ("february-revolution", Ring.BESIDE),
        ("stolypin", Ring.PARTS),
        ("stolypin", Ring.BESIDE),
    ],
)
def test_the_data_have_statements_in_each_ring(name: str, ring: Ring) -> None:
    assert ring in DATASET.about(name).rings.values()


def test_those_who_took_part_are_told_of_in_the_time_of_the_event() -> None:
    event = DATASET.events["february-revolution"]
    assert event.date
    for statement, ring in DATASET.about(event).rings.items():
        if ring is Ring.TAKING_PART and statement.date:
            assert statement.date.overlaps(event.date)


@given(st.sampled_from(FINDABLE))
def test_each_statement_is_there_once_and_none_that_touches_the_thing_is_missing(thing: Findable) -> None:
    about = DATASET.about(thing)
    assert len(set(about)) == len(about)
    assert set(about) == set(about.rings)
    assert set(thing.statements) == {each for each, ring in about.rings.items() if ring is Ring.ITSELF}


@given(st.sampled_from(FINDABLE))
def test_it_is_in_order_of_time_and_then_of_the_documents(thing: Findable) -> None:
    starts = []
    for statement in DATASET.about(thing):
        date = statement.date or (statement.event and statement.event.date)
        starts.append(date.start if date and date.start else None)
    dated = [start for start in starts if start]
    assert dated == sorted(dated)
    assert starts == [*dated, *[None] * (len(starts) - len(dated))]


@given(st.sampled_from(FINDABLE))
def test_a_document_speaks_of_the_thing_or_is_silent(thing: Findable) -> None:
    about = DATASET.about(thing)
    speaking = {statement.source for statement in about}
    assert speaking.isdisjoint(about.silent)
    assert speaking | set(about.silent) == set(DATASET.sources)


def test_what_touches_a_source_is_what_it_says() -> None:
    about = DATASET.about("boden-review")
    assert set(about) == set(DATASET.sources["boden-review"].statements)
    assert set(about.rings.values()) == {Ring.ITSELF}


@pytest.mark.parametrize("name", ["stolypin", "february-revolution", "nothing"])
def test_it_pickles(name: str, wharf: Dataset) -> None:
    about: Gathered = wharf.about("wharf-book") if name == "nothing" else DATASET.about(name)
    again = pickle.loads(pickle.dumps(about))
    assert (tuple(again), again.thing, again.rings) == (tuple(about), about.thing, about.rings)
    assert again.silent == about.silent


def test_it_tells_of_a_life_what_happened_to_the_person_and_not_all_events_of_it() -> None:
    events = {statement.event for statement, ring in DATASET.about("lenin").rings.items() if ring is Ring.PARTS}
    assert all(isinstance(event, Event) for event in events)
    assert DATASET.events["february-revolution"] not in events


# Quantities.


def test_figures_are_narrowed_by_what_they_count_by_unit_thing_and_source() -> None:
    every = DATASET.figures()
    assert {each.statement for each in every} == {each for each in DATASET.statements if each.figures}
    men = DATASET.figures(unit="MEN")
    assert men
    assert all("men" in each.figure.unit.casefold() for each in men)
    within = DATASET.figures(within="boden-review")
    assert {each.statement.source.id for each in within} == {"boden-review"}
    about = DATASET.figures(about="february-revolution")
    assert {each.statement for each in about} <= set(DATASET.statements_about("february-revolution"))
    assert set(within) | set(about) <= set(every)


def test_a_quantity_has_its_passage() -> None:
    (queues,) = DATASET.figures(of="queues")
    assert queues.citation == queues.statement.citation
    assert str(queues).startswith("about 40 hours: ")
