"""The types of the public interface, as type checkers see them; run, it also checks that the calls work."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import assert_type

import pytest

import russianrev as rr


def test_the_collections_are_of_their_records() -> None:
    assert_type(rr.events, rr.Timeline)
    assert_type(rr.persons, rr.Collection[rr.Person])
    assert_type(rr.parties, rr.Collection[rr.Party])
    assert_type(rr.bodies, rr.Collection[rr.Body])
    assert_type(rr.places, rr.Collection[rr.Place])
    assert_type(rr.works, rr.Collection[rr.Work])
    assert_type(rr.ideas, rr.Collection[rr.Idea])
    assert_type(rr.sources, rr.Collection[rr.Source])
    assert_type(rr.statements, rr.Statements)


def test_a_collection_gives_its_records() -> None:
    assert_type(rr.persons["lenin"], rr.Person)
    assert_type(rr.persons[0], rr.Person)
    assert_type(rr.persons[:2], tuple[rr.Person, ...])
    assert_type(rr.persons.get("lenin"), rr.Person | None)
    assert_type(rr.persons.ids, tuple[str, ...])
    assert_type([event.title for event in rr.events], list[str])
    assert_type(list(reversed(rr.events)), list[rr.Event])


def test_a_timeline_filters_to_a_timeline() -> None:
    assert_type(rr.between("1917"), rr.Timeline)
    assert_type(
        rr.between(datetime.date(1917, 1, 1), rr.parse_date("1917"), calendar="julian", possible=True), rr.Timeline
    )
    assert_type(rr.involved("trotsky", rr.parties["bolsheviks"], role=rr.Role.LEADER, how="any"), rr.Timeline)
    assert_type(rr.on_this_day(11, 7, calendar=rr.Calendar.JULIAN), rr.Anniversaries)
    assert_type(rr.on_this_day(11, 7)[0], rr.Anniversary)
    assert_type(rr.on_this_day(11, 7).events, rr.Timeline)
    assert_type(rr.events.at("kazan").of_kind("war", rr.EventKind.BATTLE).between("1918"), rr.Timeline)
    assert_type(rr.between("1917").period, rr.HistoricalDate | None)


def test_find_gives_what_is_wanted() -> None:
    found = rr.find("lenin")
    assert_type(found.id, str)
    assert_type(rr.find("lenin", rr.Person), rr.Person)
    assert_type(rr.find(rr.places["kazan"], rr.Place), rr.Place)


def test_search_gives_hits() -> None:
    hits = rr.search("kirov", limit=2)
    answers: rr.Answers[rr.Hit] = hits
    assert answers == hits
    assert_type(hits[0].score, float)


def test_a_quiz_is_of_questions() -> None:
    questions = rr.quiz(2, seed=1)
    assert_type(questions, rr.Quiz)
    assert_type(questions[0], rr.Question)
    assert_type(questions[0].kind, rr.QuestionKind)
    assert_type(rr.flashcards(about="kirov"), str)


def test_sources_are_citations() -> None:
    citations = rr.sources_for("kirov-assassination")
    assert_type(citations, rr.Citations)
    assert_type(citations[0], rr.Citation)
    assert_type(citations.authority, rr.Authority | None)
    assert_type(citations[0].locator, str)
    assert_type(citations[0].source, rr.Source)
    assert_type(rr.sources_for("kirov", "death"), rr.Citations)
    assert_type(rr.sources_for(rr.statements[0]), rr.Citations)


def test_what_documents_say_is_answers() -> None:
    accounts = rr.accounts(rr.events["kirov-assassination"], parts=True)
    assert_type(accounts, rr.Answers[rr.Account])
    assert_type(accounts[0].statements, tuple[rr.Statement, ...])
    assert_type(accounts[0].dates, tuple[rr.HistoricalDate, ...])
    assert_type(accounts[0].figures, tuple[rr.Figure, ...])
    assert_type(rr.disputes("trotsky"), rr.Answers[rr.Dispute])
    assert_type(rr.disputes()[0].values, tuple[rr.Claim, ...])
    assert_type(rr.statements_about("trotsky"), rr.Answers[rr.Statement])


def test_a_situation_lists_who_held_what() -> None:
    situation = rr.as_of("1927", possible=True)
    assert_type(situation, rr.Situation)
    assert_type(situation.offices, tuple[tuple[rr.Person, rr.Tenure], ...])
    assert_type(situation.memberships, tuple[tuple[rr.Person, rr.Membership], ...])


def test_records_have_typed_fields() -> None:
    event = rr.events["kirov-assassination"]
    assert_type(event.date, rr.HistoricalDate | None)
    assert_type(event.kind, rr.EventKind)
    assert_type(event.places, tuple[rr.Place, ...])
    assert_type(event.participants, tuple[rr.Participant, ...])
    assert_type(event.participants[0].who, rr.Person | rr.Party | rr.Body)
    assert_type(event.participants[0].role, rr.Role)
    assert_type(event.part_of, rr.Event | None)
    statement = rr.statements[0]
    assert_type(statement.event, rr.Event | None)
    assert_type(statement.relation, rr.Relation | None)
    assert_type(statement.readings, tuple[rr.Reading, ...])
    person = rr.persons["trotsky"]
    assert_type(person.names, tuple[rr.Name, ...])
    assert_type(person.birth, rr.HistoricalDate | None)
    assert_type(person.memberships[0].party, rr.Party)
    assert_type(person.memberships[0].start, rr.HistoricalDate | None)


def test_dates_are_typed() -> None:
    date = rr.parse_date("25 October 1917", calendar="julian")
    assert_type(date, rr.HistoricalDate)
    assert_type(date.start, datetime.date | None)
    assert_type(date.precision, rr.Precision)
    assert_type(date.calendar, rr.Calendar)
    assert_type(date.before(datetime.date(1918, 1, 1)), bool)
    assert_type(date < rr.parse_date("1918"), bool)


def test_a_data_set_of_ones_own_is_typed_as_the_bundled_one(tmp_path: Path) -> None:
    rr.save(tmp_path / "copy.json")
    dataset = rr.load(tmp_path / "copy.json")
    assert_type(dataset, rr.Dataset)
    assert_type(dataset.persons, rr.Collection[rr.Person])
    assert_type(dataset.between("1917"), rr.Timeline)


def test_documents_are_typed(tmp_path: Path) -> None:
    documents = rr.documents(tmp_path)
    assert_type(documents, rr.Documents)
    assert_type(documents.missing, tuple[rr.Source, ...])
    with pytest.raises(rr.DocumentError):
        assert_type(rr.verify(str(tmp_path)), rr.Verification)
    verification = rr.Verification({})
    assert_type(verification.held, int)
    assert_type(bool(verification), bool)
