from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest
from bundled_data import DATASET
from factories import changed, owner

from russianrev.dataset import Dataset
from russianrev.dates import read_notation
from russianrev.errors import MissingExtraError
from russianrev.frames import Library, frames, to_frame
from russianrev.tabular import SCHEMAS, tables

LIBRARIES: list[Library] = ["pandas", "polars"]


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """The rows of a frame of either library, what is missing as None, days as `datetime.date`."""
    if isinstance(frame, polars.DataFrame):
        return frame.to_dicts()
    rows: list[dict[str, Any]] = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [{k: v.date() if isinstance(v, datetime.datetime) else v for k, v in row.items()} for row in rows]


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("table", list(SCHEMAS))
def test_a_frame_has_the_rows_of_its_table(library: Library, table: str) -> None:
    made = tables(DATASET)
    assert rows_of(frames({table: made[table]}, library)[table]) == made[table].rows


@pytest.mark.parametrize("library", LIBRARIES)
def test_all_tables_are_frames_of_the_same_names(wharf: Dataset, library: Library) -> None:
    made = tables(wharf)
    assert {name: rows_of(frame) for name, frame in frames(made, library).items()} == {
        name: table.rows for name, table in made.items()
    }


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", ["events", "persons", "statements", "sources", "places"])
def test_a_collection_is_a_frame(library: Library, name: str) -> None:
    frame = to_frame(getattr(DATASET, name), library)
    assert rows_of(frame) == tables(DATASET)[name].rows
    assert list(frame.columns) == [column.name for column in SCHEMAS[name].columns]


def test_pandas_is_the_library_if_none_is_named(wharf: Dataset) -> None:
    assert isinstance(to_frame(wharf.events), pandas.DataFrame)
    assert isinstance(frames(tables(wharf))["events"], pandas.DataFrame)


def test_polars_is_the_library_if_named(wharf: Dataset) -> None:
    assert isinstance(to_frame(wharf.events, "polars"), polars.DataFrame)


def test_a_timeline_keeps_its_order() -> None:
    timeline = DATASET.between("1917")
    assert to_frame(timeline)["id"].to_list() == list(timeline.ids)
    assert to_frame(timeline, "polars")["id"].to_list() == list(timeline.ids)


def test_what_a_query_answers_with_is_a_frame(wharf: Dataset) -> None:
    assert to_frame(wharf.disputes())["thing_id"].to_list() == ["wharf-strike"]
    assert to_frame(wharf.statements_about("krasny-bor"), "polars")["paragraph"].to_list() == [2]


def test_the_types_of_pandas_are_its_nullable_ones(wharf: Dataset) -> None:
    types = to_frame(wharf.events).dtypes.astype(str)
    assert types["id"] == "string"
    assert types["date_start"] == "datetime64[s]"
    assert types["date_approximate"] == "boolean"
    assert frames(tables(wharf))["figures"].dtypes.astype(str)[["position", "value"]].to_list() == ["Int64", "Float64"]


def test_the_types_of_polars_are_proper(wharf: Dataset) -> None:
    schema = to_frame(wharf.events, "polars").schema
    types = [schema[name] for name in ("id", "date_start", "date_uncertain")]
    assert types == [polars.String(), polars.Date(), polars.Boolean()]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_date_of_any_year_is_in_the_frame(wharf: Dataset, library: Library) -> None:
    old = changed(wharf.events["wharf-strike"], date=read_notation("0988"))
    late = changed(wharf.events["wharf-strike"], date=read_notation("9000-01-01"))
    rows = rows_of(to_frame([old, late], library))
    assert [row["date_start"] for row in rows] == [datetime.date(988, 1, 1), datetime.date(9000, 1, 1)]


def test_dates_can_be_reckoned_with_in_pandas() -> None:
    frame = to_frame(DATASET.events)
    in_1917 = frame[(frame["date_start"].dt.year == 1917) & (frame["date_end"].dt.year == 1917)]
    assert set(in_1917["id"]) == set(DATASET.between("1917").ids)


def test_frames_of_pandas_join_by_id() -> None:
    whole = frames(tables(DATASET))
    joined = whole["participants"].merge(whole["persons"], left_on="who_id", right_on="id")
    trotsky = joined[joined["name"] == "Leon Trotsky"]
    assert set(trotsky["event_id"]) == set(DATASET.involved("trotsky").ids)


