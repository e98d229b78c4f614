"""Full-text search: what it covers, what it folds, and how it ranks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bundled_data import DATASET, FINDABLE, THINGS
from factories import example, owner, record
from hypothesis import given
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.records.model import Statement, Thing


def found(dataset: Dataset, query: str) -> list[str]:
    """The ids of what a search finds, best first."""
    return [hit.record.id for hit in dataset.search(query)]


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("elected", "wharf-chronicle:3.2"),  # what a statement says
        ("march", "wharf-chronicle:4.1"),
        ("style", "wharf-chronicle:2.1"),  # a date as printed
        ("four", "wharf-chronicle:2.2"),  # a figure as printed
        ("strike", "wharf-strike"),  # a title
        ("until", "wharf-strike"),  # a summary
        ("ilyin", "pavel-ilyin"),  # a name
        ("бору", "revolution-in-krasny-bor"),  # another name
        ("shorter", "dockers-union"),  # what a party stands for
        ("harbour", "wharf-chronicle"),  # a source's publisher
        ("vol", "wharf-chronicle"),  # what a source stands in
        ("letter", "union-letter"),
        ("hour", "eight-hour-day"),
        ("coast", "northern-coast"),
        ("league", "port-league"),
        ("board", "union-board"),
        ("wharves", "wharf-book"),
    ],
)
def test_search_covers_statements_events_names_and_sources(wharf: Dataset, query: str, id: str) -> None:
    assert id in found(wharf, query)


@pytest.mark.parametrize("query", ["SOROKINA", "Sorókina", "sorokinas", "  sorokina!  ", "“Sorokina”"])
def test_case_accents_plurals_and_punctuation_make_no_difference(wharf: Dataset, query: str) -> None:
    assert wharf.search(query) == wharf.search("sorokina")
    assert found(wharf, query)[0] == "anna-sorokina"


@pytest.mark.parametrize(
    ("one", "many"),
    [("party", "parties"), ("queue", "queues"), ("congress", "congress"), ("bus", "bus"), ("shoe", "shoes")],
)
def test_a_word_is_found_by_its_plural(tmp_path: Path, one: str, many: str) -> None:
    tables = example()
    record(tables, "wharf-chronicle:2.2")["text"] = f"They spoke of the {one}."
    dataset = Dataset(owner(tmp_path, tables))
    assert found(dataset, one) == found(dataset, many) == ["wharf-chronicle:2.2"]


@pytest.mark.parametrize("word", ["zombies", "does", "toes", "aegees", "algaes", "series"])
def test_a_word_is_found_as_it_is_written(tmp_path: Path, word: str) -> None:
    tables = example()
    record(tables, "wharf-chronicle:2.2")["text"] = f"They spoke of {word}."
    assert found(Dataset(owner(tmp_path, tables)), word) == ["wharf-chronicle:2.2"]


@pytest.mark.parametrize("query", ["十月革命", "革命", "月革", "十月"])
def test_words_are_found_in_a_script_without_spaces(tmp_path: Path, query: str) -> None:
    tables = example()
    record(tables, "revolution-in-krasny-bor")["names"] = [{"text": "十月革命", "language": "zh", "kind": "usual"}]
    assert found(Dataset(owner(tmp_path, tables)), query) == ["revolution-in-krasny-bor"]


def test_a_single_character_is_a_word_where_it_stands_alone(tmp_path: Path) -> None:
    tables = example()
    record(tables, "eight-hour-day")["names"] = [{"text": "党", "language": "zh", "kind": "usual"}]
    assert found(Dataset(owner(tmp_path, tables)), "党") == ["eight-hour-day"]


def test_what_has_more_of_the_words_comes_first(wharf: Dataset) -> None:
    assert found(wharf, "Anna Sorokina elected board")[0] == "wharf-chronicle:3.2"
    both = found(wharf, "shorter hours league")
    assert set(both[:2]) == {"dockers-union", "port-league"}


def test_a_rare_word_counts_for_more_than_a_common_one(wharf: Dataset) -> None:
    assert found(wharf, "dockers harbour")[0] == "wharf-chronicle"


def test_a_word_in_a_title_counts_for_more_than_one_in_a_sentence(wharf: Dataset) -> None:
    hits = found(wharf, "strike")
    assert hits[0] == "wharf-strike"
    assert hits.index("wharf-strike") < hits.index("union-letter:1.1")


def test_a_word_that_is_asked_for_twice_counts_once(wharf: Dataset) -> None:
    assert wharf.search("dockers dockers strike") == wharf.search("dockers strike")


def test_equal_matches_are_in_order_of_id(tmp_path: Path) -> None:
    tables = example()
    tables["person"] += [{"id": id, "name": "Zed Zed"} for id in ("zed-2", "zed-1", "zed-3")]
    assert found(Dataset(owner(tmp_path, tables)), "zed") == ["zed-1", "zed-2", "zed-3"]


def test_what_is_nowhere_is_not_found(wharf: Dataset) -> None:
    for query in ("zeppelin", "", "  ", "…!?"):
        assert wharf.search(query) == ()


def test_an_empty_data_set_has_nothing_to_find(tmp_path: Path) -> None:
    assert Dataset(owner(tmp_path, {})).search("anything", limit=5) == ()


def test_a_limit_is_how_many_are_found_at_most() -> None:
    every = DATASET.search("opposition", limit=1000)
    assert len(every) > 20
    assert DATASET.search("opposition") == every[:20]
    assert DATASET.search("opposition", limit=3) == every[:3]
    assert DATASET.search("opposition", limit=0) == ()


def test_a_limit_below_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="wanted: how many hits at most, not -1"):
        DATASET.search("opposition", limit=-1)


@pytest.mark.parametrize("query", [None, 1917, b"kirov", ["kirov"]])
def test_what_is_no_text_is_a_type_error(query: Any) -> None:
    with pytest.raises(TypeError, match=f"wanted: words to look for, not {type(query).__name__}"):
        DATASET.search(query)


WORDS = sorted({word for statement in DATASET.statements for word in statement.text.split()})


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join))
def test_hits_are_ranked_and_each_is_of_another_record(query: str) -> None:
    hits = DATASET.search(query, limit=1000)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.score > 0 for hit in hits)
    assert len({hit.record.id for hit in hits}) == len(hits)
    assert DATASET.search(query, limit=1000) == hits


@given(st.sampled_from(list(DATASET.statements)))
def test_a_statement_is_found_by_its_own_words(statement: Statement) -> None:
    best = DATASET.search(statement.text, limit=5)
    assert any(isinstance(hit.record, Statement) and hit.record.text == statement.text for hit in best)


@given(st.sampled_from(THINGS))
def test_a_thing_is_found_by_each_of_its_names(thing: Thing) -> None:
    for name in (thing.label, *(name.text for name in thing.names)):
        assert thing in [hit.record for hit in DATASET.search(name, limit=len(FINDABLE) + len(DATASET.statements))]
