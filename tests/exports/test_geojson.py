from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geojson
import pytest
import rdflib
import shapely
from bundled_data import DATASET
from factories import Tables, example, owner, record
from rdflib import RDFS, Namespace, URIRef

import russianrev
from russianrev.dataset import Dataset
from russianrev.exports.geojson import CONTEXT, export
from russianrev.records.base import Record

LPO = Namespace("http://linkedpasts.org/ontology/lpo_latest.ttl#")
CITO = Namespace("http://purl.org/spar/cito#")
DCT = Namespace("http://purl.org/dc/terms/")

# What the context of Linked Places, version 1.1, says of the words that are used.
_CONTEXT = {
    "id": "@id",
    "type": "@type",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "lpo": str(LPO),
    "gvp": "http://vocab.getty.edu/ontology#",
    "crm": "http://erlangen-crm.org/current/",
    "dct": str(DCT),
    "geojson": "https://purl.org/geojson/vocab#",
    "geojson-t": "https://github.com/kgeographer/geojson-t/",
    "label": {"@id": "http://www.w3.org/2000/01/rdf-schema#label"},
    "value": {"@id": "rdf:value"},
    "title": {"@id": "dct:title"},
    "license": "dct:license",
    "FeatureCollection": "geojson:FeatureCollection",
    "Feature": "geojson:Feature",
    "Point": "geojson:Point",
    "coordinates": {"@container": "@list", "@id": "geojson:coordinates"},
    "features": {"@id": "lpo:hasFeature", "@type": "geojson:Feature", "@container": "@set"},
    "properties": "geojson:properties",
    "geometry": "geojson-t:geometry",
    "when": {"@id": "lpo:when"},
    "timespans": {"@id": "lpo:timespan", "@type": "lpo:Timespan", "@container": "@set"},
    "start": "lpo:has_start",
    "end": "lpo:has_end",
    "earliest": "lpo:earliest",
    "latest": "lpo:latest",
    "in": "lpo:in",
    "names": {"@id": "lpo:name_attestation", "@type": "lpo:NameAttestation", "@container": "@set"},
    "toponym": "lpo:toponym",
    "lang": "dct:language",
    "relations": {"@id": "lpo:rel_attestation", "@type": "lpo:RelAttestation", "@container": "@set"},
    "relationType": "lpo:relation_type",
    "relationTo": "lpo:relation_to",
    "citations": {"@id": "http://purl.org/spar/cito#cites", "@type": "@id"},
    "descriptions": {"@id": "dct:description", "@type": "@id", "@container": "@set"},
}

HOSTILE = ["<script>alert('x')</script>", 'say "a, b"; \\ c', "two\nlines", "\u202eright to left", "🚩 العربية", "null"]


def collection(dataset: Dataset) -> Any:
    """The collection, as a library reads it that did not write it."""
    read: Any = geojson.loads(export(dataset))
    assert isinstance(read, geojson.FeatureCollection)
    assert read.is_valid, read.errors()
    return read


def features(dataset: Dataset) -> dict[str, Any]:
    return {feature.properties["id"]: feature for feature in collection(dataset).features}


def graph(dataset: Dataset) -> rdflib.Graph:
    """What the collection says as linked data."""
    plain = json.loads(export(dataset))
    assert plain["@context"] == CONTEXT
    return rdflib.Graph().parse(data=json.dumps(plain | {"@context": _CONTEXT}), format="json-ld")


def uri(record: Record) -> str:
    return f"urn:russianrev:{record.id}"


def labels(member: Any) -> list[str]:
    return [citation["label"] for citation in member.get("citations", ())]


@pytest.fixture(scope="module")
def bundled() -> dict[str, Any]:
    """The features of the bundled data set."""
    return features(DATASET)


def changed(folder: Path, id: str, **fields: Any) -> Dataset:
    """The example, with other values in one of its records."""
    data: Tables = example()
    record(data, id).update(fields)
    return Dataset(owner(folder, data))


# The bundled data set.


def test_every_place_is_a_feature(bundled: dict[str, Any]) -> None:
    assert list(bundled) == list(DATASET.places.ids)
    assert [feature["@id"] for feature in bundled.values()] == [uri(place) for place in DATASET.places]


def test_the_points_are_where_the_places_are(bundled: dict[str, Any]) -> None:
    for place in DATASET.places:
        geometry = bundled[place.id].geometry
        if place.coordinates is None:
            assert geometry is None
        else:
            point = shapely.from_geojson(json.dumps(geometry))
            assert (shapely.get_x(point), shapely.get_y(point)) == (
                place.coordinates.longitude,
                place.coordinates.latitude,
            )
            assert labels(geometry) == [f"editorial, from {place.authority_for('coordinates')}"]


def test_there_are_places_with_and_without_a_point(bundled: dict[str, Any]) -> None:
    assert {feature.geometry is None for feature in bundled.values()} == {True, False}


