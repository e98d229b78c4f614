"""What `str()` makes of answers: a few lines for each thing, as wide as the terminal; long ones are cut and counted."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from russianrev.facts import from_until
from russianrev.passages.at_hand import at_hand
from russianrev.queries.anniversaries import Anniversaries, Anniversary
from russianrev.queries.answers import Account, Answers, Citations, Link, Situation
from russianrev.queries.collection import Collection
from russianrev.queries.comparison import Comparison, Comparisons, Standing
from russianrev.queries.fulltext import Hit
from russianrev.queries.gathering import Gathered
from russianrev.queries.quantities import Quantity
from russianrev.queries.timeline import Timeline
from russianrev.quizzes import Question
from russianrev.records.base import Record
from russianrev.records.model import Dispute, Source, Statement, Stretch
from russianrev.terminal.lines import (
    INDENT,
    citation_lines,
    cut,
    dated_lines,
    dispute_lines,
    event_lines,
    held_by,
    link_lines,
    passage_lines,
    record_lines,
    statement_lines,
    stretch_lines,
)
from russianrev.text import counted, table, wrap
from russianrev.views import register

# One thing.


@register("text", Statement)
def _statement(statement: Statement) -> str:
    lines = list(statement_lines(statement))
    try:
        documents = at_hand([statement.source])
    except OSError as error:
        return "\n".join([*lines, *wrap(str(error), first=INDENT, rest=INDENT)])
    return "\n".join([*lines, *passage_lines(statement.citation, documents, INDENT)])


@register("text", Dispute)
def _dispute(dispute: Dispute) -> str:
    return "\n".join(dispute_lines(dispute))


@register("text", Account)
def _account(account: Account) -> str:
    lines = wrap(f"{account.source.title} ({account.source.id}):")
    for statement in account.statements:
        lines += statement_lines(statement, indent=INDENT)
    return "\n".join(lines)


@register("text", Link)
def _link(link: Link) -> str:
    return "\n".join(link_lines(link))


@register("text", Hit)
def _hit(hit: Hit) -> str:
    return "\n".join(record_lines(hit.record))


@register("text", Quantity)
def _quantity(found: Quantity) -> str:
    lines = wrap(f"{found.figure}: {found.figure.of} (printed “{found.figure.printed}”)", rest=INDENT)
    return "\n".join([*lines, *statement_lines(found.statement, indent=INDENT)])


@register("text", Comparison)
def _comparison(found: Comparison) -> str:
    of = f" ({found.of})" if found.of else ""
    lines = wrap(f"{found.thing.label}: {found.attribute}{of}: {found.standing}", rest=INDENT)
    for claim in found.values:
        sources = dict.fromkeys(s.source.id for s in claim.statements) or [f"editorial, {claim.authority}"]
        value = found.dispute.worded(claim.value) if found.dispute else claim.value
        lines += wrap(f"{value}: {', '.join(sources)}", first=INDENT, rest=INDENT * 2)
    return "\n".join(lines)


@register("text", Situation)
def _situation(state: Situation) -> str:
    lines = wrap(f"{state.date}, {state.calendar.capitalize()} calendar in force in Russia", rest=INDENT)
    capitals = [(f"{place.name}: {capital.city.name_on(state.date)}", capital) for place, capital in state.capitals]
    groups: dict[str, list[tuple[str, Stretch]]] = {
        "Capitals": list(capitals),
        "Offices": [(held_by(person, tenure), tenure) for person, tenure in state.offices],
        "Parties": [(held_by(person, membership), membership) for person, membership in state.memberships],
        "Prison, exile, hiding": [(held_by(person, each), each) for person, each in state.confinements],
    }
    for title, held in groups.items():
        if held:
            lines += ["", title]
            for text, stretch in held:
                lines += wrap(f"{text}, {from_until(stretch)}", first=INDENT, rest=INDENT * 2)
    if not any(groups.values()):
        lines += ["", *wrap("nothing is known for certain of who held what; ask for what is possible")]
    return "\n".join(lines)


# Several.


@register("text", Answers)
def _answers(found: Answers[Any]) -> str:
    if not found:
        return "\n".join(wrap(found.nothing))
    shown, more = cut(found)
    return "\n".join([*chain.from_iterable(map(_lines_of, shown)), *more])


def _lines_of(found: Any) -> list[str]:
    match found:
        case Dispute():
            return dispute_lines(found)
        case Statement():
            return list(statement_lines(found))
        case Question():
            return str(found).splitlines()
        case Link():
            return link_lines(found)
        case (Record() as person, Stretch() as stretch):
            return stretch_lines([(held_by(person, stretch), stretch)])  # type: ignore[arg-type]
        case _:
            return str(found).splitlines()


@register("text", Gathered)
def _gathered(found: Gathered) -> str:
    """Write document by document what it says, in order of time; then which say nothing."""
    if not found:
        return "\n".join(wrap(found.nothing))
    lines = wrap(f"{found.thing.label}: {counted(len(found), 'statement')}", rest=INDENT)
    shown, more = cut(found)
    for source, statements in _by_source(shown).items():
        lines += ["", *wrap(f"{source.title} ({source.id})")]
        for statement in statements:
            lines += statement_lines(statement, indent=INDENT)
    lines += more
    if found.silent:
        silent = ", ".join(source.id for source in found.silent)
        lines += ["", *wrap(f"Not in: {silent}", rest=INDENT)]
    return "\n".join(lines)


def _by_source(statements: Iterable[Statement]) -> dict[Source, list[Statement]]:
    """Group statements by source, in the order in which they are given."""
    groups: dict[Source, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.source, []).append(statement)
    return groups


@register("text", Anniversary)
def _anniversary(found: Anniversary) -> str:
    return "\n".join(wrap(f"{found.date} ({found.mark}): {found.label} [{found.thing.id}]", rest=INDENT))


@register("text", Anniversaries)
def _anniversaries(found: Anniversaries) -> str:
    if not found:
        return "\n".join(wrap(found.nothing))
    shown, more = cut(found)
    rows = [(f"{each.date} ({each.mark})", f"{each.label} [{each.thing.id}]") for each in shown]
    return "\n".join([*dated_lines(rows), *more])


@register("text", Citations)
def _citations(found: Citations) -> str:
    lines = [f"editorial, from {found.authority}"] if found.authority else []
    return "\n".join(lines + citation_lines(found)) or "no document says, nor do the editors"


@register("text", Comparisons)
def _comparisons(found: Comparisons) -> str:
    """Write the totals as a table, and each comparison in which sources differ."""
    lines = [counted(len(found), "comparison")]
    lines += table([(f"  {standing}", str(number)) for standing, number in found.totals.items()])
    lines += table([(f"  only in {source.id}", str(number)) for source, number in found.unique_to.items()])
    lines += table([(f"  in {a.id} and {b.id}", str(number)) for (a, b), number in found.shared.items()])
    shown, more = cut([each for each in found if each.standing in (Standing.MAJORITY, Standing.CONFLICT)])
    return "\n".join([*lines, *_each(shown), *more])


def _each(found: Iterable[Any]) -> Iterable[str]:
    return chain.from_iterable(str(each).splitlines() for each in found)


@register("text", Collection)
def _collection(records: Collection[Any]) -> str:
    if not len(records):
        return "\n".join(wrap(records.nothing))
    shown, more = cut(records)
    return "\n".join([*chain.from_iterable(map(record_lines, shown)), *more])


@register("text", Timeline)
def _timeline(events: Timeline) -> str:
    """Write a table by date; after `between()` headed by the days it covers in both calendars."""
    if not events and events.heading is None:
        return "\n".join(wrap(events.nothing))
    lines = [] if events.heading is None else wrap(events.heading, rest=INDENT)
    return "\n".join([*lines, *event_lines(events), *(wrap(events.hint) if events.hint else [])])
