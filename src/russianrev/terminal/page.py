"""Pages of plain text about one thing, and the tour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from russianrev.dates import Precision
from russianrev.facts import Fact, authority_for, facts_of, group_by_source, kind_of
from russianrev.passages.documents import Documents
from russianrev.queries.corpus import Corpus
from russianrev.records.model import Findable, Name, Person, Source, Statement
from russianrev.terminal.lines import (
    INDENT,
    dispute_lines,
    event_lines,
    held_by,
    link_lines,
    statement_lines,
    stretch_lines,
)
from russianrev.text import columns, counted, page_width, table, wrap, wrap_lines


def page(dataset: Corpus, thing: Findable, documents: Documents | None = None) -> str:
    """Write all that a data set knows of a thing; with documents, the passages themselves under the statements."""
    known = facts_of(thing)
    lines = [
        *wrap(thing.label),
        "=" * min(columns(thing.label), page_width()),
        *table(_list_attributes(thing, known.own)),
    ]
    lines += _write_rows("Who took part", [(each.who.name, str(each.role)) for each in known.participants])
    lines += _write_section("What led to it", *chain.from_iterable(map(link_lines, known.causes)))
    lines += _write_section("What it led to", *chain.from_iterable(map(link_lines, known.consequences)))
    lines += _write_section("Its parts", *event_lines(known.parts))
    held = stretch_lines(((str(stretch), stretch) for stretch in known.held), indent=INDENT)
    lines += _write_section("Offices, parties, confinement" if isinstance(thing, Person) else "Capitals", *held)
    lines += _write_section("Splits and mergers", *(line for step in known.lineage for line in wrap_lines(f"  {step}")))
    people = stretch_lines(((held_by(person, tenure), tenure) for person, tenure in known.people), indent=INDENT)
    lines += _write_section("Who held office or belonged to it", *people)
    lines += _write_section("Events", *event_lines(known.events))
    lines += _write_rows("Names", [(name.text, _describe_name(name)) for name in known.names])
    lines += _write_section("What each source says", *_write_accounts(known.accounts, documents))
    disputes = chain.from_iterable(map(dispute_lines, known.disputes))
    return "\n".join([*lines, *_write_section("Disputes (* what the editors take)", *disputes)])


def tour(dataset: Corpus, documents: Documents | None = None) -> str:
    """Show what is in a data set, document by document; a stretch of its timeline; and one event in full.

    The event is the one that most documents, and then most statements, tell of; of those dated to the day, if any is.
    """
    lines = [*wrap("The Russian Revolution as typed, cited data"), "", *wrap(str(dataset))]
    for source in dataset.sources:
        statements = dataset.statements_about(source)
        things = {thing for statement in statements for thing in statement.things}
        head = f"{source.id} ({source.language}): {source.title}"
        sizes = {"statement": len(statements), "thing": len(things), "paragraph": len(source.paragraphs)}
        count = ", ".join(counted(number, noun) for noun, number in sizes.items())
        lines += ["", *wrap(head), *wrap(count, first=INDENT, rest=INDENT)]
    dated = [event for event in dataset.events if event.date]
    if not dated:
        return "\n".join(lines)
    days = [event for event in dated if event.date and event.date.precision is Precision.DAY]
    fullest = max(days or dated, key=lambda event: (len(group_by_source(event.statements)), len(event.statements)))
    around = dated.index(fullest)
    stretch = dated[max(around - 5, 0) : around + 6]
    lines += _write_section(
        "A stretch of the timeline (before 14 February 1918: Old Style, New Style in brackets)", *event_lines(stretch)
    )
    lines += ["", *wrap(f"One event: russianrev show {fullest.id}"), "", page(dataset, fullest, documents)]
    return "\n".join(lines)


def _write_section(title: str, *lines: str) -> list[str]:
    """Write a titled section, or nothing if it would be empty."""
    body = "\n".join(lines)
    return ["", *wrap(title), "-" * min(columns(title), page_width()), body] if body else []


def _write_rows(title: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    return _write_section(title, *table(rows, indent=INDENT))


def _list_attributes(thing: Findable, own: Iterable[Fact]) -> list[tuple[str, str]]:
    """List what a record's own attributes say of it, each with its name; editorial ones are marked."""
    kind = Fact("kind", "Kind", kind_of(thing), authority_for(thing, "kind"))
    shown = (
        (fact.attribute.replace("_", " "), f"{fact}{' (editorial)' if fact.authority else ''}") for fact in (kind, *own)
    )
    return [("id", thing.id), *shown]


def _describe_name(name: Name) -> str:
    details = [name.language, str(name.kind), *(source.id for source in name.sources)]
    return ", ".join([*details, str(name.date)] if name.date else details)


def _write_accounts(accounts: Mapping[Source, Iterable[Statement]], documents: Documents | None) -> Iterator[str]:
    """Write what each source says."""
    for source, statements in accounts.items():
        yield from wrap(f"{source.title} ({source.id})")
        for statement in statements:
            yield from statement_lines(statement, documents, indent=INDENT)
