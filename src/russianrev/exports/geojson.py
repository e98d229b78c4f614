"""The places as GeoJSON in the Linked Places format, for maps (QGIS, Leaflet, geojson.io) and for gazetteers.

Rules: RFC 7946; https://github.com/LinkedPasts/linked-places-format, version 1.2.2. Each place is a feature. Its
`properties`, which is all that a plain reader of GeoJSON looks at, have its title, its id, what it lies within, and how
many events and statements there are of it. The rest is what Linked Places adds:

- `names`, each with its language, when it was in use, and the sources that print it;
- `descriptions`, the statements that touch the place, each with its citation;
- `relations`, to what it lies within, to the cities that were its capital, and to each event at it, with the event's
  title and date, and the passages that say so.

A place without coordinates has the geometry `null`, as RFC 7946 has it, and not the text "null" that Linked Places puts
into a collection. A place or an event is named by its id, as `urn:russianrev:petrograd`. `passage` is the paragraph,
the characters and the digest of a passage, as the data files write them. The collection has the version, the licence
and the sources.

A date is a `when` with one timespan, in the Gregorian calendar, and its `label` in both styles. The one moment of a
month of the old calendar, a season or a decade is given by the days between which it lies. Linked Places reads a
timespan without an end as no longer than its beginning, so a span whose end is open is given an `earliest` one.

What the format cannot hold: the other things of the data set, except as they are named here, and the participants of
events; disputes; the calendar in which a date was given, except in its label; which of the names is the usual one,
except by `kind`, which Linked Places does not know. What it would have and the data set does not: the types of places,
their countries' codes, and matches in other gazetteers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from russianrev.dates import HistoricalDate, Precision
from russianrev.facts import from_until
from russianrev.queries.answers import Citations
from russianrev.queries.corpus import Corpus
from russianrev.records.base import Record
from russianrev.records.description import description_of
from russianrev.records.model import Capital, Citation, Event, Name, Place, Source, Statement, Stretch
from russianrev.vocabulary import Authority

CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
"""The JSON-LD context of Linked Places, which says what its words mean."""

_WITHIN = "gvp:broaderPartitive"
_RELATED = "gvp:tgn3000_related_to"
_WITNESSED = "crm:P7i_witnessed"  # CIDOC CRM: a place witnessed a period or an event

_IN_ISO_8601 = {Precision.DAY, Precision.MONTH, Precision.YEAR}

_Object = dict[str, Any]


def export(dataset: Corpus) -> str:
    """The places of a data set, as the text of one GeoJSON file.

    >>> import json
    >>> import russianrev as rr
    >>> collection = json.loads(export(rr.according_to("roberts-excerpt")))
    >>> places = {place["properties"]["id"]: place for place in collection["features"]}
    >>> places["alma-ata"]["geometry"]["coordinates"]
    [76.91, 43.24]
    """
    collection = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        **_whose(dataset),
        "citations": [_source(source) for source in dataset.sources],
        "features": [_feature(dataset, place) for place in dataset.places],
    }
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def _whose(dataset: Corpus) -> _Object:
    about = dataset.about
    if about is None:
        return {}
    return {"title": about.title, "creator": about.creator, "version": about.version, "license": about.licence_url}


def _feature(dataset: Corpus, place: Place) -> _Object:
    return {
        "@id": _uri(place),
        "type": "Feature",
        "properties": {
            "title": place.name,
            "id": place.id,
            "within": place.within.name if place.within else None,
            "events": len(place.events),
            "statements": len(place.statements),
        },
        "geometry": _geometry(place),
        "names": [{"toponym": place.name, "lang": "en"}, *map(_name, place.names)],
        "descriptions": [_description(statement) for statement in place.statements],
        "relations": [
            *_within(dataset, place),
            *(_capital(capital) for capital in place.capitals),
            *(_event(dataset, event) for event in place.events),
        ],
    }


def _geometry(place: Place) -> _Object | None:
    point = place.coordinates
    if not point:
        return None
    geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]}
    return geometry | _citations((), place.authority_for("coordinates"))


def _name(name: Name) -> _Object:
    cited = {"citations": [_source(source) for source in name.sources]} if name.sources else {}
    return {"toponym": name.text, "lang": name.language, "kind": name.kind.value, **cited, **_when(name.date)}


def _description(statement: Statement) -> _Object:
    return {"@id": _uri(statement), "value": statement.text, "lang": "en", **_citations([statement.citation])}


# Relations.


def _within(dataset: Corpus, place: Place) -> Iterable[_Object]:
    if place.within:
        cited = dataset.sources_for(place, "within")
        yield _relation(_WITHIN, place.within, f"within {place.within.name}", cited)


def _capital(capital: Capital) -> _Object:
    authority = next((note.authority for note in capital.editorial), None)
    relation = _relation(_RELATED, capital.city, f"capital: {capital}", Citations(capital.citations, authority))
    return relation | _while(capital)


def _event(dataset: Corpus, event: Event) -> _Object:
    return _relation(_WITNESSED, event, event.title, dataset.sources_for(event, "places")) | _when(event.date)


def _relation(type: str, to: Record, label: str, cited: Citations) -> _Object:
    return {
        "relationType": type,
        "relationTo": _uri(to),
        "label": label,
        **_citations(cited, cited.authority),
    }


# Citations.


def _uri(record: Record) -> str:
    return f"urn:russianrev:{record.id}"


def _source(source: Source) -> _Object:
    return {"@id": _uri(source), "label": description_of(source)}


def _citations(citations: Iterable[Citation], authority: Authority | None = None) -> _Object:
    """The member `citations`, unless it would be empty; what is editorial has the authority as one of them."""
    cited = [{"label": f"editorial, from {authority}"}] if authority else []
    cited += [{"label": c.locator, "source": _uri(c.source), "passage": c.notation} for c in citations]
    return {"citations": cited} if cited else {}


# Dates.


def _when(date: HistoricalDate | None) -> _Object:
    """The member `when`, if there is a date."""
    if date is None:
        return {}
    if date.is_span:
        begins, ends = date.edtf.split("/")
        timespan = _timespan({"in": begins} if date.start else None, {"in": ends} if date.end else None)
    else:
        bound = _bound(date)
        timespan = {"start": bound} if "in" in bound else {"start": bound, "end": bound}
    return {"when": {"timespans": [timespan], "label": str(date)}}


def _while(stretch: Stretch) -> _Object:
    """The member `when` for what held for a time, if anything is known of that."""
    start, end = stretch.start, stretch.end
    if not (start or end):
        return {}
    timespan = _timespan(_bound(start) if start else None, _bound(end) if end else None)
    return {"when": {"timespans": [timespan], "label": from_until(stretch)}}


def _timespan(start: _Object | None, end: _Object | None) -> _Object:
    """A timespan; an end that is open is not before, or not after, the one that is known."""
    if start and end:
        return {"start": start, "end": end}
    if start:
        return {"start": start, "end": {"earliest": start.get("in") or start["earliest"]}}
    assert end
    return {"start": {"latest": end.get("in") or end["latest"]}, "end": end}


def _bound(date: HistoricalDate) -> _Object:
    """When something was, as a moment: in one unit of the Gregorian calendar, or between two days."""
    if date.precision in _IN_ISO_8601 and "/" not in date.edtf:
        return {"in": date.edtf}
    units = {"earliest": date.first, "latest": date.last}
    days = {"earliest": date.start, "latest": date.end}
    return {key: f"{days[key]}{unit.flag}" for key, unit in units.items() if unit}
