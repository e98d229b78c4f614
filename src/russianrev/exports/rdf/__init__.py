"""The whole data set as linked data: JSON-LD and, with the extra `rdf`, Turtle and a graph of rdflib.

What is said is said in schema.org's words and, where these differ, in those of CIDOC CRM as well. A record is named by
its id, as `urn:russianrev:petrograd` (in a data set of your own in another namespace), and what belongs to it by a
fragment, `urn:russianrev:lenin#offices-1`; there are no blank nodes. Words of our own are
`urn:russianrev:vocabulary:…`, and the graph says what they mean.

- A statement is a W3C Web Annotation: its body is the text, its target the passage, by paragraph and characters. PROV
  says from which document it is, and whose view it reports. A relation is an `rdf:Statement`: the document asserts it,
  the graph does not.
- A date is a time-span of CIDOC CRM and an entity of OWL-Time. A moment lies between `crm:P82a_begin_of_the_begin` and
  `crm:P82b_end_of_the_end`; a span lasts from the one to the other, and has the same days as `crm:P81a_…` and
  `crm:P81b_…`. These are Gregorian. `rdf:value` is EDTF level 1, `skos:notation` the date as the data files write it,
  and `rrv:calendar` says in which calendar it was given.
- A value that belongs to a record, such as a name, is numbered in its fragment as it is in the record.
- A source is part of a work, of a journal or a catalogue, or of both. Whether its text may be copied is told in the
  words of RightsStatements.org and of Creative Commons. An address, of a source or of a passage, is `schema:url`, as
  text of the type `xsd:anyURI`, since what is an address for people need not be an IRI.
- What an editor says has a `rrv:Editorial` with the kind of authority; what rests on statements is
  `prov:wasDerivedFrom` them.
- The node `vocabulary:dataset` of the namespace has the title, the version, the licence and the sources.
- `rdfs:label` is what a thing is called in each language, `schema:name` in English. A place that is one of GeoNames is
  `skos:exactMatch` with that.

`SHAPES`, the file `shapes.ttl`, are shapes in SHACL that every graph keeps.

What the formats cannot hold: the order of records, and of the authors, the translators, the places, the sources and the
statements that a record lists; whether a number was written as a whole one; what a data set works out by itself, such
as an event's parts. An event's `schema:startDate` and `endDate` are the first and the last day on which it may have
been, so that SPARQL can reckon with all of them; other dates are a day, a month or a year of XML Schema, and what is
none of these is EDTF.
Rules: https://www.w3.org/TR/json-ld11/, https://www.w3.org/TR/annotation-model/, https://www.w3.org/TR/owl-time/,
https://www.w3.org/TR/prov-o/, https://www.w3.org/TR/vocab-org/, https://cidoc-crm.org/Version/version-7.1.3.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from importlib import resources
from typing import TYPE_CHECKING, Literal

from russianrev import vocabulary
from russianrev.exports.naming import namespace_of
from russianrev.exports.rdf.nodes import make_node, name_records, name_word
from russianrev.exports.rdf.records import make_record
from russianrev.exports.rdf.terms import CALENDARS, CONTEXT, DATASET, EDITORS, OWN_TERMS, RIGHTS, Node
from russianrev.extras import needs
from russianrev.queries.corpus import Corpus
from russianrev.records.model import Capital, Claim, Confinement, Dispute, Editorial, Skipped

if TYPE_CHECKING:
    import rdflib

SHAPES = resources.files(__name__) / "shapes.ttl"
"""The file of shapes in SHACL that every graph keeps: `pyshacl.validate(graph, shacl_graph=SHAPES.read_text())`."""


def export(dataset: Corpus, form: Literal["json-ld", "turtle"], *, namespace: str | None = None) -> str:
    """Write a data set as text, its records named in a `namespace` (`russianrev.exports.naming.namespace_of`).

    Raises `ValueError` for what is no namespace, and `MissingExtraError` for Turtle without the extra `rdf`.

    >>> import russianrev as rr
    >>> document = json.loads(export(rr.according_to("boden-review"), "json-ld"))
    >>> nodes = {node["id"]: node for node in document["@graph"]}
    >>> nodes["rr:boden-review:2.1"]["body"]
    'The article is a review of the book From Lenin to Stalin.'
    """
    if form == "turtle":
        return graph(dataset, namespace=namespace).serialize(format="turtle")
    return json.dumps(_make_document(dataset, namespace), ensure_ascii=False, indent=1) + "\n"


def graph(dataset: Corpus, *, namespace: str | None = None) -> rdflib.Graph:
    """Make a graph of rdflib from a data set, to be asked in SPARQL or joined with others.

    Raises what `export` raises.

    >>> import russianrev as rr
    >>> made = graph(rr.according_to("boden-review"))
    >>> rows = made.query("select ?name { rr:victor-serge schema:name ?name }")
    >>> [str(row.name) for row in rows]
    ['Victor Serge']
    """
    made: rdflib.Graph = needs("rdf", "rdflib").Graph()
    needs("rdf", "rdflib.plugins.parsers.jsonld").to_rdf(_make_document(dataset, namespace), made)
    return made


def _make_document(dataset: Corpus, namespace: str | None) -> Node:
    records = (record for each in dataset.records.values() for record in each)
    nodes = (*_describe_dataset(dataset), *_describe_terms(), *map(make_record, records))
    return {"@context": {**CONTEXT, "rr": namespace_of(dataset, namespace)}, "@graph": list(nodes)}


def _describe_dataset(dataset: Corpus) -> Iterator[Node]:
    """Describe the data set itself, and its editors."""
    about = dataset.metadata
    whose = {"name": about.title, "version": about.version, "license": about.licence_url} if about else {}
    sources = name_records(dataset.sources)
    yield make_node(DATASET, "schema:Dataset", "dcat:Dataset", creator=EDITORS, citation=sources, **whose)
    yield make_node(EDITORS, "schema:Organization", "prov:Agent", name=about.creator if about else "The editors")


def _describe_terms() -> Iterator[Node]:
    """Describe the words of our own: classes, terms, calendars, the vocabulary."""
    for cls in (Capital, Claim, Confinement, Dispute, Editorial, Skipped):
        comment = (cls.__doc__ or "").partition("\n")[0]
        yield make_node(f"rrv:{cls.__name__}", "rdfs:Class", label=cls.__name__.lower(), comment=comment)
    for word, comment in OWN_TERMS.items():
        kind = "rdfs:Datatype" if word == "notation" else "rdf:Property"
        yield make_node(f"rrv:{word}", kind, label=re.sub("([A-Z])", r" \1", word).lower(), comment=comment)
    for calendar, iri in CALENDARS.items():
        yield make_node(iri, "time:TRS", label=f"proleptic {calendar.capitalize()} calendar")
    for each in vars(vocabulary).values():
        if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum:
            yield make_node(f"rrv:{each.__name__}", "skos:ConceptScheme", label=each.__name__, comment=each.__doc__)
            types = ("rdf:Property",) if each is vocabulary.Predicate else ("skos:Concept", "crm:E55_Type")
            for word in each:
                yield make_node(
                    f"{name_word(word)}",
                    *types,
                    label=word.replace("-", " "),
                    inScheme=f"rrv:{each.__name__}",
                    exactMatch=RIGHTS.get(word),
                )
