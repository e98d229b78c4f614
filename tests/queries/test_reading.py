"""Documents read paragraph by paragraph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bundled_data import DATASET
from factories import TEXTS, lines, write_documents

from russianrev.dataset import Dataset
from russianrev.text import WIDTH, columns


def test_a_paragraph_has_its_text_its_statements_and_what_is_skipped(wharf: Dataset, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts")
    (third,) = wharf.read("wharf-chronicle", 3, folder=folder)
    assert third.number == 3
    assert third.text == lines(TEXTS["wharf-chronicle"])[2]
    assert [statement.id for statement in third.statements] == ["wharf-chronicle:3.1", "wharf-chronicle:3.2"]
    assert [each.reason for each in third.skipped] == ["connective"]
    assert third.disputes == ()


def test_a_paragraph_has_the_disputes_in_which_its_statements_have_a_say(wharf: Dataset) -> None:
    first, second = wharf.read("union-letter")
    assert [dispute.id for dispute in first.disputes] == ["first-day-of-the-strike"]
    assert second.disputes == ()
    assert "in dispute: Strike at the wharf: start; the editors take 3 (16) March 1917 (probable)." in " ".join(
        str(first).split()
    )


def test_what_the_editors_leave_open_is_said() -> None:
    open_ones = {dispute for source in DATASET.sources for dispute in source.disputes if not dispute.chosen}
    dispute = min(open_ones, key=lambda each: each.id)
    statement = next(statement for claim in dispute.values for statement in claim.statements)
    (paragraph,) = DATASET.read(statement.source, statement.citation.paragraph)
    assert "the editors leave it open" in " ".join(str(paragraph).split())


def test_the_paragraphs_of_a_document_hold_all_that_is_said_and_skipped_each_once() -> None:
    for source in DATASET.sources:
        paragraphs = DATASET.read(source)
        assert [each.number for each in paragraphs] == list(range(1, len(source.paragraphs) + 1))
        said = [statement for each in paragraphs for statement in each.statements]
        assert sorted(said, key=lambda statement: statement.place) == said
        assert set(said) == set(source.statements)
        assert [each for paragraph in paragraphs for each in paragraph.skipped] == list(source.skipped)


def test_nothing_that_is_read_is_wider_than_a_terminal() -> None:
    for source in DATASET.sources:
        written = str(DATASET.read(source))
        assert max(map(columns, written.splitlines())) <= WIDTH
        assert all(reading.read_as in " ".join(written.split()) for s in source.statements for reading in s.readings)


@pytest.mark.parametrize(("first", "last", "numbers"), [(2, None, [2]), (2, 3, [2, 3]), (None, None, [1, 2, 3, 4])])
def test_one_paragraph_some_or_all(wharf: Dataset, first: int | None, last: int | None, numbers: list[int]) -> None:
    assert [each.number for each in wharf.read("wharf-chronicle", first, last)] == numbers


def test_without_a_first_paragraph_it_begins_with_the_first(wharf: Dataset) -> None:
    assert [each.number for each in wharf.read("wharf-chronicle", last=2)] == [1, 2]


@pytest.mark.parametrize(("first", "last"), [(0, None), (5, None), (3, 2), (1, 5), (-1, 2)])
def test_a_paragraph_that_is_not_there_is_refused(wharf: Dataset, first: int, last: int | None) -> None:
    with pytest.raises(ValueError, match="'wharf-chronicle' has the paragraphs 1 to 4, not"):
        wharf.read("wharf-chronicle", first, last)


@pytest.mark.parametrize("first", ["3", 3.0, [3]])
def test_what_is_no_number_is_refused(wharf: Dataset, first: Any) -> None:
    with pytest.raises(TypeError, match="wanted: the number of a paragraph, from 1 to 4"):
        wharf.read("wharf-chronicle", first)
