"""`views.sql` answers in DuckDB and in Spark as the library does, on the bundled data and on a million events.

Spark needs the extra `spark`, and Java 17 or later: on Debian `apt install default-jre-headless`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from asking_sql import (
    Engine,
    between,
    firsts,
    involved,
    session_in_spark,
    shown,
    sources_for,
    sources_for_date,
    statements,
)
from bundled_data import DATASET
from synthetic_tables import Synthetic, event_id, person_id

from russianrev.dates import read_notation
from russianrev.exports.parquet import VIEWS, export

# Spark leaves sockets to the garbage collector.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

PERIODS = [
    "1917-10-25 OS",
    "1917-02-23/1917-03-03 OS",
    "1917-10 OS",
    "1926-07/1926-12",
    "192X",
    "../1891",
    "1936/..",
]


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the bundled data set is exported to `tables`."""
    folder = tmp_path_factory.mktemp("bundled")
    export(DATASET, folder / "tables")
    return folder


@pytest.fixture(scope="module")
def million() -> Synthetic:
    """A million events."""
    return Synthetic(1_000_000)


@pytest.fixture(scope="module")
def scale(million: Synthetic, bundled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which they are exported to `tables`."""
    folder = tmp_path_factory.mktemp("million")
    (folder / "tables").mkdir()
    million.write(folder / "tables", bundled / "tables")
    (folder / "tables" / "views.sql").write_bytes(VIEWS.read_bytes())
    return folder


def in_duckdb(folder: Path) -> Iterator[Engine]:
    with duckdb.connect() as connection:
        for file in (folder / "tables").glob("*.parquet"):
            connection.execute(f"create view {file.stem} as from '{file}'")
        connection.execute((folder / "tables" / "views.sql").read_text("utf-8"))
        yield lambda question: connection.execute(question).fetchall()


def in_spark(folder: Path) -> Iterator[Engine]:
    """Spark in this process's own Java, begun as the page shows it."""
    sql = pytest.importorskip("pyspark.sql", reason="needs the extra spark")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        pytest.skip("Spark needs Java 17 or later: on Debian, apt install default-jre-headless")
    settings = {
        "spark.driver.memory": "3g",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
    }
    builder = sql.SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    begun: dict[str, Any] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        exec(compile(session_in_spark(), "at-scale.md", "exec"), begun)
    yield lambda question: [tuple(row) for row in begun["spark"].sql(question).collect()]
    session.stop()


ENGINES = {"duckdb": in_duckdb, "spark": in_spark}


@pytest.fixture(scope="module", params=ENGINES)
def ask_bundled(request: pytest.FixtureRequest, bundled: Path) -> Iterator[Engine]:
    """An engine with the bundled data set."""
    yield from ENGINES[request.param](bundled)


@pytest.fixture(scope="module", params=ENGINES)
def ask(request: pytest.FixtureRequest, scale: Path) -> Iterator[Engine]:
    """An engine with a million events."""
    yield from ENGINES[request.param](scale)


# The bundled data.


def test_the_page_shows_what_each_engine_answers(ask_bundled: Engine) -> None:
    for question, answer in statements():
        rows = ask_bundled(question)
        assert answer is None or shown(rows) == answer


def test_all_events_are_in_the_order_of_the_library(ask_bundled: Engine) -> None:
    assert firsts(ask_bundled("SELECT event_id FROM event_days ORDER BY sort_key")) == list(DATASET.events.ids)


# A million events.


@pytest.mark.parametrize("possible", [False, True], ids=["certain", "possible"])
def test_between_is_what_the_dates_say(ask: Engine, million: Synthetic, possible: bool) -> None:
    for notation in PERIODS:
        period = read_notation(notation)
        expected = million.between(period, possible=possible)
        assert expected
        assert firsts(ask(between(period, possible=possible))) == expected, notation


def test_all_events_stand_in_order(ask: Engine, million: Synthetic) -> None:
    assert firsts(ask("SELECT event_id FROM event_days ORDER BY sort_key")) == list(map(event_id, million.order))


@pytest.mark.parametrize("role", ["", "leader"])
@pytest.mark.parametrize("who", [(0,), (4000,), (0, 1)], ids=str)
def test_involved_is_what_the_parts_say(ask: Engine, million: Synthetic, who: tuple[int, ...], role: str) -> None:
    for how in ("all", "any")[: len(who)]:
        expected = million.involved(*who, role=role, how=how)
        assert expected
        assert firsts(ask(involved(*map(person_id, who), role=role, how=how))) == expected


def test_sources_for_is_what_the_statements_say(ask: Engine, million: Synthetic) -> None:
    for person in (0, 40, 4000):
        assert ask(sources_for(person_id(person))) == million.sources_for(about=person)
    for event in (0, 1917, 999_999):
        assert ask(sources_for(event_id(event))) == million.sources_for(event=event)


def test_sources_for_a_date_is_what_the_statements_say(ask: Engine, million: Synthetic) -> None:
    dated = [s.event for s in million.statements if s.event is not None and s.dated][:5]
    for event in dated:
        assert ask(sources_for_date(event_id(event))) == million.sources_for_date(event)
