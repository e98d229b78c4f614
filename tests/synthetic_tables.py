"""Invented tables of any size, in the form of the Parquet export: `from synthetic_tables import Synthetic`.

They are shaped like history as people write it: a few days of 1917 hold most of what happened, a few persons take most
parts, many dates are known to the month or the year alone, or are spans, or open. The tables are written from plain
values and not through records, of which a million would take minutes; the dates are the library's own.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
from attrs import frozen

from russianrev.dates import HistoricalDate, read_notation
from russianrev.vocabulary import EventKind, Role

_ROLES = [role.value for role in Role]
_KINDS = [kind.value for kind in EventKind]
_TIMES = ["", "", "", "T02", "T21:45", " morning", " evening", " night"]

# Old Style: the ten days of February, July, the ten days of October and after.
_CROWDED = [
    *(f"1917-02-{day}" for day in range(23, 29)),
    *(f"1917-03-0{day}" for day in range(1, 4)),
    *(f"1917-07-0{day}" for day in range(3, 6)),
    *(f"1917-10-{day}" for day in range(20, 32)),
    "1918-01-05",
]

_STATEMENTS_OF_A_SOURCE = 25_000
_STATEMENTS_OF_A_PARAGRAPH = 8

_parsed = cache(read_notation)


@frozen
class Statement:
    """What the views need of a statement; `event` and `about` are numbers."""

    source: str
    paragraph: int
    number: int
    start: int
    event: int | None
    about: int
    dated: bool

    @property
    def id(self) -> str:
        return f"{self.source}:{self.paragraph}.{self.number}"

    @property
    def passage(self) -> tuple[str, int, int, int, str, str, str]:
        """What a citation is, in the columns of `asking_sql.CITED`."""
        locator = f"{self.source} ¶{self.paragraph} [{self.start}–{self.start + 1}] “{self.start} …”"
        url = f"https://example.org/{self.source}#:~:text={self.start}"
        return self.source, self.paragraph, self.start, self.start + 1, f"{self.start:016x}", locator, url


class Synthetic:
    """A number of events, with those who took part in them and the statements that tell of them."""

    def __init__(self, events: int, seed: int = 1917) -> None:
        chance = random.Random(seed)
        kinds = [_crowded, _day, _month, _season, _year, _decade, _span, _open, _undated]
        chosen = chance.choices(kinds, [50, 22, 9, 2, 4, 1, 6, 3, 3], k=events)
        self.dates: list[HistoricalDate | None] = [_parsed(text) if (text := kind(chance)) else None for kind in chosen]
        persons = max(events // 200, 20)
        fame = list(accumulate(1 / rank for rank in range(1, persons + 1)))
        crowd = chance.choices(range(5), [25, 35, 25, 10, 5], k=events)
        present = chance.choices(range(persons), cum_weights=fame, k=sum(crowd))
        roles = chance.choices(_ROLES, [1 / rank for rank in range(1, len(_ROLES) + 1)], k=len(present))
        where = (event for event, size in enumerate(crowd) for _ in range(size))
        self.participants = list(zip(where, present, roles, strict=True))
        self.statements = [_statement(chance, number, events, persons, fame) for number in range(events * 6 // 5)]

    @cached_property
    def order(self) -> list[int]:
        """The events in the order of the library: by time, then as told, then by id; the undated last."""
        told: dict[int, int] = {}
        for place, statement in enumerate(self.statements):
            if statement.event is not None:
                told.setdefault(statement.event, place)
        last = len(self.statements)
        keys = [
            (date is None, date.sort_key if date else (), told.get(event, last), event)
            for event, date in enumerate(self.dates)
        ]
        return sorted(range(len(keys)), key=keys.__getitem__)

    @cached_property
    def on(self) -> dict[HistoricalDate, list[int]]:
        """The events of each date."""
        on: dict[HistoricalDate, list[int]] = defaultdict(list)
        for event, date in enumerate(self.dates):
            if date:
                on[date].append(event)
        return on

    @cached_property
    def parts(self) -> dict[tuple[int, str], set[int]]:
        """The events in which each person took part, in each role and, under "", in any."""
        parts: dict[tuple[int, str], set[int]] = defaultdict(set)
        for event, who, role in self.participants:
            parts[who, role].add(event)
            parts[who, ""].add(event)
        return parts

    def in_order(self, events: set[int]) -> list[str]:
        """The ids of events, in order."""
        return [event_id(event) for event in self.order if event in events]

    def between(self, period: HistoricalDate, *, possible: bool) -> list[str]:
        """The events of a period, by asking every date."""
        fit = (events for date, events in self.on.items() if date.within(period, possible=possible))
        return self.in_order(set(chain.from_iterable(fit)))

    def involved(self, *who: int, role: str = "", how: str = "all") -> list[str]:
        """The events in which all of these, or any, took part."""
        of_each = [self.parts[one, role] for one in who]
        return self.in_order(set.intersection(*of_each) if how == "all" else set.union(*of_each))

    def sources_for(self, *, event: int | None = None, about: int | None = None) -> list[tuple[Any, ...]]:
        """The passages of the statements that touch an event or a person."""
        return _passages(s for s in self.statements if (s.about == about if event is None else s.event == event))

    def sources_for_date(self, event: int) -> list[tuple[Any, ...]]:
        """The passages that give an event its date."""
        return _passages(s for s in self.statements if s.event == event and s.dated and self.dates[event])

    def write(self, folder: Path, form: Path) -> None:
        """Write the tables that the views read; `form` is an export, whose schemas they have."""
        dates = self.dates
        _write(
            folder / "events.parquet",
            form,
            id=[event_id(event) for event in range(len(dates))],
            title=[f"Event {event}" for event in range(len(dates))],
            kind=[_KINDS[event % len(_KINDS)] for event in range(len(dates))],
            date_notation=[date and date.notation for date in dates],
            date_start=[date and date.start for date in dates],
            date_end=[date and date.end for date in dates],
            date_precision=[date and date.precision.value for date in dates],
            date_time=[date.time.notation if date and date.time else None for date in dates],
        )
        _write(
            folder / "participants.parquet",
            form,
            event_id=[event_id(event) for event, _, _ in self.participants],
            who_id=[person_id(who) for _, who, _ in self.participants],
            role=[role for _, _, role in self.participants],
        )
        told = self.statements
        passages = [statement.passage for statement in told]
        names = ("source_id", "paragraph", "char_start", "char_end", "digest", "locator", "url")
        _write(
            folder / "statements.parquet",
            form,
            id=[statement.id for statement in told],
            number=[statement.number for statement in told],
            event_id=[None if s.event is None else event_id(s.event) for s in told],
            date_notation=["1917" if statement.dated else None for statement in told],
            **dict(zip(names, map(list, zip(*passages, strict=True)), strict=True)),
        )
        touched = [(s.id, "about", person_id(s.about)) for s in told]
        touched += [(s.id, "event", event_id(s.event)) for s in told if s.event is not None]
        touched += [(s.id, "said-by", person_id(s.about)) for s in told if s.number == 1]
        columns = dict(zip(("statement_id", "link", "thing_id"), map(list, zip(*touched, strict=True)), strict=True))
        _write(folder / "statement_things.parquet", form, **columns)


def event_id(event: int) -> str:
    return f"event-{event:07}"


def person_id(person: int) -> str:
    return f"person-{person:05}"


def _passages(statements: Iterable[Statement]) -> list[tuple[Any, ...]]:
    return list(dict.fromkeys(statement.passage for statement in statements))


def _statement(chance: random.Random, place: int, events: int, persons: int, fame: list[float]) -> Statement:
    """The statement at a place among all; a tenth of them are of the same passage as the one before."""
    source, within = divmod(place, _STATEMENTS_OF_A_SOURCE)
    paragraph, number = divmod(within, _STATEMENTS_OF_A_PARAGRAPH)
    tells = chance.random() < 0.7
    return Statement(
        source=f"source-{source:04}",
        paragraph=paragraph + 1,
        number=number + 1,
        start=number - 1 if number and chance.random() < 0.1 else number,
        event=chance.randrange(events) if tells else None,
        about=chance.choices(range(persons), cum_weights=fame)[0],
        dated=tells and chance.random() < 0.3,
    )


def _write(file: Path, form: Path, **columns: list[Any]) -> None:
    """A table with these columns; the others are null, or where they may not be, empty."""
    schema = pyarrow.parquet.read_schema(form / file.name)
    length = len(next(iter(columns.values())))

    def filled(field: Any) -> Any:
        if field.name in columns:
            return pyarrow.array(columns[field.name], field.type)
        if field.nullable:
            return pyarrow.nulls(length, field.type)
        return pyarrow.repeat(pyarrow.scalar("" if field.type == pyarrow.string() else 0, field.type), length)

    pyarrow.parquet.write_table(pyarrow.Table.from_arrays(list(map(filled, schema)), schema=schema), file)


# Dates, in notation.


def _style(year: int) -> str:
    return " OS" if year < 1918 else ""


def _flag(chance: random.Random) -> str:
    return chance.choices(["", "~", "?", "%"], [85, 9, 5, 1])[0]


def _some_year(chance: random.Random) -> int:
    return round(chance.triangular(1881, 1938, 1918))


def _crowded(chance: random.Random) -> str:
    time = chance.choice(_TIMES)
    return f"{chance.choice(_CROWDED)}{time} OS"


def _day(chance: random.Random) -> str:
    year = _some_year(chance)
    return f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}{_flag(chance)}{_style(year)}"


def _month(chance: random.Random) -> str:
    year = _some_year(chance)
    return f"{year}-{chance.randint(1, 12):02}{_flag(chance)}{_style(year)}"


def _season(chance: random.Random) -> str:
    year = _some_year(chance)
    return f"{year}-{chance.randint(21, 24)}{_flag(chance)}{_style(year)}"


def _year(chance: random.Random) -> str:
    year = _some_year(chance)
    return f"{year}{_flag(chance)}{_style(year)}"


def _decade(chance: random.Random) -> str:
    return f"{chance.randint(188, 193)}X{_flag(chance)}"


def _span(chance: random.Random) -> str:
    first = _some_year(chance)
    last = first + chance.choice([0, 0, 0, 1, 1, 5])
    month = chance.randint(1, 6)
    if chance.random() < 0.5:
        days = f"{chance.randint(1, 14):02}", f"{chance.randint(15, 28)}"
        return f"{first}-{month:02}-{days[0]}/{last}-{month:02}-{days[1]}{_style(first)}"
    return f"{first}-{month:02}{_flag(chance)}/{last}-{month + 6:02}{_flag(chance)}{_style(first)}"


def _open(chance: random.Random) -> str:
    year = _some_year(chance)
    return f"{year}/..{_style(year)}" if chance.random() < 0.7 else f"../{year}{_style(year)}"


def _undated(chance: random.Random) -> str:
    return ""
