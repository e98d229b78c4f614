from __future__ import annotations

import copy
import pickle
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import attrs
import pytest
from dates_strategies import dates
from factories import changed, example, loaded, record
from hypothesis import given
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.dates import HistoricalDate, read_notation
from russianrev.records.base import Comparable, Record, attributes_of
from russianrev.records.model import (
    RECORDS,
    Address,
    Citation,
    Claim,
    Coordinates,
    Event,
    Figure,
    Idea,
    Membership,
    Name,
    Party,
    Person,
    Place,
    Source,
    Thing,
    aspects_of,
)
from russianrev.vocabulary import AddressKind, Authority, IdeaKind, NameKind, PartyKind, SourceKind

PARTY = Party(id="y", name="Y", kind=PartyKind.PARTY)


def membership(start: str | None, end: str | None) -> Membership:
    return Membership(
        party=PARTY,
        start=read_notation(start) if start else None,
        end=read_notation(end) if end else None,
    )


def source(id: str = "s", **more: Any) -> Source:
    given: dict[str, Any] = {
        "title": "S",
        "kind": SourceKind.NOTES,
        "language": "en",
        "sha256": "0" * 64,
        "length": 9,
        "paragraphs": (9,),
    }
    return Source(id=id, **(given | more))


def citation(source: Source, start: int = 0) -> Citation:
    return Citation(source=source, paragraph=1, start=start, end=5, digest="0" * 16, opening="All power")


# Equality, hashes, how records show themselves.


def test_records_are_equal_if_their_values_are_and_what_they_refer_to_has_the_same_ids(tmp_path: Path) -> None:
    one, other = loaded(tmp_path), loaded(tmp_path)
    assert one == other
    assert one is not other


@pytest.mark.parametrize("kind", RECORDS)
def test_equal_records_have_equal_hashes(tmp_path: Path, kind: str) -> None:
    assert list(map(hash, loaded(tmp_path)[kind])) == list(map(hash, loaded(tmp_path)[kind]))


def test_a_change_of_a_record_that_it_refers_to_does_not_make_a_record_unequal(tmp_path: Path) -> None:
    tables = example()
    record(tables, "northern-coast")["name"] = "Southern Coast"
    one, other = loaded(tmp_path)["place"], loaded(tmp_path, tables)["place"]
    assert one[0] == other[0]
    assert one[1] != other[1]


def test_a_change_of_a_value_within_makes_a_record_unequal(tmp_path: Path) -> None:
    tables = example()
    record(tables, "anna-sorokina")["offices"][0]["office"] = "chair"
    assert loaded(tmp_path)["person"][0] != loaded(tmp_path, tables)["person"][0]


def test_records_of_different_kinds_are_not_equal() -> None:
    assert Idea(id="x", name="X", kind=IdeaKind.POLICY) != Person(id="x", name="X")


def test_a_record_is_not_equal_to_what_is_none() -> None:
    assert Person(id="x", name="X") != "x"


def test_equal_values_have_equal_hashes() -> None:
    assert {Coordinates(latitude=1, longitude=2), Coordinates(latitude=1, longitude=2.0)} == {
        Coordinates(latitude=1, longitude=2)
    }


def test_a_value_shows_its_values_and_the_ids_of_what_it_refers_to() -> None:
    name = Name(text="X", sources=(source("a"), source("b")))
    assert repr(name) == f"Name(text='X', language='en', kind={NameKind.PRINTED!r}, sources=('a', 'b'), date=None)"


def test_records_that_refer_to_each_other_can_be_shown(wharf: Dataset) -> None:
    assert "'wharf-chronicle:3.1'" in repr(wharf.persons["anna-sorokina"].memberships[0])


@pytest.mark.parametrize(
    ("id", "shown"),
    [
        ("anna-sorokina", "<Person anna-sorokina: Anna Sorokina>"),
        ("wharf-book", "<Work wharf-book: Wharves of the World>"),
        ("wharf-chronicle", "<Source wharf-chronicle: A Chronicle of the Wharf>"),
        ("owners-give-way", "<Event owners-give-way: The owners give way, undated>"),
        ("wharf-strike", "<Event wharf-strike: Strike at the wharf, 3–12 (16–25) March 1917>"),
    ],
)
def test_a_record_shows_its_kind_id_and_label(wharf: Dataset, id: str, shown: str) -> None:
    assert repr(wharf.find(id)) == shown


