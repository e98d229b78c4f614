"""The pages of records: each a card with what the data say of the thing, what each source says, and the disputes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from russianrev.facts import Facts, authority_for, facts_of, kind_of
from russianrev.html.fragment import Page, page
from russianrev.html.tree import Child, element, facts, joined, listed, section, table
from russianrev.html.values import (
    Passages,
    accounts,
    asserted,
    cited,
    date_rows,
    dispute_parts,
    disputes,
    events_table,
    fact_rows,
    folded,
    label,
    label_if,
    labels,
    language,
    mark,
    printed,
    readings,
    when,
    words,
    written,
)
from russianrev.queries.answers import Link
from russianrev.records.base import Record
from russianrev.records.model import (
    Confinement,
    Dispute,
    Event,
    Membership,
    Name,
    Named,
    Person,
    Place,
    Relation,
    Source,
    Statement,
    Stretch,
    Tenure,
    Thing,
    Titled,
)
from russianrev.text import counted

_HELD_AS: dict[type[Stretch], str] = {Tenure: "office", Membership: "member", Confinement: "confinement"}
_TITLES_IN = ("ru", "zh", "vi")  # the languages of the country and of the documents


@page(Record)
def _unknown(record: Record, passages: Passages) -> Page:
    raise TypeError(f"no page for {type(record).__name__}")


# Things.


@page(Thing)
def _thing(thing: Thing, passages: Passages) -> Page:
    known = facts_of(thing)
    parts: list[Child] = [_show_titles(thing)]
    if isinstance(thing, Event) and thing.summary:
        parts.append(element("p", element("bdi", thing.summary)))
    # The summary has just been shown.
    rows = [row for fact in known.own if fact.attribute != "summary" for row in fact_rows(fact)]
    parts.append(facts(words(kind_of(thing)).capitalize(), [*rows, ("Id", element("code", thing.id))]))
    parts += _make_sections(thing, known, passages)
    return label(thing), [
        *parts,
        accounts(known.accounts, passages),
        disputes(known.disputes, passages),
        _show_names(known),
    ]


def _show_titles(thing: Thing) -> Element | None:
    """Show what a thing is called in the languages of the country and of the documents, where that is known."""
    names = ((tag, thing.title_in(tag) if isinstance(thing, Titled) else _find_name(thing, tag)) for tag in _TITLES_IN)
    line = joined((element("bdi", text, lang=tag) for tag, text in names if text != thing.label), " · ")
    return element("p", line) if line is not None else None


def _find_name(thing: Thing, tag: str) -> str:
    return thing.name_in(tag) if isinstance(thing, Named) else thing.label


def _make_sections(thing: Thing, known: Facts, passages: Passages) -> Iterator[Child]:
    """Show what only things of some classes have; a section of which nothing is known is left out."""
    yield section(4, "Who took part", _show_participants(thing, known))
    causes = [(link.cause, link) for link in known.causes]
    yield section(4, "What led to it", _show_links(causes, passages))
    consequences = [(link.effect, link) for link in known.consequences]
    yield section(4, "What it led to", _show_links(consequences, passages))
    yield section(4, "Its parts", events_table("The events that are part of it", known.parts))
    if isinstance(thing, Person):
        yield section(4, "Life", _show_life(known.held, passages))
    else:
        yield section(4, "Capitals", _show_capitals(known.held, passages))
    yield section(4, "Splits and mergers", listed(element("li", str(step)) for step in known.lineage))
    yield section(4, "People", _show_people(known, passages))
    who = None if isinstance(thing, Place) else thing
    caption = "Events at it" if who is None else "Events and the part taken in them"
    yield section(4, "Events", events_table(caption, known.events, who))


def _show_participants(thing: Thing, known: Facts) -> Element | None:
    by_role: dict[str, list[Record]] = {}
    for participant in known.participants:
        by_role.setdefault(words(participant.role), []).append(participant.who)
    caption = element("span", "Participants by role", mark(authority_for(thing, "participants")))
    return table(caption, ("Role", "Who"), [(role, labels(who)) for role, who in by_role.items()])


def _show_links(found: Iterable[tuple[Event, Link]], passages: Passages) -> Element | None:
    """List the events to which statements tie an event as its causes, or as what it led to; with those statements."""
    rows = [(label(event), when(event), asserted(link.statements, passages)) for event, link in found]
    return table("As documents assert it", ("Event", "Date", "Sources"), rows)


def _show_life(held: Iterable[Stretch], passages: Passages) -> Element | None:
    rows = [
        (element("bdi", str(stretch)), _HELD_AS[type(stretch)], *_show_times(stretch, passages)) for stretch in held
    ]
    return table("Offices, parties and confinement", ("What", "As", "From", "Until", "Sources"), rows)


def _show_times(stretch: Stretch, passages: Passages) -> list[Child]:
    """Make the cells that say when it held, and by which passages; what is editorial is marked in short."""
    from_editors = {note.attribute for note in stretch.editorial}
    cells: list[Child] = [
        element("span", written(date), element("small", " (editorial)") if attribute in from_editors else None)
        for attribute, date in (("start", stretch.start), ("end", stretch.end))
    ]
    return [*cells, folded(stretch.citations, passages)]


def _show_capitals(held: Iterable[Stretch], passages: Passages) -> Element | None:
    rows = [(element("bdi", str(capital)), *_show_times(capital, passages)) for capital in held]
    return table("The city, and when it was the capital", ("City", "From", "Until", "Sources"), rows)


def _show_people(known: Facts, passages: Passages) -> Element | None:
    rows = [
        (label(person), stretch.office if isinstance(stretch, Tenure) else "member", *_show_times(stretch, passages))
        for person, stretch in known.people
    ]
    return table("Who held office or belonged to it", ("Person", "As", "From", "Until", "Sources"), rows)


def _show_names(known: Facts) -> Element | None:
    rows = [
        (name_text(name), language(name.language), words(name.kind), _list_sources(name), written(name.date))
        for name in known.names
    ]
    made = table("Names and spellings", ("Name", "Language", "Kind", "Printed in", "In use"), rows)
    if made is None:
        return None
    return section(4, "Names", element("details", element("summary", counted(len(rows), "name")), made))


def name_text(name: Name) -> Element:
    """Show a name, in its language."""
    return element("bdi", name.text, lang=name.language)


def _list_sources(name: Name) -> str:
    return ", ".join(source.id for source in name.sources)


# Documents and what they say.


@page(Source)
def _source(source: Source, passages: Passages) -> Page:
    known = facts_of(source)
    rows = [
        *(row for fact in known.own for row in fact_rows(fact)),
        ("Length", f"{source.length:,} characters in {counted(len(source.paragraphs), 'paragraph')}"),
        ("Statements", f"{len(source.statements):,}"),
        ("SHA-256", element("code", source.sha256)),
        ("Id", element("code", source.id)),
    ]
    table_of_facts = facts(words(kind_of(source)).capitalize(), rows)
    return label(source), [table_of_facts, accounts(known.accounts, passages), disputes(known.disputes, passages)]


@page(Dispute)
def _dispute(dispute: Dispute, passages: Passages) -> Page:
    return label(dispute), dispute_parts(dispute, passages, "The values in dispute")


@page(Statement)
def _statement(statement: Statement, passages: Passages) -> Page:
    rows: list[tuple[str, Child]] = [
        ("Source", label(statement.source)),
        ("Whose view", label_if(statement.said_by)),
        ("Event", label_if(statement.event)),
        ("About", labels(statement.about)),
        *date_rows("Date", statement.date),
        ("Date as printed", printed(statement.date_printed, statement.source) if statement.date_printed else None),
        ("Figures", _show_figures(statement)),
        ("Relation", _show_relation(statement.relation)),
        ("Id", element("code", statement.id)),
    ]
    return label(statement), [
        facts("What it tells of", rows),
        section(4, "How it is read", *readings(statement)),
        section(4, "Citation", cited(statement.citation, passages)),
        disputes((d for d in statement.source.disputes if _weighs(d, statement)), passages),
    ]


def _weighs(dispute: Dispute, statement: Statement) -> bool:
    return any(statement in claim.statements for claim in dispute.values)


def _show_figures(statement: Statement) -> Element | None:
    figures = (
        element("span", f"{figure} ({figure.of}; printed “", printed(figure.printed, statement.source), "”)")
        for figure in statement.figures
    )
    return joined(figures, "; ")


def _show_relation(relation: Relation | None) -> Element | None:
    if relation is None:
        return None
    date = written(relation.date)
    when: list[Child] = [", ", date] if date is not None else []
    return element("span", label(relation.subject), f" {words(relation.predicate)} ", label(relation.object), *when)
