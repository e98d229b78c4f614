from __future__ import annotations

import datetime
from collections import Counter
from enum import StrEnum
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bundled_data import DATASET, DISPUTES, FINDABLE, THINGS
from dataset_strategies import datasets
from dates_strategies import dates
from factories import Tables, changed, example, owner, record
from hypothesis import HealthCheck, given, settings
from rebuilding import rebuilt

from russianrev.dataset import Dataset
from russianrev.dates import HistoricalDate, read_notation
from russianrev.tabular import SCHEMAS, ColumnType, Row, Table, table_of, tables

TYPES: dict[ColumnType, type] = {
    ColumnType.TEXT: str,
    ColumnType.INTEGER: int,
    ColumnType.NUMBER: float,
    ColumnType.BOOLEAN: bool,
    ColumnType.DATE: datetime.date,
}


@pytest.fixture(scope="module")
def whole() -> dict[str, Table]:
    """The tables of the bundled data set."""
    return tables(DATASET)


def rows_of(tables: dict[str, Table]) -> dict[str, list[Row]]:
    return {name: table.rows for name, table in tables.items()}


def one(rows: list[Row], **values: object) -> Row:
    """The one row with these values."""
    (row,) = (row for row in rows if values.items() <= row.items())
    return row


def assert_in_form(tables: dict[str, Table]) -> None:
    """Every cell is of its column's type and vocabulary, every key is unique, every reference leads somewhere."""
    for table in tables.values():
        for row in table.rows:
            assert list(row) == [column.name for column in table.columns]
        for column in table.columns:
            cells = set(table.cells(column.name))
            assert {type(cell) for cell in cells - {None}} <= {TYPES[column.type]}, (table.name, column.name)
            assert not (column.required and None in cells), (table.name, column.name)
            assert not column.words or cells <= {None, *column.words}, (table.name, column.name)
            if column.refers_to:
                assert cells <= {None, *tables[column.refers_to].cells("id")}, (table.name, column.name)
        keys = [tuple(row[name] for name in table.schema.primary_key) for row in table.rows]
        assert len(set(keys)) == len(keys), table.name


# The form.


def test_the_tables_are_those_of_the_schemas_in_their_order(whole: dict[str, Table]) -> None:
    assert list(whole) == list(SCHEMAS)
    assert all(name == table.name for name, table in whole.items())


def test_every_cell_key_and_reference_of_the_bundled_data_is_sound(whole: dict[str, Table]) -> None:
    assert_in_form(whole)


def test_every_cell_key_and_reference_of_the_example_is_sound(wharf: Dataset) -> None:
    assert_in_form(tables(wharf))


@pytest.mark.parametrize("source", DATASET.sources.ids)
def test_the_account_of_one_source_refers_to_nothing_outside_it(source: str) -> None:
    assert_in_form(tables(DATASET.according_to(source)))


def test_every_editorial_note_is_on_a_row_of_the_table_that_it_names(whole: dict[str, Table]) -> None:
    for row in whole["editorial"].rows:
        assert row["record_id"] in whole[str(row["table_name"])].cells("id")


def test_every_table_and_column_is_described() -> None:
    for schema in SCHEMAS.values():
        assert schema.description
        assert all(column.description for column in schema.columns)
        names = [column.name for column in schema.columns]
        assert len(set(names)) == len(names)
        assert set(schema.primary_key) <= set(names)


def test_a_column_has_the_words_of_its_vocabulary() -> None:
    kinds = next(column for column in SCHEMAS["events"].columns if column.name == "kind")
    assert "strike" in kinds.words
    assert all(type(word) is str for word in kinds.words)


def test_no_cell_is_a_member_of_an_enumeration(whole: dict[str, Table]) -> None:
    cells = chain.from_iterable(row.values() for table in whole.values() for row in table.rows)
    assert not any(isinstance(cell, StrEnum) for cell in cells)


# Nothing is lost.


def test_the_bundled_data_set_can_be_made_again_from_its_rows(whole: dict[str, Table], tmp_path: Path) -> None:
    again = rebuilt(rows_of(whole), tmp_path)
    assert again == DATASET
    assert again.events.ids == DATASET.events.ids
    assert again.statements.ids == DATASET.statements.ids


def test_a_data_set_with_a_value_in_every_field_can_be_made_again_from_its_rows(wharf: Dataset, tmp_path: Path) -> None:
    assert rebuilt(rows_of(tables(wharf)), tmp_path) == wharf


def test_the_order_of_the_rows_does_not_matter(wharf: Dataset, tmp_path: Path) -> None:
    rows = {name: list(reversed(table.rows)) for name, table in tables(wharf).items()}
    assert rebuilt(rows, tmp_path) == wharf


