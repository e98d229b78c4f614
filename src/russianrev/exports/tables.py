"""The data set as related tables: every record and value a row, so that nothing is lost and all can be joined.

The tables are those of `russianrev.exports.schema`. The whole data set can be made again from their rows. What it works
out by itself is not in them, since a join gives it: an event's parts, a body's people. A text that is empty is null,
and a number is of double precision.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from attrs import frozen

from russianrev.dates import HistoricalDate
from russianrev.exports.schema import SCHEMAS, Column, Link, Schema, date_columns
from russianrev.queries.corpus import Corpus
from russianrev.queries.timeline import Timeline
from russianrev.records.model import (
    Body,
    Capital,
    Citation,
    Claim,
    Confinement,
    Dispute,
    Event,
    Figure,
    Idea,
    Membership,
    Name,
    Participant,
    Party,
    Person,
    Place,
    Reading,
    Record,
    Skipped,
    Source,
    Statement,
    Stretch,
    Tenure,
    Thing,
    Work,
    stretches_of,
)

Cell: TypeAlias = str | int | float | bool | datetime.date | None
Row: TypeAlias = dict[str, Cell]


@frozen
class Table:
    """Rows, each a dict with every column of the schema, in its order."""

    schema: Schema
    rows: list[Row]

    @property
    def name(self) -> str:
        """The name of the table."""
        return self.schema.name

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        return self.schema.columns

    def cells(self, column: str) -> list[Cell]:
        """The cells of a column, row by row.

        >>> import russianrev as rr
        >>> table_of([rr.places["kazan"], rr.places["petrograd"]]).cells("name")
        ['Kazan', 'Petrograd']
        """
        return [row[column] for row in self.rows]


def tables(dataset: Corpus) -> dict[str, Table]:
    """The whole of a data set, by the name of the table, in the order of the schemas.

    >>> import russianrev as rr
    >>> notes = rr.according_to("figes-notes")
    >>> len(tables(notes)["events"].rows) == len(notes.events)
    True
    """
    return {name: Table(schema, list(_ROWS[name](dataset))) for name, schema in SCHEMAS.items()}


def table_of(records: Iterable[Record]) -> Table:
    """The table of these records, which are of one kind; of none, unless it is a timeline, a table without columns.

    Raises `TypeError` if they are of several kinds.

    >>> import russianrev as rr
    >>> table_of(rr.between("1934-12")).rows[0]["date_old_style"]
    '18 November 1934 (O.S.)'
    """
    each = list(records)
    kinds: set[type[Record]] = {type(record) for record in each}
    if len(kinds) > 1:
        named = ", ".join(sorted(kind.__name__ for kind in kinds))
        raise TypeError(f"a table has records of one kind, not {named}; make one of each")
    if not kinds and isinstance(records, Timeline):
        kinds = {Event}
    if not kinds:
        return Table(Schema("", "", (), ()), [])
    name, row = _ROW_OF_RECORD[kinds.pop()]
    return Table(SCHEMAS[name], [row(record) for record in each])


def description_of(source: Source) -> str:
    """A source in a line: who, what, where, when.

    >>> import russianrev as rr
    >>> description_of(rr.sources["boden-review"])
    'Eric Boden, The Twilight of Bolshevism, Socialist Standard, no. 397, September 1937'
    """
    authors = [author.name for author in source.authors]
    return ", ".join([*authors, *filter(None, (source.title, source.container, str(source.date or "")))])


# Cells.


def _date(prefix: str, date: HistoricalDate | None) -> Row:
    if date is None:
        return {column.name: None for column in date_columns(prefix, "")}
    return {
        f"{prefix}_notation": date.notation,
        f"{prefix}_start": date.start,
        f"{prefix}_end": date.end,
        f"{prefix}_precision": date.precision.value,
        f"{prefix}_calendar": date.calendar.value,
        f"{prefix}_edtf": date.edtf,
        f"{prefix}_old_style": date.old_style,
        f"{prefix}_new_style": date.new_style,
        f"{prefix}_approximate": date.approximate,
        f"{prefix}_uncertain": date.uncertain,
        f"{prefix}_time": date.time.notation if date.time else None,
    }


def _stretch(stretch: Stretch) -> Row:
    return {**_date("since", stretch.start), **_date("until", stretch.end)}


def _passage(citation: Citation) -> Row:
    return {
        "paragraph": citation.paragraph,
        "char_start": citation.start,
        "char_end": citation.end,
        "digest": citation.digest,
        "opening": citation.opening,
        "locator": citation.locator,
    }


def _id(record: Record | None) -> str | None:
    return record.id if record else None


def _table_name(record: Record) -> str:
    return _ROW_OF_RECORD[type(record)][0]


# A record, a row.


def _source(source: Source) -> Row:
    return {
        "id": source.id,
        "title": source.title,
        "kind": source.kind.value,
        "language": source.language or None,
        "work_id": _id(source.work),
        "container": source.container or None,
        "publisher": source.publisher or None,
        **_date("date", source.date),
        "note": source.note or None,
        "sha256": source.sha256,
        "length": source.length,
    }


def _statement(statement: Statement) -> Row:
    return {
        "id": statement.id,
        "source_id": statement.source.id,
        "number": statement.place[-1],
        "text": statement.text,
        **_passage(statement.citation),
        "event_id": _id(statement.event),
        "said_by_id": _id(statement.said_by),
        **_date("date", statement.date),
        "date_printed": statement.date_printed or None,
    }


def _event(event: Event) -> Row:
    return {
        "id": event.id,
        "title": event.title,
        "kind": event.kind.value,
        **_date("date", event.date),
        "part_of_id": _id(event.part_of),
        "summary": event.summary or None,
    }


def _person(person: Person) -> Row:
    return {
        "id": person.id,
        "name": person.name,
        **_date("birth", person.birth),
        **_date("death", person.death),
    }


def _party(party: Party) -> Row:
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind.value,
        **_date("founded", party.founded),
        **_date("dissolved", party.dissolved),
        "split_from_id": _id(party.split_from),
        "merged_into_id": _id(party.merged_into),
        "position": party.position or None,
    }


def _body(body: Body) -> Row:
    return {"id": body.id, "name": body.name, "kind": body.kind.value, "part_of_id": _id(body.part_of)}


def _place(place: Place) -> Row:
    point = place.coordinates
    return {
        "id": place.id,
        "name": place.name,
        "within_id": _id(place.within),
        "latitude": float(point.latitude) if point else None,
        "longitude": float(point.longitude) if point else None,
    }


def _work(work: Work) -> Row:
    return {"id": work.id, "title": work.title, "kind": work.kind.value, **_date("date", work.date)}


def _idea(idea: Idea) -> Row:
    return {"id": idea.id, "name": idea.name, "kind": idea.kind.value}


def _dispute(dispute: Dispute) -> Row:
    return {
        "id": dispute.id,
        "thing_id": dispute.thing.id,
        "attribute": dispute.attribute or None,
        "chosen": dispute.chosen or None,
        "reason": dispute.reason or None,
        "certainty": dispute.certainty.value,
    }


_ROW_OF_RECORD: dict[type[Record], tuple[str, Callable[[Any], Row]]] = {
    Source: ("sources", _source),
    Statement: ("statements", _statement),
    Event: ("events", _event),
    Person: ("persons", _person),
    Party: ("parties", _party),
    Body: ("bodies", _body),
    Place: ("places", _place),
    Work: ("works", _work),
    Idea: ("ideas", _idea),
    Dispute: ("disputes", _dispute),
}


# A value that belongs to a record, the rest of its row.


def _skipped(skipped: Skipped) -> Row:
    return {**_passage(skipped.citation), "reason": skipped.reason.value, "repeats": skipped.repeats}


def _figure(figure: Figure) -> Row:
    return {
        "value": float(figure.value),
        "value_max": None if figure.value_max is None else float(figure.value_max),
        "unit": figure.unit or None,
        "of": figure.of or None,
        "printed": figure.printed or None,
        "approximate": figure.approximate,
    }


def _reading(reading: Reading) -> Row:
    return {
        "printed": reading.printed or None,
        "read_as": reading.read_as or None,
        "reason": reading.reason or None,
        "certainty": reading.certainty.value,
    }


def _participant(participant: Participant) -> Row:
    return {"who_id": participant.who.id, "role": participant.role.value}


def _membership(membership: Membership) -> Row:
    return {"party_id": membership.party.id, **_stretch(membership)}


def _tenure(tenure: Tenure) -> Row:
    return {"office": tenure.office or None, "body_id": tenure.body.id, **_stretch(tenure)}


def _confinement(confinement: Confinement) -> Row:
    return {"kind": confinement.kind.value, "place_id": _id(confinement.place), **_stretch(confinement)}


def _capital(capital: Capital) -> Row:
    return {"city_id": capital.city.id, **_stretch(capital)}


def _name(name: Name) -> Row:
    return {
        "text": name.text or None,
        "language": name.language or None,
        "kind": name.kind.value,
        **_date("date", name.date),
    }


def _claim(claim: Claim) -> Row:
    return {"value": claim.value or None, "authority": claim.authority.value if claim.authority else None}


# Tables of what belongs to records. `owner` is the column with the record's id.


def _things(dataset: Corpus) -> tuple[Thing, ...]:
    return (
        *dataset.events,
        *dataset.persons,
        *dataset.parties,
        *dataset.bodies,
        *dataset.places,
        *dataset.works,
        *dataset.ideas,
    )


def _values(
    owner: str, records: Iterable[Record], attribute: str, row: Callable[[Any], Row], position: str = "position"
) -> Iterator[Row]:
    """The values of an attribute, a row each."""
    for record in records:
        for number, value in enumerate(getattr(record, attribute), 1):
            yield {owner: record.id, position: number, **row(value)}


def _references(owner: str, records: Iterable[Record], attribute: str, column: str) -> Iterator[Row]:
    """The records that an attribute lists, their ids in a column."""
    return _values(owner, records, attribute, lambda other: {column: other.id})


def _parts(owner: str, records: Iterable[Record], attribute: str, row: Callable[[Any], Row]) -> Iterator[Row]:
    """The values of an attribute, a row each, with an id."""
    for record in records:
        for position, (id, value) in enumerate(_identified(record, attribute), 1):
            yield {"id": id, owner: record.id, "position": position, **row(value)}


def _references_of_parts(
    owner: str, records: Iterable[Record], attribute: str, listed: str, column: str
) -> Iterator[Row]:
    """The records that the values of an attribute list in turn, their ids in a column."""
    for record in records:
        for id, value in _identified(record, attribute):
            for position, other in enumerate(getattr(value, listed), 1):
                yield {owner: id, "position": position, column: other.id}


def _identified(record: Record, attribute: str) -> Iterator[tuple[str, Any]]:
    """The values of an attribute, each with the id of its row."""
    for position, value in enumerate(getattr(record, attribute), 1):
        yield f"{record.id}/{attribute}/{position}", value


def _behind(owner: str, records: Iterable[Record], attribute: str) -> Iterator[Row]:
    return _references_of_parts(owner, records, attribute, "statements", "statement_id")


def _thing_rows(dataset: Corpus) -> Iterator[Row]:
    for thing in _things(dataset):
        yield {"id": thing.id, "table_name": _table_name(thing), "label": thing.label}


def _statement_things(dataset: Corpus) -> Iterator[Row]:
    for statement in dataset.statements:
        relation = statement.relation
        linked: dict[Link, tuple[Thing | None, ...]] = {
            Link.EVENT: (statement.event,),
            Link.ABOUT: statement.about,
            Link.SAID_BY: (statement.said_by,),
            Link.SUBJECT: (relation.subject if relation else None,),
            Link.OBJECT: (relation.object if relation else None,),
        }
        for link, things in linked.items():
            for position, thing in enumerate(filter(None, things), 1):
                yield {
                    "statement_id": statement.id,
                    "link": link.value,
                    "position": position,
                    "thing_id": thing.id,
                }


def _relations(dataset: Corpus) -> Iterator[Row]:
    for statement in dataset.statements:
        if relation := statement.relation:
            yield {
                "statement_id": statement.id,
                "subject_id": relation.subject.id,
                "predicate": relation.predicate.value,
                "object_id": relation.object.id,
                **_date("date", relation.date),
            }


def _editorial(dataset: Corpus) -> Iterator[Row]:
    for record in (*_things(dataset), *dataset.sources):
        holders = [(_table_name(record), record.id, record.editorial)]
        for attribute in stretches_of(record):
            holders += [(attribute, id, stretch.editorial) for id, stretch in _identified(record, attribute)]
        for table_name, id, notes in holders:
            for position, note in enumerate(notes, 1):
                yield {
                    "table_name": table_name,
                    "record_id": id,
                    "position": position,
                    "attribute": note.attribute,
                    "authority": note.authority.value,
                }


_ROWS: dict[str, Callable[[Corpus], Iterable[Row]]] = {
    "sources": lambda d: map(_source, d.sources),
    "source_authors": lambda d: _references("source_id", d.sources, "authors", "person_id"),
    "paragraphs": lambda d: _values("source_id", d.sources, "paragraphs", lambda n: {"length": n}, "paragraph"),
    "skipped": lambda d: _values("source_id", d.sources, "skipped", _skipped),
    "statements": lambda d: map(_statement, d.statements),
    "statement_things": _statement_things,
    "figures": lambda d: _values("statement_id", d.statements, "figures", _figure),
    "relations": _relations,
    "readings": lambda d: _values("statement_id", d.statements, "readings", _reading),
    "things": _thing_rows,
    "events": lambda d: map(_event, d.events),
    "participants": lambda d: _values("event_id", d.events, "participants", _participant),
    "event_places": lambda d: _references("event_id", d.events, "places", "place_id"),
    "persons": lambda d: map(_person, d.persons),
    "memberships": lambda d: _parts("person_id", d.persons, "memberships", _membership),
    "membership_statements": lambda d: _behind("membership_id", d.persons, "memberships"),
    "offices": lambda d: _parts("person_id", d.persons, "offices", _tenure),
    "office_statements": lambda d: _behind("office_id", d.persons, "offices"),
    "confinements": lambda d: _parts("person_id", d.persons, "confinements", _confinement),
    "confinement_statements": lambda d: _behind("confinement_id", d.persons, "confinements"),
    "parties": lambda d: map(_party, d.parties),
    "bodies": lambda d: map(_body, d.bodies),
    "places": lambda d: map(_place, d.places),
    "capitals": lambda d: _parts("place_id", d.places, "capitals", _capital),
    "capital_statements": lambda d: _behind("capital_id", d.places, "capitals"),
    "works": lambda d: map(_work, d.works),
    "work_authors": lambda d: _references("work_id", d.works, "authors", "author_id"),
    "ideas": lambda d: map(_idea, d.ideas),
    "names": lambda d: _parts("thing_id", _things(d), "names", _name),
    "name_sources": lambda d: _references_of_parts("name_id", _things(d), "names", "sources", "source_id"),
    "disputes": lambda d: map(_dispute, d.disputes()),
    "claims": lambda d: _parts("dispute_id", d.disputes(), "values", _claim),
    "claim_statements": lambda d: _behind("claim_id", d.disputes(), "values"),
    "editorial": _editorial,
}
"""What makes the rows of each table."""
