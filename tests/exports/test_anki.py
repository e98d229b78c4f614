from __future__ import annotations

import csv
import re
from pathlib import Path
from random import Random

import pandas
import pytest
from bs4 import BeautifulSoup
from bundled_data import DATASET
from factories import example, owner, passage, record

from russianrev.dataset import Dataset
from russianrev.quizzes import QuestionKind, drafts

HEADERS = {
    "separator": "Comma",
    "html": "true",
    "notetype": "Basic",
    "tags column": "3",
    "guid column": "4",
}
HOSTILE = '#"Anna", <b>bold</b>;\nآنا 🚩 {0}'


def cards(text: str) -> list[list[str]]:
    """The notes of a file, read as Anki reads it: lines that begin with # come first, and are no notes."""
    lines = text.splitlines(keepends=True)
    head = [line for line in lines[: len(HEADERS) + 1] if line.startswith("#")]
    assert dict(line[1:].strip().split(":", 1) for line in head if not line.startswith("# ")) == HEADERS
    return list(csv.reader(lines[len(head) :], strict=True))


def shown(html: str) -> str:
    """What a card shows, as another library reads it."""
    page = BeautifulSoup(html, "html.parser")
    for line_break in page.find_all("br"):
        line_break.replace_with("\n")
    return page.get_text()


@pytest.mark.parametrize("language", ["en", "zh", "vi", "ru"])
def test_the_cards_are_all_questions_but_those_on_documents(language: str) -> None:
    learnt = (draft for draft in drafts(DATASET) if draft.kind is not QuestionKind.SOURCE)
    questions = {draft.id: draft.phrase(language, Random(draft.id)) for draft in learnt}
    wanted = {f"russianrev-{language}-{id}": question for id, question in questions.items() if question}
    rows = cards(DATASET.flashcards(language=language))
    assert [row[3] for row in rows] == list(wanted)
    for front, back, tags, id in rows:
        question = wanted[id]
        assert shown(front).split("\n") == [question.text, *question.lettered]
        assert shown(back) == question.key
        links = {link.get_text(): link["href"] for link in BeautifulSoup(back, "html.parser").find_all("a")}
        assert links == {c.locator: c.url for c in question.citations if c.url}
        assert tags.split()[:3] == [question.kind, language, question.things[0].id]
        assert len(set(tags.split())) == len(tags.split())
        assert all(shown(back).count(citation.locator) == 1 for citation in question.citations)


def test_a_file_is_the_same_each_time_and_its_ids_differ() -> None:
    assert Dataset.bundled().flashcards() == DATASET.flashcards()
    ids = [row[3] for row in cards(DATASET.flashcards())]
    assert len(ids) == len(set(ids))


def test_a_file_names_the_data_set_and_its_licence() -> None:
    assert "CC-BY-4.0" in DATASET.flashcards().splitlines()[len(HEADERS)]


def test_about_a_thing_there_are_fewer_cards() -> None:
    assert 0 < len(cards(DATASET.flashcards(about="kamenev"))) < len(cards(DATASET.flashcards()))


def test_another_reader_finds_the_same_cards(tmp_path: Path) -> None:
    text = DATASET.flashcards(language="zh")
    (tmp_path / "cards.csv").write_text(text, encoding="utf-8", newline="")
    frame = pandas.read_csv(tmp_path / "cards.csv", skiprows=len(HEADERS) + 1, header=None)
    assert frame.to_numpy().tolist() == cards(text)


def test_hostile_titles_survive_on_cards(tmp_path: Path) -> None:
    tables = example()
    event = {"id": "sail", "title": HOSTILE, "kind": "journey", "date": "1901-05-01"}
    statement = {"id": "wharf-chronicle:2.10", "event": "sail", "date": "1901-05-01", "text": "They sailed."}
    tables["event"].append(event)
    tables["statement"].append(statement | passage("wharf-chronicle", 2, "Four hundred men walked out."))
    del record(tables, "wharf-strike")["part_of"]
    rows = cards(Dataset(owner(tmp_path, tables)).flashcards())
    ((front, back, tags, id),) = (row for row in rows if row[2].startswith("when"))
    assert (id, tags) == ("russianrev-en-day-sail", "when en sail")
    assert shown(front).startswith(f"On which day did this happen: “{HOSTILE}”?\nA. ")
    assert "1 May [O.S. 18 April] 1901 [wharf-chronicle ¶2" in shown(back)
    assert {tag.name for side in (front, back) for tag in BeautifulSoup(side, "html.parser").find_all()} == {"br", "a"}


def test_a_card_has_the_tags_that_the_docs_study() -> None:
    docs = (Path(__file__).parents[2] / "docs/howto/teaching.md").read_text(encoding="utf-8")
    tags = {tag for row in cards(DATASET.flashcards()) for tag in row[2].split()}
    assert set(re.findall(r"tag:([\w-]+)", docs)) <= tags


def test_any_language_of_anki_takes_the_columns_in_their_order() -> None:
    """Fields are found by the names of columns; without any, in order, but for those of tags and of the GUID."""
    assert "#columns" not in DATASET.flashcards()
