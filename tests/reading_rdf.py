"""The data set as the triples of its graph tell it: `from reading_rdf import Triples, data_files, turtle`.

The triples are read by pyoxigraph, and by nothing that wrote them. What `data_files` makes of them is what the data
files have, so that whatever the graph lacks is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox
from factories import Tables

PREFIXES = {
    "rr": "urn:russianrev:",
    "rrv": "urn:russianrev:vocabulary:",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
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

CLASSES = {
    "source": "crm:E31_Document",
    "event": "schema:Event",
    "person": "schema:Person",
    "party": "schema:PoliticalParty",
    "body": "crm:E74_Group",
    "place": "schema:Place",
    "work": "crm:E73_Information_Object",
    "idea": "crm:E28_Conceptual_Object",
    "statement": "oa:Annotation",
    "dispute": "rrv:Dispute",
}
"""The class of each kind of record."""

RIGHTS = {
    "http://creativecommons.org/publicdomain/mark/1.0/": "public-domain",
    "http://rightsstatements.org/vocab/InC/1.0/": "in-copyright",
    "http://rightsstatements.org/vocab/UND/1.0/": "undetermined",
}

_DATES = {
    "birth": "crm:P98i_was_born",
    "death": "crm:P100i_died_in",
    "founded": "crm:P95i_was_formed_by",
    "dissolved": "crm:P99i_was_dissolved_by",
    "date": "crm:P94i_was_created_by",
}
_REFERENCES = {
    "part_of": ("schema:superEvent", "schema:parentOrganization"),
    "within": ("schema:containedInPlace",),
    "split_from": ("rrv:splitFrom",),
    "merged_into": ("rrv:mergedInto",),
    "event": ("schema:mainEntity",),
    "said_by": ("prov:wasAttributedTo", "prov:hadPrimarySource"),
}


def iri(curie: str) -> str:
    """The IRI that a prefix and a name stand for."""
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


def turtle(text: str) -> set[ox.Triple]:
    """The triples of a text in Turtle."""
    return {quad.triple for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)}


class Triples:
    """What the triples say, by subject and predicate; a record is its id, and what belongs to it `id#name`."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._objects: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self._subjects: dict[str, list[str]] = defaultdict(list)
        for triple in triples:
            assert isinstance(triple.subject, ox.NamedNode)
            assert isinstance(triple.object, ox.NamedNode | ox.Literal)
            self._objects[triple.subject.value][triple.predicate.value].append(triple.object)
            if triple.predicate.value == iri("rdf:type"):
                self._subjects[triple.object.value].append(triple.subject.value)

    def of_class(self, curie: str) -> list[str]:
        """The ids of what is of a class."""
        return sorted(subject.removeprefix(PREFIXES["rr"]) for subject in self._subjects[iri(curie)])

    def terms(self, id: str, *curies: str) -> list[Any]:
        """The objects of some predicates, as pyoxigraph has them."""
        return [term for curie in curies for term in self._objects[iri(f"rr:{id}")][iri(curie)]]

    def all(self, id: str, *curies: str) -> list[str]:
        """The objects of some predicates: ids and texts, those that are numbered by their number."""
        values = (term.value.removeprefix(PREFIXES["rr"]) for term in self.terms(id, *curies))
        return sorted(values, key=lambda value: (_number(value), value))

    def one(self, id: str, *curies: str) -> str | None:
        """The object of some predicates, of which there is no more than one."""
        values = self.all(id, *curies)
        assert len(values) < 2, (id, curies, values)
        return values[0] if values else None

    def word(self, id: str, curie: str) -> str | None:
        """The word of a list that is an object."""
        value = self.one(id, curie)
        return value.rpartition(":")[2] if value else None


def _number(value: str) -> int:
    _, _, number = value.rpartition("#")[2].rpartition("-")
    return int(number) if "#" in value and number.isascii() and number.isdigit() else 0


def data_files(g: Triples) -> Tables:
    """The records as the tables of data files, without what is empty or is as a field is when nothing is said."""
    ids = {kind: g.of_class(cls) for kind, cls in CLASSES.items()}
    ids["body"] = [id for id in ids["body"] if id not in ids["party"]]
    return {kind: [plain(_record(g, kind, id)) for id in each] for kind, each in ids.items()}


