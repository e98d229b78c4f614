from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx
import pytest
from bundled_data import DATASET
from factories import example, owner, record

import russianrev as rr
from russianrev.dataset import Dataset
from russianrev.exports.graph import export, write_graph
from russianrev.records.base import attributes_of
from russianrev.records.model import Citation

GEXF = "{http://www.gexf.net/1.2draft}"
FORMS = ("graphml", "gexf")
HOSTILE = '<b>"Anna" & co,</b>\n\tآنا 🚩 ]]> é \u2028'

Values = dict[str, Any]
Read = tuple[dict[str, Values], list[tuple[str, str, Values]]]


def read_graphml(path: Path) -> Read:
    """The nodes and edges of a GraphML file, as igraph reads them."""
    graph = igraph.Graph.Read_GraphML(str(path))
    nodes = {node["id"]: held(node, "id") for node in graph.vs}
    return nodes, [(graph.vs[edge.source]["id"], graph.vs[edge.target]["id"], held(edge, "id")) for edge in graph.es]


def held(element: Any, *but: str) -> Values:
    """What an element has; igraph has an empty text for an attribute that is not there."""
    return {name: value for name, value in element.attributes().items() if name not in but and value != ""}


def read_gexf(path: Path) -> Read:
    """The nodes and edges of a GEXF file, as its XML has them."""
    root = ElementTree.parse(path).getroot()
    names = {
        (of.attrib["class"], each.attrib["id"]): each.attrib["title"]
        for of in root.iter(f"{GEXF}attributes")
        for each in of
    }

    def data(element: ElementTree.Element, kind: str) -> Values:
        own: Values = {name: value for name, value in element.attrib.items() if name == "label"}
        if "weight" in element.attrib:
            own["weight"] = float(element.attrib["weight"])
        values = element.iter(f"{GEXF}attvalue")
        own |= {names[kind, each.attrib["for"]]: each.attrib["value"] for each in values}
        return {name: value for name, value in own.items() if name != "networkx_key"}  # which networkx adds

    nodes = {node.attrib["id"]: data(node, "node") for node in root.iter(f"{GEXF}node")}
    edges = [(e.attrib["source"], e.attrib["target"], data(e, "edge")) for e in root.iter(f"{GEXF}edge")]
    return nodes, edges


def read(path: Path) -> Read:
    return read_gexf(path) if path.suffix.lower() == ".gexf" else read_graphml(path)


def as_read(values: Values) -> Values:
    """What a graph holds, as a reader of a file of it should find it."""
    return {name: value if isinstance(value, str | int) else plain(value) for name, value in values.items()}


def plain(value: Any) -> Any:
    def citation(each: Citation) -> Values:
        attributes = {name: getattr(each, name) for name in attributes_of(each)}
        return attributes | {"source": each.source.id, "url": each.url}

    return json.loads(json.dumps(value, default=citation))


def from_json(values: Values) -> Values:
    lists = ("events", "roles", "citations")
    return {name: json.loads(value) if name in lists else value for name, value in values.items()}


def edges_of(graph: Any) -> Iterator[tuple[str, str, Values]]:
    for source, target, values in graph.edges(data=True):
        yield source, target, as_read(values)


@pytest.mark.parametrize("form", [*FORMS, "GraphML"])
@pytest.mark.parametrize("graph", [DATASET.network(), DATASET.lineage_graph()], ids=["network", "lineage"])
def test_another_reader_finds_every_node_edge_and_citation(tmp_path: Path, form: str, graph: Any) -> None:
    rr.write_graph(graph, str(tmp_path / f"graph.{form}"))
    nodes, edges = read(tmp_path / f"graph.{form}")
    assert {id: from_json(values) for id, values in nodes.items()} == {
        id: as_read(values) for id, values in graph.nodes(data=True)
    }
    found = [(source, target, from_json(values)) for source, target, values in edges]
    assert sorted(map(str, map(sorted_values, found))) == sorted(map(str, map(sorted_values, edges_of(graph))))


def sorted_values(edge: tuple[str, str, Values]) -> tuple[str, str, list[tuple[str, Any]]]:
    source, target, values = edge
    return source, target, sorted((k, float(v) if k == "weight" else v) for k, v in values.items())


@pytest.mark.parametrize("form", FORMS)
def test_an_export_names_the_data_set_and_its_licence(tmp_path: Path, form: str) -> None:
    DATASET.export(form, tmp_path / f"graph.{form}")
    text = (tmp_path / f"graph.{form}").read_text(encoding="utf-8")
    assert f"version {rr.__version__}" in text
    assert "CC-BY-4.0" in text
    assert len(read(tmp_path / f"graph.{form}")[0]) == len(DATASET.network())


def test_an_export_of_ones_own_data_has_no_licence(wharf: Dataset) -> None:
    assert "CC-BY" not in export(wharf)


@pytest.mark.parametrize("form", FORMS)
def test_hostile_names_survive(tmp_path: Path, form: str) -> None:
    tables = example()
    record(tables, "anna-sorokina")["name"] = HOSTILE
    write_graph(Dataset(owner(tmp_path, tables)).network(), tmp_path / f"network.{form}")
    nodes, _ = read(tmp_path / f"network.{form}")
    assert nodes["anna-sorokina"]["label"] == HOSTILE


@pytest.mark.parametrize("form", FORMS)
def test_what_xml_cannot_hold_is_replaced(wharf: Dataset, tmp_path: Path, form: str) -> None:
    graph = wharf.network()
    graph.nodes["anna-sorokina"]["label"] = "An\x00na\x1b\uffff\r"
    write_graph(graph, tmp_path / f"network.{form}")
    nodes, _ = read(tmp_path / f"network.{form}")
    assert nodes["anna-sorokina"]["label"] == "An\ufffdna" + "\ufffd" * 3


def test_no_two_edges_of_a_graph_have_the_same_id(tmp_path: Path) -> None:
    graph = DATASET.lineage_graph()
    write_graph(graph, tmp_path / "lineage.graphml")
    edges = list(ElementTree.parse(tmp_path / "lineage.graphml").iter("{http://graphml.graphdrawing.org/xmlns}edge"))
    assert len({edge.attrib["id"] for edge in edges}) == len(edges) == graph.number_of_edges()


def test_writing_leaves_the_graph_as_it_was(wharf: Dataset, tmp_path: Path) -> None:
    graph = wharf.network()
    write_graph(graph, tmp_path / "network.graphml")
    assert networkx.utils.graphs_equal(graph, wharf.network())


@pytest.mark.parametrize("name", ["network.png", "network"])
def test_another_suffix_is_refused(wharf: Dataset, tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=rf"ends in \.graphml or \.gexf, not '{name}'"):
        write_graph(wharf.network(), tmp_path / name)
