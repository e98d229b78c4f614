"""Ask what happened, who took part, how things stood, and what is known of a thing and from where."""

from __future__ import annotations

from russianrev.cli.parsing import CALENDAR, NAME, Answer, Context, Group, argument
from russianrev.terminal import citation_lines, page, reference_lines, tour
from russianrev.text import wrap_lines
from russianrev.vocabulary import Role

GROUP = Group()
_POSSIBLE = argument("--possible", action="store_true", help="also what is not certain")


@GROUP.command("tour", "A short tour of the data.", "")
def _tour(context: Context) -> Answer:
    dataset = context.dataset
    return Answer(dataset, tour(dataset, context.documents))


@GROUP.command(
    "between",
    "The events of a period.",
    "1917-02-23 1917-03-03 --calendar julian",
    argument("start", help="a date, or a whole month or year"),
    argument("end", nargs="?", help="the last day (left out: the end of START)"),
    CALENDAR,
    _POSSIBLE,
)
def _between(context: Context, start: str, end: str | None, calendar: str | None, possible: bool) -> Answer:
    found = context.dataset.between(start, end, calendar=calendar, possible=possible)
    return Answer(found, str(found))


@GROUP.command(
    "on-this-day",
    "What fell on a day of the year, in both styles: events, births and deaths, parties, works.",
    "10 25",
    argument("month", type=int, help="the month, 1 to 12"),
    argument("day", type=int, help="the day"),
    argument("--calendar", choices=["julian", "gregorian"], help="only by this one (default: by both)"),
)
def _on_this_day(context: Context, month: int, day: int, calendar: str | None) -> Answer:
    found = context.dataset.on_this_day(month, day, calendar=calendar)
    return Answer(found, str(found))


@GROUP.command(
    "as-of",
    "How things stood on a date: who held which office, and more.",
    "1917-07-24 --calendar julian",
    argument("date", help="a date"),
    CALENDAR,
    _POSSIBLE,
)
def _as_of(context: Context, date: str, calendar: str | None, possible: bool) -> Answer:
    situation = context.dataset.as_of(date, calendar=calendar, possible=possible)
    return Answer(situation, "\n".join(wrap_lines(str(situation))))


@GROUP.command(
    "involved",
    "The events in which someone took part.",
    "trotsky zinoviev --role expelled",
    argument("who", nargs="+", help="a person, a party or a body"),
    argument("--role", choices=[role.value for role in Role], metavar="ROLE", help="in this role"),
    argument("--any", action="store_true", help="any of them, not all"),
)
def _involved(context: Context, who: list[str], role: str | None, any: bool) -> Answer:
    found = context.dataset.involved(*who, role=role, how="any" if any else "all")
    return Answer(found, str(found))


@GROUP.command("show", "All that is known of one thing.", '"Sergei Kirov"', NAME)
def _show(context: Context, name: str) -> Answer:
    dataset = context.dataset
    thing = dataset.find(name)
    return Answer(thing, page(dataset, thing, context.documents))


@GROUP.command(
    "sources",
    "The passages behind a thing, or behind one aspect of it.",
    "kirov-assassination date",
    NAME,
    argument("aspect", nargs="?", help="one attribute, such as date or participants"),
    argument("--style", help="as a paper cites them: chicago, mla, apa, the name of another CSL style, or its file"),
)
def _sources(context: Context, name: str, aspect: str | None, style: str | None) -> Answer:
    citations = context.dataset.sources_for(name, aspect)
    lines = [f"editorial, from {citations.authority}"] if citations.authority else []
    value: dict[str, object] = {"authority": citations.authority, "citations": citations}
    if style is None:
        lines += citation_lines(citations, context.documents)
    else:
        references = [citation.reference(style) for citation in citations]
        value["references"] = references
        lines += reference_lines(references)
    return Answer(value, "\n".join(lines) or "no document says, nor do the editors")


@GROUP.command(
    "about",
    "All that documents say of a thing, in order of time: with its parts and wholes, and those who took part.",
    "stolypin",
    NAME,
)
def _about(context: Context, name: str) -> Answer:
    found = context.dataset.about(name)
    return Answer(found, str(found))


@GROUP.command(
    "statements",
    "What the documents say, statement by statement, in their order.",
    "kronstadt-rebellion --between 1921-02 1921-04",
    argument("name", nargs="?", help="of this thing: an id, or any name in any script (left out: of everything)"),
    argument("--within", metavar="SOURCE", help="in this document"),
    argument("--said-by", metavar="NAME", help="whose words or view the document reports"),
    argument("--between", nargs=2, metavar=("START", "END"), help="dated in this period"),
)
def _statements(
    context: Context, name: str | None, within: str | None, said_by: str | None, between: list[str] | None
) -> Answer:
    period = (between[0], between[1]) if between else None
    found = context.dataset.statements.where(about=name, within=within, said_by=said_by, between=period)
    return Answer(found, str(found))


@GROUP.command(
    "accounts",
    "What each document says of an event.",
    '"October insurrection" --parts',
    NAME,
    argument("--parts", action="store_true", help="also of the events that are part of it"),
)
def _accounts(context: Context, name: str, parts: bool) -> Answer:
    found = context.dataset.accounts(name, parts=parts)
    return Answer(found, str(found))


@GROUP.command(
    "figures",
    "The quantities that documents give.",
    "--of strikers --about february-revolution",
    argument("--about", metavar="NAME", help="on this thing (left out: everything)"),
    argument("--of", metavar="WORDS", help="of what these words name"),
    argument("--unit", help="in this unit, such as persons"),
    argument("--within", metavar="SOURCE", help="in this document"),
)
def _figures(context: Context, about: str | None, of: str | None, unit: str | None, within: str | None) -> Answer:
    found = context.dataset.figures(about=about, of=of, unit=unit, within=within)
    value = [{"figure": each.figure, "statement": each.statement} for each in found]
    return Answer(value, str(found))


@GROUP.command("causes", "What led to an event, as documents assert it.", "october-revolution", NAME)
def _causes(context: Context, name: str) -> Answer:
    found = context.dataset.causes(name)
    return Answer(found, str(found))


@GROUP.command("consequences", "What an event led to, as documents assert it.", "february-revolution", NAME)
def _consequences(context: Context, name: str) -> Answer:
    found = context.dataset.consequences(name)
    return Answer(found, str(found))


@GROUP.command("tenures", "Who held an office in a body or a party, or belonged to it, and when.", "sovnarkom", NAME)
def _tenures(context: Context, name: str) -> Answer:
    found = context.dataset.tenures(name)
    return Answer(found, str(found))


@GROUP.command(
    "according-to",
    "The events as one document tells them, with its own dates.",
    "vietnamese-chapter",
    argument("source", help="the document's id or title"),
)
def _according_to(context: Context, source: str) -> Answer:
    found = context.dataset.according_to(source).events
    return Answer(found, str(found))


@GROUP.command(
    "read",
    "A document paragraph by paragraph: the text, if it is at hand, and what the data have of it.",
    "roberts-excerpt 4 6",
    argument("source", help="the document's id or title"),
    argument("first", nargs="?", type=int, help="a paragraph, from 1 (left out: all of them)"),
    argument("last", nargs="?", type=int, help="the last one (left out: only FIRST)"),
)
def _read(context: Context, source: str, first: int | None, last: int | None) -> Answer:
    found = context.dataset.read(source, first, last)
    return Answer(found, str(found))
