"""A data set and what can be asked of it."""

from __future__ import annotations

import datetime
import pickle
import subprocess
import sys
import unicodedata
from collections import defaultdict
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from bundled_data import DATASET, FINDABLE, THINGS
from factories import TEXTS, example, owner, record, write_documents
from hypothesis import given
from hypothesis import strategies as st

from russianrev.dataset import Dataset, load
from russianrev.dates import Calendar, parse_date
from russianrev.errors import AmbiguousNameError, DateError, UnknownNameError
from russianrev.names import fold
from russianrev.passages.store import DOCUMENTS_VARIABLE
from russianrev.queries.answers import Citations, Links
from russianrev.queries.timeline import Timeline
from russianrev.records.model import Body, Event, Findable, Idea, Party, Person, Place, Source, Thing, Work
from russianrev.vocabulary import Authority


def made(folder: Path, **more: list[dict[str, Any]]) -> Dataset:
    """The small data set with more records."""
    tables = example()
    for kind, records in more.items():
        tables[kind] += records
    return Dataset(owner(folder, tables))


def changed(folder: Path, id: str, **fields: Any) -> Dataset:
    """The small data set with one record changed."""
    tables = example()
    record(tables, id).update(fields)
    return Dataset(owner(folder, tables))


# Collections.


def test_a_data_set_holds_a_collection_of_each_kind(wharf: Dataset) -> None:
    assert wharf.events.ids == ("revolution-in-krasny-bor", "wharf-strike", "owners-give-way")
    assert wharf.persons.ids == ("anna-sorokina", "pavel-ilyin")
    assert wharf.parties.ids == ("dockers-union", "port-league")
    assert wharf.bodies.ids == ("union-board",)
    assert wharf.places.ids == ("krasny-bor", "northern-coast")
    assert wharf.works.ids == ("quay-memoir", "wharf-book")
    assert wharf.ideas.ids == ("eight-hour-day",)
    assert wharf.sources.ids == ("union-letter", "wharf-chronicle")


def test_statements_are_in_the_order_of_the_documents(tmp_path: Path) -> None:
    tables = example()
    tenth = dict(record(tables, "wharf-chronicle:2.2"), id="wharf-chronicle:2.10")
    tables["statement"].insert(0, tenth)
    ids = Dataset(owner(tmp_path, tables)).statements.ids
    assert ids[2:6] == ("wharf-chronicle:2.1", "wharf-chronicle:2.2", "wharf-chronicle:2.10", "wharf-chronicle:3.1")


def test_a_data_set_says_how_much_is_in_it(wharf: Dataset) -> None:
    assert repr(wharf) == "<Dataset of 2 sources, 7 statements, 3 events, 2 persons>"


def test_data_sets_are_equal_if_their_records_are_whatever_their_order(wharf: Dataset, tmp_path: Path) -> None:
    tables = {kind: records[::-1] for kind, records in reversed(example().items())}
    again = Dataset(owner(tmp_path, tables))
    assert wharf == again
    assert hash(wharf) == hash(again)
    assert wharf != changed(tmp_path, "wharf-strike", title="Strike at the wharves")
    assert wharf != "a data set"


# Names.


def test_a_thing_is_found_by_its_id_its_name_and_every_other_name(wharf: Dataset) -> None:
    anna = wharf.persons["anna-sorokina"]
    for name in ("anna-sorokina", "Anna Sorokina", "Анна Сорокина", "Sorokina", "ANNA  SOROKINA", "anna.sorókina"):
        assert wharf.find(name) is anna


@pytest.mark.parametrize("name", ["the Port League", "The port league’s", "Port League's", " a Port  League "])
def test_an_article_before_a_name_and_a_possessive_after_it_make_no_difference(name: str, wharf: Dataset) -> None:
    assert wharf.find(name) is wharf.parties["port-league"]


def test_a_name_that_has_an_article_is_found_without_it(wharf: Dataset) -> None:
    assert wharf.find("chronicle of the wharf") is wharf.sources["wharf-chronicle"]


def test_a_thing_is_found_as_itself(wharf: Dataset) -> None:
    assert wharf.find(wharf.events["wharf-strike"]) is wharf.events["wharf-strike"]
    assert wharf.find(wharf.sources["union-letter"]) is wharf.sources["union-letter"]


@pytest.mark.parametrize("kind", [Event, Person, Party, Body, Place, Work, Idea, Source])
def test_the_kind_that_is_wanted_is_found(kind: type[Findable], wharf: Dataset) -> None:
    ids = (
        "wharf-strike",
        "anna-sorokina",
        "dockers-union",
        "union-board",
        "krasny-bor",
        "wharf-book",
        "eight-hour-day",
        "union-letter",
    )
    found = [id for id in ids if isinstance(wharf.find(id), kind)]
    assert len(found) == 1
    assert isinstance(wharf.find(found[0], kind), kind)


def test_an_unknown_name_is_an_error_with_suggestions(wharf: Dataset) -> None:
    with pytest.raises(UnknownNameError) as caught:
        wharf.find("Anna Sorokin")
    assert caught.value.suggestions == ("Anna Sorokina",)
    assert str(caught.value) == "no thing is called 'Anna Sorokin'; did you mean 'Anna Sorokina'?"
    assert isinstance(caught.value, LookupError)


