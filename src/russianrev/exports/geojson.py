"""The places as GeoJSON in the Linked Places format, for maps (QGIS, Leaflet, geojson.io) and for gazetteers.

Rules: RFC 7946; https://github.com/LinkedPasts/linked-places-format, version 1.2.2. Each place is a feature. Its
`properties`, which is all that a plain reader of GeoJSON looks at, have its title, its id, what it lies within, how
many events and statements there are of it, and from which day to which these events were, in the new style and, as
`start_old_style` and `end_old_style`, in the old. The rest is what Linked Places adds:

- `names`, each with its language, when it was in use, and the sources that print it;
- `descriptions`, the statements that touch the place, each with its citation;
- `relations`, to what it lies within, to the cities that were its capital, and to each event at it, with the event's
  title and date, and the passages that say so.

A place without coordinates has the geometry `null`, as RFC 7946 has it, and not the text "null" that Linked Places puts
into a collection; on demand such places are left out. A place or an event is named by its id, as
`urn:russianrev:petrograd`, in a data set of your own in another namespace. `passage` is the paragraph, the characters
and the digest of a passage, as the data files write them, and `seeAlso` the address at which a browser opens the
document there, if one is known. The collection has the version, the licence and the sources.

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

from russianrev.dates import Calendar, HistoricalDate, Precision
from russianrev.exports.naming import namespace_of
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

_NAMES = ("@id", "relationTo", "source")  # what is the id of a record

_IN_ISO_8601 = {Precision.DAY, Precision.MONTH, Precision.YEAR}

_Object = dict[str, Any]


def export(dataset: Corpus, *, located: bool = False, namespace: str | None = None) -> str:
    """Write the places of a data set as the text of one GeoJSON file; if `located`, only those with coordinates.

    Every name of a record begins with the `namespace` (`russianrev.exports.naming.namespace_of`).

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
        **_describe_dataset(dataset),
        "citations": [_make_source(source) for source in dataset.sources],
        "features": [_make_feature(dataset, place) for place in dataset.places if place.coordinates or not located],
    }
    named = _put_namespace(collection, namespace_of(dataset, namespace))
    return json.dumps(named, ensure_ascii=False, indent=2) + "\n"


def _put_namespace(value: Any, namespace: str) -> Any:
    """Put a namespace before the ids by which a collection names records."""
    match value:
        case dict():
            return {
                key: f"{namespace}{each}" if key in _NAMES else _put_namespace(each, namespace)
                for key, each in value.items()
            }
        case list():
            return [_put_namespace(each, namespace) for each in value]
        case _:
            return value


def _describe_dataset(dataset: Corpus) -> _Object:
    about = dataset.metadata
    if about is None:
        return {}
    return {"title": about.title, "creator": about.creator, "version": about.version, "license": about.licence_url}


def _make_feature(dataset: Corpus, place: Place) -> _Object:
    return {
        "@id": place.id,
        "type": "Feature",
        "properties": {
            "title": place.name,
            "id": place.id,
            "within": place.within.name if place.within else None,
            "events": len(place.events),
            "statements": len(place.statements),
            **_list_days(place.events),
        },
        "geometry": _make_geometry(place),
        "names": [{"toponym": place.name, "lang": "en"}, *map(_make_name, place.names)],
        "descriptions": [_make_description(statement) for statement in place.statements],
        "relations": [
            *_relate_to_whole(dataset, place),
            *(_relate_to_city(capital) for capital in place.capitals),
            *(_relate_to_event(dataset, event) for event in place.events),
        ],
    }


def _list_days(events: Iterable[Event]) -> dict[str, str | None]:
    """Tell from which day to which there were events, in both styles; None where none is dated."""
    dates = [event.date for event in events if event.date]
    days = {
        "start": min((date.start for date in dates if date.start), default=None),
        "end": max((date.end for date in dates if date.end), default=None),
    }
    return {
        f"{end}{suffix}": "{:04}-{:02}-{:02}".format(*calendar.year_month_day(day)) if day else None
        for suffix, calendar in (("", Calendar.GREGORIAN), ("_old_style", Calendar.JULIAN))
        for end, day in days.items()
    }