def test_the_names_are_those_of_the_places(bundled: dict[str, Any]) -> None:
    for place in DATASET.places:
        first, *others = bundled[place.id]["names"]
        assert first == {"toponym": place.name, "lang": "en"}
        assert [(name["toponym"], name["lang"], name["kind"]) for name in others] == [
            (name.text, name.language, name.kind) for name in place.names
        ]
        for name, found in zip(place.names, others, strict=True):
            assert [citation["@id"] for citation in found.get("citations", ())] == [uri(s) for s in name.sources]
            assert found.get("when", {}).get("label") == (name.date and str(name.date))


def test_the_statements_are_descriptions_with_their_citations(bundled: dict[str, Any]) -> None:
    for place in DATASET.places:
        described = bundled[place.id]["descriptions"]
        assert [(each["@id"], each["value"]) for each in described] == [(uri(s), s.text) for s in place.statements]
        for statement, found in zip(place.statements, described, strict=True):
            cited = statement.citation
            assert found["citations"] == [
                ({"seeAlso": cited.url} if cited.url else {})
                | {
                    "label": cited.locator,
                    "source": uri(cited.source),
                    "passage": f"{cited.paragraph}:{cited.start}-{cited.end} {cited.digest}",
                }
            ]


def test_each_event_at_a_place_is_a_relation_with_its_date_and_citations(bundled: dict[str, Any]) -> None:
    for place in DATASET.places:
        found = [r for r in bundled[place.id]["relations"] if r["relationType"] == "crm:P7i_witnessed"]
        assert [(r["relationTo"], r["label"]) for r in found] == [(uri(e), e.title) for e in place.events]
        for event, relation in zip(place.events, found, strict=True):
            assert relation.get("when", {}).get("label") == (event.date and str(event.date))
            cited = DATASET.sources_for(event, "places")
            editorial = [f"editorial, from {cited.authority}"] if cited.authority else []
            assert labels(relation) == [*editorial, *(citation.locator for citation in cited)]


def test_a_place_is_related_to_what_it_lies_within(bundled: dict[str, Any]) -> None:
    for place in DATASET.places:
        found = [r for r in bundled[place.id]["relations"] if r["relationType"] == "gvp:broaderPartitive"]
        assert [r["relationTo"] for r in found] == ([uri(place.within)] if place.within else [])
        assert bundled[place.id].properties["within"] == (place.within and place.within.name)


