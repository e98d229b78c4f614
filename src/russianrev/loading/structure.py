"""Between raw tables and the model's classes, with cattrs: strict in, plain out.

References stay ids here; `link` turns them into objects. Where the written form differs from the class: a
citation is written as `passage` and `opening` (its source is the record's), a date in its notation, and
`editorial` as a table from attribute to authority.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import Any, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from russianrev.dates import HistoricalDate, read_notation
from russianrev.errors import DateError
from russianrev.loading.form import CITING, source_of, written_citation
from russianrev.records.base import ByKind, Record
from russianrev.records.model import RECORDS, Citation, Editorial, Skipped, Source, Statement, cited
from russianrev.vocabulary import Authority

_SHORT = 16  # characters
_NO_LETTER = re.compile(r"[^\t\n\r -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class UnfitError(ValueError):
    """A value that is not what is wanted."""

    def __init__(self, value: Any, wanted: str, key: str = "") -> None:
        """Say what would fit; `key` is where in what was being read the value stands, if not all of it is unfit."""
        super().__init__(value, wanted, key)
        self.value, self.wanted, self.key = value, wanted, key


def make_converter(numbers: Mapping[str, int] | None = None, *, thorough: bool = True) -> Converter:
    """Make a converter of the files that people write, which reports all that is wrong with a record.

    One that is not `thorough` stops at the first fault, and is quicker with what has none. What is derived is neither
    read nor written. With the `numbers` of all ids, references are written as these.
    """

    def reference(record: Record) -> str | int:
        return numbers[record.id] if numbers else record.id

    made = Converter(forbid_extra_keys=True, detailed_validation=thorough)
    for plain, wanted in ((int, "a whole number"), (bool, "true or false")):
        made.register_structure_hook(plain, _make_exact_hook(plain, wanted))
    made.register_structure_hook(str, _make_text_hook({}))
    made.register_structure_hook(float, lambda value, _: _check_number(value))
    made.register_structure_hook(StrEnum, _read_member)  # which is a `str` too, and the closer of the two counts
    made.register_structure_hook_factory(_is_tuple, _make_tuple_fn)
    made.register_structure_hook_func(
        lambda t: t == tuple[Editorial, ...], lambda value, _: _read_editorial(value, made)
    )
    # Of several hooks that fit a type, cattrs takes the one registered last: the rule first, then what departs from it.
    made.register_structure_hook_factory(attrs.has, lambda cls, made: _make_structure_fn(cls, made))
    made.register_structure_hook(HistoricalDate, lambda value, _: _read_date(value))
    made.register_structure_hook(Citation, lambda value, _: _make_citation(*value))
    made.register_unstructure_hook_factory(attrs.has, lambda cls, made: _make_unstructure_fn(cls, made, reference))
    made.register_unstructure_hook(HistoricalDate, lambda date: date.notation)
    made.register_unstructure_hook(Citation, written_citation)
    made.register_unstructure_hook_func(lambda t: t == tuple[Editorial, ...], _write_editorial)
    return made


# From tables to records.


def _make_structure_fn(cls: type, made: Converter) -> Callable[[Any, Any], Any]:
    overrides = _make_overrides(cls, _check_reference, _check_references, "struct_hook")
    structure: Callable[[Any, Any], Any] = make_dict_structure_fn(cls, made, **overrides)
    prepare = _PREPARE.get(cls, _check_table)
    if prepare is _check_table and not made.detailed_validation:
        return structure  # which fails for what is no table, since every class has a field that is required
    return lambda value, kind: structure(prepare(value), kind)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _make_tuple_fn(kind: Any, made: Converter) -> Callable[[Any, Any], Any]:
    """Make a hook for tuples, which are lists in a file; a text is not a list of its letters."""
    item = get_args(kind)[0]
    several: Any = list.__class_getitem__(item)
    structure_item = made.get_structure_hook(item)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise UnfitError(value, "wanted: a list")
        if made.detailed_validation:
            return tuple(made.structure(value, several))
        return tuple([structure_item(each, item) for each in value])

    return structure


def _make_overrides(cls: type, one: Any, several: Any, hook: str) -> dict[str, Any]:
    """Tell how fields that refer to one record or to several are read or written, and the citation by another name."""
    overrides = {
        field.name: override(
            omit=field.metadata["derived"],
            **{hook: several if field.default == () else one},
        )
        for field in attrs.fields(cls)
        if "refers_to" in field.metadata
    }
    if cls in CITING:
        overrides["citation"] = override(rename="passage")
    return overrides


def _check_table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnfitError(value, "wanted: a table")
    return value


def _add_passage(source: str, value: Any) -> dict[str, Any]:
    table = dict(_check_table(value))
    return table | {"passage": (source, table.get("passage"), table.pop("opening", None))}


def _prepare_statement(value: Any) -> dict[str, Any]:
    return _add_passage(source_of(_check_table(value).get("id")), value)


def _prepare_source(value: Any) -> dict[str, Any]:
    """Give the source's id to each passage that is skipped in it."""
    table = _check_table(value)
    skipped = table.get("skipped", [])
    if isinstance(skipped, list):
        return table | {"skipped": [(table.get("id"), item) for item in skipped]}
    return table