def test_a_record_prints_as_its_label(wharf: Dataset) -> None:
    assert str(wharf.persons["anna-sorokina"]) == "Anna Sorokina"


def test_a_dispute_is_called_by_its_thing_and_attribute(wharf: Dataset) -> None:
    (dispute,) = wharf.disputes()
    assert dispute.label == "Strike at the wharf: start"


def test_a_name_prints_as_its_text() -> None:
    assert str(Name(text="Ленин")) == "Ленин"


def test_a_record_of_no_kind_has_no_label() -> None:
    with pytest.raises(NotImplementedError):
        Record.label.__get__(Person(id="x", name="X"))


# Records do not change.


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_cannot_be_changed(tmp_path: Path, kind: str) -> None:
    each = loaded(tmp_path)[kind][0]
    for name in attributes_of(each):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(each, name, None)


def test_a_record_takes_no_other_attributes(wharf: Dataset) -> None:
    with pytest.raises((AttributeError, TypeError)):
        wharf.persons["anna-sorokina"].nickname = "A"  # type: ignore[attr-defined]


def test_an_attribute_that_a_record_has_not_is_named_in_the_error(wharf: Dataset) -> None:
    with pytest.raises(AttributeError, match="'Person' object has no attribute 'nme'"):
        wharf.persons["anna-sorokina"].nme  # noqa: B018


@pytest.mark.parametrize("kind", RECORDS)
def test_a_copy_of_a_record_is_equal(tmp_path: Path, kind: str) -> None:
    each = loaded(tmp_path)[kind][0]
    assert copy.copy(each) == each
    assert copy.deepcopy(each) == each
    assert pickle.loads(pickle.dumps(each)) == each


def test_a_changed_copy_can_be_made(wharf: Dataset) -> None:
    person = changed(wharf.persons["pavel-ilyin"], name="Pavel")
    assert (person.id, person.name) == ("pavel-ilyin", "Pavel")


def test_every_class_of_the_model_compares_by_value() -> None:
    assert all(issubclass(cls, Comparable) for cls in (*RECORDS.values(), Figure, Citation))


# Attributes.


def test_the_attributes_of_a_record_are_those_of_its_class(wharf: Dataset) -> None:
    assert (
        attributes_of(wharf.ideas["eight-hour-day"])
        == attributes_of(Idea)
        == ("id", "names", "editorial", "statements", "disputes", "name", "kind")
    )
    assert aspects_of(Idea) == ("names", "name", "kind")


def test_an_editorial_attribute_has_its_authority(wharf: Dataset) -> None:
    person = wharf.persons["anna-sorokina"]
    assert (person.authority_for("birth"), person.authority_for("death")) == (
        Authority.REFERENCE_WORKS,
        Authority.CONTEXT,
    )


def test_an_attribute_that_is_not_editorial_has_no_authority(wharf: Dataset) -> None:
    assert wharf.persons["anna-sorokina"].authority_for("name") is None


def test_a_statement_touches_its_event_what_it_is_about_who_says_it_and_what_it_relates_each_once(
    wharf: Dataset,
) -> None:
    touched = {statement.id: [thing.id for thing in statement.things] for statement in wharf.statements}
    assert touched["wharf-chronicle:3.1"] == ["wharf-strike", "anna-sorokina", "eight-hour-day"]
    assert touched["wharf-chronicle:3.2"] == ["anna-sorokina", "union-board"]
    assert touched["union-letter:1.1"] == ["wharf-strike", "dockers-union"]


def test_what_rests_on_statements_cites_each_passage_once(wharf: Dataset) -> None:
    statement = wharf.statements["wharf-chronicle:3.1"]
    claim = Claim(value="x", statements=(statement, changed(statement, id="wharf-chronicle:3.9")))
    assert claim.citations == (statement.citation,)


def test_a_dispute_cites_the_passages_of_all_its_values(wharf: Dataset) -> None:
    (dispute,) = wharf.disputes()
    assert [citation.source.id for citation in dispute.citations] == ["wharf-chronicle", "union-letter"]


# Stretches of a life.