def test_the_collection_has_version_licence_and_sources() -> None:
    read = collection(DATASET)
    assert read["version"] == russianrev.__version__
    assert read["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [citation["@id"] for citation in read["citations"]] == [uri(source) for source in DATASET.sources]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # the parser of rdflib itself uses it
def test_it_is_linked_data() -> None:
    read = graph(DATASET)
    relations = sum(len(p.events) + len(p.capitals) + (p.within is not None) for p in DATASET.places)
    assert len(set(read.objects(predicate=LPO.hasFeature))) == len(DATASET.places)
    assert len(list(read.triples((None, LPO.relation_to, None)))) == relations
    assert len(list(read.triples((None, LPO.toponym, None)))) == sum(len(p.names) + 1 for p in DATASET.places)
    for place in DATASET.places:
        described = {str(found) for found in read.objects(URIRef(uri(place)), DCT.description)}
        assert described == {uri(statement) for statement in place.statements}
        for statement in place.statements:
            cited = {str(read.value(c, RDFS.label)) for c in read.objects(URIRef(uri(statement)), CITO.cites)}
            assert cited == {statement.citation.locator}


# The small one.


def test_a_capital_is_a_relation_of_the_country(wharf: Dataset) -> None:
    (relation,) = features(wharf)["northern-coast"]["relations"]
    assert relation == {
        "relationType": "gvp:tgn3000_related_to",
        "relationTo": "urn:dataset:krasny-bor",
        "label": "capital: Krasny Bor",
        "citations": [{"label": "editorial, from context"}],
        "when": {
            "timespans": [{"start": {"in": "1905"}, "end": {"in": "1918-03-12"}}],
            "label": "1905 – 12 March 1918",
        },
    }


def test_properties_say_how_much_there_is_of_a_place(wharf: Dataset) -> None:
    assert features(wharf)["krasny-bor"].properties == {
        "title": "Krasny Bor",
        "id": "krasny-bor",
        "within": "Northern Coast",
        "events": 1,
        "statements": 1,
        "start": "1917-03-16",
        "end": "1917-03-25",
        "start_old_style": "1917-03-03",
        "end_old_style": "1917-03-12",
    }


def test_a_place_of_no_dated_event_has_no_days(wharf: Dataset) -> None:
    found = features(wharf)["northern-coast"].properties
    assert [found[name] for name in ("start", "end", "start_old_style", "end_old_style")] == [None] * 4


def test_places_without_a_point_are_left_out_on_demand() -> None:
    found = json.loads(export(DATASET, located=True))["features"]
    assert [each["properties"]["id"] for each in found] == [place.id for place in DATASET.places if place.coordinates]


def test_a_data_set_of_ones_own_has_a_namespace_of_its_own(wharf: Dataset) -> None:
    assert "urn:russianrev:" not in export(wharf)
    named = export(wharf, namespace="https://wharf.example/")
    assert {feature["@id"] for feature in json.loads(named)["features"]} == {
        f"https://wharf.example/{place.id}" for place in wharf.places
    }
    assert export(wharf).replace("urn:dataset:", "https://wharf.example/") == named


@pytest.mark.parametrize("namespace", ["", "wharf", "wharf/", "https://wharf.example", "a b:", "urn:x:y#", "<urn:x>:"])
def test_what_cannot_begin_an_iri_is_no_namespace(wharf: Dataset, namespace: str) -> None:
    with pytest.raises(ValueError, match="wanted: a namespace"):
        export(wharf, namespace=namespace)


@pytest.mark.parametrize(
    ("date", "timespan"),
    [
        ("1917-03-03 OS", {"start": {"in": "1917-03-16"}}),
        ("1917-03-16T14:30", {"start": {"in": "1917-03-16T14:30:00"}}),
        ("1917-03", {"start": {"in": "1917-03"}}),
        ("1917~", {"start": {"in": "1917~"}}),
        ("1917/1924", {"start": {"in": "1917"}, "end": {"in": "1924"}}),
        ("1917-02/1917-03 OS", {"start": {"in": "1917-02-14"}, "end": {"in": "1917-04-13"}}),
        ("1918-03/..", {"start": {"in": "1918-03"}, "end": {"earliest": "1918-03"}}),
        ("../1917-10", {"start": {"latest": "1917-10"}, "end": {"in": "1917-10"}}),
    ],
)
def test_a_date_is_a_timespan(tmp_path: Path, date: str, timespan: Any) -> None:
    (_, name) = features(changed(tmp_path, "krasny-bor", names=[{"text": "Red Wood", "date": date}]))["krasny-bor"][
        "names"
    ]
    assert name["when"]["timespans"] == [timespan]


@pytest.mark.parametrize(
    ("date", "earliest", "latest"),
    [
        ("1917-02 OS", "1917-02-14", "1917-03-13"),
        ("1917-22?", "1917-06-01?", "1917-08-31?"),
        ("191X", "1910-01-01", "1919-12-31"),
    ],
)
def test_a_moment_that_is_no_unit_of_the_calendar_lies_between_two_days(
    tmp_path: Path, date: str, earliest: str, latest: str
) -> None:
    dataset = changed(tmp_path, "krasny-bor", names=[{"text": "Red Wood", "date": date}])
    (timespan,) = features(dataset)["krasny-bor"]["names"][1]["when"]["timespans"]
    assert timespan["start"] == timespan["end"] == {"earliest": earliest, "latest": latest}


@pytest.mark.parametrize(
    ("start", "end", "timespan"),
    [
        (
            "1905-02 OS",
            "",
            {"start": {"earliest": "1905-02-14", "latest": "1905-03-13"}, "end": {"earliest": "1905-02-14"}},
        ),
        (
            "",
            "1918-02 OS",
            {"start": {"latest": "1918-03-13"}, "end": {"earliest": "1918-02-14", "latest": "1918-03-13"}},
        ),
    ],
)
def test_what_held_with_an_open_end_is_not_over_before_it_began(
    tmp_path: Path, start: str, end: str, timespan: Any
) -> None:
    known = {key: date for key, date in {"start": start, "end": end}.items() if date}
    editorial = dict.fromkeys(known, "context")
    dataset = changed(tmp_path, "northern-coast", capitals=[{"city": "krasny-bor", **known, "editorial": editorial}])
    (relation,) = features(dataset)["northern-coast"]["relations"]
    assert relation["when"]["timespans"] == [timespan]


def test_what_held_for_a_time_that_is_not_known_has_none(tmp_path: Path) -> None:
    capital = {"city": "krasny-bor", "statements": ["wharf-chronicle:2.1"]}
    dataset = changed(tmp_path, "northern-coast", capitals=[capital])
    (relation,) = features(dataset)["northern-coast"]["relations"]
    assert "when" not in relation
    assert labels(relation) == [dataset.statements["wharf-chronicle:2.1"].citation.locator]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_read_as_it_was(tmp_path: Path, text: str) -> None:
    data = example()
    record(data, "krasny-bor").update({"name": text, "names": [{"text": text, "language": "ar"}]})
    record(data, "wharf-strike")["title"] = text
    record(data, "wharf-chronicle:2.1")["text"] = text
    place = features(Dataset(owner(tmp_path, data)))["krasny-bor"]
    assert place.properties["title"] == text
    assert [name["toponym"] for name in place["names"]] == [text, text]
    assert place["relations"][-1]["label"] == text
    assert place["descriptions"][0]["value"] == text


def test_the_same_data_set_gives_the_same_text(wharf: Dataset) -> None:
    assert export(wharf) == export(wharf)
