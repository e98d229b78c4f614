"""Forms for other tools: a module a format, each with a function `export`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

FOLDERS = ("csv", "parquet")
"""The forms that are a folder of files, each the name of a module."""

FILES: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "json": ("json", ()),
        "jsonld": ("rdf", ("json-ld",)),
        "turtle": ("rdf", ("turtle",)),
        "timelinejs": ("timelinejs", ()),
        "geojson": ("geojson", ()),
        "ical": ("ical", ()),
        "csl-json": ("bibliography", ("csl-json",)),
        "bibtex": ("bibliography", ("bibtex",)),
        "biblatex": ("bibliography", ("biblatex",)),
        "bibliography": ("bibliography", ("text",)),
        "graphml": ("graph", ("graphml",)),
        "gexf": ("graph", ("gexf",)),
    }
)
"""The forms that are one text: the module of each, and what its `export` is given beside the data set."""


def exporter(form: str) -> Callable[..., Any]:
    """Find the function that writes a form. Raises `ValueError` for one that there is not."""
    if form not in FILES and form not in FOLDERS:
        raise ValueError(f"no form is called {form!r}; there are {', '.join([*FILES, *FOLDERS])}")
    module, arguments = FILES.get(form, (form, ()))
    export = import_module(f"{__name__}.{module}").export
    return (lambda dataset: export(dataset, *arguments)) if arguments else export
