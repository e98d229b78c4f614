"""The lines of which pages and answers are made: a statement, a dispute, a citation, what held for a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import TypeVar

from russianrev.errors import DocumentError
from russianrev.facts import from_until, kind_of, lines_of
from russianrev.passages.documents import Documents
from russianrev.queries.answers import Link
from russianrev.records.base import Record
from russianrev.records.description import attribution_of, corrections_of
from russianrev.records.model import Citation, Dispute, Event, Person, Statement, Stretch
from russianrev.records.reference import Reference
from russianrev.text import columns, page_width, table, wrap, wrap_lines

INDENT = "  "
MOST = 40
"""How many answers are printed; of more than these only the number."""

_DATES = 0.3  # the part of a page's width that a column of dates may take

_T = TypeVar("_T")


def statement_lines(statement: Statement, documents: Documents | None = None, *, indent: str = "") -> Iterator[str]:
    """Write what a statement says; below, when, who says so, where, how it is read, and the passage if it is there."""
    yield from wrap(statement.text, first=indent, rest=indent)
    deeper = indent + INDENT
    where = "; ".join(filter(None, (attribution_of(statement), statement.citation.locator)))
    yield from wrap(f"— {where}", first=deeper, rest=deeper + INDENT)
    for correction in corrections_of(statement):
        yield from wrap(correction, first=deeper, rest=deeper + INDENT)
    yield from passage_lines(statement.citation, documents, deeper)


def passage_lines(citation: Citation, documents: Documents | None, indent: str) -> list[str]:
    """Write the passage itself, if its document is there, or why it cannot be shown."""
    if documents is None or citation.source not in documents:
        return []
    try:
        note = documents.look(citation).note
        text = f"“{citation.passage(documents)}”" + (f" – {note}" if note else "")
    except DocumentError as error:
        text = str(error)
    return wrap(text, first=indent, rest=indent)


def citation_lines(citations: Iterable[Citation], documents: Documents | None = None) -> list[str]:
    """List citations; with documents, each with its passage."""
    lines = []
    for citation in citations:
        lines += [*wrap(citation.locator, rest=INDENT), *passage_lines(citation, documents, INDENT)]
    return lines


def reference_lines(references: Sequence[Reference]) -> list[str]:
    """List references, each in one line, to be pasted: the notes, and below a blank one the entries by letters."""
    entries = sorted({reference.entry for reference in references} - {""}, key=str.casefold)
    return [*dict.fromkeys(reference.text for reference in references), *([""] if entries else []), *entries]


def dispute_lines(dispute: Dispute) -> list[str]:
    """Write what is in dispute, as wide as the page."""
    return wrap_lines("\n".join(lines_of(dispute)))


def event_lines(events: Iterable[Event]) -> list[str]:
    """List events with date, title and id."""
    return dated_lines([(str(event.date or "undated"), f"{event.title} [{event.id}]") for event in events])


def dated_lines(rows: Sequence[tuple[str, str]], *, indent: str = "") -> list[str]:
    """Write rows of a date and what belongs to it, side by side; or, where a date is long, it stands above its own."""
    wide = max((columns(date) for date, _ in rows), default=0)
    if wide <= page_width() * _DATES:
        return table(rows, indent=indent)
    lines = []
    for date, group in groupby(rows, key=itemgetter(0)):
        lines += wrap(date, first=indent, rest=indent)
        for _, text in group:
            lines += wrap(text, first=indent + INDENT, rest=indent + INDENT * 2)
    return lines


def stretch_lines(held: Iterable[tuple[str, Stretch]], *, indent: str = "") -> list[str]:
    """List what held for a time, each with when, and by which passages."""
    rows = []
    for text, stretch in held:
        marked = " and ".join(note.attribute for note in stretch.editorial)
        cited = "; ".join(citation.place for citation in stretch.citations)
        more = "; ".join(filter(None, (f"{marked} editorial" if marked else "", cited)))
        rows.append((from_until(stretch), f"{text}{f' ({more})' if more else ''}"))
    return dated_lines(rows, indent=indent)


def held_by(person: Person, stretch: Stretch) -> str:
    """Say who held what."""
    return f"{person.name}: {stretch}"


def link_lines(link: Link) -> list[str]:
    """Write what led to what, by which passages, and how the editors read these."""
    indent = INDENT * (link.depth - 1)
    lines = wrap(f"{link.cause.title} → {link.effect.title}", first=indent, rest=indent + INDENT)
    for statement in link.statements:
        lines += statement_lines(statement, indent=indent + INDENT)
    return lines


def record_lines(record: Record) -> list[str]:
    """Write a record's name, what sort of thing it is, when it was, and its id; of a statement or dispute all of it."""
    if isinstance(record, Statement):
        return list(statement_lines(record))
    if isinstance(record, Dispute):
        return dispute_lines(record)
    when = f", {record.date}" if isinstance(record, Event) and record.date else ""
    return wrap(f"{record.label} ({kind_of(record)}{when}) [{record.id}]", rest=INDENT)


def cut(found: Collection[_T], most: int = MOST) -> tuple[Iterator[_T], list[str]]:
    """Take the first of what was found, and the line that says how many more there are."""
    left = len(found) - most
    return islice(found, most), [f"… and {left:,} more"] if left > 0 else []