_PREPARE: dict[type, Callable[[Any], dict[str, Any]]] = {
    Statement: _prepare_statement,
    Source: _prepare_source,
    Skipped: lambda pair: _add_passage(*pair),
}


def _make_citation(source: str, passage: Any, opening: Any) -> Citation:
    unfit = []
    made = None
    try:
        made = cited(source, str(passage), str(opening))  # type: ignore[arg-type]
    except ValueError as error:
        unfit.append(UnfitError(passage, str(error), "passage"))
    if not isinstance(opening, str) or not opening:
        unfit.append(UnfitError(opening, "wanted: the passage's first words", "opening"))
    else:
        try:
            _check_letters(opening, "opening")
        except UnfitError as error:
            unfit.append(error)
    if made is None or unfit:
        raise ExceptionGroup("a citation is unfit", unfit)
    return made


def _make_text_hook(known: dict[str, str]) -> Callable[[Any, Any], str]:
    """Make a hook for texts: of short ones, which are often the same (a language, a unit), one serves for all."""

    def structure(value: Any, _: Any) -> str:
        if type(value) is not str:
            raise UnfitError(value, "wanted: text")
        _check_letters(value)
        return known.setdefault(value, value) if len(value) <= _SHORT else value

    return structure


def _check_letters(text: str, key: str = "") -> None:
    """Refuse what is no character of a text: half a surrogate pair, a control character but a tab or the end of a line.

    Nor is a noncharacter that no XML can hold. Rule: https://www.w3.org/TR/xml/#charsets.
    """
    if not text.isprintable() and (found := _NO_LETTER.search(text)):
        place = f"U+{ord(found[0]):04X}, character {found.start() + 1}, is none"
        raise UnfitError(text, f"wanted: the characters of a text; {place}", key)


def _make_exact_hook(plain: type, wanted: str) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not plain:  # cattrs would make "5" of 5; and a bool is an int in Python, but not here
            raise UnfitError(value, f"wanted: {wanted}")
        return value

    return structure


def _check_number(value: Any) -> float:
    if type(value) not in (int, float) or not isfinite(value):
        raise UnfitError(value, "wanted: a number")
    return value  # type: ignore[no-any-return]


def _read_member(value: Any, kind: type[StrEnum]) -> StrEnum:
    members = _list_members(kind)
    if not isinstance(value, str) or value not in members:
        raise UnfitError(value, f"wanted: one of {', '.join(members)}")
    return members[value]


@cache
def _list_members(kind: type[StrEnum]) -> dict[str, StrEnum]:
    return {member.value: member for member in kind}


def _read_date(value: Any) -> HistoricalDate:
    if not isinstance(value, str):
        raise UnfitError(value, "wanted: a date as text, such as '1917-10-25 OS'")
    try:
        return read_notation(value)
    except DateError as error:
        raise UnfitError(value, str(error)) from error