def test_a_name_like_no_other_is_an_error_that_says_what_else_to_try(wharf: Dataset) -> None:
    with pytest.raises(UnknownNameError) as caught:
        wharf.find("xyz")
    assert caught.value.suggestions == ()
    assert str(caught.value) == "no thing is called 'xyz'; try search()"


def test_suggestions_are_of_the_kind_that_is_wanted(wharf: Dataset) -> None:
    with pytest.raises(UnknownNameError, match="no party is called 'krasny-bor'; it is the id of a place") as caught:
        wharf.find("krasny-bor", Party)
    assert caught.value.suggestions == ()
    with pytest.raises(UnknownNameError, match="no place is called 'krasny bo'; did you mean 'Krasny Bor'"):
        wharf.find("krasny bo", Place)


@given(st.text())
def test_any_text_is_found_or_is_an_error_that_says_what_to_do(text: str) -> None:
    try:
        found = DATASET.find(text)
    except (UnknownNameError, AmbiguousNameError) as error:
        message = str(error)
        assert message.startswith(("no thing is called ", f"{text!r} is the name of "))
        assert any(remedy in message for remedy in ("did you mean", "try search()", "use an id"))
    else:
        assert found in FINDABLE


@given(st.sampled_from(THINGS), st.text(max_size=3), st.integers(0, 40))
def test_every_suggestion_can_be_found(thing: Thing, slip: str, place: int) -> None:
    try:
        DATASET.find(thing.label[:place] + slip + thing.label[place:])
    except UnknownNameError as error:
        for suggestion in error.suggestions:
            assert DATASET.find(suggestion).label == suggestion
    except AmbiguousNameError:
        pass


def two_of_one_name(folder: Path) -> Dataset:
    return made(folder, place=[{"id": "sorokina-street", "name": "Sorokina"}])


def test_a_name_of_two_things_is_an_error_that_asks_which_is_meant(tmp_path: Path) -> None:
    dataset = two_of_one_name(tmp_path)
    with pytest.raises(AmbiguousNameError) as caught:
        dataset.find("SOROKINA")
    assert caught.value.candidates == (dataset.persons["anna-sorokina"], dataset.places["sorokina-street"])
    said = "'SOROKINA' is the name of 2 things; use an id: 'anna-sorokina' (person), 'sorokina-street' (place)"
    assert str(caught.value) == said
    assert isinstance(caught.value, LookupError)


def test_a_kind_tells_apart_two_things_of_one_name(tmp_path: Path) -> None:
    dataset = two_of_one_name(tmp_path)
    assert dataset.find("Sorokina", Place) is dataset.places["sorokina-street"]
    assert dataset.find("Sorokina", Person, Party) is dataset.persons["anna-sorokina"]
    assert dataset.involved("Sorokina").ids == ("wharf-strike",)
    with pytest.raises(AmbiguousNameError):
        dataset.find("Sorokina", Person, Place)


def test_an_exact_id_means_its_thing_even_where_another_has_that_name(tmp_path: Path) -> None:
    dataset = made(tmp_path, place=[{"id": "sorokina", "name": "Red Street"}])
    assert dataset.find("sorokina") is dataset.places["sorokina"]
    with pytest.raises(AmbiguousNameError):
        dataset.find("Sorokina")


def test_an_id_of_another_kind_does_not_hide_a_name(tmp_path: Path) -> None:
    dataset = made(tmp_path, place=[{"id": "sorokina", "name": "Red Street"}])
    assert dataset.find("sorokina", Person) is dataset.persons["anna-sorokina"]


@pytest.mark.parametrize("other", [None, 7, b"lenin", ["lenin"], datetime.date(1917, 11, 7), parse_date("1917")])
def test_what_is_no_name_is_a_type_error(other: Any, wharf: Dataset) -> None:
    with pytest.raises(TypeError, match=f"wanted: a name, an id or a record, not {type(other).__name__}"):
        wharf.find(other)


def test_a_statement_is_no_thing_that_has_a_name(wharf: Dataset) -> None:
    with pytest.raises(TypeError, match="not Statement"):
        wharf.find(wharf.statements[0])  # type: ignore[call-overload]


def test_a_thing_of_another_kind_than_wanted_is_a_type_error(wharf: Dataset) -> None:
    with pytest.raises(TypeError, match="wanted: a person or party, not the place 'krasny-bor'"):
        wharf.find(wharf.places[0], Person, Party)


def _bearers() -> dict[str, set[Findable]]:
    """What bears each name, by the name's folded form."""
    borne: dict[str, set[Findable]] = defaultdict(set)
    for found in FINDABLE:
        for text in (found.id, found.label, *(name.text for name in getattr(found, "names", ()))):
            borne[fold(text)].add(found)
    return borne


BEARERS = _bearers()
NAMES = sorted({name.text for thing in THINGS for name in thing.names} | {found.label for found in FINDABLE})
NOISE = st.sampled_from(["", "", "", "", " ", ".", "-", " ", "’", "\u0301", "\u0306", ", ", "·"])


@st.composite
def respelt(draw: st.DrawFn) -> tuple[str, str]:
    """A name in the data, and the same name in other case, accents, punctuation and spacing."""
    name = draw(st.sampled_from(NAMES))
    text = "".join(name.split()) if draw(st.booleans()) else name
    form = draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
    case = draw(st.sampled_from([str.upper, str.lower, str.title, str.casefold, str.swapcase]))
    noise = draw(st.lists(NOISE, min_size=len(text), max_size=len(text)))
    noisy = "".join(letter + extra for letter, extra in zip(text, noise, strict=True))
    return name, case(unicodedata.normalize(form, noisy))  # type: ignore[arg-type]


