"""Compare what the documents say: where they disagree, and how they stand to each other."""

from __future__ import annotations

from russianrev.cli.parsing import NAME_OR_ALL, Answer, Context, Group, argument

GROUP = Group()


@GROUP.command(
    "disputes",
    "Where the documents disagree, or one errs.",
    "trotsky",
    NAME_OR_ALL,
    argument("--parts", action="store_true", help="of an event: its parts' as well"),
)
def _disputes(context: Context, name: str | None, parts: bool) -> Answer:
    found = context.dataset.disputes(name, parts=parts)
    return Answer(found, str(found))


@GROUP.command(
    "compare",
    "How the documents stand to each other: what is confirmed, unique, or in conflict.",
    '"october insurrection" --attribute date',
    NAME_OR_ALL,
    argument("--attribute", help="only this attribute, such as date or participants"),
)
def _compare(context: Context, name: str | None, attribute: str | None) -> Answer:
    found = context.dataset.compare(name, attribute=attribute)
    return Answer(found, str(found))
