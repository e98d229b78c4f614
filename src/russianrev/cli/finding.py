"""Find things by their names, and by words."""

from __future__ import annotations

from russianrev.cli.parsing import CALENDAR, Answer, Context, Group, argument
from russianrev.dates import parse_date
from russianrev.records.model import RECORDS
from russianrev.text import table, wrap

GROUP = Group()


@GROUP.command("find", "The one thing that has a name.", "Троцкий", argument("name", help="a name in any script"))
def _find(context: Context, name: str) -> Answer:
    found = context.dataset.find(name)
    return Answer(found, "\n".join(table([(found.id, type(found).__name__.lower(), found.label)])))


@GROUP.command(
    "search",
    "What fits a few words best.",
    "who shot Stolypin --kind event",
    argument("words", nargs="+", help="what to look for"),
    argument("--kind", choices=list(RECORDS), metavar="KIND", help=f"only this kind: {', '.join(RECORDS)}"),
    argument("--within", metavar="NAME", help="only the statements and disputes of a source, or about a thing"),
    argument("--between", nargs=2, metavar=("START", "END"), help="only what is dated in this period"),
    argument("--limit", type=int, default=10, help="how many at most (default: 10)"),
)
def _search(
    context: Context, words: list[str], kind: str | None, within: str | None, between: list[str] | None, limit: int
) -> Answer:
    period = (between[0], between[1]) if between else None
    hits = context.dataset.search(" ".join(words), kind=kind, within=within, between=period, limit=limit)
    return Answer(hits, str(hits))


@GROUP.command(
    "citation",
    "The passage that a citation means: its address on the web, and what is read from it.",
    '"roberts-excerpt ¶4 [310–351]"',
    argument("text", help="a citation, as it is printed"),
)
def _citation(context: Context, text: str) -> Answer:
    found = context.dataset.citation(text)
    statements = [each for each in found.source.statements if each.citation == found]
    lines = [*wrap(found.locator), *([found.url] if found.url else []), *map(str, statements)]
    return Answer({"citation": found, "statements": statements}, "\n".join(lines))


@GROUP.command(
    "parse-date",
    "How a date is read, and what it is in both styles.",
    '"25 October 1917" --calendar julian',
    argument("date", help="a date, as people or EDTF write it"),
    CALENDAR,
)
def _parse_date(context: Context, date: str, calendar: str | None) -> Answer:
    found = parse_date(date, calendar)
    rows = [("read as", str(found)), ("Old Style", found.old_style), ("New Style", found.new_style)]
    return Answer(found, "\n".join(table([*rows, ("EDTF", found.edtf)])))
