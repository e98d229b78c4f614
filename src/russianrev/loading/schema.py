"""A JSON Schema of the data files, made from the model's classes, so that an editor completes and checks a record."""

from __future__ import annotations

from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from russianrev.dates import HistoricalDate
from russianrev.loading.form import CITING
from russianrev.records import base, model
from russianrev.records.model import RECORDS, Editorial
from russianrev.vocabulary import Authority

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
_DATE = {
    "type": "string",
    "description": "EDTF level 1, with OS after it for Old Style",
    "examples": ["1917-10-25 OS", "1917-11-07", "1917-02 OS", "1917-02-23/1917-02-27 OS", "1921~"],
}
_CITATION = {
    "passage": {
        "type": "string",
        "pattern": r"^\d+:\d+-\d+ [0-9a-f]{16}$",
        "description": "paragraph:start-end digest, as `russianrev cite` prints it",
    },
    "opening": {"type": "string", "minLength": 1, "description": "the first words of the passage"},
}
_ID = {"type": "string", "description": "the id of a record"}


def schema() -> dict[str, Any]:
    """Write the schema of a data file, in JSON Schema 2020-12.

    >>> schema()["$defs"]["Coordinates"]["required"]
    ['latitude', 'longitude']
    """
    definitions: dict[str, Any] = {}
    properties = {kind: {"type": "array", "items": _describe(cls, definitions)} for kind, cls in RECORDS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A russianrev data file",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": dict(sorted(definitions.items())),
    }


def _describe(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Write the schema of a type; a class's is put among the definitions, once."""
    if kind is HistoricalDate:
        return _DATE
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if kind == tuple[Editorial, ...]:
        return {"type": "object", "additionalProperties": _describe(Authority, definitions)}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _describe(get_args(kind)[0], definitions)}
    if get_origin(kind) in (Union, UnionType):  # a value or None: a file leaves out what is none
        return _describe(get_args(kind)[0], definitions)
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # so that a class within itself is met only once
        definitions[kind.__name__] |= (
            _describe_enum(kind) if issubclass(kind, Enum) else _describe_class(kind, definitions)
        )
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _describe_enum(kind: type[Enum]) -> dict[str, Any]:
    return {"description": _take_first_line(kind), "enum": [member.value for member in kind]}


def _describe_class(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    types = get_type_hints(cls, vars(base) | vars(model))
    properties: dict[str, Any] = {}
    required: list[str] = []
    for field in attrs.fields(cls):
        if field.metadata.get("derived"):
            continue
        if cls in CITING and field.name == "citation":
            properties |= _CITATION
            required += _CITATION
            continue
        if "refers_to" not in field.metadata:
            properties[field.name] = _describe(types[field.name], definitions)
        else:
            properties[field.name] = {"type": "array", "items": _ID} if field.default == () else _ID
        if field.default is attrs.NOTHING:
            required.append(field.name)
    return {
        "description": _take_first_line(cls),
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": required,
    }


def _take_first_line(cls: type) -> str:
    return (cls.__doc__ or "").partition("\n")[0]
