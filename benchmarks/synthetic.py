"""Make data sets of any size, in the shape that the real one has, from a seed.

    python benchmarks/synthetic.py --events 100000 --statements 400000 --seed 1 big.json

What is like the real data: a few days of 1917 hold most events; a few persons have most roles; places, kinds of event
and words follow Zipf's law; dates are of every precision, in both calendars, with open ends and times of day; a
statement has about eleven words, and now and then a figure or a misprint. What is made for measuring: at any size
`RARE` events are treaties, as many are dated to 29 February, and two words stand in a known part of the statements.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from math import isqrt
from pathlib import Path
from random import Random
from typing import Any

from attrs import field, frozen

Table = dict[str, Any]

RARE = 10
"""How many events are treaties, and how many are dated to 29 February: as many as a question should find."""

RARE_KIND = "treaty"

COMMON_WORD, COMMON_EVERY = "bread", 200
"""A word, and of how many statements one has it."""

RARE_WORD, RARE_EVERY = "samovar", 10_000
"""The same of a rare one."""

# How a text is laid out: statements in a paragraph, paragraphs in a source, characters for a statement.
_IN_PARAGRAPH, _PARAGRAPHS, _ROOM = 15, 60, 320
_IN_SOURCE = _IN_PARAGRAPH * _PARAGRAPHS

# All of these stand in the order of their frequency in the real data.
_HOT_DAYS = (
    "10-25 02-27 10-26 03-02 02-23 10-24 07-04 07-03 02-25 02-26 08-27 04-20 10-10 04-04 06-18 03-03"  # of 1917, OS
).split()
_KINDS = (
    "process government campaign policy repression journey publication meeting career law uprising crisis speech"
    " congress exile arrest war revolution split mutiny battle reform demonstration expulsion assassination alliance"
    " execution coup writing election"
).split()
_ROLES = (
    "participant subject authority opponent leader victim speaker author addressee organiser accused exiled arrested"
    " supporter commander member perpetrator ally expelled executed publisher signatory"
).split()
_WORDS = (
    "the of in to was that a and had were on for by with as at war it revolution party not from his soviet is one"
    " government committee bolsheviks workers be all no peasants its russia an congress army up out left who first"
    " soldiers new power against people their after land peace petrograd socialist would they over into central been"
    " factory street strike front delegates order troops city masses majority meeting town general minister"
).split()
_SYLLABLES = "ka lo ri ne sto vi du mar ze pol gra tu she bor ya min".split()
_GIVEN = "Ivan Anna Pavel Maria Nikolai Vera Alexei Olga Sergei Lydia Grigory Nadezhda".split()
_PARTS_OF_DAY = "small-hours morning noon afternoon evening night".split()
_PREDICATES = "supported opposed worked-with criticised accused allied-with".split()

_REFORM = date(1918, 2, 14)
_BEHIND = timedelta(days=13)  # of the Julian calendar behind the Gregorian, from March 1900 to 2100


class Zipf:
    """Draws of things of which the n-th comes one n-th as often as the first."""

    def __init__(self, things: Iterable[str]) -> None:
        self._things = list(things)
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._things) + 1)))

    def draw(self, random: Random, count: int = 1) -> list[str]:
        """Draw so many things, each of them from all."""
        return random.choices(self._things, cum_weights=self._weights, k=count)


@frozen
class Synthetic:
    """A data set with so many events and statements; without events, of plain statements and whom they are about."""

    events: int
    statements: int
    seed: int = 1
    _actors: list[str] = field(init=False)
    _places: list[str] = field(init=False)
    _vocabulary: Zipf = field(init=False)

    @_actors.default
    def _name_actors(self) -> list[str]:
        """Name persons and bodies; every fourth is a body, whether it acts often or seldom."""
        count = max(self.events, self.statements // 4) // 2 + 20
        return [f"body-{n}" if n % 4 == 3 else f"person-{n}" for n in range(count)]

    @_places.default
    def _name_places(self) -> list[str]:
        return [f"place-{n}" for n in range(self.events // 40 + 20 if self.events else 0)]

    @_vocabulary.default
    def _invent_words(self) -> Zipf:
        """Invent as many words as texts of this length have (Heaps' law, with the real data's measure)."""
        size = 20 * isqrt(11 * (self.statements + 3 * self.events))
        return Zipf([*_WORDS, *(_make_word(n) for n in range(size - len(_WORDS)))])

    def tables(self) -> dict[str, Iterator[Table]]:
        """Make the records, by kind, in the form of the data files: one by one, and the same ones for the same seed."""
        return {
            "source": self._make_sources(),
            "place": (self._make_place(n, id) for n, id in enumerate(self._places)),
            "person": (_make_person(n, id) for n, id in enumerate(self._actors) if id.startswith("person")),
            "body": (_make_body(n, id) for n, id in enumerate(self._actors) if id.startswith("body")),
            "event": self._make_events(),
            "statement": self._make_statements(),
        }

    def write(self, file: Path) -> Path:
        """Write the data set as JSON, which `rr.load` reads, without ever having the whole of it in memory."""
        with file.open("w", encoding="utf-8") as output:
            for number, (kind, tables) in enumerate(self.tables().items()):
                output.write(f'{"," if number else "{"}"{kind}":[')
                for place, table in enumerate(tables):
                    output.write((",\n" if place else "\n") + json.dumps(table, separators=(",", ":")))
                output.write("]\n")
            output.write("}\n")
        return file

    def _make_sources(self) -> Iterator[Table]:
        random = Random(f"sources {self.seed}")
        for n in range(-(-self.statements // _IN_SOURCE)):
            yield {
                "id": f"volume-{n}",
                "title": f"Volume {n}",
                "kind": "chapter",
                "language": "en",
                "sha256": f"{random.getrandbits(256):064x}",
                "length": _PARAGRAPHS * (_IN_PARAGRAPH * _ROOM + 1),
                "paragraphs": [_IN_PARAGRAPH * _ROOM] * _PARAGRAPHS,
            }

    def _make_place(self, n: int, id: str) -> Table:
        """Make a place; every place but the first ten lies in one of these."""
        table: Table = {"id": id, "name": f"{_make_word(n)} town".title()}
        return table if n < 10 else table | {"within": self._places[n % 10]}

    def _make_events(self) -> Iterator[Table]:
        random = Random(f"events {self.seed}")
        actors, places, kinds, roles = Zipf(self._actors), Zipf(self._places), Zipf(_KINDS), Zipf(_ROLES)
        wholes = isqrt(self.events)
        every = max(self.events // RARE, 1)
        for n, when in zip(range(self.events), self._draw_dates(), strict=False):
            rare = n % every == 0 and n // every < RARE
            who = dict.fromkeys(actors.draw(random, _draw_one(random, {0: 8, 1: 32, 2: 33, 3: 17, 4: 8, 6: 2})))
            where = dict.fromkeys(places.draw(random, _draw_one(random, {0: 52, 1: 42, 2: 6})))
            table: Table = {
                "id": f"event-{n}",
                "title": self._draw_text(random, 7).capitalize(),
                "kind": RARE_KIND if rare else kinds.draw(random)[0],
                "places": list(where),
                "participants": [
                    {"who": id, "role": role} for id, role in zip(who, roles.draw(random, len(who)), strict=True)
                ],
                "summary": f"{self._draw_text(random, 20).capitalize()}.",
                "names": [{"text": self._draw_text(random, 5), "language": "vi", "kind": "usual"}],
            }
            if when:
                table["date"] = when
            if n >= wholes:
                table["part_of"] = f"event-{random.randrange(wholes)}"
            yield table

    def _draw_dates(self) -> Iterator[str]:
        """Draw the dates of the events, in their order; an empty text for one without."""
        random = Random(f"dates {self.seed}")
        hot = Zipf(_HOT_DAYS)
        every = max(self.events // RARE, 1)
        for n in range(self.events):
            if n % every == every // 2 and n // every < RARE:
                yield "1920-02-29"
            elif random.random() < 0.53:
                yield f"1917-{hot.draw(random)[0]}{_draw_time(random)} OS"
            else:
                yield _draw_date(random)

    def _make_statements(self) -> Iterator[Table]:
        random = Random(f"statements {self.seed}")
        actors = Zipf(self._actors)
        dates = list(self._draw_dates())
        for n in range(self.statements):
            source, place = divmod(n, _IN_SOURCE)
            paragraph, number = divmod(place, _IN_PARAGRAPH)
            text = self._write_sentence(random, n)
            start = number * _ROOM
            table: Table = {
                "id": f"volume-{source}:{paragraph + 1}.{number + 1}",
                "passage": f"{paragraph + 1}:{start}-{start + len(text)} {random.getrandbits(64):016x}",
                "opening": " ".join(text.split()[:4]),
                "text": text,
            }
            if things := actors.draw(random, _draw_one(random, {0: 9, 1: 34, 2: 30, 3: 18, 4: 9})):
                table["about"] = list(dict.fromkeys(things))
            if self.events:
                self._add_facts(random, table, actors, n * self.events // self.statements, dates)
            yield table

    def _add_facts(self, random: Random, table: Table, actors: Zipf, event: int, dates: list[str]) -> None:
        """Add what some statements have: an event and its date, a relation, a speaker, a figure, a misprint."""
        if random.random() < 0.78:
            table["event"] = f"event-{event}"
            if dates[event] and random.random() < 0.27:
                table |= {"date": dates[event], "date_printed": "on that day"}
        if random.random() < 0.24:
            subject, object = actors.draw(random, 2)
            table["relation"] = {"subject": subject, "predicate": random.choice(_PREDICATES), "object": object}
        if random.random() < 0.16:
            table["said_by"] = actors.draw(random)[0]
        if random.random() < 0.06:  # those that are not approximate and differ would have to be disputed
            value = random.randrange(2, 5000)
            figure = {"value": value, "unit": "persons", "of": "those there", "printed": f"about {value}"}
            table["figures"] = [figure | {"approximate": True}]
        if random.random() < 0.2:
            table["readings"] = [
                {"printed": "Petrogard", "read_as": "Petrograd", "reason": "a misprint", "certainty": "certain"}
            ]

    def _write_sentence(self, random: Random, n: int) -> str:
        words = self._draw_text(random, min(max(round(random.lognormvariate(2.4, 0.42)), 3), 31)).split()
        if n % COMMON_EVERY == 0:
            words[0] = COMMON_WORD
        if n % RARE_EVERY == 0:
            words[-1] = RARE_WORD
        return f"{' '.join(words).capitalize()}."

    def _draw_text(self, random: Random, words: int) -> str:
        return " ".join(self._vocabulary.draw(random, words))


def _draw_date(random: Random) -> str:
    """Draw a date outside the days that hold most events."""
    near = date.fromordinal(date(1917, 1, 1).toordinal() + random.randrange(365))
    far = date.fromordinal(int(random.triangular(*(date(year, 3, 1).toordinal() for year in (1901, 1938, 1917)))))
    day = random.choice((near, far))
    if (day.month, day.day) == (2, 29):
        day += timedelta(days=1)
    written, mark = (day - _BEHIND, " OS") if day < _REFORM else (day, "")
    year = written.year
    match _draw_one(
        random, {"day": 25, "month": 23, "span": 18, "year": 10, "season": 3, "decade": 1, "open": 5, "": 15}
    ):
        case "day":
            return f"{written}{_draw_time(random)}{mark}"
        case "month":
            return f"{written:%Y-%m}{random.choice(('', '', '~', '?'))}{mark}"
        case "span":
            end = written + timedelta(days=int(random.expovariate(1 / 60)))
            return f"{written}/{end}{mark}" if random.random() < 0.5 else f"{written:%Y-%m}/{end:%Y-%m}{mark}"
        case "year":
            return f"{year}{mark}"
        case "season":
            return f"{year}-{random.randrange(21, 25)}{mark}"
        case "decade":
            return f"{year // 10}X"
        case "open":
            return random.choice((f"{written}/..{mark}", f"../{written}{mark}"))
        case _:
            return ""


def _draw_time(random: Random) -> str:
    """Draw a time of day, or a part of it, that every fourth day has."""
    return random.choice(
        ("", "", "", random.choice((f"T{random.randrange(24):02}:30", f" {random.choice(_PARTS_OF_DAY)}")))
    )


def _draw_one(random: Random, shares: dict[Any, int]) -> Any:
    return random.choices(list(shares), list(shares.values()))[0]


def _make_word(number: int) -> str:
    """Make the number's own word, of two syllables or more."""
    number += len(_SYLLABLES)
    syllables = []
    while number:
        number, last = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[last])
    return "".join(syllables)


def _make_person(n: int, id: str) -> Table:
    name = f"{_GIVEN[n % len(_GIVEN)]} {_make_word(n).capitalize()}ov"
    return {"id": id, "name": name, "names": [{"text": f"{name}itch", "language": "en", "kind": "variant"}]}


def _make_body(n: int, id: str) -> Table:
    return {"id": id, "name": f"Committee of {_make_word(n).capitalize()}", "kind": "committee"}


def main() -> None:
    """Write a data set to a file."""
    parser = argparse.ArgumentParser(description="Make a synthetic data set.")
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--statements", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("output", type=Path)
    given = parser.parse_args()
    Synthetic(given.events, given.statements, given.seed).write(given.output)


if __name__ == "__main__":
    main()
