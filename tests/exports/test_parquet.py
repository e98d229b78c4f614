from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import polars
import pyarrow.parquet
import pytest
from bundled_data import DATASET
from dataset_strategies import datasets
from factories import Tables, owner
from hypothesis import HealthCheck, given, settings
from rebuilding import rebuilt

import russianrev
from russianrev.dataset import Dataset
from russianrev.exports.parquet import export
from russianrev.loading.rows import Rows
from russianrev.tabular import SCHEMAS, tables


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled data set, exported."""
    made = tmp_path_factory.mktemp("parquet")
    export(DATASET, made)
    return made


def read_by_polars(folder: Path) -> Rows:
    # Without use_pyarrow, polars reads with a reader of its own.
    return {name: polars.read_parquet(folder / f"{name}.parquet").to_dicts() for name in SCHEMAS}


def read_by_duckdb(folder: Path) -> Rows:
    rows: dict[str, list[dict[str, Any]]] = {}
    for name in SCHEMAS:
        answer = duckdb.connect().execute(f"select * from '{folder}/{name}.parquet'")
        columns = [column for column, *_ in answer.description or ()]
        rows[name] = [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]
    return rows


def asked(question: str) -> list[tuple[Any, ...]]:
    """What DuckDB answers."""
    return duckdb.connect().execute(question).fetchall()


# Read back.


def test_polars_reads_the_rows_that_were_written(folder: Path) -> None:
    assert read_by_polars(folder) == {name: table.rows for name, table in tables(DATASET).items()}


def test_duckdb_reads_the_rows_that_were_written(folder: Path) -> None:
    assert read_by_duckdb(folder) == {name: table.rows for name, table in tables(DATASET).items()}


@pytest.mark.slow
def test_the_bundled_data_set_can_be_made_again_from_what_duckdb_reads(folder: Path, tmp_path: Path) -> None:
    assert rebuilt(read_by_duckdb(folder), tmp_path) == DATASET


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(datasets())
def test_any_data_set_can_be_made_again_from_what_polars_reads(data: Tables) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        dataset = Dataset(owner(folder, data))
        export(dataset, folder)
        assert rebuilt(read_by_polars(folder), folder) == dataset


def test_texts_that_would_be_formulas_in_a_spreadsheet_are_as_in_the_data_set(empty: Path, wharf: Dataset) -> None:
    data = {"idea": [{"id": "formula", "name": '=1+1, "a"\r\nb 🚩', "kind": "slogan"}]}
    export(Dataset(owner(empty, data)), empty)
    assert polars.read_parquet(empty / "ideas.parquet")["name"].to_list() == ['=1+1, "a"\r\nb 🚩']


# Questions.


def test_duckdb_answers_events_per_month_of_1917_with_the_number_of_sources(folder: Path) -> None:
    found = asked(f"""
        select strftime(e.date_start, '%Y-%m') as month,
               count(distinct e.id) as events,
               count(distinct s.source_id) as sources
        from '{folder}/events.parquet' e
        left join '{folder}/statements.parquet' s on s.event_id = e.id
        where year(e.date_start) = 1917
          and date_trunc('month', e.date_start) = date_trunc('month', e.date_end)
        group by month order by month
    """)
    events: dict[str, set[str]] = defaultdict(set)
    sources: dict[str, set[str]] = defaultdict(set)
    for month in range(1, 13):
        period = f"1917-{month:02}"
        for event in DATASET.between(period):
            events[period].add(event.id)
            sources[period] |= {s.source.id for s in DATASET.statements if s.event == event}
    assert found == [(period, len(events[period]), len(sources[period])) for period in sorted(events)]
    assert found


def test_duckdb_joins_persons_to_the_citations_of_their_events(folder: Path) -> None:
    found = asked(f"""
        select distinct s.locator
        from '{folder}/persons.parquet' p
        join '{folder}/participants.parquet' t on t.who_id = p.id
        join '{folder}/statements.parquet' s using (event_id)
        where p.name = 'Leon Trotsky'
    """)
    told = {s.citation.locator for event in DATASET.involved("trotsky") for s in DATASET.statements if s.event == event}
    assert {locator for (locator,) in found} == told
    assert told


def test_polars_joins_offices_to_the_statements_behind_them(folder: Path) -> None:
    read = {
        name: polars.read_parquet(folder / f"{name}.parquet") for name in ("offices", "office_statements", "statements")
    }
    joined = (
        read["offices"]
        .join(read["office_statements"], left_on="id", right_on="office_id")
        .join(read["statements"], left_on="statement_id", right_on="id")
        .select("person_id", "body_id", "digest")
    )
    held = [(p.id, t.body.id, s.citation.digest) for p in DATASET.persons for t in p.offices for s in t.statements]
    assert sorted(joined.rows()) == sorted(held)


def test_duckdb_reckons_with_dates(folder: Path) -> None:
    found = asked(f"select id, date_diff('day', date_start, date_end) from '{folder}/events.parquet'")
    lasted = {e.id: (e.date.end - e.date.start).days for e in DATASET.events if e.date and e.date.start and e.date.end}
    assert {id: days for id, days in found if days is not None} == lasted


# Form.


def test_the_types_are_proper(folder: Path) -> None:
    schema = pyarrow.parquet.read_schema(folder / "events.parquet")
    assert str(schema.field("date_start").type) == "date32[day]"
    assert str(schema.field("date_approximate").type) == "bool"
    assert not schema.field("id").nullable
    assert schema.field("summary").nullable
    figures = pyarrow.parquet.read_schema(folder / "figures.parquet")
    assert (str(figures.field("value").type), str(figures.field("position").type)) == ("double", "int64")


def test_a_table_without_rows_has_its_columns_and_types(empty: Path) -> None:
    export(Dataset(owner(empty, {})), empty)
    for name, schema in SCHEMAS.items():
        frame = polars.read_parquet(empty / f"{name}.parquet")
        assert frame.columns == [column.name for column in schema.columns]
        assert frame.height == 0
    assert polars.read_parquet(empty / "events.parquet").schema["date_start"] == polars.Date


def test_each_file_has_licence_version_sources_and_keys(folder: Path) -> None:
    for name, schema in SCHEMAS.items():
        metadata = pyarrow.parquet.read_schema(folder / f"{name}.parquet").metadata
        assert metadata[b"licence"] == b"CC-BY-4.0"
        assert metadata[b"version"].decode() == russianrev.__version__
        assert list(json.loads(metadata[b"sources"])) == list(DATASET.sources.ids)
        assert json.loads(metadata[b"foreign_keys"]) == schema.foreign_keys
        assert json.loads(metadata[b"primary_key"]) == list(schema.primary_key)


def test_data_of_ones_own_are_not_said_to_be_under_a_licence(wharf: Dataset, empty: Path) -> None:
    export(wharf, empty)
    assert b"licence" not in pyarrow.parquet.read_schema(empty / "events.parquet").metadata


def test_duckdb_sees_the_licence(folder: Path) -> None:
    found = asked(f"select key, value from parquet_kv_metadata('{folder}/events.parquet')")
    assert (b"licence", b"CC-BY-4.0") in found


def test_each_column_is_described(folder: Path) -> None:
    schema = pyarrow.parquet.read_schema(folder / "events.parquet")
    assert schema.field("title").metadata[b"description"] == b"The title"


def test_the_folder_is_made_and_its_files_replaced_only_on_demand(wharf: Dataset, tmp_path: Path) -> None:
    export(DATASET, tmp_path / "new" / "folder")
    with pytest.raises(FileExistsError, match="overwrite=True"):
        export(wharf, tmp_path / "new" / "folder")
    assert polars.read_parquet(tmp_path / "new" / "folder" / "persons.parquet").height == len(DATASET.persons)
    export(wharf, str(tmp_path / "new" / "folder"), overwrite=True)
    assert polars.read_parquet(tmp_path / "new" / "folder" / "persons.parquet").height == len(wharf.persons)