@given(respelt())
def test_find_ignores_case_accents_punctuation_and_spacing(names: tuple[str, str]) -> None:
    name, other = names
    wanted = BEARERS[fold(name)]
    try:
        found = {DATASET.find(other)}
    except AmbiguousNameError as error:
        found = set(error.candidates)
    exact = next((f for f in FINDABLE if f.id == other), None)
    assert found == ({exact} if exact else wanted)


# Events.


def test_the_data_set_answers_as_its_timeline_does() -> None:
    events = DATASET.events
    assert DATASET.between("1934-12-01", "1934-12-31") == events.between("1934-12-01", "1934-12-31")
    assert DATASET.between("1917", possible=True) == events.between("1917", possible=True)
    assert DATASET.involved("trotsky", role="expelled") == events.involving("trotsky", role="expelled")
    assert DATASET.involved("trotsky", "stalin", how="any") == events.involving("trotsky", "stalin", how="any")


def test_the_october_revolution_is_on_25_october_in_the_old_style_only() -> None:
    assert "october-revolution" in DATASET.between("1917-10-25", calendar="julian")
    assert "october-revolution" in DATASET.between("1917-11-07")
    asked_in_the_wrong_style = DATASET.between("1917-10-25")
    assert "october-revolution" not in asked_in_the_wrong_style
    assert "calendar='julian'" in str(asked_in_the_wrong_style)


def test_involved_wants_someone(wharf: Dataset) -> None:
    with pytest.raises(TypeError, match="wants at least one person, party or body"):
        wharf.involved()


def test_on_this_day_finds_what_happened_on_that_day_of_any_year(tmp_path: Path) -> None:
    dataset = made(
        tmp_path,
        event=[
            {"id": "rising", "title": "Rising", "kind": "uprising", "date": "1917-10-25T21:45 OS"},
            {"id": "parade", "title": "Parade", "kind": "demonstration", "date": "1921-11-07"},
            {"id": "autumn", "title": "Autumn", "kind": "process", "date": "1921-11"},
        ],
    )
    assert dataset.on_this_day(11, 7).ids == ("rising", "parade")
    assert dataset.on_this_day(10, 25).ids == ("rising",)
    assert dataset.on_this_day(10, 25, calendar="julian").ids == ("rising", "parade")
    assert dataset.on_this_day(10, 25, calendar="gregorian").ids == ()


def test_29_february_is_a_day_of_the_year() -> None:
    assert isinstance(DATASET.on_this_day(2, 29).ids, tuple)


@given(st.integers(-1, 14), st.integers(-1, 33), st.sampled_from([None, *Calendar]))
def test_a_day_that_no_year_has_is_a_date_error(month: int, day: int, calendar: Calendar | None) -> None:
    try:
        datetime.date(2000, month, day)
    except ValueError:
        with pytest.raises(DateError):
            DATASET.on_this_day(month, day, calendar=calendar)
    else:
        for found in DATASET.on_this_day(month, day, calendar=calendar):
            assert found.date.start is not None
            assert found.style.year_month_day(found.date.start)[1:] == (month, day)
            assert calendar in (None, found.style)


@pytest.mark.parametrize("day", [("11", "07"), (11, 7.0), (None, 7)])
def test_a_day_that_is_no_number_is_a_type_error(day: Any) -> None:
    with pytest.raises(TypeError, match="as whole numbers"):
        DATASET.on_this_day(*day)


# How things stood.


def office(folder: Path, *, death: str = "1950", **dates: str) -> Dataset:
    """The small data set with one person's office held between dates, and no membership."""
    held = {"office": "member", "body": "union-board", "statements": ["wharf-chronicle:3.2"]} | dates
    return changed(folder, "anna-sorokina", offices=[held], memberships=[], death=death)


def in_office(dataset: Dataset, date: str, **options: Any) -> bool:
    return bool(dataset.as_of(date, **options).offices)


def test_an_office_is_held_from_the_day_it_begins_until_the_eve_of_the_day_it_ends(tmp_path: Path) -> None:
    dataset = office(tmp_path, start="1917-03-15", end="1917-03-20")
    days = ("1917-03-14", "1917-03-15", "1917-03-19", "1917-03-20", "1917-03-21")
    for possible in (False, True):
        assert [in_office(dataset, day, possible=possible) for day in days] == [False, True, True, False, False]


def test_the_day_may_be_given_in_the_old_style(tmp_path: Path) -> None:
    dataset = office(tmp_path, start="1917-03-02 OS", end="1918")
    assert [in_office(dataset, day) for day in ("1917-03-01 OS", "1917-03-02 OS", "1917-03-14", "1917-03-15")] == [
        False,
        True,
        False,
        True,
    ]
    assert in_office(dataset, "1917-03-02", calendar="julian")


def test_what_began_or_ended_at_some_time_in_a_month_is_certain_only_outside_it(tmp_path: Path) -> None:
    dataset = office(tmp_path, start="1917-03", end="1917-05")
    days = ("1917-02-28", "1917-03-01", "1917-03-31", "1917-04-30", "1917-05-01", "1917-05-31", "1917-06-01")
    assert [in_office(dataset, day) for day in days] == [False, False, True, True, False, False, False]
    assert [in_office(dataset, day, possible=True) for day in days] == [False, True, True, True, True, False, False]


