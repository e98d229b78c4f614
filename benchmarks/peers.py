"""The same questions side by side: the library, sqlite3, pandas, and SPARQL over the RDF export in rdflib.

All hold the same events in memory, ready to be asked; the answers are compared before the times are. sqlite3 has the
indexes that suit: one on the first day, the last and the id, an R*Tree of intervals beside it, and a table of
participants ordered by these. The better of the two counts. pandas compares whole columns, as is usual.
"""

from __future__ import annotations

import sqlite3
import time
import timeit
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import mean
from typing import Any

import pandas
import rdflib
from arguments import Arguments, choose
from report import Line, number
from scratch import Scratch, isolated
from synthetic import Synthetic

import russianrev as rr

Ask = Callable[[Any], object]

EVENTS = 100_000
_ROUNDS = 5


def measure_beside(question: str) -> Callable[[Scratch], Iterator[Line]]:
    """Make a measure of a question beside the peers."""

    def measure(scratch: Scratch) -> Iterator[Line]:
        size = min(EVENTS, max(scratch.sizes))
        took = _measure(scratch, size, time_tables, question)
        ours = took.pop("russianrev")
        name, best = min(((n, t) for n, t in took.items() if n != "pandas"), key=lambda pair: pair[1])
        at = f"{number(size)} events"
        yield Line(f"ours ÷ sqlite3, {at}", ours / best, "×", 1, detail=f"{_write_quotient(ours, best)} ({name})")
        pandas = took["pandas"]
        yield Line(f"pandas ÷ ours, {at}", pandas / ours, "×", 20, at_least=True, detail=_write_quotient(pandas, ours))
        if question == "between":
            yield Line("of ours, `parse_date` of both ends", time_dates() * 1e6, "µs")
        took = _measure(scratch, scratch.rdf_events, time_graph, question)
        graph, ours = took["rdflib"], took["russianrev"]
        at = f"{number(scratch.rdf_events)} events"
        yield Line(f"rdflib ÷ ours, {at}", graph / ours, "×", 1000, at_least=True, detail=_write_quotient(graph, ours))

    return measure


def _measure(
    scratch: Scratch, size: int, function: Callable[[Path, Arguments, str], dict[str, float]], question: str
) -> dict[str, float]:
    shape = Synthetic(events=size, statements=size)
    return isolated(function, scratch.data(shape), choose(shape), question)


def time_tables(file: Path, given: Arguments, question: str) -> dict[str, float]:
    """Measure the mean time of a question by the library, by sqlite3 with either index, and by pandas."""
    dataset = rr.load(file)
    return _race({**_prepare_ours(dataset), **_prepare_sqlite(dataset), **_prepare_pandas(dataset)}, given, question)


def time_graph(file: Path, given: Arguments, question: str) -> dict[str, float]:
    """Measure the mean time of a question by the library and by SPARQL."""
    dataset = rr.load(file)
    return _race({**_prepare_ours(dataset), **_prepare_rdflib(dataset)}, given, question)


def time_dates() -> float:
    """Measure the time that it takes to read the two ends of a period."""
    took = timeit.repeat(lambda: [rr.parse_date(day) for day in ("1917-03-08", "1917-03-15")], number=1, repeat=1000)
    return min(took)


def _race(peers: Mapping[tuple[str, str], Ask], given: Arguments, question: str) -> dict[str, float]:
    """Ask the peers that can answer the question in turn, and give each one's mean of its least times."""
    asked = {name: ask for (name, answers), ask in peers.items() if answers == question}
    wanted: list[Any] = list(given.periods if question == "between" else given.actors)
    least = {name: [float("inf")] * len(wanted) for name in asked}
    for place, argument in enumerate(wanted):
        answers = {name: frozenset(ask(argument)) for name, ask in asked.items()}  # type: ignore[call-overload]
        if len(set(answers.values())) > 1:
            raise SystemExit(f"they do not answer alike to {question} {argument}: {answers}")
        for _ in range(_ROUNDS):
            for name, ask in asked.items():
                ask(argument)  # uncounted: the others have emptied the processor's caches
                start = time.perf_counter()
                ask(argument)
                least[name][place] = min(least[name][place], time.perf_counter() - start)
    return {name: mean(times) for name, times in least.items()}


def _prepare_ours(dataset: rr.Dataset) -> dict[tuple[str, str], Ask]:
    return {
        ("russianrev", "between"): lambda period: dataset.between(*period).ids,
        ("russianrev", "involved"): lambda who: dataset.involved(who).ids,
    }


def _list_rows(dataset: rr.Dataset) -> tuple[list[tuple[str, str | None, str | None]], list[tuple[str, str]]]:
    """List the first and the last day of each event, in order of time, and who took part in which."""
    events = [(event.id, *_write_days(event.date)) for event in dataset.events]
    return events, [(part.who.id, event.id) for event in dataset.events for part in event.participants]


