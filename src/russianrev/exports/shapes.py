"""A JSON Schema of what `to_dict` makes, from the classes of the records, the values and the answers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, ForwardRef, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from russianrev.dates import Calendar, HistoricalDate, Precision
from russianrev.exports.plain import FOLLOWING, WORDED, Table, counted_fields, is_whole, type_of
from russianrev.metadata import About
from russianrev.passages import coverage, verification
from russianrev.queries import anniversaries, answers, comparison, fulltext, gathering, quantities, reading, timeline
from russianrev.queries.collection import Collection
from russianrev.queries.statements import Statements
from russianrev.quizzes import questions
from russianrev.records import model
from russianrev.records.base import Record
from russianrev.records.model import RECORDS, Capital, Confinement, Editorial, Membership, Tenure
from russianrev.records.reference import Reference
from russianrev.vocabulary import Authority

VALUES = (
    model.Name,
    Editorial,
    model.Citation,
    model.Address,
    model.Rights,
    model.Skipped,
    model.Figure,
    model.Relation,
    model.Reading,
    model.Participant,
    Membership,
    Tenure,
    Confinement,
    Capital,
    model.Coordinates,
    model.Claim,
    model.Descent,
)
"""The classes of what belongs to a record."""

ANSWERS = (
    answers.Answers,
    answers.Citations,
    answers.Account,
    answers.Situation,
    answers.Link,
    answers.Links,
    comparison.Comparison,
    comparison.Comparisons,
    Collection,
    Statements,
    timeline.Timeline,
    fulltext.Hit,
    fulltext.Hits,
    gathering.Gathered,
    quantities.Quantity,
    anniversaries.Anniversary,
    anniversaries.Anniversaries,
    reading.Paragraph,
    reading.Paragraphs,
    verification.Failure,
    verification.Verification,
    coverage.Gap,
    questions.Question,
    questions.Quiz,
    Reference,
)
"""The classes of what questions are answered with."""

_TEXT, _COUNT = {"type": "string"}, {"type": "integer", "minimum": 0}
_FLAG = {"type": "boolean"}
_PLAIN: Mapping[Any, Table] = {
    str: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: _FLAG,
    NoneType: {"type": "null"},
}
_DAY = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d\d-\d\d$",
    "description": "a day as ISO 8601 writes it; null if it is open",
}


def schema() -> Table:
    """Write the schema of every table that `to_dict` makes, in JSON Schema 2020-12.

    >>> schema()["$defs"]["Coordinates"]["properties"]["latitude"]
    {'type': 'number'}
    """
    definitions: dict[str, Table] = {}
    made = (HistoricalDate, *RECORDS.values(), *VALUES, *ANSWERS)
    anything = [_describe(cls, definitions, whole=(True,)) for cls in made]
    definitions |= {
        "Days": _object("A first and a last day, inclusive, by one calendar.", start=_DAY, end=_DAY, label=_TEXT),
        "Mention": _object("Another record.", type={"enum": [*map(type_of, RECORDS.values())]}, id=_TEXT, label=_TEXT),
        "Holding": _describe_holding(definitions),
    }
    definitions["Dataset"] = _describe_dataset(definitions)
    definitions["Anything"] = {"anyOf": [*anything, _refer("Holding"), _refer("Dataset")]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record, a value or an answer of russianrev, as to_dict makes it",
        **_refer("Anything"),
        "$defs": dict(sorted(definitions.items())),
    }


def _refer(name: str) -> Table:
    return {"$ref": f"#/$defs/{name}"}


def _object(description: str, optional: Mapping[str, Table] | None = None, /, **required: Table) -> Table:
    return {
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "properties": {**required, **(optional or {})},
        "required": list(required),
    }


def _describe(kind: Any, definitions: dict[str, Table], whole: tuple[bool, ...] = (False,)) -> Table:
    """Describe what is made of a type; a class's is put among the definitions, once.

    `whole` tells whether records of it are there as mentions, whole, or either.
    """
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, TypeVar):
        return _refer("Anything")
    if isinstance(kind, ForwardRef):
        kind = getattr(model, kind.__forward_arg__)
    if kind == tuple[Editorial, ...]:
        return {"type": "object", "additionalProperties": _describe(Authority, definitions)}
    arguments = get_args(kind)
    match get_origin(kind):
        case None:
            return _describe_class(kind, definitions, whole)
        case origin if origin in (Union, UnionType):
            return _either(*(_describe(each, definitions, whole) for each in arguments))
        case origin if origin is tuple and arguments[-1] is not ...:
            return _refer("Holding")
        case origin if origin is tuple:
            return {"type": "array", "items": _describe(arguments[0], definitions, whole)}
        case _:  # a mapping
            return {"type": "object", "additionalProperties": _describe(arguments[1], definitions)}


def _either(*shapes: Table) -> Table:
    """Describe what has one of some shapes."""
    flat = [each for shape in shapes for each in shape.get("anyOf", [shape])]
    different = [each for i, each in enumerate(flat) if each not in flat[:i]]
    return different[0] if len(different) == 1 else {"anyOf": different}


def _describe_class(cls: type, definitions: dict[str, Table], whole: tuple[bool, ...]) -> Table:
    if issubclass(cls, Record):
        concrete = [each for each in RECORDS.values() if issubclass(each, cls)]
        shapes = [_define(each, definitions) for each in concrete if True in whole]
        return _either(*shapes, *([_refer("Mention")] if False in whole else []))
    return _define(cls, definitions)


def _define(cls: type, definitions: dict[str, Table]) -> Table:
    """Put the shape of a class among the definitions, unless it is there."""
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # so that a class within itself is met only once
        if issubclass(cls, Enum):
            shape: Table = {"description": _first_line(cls), "enum": [member.value for member in cls]}
        elif cls is HistoricalDate:
            shape = _describe_date(definitions)
        elif issubclass(cls, tuple | Collection):
            shape = _describe_list(cls, definitions)
        else:
            shape = _describe_attributes(cls, definitions)
        definitions[cls.__name__] |= shape
    return _refer(cls.__name__)


def _describe_attributes(cls: type, definitions: dict[str, Table]) -> Table:
    hints, counted = get_type_hints(cls), counted_fields(cls)
    required: dict[str, Table] = {"type": {"const": type_of(cls)}}
    optional: dict[str, Table] = {}
    if issubclass(cls, Record):
        required |= {"id": _TEXT, "label": _TEXT}
    if cls in WORDED:
        required["label"] = _TEXT
    for field in attrs.fields(cls):
        whole = tuple({is_whole(cls, field.name, full=full) for full in (False, True)})
        shape = _describe(hints[field.name], definitions, whole)
        (optional if field.name in counted else required)[field.name] = shape
    required |= _describe_following(cls, definitions)
    if counted:
        optional["counts"] = _object("How many there are, where they are not listed.", dict.fromkeys(counted, _COUNT))
    return _object(_first_line(cls), optional, **required)


def _describe_following(cls: type, definitions: dict[str, Table]) -> dict[str, Table]:
    made = {}
    for name in FOLLOWING.get(cls, ()):
        read = getattr(cls, name, None)
        hint = get_type_hints(read.fget)["return"] if isinstance(read, property) else get_type_hints(cls)[name]
        made[name] = _describe(hint, definitions)
    return made


def _describe_list(cls: Any, definitions: dict[str, Table]) -> Table:
    """Describe an answer that is a list, by what it says of its items where it inherits from a list."""
    listed = next(base for base in cls.__orig_bases__ if get_args(base))
    shape = _describe(get_args(listed)[0], definitions, (True,))
    following = _describe_following(cls, definitions)
    items = {"type": "array", "items": shape}
    return _object(_first_line(cls), type={"const": type_of(cls)}, **following, count=_COUNT, items=items)


def _describe_date(definitions: dict[str, Table]) -> Table:
    days = _refer("Days")
    return _object(
        _first_line(HistoricalDate),
        type={"const": type_of(HistoricalDate)},
        label={**_TEXT, "description": "in words, in both styles where they differ"},
        edtf={**_TEXT, "description": "EDTF level 1, Gregorian"},
        notation={**_TEXT, "description": "as data files write it, with OS after it for Old Style"},
        calendar=_describe(Calendar, definitions),
        precision=_describe(Precision, definitions),
        approximate=_FLAG,
        uncertain=_FLAG,
        time={"type": ["string", "null"], "description": "the time of day: T21:45, T02, evening"},
        old_style=days,
        new_style=days,
    )


def _describe_holding(definitions: dict[str, Table]) -> Table:
    held = _either(*(_define(cls, definitions) for cls in (Membership, Tenure, Confinement, Capital)))
    return _object(
        "Who held what, or which country had which capital.",
        {"held": held},
        type={"const": "holding"},
        holder=_refer("Mention"),
        label=_TEXT,
    )


def _describe_dataset(definitions: dict[str, Table]) -> Table:
    mention = definitions["Mention"]
    about = _object(_first_line(About), **{field.name: _TEXT for field in attrs.fields(About)})
    source = {**mention, "properties": {**mention["properties"], "statements": _COUNT}}
    return _object(
        "What is in a data set.",
        {"events": {"type": "array", "items": _refer("Event")}},
        type={"const": "dataset"},
        about=_either(about, _PLAIN[NoneType]),
        counts=_object("How many records there are of each kind.", **dict.fromkeys(RECORDS, _COUNT)),
        sources={"type": "array", "items": source},
    )


def _first_line(cls: type) -> str:
    return (cls.__doc__ or "").partition("\n")[0]