@pytest.mark.parametrize(
    ("start", "end", "date", "certain", "possible"),
    [
        ("1917-03-01", "1917-05-01", "1917-04-01", True, True),
        ("1917-03-01", "1917-05-01", "1917-03-01", True, True),
        ("1917-03-01", "1917-05-01", "1917-05-01", False, False),
        ("1917-03-01", "1917-05-01", "1917-02-28", False, False),
        ("1917-03-01", None, "1940-01-01", True, True),
        (None, "1917-05-01", "1917-04-01", False, True),
        (None, "1917-05-01", "1917-05-02", False, False),
        (None, None, "1917-05-02", False, True),
        ("1917", "1919", "1917-06-01", False, True),
        ("1917", "1919", "1918-06-01", True, True),
        ("1917", "1919", "1919-06-01", False, True),
        ("1917", "1919", "1920-01-01", False, False),
    ],
)
def test_a_stretch_holds_from_the_day_it_starts_to_that_before_it_ends(
    start: str | None, end: str | None, date: str, certain: bool, possible: bool
) -> None:
    stretch, day = membership(start, end), read_notation(date)
    assert (stretch.holds(day), stretch.holds(day, possible=True)) == (certain, possible)


@given(dates(), dates(), dates())
def test_what_holds_for_certain_holds_possibly(
    start: HistoricalDate, end: HistoricalDate, date: HistoricalDate
) -> None:
    stretch = Membership(party=PARTY, start=start, end=end)
    assert stretch.holds(date) <= stretch.holds(date, possible=True)


# Citations.


def test_a_locator_names_source_paragraph_and_first_words() -> None:
    cited = citation(source("some-notes"))
    assert cited.locator == f"some-notes ¶1 [{cited.start}–5] “All power …”"


def test_a_citation_prints_as_its_locator() -> None:
    cited = citation(source())
    assert str(cited) == cited.locator
    assert cited.locator.startswith(f"{cited.place} “")


def addressed(*addresses: tuple[str, AddressKind], opening: str = "All power") -> Citation:
    """A citation of a source with these addresses."""
    made = source(addresses=tuple(Address(url=url, holds=holds) for url, holds in addresses))
    return Citation(source=made, paragraph=1, start=0, end=5, digest="0" * 16, opening=opening)


@pytest.mark.parametrize(
    ("kinds", "place"),
    [
        ([], None),
        ([AddressKind.SCAN, AddressKind.DESCRIPTION, AddressKind.VERSION], None),
        ([AddressKind.PAGE], 0),
        ([AddressKind.SCAN, AddressKind.BOOK, AddressKind.PAGE], 1),
    ],
)
def test_the_url_of_a_source_is_the_first_that_has_its_text(kinds: list[AddressKind], place: int | None) -> None:
    cited = addressed(*((f"https://x.example/{number}", kind) for number, kind in enumerate(kinds)))
    assert cited.source.url == (None if place is None else f"https://x.example/{place}")
    assert (cited.url is None) == (place is None)


@pytest.mark.parametrize(
    ("opening", "directive"),
    [
        ("All power", "#:~:text=All%20power"),
        ("one-and-a-half", "#:~:text=one%2Dand%2Da%2Dhalf"),
        ("Well, then, go", "#:~:text=Well%2C%20then%2C%20go"),
        ("R&D at 100%", "#:~:text=R%26D%20at%20100"),
        ("“We are,” he", "#:~:text=We%20are%2C%E2%80%9D%20he"),
        ("c. 1917/18 #5", "#:~:text=c.%201917%2F18%20%235"),
        ("读懂俄罗斯", "#:~:text=%E8%AF%BB%E6%87%82%E4%BF%84%E7%BD%97%E6%96%AF"),
        ("Lịch sử", "#:~:text=L%E1%BB%8Bch%20s%E1%BB%AD"),
        ("…", ""),
        ("– “", ""),
        ("", ""),
    ],
)
def test_the_url_of_a_passage_has_its_opening_words_as_a_text_fragment(opening: str, directive: str) -> None:
    page = ("https://x.example/a", AddressKind.PAGE)
    assert addressed(page, opening=opening).url == f"https://x.example/a{directive}"


