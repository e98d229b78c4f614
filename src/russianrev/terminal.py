"""Pages of plain text about one thing, and the tour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from russianrev.dataset import Dataset
from russianrev.dates import Precision
from russianrev.errors import DocumentError
from russianrev.queries.passages import Documents
from russianrev.queries.timeline import Timeline
from russianrev.records.model import (
    Body,
    Citation,
    Dispute,
    Event,
    Findable,
    Name,
    Party,
    Person,
    Place,
    Source,
    Statement,
    Stretch,
    Thing,
    Work,
    stretches_of,
)
from russianrev.text import columns, counted, table, wrap, wrap_lines

_INDENT = "  "
_Told = list[tuple[Source, tuple[Statement, ...]]]


def page(dataset: Dataset, thing: Findable, documents: Documents | None = None) -> str:
    """All that a data set knows of a thing; with documents, the passages themselves under the statements."""
    lines = [*wrap(thing.label), "=" * min(columns(thing.label), 80)]
    lines += table(_facts(thing))
    if isinstance(thing, Event):
        told = [(account.source, account.statements) for account in dataset.accounts(thing)]
        lines += _participants(thing)
        lines += _section("What led to it", *wrap_lines(str(dataset.causes(thing, depth=1))))
        lines += _section("What it led to", *wrap_lines(str(dataset.consequences(thing, depth=1))))
        parts = Timeline(thing.parts, dataset.find)
        lines += _section("Its parts", str(parts))
    else:
        told = _by_source(dataset.statements_about(thing))
        if isinstance(thing, Thing):
            lines += _held(thing)
        if isinstance(thing, Party):
            lines += _section("Splits and mergers", *(line for d in thing.lineage() for line in wrap_lines(f"  {d}")))
        if isinstance(thing, Body | Party):
            rows = [
                (_when(tenure), f"{person.name}: {tenure}{_marks(tenure)}") for person, tenure in dataset.tenures(thing)
            ]
            lines += _section("Who held office or belonged to it", *table(rows, indent=_INDENT))
        if isinstance(thing, Person | Party | Body | Place):
            lines += _section("Events", str(Timeline(thing.events, dataset.find)))
    if isinstance(thing, Thing):
        lines += _section("Names", *table([(name.text, _name(name)) for name in thing.names], indent=_INDENT))
    lines += _section("What each source says", *_told(told, documents))
    return "\n".join([*lines, *_disputes(dataset.disputes(thing))])


def tour(dataset: Dataset, documents: Documents | None = None) -> str:
    """What is in a data set, document by document; a stretch of its timeline; and one event in full.

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
    told = max(days or dated, key=lambda event: (len(dataset.accounts(event)), len(dataset.statements_about(event))))
    around = dated.index(told)
    stretch = Timeline(dated[max(around - 5, 0) : around + 6], dataset.find)
    lines += _section(
        "A stretch of the timeline (before 14 February 1918: Old Style, New Style in brackets)", str(stretch)
    )
    lines += ["", f"One event: russianrev show {told.id}", "", page(dataset, told, documents)]
    return "\n".join(lines)


def citation_lines(citations: Iterable[Citation], documents: Documents | None = None) -> list[str]:
    """Citations as a list; with documents, each with its passage."""
    lines = []
    for citation in citations:
        lines += [*wrap(citation.locator), *_passage(citation, documents, _INDENT)]
    return lines


def _section(title: str, *lines: str) -> list[str]:
    """A titled section, or nothing if it would be empty."""
    body = "\n".join(lines)
    return ["", *wrap(title), "-" * min(columns(title), 80), body] if body else []


