from __future__ import annotations

import csv
import datetime
import json
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import frictionless
import pytest
from bundled_data import DATASET
from dataset_strategies import datasets
from factories import Tables, example, owner, record
from frictionless.resources import TableResource
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rebuilding import rebuilt

import russianrev
from russianrev.dataset import Dataset, load
from russianrev.exports.csv import export, guarded, unguarded
from russianrev.loading.rows import Rows
from russianrev.tabular import SCHEMAS, tables

HOSTILE = [
    '=HYPERLINK("http://example.org","click")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "＝1+1",
    "'=1+1",
    "''=1+1",
    "'tis",
    "<script>alert('x')</script>",
    'say "a, b"; c',
    "two\nlines",
    "two\r\nlines",
    "\u202eright to left\u202c",
    "🚩 العربية",
    "NULL",
    "#N/A",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled data set, exported."""
    made = tmp_path_factory.mktemp("csv")
    export(DATASET, made)
    return made


def package_of(folder: Path) -> dict[str, Any]:
    package: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return package


def validated(folder: Path) -> list[str]:
    """The errors that `frictionless` finds in a package, its types."""
    report = frictionless.validate(folder / "datapackage.json")
    return [str(type) for (type,) in report.flatten(["type"])]


def read_by_frictionless(folder: Path) -> Rows:
    """The rows as another library reads them, by the types of the package; texts without what guards them."""
    package = frictionless.Package(folder / "datapackage.json")
    return {
        resource.name: [{k: _plain(cell) for k, cell in row.to_dict().items()} for row in resource.read_rows()]
        for resource in package.resources
        if isinstance(resource, TableResource)
    }


def _plain(cell: Any) -> Any:
    match cell:
        case str():
            return unguarded(cell)
        case bool() | int() | datetime.date() | None:
            return cell
        case _:
            return float(cell)  # from a Decimal


def hostile_data() -> Tables:
    """The example with a hostile text wherever a text may stand in a thing, a statement, a dispute or a source."""
    data = example()
    data["idea"] += [{"id": f"idea-{n}", "name": text, "kind": "slogan"} for n, text in enumerate(HOSTILE)]
    strike = record(data, "wharf-strike")
    strike |= {"title": HOSTILE[0], "summary": HOSTILE[13]}
    strike["names"] = [{"text": text, "kind": "variant", "language": "ar"} for text in HOSTILE]
    record(data, "wharf-chronicle").update({"title": HOSTILE[1], "note": HOSTILE[4], "publisher": HOSTILE[9]})
    record(data, "wharf-chronicle:2.2")["text"] = HOSTILE[15]
    record(data, "wharf-chronicle:2.2")["figures"][0] |= {"of": HOSTILE[3], "printed": HOSTILE[2], "value": -4.5}
    record(data, "wharf-chronicle:4.1")["opening"] = HOSTILE[12]
    record(data, "first-day-of-the-strike")["reason"] = HOSTILE[10]
    return data


# Read back.


@pytest.mark.slow
def test_frictionless_finds_no_fault_in_the_package(folder: Path) -> None:
    assert validated(folder) == []


@pytest.mark.slow
def test_frictionless_finds_no_fault_in_the_account_of_one_source(empty: Path) -> None:
    export(DATASET.according_to("figes-notes"), empty)
    assert validated(empty) == []


@pytest.mark.slow
def test_the_bundled_data_set_can_be_made_again_from_what_frictionless_reads(folder: Path, tmp_path: Path) -> None:
    assert rebuilt(read_by_frictionless(folder), tmp_path) == DATASET


def test_a_data_set_with_a_value_in_every_field_can_be_made_again(wharf: Dataset, empty: Path, tmp_path: Path) -> None:
    export(wharf, empty)
    assert validated(empty) == []
    assert rebuilt(read_by_frictionless(empty), tmp_path) == wharf


def test_a_hostile_data_set_can_be_made_again(empty: Path, tmp_path: Path) -> None:
    dataset = Dataset(owner(tmp_path, hostile_data()))
    export(dataset, empty)
    assert validated(empty) == []
    assert rebuilt(read_by_frictionless(empty), tmp_path) == dataset


@pytest.mark.slow
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(datasets())
def test_any_data_set_can_be_made_again(data: Tables) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        dataset = Dataset(owner(folder, data))
        export(dataset, folder)
        assert rebuilt(read_by_frictionless(folder), folder) == dataset


def test_duckdb_reads_the_types_and_joins_by_id(folder: Path) -> None:
    found = (
        duckdb.connect()
        .execute(f"""
        select s.id, s.source_id, s.digest, e.date_start, e.date_end
        from '{folder}/statements.csv' s join '{folder}/events.csv' e on s.event_id = e.id order by s.id
    """)
        .fetchall()
    )
    told = [(s, s.event) for s in DATASET.statements if s.event]
    assert found == sorted(
        (s.id, s.source.id, s.citation.digest, e.date and e.date.start, e.date and e.date.end) for s, e in told
    )


def test_the_counts_are_those_of_the_data_set(folder: Path) -> None:
    for name, table in tables(DATASET).items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert sum(1 for _ in csv.DictReader(file)) == len(table.rows)


# Faults are found.


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("participants", "wharf-strike,1,anna-sorokina", "wharf-strike,1,no-such-person"),
        ("events", ",revolution-in-krasny-bor,", ",no-such-event,"),
        ("office_statements", "wharf-chronicle:3.2", "wharf-chronicle:9.9"),
    ],
)
def test_a_reference_that_leads_nowhere_is_a_fault_of_the_package(
    wharf: Dataset, empty: Path, table: str, old: str, new: str
) -> None:
    export(wharf, empty)
    file = empty / f"{table}.csv"
    content = file.read_text(encoding="utf-8")
    assert content.count(old) == 1
    file.write_text(content.replace(old, new), encoding="utf-8")
    assert "foreign-key" in validated(empty)


def test_a_file_that_was_changed_is_a_fault_of_the_package(wharf: Dataset, empty: Path) -> None:
    export(wharf, empty)
    file = empty / "ideas.csv"
    file.write_bytes(file.read_bytes().replace(b"eight", b"seven"))
    assert "hash-count" in validated(empty)


# What the package says.


def test_the_package_has_version_licence_and_sources(folder: Path) -> None:
    package = package_of(folder)
    assert package["version"] == russianrev.__version__
    (licence,) = package["licenses"]
    assert licence["name"] == "CC-BY-4.0"
    assert [source["name"] for source in package["sources"]] == list(DATASET.sources.ids)


def test_data_of_ones_own_are_not_said_to_be_under_a_licence(wharf: Dataset, empty: Path) -> None:
    export(wharf, empty)
    assert package_of(empty).keys().isdisjoint({"licenses", "contributors", "version", "title"})


def test_the_package_says_what_each_column_is(folder: Path) -> None:
    resources = {resource["name"]: resource for resource in package_of(folder)["resources"]}
    assert list(resources) == list(SCHEMAS)
    for name, resource in resources.items():
        fields = [field["name"] for field in resource["schema"]["fields"]]
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == fields == [column.name for column in SCHEMAS[name].columns]


def test_the_package_has_the_digest_and_the_size_of_each_file(folder: Path) -> None:
    for resource in package_of(folder)["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"


def test_a_table_that_refers_to_itself_is_named_by_an_empty_text(folder: Path) -> None:
    events = next(resource for resource in package_of(folder)["resources"] if resource["name"] == "events")
    assert events["schema"]["foreignKeys"] == [
        {"fields": ["id"], "reference": {"resource": "things", "fields": ["id"]}},
        {"fields": ["part_of_id"], "reference": {"resource": "", "fields": ["id"]}},
    ]


def test_the_same_data_set_gives_the_same_bytes(wharf: Dataset, empty: Path, tmp_path: Path) -> None:
    export(wharf, empty)
    export(wharf, tmp_path / "new" / "folder")
    for file in empty.iterdir():
        assert (tmp_path / "new" / "folder" / file.name).read_bytes() == file.read_bytes()


def test_files_that_are_there_are_replaced_only_on_demand(wharf: Dataset, empty: Path) -> None:
    (empty / "works.csv").write_text("mine")
    with pytest.raises(FileExistsError, match=r"works\.csv is there already, and nothing was written.*--force"):
        export(wharf, empty)
    assert [file.name for file in empty.iterdir()] == ["works.csv"]
    export(wharf, str(empty), overwrite=True)
    assert validated(empty) == []
    assert len(package_of(empty)["sources"]) == len(wharf.sources)


def test_a_file_in_the_way_is_an_error(wharf: Dataset, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        export(wharf, tmp_path / "file")


# Formulas.


@pytest.mark.parametrize("text", HOSTILE[:9])
def test_no_cell_of_text_begins_as_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["1917", "'tis", "Petrograd", "", "'", "a=b", "“=”", " a"])
def test_any_other_text_is_written_as_it_is(text: str) -> None:
    assert guarded(text) == text == unguarded(text)


@given(st.text("'=+-@\t\r\n ＝a") | st.text())
def test_any_guarded_text_is_read_as_it_was_and_is_no_formula(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert not cell.strip().startswith(("=", "+", "-", "@"))


def test_no_cell_of_a_hostile_data_set_begins_as_a_formula(empty: Path, tmp_path: Path) -> None:
    export(Dataset(owner(tmp_path, hostile_data())), empty)
    for name, schema in SCHEMAS.items():
        texts = [column.name for column in schema.columns if column.type == "string"]
        with (empty / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert not any(row[name].lstrip(" ").startswith(tuple("=+-@\t\r\n＝")) for name in texts)


def test_for_excel_each_file_begins_with_a_byte_order_mark(wharf: Dataset, empty: Path, tmp_path: Path) -> None:
    export(wharf, empty, excel=True)
    export(wharf, tmp_path / "plain")
    for file in empty.glob("*.csv"):
        assert file.read_bytes() == b"\xef\xbb\xbf" + (tmp_path / "plain" / file.name).read_bytes()
    assert validated(empty) == []
    assert load(empty) == wharf


def test_a_number_below_zero_is_a_number(empty: Path, tmp_path: Path) -> None:
    export(Dataset(owner(tmp_path, hostile_data())), empty)
    with (empty / "figures.csv").open(encoding="utf-8", newline="") as file:
        assert "-4.5" in [row["value"] for row in csv.DictReader(file)]