def test_a_text_fragment_follows_the_fragment_that_an_address_has() -> None:
    page = ("https://x.example/a#part-2", AddressKind.PAGE)
    assert addressed(page).url == "https://x.example/a#part-2:~:text=All%20power"
    assert addressed(page, opening="…").url == "https://x.example/a#part-2"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_opening_is_encoded_so_that_it_can_be_read_back(opening: str) -> None:
    """The directive may have no dash, comma or ampersand of its own, and an address only what RFC 3986 lets it have."""
    url = addressed(("https://x.example/a", AddressKind.PAGE), opening=opening).url or ""
    directive = url.removeprefix("https://x.example/a").removeprefix("#:~:text=")
    assert re.fullmatch("[A-Za-z0-9._~%]*", directive)
    assert unquote(directive) in opening
    assert {character for character in opening if character.isalnum()} <= set(unquote(directive))


def test_a_passage_is_what_a_reader_reads() -> None:
    class Echo:
        def read(self, citation: Citation) -> str:
            return citation.opening.upper()

    assert citation(source()).passage(Echo()) == "ALL POWER"


def test_citations_of_the_same_place_are_equal_and_others_are_not() -> None:
    assert citation(source()) == citation(source())
    assert citation(source()) != citation(source(), start=1)
    assert citation(source("a")) != citation(source("b"))


def test_a_web_annotation_target_selects_the_passage_in_the_paragraph() -> None:
    assert citation(source(), start=1).web_annotation_target() == {
        "source": "urn:sha256:" + "0" * 64,
        "selector": {
            "type": "FragmentSelector",
            "value": "paragraph=1",
            "refinedBy": {
                "type": "TextPositionSelector",
                "start": 1,
                "end": 5,
                "russianrev:digest": "sha256-16:" + "0" * 16,
            },
        },
    }


# Sources as bibliography.


def test_a_source_is_an_item_of_csl_json(wharf: Dataset) -> None:
    assert wharf.sources["wharf-chronicle"].csl() == {
        "id": "wharf-chronicle",
        "type": "chapter",
        "title": "A Chronicle of the Wharf",
        "author": [{"family": "Ilyin", "given": "Pavel"}],
        "translator": [{"family": "Sorokina", "given": "Anna"}],
        "container-title": "Wharves of the World",
        "container-author": [{"family": "Ilyin", "given": "Pavel"}, {"literal": "Dockers' Union"}],
        "collection-title": "Harbour Library, vol. 2",
        "section": "ch. III",
        "publisher": "Harbour Press",
        "issued": {"date-parts": [[1921]]},
        "URL": "https://wharf.example/chronicle?page=3",
        "accessed": {"date-parts": [[2026, 11, 30]]},
        "language": "en",
    }


def test_a_review_says_in_csl_json_what_it_reviews(wharf: Dataset) -> None:
    review = changed(wharf.sources["wharf-chronicle"], kind=SourceKind.REVIEW).csl()
    assert (review["type"], review["reviewed-title"]) == ("review-book", "Memoir of a Quay")


def test_a_changed_record_has_no_home_and_is_pickled_with_what_it_holds(wharf: Dataset) -> None:
    strike = changed(wharf.events["wharf-strike"], title="Another strike")
    assert pickle.loads(pickle.dumps(strike)) == strike


def test_what_a_source_lacks_is_left_out_of_csl_json(wharf: Dataset) -> None:
    assert set(wharf.sources["union-letter"].csl()) == {"id", "type", "title", "language"}


def test_a_name_of_one_word_is_literal_in_csl_json() -> None:
    assert source(authors=(Person(id="p", name="Plato"),)).csl()["author"] == [{"literal": "Plato"}]


@pytest.mark.parametrize("kind", SourceKind)
def test_every_kind_of_source_has_a_type_in_csl_json(kind: SourceKind) -> None:
    assert source(kind=kind).csl()["type"]


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("1937-09-15", [[1937, 9, 15]]),
        ("1937-09", [[1937, 9]]),
        ("1937~", [[1937]]),
        ("1917-10-25T21:45 OS", [[1917, 11, 7]]),
        ("1917-02 OS", [[1917, 2, 14], [1917, 3, 13]]),
        ("1917-02-23/1917-03-02", [[1917, 2, 23], [1917, 3, 2]]),
        ("1930-01-01/..", [[1930, 1, 1]]),
    ],
)
def test_a_date_of_publication_is_given_by_its_parts(date: str, parts: list[list[int]]) -> None:
    issued = source(date=read_notation(date)).csl()["issued"]
    assert issued["date-parts"] == parts
    assert issued.get("circa", False) is date.endswith("~")


def test_a_date_without_a_beginning_is_left_out_of_csl_json() -> None:
    assert "issued" not in source(date=read_notation("../1930")).csl()


