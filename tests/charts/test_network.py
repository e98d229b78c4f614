from __future__ import annotations

import sys
from typing import Any

import networkx
import pytest
from bundled_data import DATASET
from charts_drawn import overlaps, rows, svg, texts, with_tooltip
from hypothesis import given, settings
from hypothesis import strategies as st

from russianrev.charts import network_chart
from russianrev.charts.network import _cross
from russianrev.charts.palette import ACTORS
from russianrev.dataset import Dataset
from russianrev.errors import MissingExtraError


def graph(*edges: tuple[str, str, int], **labels: str) -> networkx.Graph:
    """A graph of persons by name, and an edge of a weight for each pair."""
    made = networkx.Graph()
    for first, second, weight in edges:
        for one in (first, second):
            made.add_node(one, label=labels.get(one, one), kind="person", events=("an-event",))
        made.add_edge(first, second, weight=weight)
    return made


def together() -> networkx.Graph:
    """Who took part in what with whom, in the whole of the data."""
    made = networkx.Graph()
    for event in DATASET.events:
        who = list(dict.fromkeys(participant.who for participant in event.participants))
        for one in who:
            kind = type(one).__name__.lower()
            made.add_node(
                one.id, label=one.name, kind=kind, events=(*made.nodes.get(one.id, {}).get("events", ()), event.id)
            )
        for first in who:
            for second in who[: who.index(first)]:
                weight = made.edges[first.id, second.id]["weight"] if made.has_edge(first.id, second.id) else 0
                made.add_edge(first.id, second.id, weight=weight + 1)
    return made


WHOLE = together()


def test_the_most_connected_are_drawn_and_the_subtitle_says_of_how_many() -> None:
    chart = network_chart(WHOLE, most=25)
    weights = dict(WHOLE.degree(weight="weight"))
    drawn = {row["name"] for row in with_tooltip(chart, "name")}
    assert len(drawn) == 25
    left_out = [weights[node] for node in WHOLE if WHOLE.nodes[node]["label"] not in drawn]
    assert min(weights[node] for node in WHOLE if WHOLE.nodes[node]["label"] in drawn) >= max(left_out)
    assert f"The 25 most connected of {len(WHOLE)}." in chart.subtitle


def test_no_two_labels_run_into_each_other() -> None:
    for most, width in ((40, 960), (80, 480)):
        chart = network_chart(WHOLE, most=most, width=width)
        found = texts(chart)
        assert overlaps(found) == []
        assert all(text.left >= 0 and text.right <= chart.width + 28 for text in found)


def test_nodes_are_coloured_by_kind_and_lines_are_as_wide_as_they_share_events() -> None:
    chart = network_chart(WHOLE)
    assert all(row["colour"] == ACTORS[row["kind"]] for row in with_tooltip(chart, "kind"))
    widths: dict[int, float] = {}
    for layer in chart.to_dict()["layer"]:
        for row in layer["data"]["values"]:
            if "between" in row:
                widths[int(row["events"])] = layer["mark"]["strokeWidth"]
    assert sorted(widths.values()) == [widths[weight] for weight in sorted(widths)]


def test_equal_graphs_make_equal_charts() -> None:
    edges = [("a", "b", 2), ("b", "c", 1), ("c", "d", 4)]
    one, other = network_chart(graph(*edges)), network_chart(graph(*reversed(edges)))
    assert one.to_dict()["layer"][-1] == other.to_dict()["layer"][-1]


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("ijklmnop"), st.integers(1, 9)), min_size=1))
def test_any_network_is_drawn(edges: list[tuple[str, str, int]]) -> None:
    drawn = network_chart(graph(*edges))
    assert {row["name"] for row in with_tooltip(drawn, "name")} == {one for edge in edges for one in edge[:2]}


def test_hostile_names_and_kinds_are_text() -> None:
    hostile = graph(("a", "b", 1), a="<img src=x onerror=alert(1)>", b="x" * 300)
    hostile.nodes["b"]["kind"] = "host"
    chart = network_chart(hostile, title="<b>")
    assert "<img" not in svg(chart)
    assert any(row["text"].endswith("…") for row in rows(chart, "text"))


def test_a_timeline_and_a_data_set_have_networks_of_their_own(wharf: Dataset) -> None:
    chart = wharf.network_chart()
    assert {row["name"] for row in with_tooltip(chart, "name")} == {
        one.who.name for one in wharf.events["wharf-strike"].participants
    }
    october = DATASET.between("1917-10 OS").network_chart(most=10)
    assert october.title == "Who took part with whom, October 1917 (O.S.)"
    assert any(row["text"].startswith("Data: russianrev ") for row in rows(october, "text"))
    assert DATASET.events.network_chart(most=10, title="Ten").title == "Ten"
    with pytest.raises(ValueError, match="no two took part"):
        wharf.between("1800").network_chart()


@pytest.mark.parametrize(("library", "extra"), [("networkx", "graph"), ("numpy", "charts")])
def test_without_an_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch, library: str, extra: str) -> None:
    made = graph(("a", "b", 1))
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=rf"russianrev\[{extra}\]"):
        network_chart(made)


@pytest.mark.parametrize("empty", [networkx.Graph(), graph()])
def test_a_network_of_none_cannot_be_drawn(empty: Any) -> None:
    with pytest.raises(ValueError, match="no two took part"):
        network_chart(empty)


BOX = (10.0, 20.0, 0.0, 4.0)


@pytest.mark.parametrize(
    ("ends", "parts"),
    [
        (((0, 2), (40, 2)), [(0.0, 0.25, False), (0.25, 0.5, True), (0.5, 1, False)]),
        (((0, 9), (40, 9)), [(0.0, 1, False)]),
        (((15, -8), (15, 8)), [(0.0, 0.5, False), (0.5, 0.75, True), (0.75, 1, False)]),
        (((5, -8), (5, 8)), [(0.0, 1, False)]),
        (((12, 2), (18, 2)), [(0.0, 1.0, True)]),
    ],
)
def test_a_line_is_divided_where_it_goes_under_a_label(ends: Any, parts: list[tuple[float, float, bool]]) -> None:
    assert list(_cross(ends, [BOX])) == parts


def test_labels_that_overlap_divide_a_line_once() -> None:
    boxes = [BOX, (12.0, 18.0, 0.0, 4.0), (16.0, 30.0, 0.0, 4.0)]
    found = list(_cross(((0, 2), (40, 2)), boxes))
    assert found == [(0.0, 0.25, False), (0.25, 0.5, True), (0.5, 0.75, True), (0.75, 1, False)]