def plain(value: Any) -> Any:
    """A value of a data file, without what is empty or the default, references in order, numbers as decimals."""
    match value:
        case dict():
            table = {key: plain(each) for key, each in value.items()}
            defaults = {"role": "participant"} | ({"language": "en", "kind": "printed"} if "text" in table else {})
            kept = {k: v for k, v in table.items() if v not in (None, "", [], {}, False) or isinstance(v, float)}
            return {k: v for k, v in kept.items() if defaults.get(k) != v}
        case [str(), *_]:
            return sorted(value)
        case list():
            return [plain(each) for each in value]
        case bool() | str() | None:
            return value
        case _:
            return float(value)


def _record(g: Triples, kind: str, id: str) -> dict[str, Any]:
    label = {"statement": "oa:bodyValue"}.get(kind, "schema:name")
    field = {"statement": "text", "event": "title", "work": "title", "source": "title"}.get(kind, "name")
    table: dict[str, Any] = {"id": id, "kind": g.word(id, "crm:P2_has_type"), field: g.one(id, label)}
    table |= {name: _date(g, g.one(id, curie), "crm:P4_has_time-span") for name, curie in _DATES.items()}
    table |= {name: g.one(id, *curies) for name, curies in _REFERENCES.items()}
    table["authors"] = g.all(id, "schema:author")
    table["names"] = [_name(g, each) for each in g.all(id, "crm:P1_is_identified_by")]
    table["editorial"] = _editorial(g, id)
    match kind:
        case "event":
            table["date"] = _date(g, id, "crm:P4_has_time-span")
            table["places"] = g.all(id, "schema:location")
            table["summary"] = g.one(id, "schema:description")
            table["participants"] = [
                {"who": g.one(each, "schema:participant"), "role": g.word(each, "schema:roleName")}
                for each in g.all(id, "schema:participant")
            ]
        case "person":
            stretches = g.all(id, "org:hasMembership")
            table["memberships"] = [_stretch(g, each, "party") for each in stretches if "#memberships" in each]
            table["offices"] = [_stretch(g, each, "body") for each in stretches if "#offices" in each]
            table["confinements"] = [_stretch(g, each, "place") for each in g.all(id, "rrv:confinement")]
        case "party":
            table["position"] = g.one(id, "schema:description")
        case "place":
            table["capitals"] = [_stretch(g, each, "city") for each in g.all(id, "rrv:capital")]
            if point := g.one(id, "schema:geo"):
                names = ("latitude", "longitude")
                table["coordinates"] = {name: float(g.one(point, f"schema:{name}") or "") for name in names}
        case "source":
            table |= _source(g, id)
        case "statement":
            table |= _statement(g, id)
        case "dispute":
            table |= _dispute(g, id)
            del table["name"]
    return table


def _date(g: Triples, id: str | None, curie: str) -> str | None:
    node = g.one(id, curie) if id else None
    return g.one(node, "skos:notation") if node else None


def _editorial(g: Triples, id: str) -> dict[str, str | None]:
    return {g.one(e, "rrv:attribute") or "": g.word(e, "rrv:authority") for e in g.all(id, "rrv:editorial")}


def _name(g: Triples, id: str) -> dict[str, Any]:
    return {
        "text": g.one(id, "rdf:value"),
        "language": g.one(id, "schema:inLanguage"),
        "kind": g.word(id, "crm:P2_has_type"),
        "sources": g.all(id, "prov:wasDerivedFrom"),
        "date": _date(g, id, "dcterms:temporal"),
    }


def _stretch(g: Triples, id: str, what: str) -> dict[str, Any]:
    time = g.one(id, "dcterms:temporal")
    return {
        what: g.one(id, "org:organization", "schema:location"),
        "office": g.one(id, "schema:roleName"),
        "kind": g.word(id, "crm:P2_has_type"),
        "start": _date(g, time, "time:hasBeginning"),
        "end": _date(g, time, "time:hasEnd"),
        "statements": g.all(id, "prov:wasDerivedFrom"),
        "editorial": _editorial(g, id),
    }


def passage(g: Triples, id: str) -> dict[str, str | None]:
    """The passage of a target, as a data file has it."""
    paragraph = g.one(id, "oa:hasSelector") or ""
    characters = g.one(paragraph, "oa:refinedBy") or ""
    start, end = g.one(characters, "oa:start"), g.one(characters, "oa:end")
    where = (g.one(paragraph, "rdf:value") or "").removeprefix("paragraph=")
    return {"passage": f"{where}:{start}-{end} {g.one(id, 'rrv:digest')}", "opening": g.one(id, "rrv:opening")}


