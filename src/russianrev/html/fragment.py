"""One record, value or answer as a fragment of HTML."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import attrs

from russianrev.dataset import Dataset
from russianrev.dates import HistoricalDate
from russianrev.html import answers
from russianrev.html.records import card
from russianrev.html.tree import Child, element, facts, html, joined
from russianrev.html.values import Passages, cited, date_facts, label, written
from russianrev.queries.answers import Account, Answers, Citations, Links, Situation
from russianrev.queries.collection import Collection
from russianrev.queries.comparison import Comparison, Comparisons
from russianrev.queries.fulltext import Hit
from russianrev.queries.timeline import Timeline
from russianrev.quizzes import Question
from russianrev.records.model import Citation, Record, Statement
from russianrev.text import counted

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
    """A record, a value of one, a collection or an answer as a fragment of HTML that stands by itself.

    It has no script, no link and nothing from outside; a style of its own that reaches nothing else, without which it
    reads well too; headings from the third level, as a part of a notebook. Whatever is in the data is shown as text.
    Citations fold out; below them stand the passages, if RUSSIANREV_DOCUMENTS names a folder with the documents.
    A long list is cut, with a note of how many more there are. Raises `TypeError` for anything else.

    >>> import russianrev as rr
    >>> "<h3><bdi>Vladimir Lenin</bdi></h3>" in to_html(rr.persons["lenin"])
    True
    """
    passages = Passages()
    heading, parts = _titled(value, passages)
    passages.attach()
    style = element("style")
    style.text = _STYLE
    root = element("article", style, element("h3", heading), *parts, class_="russianrev", lang="en", dir="ltr")
    return html(root)


def _titled(value: Any, passages: Passages) -> tuple[Child, list[Child]]:
    """The heading of a value, and what stands under it."""
    match value:
        case Record():
            return label(value), card(value, passages)
        case HistoricalDate():
            return written(value), [date_facts(value)]
        case Citation():
            title = element("span", f"{value.source.id} ¶{value.paragraph}")
            return title, [cited(value, passages)]
        case Timeline():
            return counted(len(value), "event").capitalize(), answers.timeline(value)
        case Collection():
            return _count(value), answers.collection(value)
        case Dataset():
            return "A data set", answers.dataset(value)
        case _:
            return _answer(value, passages)


def _count(records: Collection[Any]) -> str:
    kinds = {type(record).__name__.lower() for record in records}
    noun = kinds.pop() if len(kinds) == 1 else "record"
    nouns = {"person": "persons", "party": "parties", "body": "bodies"}
    return counted(len(records), noun).capitalize() if noun not in nouns else f"{len(records):,} {nouns[noun]}"


def _number(found: Answers[Any]) -> str:
    kinds = {type(each) for each in found}
    noun = kinds.pop().__name__.lower() if kinds else "answer"
    return counted(len(found), "tenure" if noun == "tuple" else noun).capitalize()


def _answer(value: Any, passages: Passages) -> tuple[Child, list[Child]]:
    match value:
        case Answers():
            return _number(value), answers.several(value, passages)
        case Citations():
            return counted(len(value), "citation").capitalize(), answers.citations(value, passages)
        case Account():
            return label(value.source), answers.account(value, passages)
        case Situation():
            return element("span", "Russia, ", written(value.date)), answers.situation(value, passages)
        case Links():
            return counted(len(value), "link").capitalize(), answers.links(value, passages)
        case Comparison():
            title = element("span", label(value.thing), f": {answers.comparison_of(value)}")
            return title, answers.comparison(value, passages)
        case Comparisons():
            return counted(len(value), "comparison").capitalize(), answers.comparisons(value)
        case Hit():
            return label(value.record), answers.hit(value)
        case Question():
            return "A question", answers.question(value, passages)
        case _ if attrs.has(type(value)):
            return type(value).__name__, [_fields(value, passages)]
        case _:
            raise TypeError(f"wanted: a record, a value or an answer of russianrev, not {type(value).__name__}")


def _fields(value: Any, passages: Passages) -> Element:
    """Any other value: its attributes, each with its name."""
    rows = [
        (field.name.replace("_", " "), _plain(getattr(value, field.name), passages))
        for field in attrs.fields(type(value))
    ]
    return facts("Its attributes", rows)


def _plain(value: Any, passages: Passages) -> Child:
    """The value of an attribute, in short."""
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
            return joined(_plain(each, passages) for each in value)
        case _:
            return element("bdi", str(value))
