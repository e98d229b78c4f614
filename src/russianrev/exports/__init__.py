"""Forms for other tools: a module a format, each with a function `export`.

Another package adds a form by an entry point of the group `russianrev.exports`, which has the name of the form and is a
function that makes the text of one file out of a data set.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from importlib import import_module
from importlib.metadata import entry_points
from inspect import signature
from types import MappingProxyType
from typing import Any

FOLDERS = ("csv", "parquet")
"""The forms that are a folder of files, each the name of a module."""

FILES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "json": ("json", ""),
        "jsonld": ("rdf", "json-ld"),
        "turtle": ("rdf", "turtle"),
        "timelinejs": ("timelinejs", ""),
        "geojson": ("geojson", ""),
        "ical": ("ical", ""),
        "csl-json": ("bibliography", "csl-json"),
        "bibtex": ("bibliography", "bibtex"),
        "biblatex": ("bibliography", "biblatex"),
        "bibliography": ("bibliography", "text"),
        "graphml": ("graph", "graphml"),
        "gexf": ("graph", "gexf"),
    }
)
"""The forms that are one text: the module of each, and the `form` that its `export` is to write, if it has several."""


def exporter(form: str, options: Collection[str] = ()) -> Callable[..., Any]:
    """Find the function that writes a form. Raises `ValueError` for one that there is not, or that lacks an option."""
    export = _find_export(form)
    if options:
        known = [each.name for each in signature(export).parameters.values() if each.kind is each.KEYWORD_ONLY]
        if unknown := sorted(set(options).difference(known)):
            raise ValueError(f"the form {form} has no option {unknown[0]!r}; it has {', '.join(known) or 'none'}")
    return export


def _find_export(form: str) -> Callable[..., Any]:
    if form not in FILES and form not in FOLDERS:
        return _find_added(form)
    module, written_as = FILES.get(form, (form, ""))
    export: Callable[..., Any] = import_module(f"{__name__}.{module}").export
    return partial(export, form=written_as) if written_as else export


def _find_added(form: str) -> Callable[..., Any]:
    """Find the function by which another package writes a form."""
    added = {entry.name: entry for entry in entry_points(group="russianrev.exports")}
    if form not in added:
        raise ValueError(f"no form is called {form!r}; there are {', '.join([*FILES, *FOLDERS, *sorted(added)])}")
    export: Callable[..., Any] = added[form].load()
    return export