def test_a_situation_in_a_month_is_certain_if_it_lasted_the_whole_month(tmp_path: Path) -> None:
    dataset = office(tmp_path, start="1917-03-15", end="1917-05-15")
    months = ("1917-02", "1917-03", "1917-04", "1917-05", "1917-06")
    assert [in_office(dataset, month) for month in months] == [False, False, True, False, False]
    assert [in_office(dataset, month, possible=True) for month in months] == [False, True, True, True, False]


def test_what_has_no_beginning_is_only_possible_and_what_has_no_end_lasts(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    without_beginning = office(tmp_path / "one", end="1918")
    assert not in_office(without_beginning, "1917")
    assert in_office(without_beginning, "1917", possible=True)
    without_end = office(tmp_path, start="1917")
    assert in_office(without_end, "1940")
    assert not in_office(without_end, "1916", possible=True)


def test_open_dates_leave_open_when_it_began_or_ended(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    begun = office(tmp_path / "one", start="../1917", end="1918/..")
    assert [in_office(begun, year) for year in ("1916", "1918-01-01", "1919")] == [False, False, False]
    assert [in_office(begun, year, possible=True) for year in ("1916", "1919")] == [True, True]
    held = office(tmp_path, start="1917", end="1919")
    assert not in_office(held, "1918/..")
    assert in_office(held, "1918/..", possible=True)
    assert not in_office(held, "../1918")
    assert in_office(held, "../1918", possible=True)


def test_the_dead_hold_no_office(tmp_path: Path) -> None:
    dataset = office(tmp_path, start="1917", death="1937-06")
    days = ("1937-05-31", "1937-06-01", "1937-06-30", "1937-07-01")
    assert [in_office(dataset, day) for day in days] == [True, False, False, False]
    assert [in_office(dataset, day, possible=True) for day in days] == [True, True, False, False]


def test_a_situation_names_the_calendar_in_force() -> None:
    assert DATASET.as_of("1918-01-31 OS").calendar is Calendar.JULIAN
    assert DATASET.as_of("1918-02-13").calendar is Calendar.JULIAN
    assert DATASET.as_of("1918-02-14").calendar is Calendar.GREGORIAN


def test_a_situation_is_read_as_a_list(wharf: Dataset) -> None:
    assert str(wharf.as_of("1917-06")).splitlines() == [
        "June 1917, Julian calendar in force in Russia",
        "",
        "Capitals",
        "  Northern Coast: Red Wood, 1905 – 12 March 1918",
        "",
        "Offices",
        "  Anna Sorokina: member, Board of the Dockers' Union, March 1917 – 1918",
        "",
        "Parties",
        "  Anna Sorokina: Dockers' Union, March 1917 –",
    ]


def test_what_was_certain_on_a_day_was_possible_on_it() -> None:
    for year in range(1915, 1941):
        certain, possible = DATASET.as_of(str(year)), DATASET.as_of(str(year), possible=True)
        assert set(certain.offices) <= set(possible.offices)
        assert set(certain.memberships) <= set(possible.memberships)


def test_a_situation_on_no_date_is_a_date_error() -> None:
    with pytest.raises(DateError, match="cannot read 'then' as a date"):
        DATASET.as_of("then")


# What documents say.


def test_statements_about_a_thing_are_all_that_touch_it(wharf: Dataset) -> None:
    def ids(name: str) -> list[str]:
        return [statement.id for statement in wharf.statements_about(name)]

    assert ids("anna-sorokina") == ["wharf-chronicle:3.1", "wharf-chronicle:3.2"]
    assert ids("union-board") == ["wharf-chronicle:3.2"]
    assert ids("owners-give-way") == ["wharf-chronicle:4.1"]
    assert ids("dockers-union") == ["union-letter:1.1", "union-letter:2.1"]
    assert ids("pavel-ilyin") == []


def test_statements_about_a_source_are_those_that_it_makes(wharf: Dataset) -> None:
    assert [s.id for s in wharf.statements_about("A Letter from the Union")] == ["union-letter:1.1", "union-letter:2.1"]


@given(st.sampled_from(THINGS))
def test_statements_about_a_thing_touch_it(thing: Thing) -> None:
    about = DATASET.statements_about(thing)
    assert about == tuple(statement for statement in DATASET.statements if thing in statement.things)


def test_sources_for_a_thing_are_the_passages_of_all_that_is_said_of_it(wharf: Dataset) -> None:
    citations = wharf.sources_for("anna-sorokina")
    assert [citation.locator for citation in citations] == [
        "wharf-chronicle ¶3 [0–28] “Anna Sorokina spoke for …”",
        "wharf-chronicle ¶3 [34–78] “the Dockers' Union elected …”",
    ]
    assert not citations.editorial
    assert citations.authority is None


def test_a_passage_with_two_statements_is_cited_once(tmp_path: Path) -> None:
    tables = example()
    tables["statement"].append(
        dict(record(tables, "wharf-chronicle:3.1"), id="wharf-chronicle:3.3", text="Anna spoke.")
    )
    dataset = Dataset(owner(tmp_path, tables))
    assert len(dataset.statements_about("anna-sorokina")) == 3
    assert len(dataset.sources_for("anna-sorokina")) == 2


def test_sources_for_a_statement_are_its_passage(wharf: Dataset) -> None:
    statement = wharf.statements["wharf-chronicle:2.2"]
    assert wharf.sources_for(statement) == (statement.citation,)


def given_by(dataset: Dataset, thing: str, aspect: str) -> list[str]:
    """The openings of the passages that give an aspect of a thing."""
    return [citation.opening for citation in dataset.sources_for(thing, aspect)]


def test_an_aspect_of_an_event_is_given_by_the_statements_that_state_it(wharf: Dataset) -> None:
    assert given_by(wharf, "wharf-strike", "date") == ["The strike began on", "On 3 March 1917", "The owners gave way"]
    assert given_by(wharf, "wharf-strike", "places") == ["On 3 March 1917"]
    assert given_by(wharf, "wharf-strike", "participants") == [
        "The strike began on",
        "Some 380 of us",
        "Anna Sorokina spoke for",
    ]
    assert len(given_by(wharf, "wharf-strike", "summary")) == 6
    assert given_by(wharf, "wharf-strike", "led_to") == ["The owners gave way"]


def test_an_aspect_of_a_person_is_given_by_the_statements_that_state_it(wharf: Dataset) -> None:
    assert given_by(wharf, "anna-sorokina", "offices") == ["the Dockers' Union elected"]
    assert given_by(wharf, "anna-sorokina", "memberships") == ["Anna Sorokina spoke for"]
    assert len(given_by(wharf, "anna-sorokina", "names")) == 2


def test_the_position_of_a_party_is_a_summary_that_no_one_statement_gives(wharf: Dataset) -> None:
    assert given_by(wharf, "dockers-union", "position") == []


def test_the_date_of_a_work_is_given_by_statements_of_its_publication() -> None:
    cited = DATASET.sources_for("my-life", "date")
    assert [(citation.source.id, citation.opening) for citation in cited] == [("roberts-excerpt", "My Life (1930)")]


def test_a_later_edition_is_not_the_date_of_a_work() -> None:
    cited = DATASET.sources_for("from-lenin-to-stalin", "date")
    assert [citation.opening for citation in cited] == ["First Published: 1937"]


def test_a_date_of_a_work_that_the_editors_correct_is_cited_too() -> None:
    cited = DATASET.sources_for("history-of-the-russian-revolution", "date")
    assert [citation.paragraph for citation in cited] == [11]
    assert cited.editorial


def test_a_statement_has_no_aspects() -> None:
    statement = DATASET.statements["roberts-excerpt:11.4"]
    assert DATASET.sources_for(statement) == (statement.citation,)
    with pytest.raises(ValueError, match="one citation for all it says"):
        DATASET.sources_for(statement, "date")


@pytest.mark.parametrize(
    ("thing", "aspect", "value", "predicate", "end", "other"),
    [
        ("pavel-ilyin", "death", "1930", "killed", "object", "anna-sorokina"),
        ("pavel-ilyin", "birth", "1880", "born-in", "subject", "krasny-bor"),
        ("port-league", "founded", "1900", "founded", "object", "anna-sorokina"),
        ("wharf-book", "authors", ["pavel-ilyin"], "wrote", "object", "pavel-ilyin"),
        ("krasny-bor", "within", "northern-coast", "located-in", "subject", "northern-coast"),
        ("union-board", "part_of", "dockers-union", "part-of", "subject", "dockers-union"),
    ],
)
def test_an_aspect_is_given_by_a_relation_of_which_the_thing_is_the_right_end(
    tmp_path: Path, thing: str, aspect: str, value: Any, predicate: str, end: str, other: str
) -> None:
    ends = {"subject": thing, "object": other} if end == "subject" else {"subject": other, "object": thing}
    for joined, expected in (
        (ends, ["Four hundred men walked"]),
        ({"subject": ends["object"], "object": ends["subject"]}, []),
    ):
        tables = example()
        record(tables, thing)[aspect] = value
        record(tables, "wharf-chronicle:2.2")["relation"] = joined | {"predicate": predicate}
        assert given_by(Dataset(owner(tmp_path, tables)), thing, aspect) == expected


def test_an_editorial_aspect_has_an_authority_and_no_citations(wharf: Dataset) -> None:
    birth = wharf.sources_for("anna-sorokina", "birth")
    assert list(birth) == []
    assert birth.editorial
    assert birth.authority is Authority.REFERENCE_WORKS
    assert str(birth) == "editorial, from reference-works"


def test_an_editorial_aspect_may_have_citations_of_those_who_state_it_less_exactly(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "wharf-strike", editorial={"date": "reference-works"})
    date = dataset.sources_for("wharf-strike", "date")
    assert date.authority is Authority.REFERENCE_WORKS
    assert len(date) == 3


@pytest.mark.parametrize(
    ("kind", "role", "date", "states"),
    [
        ("assassination", "victim", "1917-03-03 OS", True),
        ("execution", "executed", "1917-03-03 OS", True),
        ("death", "subject", "1917-03-03 OS", True),
        ("assassination", "perpetrator", "1917-03-03 OS", False),
        ("strike", "victim", "1917-03-03 OS", False),
        ("assassination", "victim", None, False),
    ],
)
def test_a_death_is_given_by_the_dated_statements_on_the_event_of_it(
    tmp_path: Path, kind: str, role: str, date: str | None, states: bool
) -> None:
    tables = example()
    killing = {
        "id": "killing",
        "title": "Killing",
        "kind": kind,
        "participants": [{"who": "pavel-ilyin", "role": role}],
    }
    tables["event"].append(killing)
    record(tables, "pavel-ilyin")["death"] = "1917"
    told = record(tables, "wharf-chronicle:2.2")
    told |= {"event": "killing", "about": ["pavel-ilyin"]} | ({"date": date} if date else {})
    assert bool(Dataset(owner(tmp_path, tables)).sources_for("pavel-ilyin", "death")) is states


def test_an_editorial_aspect_of_a_source_has_an_authority(wharf: Dataset) -> None:
    assert wharf.sources_for("wharf-chronicle", "publisher").authority is Authority.CONTEXT
    assert wharf.sources_for("wharf-chronicle", "title") == ()


def test_an_aspect_of_which_nothing_is_said_has_neither(wharf: Dataset) -> None:
    death = wharf.sources_for("pavel-ilyin", "death")
    assert list(death) == []
    assert not death.editorial


def test_an_aspect_that_no_statement_gives_has_no_citations(wharf: Dataset) -> None:
    assert wharf.sources_for("wharf-book", "date") == ()


@pytest.mark.parametrize("aspect", ["colour", "id", "editorial", ""])
def test_an_aspect_that_is_none_is_an_error_that_names_those_there_are(aspect: str, wharf: Dataset) -> None:
    with pytest.raises(
        ValueError,
        match=f"a person has no '{aspect}'; it has names, name, birth, death, memberships, offices, confinements",
    ):
        wharf.sources_for("anna-sorokina", aspect)


def test_citations_keep_their_authority_when_they_are_copied() -> None:
    citations = Citations(DATASET.sources_for("kirov-assassination"), Authority.CONTEXT)
    copied = pickle.loads(pickle.dumps(Citations((), Authority.CONTEXT)))
    assert (copied, copied.authority) == ((), Authority.CONTEXT)
    assert str(citations).splitlines()[:2] == ["editorial, from context", citations[0].locator]


def test_citations_of_different_authorities_differ() -> None:
    cited = DATASET.sources_for("kirov-assassination")
    assert Citations(cited, Authority.CONTEXT) != Citations(cited, Authority.CALENDAR)
    assert Citations(cited, Authority.CONTEXT) != Citations(cited)
    assert Citations(cited, Authority.CONTEXT) == Citations(cited, Authority.CONTEXT) == tuple(cited)


# Accounts and disputes.


def test_an_account_is_what_one_source_says_of_an_event(wharf: Dataset) -> None:
    letter, chronicle = wharf.accounts("wharf-strike")
    assert letter.event == chronicle.event == wharf.events["wharf-strike"]
    assert [statement.id for statement in letter.statements] == ["union-letter:1.1", "union-letter:2.1"]
    assert len(chronicle.statements) == 4
    assert letter.dates == (parse_date("1917-03-04 OS"),)
    assert chronicle.dates == (parse_date("1917-03-03 OS"), parse_date("1917-03-12 OS"))
    assert [(figure.value, figure.value_max) for figure in letter.figures] == [(350, 380)]
    assert [citation.paragraph for citation in chronicle.citations] == [2, 2, 3, 4]


def test_an_account_is_read_as_a_list(wharf: Dataset) -> None:
    letter, _ = wharf.accounts("wharf-strike")
    assert str(letter).splitlines() == [
        "A Letter from the Union (union-letter):",
        "  According to the union, the strike began on 4 March.",
        "    — 4 (17) March 1917; said by Dockers' Union; union-letter ¶1 [10–38] “The",
        "      strike began on …”",
        "  Some 350 to 380 dockers took part.",
        "    — union-letter ¶2 [0–35] “Some 380 of us …”",
    ]


def test_an_event_that_another_led_to_is_told_of(wharf: Dataset) -> None:
    assert [account.source.id for account in wharf.accounts("owners-give-way")] == ["wharf-chronicle"]


def test_accounts_of_a_whole_leave_out_its_parts_unless_they_are_asked_for(tmp_path: Path) -> None:
    tables = example()
    record(tables, "owners-give-way")["part_of"] = "wharf-strike"
    dataset = Dataset(owner(tmp_path, tables))
    assert dataset.accounts("revolution-in-krasny-bor") == ()
    told = dataset.accounts("revolution-in-krasny-bor", parts=True)
    assert {statement.id for account in told for statement in account.statements} == {
        statement.id for name in ("wharf-strike", "owners-give-way") for statement in dataset.statements_about(name)
    }
    assert {account.event.id for account in told} == {"revolution-in-krasny-bor"}


def test_disputes_of_a_whole_leave_out_its_parts_unless_they_are_asked_for(wharf: Dataset) -> None:
    assert wharf.disputes("revolution-in-krasny-bor") == ()
    assert wharf.disputes("revolution-in-krasny-bor", parts=True) == wharf.disputes("wharf-strike")
    assert wharf.disputes("krasny-bor", parts=True) == wharf.disputes("krasny-bor")


def test_only_an_event_has_accounts(wharf: Dataset) -> None:
    with pytest.raises(UnknownNameError, match="no event is called 'anna-sorokina'"):
        wharf.accounts("anna-sorokina")


def test_disputes_are_those_of_a_thing_or_all(wharf: Dataset) -> None:
    (dispute,) = wharf.disputes()
    for touched in ("wharf-strike", "krasny-bor", "dockers-union", "union-letter", "wharf-chronicle"):
        assert wharf.disputes(touched) == (dispute,)
    assert wharf.disputes("pavel-ilyin") == ()


def test_a_dispute_that_only_editors_raise_is_that_of_its_thing(tmp_path: Path) -> None:
    claims = [{"value": "1920", "authority": "context"}, {"value": "1921", "authority": "reference-works"}]
    raised = {
        "id": "age",
        "thing": "pavel-ilyin",
        "attribute": "birth",
        "values": claims,
        "reason": "None.",
        "certainty": "possible",
    }
    dataset = made(tmp_path, dispute=[raised])
    assert [dispute.id for dispute in dataset.disputes("pavel-ilyin")] == ["age"]


@given(st.sampled_from(FINDABLE))
def test_disputes_of_a_thing_are_among_all(thing: Findable) -> None:
    assert set(DATASET.disputes(thing)) <= set(DATASET.disputes())
    assert all(dispute in DATASET.disputes(dispute.thing) for dispute in DATASET.disputes(thing))


# Documents.


def test_the_documents_are_those_in_a_folder(wharf: Dataset, tmp_path: Path) -> None:
    documents = wharf.documents(write_documents(tmp_path / "texts"))
    assert set(documents) == set(wharf.sources)
    assert wharf.statements["wharf-chronicle:3.1"].citation.passage(documents) == "Anna Sorokina spoke for them"


def test_the_environment_names_the_folder_where_none_is_given(
    wharf: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DOCUMENTS_VARIABLE, str(write_documents(tmp_path / "texts")))
    assert wharf.verify()
    assert set(wharf.documents()) == set(wharf.sources)


def test_with_nothing_at_hand_there_are_no_documents_and_it_is_said_what_to_do(
    wharf: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(DOCUMENTS_VARIABLE, raising=False)
    documents = wharf.documents()
    assert documents.missing == tuple(wharf.sources)
    assert f"name a folder of texts in {DOCUMENTS_VARIABLE}" in str(documents).replace("\n", " ")
    assert wharf.coverage() == {}


def test_a_folder_that_is_not_there_is_an_error(wharf: Dataset, tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="no folder of documents at"):
        wharf.documents(tmp_path / "nowhere")


def test_verify_checks_the_citations_of_statements_and_of_what_is_skipped(wharf: Dataset, tmp_path: Path) -> None:
    verification = wharf.verify(write_documents(tmp_path / "texts"))
    assert verification
    assert verification.checked == 10


def test_coverage_names_what_nothing_covers(wharf: Dataset, tmp_path: Path) -> None:
    gaps = wharf.coverage(write_documents(tmp_path / "texts"))
    assert {source.id: [gap.text for gap in found] for source, found in gaps.items()} == {
        "wharf-chronicle": [],
        "union-letter": [],
    }


def test_coverage_is_of_the_documents_that_are_there(wharf: Dataset, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts", {"union-letter": TEXTS["union-letter"]})
    assert [source.id for source in wharf.coverage(folder)] == ["union-letter"]


def test_cite_makes_the_citation_that_a_statement_has(wharf: Dataset, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts")
    cited = wharf.cite("wharf-chronicle", 3, "Anna", "for them", folder=folder)
    assert cited == wharf.statements["wharf-chronicle:3.1"].citation


# Files.


def test_a_data_set_written_and_read_back_is_equal(wharf: Dataset, tmp_path: Path) -> None:
    wharf.save(tmp_path / "saved.json")
    assert load(tmp_path / "saved.json") == wharf


def test_the_bundled_data_set_written_and_read_back_is_equal(tmp_path: Path) -> None:
    DATASET.save(tmp_path / "saved.json")
    again = load(str(tmp_path / "saved.json"))
    assert again == DATASET
    assert again.statements == DATASET.statements


# The same on every run and machine.


def test_answers_are_the_same_in_every_run() -> None:
    script = """
import russianrev as rr
from russianrev.terminal import page
for query in ("opposition party trotsky", "kirov murder", "1937"):
    print([(hit.record.id, hit.score) for hit in rr.search(query, limit=100)])
print(rr.events.ids, rr.statements.ids, rr.between("1917", "1937", possible=True).ids)
print([page(rr.find.__self__, rr.find(name)) for name in ("trotsky", "moscow-trials", "bolsheviks")])
print(rr.as_of("1927"), rr.disputes(), rr.accounts("october-revolution"), rr.sources_for("stalin"))
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert len(runs[0].stdout) > 10_000


# Who held what.


def test_the_tenures_of_a_body_or_a_party_are_its_offices_and_members(wharf: Dataset) -> None:
    anna = wharf.persons["anna-sorokina"]
    assert wharf.tenures("union-board") == ((anna, anna.offices[0]),)
    assert wharf.tenures("dockers-union") == ((anna, anna.memberships[0]),)


def test_tenures_stand_in_order_of_time_with_unknown_beginnings_first(tmp_path: Path) -> None:
    tables = example()
    dates = [{"start": "1918"}, {"end": "1919"}, {"start": "1917", "end": "1918"}, {"start": "1917"}]
    offices = [{"office": f"office {i}", "body": "union-board", **each} for i, each in enumerate(dates)]
    record(tables, "pavel-ilyin")["offices"] = offices
    record(tables, "anna-sorokina")["offices"] = []
    held = Dataset(owner(tmp_path, tables)).tenures("union-board")
    assert [tenure.start and tenure.start.notation for _, tenure in held] == [None, "1917", "1917", "1918"]


def test_a_situation_has_the_capital_and_who_is_confined(wharf: Dataset) -> None:
    situation = wharf.as_of("1917-03-05 OS")
    assert [(place.id, capital.city.id) for place, capital in situation.capitals] == [("northern-coast", "krasny-bor")]
    assert [(person.id, str(stay)) for person, stay in situation.confinements] == [
        ("anna-sorokina", "exile, Northern Coast")
    ]
    held = "  Anna Sorokina: exile, Northern Coast, 4 (17) March 1917 – 10 (23) March 1917"
    assert str(situation).splitlines()[-2:] == ["Prison, exile, hiding", held]
    assert wharf.as_of("1917-03-10 OS").confinements == ()


# Causes.


def chain(folder: Path, *pairs: str) -> Dataset:
    """A data set in which each pair of letters is a statement that the first event led to the second."""
    tables = example()
    tables["event"] += [
        {"id": letter, "title": letter.upper(), "kind": "process"} for letter in sorted(set("".join(pairs)))
    ]
    base = record(tables, "wharf-chronicle:2.2")
    tables["statement"] += [
        {
            **{key: base[key] for key in ("passage", "opening")},
            "id": f"wharf-chronicle:2.{number}",
            "text": f"{cause} led to {effect}.",
            "relation": {"subject": cause, "predicate": "led-to", "object": effect},
        }
        for number, (cause, effect) in enumerate(map(tuple, pairs), start=10)
    ]
    return Dataset(owner(folder, tables))


def ends(links: Links) -> list[tuple[int, str]]:
    return [(link.depth, f"{link.cause.id}{link.effect.id}") for link in links]


def test_consequences_are_followed_from_event_to_event(tmp_path: Path) -> None:
    dataset = chain(tmp_path, "ab", "bc", "ad", "cd")
    assert ends(dataset.consequences("a")) == [(1, "ab"), (2, "bc"), (3, "cd"), (1, "ad")]
    assert ends(dataset.causes("d")) == [(1, "ad"), (1, "cd"), (2, "bc"), (3, "ab")]


def test_causes_are_followed_to_a_depth(tmp_path: Path) -> None:
    dataset = chain(tmp_path, "ab", "bc")
    assert ends(dataset.consequences("a", depth=1)) == [(1, "ab")]
    assert ends(dataset.causes("c", depth=0)) == []


def test_a_circle_of_causes_is_followed_once(tmp_path: Path) -> None:
    dataset = chain(tmp_path, "ab", "ba")
    assert ends(dataset.consequences("a")) == [(1, "ab"), (2, "ba")]


def test_causes_have_the_statements_that_assert_them(wharf: Dataset) -> None:
    (link,) = wharf.causes("owners-give-way")
    assert [citation.paragraph for citation in link.citations] == [4]
    assert str(wharf.causes("owners-give-way")).splitlines() == [
        "Strike at the wharf → The owners give way",
        "  The owners gave way on 12 March.",
        "    — 12 (25) March 1917; wharf-chronicle ¶4 [0–37] “The owners gave way …”",
        "    “Marhc” is read as “March” (certain): Two letters changed places.",
    ]


def test_causes_are_shown_a_step_further_in_at_each_link(tmp_path: Path) -> None:
    shown = str(chain(tmp_path, "ab", "bc").consequences("a")).splitlines()
    assert [line for line in shown if "→" in line] == ["A → B", "  B → C"]
    assert all(line.startswith("    ") for line in shown[shown.index("  B → C") + 1 :])


# Export.


def test_an_export_in_json_is_read_as_an_equal_data_set(wharf: Dataset, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    assert wharf.export("json", file) is None
    assert load(file) == wharf
    assert wharf.export("json") == file.read_text(encoding="utf-8")


def test_a_form_that_is_none_is_an_error_that_names_those_there_are(wharf: Dataset) -> None:
    with pytest.raises(ValueError, match=r"no form is called 'xml'; there are json, .*csv, parquet"):
        wharf.export("xml")


def test_another_package_may_add_a_form(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint(name="summary", value="builtins:str", group="russianrev.exports")
    monkeypatch.setattr("russianrev.exports.entry_points", lambda *, group: [entry] if entry.group == group else [])
    assert DATASET.export("summary") == str(DATASET)
    with pytest.raises(ValueError, match="csv, parquet, summary"):
        DATASET.export("xml")


def test_a_data_set_equals_no_other_thing() -> None:
    assert DATASET != "russianrev"


def test_equal_citations_have_equal_hashes() -> None:
    cited = DATASET.sources_for("kirov-assassination")
    assert len({Citations(cited, Authority.CONTEXT), Citations(cited, Authority.CONTEXT)}) == 1


@pytest.mark.parametrize(
    "timeline",
    [
        DATASET.events,
        DATASET.between("1917-10 OS"),
        DATASET.between("1700"),
        DATASET.between("1917-10-25", "1917-10-26"),
        DATASET.events.of_kind("strike", "uprising").at("petrograd"),
        Timeline(DATASET.events["october-revolution"].parts, DATASET.find).of_kind("uprising"),
    ],
)
def test_a_timeline_that_is_pickled_says_and_does_the_same(timeline: Timeline) -> None:
    again = pickle.loads(pickle.dumps(timeline))
    assert (again, str(again), again.period) == (timeline, str(timeline), timeline.period)
    assert again.involving("lenin") == timeline.involving("lenin")
    assert again.between("1917-10-25") == timeline.between("1917-10-25")
