"""The pages of records: each a card with what the data say of the thing, what each source says, and the disputes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from russianrev.html.tree import Child, element, facts, joined, listed, section, table
from russianrev.html.values import (
    Passages,
    cited,
    date_rows,
    dispute_parts,
    disputes,
    editorial,
    events_table,
    folded,
    label,
    label_if,
    labels,
    language,
    printed,
    readings,
    told,
    when,
    words,
    written,
)
from russianrev.records.model import (
    Body,
    Dispute,
    Event,
    Membership,
    Name,
    Named,
    Party,
    Person,
    Place,
    Record,
    Relation,
    Source,
    Statement,
    Stretch,
    Tenure,
    Thing,
    Titled,
    Work,
)
from russianrev.text import counted
from russianrev.vocabulary import Predicate

_TITLES_IN = ("ru", "zh", "vi")  # the languages of the country and of the documents

_Facts = list[tuple[str, Child]]


def card(record: Record, passages: Passages) -> list[Child]:
    """What is under the heading of any record."""
    match record:
        case Statement():
            return _statement(record, passages)
        case Dispute():
            return dispute_parts(record, passages, "The values in dispute")
        case Source():
            return _source(record, passages)
        case Thing():
            return _thing(record, passages)
        case _:
            raise TypeError(f"no page for {type(record).__name__}")


def kind_of(record: Record) -> str:
    """What sort of record it is: `event: strike`."""
    kind = getattr(record, "kind", None)
    name = type(record).__name__.lower()
    return f"{name}: {words(kind)}" if kind else name


# Things.


def _thing(thing: Thing, passages: Passages) -> list[Child]:
    parts: list[Child] = [_called(thing)]
    if isinstance(thing, Event):
        parts.append(element("p", element("bdi", thing.summary)) if thing.summary else None)
    parts.append(facts(kind_of(thing).capitalize(), _facts(thing)))
    parts += _sections(thing, passages)
    return [*parts, told(thing.statements, passages), disputes(thing.disputes, passages), _names(thing)]


def _called(thing: Thing) -> Element | None:
    """What a thing is called in the languages of the country and of the documents, where that is known."""
    names = ((tag, thing.title_in(tag) if isinstance(thing, Titled) else _name_in(thing, tag)) for tag in _TITLES_IN)
    line = joined((element("bdi", text, lang=tag) for tag, text in names if text != thing.label), " · ")
    return element("p", line) if line is not None else None


def _name_in(thing: Thing, tag: str) -> str:
    return thing.name_in(tag) if isinstance(thing, Named) else thing.label


def _facts(thing: Thing) -> _Facts:
    """What a thing's own fields say of it; what is editorial is marked."""

    def dated(title: str, attribute: str) -> _Facts:
        return date_rows(title, getattr(thing, attribute), editorial(thing.editorial, attribute))

    def marked(attribute: str, value: Child) -> Child:
        return None if value is None else element("span", value, editorial(thing.editorial, attribute))

    rows: _Facts = []
    match thing:
        case Event():
            places = joined(element("bdi", place.name_on(thing.date)) for place in thing.places)
            rows += [*dated("Date", "date"), ("Places", marked("places", places))]
            rows += [("Part of", marked("part_of", label_if(thing.part_of)))]
        case Person():
            rows += [*dated("Born", "birth"), *dated("Died", "death")]
        case Party():
            rows += [*dated("Founded", "founded"), *dated("Dissolved", "dissolved")]
            rows += [("Split from", marked("split_from", label_if(thing.split_from)))]
            rows += [("Merged into", marked("merged_into", label_if(thing.merged_into)))]
            rows += [("Stood for", marked("position", element("bdi", thing.position) if thing.position else None))]
        case Body():
            rows += [("Part of", marked("part_of", label_if(thing.part_of)))]
        case Place():
            point = thing.coordinates
            rows += [("Lies in", marked("within", label_if(thing.within)))]
            rows += [("Coordinates", marked("coordinates", f"{point.latitude}, {point.longitude}" if point else None))]
        case Work():
            rows += [("Authors", marked("authors", labels(thing.authors))), *dated("Date", "date")]
        case _:
            pass
    return [*rows, ("Id", element("code", thing.id))]


def _sections(thing: Thing, passages: Passages) -> Iterator[Child]:
    """What only things of one class have."""
    if isinstance(thing, Event):
        yield section(4, "Who took part", _participants(thing))
        yield section(4, "What led to it", _links(thing, passages, causes=True))
        yield section(4, "What it led to", _links(thing, passages, causes=False))
        yield section(4, "Its parts", events_table("The events that are part of it", thing.parts))
    if isinstance(thing, Person):
        yield section(4, "Life", _life(thing, passages))
    if isinstance(thing, Place):
        yield section(4, "Capitals", _capitals(thing, passages))
    if isinstance(thing, Party):
        yield section(4, "Splits and mergers", listed(element("li", str(step)) for step in thing.lineage()))
    if isinstance(thing, Party | Body):
        yield section(4, "People", _people(thing, passages))
    if isinstance(thing, Person | Party | Body | Place):
        who = None if isinstance(thing, Place) else thing
        caption = "Events at it" if who is None else "Events and the part taken in them"
        yield section(4, "Events", events_table(caption, thing.events, who))


def _participants(event: Event) -> Element | None:
    by_role: dict[str, list[Record]] = {}
    for participant in event.participants:
        by_role.setdefault(words(participant.role), []).append(participant.who)
    mark = editorial(event.editorial, "participants")
    caption = element("span", "Participants by role", mark)
    return table(caption, ("Role", "Who"), [(role, labels(who)) for role, who in by_role.items()])