def _read_editorial(value: Any, made: Converter) -> tuple[Editorial, ...]:
    notes, unfit = [], []
    for attribute, authority in _check_table(value).items():
        try:
            notes.append(Editorial(attribute=attribute, authority=made.structure(authority, Authority)))
        except UnfitError as error:
            unfit.append(UnfitError(error.value, error.wanted, attribute))
    if unfit:
        raise ExceptionGroup("editorial notes are unfit", unfit)
    return tuple(notes)


def _check_reference(value: Any, _: Any) -> Any:
    if not isinstance(value, str):
        raise UnfitError(value, "wanted: the id of a record")
    return value


def _check_references(value: Any, _: Any) -> Any:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UnfitError(value, "wanted: a list of the ids of records")
    return tuple(value)


# What is wrong with a record, from cattrs' tree of errors.


def unfit_fields(error: Exception, place: str = "") -> Iterator[tuple[str, Any, str]]:
    """Find each fault in a record that could not be structured: the field's place, the value, and what is wanted."""
    match error:
        case ClassValidationError():
            noted, rest = error.group_exceptions()
            for inner, note in noted:
                at = "" if note.name == "citation" else f".{note.name}"  # whose keys are the record's
                yield from unfit_fields(inner, (place + at).removeprefix("."))
            for inner in rest:
                yield from unfit_fields(inner, place)
        case IterableValidationError():
            for inner, at in error.group_exceptions()[0]:
                yield from unfit_fields(inner, f"{place}[{at.index}]")
        case ForbiddenExtraKeysError():
            accepted = ", ".join(_list_keys(error.cl))
            for key in sorted(error.extra_fields):
                yield f"{place}.{key}".removeprefix("."), key, f"unknown key; accepted: {accepted}"
        case UnfitError():
            yield f"{place}.{error.key}".strip("."), error.value, error.wanted
        case KeyError():
            yield place, None, "wanted: this key is required"
        case ExceptionGroup():
            for inner in error.exceptions:
                yield from unfit_fields(inner, place)
        case _:
            raise error


def stand_ins(cls: type, keys: Collection[str], id: str) -> dict[str, Any]:
    """Make values for the required keys of a class among these, so that the rest of a faulty record can be looked at.

    There are some for texts, lists, words of a vocabulary and citations; what lacks anything else is not made.
    """
    values: dict[str, Any] = {}
    for field in attrs.fields(cls):
        if field.name not in keys or field.default is not attrs.NOTHING:
            continue
        if _is_tuple(field.type):
            values[field.name] = []
        elif field.type is str:
            values[field.name] = "?"
        elif isinstance(field.type, type) and issubclass(field.type, StrEnum):
            values[field.name] = next(iter(field.type)).value
    if cls in CITING and not {"passage", "opening"}.isdisjoint(keys):
        paragraph = re.search(r":([0-9]{1,9})\.", id)
        values |= {"passage": f"{paragraph[1] if paragraph else 1}:0-1 {'0' * 16}", "opening": "?"}
    return values


def _list_keys(cls: type) -> list[str]:
    keys = [field.name for field in attrs.fields(cls) if not field.metadata.get("derived")]
    return [*(key for key in keys if key != "citation"), "passage", "opening"] if "citation" in keys else keys


# From records to tables.


def _make_unstructure_fn(
    cls: type, made: Converter, reference: Callable[[Any], str | int]
) -> Callable[[Any], dict[str, Any]]:
    def references(records: Any) -> list[str | int]:
        return [reference(record) for record in records]

    overrides = _make_overrides(cls, reference, references, "unstruct_hook")
    unstructure: Callable[[Any], Any] = make_dict_unstructure_fn(cls, made, _cattrs_omit_if_default=True, **overrides)
    if cls not in CITING:
        return unstructure

    def flattened(value: Any) -> dict[str, Any]:
        table: dict[str, Any] = unstructure(value)
        passage: dict[str, Any] = table.pop("passage")
        return table | passage

    return flattened


def _write_editorial(notes: tuple[Editorial, ...]) -> dict[str, str]:
    return {note.attribute: note.authority.value for note in notes}


def written(records: ByKind) -> str:
    """Write a data set as JSON, which `load_records` reads."""
    converter = make_converter()
    content = {kind: [converter.unstructure(record) for record in records[kind]] for kind in RECORDS}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
