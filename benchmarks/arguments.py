"""What to ask a synthetic data set, so that about ten events answer, whatever its size.

Worked out from the tables before they are loaded, so that no index of the library is warm when it is asked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from attrs import frozen
from synthetic import RARE, Synthetic

import russianrev as rr

ABOUT = range(RARE - 2, RARE + 3)
"""How many events are about ten."""

MOST = 30
"""How many different periods, persons and places are asked about."""

Period = tuple[str, str]


@frozen
class Arguments:
    """Periods, persons or bodies, and places with about ten events each."""

    periods: tuple[Period, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]


def choose(shape: Synthetic) -> Arguments:
    """Choose them from the events of a data set."""
    who, where, dates = Counter[str](), Counter[str](), Counter[str]()
    for event in shape.tables()["event"]:
        who.update(part["who"] for part in event["participants"])
        where.update(event["places"])
        dates.update([event["date"]] if "date" in event else [])
    return Arguments(_find_periods(_list_spans(dates)), _find_about_ten(who), _find_about_ten(where))


def _find_about_ten(counts: Counter[str]) -> tuple[str, ...]:
    """Find those that come about ten times; of places, not those within which others lie, whose events count too."""
    regions = {f"place-{n}" for n in range(10)}
    found = sorted(id for id, count in counts.items() if count in ABOUT and id not in regions)
    return tuple(Random(1).sample(found, min(MOST, len(found))))


def _list_spans(dates: Counter[str]) -> list[tuple[date, date]]:
    """List the first and the last day of every event that has both, in order."""
    read = ((rr.parse_date(notation), count) for notation, count in dates.items())
    return sorted((date.start, date.end) for date, count in read if date.start and date.end for _ in range(count))


def _find_periods(spans: Sequence[tuple[date, date]]) -> tuple[Period, ...]:
    """Find periods within which about ten of these lie: short and long, from any day or from the first of a month."""
    starts = [start for start, _ in spans]
    random = Random(1)
    chosen: dict[int, list[Period]] = defaultdict(list)  # by how long they are
    for days in (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024):
        for _ in range(60):
            first = date(
                random.randrange(1902, 1936), random.randrange(1, 13), random.choice((1, random.randrange(1, 29)))
            )
            last = first + timedelta(days=days - 1)
            begun = spans[bisect_left(starts, first) : bisect_right(starts, last)]
            if sum(end <= last for _, end in begun) in ABOUT:
                chosen[days].append((str(first), str(last)))
    return tuple(period for periods in chosen.values() for period in periods)[:MOST]