@pytest.mark.slow
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(datasets())
def test_any_data_set_can_be_made_again_from_its_rows(data: Tables) -> None:
    with TemporaryDirectory() as folder:
        dataset = Dataset(owner(Path(folder), data))
        made = tables(dataset)
        assert_in_form(made)
        assert rebuilt(rows_of(made), Path(folder)) == dataset


def test_a_text_that_is_empty_is_null_and_read_as_empty(tmp_path: Path) -> None:
    data = example()
    record(data, "anna-sorokina")["names"].append({"text": "", "language": ""})
    record(data, "anna-sorokina")["offices"][0]["office"] = ""
    record(data, "wharf-chronicle:2.2")["figures"][0] |= {"of": "", "unit": "", "printed": ""}
    record(data, "wharf-chronicle:4.1")["readings"][0] |= {"printed": "", "read_as": "", "reason": ""}
    record(data, "wharf-chronicle")["language"] = ""
    record(data, "first-day-of-the-strike")["reason"] = ""
    dataset = Dataset(owner(tmp_path, data))
    rows = rows_of(tables(dataset))
    assert_in_form(tables(dataset))
    assert not any(cell == "" for each in rows.values() for row in each for cell in row.values())
    assert rebuilt(rows, tmp_path) == dataset


def test_every_citation_is_in_the_statements(whole: dict[str, Table]) -> None:
    cited = {
        row["id"]: (
            row["source_id"],
            row["paragraph"],
            row["char_start"],
            row["char_end"],
            row["digest"],
            row["locator"],
        )
        for row in whole["statements"].rows
    }
    for statement in DATASET.statements:
        citation = statement.citation
        place = citation.paragraph, citation.start, citation.end
        assert cited[statement.id] == (citation.source.id, *place, citation.digest, citation.locator)


def test_every_passage_has_the_address_that_opens_it(whole: dict[str, Table]) -> None:
    opened = {row["id"]: row["url"] for row in whole["statements"].rows}
    assert opened == {statement.id: statement.citation.url for statement in DATASET.statements}
    assert None in opened.values()


def test_a_source_has_its_whole_its_rights_and_its_address(wharf: Dataset) -> None:
    made = tables(wharf)
    chronicle = one(made["sources"].rows, id="wharf-chronicle")
    assert (chronicle["work_id"], chronicle["part"], chronicle["about_id"]) == ("wharf-book", "ch. III", "quay-memoir")
    rights = chronicle["rights_status"], chronicle["rights_holder"], chronicle["rights_note"]
    assert rights == ("in-copyright", "Harbour Press", "Published in 1921.")
    assert chronicle["url"] == "https://wharf.example/chronicle?page=3"
    assert one(made["source_translators"].rows, source_id="wharf-chronicle")["person_id"] == "anna-sorokina"
    scan, page = (row for row in made["addresses"].rows if row["source_id"] == "wharf-chronicle")
    assert (scan["position"], scan["holds"], scan["opened_start"]) == (1, "scan", None)
    assert (page["position"], page["holds"], page["opened_start"]) == (2, "page", datetime.date(2026, 11, 30))


def test_a_source_of_which_nothing_is_known_has_null_in_their_place(wharf: Dataset) -> None:
    letter = one(tables(wharf)["sources"].rows, id="union-letter")
    assert {letter[name] for name in ("work_id", "part", "about_id", "rights_status", "rights_holder", "url")} == {None}


def test_every_figure_is_there_with_its_statement(whole: dict[str, Table]) -> None:
    given = [(row["statement_id"], row["value"], row["value_max"], row["unit"]) for row in whole["figures"].rows]
    figures = [(s.id, f.value, f.value_max, f.unit) for s in DATASET.statements for f in s.figures]
    assert given == figures


def test_every_participant_is_there_with_role_and_event(whole: dict[str, Table]) -> None:
    given = Counter((row["event_id"], row["who_id"], row["role"]) for row in whole["participants"].rows)
    assert given == Counter((e.id, p.who.id, p.role) for e in DATASET.events for p in e.participants)


def test_what_a_statement_touches_is_what_a_thing_knows_as_its_statements(whole: dict[str, Table]) -> None:
    told: dict[object, list[object]] = {}
    for row in whole["statement_things"].rows:
        told.setdefault(row["thing_id"], []).append(row["statement_id"])
    for thing in THINGS:
        assert list(dict.fromkeys(told.get(thing.id, []))) == [statement.id for statement in thing.statements]


def test_there_is_a_row_for_every_record(whole: dict[str, Table]) -> None:
    assert len(whole["things"].rows) + len(whole["sources"].rows) == len(FINDABLE)
    assert len(whole["disputes"].rows) == len(DISPUTES)


def test_a_thing_is_found_in_the_table_that_is_named(whole: dict[str, Table]) -> None:
    for row in whole["things"].rows:
        found = one(whole[str(row["table_name"])].rows, id=row["id"])
        assert row["label"] in (found.get("title"), found.get("name"))