def _make_geometry(place: Place) -> _Object | None:
    point = place.coordinates
    if not point:
        return None
    geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]}
    return geometry | _make_citations((), place.authority_for("coordinates"))


def _make_name(name: Name) -> _Object:
    cited = {"citations": [_make_source(source) for source in name.sources]} if name.sources else {}
    return {"toponym": name.text, "lang": name.language, "kind": name.kind.value, **cited, **_make_when(name.date)}


def _make_description(statement: Statement) -> _Object:
    return {"@id": statement.id, "value": statement.text, "lang": "en", **_make_citations([statement.citation])}


# Relations.


def _relate_to_whole(dataset: Corpus, place: Place) -> Iterable[_Object]:
    if place.within:
        cited = dataset.sources_for(place, "within")
        yield _make_relation(_WITHIN, place.within, f"within {place.within.name}", cited)


def _relate_to_city(capital: Capital) -> _Object:
    authority = next((note.authority for note in capital.editorial), None)
    relation = _make_relation(_RELATED, capital.city, f"capital: {capital}", Citations(capital.citations, authority))
    return relation | _make_when_of_stretch(capital)


def _relate_to_event(dataset: Corpus, event: Event) -> _Object:
    return _make_relation(_WITNESSED, event, event.title, dataset.sources_for(event, "places")) | _make_when(event.date)


def _make_relation(type: str, to: Record, label: str, cited: Citations) -> _Object:
    return {
        "relationType": type,
        "relationTo": to.id,
        "label": label,
        **_make_citations(cited, cited.authority),
    }


# Citations.


def _make_source(source: Source) -> _Object:
    return {"@id": source.id, "label": description_of(source)}


def _make_citations(citations: Iterable[Citation], authority: Authority | None = None) -> _Object:
    """Make the member `citations`, unless it would be empty; what is editorial has the authority as one of them."""
    cited = [{"label": f"editorial, from {authority}"}] if authority else []
    cited += map(_make_citation, citations)
    return {"citations": cited} if cited else {}


def _make_citation(citation: Citation) -> _Object:
    passage = {"label": citation.locator, "source": citation.source.id, "passage": citation.notation}
    return passage | ({"seeAlso": citation.url} if citation.url else {})


# Dates.


def _make_when(date: HistoricalDate | None) -> _Object:
    """Make the member `when`, if there is a date."""
    if date is None:
        return {}
    if date.is_span:
        begins, ends = date.edtf.split("/")
        timespan = _make_timespan({"in": begins} if date.start else None, {"in": ends} if date.end else None)
    else:
        bound = _make_bound(date)
        timespan = {"start": bound} if "in" in bound else {"start": bound, "end": bound}
    return {"when": {"timespans": [timespan], "label": str(date)}}


def _make_when_of_stretch(stretch: Stretch) -> _Object:
    """Make the member `when` for what held for a time, if anything is known of that."""
    start, end = stretch.start, stretch.end
    if not (start or end):
        return {}
    timespan = _make_timespan(_make_bound(start) if start else None, _make_bound(end) if end else None)
    return {"when": {"timespans": [timespan], "label": from_until(stretch)}}


def _make_timespan(start: _Object | None, end: _Object | None) -> _Object:
    """Make a timespan; an end that is open is not before, or not after, the one that is known."""
    if start and end:
        return {"start": start, "end": end}
    if start:
        return {"start": start, "end": {"earliest": start.get("in") or start["earliest"]}}
    assert end
    return {"start": {"latest": end.get("in") or end["latest"]}, "end": end}


def _make_bound(date: HistoricalDate) -> _Object:
    """Say when something was, as a moment: in one unit of the Gregorian calendar, or between two days."""
    if date.precision in _IN_ISO_8601 and "/" not in date.edtf:
        return {"in": date.edtf}
    units = {"earliest": date.first, "latest": date.last}
    days = {"earliest": date.start, "latest": date.end}
    return {key: f"{days[key]}{unit.flag}" for key, unit in units.items() if unit}
