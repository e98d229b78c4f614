"""The data set and answers as JSON: records in the form of the data files, citations with their source."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
from cattrs import Converter

from russianrev.dates import HistoricalDate
from russianrev.loading.structure import make_converter, written
from russianrev.queries.corpus import Corpus
from russianrev.queries.timeline import Timeline
from russianrev.records.base import Comparable, Record
from russianrev.records.model import Citation


def export(dataset: Corpus) -> str:
    """Write the whole data set as JSON, which `rr.load` reads as an equal one; the licence has no place in it.

    >>> import russianrev as rr
    >>> len(json.loads(export(rr.according_to("boden-review")))["source"])
    1
    """
    return written(dataset.records)


def to_json(answer: Any) -> str:
    """Write whatever a query answers with as JSON text; a reference from one record to another is the other's id.

    >>> import russianrev as rr
    >>> print(to_json(rr.sources["boden-review"].date))
    "1937-09"
    """
    return json.dumps(_make_plain(answer, make_converter()), ensure_ascii=False, indent=2)


def _make_plain(value: Any, converter: Converter) -> Any:
    match value:
        case HistoricalDate():
            return value.notation
        case Record():
            return {"record": type(value).__name__.lower(), **converter.unstructure(value)}
        case Citation():
            return {
                "source": value.source.id,
                **converter.unstructure(value),
                "locator": value.locator,
                "url": value.url,
            }
        case Comparable():
            return converter.unstructure(value)
        case Timeline():
            period = value.period and value.period.notation
            return {"period": period, "events": [_make_plain(event, converter) for event in value]}
        case Path():
            return str(value)
        case dict():
            return {getattr(key, "id", key): _make_plain(each, converter) for key, each in value.items()}
        case tuple() | list():
            return [_make_plain(each, converter) for each in value]
        case _ if attrs.has(type(value)):
            return {f.name: _make_plain_field(getattr(value, f.name), converter) for f in attrs.fields(type(value))}
        case _:
            return value


def _make_plain_field(value: Any, converter: Converter) -> Any:
    """Name a record that an answer is of; those that it lists are given whole."""
    return value.id if isinstance(value, Record) else _make_plain(value, converter)
