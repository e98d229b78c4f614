"""Forms for other tools: a module a format, each with a function `export`.

Another package adds a form by an entry point of the group `russianrev.exports`, which has the name of the form and is a
function that makes the text of one file out of a data set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import entry_points
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
        return _find_added(form)
    module, arguments = FILES.get(form, (form, ()))
    export = import_module(f"{__name__}.{module}").export
    return (lambda dataset: export(dataset, *arguments)) if arguments else export


def _find_added(form: str) -> Callable[..., Any]:
    """Find the function by which another package writes a form."""
    added = {entry.name: entry for entry in entry_points(group="russianrev.exports")}
    if form not in added:
        raise ValueError(f"no form is called {form!r}; there are {', '.join([*FILES, *FOLDERS, *sorted(added)])}")
    export: Callable[..., Any] = added[form].load()
    return export