def _links(event: Event, passages: Passages, *, causes: bool) -> Element | None:
    """The events to which statements tie an event as its causes, or as what it led to; with those statements."""
    said: dict[Event, list[Statement]] = {}
    for statement in event.statements:
        match statement.relation:
            case Relation(subject=Event() as cause, predicate=Predicate.LED_TO, object=Event() as effect):
                near, far = (effect, cause) if causes else (cause, effect)
                if near == event:
                    said.setdefault(far, []).append(statement)
    rows = [
        (label(far), when(far), folded([s.citation for s in statements], passages)) for far, statements in said.items()
    ]
    return table("As documents assert it", ("Event", "Date", "Sources"), rows)


def _life(person: Person, passages: Passages) -> Element | None:
    held: list[tuple[str, Stretch]] = [
        *(("office", each) for each in person.offices),
        *(("member", each) for each in person.memberships),
        *(("confinement", each) for each in person.confinements),
    ]
    held.sort(key=lambda pair: _begin(pair[1]))
    rows = [(element("bdi", str(stretch)), kind, *_times(stretch, passages)) for kind, stretch in held]
    return table("Offices, parties and confinement", ("What", "As", "From", "Until", "Sources"), rows)


def _begin(stretch: Stretch) -> tuple[bool, int]:
    """Orders stretches by their first day, those of unknown beginning last."""
    first = stretch.start.sort_key[0] if stretch.start else 0
    return stretch.start is None, first


def _times(stretch: Stretch, passages: Passages) -> list[Child]:
    """The cells that say when it held, and by which passages; what is editorial is marked in short."""
    from_editors = {note.attribute for note in stretch.editorial}
    cells: list[Child] = [
        element("span", written(date), element("small", " (editorial)") if attribute in from_editors else None)
        for attribute, date in (("start", stretch.start), ("end", stretch.end))
    ]
    return [*cells, folded(stretch.citations, passages)]


def _capitals(place: Place, passages: Passages) -> Element | None:
    rows = [(element("bdi", str(capital)), *_times(capital, passages)) for capital in place.capitals]
    return table("The city, and when it was the capital", ("City", "From", "Until", "Sources"), rows)


def _people(group: Party | Body, passages: Passages) -> Element | None:
    held: list[tuple[Person, Tenure | Membership]] = []
    for person in group.people:
        held += [(person, tenure) for tenure in person.offices if tenure.body == group]
        held += [(person, membership) for membership in person.memberships if membership.party == group]
    held.sort(key=lambda pair: _begin(pair[1]))
    rows = [
        (label(person), stretch.office if isinstance(stretch, Tenure) else "member", *_times(stretch, passages))
        for person, stretch in held
    ]
    return table("Who held office or belonged to it", ("Person", "As", "From", "Until", "Sources"), rows)


def _names(thing: Thing) -> Element | None:
    rows = [
        (name_text(name), language(name.language), words(name.kind), _printed_in(name), written(name.date))
        for name in thing.names
    ]
    made = table("Names and spellings", ("Name", "Language", "Kind", "Printed in", "In use"), rows)
    if made is None:
        return None
    return section(4, "Names", element("details", element("summary", counted(len(rows), "name")), made))


def name_text(name: Name) -> Element:
    """A name, in its language."""
    return element("bdi", name.text, lang=name.language)


def _printed_in(name: Name) -> str:
    return ", ".join(source.id for source in name.sources)


# Documents and what they say.


def _source(source: Source, passages: Passages) -> list[Child]:
    def marked(attribute: str, value: Child) -> Child:
        return None if value in (None, "") else element("span", value, editorial(source.editorial, attribute))

    rows: _Facts = [
        ("Authors", marked("authors", labels(source.authors))),
        ("In", marked("container", source.container)),
        ("Publisher", marked("publisher", source.publisher)),
        *date_rows("Date", source.date, editorial(source.editorial, "date")),
        ("Language", language(source.language)),
        ("Speaks of", marked("work", label_if(source.work))),
        ("Note", source.note),
        ("Length", f"{source.length:,} characters in {counted(len(source.paragraphs), 'paragraph')}"),
        ("Statements", f"{len(source.statements):,}"),
        ("SHA-256", element("code", source.sha256)),
        ("Id", element("code", source.id)),
    ]
    parts: list[Child] = [facts(kind_of(source).capitalize(), rows)]
    return [*parts, told(source.statements, passages), disputes(source.disputes, passages)]


def _statement(statement: Statement, passages: Passages) -> list[Child]:
    rows: _Facts = [
        ("Source", label(statement.source)),
        ("Whose view", label_if(statement.said_by)),
        ("Event", label_if(statement.event)),
        ("About", labels(statement.about)),
        *date_rows("Date", statement.date),
        ("Date as printed", printed(statement.date_printed, statement.source) if statement.date_printed else None),
        ("Figures", _figures(statement)),
        ("Relation", _relation(statement.relation)),
        ("Id", element("code", statement.id)),
    ]
    return [
        facts("What it tells of", rows),
        section(4, "How it is read", *readings(statement)),
        section(4, "Citation", cited(statement.citation, passages)),
        disputes((d for d in statement.source.disputes if _weighs(d, statement)), passages),
    ]


def _weighs(dispute: Dispute, statement: Statement) -> bool:
    return any(statement in claim.statements for claim in dispute.values)


def _figures(statement: Statement) -> Element | None:
    figures = (
        element("span", f"{figure} ({figure.of}; printed “", printed(figure.printed, statement.source), "”)")
        for figure in statement.figures
    )
    return joined(figures, "; ")


def _relation(relation: Relation | None) -> Element | None:
    if relation is None:
        return None
    date = written(relation.date)
    when: list[Child] = [", ", date] if date is not None else []
    return element("span", label(relation.subject), f" {words(relation.predicate)} ", label(relation.object), *when)
