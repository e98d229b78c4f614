"""The sources as a bibliography: CSL-JSON, BibTeX and BibLaTeX for reference managers, and formatted in a CSL style.

- CSL-JSON is what Zotero, pandoc and Quarto read: `Source.csl()` of each source. Rule:
  https://github.com/citation-style-language/schema.
- BibTeX and BibLaTeX are in UTF-8. What TeX would take for a command is escaped, and titles are in braces of their own,
  so that no style changes their capitals. Rules: O. Patashnik, *BibTeXing* (1988); P. Lehman and others, *The biblatex
  Package*, ch. 2.
- Formatted, each source is a line of plain text, or an element of HTML, as `Source.reference` has it. Needs the extra
  `bibliography`. The style is named (`chicago`, `mla`, `apa`, any other style of
  https://github.com/citation-style-language/styles), or is the path of a file.

The address is the first of those that have the text. What the formats cannot hold: the other addresses, the digest and
the length of a document's text, its paragraphs and the stretches that are skipped; which facts are editorial. BibTeX
has no decades, seasons, days or flags of a date: it keeps the year or years, and the month; BibLaTeX keeps the date as
EDTF; CSL-JSON, and a formatted bibliography, has the days of a decade. CSL-JSON has no place for rights,
for a note on the item that styles would not print, or for the data set's version; the licence of the data set is not
that of the sources, so only a comment in the other two has it. A style may leave out what its handbook does, such as
the entries of a reference work that name no author.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any
from urllib.parse import quote

from russianrev.dates import HistoricalDate
from russianrev.exports.reference import list_sources
from russianrev.queries.collection import Collection
from russianrev.queries.corpus import Corpus
from russianrev.records.model import Source
from russianrev.vocabulary import SourceKind


class Form(StrEnum):
    """What a bibliography is written as."""

    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"
    TEXT = "text"  #: formatted in a CSL style
    HTML = "html"  #: formatted in a CSL style


DEFAULT_STYLE = "harvard-cite-them-right"


def export(
    dataset: Corpus,
    form: Form | str = Form.CSL_JSON,
    *,
    style: str | os.PathLike[str] = DEFAULT_STYLE,
    locale: str = "en-GB",
) -> str:
    """Write the sources of a data set as the text of one file.

    `style` (the name of a CSL style, or the path of one) and `locale` (a language that citeproc-py knows, such as
    "de-DE", or else that of the style) are for the forms "text" and "html". Raises `ValueError` for a form or a style
    that is unknown, or for a style without a list of works, and `MissingExtraError`.

    >>> import russianrev as rr
    >>> print(export(rr.according_to("roberts-excerpt"), "text", style="mla"))
    Roberts, Geoffrey. Stalin’s Library: A Dictator and His Books. Yale University Press, 2022.
    <BLANKLINE>
    """
    match Form(form):
        case Form.CSL_JSON:
            return json.dumps([source.csl() for source in dataset.sources], ensure_ascii=False, indent=2) + "\n"
        case Form.BIBTEX:
            return _write_bib(dataset, _make_bibtex_entry)
        case Form.BIBLATEX:
            return _write_bib(dataset, _make_biblatex_entry)
        case formatted:
            return _format(dataset.sources, style, locale, formatted)


# BibTeX and BibLaTeX.

_BIBTEX_TYPES = {
    SourceKind.REVIEW: ("article", "journal"),
    SourceKind.EXCERPT: ("incollection", "booktitle"),
    SourceKind.CHAPTER: ("incollection", "booktitle"),
}
"""The type of entry, and the field for what it stands in, without which it is a `misc`."""

_BIBLATEX_TYPES = {
    SourceKind.REVIEW: ("review", "journaltitle"),
    SourceKind.CATALOGUE: ("inreference", "booktitle"),
    SourceKind.EXCERPT: ("incollection", "booktitle"),
    SourceKind.CHAPTER: ("incollection", "booktitle"),
}

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The months as BibTeX abbreviates them, which a style then writes in its own way."""

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts a brace even after a backslash
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "$&#%_"},
}

_LIGATURE = re.compile(r"([-'`,<>])(?=\1)|[?!](?=`)")
"""A character that TeX would join to the next."""