def _write_days(date: rr.HistoricalDate | None) -> tuple[str, str] | tuple[None, None]:
    return (str(date.start), str(date.end)) if date and date.start and date.end else (None, None)


def _prepare_sqlite(dataset: rr.Dataset) -> dict[tuple[str, str], Ask]:
    events, parts = _list_rows(dataset)
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE event (id TEXT PRIMARY KEY, first TEXT, last TEXT) WITHOUT ROWID")
    database.execute("CREATE TABLE part (who TEXT, event TEXT, PRIMARY KEY (who, event)) WITHOUT ROWID")
    database.execute("CREATE TABLE numbered (number INTEGER PRIMARY KEY, id TEXT)")
    database.execute("CREATE VIRTUAL TABLE span USING rtree_i32 (number, first, last)")
    database.executemany("INSERT INTO event VALUES (?, ?, ?)", events)
    database.executemany("INSERT OR IGNORE INTO part VALUES (?, ?)", parts)
    database.executemany("INSERT INTO numbered VALUES (?, ?)", [(n, id) for n, (id, _, _) in enumerate(events)])
    spans = [(n, _number_day(first), _number_day(last)) for n, (_, first, last) in enumerate(events) if first and last]
    database.executemany("INSERT INTO span VALUES (?, ?, ?)", spans)
    database.execute("CREATE INDEX by_day ON event (first, last, id)")
    database.execute("ANALYZE")

    def answer(query: str, *values: object) -> list[str]:
        return [id for (id,) in database.execute(query, values)]

    by_day = "SELECT id FROM event WHERE first BETWEEN ? AND ? AND last <= ? ORDER BY first, last, id"
    by_span = "SELECT id FROM span JOIN numbered USING (number) WHERE first >= ? AND last <= ? ORDER BY first, last, id"
    by_part = "SELECT id FROM part JOIN event ON id = event WHERE who = ? ORDER BY first IS NULL, first, last, id"
    return {
        ("its index", "between"): lambda period: answer(by_day, *period, period[1]),
        ("its R*Tree", "between"): lambda period: answer(by_span, *map(_number_day, period)),
        ("its index", "involved"): lambda who: answer(by_part, who),
    }


def _number_day(day: str) -> int:
    return int(day.replace("-", ""))


def _prepare_pandas(dataset: rr.Dataset) -> dict[tuple[str, str], Ask]:
    rows, pairs = _list_rows(dataset)
    events = pandas.DataFrame(rows, columns=["id", "first", "last"])
    events[["first", "last"]] = events[["first", "last"]].astype("datetime64[s]")
    parts = pandas.DataFrame(pairs, columns=["who", "event"])

    def between(period: tuple[str, str]) -> list[str]:
        first, last = map(pandas.Timestamp, period)
        ids: list[str] = events.loc[(events["first"] >= first) & (events["last"] <= last), "id"].tolist()
        return ids

    def involved(who: str) -> list[str]:
        wanted = parts.loc[parts["who"] == who, "event"]
        ids: list[str] = events.loc[events["id"].isin(wanted), "id"].tolist()  # they stand in order of time
        return ids

    return {("pandas", "between"): between, ("pandas", "involved"): involved}


def _prepare_rdflib(dataset: rr.Dataset) -> dict[tuple[str, str], Ask]:
    graph = rdflib.Graph().parse(data=dataset.export("turtle") or "", format="turtle")
    prefixes = "PREFIX crm: <http://www.cidoc-crm.org/cidoc-crm/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
    period_query = prefixes + (
        "SELECT ?event WHERE { ?event a crm:E5_Event ; crm:P4_has_time-span ?span ."
        " ?span crm:P82a_begin_of_the_begin ?first ; crm:P82b_end_of_the_end ?last ."
        ' FILTER (?first >= "%s"^^xsd:date && ?last <= "%s"^^xsd:date) } ORDER BY ?first ?last'
    )
    actor_query = prefixes + (
        "SELECT ?event WHERE { ?event crm:P11_had_participant <urn:russianrev:%s> ."
        " OPTIONAL { ?event crm:P4_has_time-span ?span ."
        " ?span crm:P82a_begin_of_the_begin ?first ; crm:P82b_end_of_the_end ?last } } ORDER BY ?first ?last"
    )

    def answer(query: str) -> list[str]:
        return [str(row[0]).removeprefix("urn:russianrev:") for row in graph.query(query)]  # type: ignore[index]

    return {
        ("rdflib", "between"): lambda period: answer(period_query % period),
        ("rdflib", "involved"): lambda who: answer(actor_query % who),
    }


def _write_quotient(one: float, other: float) -> str:
    return f"{number(one * 1e6)} ÷ {number(other * 1e6)} µs"
