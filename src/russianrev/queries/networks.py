"""Who took part in what with whom, and how parties came from each other, as graphs of networkx.

Needs the extra `graph`. Nodes are ids, and citations are `Citation` objects; `russianrev.exports.graph` writes files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from russianrev.extras import needs
from russianrev.records.model import Body, Citation, Event, Party, Person
from russianrev.vocabulary import Role

if TYPE_CHECKING:
    import networkx


def network(events: Iterable[Event]) -> networkx.Graph:
    """Make the graph that `Timeline.network` answers with."""
    graph = needs("graph", "networkx").Graph()
    for event in events:
        roles = _list_roles(event)
        for who in roles:
            if who.id not in graph:
                graph.add_node(who.id, label=who.name, kind=type(who).__name__.lower(), events=())
            graph.nodes[who.id]["events"] += (event.id,)
        for pair in combinations(roles, 2):
            first, second = (who.id for who in pair)
            if not graph.has_edge(first, second):
                graph.add_edge(first, second, weight=0, events=(), roles=(), citations=())
            edge = graph.edges[first, second]
            edge["weight"] += 1
            edge["events"] += (event.id,)
            edge["roles"] += tuple((event.id, who.id, str(role)) for who in pair for role in roles[who])
            edge["citations"] = tuple(dict.fromkeys((*edge["citations"], *_gather_passages(event, *pair))))
    return graph


def lineage_graph(parties: Iterable[Party]) -> networkx.MultiDiGraph:
    """Make the graph of `Dataset.lineage_graph`, of some parties and those that splits and mergers tie to them."""
    graph = needs("graph", "networkx").MultiDiGraph()
    for party in parties:
        graph.add_node(party.id, **_describe(party))
        for descent in party.lineage():
            earlier, later, kind = descent.earlier, descent.later, str(descent.kind)
            for end in (earlier, later):
                graph.add_node(end.id, **_describe(end))
            citations = tuple(dict.fromkeys(s.citation for s in earlier.statements if later in s.things))
            date = {"date": descent.date.notation} if descent.date else {}
            graph.add_edge(earlier.id, later.id, key=kind, kind=kind, citations=citations, **date)
    return graph


def _list_roles(event: Event) -> dict[Person | Party | Body, list[Role]]:
    roles: dict[Person | Party | Body, list[Role]] = {}
    for participant in event.participants:
        roles.setdefault(participant.who, []).append(participant.role)
    return roles


def _gather_passages(event: Event, *who: Person | Party | Body) -> Iterator[Citation]:
    """Gather the passages on an event that touch any of these."""
    for statement in event.statements:
        if statement.event == event and any(one in statement.things for one in who):
            yield statement.citation


def _describe(party: Party) -> dict[str, str]:
    dates = {"founded": party.founded, "dissolved": party.dissolved}
    known = {name: date.notation for name, date in dates.items() if date}
    return {"label": party.name, "kind": str(party.kind), **known}
