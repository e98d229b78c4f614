"""A source as an item of CSL-JSON: the view `csl`.

Rule: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables. A document that is part of a
work stands in that, and what it would otherwise stand in (a journal, a catalogue) is then the series of the work. Which
part it is, is the `section`. A number that the name of a journal ends in is not taken apart. A date that is approximate
or uncertain is `circa`, since CSL-JSON does not tell these apart.
"""

from __future__ import annotations

from typing import Any

from russianrev.dates import HistoricalDate, Precision
from russianrev.records.model import Body, Party, Person, Source
from russianrev.views import register
from russianrev.vocabulary import SourceKind

_TYPES = {
    SourceKind.REVIEW: "review-book",
    SourceKind.CATALOGUE: "entry",
    SourceKind.EXCERPT: "chapter",
    SourceKind.NOTES: "post-weblog",
    SourceKind.CHAPTER: "chapter",
}


_SEASONS_FROM = 20  # EDTF has the seasons from 21, CSL-JSON from 1


@register("csl", Source)
def csl(source: Source) -> dict[str, Any]:
    """Make the item of CSL-JSON that `Source.csl` answers with."""
    work, reviewed = source.work, source.about if source.kind is SourceKind.REVIEW else None
    address = next((address for address in source.addresses if address.has_text), None)
    variables = {
        "author": _write_names(source.authors),
        "translator": _write_names(source.translators),
        "container-title": work.title if work else source.container,
        "container-author": _write_names(work.authors) if work and work.authors != source.authors else [],
        "collection-title": source.container if work else "",
        "section": source.part,
        "publisher": source.publisher,
        "issued": _write_date(source.date),
        "reviewed-title": reviewed.title if reviewed else "",
        "reviewed-author": _write_names(reviewed.authors) if reviewed else [],
        "URL": address.url if address else "",
        "accessed": _write_date(address.opened) if address else {},
        "language": source.language,
    }
    given = {variable: value for variable, value in variables.items() if value}
    return {"id": source.id, "type": _TYPES[source.kind], "title": source.title, **given}


def _write_names(names: tuple[Person | Party | Body, ...]) -> list[dict[str, str]]:
    return [_divide_name(each.name) if isinstance(each, Person) else {"literal": each.name} for each in names]


def _divide_name(name: str) -> dict[str, str]:
    """Divide a name for CSL-JSON: the last word is the family name, a single word is a name as it stands."""
    given, _, family = name.rpartition(" ")
    return {"family": family, "given": given} if given else {"literal": family}


def _write_date(date: HistoricalDate | None) -> dict[str, Any]:
    """Write a date as the day, month, season or year that it is, or as the days between which it lies."""
    if not (date and date.start):
        return {}
    ends = [end.partition("T")[0] for end in date.iso.split("/") if end != ".."]
    made: dict[str, Any] = {"date-parts": [[int(part) for part in end.split("-")] for end in ends]}
    if date.first and date.precision is Precision.SEASON:
        made = {"date-parts": [[date.first.year]], "season": (date.first.month or 0) - _SEASONS_FROM}
    return made | ({"circa": True} if date.approximate or date.uncertain else {})
