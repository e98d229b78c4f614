"""Find things by their names, and by words."""

from __future__ import annotations

from russianrev.cli.parsing import Answer, Context, Group, argument
from russianrev.text import table

GROUP = Group()


@GROUP.command("find", "The one thing that has a name.", "Троцкий", argument("name", help="a name in any script"))
def _find(context: Context, name: str) -> Answer:
    found = context.dataset.find(name)
    return Answer(found, "\n".join(table([(found.id, type(found).__name__.lower(), found.label)])))


@GROUP.command(
    "search",
    "What fits a few words best.",
    "purge leningrad",
    argument("words", nargs="+", help="what to look for"),
    argument("--limit", type=int, default=10, help="how many at most (default: 10)"),
)
def _search(context: Context, words: list[str], limit: int) -> Answer:
    hits = context.dataset.search(" ".join(words), limit=limit)
    rows = [(hit.record.id, hit.record.label) for hit in hits]
    return Answer(hits, "\n".join(table(rows)) or "nothing found")