_UNSAFE = str.maketrans({character: quote(character) for character in "{}\\"})
"""What could not stand in braces, as an address may write it; whatever else is in one, BibTeX leaves as it is."""

_Entry = tuple[str, dict[str, str]]


def _write_bib(dataset: Corpus, entry: Callable[[Source], _Entry]) -> str:
    head = [f"% {dataset.metadata}\n"] if dataset.metadata else []
    return "\n".join([*head, *(_write_entry(source, *entry(source)) for source in dataset.sources)])


def _write_entry(source: Source, type: str, fields: dict[str, str]) -> str:
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{type}{{{source.id},\n{lines}}}\n"


def _make_bibtex_entry(source: Source) -> _Entry:
    type, fields = _make_fields(source, _BIBTEX_TYPES)
    return type, fields | _give_year_and_month(source.date)


def _make_biblatex_entry(source: Source) -> _Entry:
    type, fields = _make_fields(source, _BIBLATEX_TYPES)
    return type, fields | {"date": _brace(source.date.edtf if source.date else "")}


def _make_fields(source: Source, types: Mapping[SourceKind, tuple[str, str]]) -> _Entry:
    """Choose the type of the entry, and make the fields that BibTeX and BibLaTeX have both."""
    item = source.csl()
    type, container = types.get(source.kind, ("misc", "howpublished"))
    part = f"Part: {source.part}" if source.part else ""
    about = f"On: {source.about.title}" if source.about else ""
    opened = next((address.opened for address in source.addresses if address.url == source.url), None)
    return type if "container-title" in item else "misc", {
        "author": _write_names(item, "author"),
        "translator": _write_names(item, "translator"),
        "title": _brace(_brace(escaped(source.title))),
        "bookauthor": _write_names(item, "container-author"),
        container: _brace(_brace(escaped(item.get("container-title", "")))),
        "series": _brace(_brace(escaped(item.get("collection-title", "")))),
        "publisher": _brace(_brace(escaped(source.publisher))),
        "language": _brace(escaped(source.language)),
        "url": _brace((source.url or "").translate(_UNSAFE)),
        "urldate": _brace(opened.edtf if opened else ""),
        "rights": _brace(escaped(str(source.rights or ""))),
        "note": _brace(escaped(". ".join(filter(None, (part, about, source.note))))),
    }


def _brace(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _write_names(item: Mapping[str, Any], variable: str) -> str:
    return _brace(" and ".join(map(_write_name, item.get(variable, ()))))


def _write_name(name: dict[str, str]) -> str:
    if "literal" in name:
        return _brace(escaped(name["literal"]))
    return ", ".join(_write_name_part(name[part]) for part in ("family", "given"))


def _write_name_part(text: str) -> str:
    """Write a part of a name; in braces, if it has what BibTeX would divide names at."""
    return _brace(escaped(text)) if "," in text or "and" in text.lower().split() else escaped(text)


def escaped(text: str) -> str:
    r"""Escape a text for TeX: commands are escaped, ligatures such as `--` kept apart, all space is one space.

    >>> print(escaped("100% of {R&D}"))
    100\% of \textbraceleft{}R\&D\textbraceright{}
    """
    plain = "".join(_ESCAPES.get(character, character) for character in " ".join(text.split()))
    return _LIGATURE.sub(r"\g<0>{}", plain)


def _give_year_and_month(date: HistoricalDate | None) -> dict[str, str]:
    """Give the year, or the years between which it lies; and the month, if it lies in one."""
    if date is None:
        return {}
    days = [day for day in (date.start, date.end) if day]
    months = {(day.year, day.month) for day in days}
    return {
        "year": _brace("--".join(dict.fromkeys(str(day.year) for day in days))),
        "month": _MONTHS[days[0].month - 1] if len(months) == 1 and date.start and date.end else "",
    }


# In a CSL style.


def _format(sources: Collection[Source], style: str | os.PathLike[str], locale: str, form: Form) -> str:
    works = list_sources(sources, style, locale)
    if form is Form.HTML:
        return "".join(f'<div class="csl-entry">{entry.html("", source.url or "")}</div>\n' for source, entry in works)
    return "".join(f"{entry.text('', source.url or '')}\n" for source, entry in works)
