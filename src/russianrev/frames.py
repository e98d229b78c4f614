"""Records as data frames of pandas or polars: the columns of the exported tables, which join by id.

Needs the extra `frames`. A missing value is null in polars; in pandas it is `pandas.NA`, or `NaT` for a date, which is
why the types there are pandas' own nullable ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from russianrev.extras import needs
from russianrev.queries.answers import Situation
from russianrev.queries.framed import Framed
from russianrev.quizzes import Question, Quiz
from russianrev.records.base import Record
from russianrev.tabular import Column, ColumnType, Schema, Table, table_of
from russianrev.tabular.answers import holdings, table_of_answers
from russianrev.tabular.columns import label
from russianrev.views import register

if TYPE_CHECKING:
    import pandas
    import polars

Library: TypeAlias = Literal["pandas", "polars"]
"""The libraries that a frame may be of."""

# Of a second rather than a nanosecond: nanoseconds reach from 1677 to 2262 alone.
_PANDAS_TYPES = {
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "Int64",
    ColumnType.NUMBER: "Float64",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "datetime64[s]",
}
_POLARS_TYPES = {
    ColumnType.TEXT: "String",
    ColumnType.INTEGER: "Int64",
    ColumnType.NUMBER: "Float64",
    ColumnType.BOOLEAN: "Boolean",
    ColumnType.DATE: "Date",
}


def _make_option(number: int) -> Column[Question]:
    letter = "abcd"[number]
    return label(f"option_{letter}", f"Option {letter.upper()}", lambda question: question.options[number])


@overload
def to_frame(records: Iterable[Record], library: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
@overload
def to_frame(records: Iterable[Record], library: Literal["polars"]) -> polars.DataFrame: ...
@overload
def to_frame(records: Iterable[Record], library: Library) -> pandas.DataFrame | polars.DataFrame: ...
@register("frame", Framed)
def to_frame(records: Iterable[Record], library: Library = "pandas") -> pandas.DataFrame | polars.DataFrame:
    """Make a data frame of records of one kind, a row each.

    They are a collection, a timeline, or what a query answers with (`russianrev.tabular.answers`). A date has a first
    and a last day, Gregorian and inclusive, its precision, and its text in both styles; a reference is an id. What
    a record has several of (participants, names, figures) is in tables of its own: see `frames`. A frame of no records
    has no columns, unless it is of a timeline. Raises `TypeError` for records of several kinds, `ValueError` for
    another library, and `MissingExtraError`.

    >>> import russianrev as rr
    >>> to_frame(rr.between("1934-12"))[["id", "date_start", "date_precision"]].iloc[0].to_list()
    ['kirov-assassination', Timestamp('1934-12-01 00:00:00'), 'day']
    """
    return _choose_maker(library)(table_of_answers(records) or table_of(records))


@register("frame", Situation)
def situation_frame(situation: Situation, library: Library = "pandas") -> pandas.DataFrame | polars.DataFrame:
    """Make a data frame of who held what as things stood on a date."""
    return _choose_maker(library)(table_of_answers(holdings(situation)) or table_of(()))


QUESTIONS = Schema(
    "questions",
    "The questions of a quiz, with their options.",
    (
        label("kind", "What it asks for", lambda question: question.kind.value),
        label("language", "The language it is asked in", lambda question: question.language),
        label("text", "The question", lambda question: question.text),
        *(_make_option(number) for number in range(4)),
        label("answer", "The letter of the right option", lambda question: question.lettered[question.answer][0]),
        label("locators", "The passages that settle it", lambda q: "; ".join(each.locator for each in q.citations)),
    ),
    lambda records: (),
    primary_key=(),
)


@register("frame", Quiz)
def quiz_frame(quiz: Quiz, library: Library = "pandas") -> pandas.DataFrame | polars.DataFrame:
    """Make a data frame of the questions of a quiz, a row each."""
    return _choose_maker(library)(Table(QUESTIONS, quiz))


@overload
def frames(tables: Mapping[str, Table], library: Literal["pandas"] = "pandas") -> dict[str, pandas.DataFrame]: ...
@overload
def frames(tables: Mapping[str, Table], library: Literal["polars"]) -> dict[str, polars.DataFrame]: ...
@overload
def frames(
    tables: Mapping[str, Table], library: Library
) -> dict[str, pandas.DataFrame] | dict[str, polars.DataFrame]: ...
def frames(
    tables: Mapping[str, Table], library: Library = "pandas"
) -> dict[str, pandas.DataFrame] | dict[str, polars.DataFrame]:
    """Make data frames of tables, by the same names.

    Raises `ValueError` for another library, and `MissingExtraError`.

    >>> from russianrev.tabular import tables
    >>> import russianrev as rr
    >>> whole = frames(tables(rr.according_to("roberts-excerpt")), "polars")
    >>> events, present = whole["events"], whole["participants"]
    >>> joined = events.join(present, left_on="id", right_on="event_id")
    >>> joined.height == present.height
    True
    """
    frame = _choose_maker(library)
    return {name: frame(table) for name, table in tables.items()}


def _choose_maker(library: str) -> Callable[[Table], Any]:
    match library:
        case "pandas":
            return _make_pandas_frame
        case "polars":
            return _make_polars_frame
        case _:
            raise ValueError(f"a data frame is of 'pandas' or 'polars', not {library!r}")


def _make_pandas_frame(table: Table) -> Any:
    pandas = needs("frames", "pandas")
    columns = {
        column.name: pandas.Series(table.cells(column.name), dtype=_PANDAS_TYPES[column.type])
        for column in table.columns
    }
    return pandas.DataFrame(columns)


def _make_polars_frame(table: Table) -> Any:
    polars = needs("frames", "polars")
    columns = [
        polars.Series(column.name, table.cells(column.name), getattr(polars, _POLARS_TYPES[column.type]))
        for column in table.columns
    ]
    return polars.DataFrame(columns)
