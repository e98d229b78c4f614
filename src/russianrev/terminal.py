"""Pages of plain text about one thing, and the tour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from russianrev.dates import Precision
from russianrev.errors import DocumentError
from russianrev.facts import Fact, authority_for, facts_of, from_until, group_by_source, kind_of
from russianrev.passages.at_hand import at_hand
from russianrev.passages.documents import Documents
from russianrev.queries.corpus import Corpus
from russianrev.queries.timeline import Timeline
from russianrev.records.description import notes_on
from russianrev.records.model import Citation, Findable, Name, Person, Source, Statement, Stretch
from russianrev.records.reference import Reference
from russianrev.text import columns, counted, table, wrap, wrap_lines
from russianrev.views import register

_INDENT = "  "


def page(dataset: Corpus, thing: Findable, documents: Documents | None = None) -> str:
    """Write all that a data set knows of a thing; with documents, the passages themselves under the statements."""
    known = facts_of(thing)
    lines = [*wrap(thing.label), "=" * min(columns(thing.label), 80), *table(_list_attributes(thing, known.own))]
    lines += _write_rows("Who took part", [(each.who.name, str(each.role)) for each in known.participants])
    lines += _write_section("What led to it", *wrap_lines(str(known.causes)))
    lines += _write_section("What it led to", *wrap_lines(str(known.consequences)))
    lines += _write_section("Its parts", str(Timeline(known.parts, dataset.find)))
    held = [(from_until(stretch), f"{stretch}{_mark_editorial(stretch)}") for stretch in known.held]
    lines += _write_rows("Offices, parties, confinement" if isinstance(thing, Person) else "Capitals", held)
    lines += _write_section("Splits and mergers", *(line for step in known.lineage for line in wrap_lines(f"  {step}")))
    people = [
        (from_until(tenure), f"{person.name}: {tenure}{_mark_editorial(tenure)}") for person, tenure in known.people
    ]
    lines += _write_rows("Who held office or belonged to it", people)
    lines += _write_section("Events", str(Timeline(known.events, dataset.find)))
    lines += _write_rows("Names", [(name.text, _describe_name(name)) for name in known.names])
    lines += _write_section("What each source says", *_write_accounts(known.accounts, documents))
    disputes = wrap_lines("\n".join(map(str, known.disputes)))
    return "\n".join([*lines, *_write_section("Disputes (* what the editors take)", *disputes)])


def tour(dataset: Corpus, documents: Documents | None = None) -> str:
    """Show what is in a data set, document by document; a stretch of its timeline; and one event in full.

    The event is the one that most documents, and then most statements, tell of; of those dated to the day, if any is.
    """
    lines = ["The Russian Revolution as typed, cited data", "", str(dataset)]
    for source in dataset.sources:
        statements = dataset.statements_about(source)
        things = {thing for statement in statements for thing in statement.things}
        head = f"{source.id} ({source.language}): {source.title}"
        sizes = {"statement": len(statements), "thing": len(things), "paragraph": len(source.paragraphs)}
        count = ", ".join(counted(number, noun) for noun, number in sizes.items())
        lines += ["", *wrap(head), *wrap(count, first=_INDENT, rest=_INDENT)]
    dated = [event for event in dataset.events if event.date]
    if not dated:
        return "\n".join(lines)
    days = [event for event in dated if event.date and event.date.precision is Precision.DAY]
    fullest = max(days or dated, key=lambda event: (len(group_by_source(event.statements)), len(event.statements)))
    around = dated.index(fullest)
    stretch = Timeline(dated[max(around - 5, 0) : around + 6], dataset.find)
    lines += _write_section(
        "A stretch of the timeline (before 14 February 1918: Old Style, New Style in brackets)", str(stretch)
    )
    lines += ["", f"One event: russianrev show {fullest.id}", "", page(dataset, fullest, documents)]
    return "\n".join(lines)


def citation_lines(citations: Iterable[Citation], documents: Documents | None = None) -> list[str]:
    """List citations; with documents, each with its passage."""
    lines = []
    for citation in citations:
        lines += [*wrap(citation.locator), *_write_passage(citation, documents, _INDENT)]
    return lines


def reference_lines(references: Sequence[Reference]) -> list[str]:
    """List references, each in one line, to be pasted: the notes, and below a blank one the entries by letters."""
    entries = sorted({reference.entry for reference in references} - {""}, key=str.casefold)
    return [*dict.fromkeys(reference.text for reference in references), *([""] if entries else []), *entries]


def _write_section(title: str, *lines: str) -> list[str]:
    """Write a titled section, or nothing if it would be empty."""
    body = "\n".join(lines)
    return ["", *wrap(title), "-" * min(columns(title), 80), body] if body else []


def _write_rows(title: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    return _write_section(title, *table(rows, indent=_INDENT))


def _list_attributes(thing: Findable, own: Iterable[Fact]) -> list[tuple[str, str]]:
    """List what a record's own attributes say of it, each with its name; editorial ones are marked."""
    kind = Fact("kind", "Kind", kind_of(thing), authority_for(thing, "kind"))
    shown = (
        (fact.attribute.replace("_", " "), f"{fact}{' (editorial)' if fact.authority else ''}") for fact in (kind, *own)
    )
    return [("id", thing.id), *shown]


def _mark_editorial(stretch: Stretch) -> str:
    """Say which of its attributes are editorial."""
    marked = " and ".join(note.attribute for note in stretch.editorial)
    return f" ({marked} editorial)" if marked else ""


def _describe_name(name: Name) -> str:
    details = [name.language, str(name.kind), *(source.id for source in name.sources)]
    return ", ".join([*details, str(name.date)] if name.date else details)


def _write_accounts(accounts: Mapping[Source, Iterable[Statement]], documents: Documents | None) -> Iterator[str]:
    """Write what each source says."""
    for source, statements in accounts.items():
        yield from wrap(f"{source.title} ({source.id})")
        for statement in statements:
            yield from _write_statement(statement, documents, _INDENT)


def _write_statement(statement: Statement, documents: Documents | None, indent: str) -> Iterator[str]:
    """Write what a statement says; below it when, who says so, how it is read, and the citation with its passage."""
    yield from wrap(statement.text, first=indent, rest=indent)
    deeper = indent + _INDENT
    for note in notes_on(statement):
        yield from wrap(note, first=deeper, rest=deeper)
    yield from wrap(f"— {statement.citation.locator}", first=deeper, rest=deeper)
    yield from _write_passage(statement.citation, documents, deeper)


@register("text", Statement)
def statement_text(statement: Statement) -> str:
    """Write what `str(statement)` answers with, in lines of a terminal's width."""
    lines = list(_write_statement(statement, None, ""))
    try:
        documents = at_hand([statement.source])
    except OSError as error:
        return "\n".join([*lines, *wrap(str(error), first=_INDENT, rest=_INDENT)])
    return "\n".join([*lines, *_write_passage(statement.citation, documents, _INDENT)])


def _write_passage(citation: Citation, documents: Documents | None, indent: str) -> list[str]:
    if documents is None or citation.source not in documents:
        return []
    try:
        note = documents.look(citation).note
        text = f"“{citation.passage(documents)}”" + (f" – {note}" if note else "")
    except DocumentError as error:
        text = str(error)
    return wrap(text, first=indent, rest=indent)
