"""The words of the JSON-LD, each with its term, and those of our own with what they mean."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from russianrev.dates import Calendar
from russianrev.vocabulary import RightsStatus

Node = dict[str, Any]
"""An object of JSON-LD."""

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

# By what their values are.
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
        "part": "schema:position",
        "copyrightNotice": "schema:copyrightNotice",
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
        "licence": "dcterms:license",
        "rights": "dcterms:rights",
        "rightsHolder": "dcterms:rightsHolder",
        "exactMatch": "skos:exactMatch",
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
        "translator": "schema:translator",
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
        "addresses": "rrv:address",
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
        "opened": "rrv:opened",
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
        "startDate": "schema:startDate",
        "endDate": "schema:endDate",
    },
    ("@type", "xsd:gYearMonth"): {"inXSDgYearMonth": "time:inXSDgYearMonth"},
    ("@type", "xsd:gYear"): {"inXSDgYear": "time:inXSDgYear"},
    _EDTF: {
        "when": "rdf:value",
        "birthDate": "schema:birthDate",
        "deathDate": "schema:deathDate",
        "foundingDate": "schema:foundingDate",
        "dissolutionDate": "schema:dissolutionDate",
        "datePublished": "schema:datePublished",
    },
    ("@type", "xsd:anyURI"): {"url": "schema:url"},
    ("@type", "rrv:notation"): {"notation": "skos:notation"},
    ("@type", "geo:wktLiteral"): {"wkt": "geo:asWKT"},
    ("@type", "xsd:boolean"): {"approximate": "rrv:approximate"},
}

DATASET, EDITORS = "rr:vocabulary:dataset", "rr:vocabulary:editors"
"""The data set itself, and who edits it."""

CONTEXT: Node = {
    **_PREFIXES,
    "id": "@id",
    "type": "@type",
    **{
        word: {"@id": term, key: value} if key else term
        for (key, value), terms in _TERMS.items()
        for word, term in terms.items()
    },
}

ALSO = {
    "name": "label",
    "description": "note",
    "license": "licence",
    "about": "isAbout",
    "location": "tookPlaceAt",
    "superEvent": "formsPartOf",
    "containedInPlace": "fallsWithin",
    "parentOrganization": "memberOf",
}
"""What CIDOC CRM and others call the same."""

OWN_TERMS = {
    "address": "Where a document is on the web.",
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
    "opened": "The day on which an editor saw what is at an address.",
    "opening": "The first words of a passage.",
    "printed": "What a document prints: a date, a quantity or a misprint.",
    "readAs": "What a misprint or a slip should be.",
    "reading": "How the editors read a misprint or a slip.",
    "reason": "Why the editors take a value or a reading.",
    "repeats": "The number of the paragraph that a stretch repeats.",
    "skipped": "A stretch of a document that needs no statement.",
    "splitFrom": "The party that a party split from.",
}

CALENDARS = {Calendar.GREGORIAN: "wd:Q1985727", Calendar.JULIAN: "wd:Q1985786"}  # proleptic, as Wikidata's dates are

RIGHTS: dict[StrEnum, str] = {
    RightsStatus.PUBLIC_DOMAIN: "http://creativecommons.org/publicdomain/mark/1.0/",
    RightsStatus.IN_COPYRIGHT: "http://rightsstatements.org/vocab/InC/1.0/",
    RightsStatus.UNDETERMINED: "http://rightsstatements.org/vocab/UND/1.0/",
}
"""What RightsStatements.org and Creative Commons call the same; free licences have each an address of its own."""
