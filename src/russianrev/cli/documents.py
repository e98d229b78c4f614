"""The documents: which are at hand, where the others are to be had, and fetching them."""

from __future__ import annotations

from typing import Any

from russianrev.cli.parsing import Answer, Context, Group, argument
from russianrev.passages.documents import Documents
from russianrev.records.model import Source
from russianrev.text import wrap

GROUP = Group()


@GROUP.command(
    "documents",
    "Which documents are at hand, whose they are, and where on the web; with `get`, fetch them into your data folder."
    " The status is 1 if one could not be had.",
    "get boden-review",
    argument("action", nargs="?", choices=["get"], help="fetch them (left out: list them all)"),
    argument("ids", nargs="*", metavar="ID", help="the documents to fetch (left out: all that can be)"),
)
def _documents(context: Context, action: str | None, ids: list[str]) -> Answer:
    if action:
        retrievals = context.dataset.get_documents(*ids)
        return Answer(retrievals, str(retrievals), 0 if retrievals else 1)
    documents, sources = context.documents, context.dataset.sources
    value = {source.id: _describe(source, documents) for source in sources}
    lines = [str(documents), "", "Rights, and where they are on the web:"]
    for source in sources:
        lines += wrap(f"{source.id}: {source.rights or 'rights unknown'}", rest="  ")
        lines += [f"  {address}" for address in source.addresses] or ["  no address is known"]
    return Answer(value, "\n".join(lines))


def _describe(source: Source, documents: Documents) -> dict[str, Any]:
    return {
        "title": source.title,
        "match": documents.match(source),
        "path": documents.path(source),
        "rights": source.rights,
        "addresses": source.addresses,
    }
