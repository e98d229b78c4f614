"""A source as an item of CSL-JSON: the view `csl`.

Rule: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.
"""

from __future__ import annotations

from typing import Any

from russianrev.records.model import Source
from russianrev.views import register
from russianrev.vocabulary import SourceKind

_TYPES = {
    SourceKind.REVIEW: "review-book",
    SourceKind.CATALOGUE: "entry",
    SourceKind.EXCERPT: "chapter",
    SourceKind.NOTES: "post-weblog",
    SourceKind.CHAPTER: "chapter",
}


@register("csl", Source)
def csl(source: Source) -> dict[str, Any]:
    """Make the item of CSL-JSON that `Source.csl` answers with."""
    item: dict[str, Any] = {"id": source.id, "type": _TYPES[source.kind], "title": source.title}
    if source.authors:
        item["author"] = [_divide_name(author.name) for author in source.authors]
    if source.container:
        item["container-title"] = source.container
    if source.publisher:
        item["publisher"] = source.publisher
    if source.date and source.date.start:
        ends = [end.partition("T")[0] for end in source.date.iso.split("/") if end != ".."]
        item["issued"] = {"date-parts": [[int(part) for part in end.split("-")] for end in ends]}
    if source.work and source.kind is SourceKind.REVIEW:
        item["reviewed-title"] = source.work.title
    return item | {"language": source.language}


def _divide_name(name: str) -> dict[str, str]:
    """Divide a name for CSL-JSON: the last word is the family name, a single word is a name as it stands."""
    given, _, family = name.rpartition(" ")
    return {"family": family, "given": given} if given else {"literal": family}