@given(dates())
def test_every_date_can_be_given_by_its_parts(date: HistoricalDate) -> None:
    issued = source(date=date).csl().get("issued", {"date-parts": []})
    assert all(1 <= len(parts) <= 3 for parts in issued["date-parts"])


def test_a_thing_is_an_event_person_party_body_place_work_or_idea() -> None:
    kinds = {kind for kind, cls in RECORDS.items() if issubclass(cls, Thing)}
    assert kinds == {"event", "person", "party", "body", "place", "work", "idea"}
    assert {Event, Place} < set(RECORDS.values())


# Names over time.


@pytest.mark.parametrize(
    ("date", "name"), [("1917-06", "Red Wood"), ("1924", "Red Wood"), ("1930", "Krasny Bor"), (None, "Krasny Bor")]
)
def test_a_place_has_the_name_of_the_time(wharf: Dataset, date: str | None, name: str) -> None:
    assert wharf.places["krasny-bor"].name_on(read_notation(date) if date else None) == name


def test_a_place_without_other_names_is_always_called_by_its_usual_one(wharf: Dataset) -> None:
    assert wharf.places["northern-coast"].name_on(read_notation("1917")) == "Northern Coast"


# Names in other languages.


@pytest.mark.parametrize(
    ("names", "called"),
    [
        ([], "Anna Sorokina"),
        ([{"text": "Анна", "language": "ru"}], "Анна"),
        (
            [{"text": "Анна", "language": "ru"}, {"text": "Анна Сорокина", "language": "ru", "kind": "native"}],
            "Анна Сорокина",
        ),
        (
            [{"text": "Анна", "language": "ru", "kind": "native"}, {"text": "Аня", "language": "ru", "kind": "usual"}],
            "Аня",
        ),
        (
            [{"text": "Аня", "language": "ru", "kind": "usual"}, {"text": "Анюта", "language": "ru", "kind": "usual"}],
            "Аня",
        ),
        ([{"text": "Анма", "language": "ru", "kind": "misprint"}], "Anna Sorokina"),
    ],
)
def test_the_name_in_a_language_is_the_usual_one_before_the_native_and_the_printed(
    tmp_path: Path, names: list[dict[str, str]], called: str
) -> None:
    tables = example()
    record(tables, "anna-sorokina")["names"] = names
    people = {person.id: person for person in loaded(tmp_path, tables)["person"]}
    anna = people["anna-sorokina"]
    assert isinstance(anna, Person)
    assert anna.name_in("ru") == called
    assert anna.name_in("en") == "Anna Sorokina"


def test_the_title_of_an_event_in_a_language(wharf: Dataset) -> None:
    assert wharf.events["revolution-in-krasny-bor"].title_in("ru") == "Революция в Красном Бору"


# Parties.


def test_a_lineage_has_every_party_that_splits_and_mergers_tie_to_one(tmp_path: Path) -> None:
    tables = example()
    tables["party"] = [
        {"id": "a", "name": "A", "kind": "party"},
        {"id": "b", "name": "B", "kind": "party", "split_from": "a", "founded": "1903"},
        {"id": "c", "name": "C", "kind": "party", "merged_into": "b", "dissolved": "1917-08"},
        {"id": "d", "name": "D", "kind": "party", "split_from": "a"},
        {"id": "e", "name": "E", "kind": "party"},
    ]
    tables["person"], tables["work"], tables["statement"], tables["dispute"], tables["body"] = [], [], [], [], []
    tables["source"], tables["event"] = [], []
    parties = {party.id: party for party in loaded(tmp_path, tables)["party"]}
    for id in "abcd":
        party = parties[id]
        assert isinstance(party, Party)
        assert [str(descent) for descent in party.lineage()] == ["B split from A", "C merged into B", "D split from A"]
        assert [descent.date and descent.date.notation for descent in party.lineage()] == ["1903", "1917-08", None]
    alone = parties["e"]
    assert isinstance(alone, Party)
    assert alone.lineage() == ()


def test_a_figure_is_read_with_its_unit() -> None:
    assert str(Figure(value=210000, unit="strikers", of="strikers", printed="210.000")) == "210,000 strikers"
    months = Figure(value=7, value_max=8, unit="months", of="dual power", printed="7, 8", approximate=True)
    assert str(months) == "about 7–8 months"
