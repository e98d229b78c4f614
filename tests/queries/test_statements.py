"""Statements, narrowed by source, thing, speaker and period."""

from __future__ import annotations

import pickle

import pytest
from bundled_data import DATASET
from hypothesis import given
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.errors import DateError, UnknownNameError
from russianrev.queries.narrowing import date_of
from russianrev.records.model import Person, Source

EVERY = DATASET.statements


@given(st.sampled_from(tuple(DATASET.sources)), st.sampled_from(tuple(DATASET.persons)))
def test_of_several_conditions_all_are_met_and_the_order_stays(source: Source, person: Person) -> None:
    found = EVERY.where(within=source, about=person)
    assert list(found.ids) == [each.id for each in EVERY if each.source == source and person in each.things]


def test_a_speaker_is_whose_words_are_reported_and_not_who_is_spoken_of() -> None:
    found = EVERY.where(said_by="trotsky")
    assert found
    assert {each.said_by for each in found} == {DATASET.persons["trotsky"]}
    assert len(found) < len(EVERY.where(about="trotsky"))


def test_a_period_holds_the_whole_of_a_date_or_of_that_of_the_event() -> None:
    found = EVERY.where(between=("1917-10 OS", "1917-10 OS"))
    assert found
    for statement in found:
        date = date_of(statement)
        assert date is not None
        assert date.start is not None
        assert date.end is not None
        assert "1917-10-14" <= date.start.isoformat() <= date.end.isoformat() <= "1917-11-13"


def test_names_are_found_as_everywhere() -> None:
    assert EVERY.where(about="Троцкий", within="boden-review") == EVERY.where(within="boden-review", about="trotsky")
    with pytest.raises(UnknownNameError):
        EVERY.where(within="lenin")
    with pytest.raises(UnknownNameError):
        EVERY.where(said_by="petrograd")
    with pytest.raises(DateError):
        EVERY.where(between=("soon", "later"))


def test_what_is_narrowed_can_be_narrowed_again_and_without_conditions_stays() -> None:
    some = EVERY.where(within="boden-review")
    assert some.where(about="smilga") == EVERY.where(within="boden-review", about="smilga")
    assert some.where() == some
    assert pickle.loads(pickle.dumps(some)).where(about="smilga").ids == some.where(about="smilga").ids


def test_an_empty_one_says_what_was_looked_for_and_what_each_condition_holds_alone(wharf: Dataset) -> None:
    statements = wharf.statements
    assert str(statements.where(said_by="pavel-ilyin")) == "no statement is said by Pavel Ilyin"
    found = statements.where(within="union-letter", about="krasny-bor", between=("1917", "1917"))
    assert " ".join(str(found).split()) == (
        "no statement is in union-letter, about Krasny Bor, dated 1 January – 31 December 1917 [O.S. 19 December 1916 –"
        " 18 December 1917]; of these there are 2 in union-letter, 1 about Krasny Bor, 6 dated 1 January – 31 December"
        " 1917 [O.S. 19 December 1916 – 18 December 1917]"
    )
    assert found.nothing in found._repr_html_()
    assert str(found.where()) == "no statements"
