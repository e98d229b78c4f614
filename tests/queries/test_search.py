"""Full-text search: what it covers, what it folds, and how it ranks."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import Any

import pytest
import questions
from bundled_data import DATASET, FINDABLE, THINGS
from factories import example, owner, record
from hypothesis import given
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.indexes.porter import stem
from russianrev.indexes.stems import STOP_WORDS
from russianrev.queries.fulltext import Hit, Hits
from russianrev.records.base import Record
from russianrev.records.model import Dispute, Event, Person, Statement, Thing


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
        ("dockers walk", "wharf-strike"),  # a summary
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
    assert found(wharf, query) == found(wharf, "sorokina")
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


@pytest.mark.parametrize("word", ["zombies", "goes", "toes", "aegees", "algaes", "series"])
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
    for query in ("zeppelin", "", "  ", "…!?", "who was the", "the"):
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
    best = DATASET.search(statement.text)
    assert any(isinstance(hit.record, Statement) and hit.record.text == statement.text for hit in best)


@given(st.sampled_from(THINGS))
def test_a_thing_is_found_by_each_of_its_names(thing: Thing) -> None:
    for name in (thing.label, *(name.text for name in thing.names)):
        assert thing in [hit.record for hit in DATASET.search(name, limit=len(FINDABLE) + len(DATASET.statements))]


# Questions.


def test_most_questions_are_answered_at_once() -> None:
    ranks = [question.rank for question in questions.questions()]
    assert len(ranks) >= 60
    assert sum(rank == 1 for rank in ranks) > 0.8 * len(ranks)
    assert sum(0 < rank <= 3 for rank in ranks) > 0.9 * len(ranks)


def test_what_is_wanted_of_the_search_is_in_the_data() -> None:
    ids = {record.id for records in DATASET.records.values() for record in records}
    assert all(question.wanted <= ids for question in questions.questions())


@pytest.mark.parametrize("question", ["Who was {}?", "What did {} do?", "the {}", "{}", "{}'s", "why {}"])
def test_the_words_of_a_question_do_not_count(wharf: Dataset, question: str) -> None:
    assert found(wharf, question.format("Sorokina")) == found(wharf, "Sorokina")


@pytest.mark.parametrize(
    ("question", "id"),
    [
        ("Кто такая Анна Сорокина?", "anna-sorokina"),
        ("в Красном Бору была революция", "revolution-in-krasny-bor"),
        ("революцией", "revolution-in-krasny-bor"),
        ("краснаго бора", "revolution-in-krasny-bor"),
    ],
)
def test_russian_words_are_found_in_any_case(wharf: Dataset, question: str, id: str) -> None:
    assert found(wharf, question)[0] == id


@pytest.mark.parametrize("word", ["lenin", "stalin", "trotsky", "kerensky", "kirov", "zinoviev", "列宁", "Ленин"])
def test_a_person_comes_before_what_only_has_the_surname_in_its_title(word: str) -> None:
    assert DATASET.search(word)[0].record == DATASET.find(word)


@given(st.sampled_from(THINGS))
def test_what_has_the_whole_question_as_its_name_comes_first_or_beside_its_namesakes(thing: Thing) -> None:
    best = [hit.record for hit in DATASET.search(thing.label, limit=3)]
    assert thing in best or not any(word not in STOP_WORDS for word in thing.label.lower().split())


@pytest.mark.parametrize("words", [("abdicate", "abdication", "abdicated"), ("assassinate", "assassination")])
def test_words_of_one_stem_are_one_word(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


PORTER = """
caresses caress ponies poni ties ti cats cat feed feed agreed agre plastered plaster bled bled motoring motor sing sing
conflated conflat troubled troubl sized size hopping hop tanned tan falling fall hissing hiss fizzed fizz failing fail
filing file happy happi sky sky relational relat conditional condit rational ration valenci valenc digitizer digit
conformabli conform radicalli radic differentli differ vileli vile analogousli analog vietnamization vietnam
predication predic operator oper feudalism feudal decisiveness decis hopefulness hope callousness callous formaliti
formal sensitiviti sensit sensibiliti sensibl triplicate triplic formative form formalize formal electriciti electr
electrical electr hopeful hope goodness good revival reviv allowance allow inference infer airliner airlin gyroscopic
gyroscop adjustable adjust defensible defens irritant irrit replacement replac adjustment adjust dependent depend
adoption adopt homologou homolog communism commun activate activ angulariti angular homologous homolog effective effect
bowdlerize bowdler probate probat rate rate cease ceas controll control roll roll
"""


@pytest.mark.parametrize(("word", "stemmed"), [pair.split() for pair in re.findall(r"\S+\s+\S+", PORTER)])
def test_endings_are_stripped_as_porter_does(word: str, stemmed: str) -> None:
    """The examples of his paper."""
    assert stem(word) == stemmed


@given(st.text("abcdeiloustyz", max_size=12))
def test_a_stem_is_hardly_longer_than_the_word_and_begins_as_it(word: str) -> None:
    stemmed = stem(word)
    assert len(stemmed) <= len(word) + 1
    assert stemmed[:1] == word[:1]


# Disputes and readings.


def test_the_reason_of_a_dispute_is_found(wharf: Dataset) -> None:
    dispute = wharf.records["dispute"][0]
    assert dispute in [hit.record for hit in wharf.search(dispute.reason)]


def test_how_a_misprint_is_read_is_found(wharf: Dataset) -> None:
    statement = next(statement for statement in wharf.statements if statement.readings)
    assert found(wharf, statement.readings[0].reason)[0] == statement.id


def test_the_part_of_a_work_that_a_source_is_is_found(wharf: Dataset) -> None:
    assert found(wharf, "ch. III")[0] == "wharf-chronicle"


# Quotation marks.


@pytest.mark.parametrize("query", ['"stopped work"', "“stopped work”", "«Stopped Work»", '"stopped work" zeppelin'])
def test_what_is_quoted_must_be_there_word_for_word(wharf: Dataset, query: str) -> None:
    assert found(wharf, query) == ["wharf-chronicle:2.1", "wharf-strike"]


@pytest.mark.parametrize("query", ['"work stopped"', '"stopped the work"', '"stopped working"'])
def test_what_is_quoted_otherwise_is_not_found(wharf: Dataset, query: str) -> None:
    assert found(wharf, query) == []


def test_chinese_is_quoted_too() -> None:
    hits = DATASET.search("「十月革命」")
    assert hits[0].record.id == "october-revolution"
    assert all("十月革命" in {name.text for name in hit.record.names} for hit in hits if isinstance(hit.record, Thing))


# Where to look.


@pytest.mark.parametrize(("kind", "cls"), [("event", Event), (Event, Event), ("person", Person), ("dispute", Dispute)])
def test_only_one_kind_may_be_looked_for(kind: Any, cls: type[Record]) -> None:
    hits = DATASET.search("assassination of Stolypin", kind=kind)
    assert hits
    assert {type(hit.record) for hit in hits} == {cls}


def test_a_base_class_is_a_kind() -> None:
    assert all(isinstance(hit.record, Thing) for hit in DATASET.search("Stolypin", kind=Thing))


def test_what_is_no_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such kind of record: 'battle'; wanted: source, event, person"):
        DATASET.search("Stolypin", kind="battle")


@pytest.mark.parametrize("within", ["figes-notes", "trotsky", "february-revolution"])
def test_only_what_a_source_says_or_is_said_of_a_thing_may_be_looked_at(within: str) -> None:
    place = DATASET.find(within)
    hits = DATASET.search("the government and the soldiers", within=within, limit=1000)
    assert hits
    assert {hit.record for hit in hits} <= {*place.statements, *place.disputes}
    every = DATASET.search("the government and the soldiers", limit=10_000)
    assert hits == tuple(hit for hit in every if hit.record in {*place.statements, *place.disputes})


def test_a_users_own_data_may_be_narrowed_too(wharf: Dataset) -> None:
    assert found(wharf, "strike") > [hit.record.id for hit in wharf.search("strike", within="union-letter")] > []


def test_only_a_period_may_be_looked_at() -> None:
    hits = DATASET.search("strike", between=("1917-02-20 OS", "1917-03-05 OS"), limit=100)
    assert "petrograd-strike-of-23-february" in [hit.record.id for hit in hits]
    for hit in hits:
        record = hit.record.thing if isinstance(hit.record, Dispute) else hit.record
        date = record.date or (record.event and record.event.date)
        assert "1917-02" <= date.start.isoformat() <= date.end.isoformat() <= "1917-03-18"


def test_what_has_no_date_lies_in_no_period(wharf: Dataset) -> None:
    hits = wharf.search("owners give way", kind="event", between=("1900", "2000"))
    assert "owners-give-way" in found(wharf, "owners give way")
    assert "owners-give-way" not in [hit.record.id for hit in hits]
    assert wharf.search("Sorokina", kind="person", between=("1800", "2000")) == ()


@pytest.mark.parametrize("within", ["xyzzy", "Nikolai"])
def test_where_to_look_must_be_known(within: str) -> None:
    with pytest.raises(LookupError):
        DATASET.search("strike", within=within)


# What is printed.


def test_hits_print_one_below_the_other(wharf: Dataset) -> None:
    hits = wharf.search("sorokina strike")
    assert str(hits) == "\n".join(map(str, hits))
    assert str(wharf.search("sorokina")[0]) == "Anna Sorokina (person) [anna-sorokina]"
    assert str(wharf.search("wharf strike", kind="event")[0]) == (
        "Strike at the wharf (event: strike, 3–12 (16–25) March 1917) [wharf-strike]"
    )


def test_a_statement_that_is_found_prints_itself(wharf: Dataset) -> None:
    hit = wharf.search("elected", kind="statement")[0]
    assert str(hit) == str(hit.record)


@pytest.mark.parametrize(
    ("query", "filters", "hint"),
    [
        ("zeppelin", {}, "nothing says 'zeppelin' .*; try other words, or a name in any script"),
        ("Sorokinna", {}, "did you mean 'Anna Sorokina'"),
        ("who was", {}, "it has no word that tells one text from another"),
        ("sorokina", {"kind": "event"}, r"as it was asked; without .* there are \d+$"),
        ('"strike the"', {}, "without quotation marks"),
        ("zeppelin", {"kind": "event"}, "try other words"),
    ],
)
def test_an_empty_answer_says_what_would_find_more(
    wharf: Dataset, query: str, filters: dict[str, Any], hint: str
) -> None:
    hits = wharf.search(query, **filters)
    assert not hits
    assert re.search(hint, hits.hint)
    assert " ".join(str(hits).split()) == hits.hint


def test_an_empty_answer_says_whose_name_is_near() -> None:
    assert DATASET.search("Trotzkij").hint.endswith("did you mean 'Leon Trotsky'?")
    assert DATASET.search("Romanoff").hint.endswith("did you mean 'Nicholas II' or 'Grand Duke Michael Alexandrovich'?")


def test_many_that_would_be_found_are_not_counted_out() -> None:
    assert DATASET.search("the Bolsheviks", between=("1500", "1600")).hint.endswith("there are 100 or more")


def test_hits_are_pickled_with_their_hint(wharf: Dataset) -> None:
    for hits in (wharf.search("sorokina"), wharf.search("zeppelin")):
        again = pickle.loads(pickle.dumps(hits))
        assert (again, again.hint, type(again)) == (hits, hits.hint, Hits)
    assert Hits([Hit(wharf.persons[0], 1.0)]).hint == ""
