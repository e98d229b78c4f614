"""Records as nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from russianrev.exports.rdf.geonames import GEONAMES
from russianrev.exports.rdf.nodes import (
    make_date,
    make_node,
    name_record,
    name_records,
    name_word,
    write_date,
    write_number,
)
from russianrev.exports.rdf.terms import EDITORS, RIGHTS, Node
from russianrev.records.base import Record
from russianrev.records.description import description_of
from russianrev.records.model import (
    Address,
    Body,
    Capital,
    Citation,
    Claim,
    Confinement,
    Dispute,
    Editorial,
    Event,
    Figure,
    Idea,
    Name,
    Participant,
    Party,
    Person,
    Place,
    Reading,
    Skipped,
    Source,
    Statement,
    Tenure,
    Thing,
    Work,
)

_TYPES: dict[type[Record], tuple[str, ...]] = {
    Source: ("schema:CreativeWork", "crm:E31_Document", "prov:Entity"),
    Event: ("schema:Event", "crm:E5_Event", "prov:Activity"),
    Person: ("schema:Person", "crm:E21_Person", "prov:Person"),
    Party: ("schema:PoliticalParty", "schema:Organization", "crm:E74_Group", "prov:Organization"),
    Body: ("schema:Organization", "crm:E74_Group", "prov:Organization"),
    Place: ("schema:Place", "crm:E53_Place"),
    Work: ("schema:CreativeWork", "crm:E73_Information_Object", "prov:Entity"),
    Idea: ("schema:DefinedTerm", "crm:E28_Conceptual_Object", "skos:Concept"),
    Statement: ("oa:Annotation", "crm:E89_Propositional_Object", "prov:Entity"),
    Dispute: ("rrv:Dispute", "crm:E89_Propositional_Object"),
}

# An attribute that is a date: what happened then, as CIDOC CRM has it, and the date for schema.org.
_OCCASIONS = {
    "birth": ("born", "crm:E67_Birth", "birthDate"),
    "death": ("died", "crm:E69_Death", "deathDate"),
    "founded": ("formed", "crm:E66_Formation", "foundingDate"),
    "dissolved": ("dissolved", "crm:E68_Dissolution", "dissolutionDate"),
    "date": ("created", "crm:E65_Creation", "datePublished"),
}

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?", re.IGNORECASE | re.ASCII)


def make_record(record: Record) -> Node:
    """Make the node of a record, with those of what belongs to it."""
    kind = getattr(record, "kind", None)
    label: Node = {} if isinstance(record, Statement) else {"name": record.label}
    if isinstance(record, Thing):
        label["label"] = _make_labels(record)
    occasions = {} if isinstance(record, Event | Statement) else _make_occasions(record)
    describe: Callable[[Any], Node] = _DESCRIBERS.get(type(record), lambda _: {})
    return make_node(
        f"{name_record(record)}",
        *_TYPES[type(record)],
        **label,
        kind=name_word(kind),
        author=name_records(getattr(record, "authors", ())),
        **occasions,
        names=_make_each(record, "names", _make_name),
        editorial=_make_editorial(f"{name_record(record)}#", getattr(record, "editorial", ())),
        **describe(record),
    )


def _make_labels(thing: Thing) -> list[Any]:
    """Make what a thing is called in each language in which it has a name."""
    tags = sorted({name.language.lower() for name in thing.names if _LANGUAGE_TAG.fullmatch(name.language)} - {"en"})
    return [thing.label, *({"@value": thing.label_in(tag), "@language": tag} for tag in tags)]


def _make_occasions(record: Record) -> Node:
    """Make nodes of what happened on the dates that a record holds, with these as schema.org has them."""
    made: Node = {}
    for attribute, (word, kind, plain) in _OCCASIONS.items():
        if date := getattr(record, attribute, None):
            id = f"{name_record(record)}#{attribute}"
            made |= {word: make_node(id, kind, timeSpan=make_date(f"{id}-date", date)), plain: write_date(date)}
    return made


def _make_each(record: Record, attribute: str, node: Callable[[str, Any], Node]) -> list[Node]:
    """Make a node of each value of an attribute, named by its number."""
    values = getattr(record, attribute, ())
    return [node(f"{name_record(record)}#{attribute}-{number}", value) for number, value in enumerate(values, 1)]


def _make_editorial(prefix: str, notes: Iterable[Editorial]) -> list[Node]:
    return [
        make_node(
            f"{prefix}editorial-{note.attribute}",
            "rrv:Editorial",
            attribute=note.attribute,
            authority=name_word(note.authority),
            attributedTo=EDITORS,
        )
        for note in notes
    ]


def _make_name(id: str, name: Name) -> Node:
    tag = {"@language": name.language.lower()} if _LANGUAGE_TAG.fullmatch(name.language) else {}
    return make_node(
        id,
        "crm:E41_Appellation",
        form={"@value": name.text, **tag},
        inLanguage=name.language,
        kind=name_word(name.kind),
        derivedFrom=name_records(name.sources),
        temporal=make_date(f"{id}-date", name.date),
    )


def _describe_event(event: Event) -> Node:
    date = event.date
    return {
        "timeSpan": make_date(f"rr:{event.id}#date", date),
        "startDate": date.start.isoformat() if date and date.start else None,
        "endDate": date.end.isoformat() if date and date.end else None,
        "location": name_records(event.places),
        "superEvent": name_record(event.part_of),
        "description": event.summary,
        "hadParticipant": list(dict.fromkeys(name_records(each.who for each in event.participants))),
        "participants": _make_each(event, "participants", _make_participant),
    }


def _make_participant(id: str, participant: Participant) -> Node:
    return make_node(id, "schema:Role", participants=name_record(participant.who), role=name_word(participant.role))


def _describe_person(person: Person) -> Node:
    return {
        "hasMembership": [
            *_make_each(person, "memberships", _make_stretch),
            *_make_each(person, "offices", _make_stretch),
        ],
        "confinements": _make_each(person, "confinements", _make_stretch),
    }


def _make_stretch(id: str, stretch: Any) -> Node:
    """Make a node of what held for a time: a membership, an office, a confinement, the time of a capital."""
    values = {name: getattr(stretch, name, None) for name in ("party", "body", "place", "city")}
    organization, place = (values["party"] or values["body"], values["place"] or values["city"])
    types = {Confinement: "rrv:Confinement", Capital: "rrv:Capital"}
    ends = {"hasBeginning": make_date(f"{id}-start", stretch.start), "hasEnd": make_date(f"{id}-end", stretch.end)}
    return make_node(
        id,
        types.get(type(stretch), "org:Membership"),
        organization=name_record(organization),
        location=name_record(place),
        office=stretch.office if isinstance(stretch, Tenure) else None,
        kind=name_word(getattr(stretch, "kind", None)),
        temporal=make_node(f"{id}-time", "time:Interval", **ends) if any(ends.values()) else None,
        derivedFrom=name_records(stretch.statements),
        editorial=_make_editorial(f"{id}-", stretch.editorial),
    )


def _describe_party(party: Party) -> Node:
    return {
        "splitFrom": name_record(party.split_from),
        "mergedInto": name_record(party.merged_into),
        "description": party.position,
    }


def _describe_place(place: Place) -> Node:
    geometry = None
    if point := place.coordinates:
        latitude, longitude = write_number(point.latitude), write_number(point.longitude)
        wkt = f"POINT({longitude} {latitude})"
        types = ("schema:GeoCoordinates", "geo:Geometry")
        geometry = make_node(f"rr:{place.id}#point", *types, latitude=latitude, longitude=longitude, wkt=wkt)
    known = GEONAMES.get(place.id) if place.owner and place.owner.about else None
    return {
        "exactMatch": f"https://sws.geonames.org/{known}/" if known else None,
        "containedInPlace": name_record(place.within),
        "point": geometry,
        "capitals": _make_each(place, "capitals", _make_stretch),
    }


def _describe_source(source: Source) -> Node:
    rights = source.rights
    made = {
        "container": ("schema:CreativeWork", source.container),
        "publisher": ("schema:Organization", source.publisher),
        "rights-holder": ("dcterms:Agent", rights.holder if rights else ""),
    }
    named = {word: make_node(f"rr:{source.id}#{word}", type, name=name) for word, (type, name) in made.items() if name}
    return {
        "citedAs": description_of(source),
        "inLanguage": source.language,
        "translator": name_records(source.translators),
        "isPartOf": [*filter(None, (name_record(source.work), named.get("container")))],
        "part": source.part,
        "publisher": named.get("publisher"),
        "about": name_record(source.about),
        "rights": RIGHTS.get(rights.status, name_word(rights.status)) if rights else None,
        "rightsHolder": named.get("rights-holder"),
        "copyrightNotice": rights.note if rights else None,
        "url": source.url,
        "addresses": _make_each(source, "addresses", _make_address),
        "description": source.note,
        "sha256": source.sha256,
        "length": source.length,
        "hasPart": _make_each(source, "paragraphs", _make_paragraph),
        "skipped": _make_each(source, "skipped", _make_skipped),
    }


def _make_address(id: str, address: Address) -> Node:
    opened = make_date(f"{id}-opened", address.opened)
    kind = name_word(address.holds)
    return make_node(id, "schema:WebPage", url=address.url, kind=kind, opened=opened, description=address.note)


def _make_paragraph(id: str, length: int) -> Node:
    number = int(id.rpartition("-")[2])
    return make_node(id, "crm:E33_Linguistic_Object", position=number, length=length)


def _make_skipped(id: str, skipped: Skipped) -> Node:
    return _make_target(id, skipped.citation, "rrv:Skipped", kind=name_word(skipped.reason), repeats=skipped.repeats)


def _describe_statement(statement: Statement) -> Node:
    id = f"rr:{statement.id}"
    said_by, relation = statement.said_by, statement.relation
    whose = {"primarySource" if isinstance(said_by, Work) else "attributedTo": name_record(said_by)}
    return {
        "motivation": "oa:describing",
        "body": statement.text,
        "target": _make_target(f"{id}#target", statement.citation),
        "derivedFrom": name_record(statement.source),
        "event": name_record(statement.event),
        "about": name_records(statement.about),
        **whose,
        "temporal": make_date(f"{id}#date", statement.date),
        "printed": statement.date_printed,
        "figures": _make_each(statement, "figures", _make_figure),
        "asserts": relation
        and make_node(
            f"{id}#relation",
            "rdf:Statement",
            subject=name_record(relation.subject),
            predicate=name_word(relation.predicate),
            object=name_record(relation.object),
            temporal=make_date(f"{id}#relation-date", relation.date),
        ),
        "readings": _make_each(statement, "readings", _make_reading),
    }


def _make_target(id: str, citation: Citation, *types: str, **values: Any) -> Node:
    """Make a node of a passage, as `Citation.web_annotation_target` has it."""
    characters = make_node(f"{id}-characters", "oa:TextPositionSelector", start=citation.start, end=citation.end)
    paragraph = f"paragraph={citation.paragraph}"
    return make_node(
        id,
        "oa:SpecificResource",
        *types,
        source=name_record(citation.source),
        selector=make_node(f"{id}-paragraph", "oa:FragmentSelector", selects=paragraph, refinedBy=characters),
        digest=citation.digest,
        opening=citation.opening,
        citedAs=citation.locator,
        url=citation.url,
        **values,
    )


def _make_figure(id: str, figure: Figure) -> Node:
    value, most = write_number(figure.value), write_number(figure.value_max)
    values = {"minValue": value, "maxValue": most} if most else {"value": value}
    more = {"approximate": True} if figure.approximate else {}
    texts = {"unit": figure.unit, "of": figure.of, "printed": figure.printed}
    return make_node(id, "schema:QuantitativeValue", **values, **texts, **more)


def _make_reading(id: str, reading: Reading) -> Node:
    certainty = name_word(reading.certainty)
    texts = {"printed": reading.printed, "readAs": reading.read_as, "reason": reading.reason}
    return make_node(id, "schema:CorrectionComment", **texts, certainty=certainty)


def _describe_dispute(dispute: Dispute) -> Node:
    claims = _make_each(dispute, "values", _make_claim)
    return {
        "about": name_record(dispute.thing),
        "attribute": dispute.attribute,
        "values": claims,
        "chosen": [claim["id"] for claim in claims if dispute.chosen and claim.get("text") == dispute.chosen],
        "reason": dispute.reason,
        "certainty": name_word(dispute.certainty),
    }


def _make_claim(id: str, claim: Claim) -> Node:
    authority = name_word(claim.authority)
    return make_node(id, "rrv:Claim", text=claim.value, derivedFrom=name_records(claim.statements), authority=authority)


_DESCRIBERS: dict[type[Record], Callable[[Any], Node]] = {
    Source: _describe_source,
    Event: _describe_event,
    Person: _describe_person,
    Party: _describe_party,
    Body: lambda body: {"parentOrganization": name_record(body.part_of)},
    Place: _describe_place,
    Statement: _describe_statement,
    Dispute: _describe_dispute,
}
"""What there is to say of one class of records alone."""
