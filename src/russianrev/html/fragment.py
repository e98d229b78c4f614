"""A page: one record, value or answer as a fragment of HTML. The pages of dates, of citations and of other values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

import attrs

from russianrev.dates import HistoricalDate
from russianrev.html.tree import Child, element, facts, html, joined
from russianrev.html.values import Passages, cited, date_facts, label, written
from russianrev.records.base import Record
from russianrev.records.model import Citation, Statement
from russianrev.views import register, view

Page: TypeAlias = tuple[Child, list[Child]]
"""The heading of a page, and what stands under it."""

_Maker = TypeVar("_Maker", bound=Callable[[Any, Passages], Page])

# Colours are the page's own, so that it is legible in light and in dark; nothing rests on the style. The class stands
# twice or thrice where JupyterLab has rules of its own: `:not(.jp-RenderedMarkdown).jp-RenderedHTMLCommon td`, which
# would move cells to the right, and `.jp-RenderedHTMLCommon tbody tr:nth-child(even)`, which would stripe each day by
# itself.
_STYLE = """
.russianrev{max-width:62em;line-height:1.45;text-align:start}
.russianrev h3,.russianrev h4,.russianrev h5{margin:1em 0 .3em;line-height:1.25;font-weight:600}
.russianrev h3{font-size:1.4em}
.russianrev h4{font-size:1.12em}
.russianrev h5{font-size:1em}
.russianrev p{margin:.3em 0}
.russianrev ul{margin:.3em 0;padding-inline-start:1.3em}
.russianrev li{margin:.35em 0}
.russianrev.russianrev table{border:0;border-collapse:collapse;margin:.5em 0;font-size:1em;table-layout:auto}
.russianrev caption{text-align:start;font-size:.9em;font-style:italic;padding:.2em .25em;caption-side:top}
.russianrev.russianrev th,.russianrev.russianrev td{text-align:start;vertical-align:top;border:0;max-width:36em}
.russianrev.russianrev th,.russianrev.russianrev td{padding:.25em .8em .25em .25em;line-height:1.45;white-space:normal}
.russianrev.russianrev tr{border:0;border-top:1px solid;border-color:color-mix(in srgb,currentColor 25%,transparent)}
.russianrev.russianrev.russianrev tr{background:none}
.russianrev th{font-weight:600}
.russianrev summary{cursor:pointer;font-size:.9em}
.russianrev details>div,.russianrev details>p{margin-inline-start:1.1em;font-size:.9em}
.russianrev blockquote{margin:.4em 0;padding:0 0 0 .8em;border:0;border-inline-start:3px solid;color:inherit}
.russianrev code{font-size:.9em;color:inherit;background:none;overflow-wrap:anywhere}
"""


def to_html(value: Any) -> str:
    """Make a fragment of HTML from a record, a value of one, a collection or an answer: the view `html`.

    It stands by itself, with no script, no link and nothing from outside. It has a style of its own that reaches
    nothing else, without which it reads well too; headings from the third level, as a part of a notebook. Whatever is
    in the data is shown as text. Citations fold out; below them stand the passages of the documents
    that are at hand. A long list is cut, with a note of how many more there are. Raises `TypeError` for anything else.

    >>> import russianrev as rr
    >>> "<h3><bdi>Vladimir Lenin</bdi></h3>" in to_html(rr.persons["lenin"])
    True
    """
    made: str = view(value, "html")
    return made


def page(*classes: type) -> Callable[[_Maker], _Maker]:
    """Make a function the maker of the pages of these classes: their view `html`.

    It is given a value, and the passages of the page, and gives the heading and what stands under it.
    """

    def add(make: _Maker) -> _Maker:
        @register("html", *classes)
        def fragment(value: Any) -> str:
            passages = Passages()
            heading, parts = make(value, passages)
            passages.attach()
            style = element("style")
            style.text = _STYLE
            head = element("h3", heading)
            return html(element("article", style, head, *parts, class_="russianrev", lang="en", dir="ltr"))

        return make

    return add


@page(HistoricalDate)
def _date(date: HistoricalDate, passages: Passages) -> Page:
    return written(date), [date_facts(date)]


@page(Citation)
def _citation(citation: Citation, passages: Passages) -> Page:
    return element("span", citation.place), [cited(citation, passages)]


@page(object)
def _other(value: Any, passages: Passages) -> Page:
    """Show any other value of the library: its attributes, each with its name."""
    name = type(value).__name__
    if not attrs.has(type(value)):
        raise TypeError(f"wanted: a record, a value or an answer of russianrev, not {name}")
    rows = [
        (field.name.replace("_", " "), _show_value(getattr(value, field.name), passages))
        for field in attrs.fields(type(value))
    ]
    return name, [facts("Its attributes", rows)]


def _show_value(value: Any, passages: Passages) -> Child:
    """Show the value of an attribute, in short."""
    match value:
        case None:
            return None
        case Statement():
            return element("code", value.id)
        case Record():
            return label(value)
        case HistoricalDate():
            return written(value)
        case Citation():
            return cited(value, passages)
        case tuple():
            return joined(_show_value(each, passages) for each in value)
        case _:
            return element("bdi", str(value))