def _facts(thing: Findable) -> list[tuple[str, str]]:
    """What a record's own fields say of it, each with a label; editorial ones are marked."""
    rows: list[tuple[str, object]] = [("id", thing.id), ("kind", _kind(thing))]
    match thing:
        case Event():
            rows += [
                ("date", thing.date),
                ("places", ", ".join(place.name_on(thing.date) for place in thing.places)),
                ("part of", thing.part_of),
            ]
            rows += [("summary", thing.summary)]
        case Person():
            rows += [("birth", thing.birth), ("death", thing.death)]
        case Party():
            rows += [("founded", thing.founded), ("dissolved", thing.dissolved), ("split from", thing.split_from)]
            rows += [("merged into", thing.merged_into), ("position", thing.position)]
        case Place():
            point = thing.coordinates
            rows += [("within", thing.within), ("coordinates", point and f"{point.latitude}, {point.longitude}")]
        case Work():
            rows += [("authors", ", ".join(author.name for author in thing.authors)), ("date", thing.date)]
        case Source():
            rows += [("authors", ", ".join(author.name for author in thing.authors)), ("container", thing.container)]
            rows += [("publisher", thing.publisher), ("date", thing.date), ("work", thing.work)]
            rows += [("language", thing.language), ("note", thing.note)]
        case _:
            rows += [("part of", getattr(thing, "part_of", None))]
    editorial = {note.attribute.replace("_", " ") for note in thing.editorial}
    return [(label, f"{value}{' (editorial)' if label in editorial else ''}") for label, value in rows if value]


def _kind(thing: Findable) -> str:
    cls = type(thing).__name__.lower()
    kind = getattr(thing, "kind", None)
    return f"{cls}: {kind}" if kind else cls


def _participants(event: Event) -> list[str]:
    rows = [(participant.who.name, str(participant.role)) for participant in event.participants]
    return _section("Who took part", *table(rows, indent=_INDENT))


def _held(thing: Thing) -> list[str]:
    """What held of a thing for a time: a person's offices, parties and confinement, a country's capitals."""
    stretches = [stretch for held in stretches_of(thing).values() for stretch in held]
    rows = [(_when(stretch), f"{stretch}{_marks(stretch)}") for stretch in stretches]
    return _section(
        "Offices, parties, confinement" if isinstance(thing, Person) else "Capitals", *table(rows, indent=_INDENT)
    )


def _when(stretch: Stretch) -> str:
    return f"{stretch.start or '?'} – {stretch.end or ''}".rstrip()


def _marks(stretch: Stretch) -> str:
    """Which of its attributes are editorial."""
    marked = " and ".join(note.attribute for note in stretch.editorial)
    return f" ({marked} editorial)" if marked else ""


def _name(name: Name) -> str:
    details = [name.language, str(name.kind), *(source.id for source in name.sources)]
    return ", ".join([*details, str(name.date)] if name.date else details)


def _by_source(statements: tuple[Statement, ...]) -> _Told:
    sources = dict.fromkeys(statement.source for statement in statements)
    return [(source, tuple(s for s in statements if s.source == source)) for source in sources]


def _told(told: _Told, documents: Documents | None) -> Iterator[str]:
    for source, statements in told:
        yield from wrap(f"{source.title} ({source.id})")
        for statement in statements:
            yield from wrap(statement.text, first=_INDENT, rest=_INDENT)
            deeper = _INDENT * 2
            yield from wrap(f"— {statement.citation.locator}", first=deeper, rest=deeper)
            yield from _passage(statement.citation, documents, deeper)
            for reading in statement.readings:
                text = f"“{reading.printed}” is read as “{reading.read_as}” ({reading.certainty}): {reading.reason}"
                yield from wrap(text, first=deeper, rest=deeper)


def _passage(citation: Citation, documents: Documents | None, indent: str) -> list[str]:
    if documents is None or citation.source not in documents:
        return []
    try:
        text = f"“{citation.passage(documents)}”"
    except DocumentError as error:
        text = str(error)
    return wrap(text, first=indent, rest=indent)


def _disputes(disputes: Iterable[Dispute]) -> list[str]:
    return _section("Disputes (* what the editors take)", *wrap_lines("\n".join(map(str, disputes))))
