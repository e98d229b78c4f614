from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import networkx
from bundled_data import DATASET
from factories import changed, example, owner, record

from russianrev.dataset import Dataset
from russianrev.queries.networks import lineage_graph, network


def test_those_who_took_part_in_one_event_are_linked_by_it(wharf: Dataset) -> None:
    graph = wharf.network()
    assert set(graph) == {"anna-sorokina", "dockers-union", "union-board"}
    assert graph.nodes["anna-sorokina"] == {"label": "Anna Sorokina", "kind": "person", "events": ("wharf-strike",)}
    assert [graph.nodes[id]["kind"] for id in ("dockers-union", "union-board")] == ["party", "body"]
    edge = graph.edges["dockers-union", "anna-sorokina"]
    assert (edge["weight"], edge["events"]) == (1, ("wharf-strike",))
    assert set(edge["roles"]) == {
        ("wharf-strike", "anna-sorokina", "speaker"),
        ("wharf-strike", "dockers-union", "organiser"),
    }


def test_an_edge_cites_what_is_said_on_the_event_of_one_of_the_two(wharf: Dataset) -> None:
    cited = wharf.network().edges["anna-sorokina", "dockers-union"]["citations"]
    told = ("wharf-chronicle:3.1", "union-letter:1.1", "union-letter:2.1")
    assert set(cited) == {wharf.statements[id].citation for id in told}
    assert len(cited) == len(set(cited))


def test_who_had_two_roles_in_an_event_is_one_node_with_both(tmp_path: Path) -> None:
    tables = example()
    record(tables, "wharf-strike")["participants"].append({"who": "anna-sorokina", "role": "leader"})
    graph = Dataset(owner(tmp_path, tables)).network()
    edge = graph.edges["anna-sorokina", "union-board"]
    assert edge["weight"] == 1
    assert {role for _, who, role in edge["roles"] if who == "anna-sorokina"} == {"speaker", "leader"}
    assert not list(networkx.selfloop_edges(graph))


def test_who_took_part_alone_is_there_without_an_edge(wharf: Dataset) -> None:
    strike = wharf.events["wharf-strike"]
    graph = network([changed(strike, participants=strike.participants[:1])])
    assert (list(graph), graph.number_of_edges()) == (["anna-sorokina"], 0)


def test_a_timeline_has_the_network_of_its_own_events(wharf: Dataset) -> None:
    assert len(wharf.events.of_kind("revolution").network()) == 0
    assert set(DATASET.between("1934").network()) < set(DATASET.network())


def test_the_network_of_the_bundled_data_counts_what_each_two_did_together() -> None:
    graph = DATASET.network()
    shared: dict[frozenset[str], list[str]] = defaultdict(list)
    for event in DATASET.events:
        for pair in combinations({p.who.id for p in event.participants}, 2):
            shared[frozenset(pair)].append(event.id)
    assert {frozenset(pair): list(events) for *pair, events in graph.edges(data="events")} == shared
    assert all(edge["weight"] == len(edge["events"]) for *_, edge in graph.edges(data=True))
    assert all({e for e, *_ in edge["roles"]} == set(edge["events"]) for *_, edge in graph.edges(data=True))


def test_a_lineage_has_an_edge_for_each_split_and_merger(wharf: Dataset) -> None:
    graph = lineage_graph([wharf.parties["port-league"]])
    assert set(graph.edges(keys=True)) == {
        ("port-league", "dockers-union", "split"),
        ("dockers-union", "port-league", "merger"),
    }
    assert graph.nodes["dockers-union"] == {
        "label": "Dockers' Union",
        "kind": "party",
        "founded": "1905?",
        "dissolved": "1921-03",
    }
    assert graph.nodes["port-league"] == {"label": "Port League", "kind": "bloc"}
    split = graph.edges["port-league", "dockers-union", "split"]
    assert split == {"kind": "split", "date": "1905?", "citations": ()}


def test_the_lineage_of_the_bundled_parties_runs_one_way() -> None:
    graph = DATASET.lineage_graph()
    assert set(graph) == set(DATASET.parties.ids)
    assert networkx.is_directed_acyclic_graph(graph)
    steps = {(d.earlier.id, d.later.id, str(d.kind)) for party in DATASET.parties for d in party.lineage()}
    assert set(graph.edges(keys=True)) == steps
    for earlier, later, citations in graph.edges(data="citations"):
        things = {DATASET.parties[earlier], DATASET.parties[later]}
        assert all(any(s.citation == c and things <= {*s.things} for s in c.source.statements) for c in citations)
