"""The whole data set as linked data: JSON-LD and, with the extra `rdf`, Turtle and a graph of rdflib.

What is said is said in schema.org's words and, where these differ, in those of CIDOC CRM as well. A record is named by
its id, as `urn:russianrev:petrograd`, and what belongs to it by a fragment, `urn:russianrev:lenin#offices-1`; there
are no blank nodes. Words of our own are `urn:russianrev:vocabulary:…`, and the graph says what they mean.

- A statement is a W3C Web Annotation: its body is the text, its target the passage, by paragraph and characters. PROV
  says from which document it is, and whose view it reports. A relation is an `rdf:Statement`: the document asserts it,
  the graph does not.
- A date is a time-span of CIDOC CRM and an entity of OWL-Time. A moment lies between `crm:P82a_begin_of_the_begin` and
  `crm:P82b_end_of_the_end`; a span lasts from the one to the other, and has the same days as `crm:P81a_…` and
  `crm:P81b_…`. These are Gregorian. `rdf:value` is EDTF level 1, `skos:notation` the date as the data files write it,
  and `rrv:calendar` says in which calendar it was given.
- A value that belongs to a record, such as a name, is numbered in its fragment as it is in the record.
- What an editor says has a `rrv:Editorial` with the kind of authority; what rests on statements is
  `prov:wasDerivedFrom` them.
- The node `urn:russianrev:vocabulary:dataset` has the title, the version, the licence and the sources.

`SHAPES`, the file `shapes.ttl`, are shapes in SHACL that every graph keeps.

What the formats cannot hold: the order of records, and of the authors, the places, the sources and the statements that
a record lists; whether a number was written as a whole one; what a data set works out by itself, such as an event's
parts. schema.org has no term for a date that is known to a decade or a season, so its dates are EDTF, not ISO 8601.
Rules: https://www.w3.org/TR/json-ld11/, https://www.w3.org/TR/annotation-model/, https://www.w3.org/TR/owl-time/,
https://www.w3.org/TR/prov-o/, https://www.w3.org/TR/vocab-org/, https://cidoc-crm.org/Version/version-7.1.3.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

from russianrev import vocabulary
from russianrev.dataset import Dataset
from russianrev.dates import Calendar, HistoricalDate, Precision
from russianrev.extras import needs
from russianrev.records.description import description_of
from russianrev.records.model import (
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
    Record,
    Skipped,
    Source,
    Statement,
    Tenure,
    Work,
)

if TYPE_CHECKING:
    import rdflib

_Node = dict[str, Any]

SHAPES = resources.files("russianrev.exports") / "shapes.ttl"
"""The file of shapes in SHACL that every graph keeps: `pyshacl.validate(graph, shacl_graph=SHAPES.read_text())`."""

# The words of the JSON-LD, each with its term; by what their values are.

_PREFIXES = {
    "rr": "urn:russianrev:",
    "rrv": "urn:russianrev:vocabulary:",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_PLAIN = ("", "")
_ENGLISH = ("@language", "en")
_LINK = ("@type", "@id")
_DAY = ("@type", "xsd:date")
_EDTF = ("@type", "edtf:EDTF")
_COUNT = ("@type", "xsd:nonNegativeInteger")
_NUMBER = ("@type", "xsd:decimal")

_TERMS: dict[tuple[str, str], dict[str, str]] = {
    _ENGLISH: {
        "label": "rdfs:label",
        "comment": "rdfs:comment",
        "name": "schema:name",
        "description": "schema:description",
        "note": "crm:P3_has_note",
    },
    _PLAIN: {
        "version": "schema:version",
        "citedAs": "dcterms:bibliographicCitation",
        "inLanguage": "schema:inLanguage",
        "sha256": "schema:sha256",
        "body": "oa:bodyValue",
        "selects": "rdf:value",
        "unit": "schema:unitText",
        "of": "schema:valueReference",
        "office": "schema:roleName",
        "text": "schema:text",
        "form": "rdf:value",
        "attribute": "rrv:attribute",
        "digest": "rrv:digest",
        "opening": "rrv:opening",
        "printed": "rrv:printed",
        "readAs": "rrv:readAs",
        "reason": "rrv:reason",
    },
    _LINK: {
        "creator": "schema:creator",
        "license": "schema:license",
        "rights": "dcterms:license",
        "citation": "schema:citation",
        "inScheme": "skos:inScheme",
        "kind": "crm:P2_has_type",
        "names": "crm:P1_is_identified_by",
        "derivedFrom": "prov:wasDerivedFrom",
        "attributedTo": "prov:wasAttributedTo",
        "primarySource": "prov:hadPrimarySource",
        "about": "schema:about",
        "isAbout": "crm:P129_is_about",
        "event": "schema:mainEntity",
        "timeSpan": "crm:P4_has_time-span",
        "temporal": "dcterms:temporal",
        "hasBeginning": "time:hasBeginning",
        "hasEnd": "time:hasEnd",
        "location": "schema:location",
        "tookPlaceAt": "crm:P7_took_place_at",
        "superEvent": "schema:superEvent",
        "formsPartOf": "crm:P9i_forms_part_of",
        "participants": "schema:participant",
        "hadParticipant": "crm:P11_had_participant",
        "role": "schema:roleName",
        "born": "crm:P98i_was_born",
        "died": "crm:P100i_died_in",
        "formed": "crm:P95i_was_formed_by",
        "dissolved": "crm:P99i_was_dissolved_by",
        "created": "crm:P94i_was_created_by",
        "hasMembership": "org:hasMembership",
        "organization": "org:organization",
        "parentOrganization": "schema:parentOrganization",
        "memberOf": "crm:P107i_is_current_or_former_member_of",
        "containedInPlace": "schema:containedInPlace",
        "fallsWithin": "crm:P89_falls_within",
        "point": "schema:geo",
        "author": "schema:author",
        "isPartOf": "schema:isPartOf",
        "publisher": "schema:publisher",
        "hasPart": "schema:hasPart",
        "target": "oa:hasTarget",
        "motivation": "oa:motivatedBy",
        "source": "oa:hasSource",
        "selector": "oa:hasSelector",
        "refinedBy": "oa:refinedBy",
        "subject": "rdf:subject",
        "predicate": "rdf:predicate",
        "object": "rdf:object",
        "authority": "rrv:authority",
        "asserts": "rrv:asserts",
        "calendar": "rrv:calendar",
        "capitals": "rrv:capital",
        "certainty": "rrv:certainty",
        "chosen": "rrv:chosen",
        "confinements": "rrv:confinement",
        "editorial": "rrv:editorial",
        "figures": "rrv:figure",
        "mergedInto": "rrv:mergedInto",
        "readings": "rrv:reading",
        "skipped": "rrv:skipped",
        "splitFrom": "rrv:splitFrom",
        "values": "rrv:claim",
    },
    _COUNT: {
        "position": "schema:position",
        "start": "oa:start",
        "end": "oa:end",
        "length": "rrv:length",
        "repeats": "rrv:repeats",
    },
    _NUMBER: {
        "value": "schema:value",
        "minValue": "schema:minValue",
        "maxValue": "schema:maxValue",
        "latitude": "schema:latitude",
        "longitude": "schema:longitude",
    },
    _DAY: {
        "begins": "crm:P82a_begin_of_the_begin",
        "ends": "crm:P82b_end_of_the_end",
        "lastsFrom": "crm:P81a_end_of_the_begin",
        "lastsTo": "crm:P81b_begin_of_the_end",
        "inXSDDate": "time:inXSDDate",
    },
    ("@type", "xsd:gYearMonth"): {"inXSDgYearMonth": "time:inXSDgYearMonth"},
    ("@type", "xsd:gYear"): {"inXSDgYear": "time:inXSDgYear"},
    _EDTF: {
        "when": "rdf:value",
        "startDate": "schema:startDate",
        "endDate": "schema:endDate",
        "birthDate": "schema:birthDate",
        "deathDate": "schema:deathDate",
        "foundingDate": "schema:foundingDate",
        "dissolutionDate": "schema:dissolutionDate",
        "datePublished": "schema:datePublished",
    },
    ("@type", "rrv:notation"): {"notation": "skos:notation"},
    ("@type", "geo:wktLiteral"): {"wkt": "geo:asWKT"},
    ("@type", "xsd:boolean"): {"approximate": "rrv:approximate"},
}

_CONTEXT: _Node = {
    **_PREFIXES,
    "id": "@id",
    "type": "@type",
    **{
        word: {"@id": term, key: value} if key else term
        for (key, value), terms in _TERMS.items()
        for word, term in terms.items()
    },
}

# What CIDOC CRM and others call the same.
_ALSO = {
    "name": "label",
    "description": "note",
    "license": "rights",
    "about": "isAbout",
    "location": "tookPlaceAt",
    "superEvent": "formsPartOf",
    "containedInPlace": "fallsWithin",
    "parentOrganization": "memberOf",
}

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

_OURS = {
    "approximate": "Whether a quantity is only about right.",
    "asserts": "The relation that a statement asserts.",
    "attribute": "The attribute that is disputed or editorial.",
    "authority": "The kind of authority that the editors have something from.",
    "calendar": "The calendar in which a date was given.",
    "capital": "What a country's capital was, and when.",
    "certainty": "How sure the editors are.",
    "chosen": "The value that the editors take.",
    "claim": "A value that a dispute weighs.",
    "confinement": "When a person was confined, how and where.",
    "digest": "The first 16 hexadecimal digits of the SHA-256 of a passage in UTF-8.",
    "editorial": "What of a record is editorial.",
    "figure": "A quantity that a statement gives.",
    "length": "How many characters a document or a paragraph has.",
    "mergedInto": "The party that a party merged into.",
    "notation": "A date as the data files write it: EDTF, with OS for the Julian calendar and a time of day.",
    "opening": "The first words of a passage.",
    "printed": "What a document prints: a date, a quantity or a misprint.",
    "readAs": "What a misprint or a slip should be.",
    "reading": "How the editors read a misprint or a slip.",
    "reason": "Why the editors take a value or a reading.",
    "repeats": "The number of the paragraph that a stretch repeats.",
    "skipped": "A stretch of a document that needs no statement.",
    "splitFrom": "The party that a party split from.",
}

_CALENDARS = {Calendar.GREGORIAN: "wd:Q1985727", Calendar.JULIAN: "wd:Q1985786"}  # proleptic, as Wikidata's dates are

# An attribute that is a date: what happened then, as CIDOC CRM has it, and the date for schema.org.
_OCCASIONS = {
    "birth": ("born", "crm:E67_Birth", "birthDate"),
    "death": ("died", "crm:E69_Death", "deathDate"),
    "founded": ("formed", "crm:E66_Formation", "foundingDate"),
    "dissolved": ("dissolved", "crm:E68_Dissolution", "dissolutionDate"),
    "date": ("created", "crm:E65_Creation", "datePublished"),
}

# The form in which OWL-Time has a moment that is one unit of the Gregorian calendar.
_POSITIONS = {Precision.DAY: "inXSDDate", Precision.MONTH: "inXSDgYearMonth", Precision.YEAR: "inXSDgYear"}

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?", re.IGNORECASE | re.ASCII)


def export(dataset: Dataset, form: Literal["json-ld", "turtle"]) -> str:
    """A data set as text. Raises `MissingExtraError` for Turtle without the extra `rdf`.

    >>> import russianrev as rr
    >>> document = json.loads(export(rr.according_to("boden-review"), "json-ld"))
    >>> nodes = {node["id"]: node for node in document["@graph"]}
    >>> nodes["rr:boden-review:2.1"]["body"]
    'The article is a review of the book From Lenin to Stalin.'
    """
    if form == "turtle":
        return graph(dataset).serialize(format="turtle")
    return json.dumps(_document(dataset), ensure_ascii=False, indent=1) + "\n"


def graph(dataset: Dataset) -> rdflib.Graph:
    """A data set as a graph of rdflib, to be asked in SPARQL or joined with others.

    Raises `MissingExtraError` without the extra `rdf`.

    >>> import russianrev as rr
    >>> made = graph(rr.according_to("boden-review"))
    >>> rows = made.query("select ?name { rr:victor-serge schema:name ?name }")
    >>> [str(row.name) for row in rows]
    ['Victor Serge']
    """
    made: rdflib.Graph = needs("rdf", "rdflib").Graph()
    needs("rdf", "rdflib.plugins.parsers.jsonld").to_rdf(_document(dataset), made)
    return made


def _document(dataset: Dataset) -> _Node:
    records = (record for each in dataset.records.values() for record in each)
    nodes = (*_own(dataset), *_words(), *map(_record, records))
    return {"@context": _CONTEXT, "@graph": list(nodes)}


def _node(id: str, *types: str, **values: Any) -> _Node:
    """A node with the values that are not empty, each under all the terms that it has."""
    values |= {also: values[word] for word, also in _ALSO.items() if word in values}
    return {
        "id": id,
        "type": types[0] if len(types) == 1 else list(types),
        **{k: v for k, v in values.items() if v not in (None, "", [])},
    }


def _iri(record: Record | None) -> str | None:
    return f"rr:{record.id}" if record else None


def _iris(records: Iterable[Record]) -> list[str]:
    return [f"rr:{record.id}" for record in records]


def _word(word: StrEnum | None) -> str | None:
    return f"rrv:{type(word).__name__}:{word}" if word else None


def _number(value: float | None) -> str | None:
    """A decimal with a point, as all who write Turtle write it."""
    if value is None:
        return None
    text = f"{Decimal(str(value)):f}"
    return text if "." in text else f"{text}.0"


# The data set itself and the words.


def _own(dataset: Dataset) -> Iterator[_Node]:
    about = dataset.about
    whose = {"name": about.title, "version": about.version, "license": about.licence_url} if about else {}
    sources = _iris(dataset.sources)
    yield _node("rrv:dataset", "schema:Dataset", "dcat:Dataset", creator="rrv:editors", citation=sources, **whose)
    yield _node("rrv:editors", "schema:Organization", "prov:Agent", name=about.creator if about else "The editors")


def _words() -> Iterator[_Node]:
    for cls in (Capital, Claim, Confinement, Dispute, Editorial, Skipped):
        comment = (cls.__doc__ or "").partition("\n")[0]
        yield _node(f"rrv:{cls.__name__}", "rdfs:Class", label=cls.__name__.lower(), comment=comment)
    for word, comment in _OURS.items():
        kind = "rdfs:Datatype" if word == "notation" else "rdf:Property"
        yield _node(f"rrv:{word}", kind, label=re.sub("([A-Z])", r" \1", word).lower(), comment=comment)
    for calendar, iri in _CALENDARS.items():
        yield _node(iri, "time:TRS", label=f"proleptic {calendar.capitalize()} calendar")
    for each in vars(vocabulary).values():
        if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum:
            yield _node(f"rrv:{each.__name__}", "skos:ConceptScheme", label=each.__name__, comment=each.__doc__)
            types = ("rdf:Property",) if each is vocabulary.Predicate else ("skos:Concept", "crm:E55_Type")
            for word in each:
                yield _node(f"{_word(word)}", *types, label=word.replace("-", " "), inScheme=f"rrv:{each.__name__}")


# Dates.


def _date(id: str, date: HistoricalDate | None) -> _Node | None:
    """A date as a node `id`."""
    if date is None:
        return None
    begins, ends = (day.isoformat() if day else None for day in (date.start, date.end))
    held: _Node
    if date.is_span:
        kind = "time:Interval"
        bounds = {"hasBeginning": begins, "hasEnd": ends}
        instants = {k: _node(f"{id}-{k[3:].lower()}", "time:Instant", inXSDDate=v) for k, v in bounds.items() if v}
        held = {"lastsFrom": begins, "lastsTo": ends, **instants}
    else:
        kind = "time:Instant"
        day = date.iso.partition("T")[0]
        held = {_POSITIONS[date.precision]: day} if date.precision in _POSITIONS and "/" not in day else {}
    return _node(
        id,
        "crm:E52_Time-Span",
        kind,
        label=str(date),
        when=date.edtf,
        notation=date.notation,
        calendar=_CALENDARS[date.calendar],
        begins=begins,
        ends=ends,
        **held,
    )


def _occasions(record: Record) -> _Node:
    """What happened on the dates that a record holds, and these as schema.org has them."""
    made: _Node = {}
    for attribute, (word, kind, plain) in _OCCASIONS.items():
        if date := getattr(record, attribute, None):
            id = f"{_iri(record)}#{attribute}"
            made |= {word: _node(id, kind, timeSpan=_date(f"{id}-date", date)), plain: date.edtf}
    return made


# Records.


def _record(record: Record) -> _Node:
    kind = getattr(record, "kind", None)
    label = {} if isinstance(record, Statement) else {"name": record.label}
    occasions = {} if isinstance(record, Event | Statement) else _occasions(record)
    told: Callable[[Any], _Node] = _TOLD.get(type(record), lambda _: {})
    return _node(
        f"{_iri(record)}",
        *_TYPES[type(record)],
        **label,
        kind=_word(kind),
        author=_iris(getattr(record, "authors", ())),
        **occasions,
        names=_each(record, "names", _name),
        editorial=_editorial(f"{_iri(record)}#", getattr(record, "editorial", ())),
        **told(record),
    )


def _each(record: Record, attribute: str, node: Callable[[str, Any], _Node]) -> list[_Node]:
    """The values of an attribute, each a node named by its number."""
    values = getattr(record, attribute, ())
    return [node(f"{_iri(record)}#{attribute}-{number}", value) for number, value in enumerate(values, 1)]


def _editorial(prefix: str, notes: Iterable[Editorial]) -> list[_Node]:
    return [
        _node(
            f"{prefix}editorial-{note.attribute}",
            "rrv:Editorial",
            attribute=note.attribute,
            authority=_word(note.authority),
            attributedTo="rrv:editors",
        )
        for note in notes
    ]


def _name(id: str, name: Name) -> _Node:
    tag = {"@language": name.language.lower()} if _LANGUAGE_TAG.fullmatch(name.language) else {}
    return _node(
        id,
        "crm:E41_Appellation",
        form={"@value": name.text, **tag},
        inLanguage=name.language,
        kind=_word(name.kind),
        derivedFrom=_iris(name.sources),
        temporal=_date(f"{id}-date", name.date),
    )


def _event(event: Event) -> _Node:
    date = event.date
    if date and date.is_span:
        begins, ends = (None if end == ".." else end for end in date.edtf.split("/"))
    else:
        begins, ends = date.edtf if date else None, None
    return {
        "timeSpan": _date(f"rr:{event.id}#date", date),
        "startDate": begins,
        "endDate": ends,
        "location": _iris(event.places),
        "superEvent": _iri(event.part_of),
        "description": event.summary,
        "hadParticipant": list(dict.fromkeys(_iris(each.who for each in event.participants))),
        "participants": _each(event, "participants", _participant),
    }


def _participant(id: str, participant: Participant) -> _Node:
    return _node(id, "schema:Role", participants=_iri(participant.who), role=_word(participant.role))


def _person(person: Person) -> _Node:
    return {
        "hasMembership": [*_each(person, "memberships", _stretch), *_each(person, "offices", _stretch)],
        "confinements": _each(person, "confinements", _stretch),
    }


def _stretch(id: str, stretch: Any) -> _Node:
    """What held for a time: a membership, an office, a confinement, the time of a capital."""
    values = {name: getattr(stretch, name, None) for name in ("party", "body", "place", "city")}
    organization, place = (values["party"] or values["body"], values["place"] or values["city"])
    types = {Confinement: "rrv:Confinement", Capital: "rrv:Capital"}
    ends = {"hasBeginning": _date(f"{id}-start", stretch.start), "hasEnd": _date(f"{id}-end", stretch.end)}
    return _node(
        id,
        types.get(type(stretch), "org:Membership"),
        organization=_iri(organization),
        location=_iri(place),
        office=stretch.office if isinstance(stretch, Tenure) else None,
        kind=_word(getattr(stretch, "kind", None)),
        temporal=_node(f"{id}-time", "time:Interval", **ends) if any(ends.values()) else None,
        derivedFrom=_iris(stretch.statements),
        editorial=_editorial(f"{id}-", stretch.editorial),
    )


def _party(party: Party) -> _Node:
    return {
        "splitFrom": _iri(party.split_from),
        "mergedInto": _iri(party.merged_into),
        "description": party.position,
    }


def _place(place: Place) -> _Node:
    geometry = None
    if point := place.coordinates:
        latitude, longitude = _number(point.latitude), _number(point.longitude)
        wkt = f"POINT({longitude} {latitude})"
        types = ("schema:GeoCoordinates", "geo:Geometry")
        geometry = _node(f"rr:{place.id}#point", *types, latitude=latitude, longitude=longitude, wkt=wkt)
    return {"containedInPlace": _iri(place.within), "point": geometry, "capitals": _each(place, "capitals", _stretch)}


def _source(source: Source) -> _Node:
    container = _node(f"rr:{source.id}#container", "schema:CreativeWork", name=source.container)
    publisher = _node(f"rr:{source.id}#publisher", "schema:Organization", name=source.publisher)
    return {
        "citedAs": description_of(source),
        "inLanguage": source.language,
        "about": _iri(source.work),
        "isPartOf": container if source.container else None,
        "publisher": publisher if source.publisher else None,
        "description": source.note,
        "sha256": source.sha256,
        "length": source.length,
        "hasPart": _each(source, "paragraphs", _paragraph),
        "skipped": _each(source, "skipped", _skipped),
    }


def _paragraph(id: str, length: int) -> _Node:
    number = int(id.rpartition("-")[2])
    return _node(id, "crm:E33_Linguistic_Object", position=number, length=length)


def _skipped(id: str, skipped: Skipped) -> _Node:
    return _target(id, skipped.citation, "rrv:Skipped", kind=_word(skipped.reason), repeats=skipped.repeats)


def _statement(statement: Statement) -> _Node:
    id = f"rr:{statement.id}"
    said_by, relation = statement.said_by, statement.relation
    whose = {"primarySource" if isinstance(said_by, Work) else "attributedTo": _iri(said_by)}
    return {
        "motivation": "oa:describing",
        "body": statement.text,
        "target": _target(f"{id}#target", statement.citation),
        "derivedFrom": _iri(statement.source),
        "event": _iri(statement.event),
        "about": _iris(statement.about),
        **whose,
        "temporal": _date(f"{id}#date", statement.date),
        "printed": statement.date_printed,
        "figures": _each(statement, "figures", _figure),
        "asserts": relation
        and _node(
            f"{id}#relation",
            "rdf:Statement",
            subject=_iri(relation.subject),
            predicate=_word(relation.predicate),
            object=_iri(relation.object),
            temporal=_date(f"{id}#relation-date", relation.date),
        ),
        "readings": _each(statement, "readings", _reading),
    }


def _target(id: str, citation: Citation, *types: str, **values: Any) -> _Node:
    """A passage, as `Citation.web_annotation_target` has it."""
    characters = _node(f"{id}-characters", "oa:TextPositionSelector", start=citation.start, end=citation.end)
    paragraph = f"paragraph={citation.paragraph}"
    return _node(
        id,
        "oa:SpecificResource",
        *types,
        source=_iri(citation.source),
        selector=_node(f"{id}-paragraph", "oa:FragmentSelector", selects=paragraph, refinedBy=characters),
        digest=citation.digest,
        opening=citation.opening,
        citedAs=citation.locator,
        **values,
    )


def _figure(id: str, figure: Figure) -> _Node:
    value, most = _number(figure.value), _number(figure.value_max)
    values = {"minValue": value, "maxValue": most} if most else {"value": value}
    more = {"approximate": True} if figure.approximate else {}
    texts = {"unit": figure.unit, "of": figure.of, "printed": figure.printed}
    return _node(id, "schema:QuantitativeValue", **values, **texts, **more)


def _reading(id: str, reading: Reading) -> _Node:
    certainty = _word(reading.certainty)
    texts = {"printed": reading.printed, "readAs": reading.read_as, "reason": reading.reason}
    return _node(id, "schema:CorrectionComment", **texts, certainty=certainty)


def _dispute(dispute: Dispute) -> _Node:
    claims = _each(dispute, "values", _claim)
    return {
        "about": _iri(dispute.thing),
        "attribute": dispute.attribute,
        "values": claims,
        "chosen": [claim["id"] for claim in claims if dispute.chosen and claim.get("text") == dispute.chosen],
        "reason": dispute.reason,
        "certainty": _word(dispute.certainty),
    }


def _claim(id: str, claim: Claim) -> _Node:
    authority = _word(claim.authority)
    return _node(id, "rrv:Claim", text=claim.value, derivedFrom=_iris(claim.statements), authority=authority)


_TOLD: dict[type[Record], Callable[[Any], _Node]] = {
    Source: _source,
    Event: _event,
    Person: _person,
    Party: _party,
    Body: lambda body: {"parentOrganization": _iri(body.part_of)},
    Place: _place,
    Statement: _statement,
    Dispute: _dispute,
}