def test_frames_of_polars_join_by_id() -> None:
    whole = frames(tables(DATASET), "polars")
    joined = whole["event_places"].join(whole["places"], left_on="place_id", right_on="id")
    assert joined.height == sum(len(event.places) for event in DATASET.events)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_table_without_rows_has_its_columns(empty: Path, library: Library) -> None:
    nothing = Dataset(owner(empty, {}))
    frame = frames(tables(nothing), library)["events"]
    assert list(frame.columns) == [column.name for column in SCHEMAS["events"].columns]
    assert len(frame) == 0


@pytest.mark.parametrize("library", LIBRARIES)
def test_an_empty_timeline_has_the_columns_of_events(wharf: Dataset, library: Library) -> None:
    assert to_frame(wharf.between("1600"), library).shape == (0, len(SCHEMAS["events"].columns))


@pytest.mark.parametrize("library", LIBRARIES)
def test_no_records_are_an_empty_frame(library: Library) -> None:
    assert to_frame((), library).shape == (0, 0)


def test_hostile_texts_are_themselves_in_a_frame(wharf: Dataset) -> None:
    hostile = "=1+1,<b>\"'\r\n\u202e🚩"
    event = changed(wharf.events["wharf-strike"], title=hostile)
    for library in LIBRARIES:
        assert rows_of(to_frame([event], library))[0]["title"] == hostile


def test_another_library_is_refused(wharf: Dataset) -> None:
    other: Any = "arrow"
    with pytest.raises(ValueError, match="a data frame is of 'pandas' or 'polars', not 'arrow'"):
        to_frame(wharf.events, other)
    with pytest.raises(ValueError, match="not 'arrow'"):
        frames(tables(wharf), other)


def test_records_of_several_kinds_are_refused(wharf: Dataset) -> None:
    with pytest.raises(TypeError, match="records of one kind"):
        to_frame([*wharf.events, *wharf.persons])


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_that_is_not_installed_is_named_with_its_extra(
    wharf: Dataset, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=rf"this needs {library}; .*russianrev\[frames\]"):
        to_frame(wharf.events, library)


# Answers.


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_every_answer_that_is_many_makes_a_frame(wharf: Dataset, library: Any) -> None:
    strike = wharf.events["wharf-strike"]
    rows: dict[str, tuple[Any, int]] = {
        "accounts": (wharf.accounts(strike), len(strike.statements)),
        "hits": (wharf.search("strike"), len(wharf.search("strike"))),
        "tenures": (wharf.tenures("union-board"), 1),
        "disputes": (wharf.disputes(), 1),
        "statements": (wharf.statements_about(strike), 6),
        "causes": (wharf.causes("owners-give-way"), 1),
        "comparisons": (wharf.compare(strike), sum(max(len(each.values), 1) for each in wharf.compare(strike))),
        "paragraphs": (wharf.read("union-letter"), 2),
        "citations": (wharf.sources_for(strike), len(wharf.sources_for(strike))),
        "situation": (wharf.as_of("1917-06-01"), 3),
        "nothing": (wharf.search("zeppelin"), 0),
        "quiz": (DATASET.quiz(3, seed=1), 3),
    }
    for name, (answer, count) in rows.items():
        assert answer.to_frame(library).shape[0] == count, name


def test_a_frame_of_accounts_has_each_statement_with_its_citation(wharf: Dataset) -> None:
    first = wharf.accounts("wharf-strike").to_frame().iloc[0]
    assert (first["source_id"], first["statement_id"]) == ("union-letter", "union-letter:1.1")
    assert first["locator"] == wharf.statements["union-letter:1.1"].citation.locator


def test_a_frame_of_who_held_what_has_when(wharf: Dataset) -> None:
    frame = wharf.tenures("union-board").to_frame()
    assert frame[["holder_id", "kind", "held", "since_notation"]].iloc[0].to_list() == [
        "anna-sorokina",
        "tenure",
        "member, Board of the Dockers' Union",
        "1917-03",
    ]


def test_a_frame_of_comparisons_has_who_gives_what(wharf: Dataset) -> None:
    frame = wharf.compare("wharf-strike", attribute="start").to_frame()
    assert frame[["value", "sources", "authority", "dispute_id"]].to_numpy().tolist() == [
        ["1917-03-03 OS", "wharf-chronicle", pandas.NA, "first-day-of-the-strike"],
        ["1917-03-04 OS", "union-letter", "primary-text", "first-day-of-the-strike"],
    ]


def test_a_frame_of_a_quiz_has_the_letter_of_the_right_option() -> None:
    (question,) = DATASET.quiz(1, seed=1)
    row = DATASET.quiz(1, seed=1).to_frame().iloc[0]
    assert row["option_a"] == question.options[0]
    assert row["answer"] == "ABCD"[question.answer]
