"""An answer that is empty says what was looked for, where, and what would find more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bundled_data import DATASET
from factories import Tables, example, owner, record

from russianrev.dataset import Dataset


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The small data set, in which of the revolution no document tells but by its part, and of the book none."""
    return Dataset(owner(tmp_path_factory.mktemp("quiet")))


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (
            lambda data: data.statements_about("wharf-book"),
            "no statement touches Wharves of the World; looked for in union-letter, wharf-chronicle",
        ),
        (
            lambda data: data.disputes("wharf-book"),
            "no disputes on Wharves of the World: no statements in no documents",
        ),
        (
            lambda data: data.disputes("owners-give-way"),
            "no disputes on The owners give way: 1 statement in 1 document",
        ),
        (
            lambda data: data.disputes("revolution-in-krasny-bor"),
            "no disputes on Revolution in Krasny Bor: no statements in no documents; with its parts, there are some",
        ),
        (
            lambda data: data.accounts("revolution-in-krasny-bor"),
            (
                "no document tells of Revolution in Krasny Bor: looked for in union-letter, wharf-chronicle; with its"
                " parts, some do"
            ),
        ),
        (
            lambda data: data.tenures("port-league"),
            (
                "no one is known to have held an office in Port League or to have belonged to it; about() gathers"
                " what is said of it"
            ),
        ),
        (
            lambda data: data.causes("revolution-in-krasny-bor"),
            "no document asserts what led to Revolution in Krasny Bor",
        ),
        (
            lambda data: data.consequences("revolution-in-krasny-bor"),
            "no document asserts what Revolution in Krasny Bor led to; of wharf-strike, one does",
        ),
        (
            lambda data: data.figures(of="zeppelins", unit="gas", about="wharf-strike", within="wharf-chronicle"),
            (
                "no document gives a figure of 'zeppelins' by the unit 'gas' on Strike at the wharf in wharf-chronicle;"
                " there are figures of dockers who walked out"
            ),
        ),
        (
            lambda data: data.figures(about="wharf-book"),
            "no document gives a figure on Wharves of the World",
        ),
        (
            lambda data: data.involved("anna-sorokina", "pavel-ilyin"),
            "no events in which Anna Sorokina and Pavel Ilyin took part",
        ),
        (
            lambda data: data.involved("pavel-ilyin", "port-league", role="victim", how="any").at("krasny-bor"),
            "no events in which Pavel Ilyin or Port League took part as victim at Krasny Bor",
        ),
        (lambda data: data.events.of_kind("war", "congress"), "no events of the kind war or congress"),
        (
            lambda data: data.events.on_day(2, 29),
            "no events on the day 29 of the month 2 (gregorian)",
        ),
        (
            lambda data: data.events.between("1600"),
            "no events, 22 December 1599 – 21 December 1600 (O.S.) = 1 January – 31 December 1600",
        ),
        (lambda data: data.about("wharf-book"), "No document speaks of Wharves of the World."),
        (
            lambda data: data.as_of("1700"),
            (
                "1700, Julian calendar in force in Russia nothing is known for certain of who held what; ask for"
                " what is possible"
            ),
        ),
    ],
)
def test_an_empty_answer_says_what_was_looked_for(ask: Callable[[Dataset], object], said: str, quiet: Dataset) -> None:
    assert " ".join(str(ask(quiet)).split()) == said


def test_a_data_set_without_disputes_says_where_it_looked(tmp_path: Path) -> None:
    tables: Tables = example()
    tables["dispute"].clear()
    assert (
        str(Dataset(owner(tmp_path, tables)).disputes()) == "no disputes; looked for in union-letter, wharf-chronicle"
    )
    tables = {kind: [] for kind in example()} | {"person": [record(example(), "pavel-ilyin")]}
    empty = tmp_path / "empty"
    empty.mkdir()
    assert str(Dataset(owner(empty, tables)).disputes()) == "no disputes; looked for in no document"


def test_what_led_to_a_part_is_looked_for_in_the_whole() -> None:
    assert DATASET.causes("witte-warns-nicholas-ii").nothing.endswith("; of revolution-of-1905, one does")


def test_an_answer_is_told_from_others_in_a_line(wharf: Dataset) -> None:
    assert repr(wharf.statements_about("wharf-strike")) == "<Answers: 6 statements>"
    assert repr(wharf.tenures("union-board")) == "<Answers: 1 tenure>"
    assert repr(wharf.disputes("wharf-book")) == "<Answers: no answers>"
    assert repr(wharf.sources_for("anna-sorokina", "offices")) == "<Citations: wharf-chronicle ¶3 [34–78]>"
    assert repr(wharf.sources_for("anna-sorokina", "birth")) == "<Citations: none, editorial, from reference-works>"