# Rows.


def test_an_event_is_a_row(wharf: Dataset) -> None:
    (row,) = table_of([wharf.events["wharf-strike"]]).rows
    assert row == {
        "id": "wharf-strike",
        "title": "Strike at the wharf",
        "kind": "strike",
        "date_notation": "1917-03-03/1917-03-12 OS",
        "date_start": datetime.date(1917, 3, 16),
        "date_end": datetime.date(1917, 3, 25),
        "date_precision": "span",
        "date_calendar": "julian",
        "date_edtf": "1917-03-16/1917-03-25",
        "date_old_style": "3–12 March 1917 (O.S.)",
        "date_new_style": "16–25 March 1917",
        "date_approximate": False,
        "date_uncertain": False,
        "date_time": None,
        "part_of_id": "revolution-in-krasny-bor",
        "summary": "The dockers stopped work until the owners gave way.",
    }


def test_a_date_that_is_not_known_has_no_cells(wharf: Dataset) -> None:
    (row,) = table_of([wharf.events["owners-give-way"]]).rows
    assert {cell for column, cell in row.items() if column.startswith("date_")} == {None}


@given(dates())
def test_any_date_is_read_back_from_its_cells(date: HistoricalDate) -> None:
    event = changed(DATASET.events[0], date=date)
    (row,) = table_of([event]).rows
    assert read_notation(str(row["date_notation"])) == date
    assert (row["date_start"], row["date_end"]) == (date.start, date.end)
    assert (row["date_approximate"], row["date_uncertain"]) == (date.approximate, date.uncertain)
    assert row["date_time"] == (date.time.notation if date.time else None)


def test_an_open_span_has_no_day_at_its_open_end() -> None:
    event = changed(DATASET.events[0], date=read_notation("../1917-10"))
    (row,) = table_of([event]).rows
    assert (row["date_start"], row["date_end"]) == (None, datetime.date(1917, 10, 31))


def test_an_office_has_an_id_by_which_its_statements_and_notes_join(wharf: Dataset) -> None:
    made = tables(wharf)
    office = one(made["offices"].rows, person_id="anna-sorokina")
    assert (office["id"], office["body_id"], office["until_end"]) == (
        "anna-sorokina/offices/1",
        "union-board",
        datetime.date(1918, 12, 31),
    )
    behind = one(made["office_statements"].rows, office_id=office["id"])
    assert behind["statement_id"] == "wharf-chronicle:3.2"
    note = one(made["editorial"].rows, record_id="anna-sorokina/memberships/1")
    assert (note["table_name"], note["attribute"]) == ("memberships", "start")


def test_a_name_has_the_sources_that_print_it(wharf: Dataset) -> None:
    made = tables(wharf)
    printed = one(made["names"].rows, text="Sorokina")
    assert one(made["name_sources"].rows, name_id=printed["id"])["source_id"] == "wharf-chronicle"


def test_hostile_texts_are_themselves(wharf: Dataset) -> None:
    hostile = "<script>alert('x')</script>\n\"a\",b;\t=1+1 \u202eright\u202c 🚩\r\n"
    event = changed(wharf.events["wharf-strike"], title=hostile, summary=hostile)
    (row,) = table_of([event]).rows
    assert (row["title"], row["summary"]) == (hostile, hostile)


def test_a_line_has_the_cells_of_its_row(whole: dict[str, Table]) -> None:
    for table in whole.values():
        assert list(table.lines()) == [list(row.values()) for row in table.rows]


# Tables of some records.


@pytest.mark.parametrize(
    ("attribute", "name"),
    [
        ("events", "events"),
        ("persons", "persons"),
        ("parties", "parties"),
        ("bodies", "bodies"),
        ("places", "places"),
        ("works", "works"),
        ("ideas", "ideas"),
        ("sources", "sources"),
        ("statements", "statements"),
    ],
)
def test_a_collection_has_the_rows_of_the_whole(wharf: Dataset, attribute: str, name: str) -> None:
    table = table_of(getattr(wharf, attribute))
    assert table == tables(wharf)[name]


def test_disputes_have_a_table(wharf: Dataset) -> None:
    assert table_of(wharf.disputes()).cells("id") == ["first-day-of-the-strike"]


def test_no_records_have_a_table_without_columns() -> None:
    assert table_of(()).columns == ()
    assert table_of(()).rows == []


def test_an_empty_timeline_has_the_table_of_events(wharf: Dataset) -> None:
    assert table_of(wharf.between("1600")) == Table(SCHEMAS["events"], ())


def test_records_of_several_kinds_have_no_table(wharf: Dataset) -> None:
    with pytest.raises(TypeError, match="records of one kind, not Event, Person"):
        table_of([*wharf.events, *wharf.persons])
