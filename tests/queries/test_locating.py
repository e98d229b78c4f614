"""Citations read back from how they are written."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bundled_data import DATASET
from dataset_strategies import datasets
from factories import Tables, owner
from hypothesis import given, settings
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.errors import UnknownNameError
from russianrev.records.model import Citation

WRITINGS: dict[str, Callable[[Citation], str]] = {
    "str": str,
    "place": lambda citation: citation.place,
    "locator": lambda citation: citation.locator,
    "span": lambda citation: f"{citation.source.id} {citation.span}",
    "hyphens": lambda citation: citation.place.replace("–", "-"),
    "no sign": lambda citation: citation.place.replace("¶", ""),
    "blanks": lambda citation: citation.place.replace("[", "[ ").replace("–", " – ").replace(" ", "\u00a0\n "),
    "title": lambda citation: f"{citation.source.title} ¶{citation.span}",
}


def citations_of(dataset: Dataset) -> list[Citation]:
    skipped = [each.citation for source in dataset.sources for each in source.skipped]
    return [*(statement.citation for statement in dataset.statements), *skipped]


CITATIONS = citations_of(DATASET)


@pytest.mark.parametrize("writing", WRITINGS)
def test_every_citation_is_read_back(writing: str) -> None:
    assert [each for each in CITATIONS if DATASET.citation(WRITINGS[writing](each)) != each] == []


def test_passages_that_differ_are_written_differently() -> None:
    assert len({each.place for each in CITATIONS}) == len(set(CITATIONS))


@given(datasets())
@settings(max_examples=30)
def test_a_citation_of_any_data_set_is_read_back(tables: Tables) -> None:
    with TemporaryDirectory() as folder:
        dataset = Dataset(owner(Path(folder), tables))
    for each in citations_of(dataset):
        for write in (WRITINGS[name] for name in ("str", "place", "span", "hyphens")):
            assert dataset.citation(write(each)).place == each.place


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "wharf-chronicle",
        "¶2 [0–5]",
        "wharf-chronicle ¶2 [0–5",
        "wharf-chronicle ¶2 0–5]",
        "wharf-chronicle ¶2 [0–]",
        "wharf-chronicle ¶2 [0–5] and more",
        "wharf-chronicle ¶-2 [0–5]",
        "wharf-chronicle ¶²",
        "wharf-chronicle ¶1234567890 [0–5]",
        "x" * 301 + " ¶2 [0–5]",
    ],
)
def test_what_is_no_citation_is_an_error_with_an_example(wharf: Dataset, text: str) -> None:
    with pytest.raises(ValueError, match=r"such as 'figes-notes ¶26 \[120–164\]'") as caught:
        wharf.citation(text)
    assert len(str(caught.value)) < 500


def test_what_is_no_text_is_an_error(wharf: Dataset) -> None:
    with pytest.raises(TypeError, match="wanted: a citation as it is written, not int"):
        wharf.citation(5)  # type: ignore[arg-type]


def test_an_unknown_source_is_an_error_with_suggestions(wharf: Dataset) -> None:
    with pytest.raises(UnknownNameError, match="did you mean"):
        wharf.citation("Chronicle of a Wharf ¶2 [0–5]")


def test_a_passage_that_is_not_cited_is_an_error_with_those_that_are_the_nearest_first(wharf: Dataset) -> None:
    with pytest.raises(UnknownNameError, match=r"no passage is cited as wharf-chronicle ¶3 \[1–28\]") as caught:
        wharf.citation("wharf-chronicle ¶3 [1-28]")
    assert caught.value.suggestions[0] == "wharf-chronicle ¶3 [0–28]"
    assert [wharf.citation(each).place for each in caught.value.suggestions] == list(caught.value.suggestions)
    assert "did you mean wharf-chronicle ¶3 [0–28] or" in str(caught.value)


def test_a_whole_paragraph_is_no_citation_and_its_passages_are_told(wharf: Dataset) -> None:
    with pytest.raises(UnknownNameError, match="wharf-chronicle ¶4 is a whole paragraph") as caught:
        wharf.citation("wharf-chronicle ¶4")
    assert caught.value.suggestions == ("wharf-chronicle ¶4 [0–37]",)


@pytest.mark.parametrize("text", ["wharf-chronicle ¶9 [0–5]", "wharf-chronicle 9"])
def test_where_nothing_is_cited_the_paragraphs_are_told(wharf: Dataset, text: str) -> None:
    with pytest.raises(UnknownNameError, match="nothing of that paragraph is cited, of 1 to 4"):
        wharf.citation(text)


@given(st.text("¶[]–-:“ 0123456789wharf", max_size=40))
def test_any_text_is_a_citation_or_an_error(text: str) -> None:
    with suppress(ValueError, LookupError):
        assert DATASET.citation(f"boden-review{text}").source.id == "boden-review"


@pytest.mark.parametrize("piece", ["1 ", "¶", "¶1", "¶1 [1–", "x ¶1 [1–2]x", "[", " ", "9", "“"])
def test_a_long_text_is_read_in_one_pass(piece: str) -> None:
    with pytest.raises((ValueError, UnknownNameError)):
        DATASET.citation("boden-review " + piece * 200_000)