def _source(g: Triples, id: str) -> dict[str, Any]:
    wholes = {"container" if "#" in each else "work": each for each in g.all(id, "schema:isPartOf")}
    rights = g.one(id, "dcterms:rights")
    return {
        "language": g.one(id, "schema:inLanguage"),
        "translators": g.all(id, "schema:translator"),
        "work": wholes.get("work"),
        "part": g.one(id, "schema:position"),
        "container": g.one(wholes.get("container", ""), "schema:name"),
        "publisher": g.one(g.one(id, "schema:publisher") or "", "schema:name"),
        "about": g.one(id, "schema:about"),
        "rights": rights
        and {
            "status": RIGHTS.get(rights) or rights.rpartition(":")[2],
            "holder": g.one(g.one(id, "dcterms:rightsHolder") or "", "schema:name"),
            "note": g.one(id, "schema:copyrightNotice"),
        },
        "addresses": [
            {
                "url": g.one(each, "schema:url"),
                "holds": g.word(each, "crm:P2_has_type"),
                "opened": _date(g, each, "rrv:opened"),
                "note": g.one(each, "schema:description"),
            }
            for each in g.all(id, "rrv:address")
        ],
        "note": g.one(id, "schema:description"),
        "sha256": g.one(id, "schema:sha256"),
        "length": int(g.one(id, "rrv:length") or ""),
        "paragraphs": [int(g.one(each, "rrv:length") or "") for each in g.all(id, "schema:hasPart")],
        "skipped": [_skipped(g, each) for each in g.all(id, "rrv:skipped")],
    }


def _skipped(g: Triples, id: str) -> dict[str, Any]:
    repeats = g.one(id, "rrv:repeats")
    return {**passage(g, id), "reason": g.word(id, "crm:P2_has_type"), "repeats": int(repeats) if repeats else None}


def _statement(g: Triples, id: str) -> dict[str, Any]:
    table: dict[str, Any] = passage(g, g.one(id, "oa:hasTarget") or "")
    table["about"] = g.all(id, "schema:about")
    table["date"] = _date(g, id, "dcterms:temporal")
    table["date_printed"] = g.one(id, "rrv:printed")
    table["figures"] = [_figure(g, each) for each in g.all(id, "rrv:figure")]
    table["readings"] = [
        {
            "printed": g.one(each, "rrv:printed"),
            "read_as": g.one(each, "rrv:readAs"),
            "reason": g.one(each, "rrv:reason"),
            "certainty": g.word(each, "rrv:certainty"),
        }
        for each in g.all(id, "rrv:reading")
    ]
    if relation := g.one(id, "rrv:asserts"):
        table["relation"] = {
            "subject": g.one(relation, "rdf:subject"),
            "predicate": g.word(relation, "rdf:predicate"),
            "object": g.one(relation, "rdf:object"),
            "date": _date(g, relation, "dcterms:temporal"),
        }
    return table


def _figure(g: Triples, id: str) -> dict[str, Any]:
    most = g.one(id, "schema:maxValue")
    return {
        "value": float(g.one(id, "schema:value", "schema:minValue") or ""),
        "value_max": float(most) if most else None,
        "unit": g.one(id, "schema:unitText"),
        "of": g.one(id, "schema:valueReference"),
        "printed": g.one(id, "rrv:printed"),
        "approximate": g.one(id, "rrv:approximate") == "true",
    }


def _dispute(g: Triples, id: str) -> dict[str, Any]:
    values = [
        {
            "value": g.one(each, "schema:text"),
            "authority": g.word(each, "rrv:authority"),
            "statements": g.all(each, "prov:wasDerivedFrom"),
        }
        for each in g.all(id, "rrv:claim")
    ]
    chosen = {g.one(each, "schema:text") for each in g.all(id, "rrv:chosen")}
    return {
        "thing": g.one(id, "schema:about"),
        "attribute": g.one(id, "rrv:attribute"),
        "values": values,
        "chosen": next(iter(chosen), None),
        "reason": g.one(id, "rrv:reason"),
        "certainty": g.word(id, "rrv:certainty"),
    }
