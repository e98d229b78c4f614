"""A picture of a network: who took part in events with whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from math import pi, sqrt
from typing import TYPE_CHECKING, TypeAlias

from attrs import define, field

from russianrev.charts.canvas import GREY, Canvas, about_of, credit, lines, width_of
from russianrev.charts.palette import ACTORS
from russianrev.charts.timeline import write_title
from russianrev.charts.words import speaker
from russianrev.extras import needs
from russianrev.metadata import About
from russianrev.picture import Chart
from russianrev.queries.networks import network
from russianrev.queries.timeline import Timeline
from russianrev.translations import word_in

if TYPE_CHECKING:
    import networkx

_LINE = 12.5  # pixels from one line of a label to the next
_CLEAR = 3.0  # pixels between what might touch
_TURNS = 150  # of pushing apart
_TOUCH = 0.01  # pixels that boxes may overlap, since numbers are not exact
_UNDER = 0.08  # opacity of a line where it goes under a label

_Line: TypeAlias = tuple[tuple[float, float], tuple[float, float]]  # from (x, y) to (x, y)
_Box: TypeAlias = tuple[float, float, float, float]  # left, right, top and bottom


@define
class _Node:
    """A node with its label below it, in a box around (x, y); the dot is at the top of the box."""

    id: str
    label: list[str]
    colour: str
    radius: float
    x: float = 0
    y: float = 0
    wide: float = field(init=False)
    """Half the width of the box."""
    high: float = field(init=False)
    """Half its height."""

    def __attrs_post_init__(self) -> None:
        self.wide = max(self.radius, *(width_of(line) / 2 for line in self.label)) + _CLEAR
        self.high = self.radius + len(self.label) * _LINE / 2 + _CLEAR

    @property
    def box(self) -> _Box:
        """Where the label is."""
        wide = self.wide - _CLEAR
        return self.x - wide, self.x + wide, self.dot + self.radius, self.y + self.high

    @property
    def dot(self) -> float:
        """Where the middle of the dot is."""
        return self.y - self.high + _CLEAR + self.radius


def network_chart(
    graph: networkx.Graph,
    *,
    most: int = 40,
    names: Mapping[str, str] | None = None,
    language: str = "en",
    width: float = 960,
    title: str | None = None,
    about: About | None = None,
) -> Chart:
    """Draw a graph of `networks.network`: a dot a person, party or body, a line the wider the more they share.

    Of a large graph only the `most` nodes of the greatest total weight are drawn; `names` are what to call them by id,
    their labels if that is left out. The rest is in `language`. Equal graphs make equal charts.
    Raises `ValueError` if no two nodes are joined, and `MissingExtraError`.
    """
    joined = {node: weight for node, weight in graph.degree(weight="weight") if graph.degree(node)}
    chosen = sorted(joined, key=lambda node: (-joined[node], node))[:most]
    drawn = graph.subgraph(chosen)
    if not drawn.edges:
        raise ValueError("nothing to draw: no two took part in the same event")
    canvas, say = Canvas(width), speaker(language)
    called = {node: str((names or {}).get(node, drawn.nodes[node]["label"])) for node in chosen}
    nodes = _lay_out(drawn, {node: joined[node] for node in chosen}, called, width)
    for first, second, edge in sorted(drawn.edges(data=True), key=lambda edge: edge[2]["weight"]):
        a, b, weight = nodes[first], nodes[second], edge["weight"]
        tooltip = {say("between"): say("{} and {}", called[first], called[second]), say("events"): str(weight)}
        style = {
            "strokeWidth": round(0.7 * sqrt(weight) ** 1.3, 1),
            "opacity": round(min(0.22 + 0.06 * weight, 0.6), 2),
        }
        ends = (a.x, a.dot), (b.x, b.dot)
        for begins, stops, under in _cross(ends, [node.box for node in nodes.values()]):
            (x, y), (x2, y2) = (_point_at(ends, share) for share in (begins, stops))
            canvas.line(x, x2, y, y2, GREY, tooltip, **(style | {"opacity": _UNDER} if under else style))
    for node in nodes.values():
        held = drawn.nodes[node.id]
        tooltip = {
            say("name"): called[node.id],
            say("kind"): word_in(held["kind"], language),
            say("events"): str(len(held["events"])),
        }
        canvas.point(node.x, node.dot, node.colour, tooltip, size=round(pi * node.radius**2, 1))
        for number, line in enumerate(node.label):
            canvas.text(node.x, node.dot + node.radius + _LINE * (number + 0.6), line, align="center")
    bottom = max(node.y + node.high for node in nodes.values()) + 24
    x, kinds = 0.0, {drawn.nodes[node]["kind"] for node in nodes}
    for kind in ACTORS:
        if kind in kinds:
            name = word_in(kind, language)
            canvas.point(x + 6, bottom, ACTORS[kind])
            canvas.text(x + 18, bottom, name, GREY, size=10)
            x += 44 + width_of(name, 10)
    subtitle = say(
        "The {} most connected of {}. The wider a line, the more events both took part in; "
        "the larger a dot, the more it shares with all others.",
        len(nodes),
        len(graph),
    )
    return canvas.chart(bottom + 10, title or say("Who took part with whom"), subtitle, credit(about, say))


def timeline_network_chart(
    events: Timeline, *, most: int = 40, language: str = "en", width: float = 960, title: str | None = None
) -> Chart:
    """Draw who took part in events with whom: see `Timeline.network_chart`."""
    return network_chart(
        network(events),
        most=most,
        names={one.who.id: one.who.name_in(language) for event in events for one in event.participants},
        language=language,
        width=width,
        title=title or write_title("Who took part with whom", events, language),
        about=about_of(events[0]) if events else None,
    )


def _lay_out(
    graph: networkx.Graph, weights: dict[str, float], called: Mapping[str, str], width: float
) -> dict[str, _Node]:
    """Find where to draw the nodes: those that share much stand near each other, and no two touch."""
    networkx, most = needs("graph", "networkx"), max(weights.values())
    needs("charts", "numpy")  # with which networkx finds the places
    ordered = networkx.Graph()  # a subgraph's own order is not the same every time
    ordered.add_nodes_from(weights)
    ordered.add_weighted_edges_from(sorted((*sorted(edge[:2]), edge[2]["weight"]) for edge in graph.edges(data=True)))
    first, *others = (
        max(part, key=lambda node: (weights[node], node)) for part in networkx.connected_components(ordered)
    )
    ordered.add_edges_from((first, other) for other in others)  # or what is apart would fly to the edge of the sheet
    places = networkx.spring_layout(ordered, k=2.2 / sqrt(len(weights)), iterations=300, seed=1917)
    across, down = (_spread({node: float(place[axis]) for node, place in places.items()}) for axis in (0, 1))
    nodes = {}
    for id, weight in weights.items():
        held, radius = graph.nodes[id], 4 + 14 * sqrt(weight / most)
        node = _Node(id, lines(called[id], 120), ACTORS.get(held["kind"], GREY), radius)
        node.x = node.wide + across[id] * (width - 2 * node.wide)
        node.y = node.high + down[id] * width * 0.62
        nodes[id] = node
    _part(list(nodes.values()), width)
    top = min(node.y - node.high for node in nodes.values())
    for node in nodes.values():
        node.y -= top
    return nodes


def _cross(ends: _Line, boxes: Iterable[_Box]) -> Iterator[tuple[float, float, bool]]:
    """Divide a line where it goes under boxes: shares of its length, from and to, and whether it is under any there."""
    hidden = sorted(span for box in boxes if (span := _find_under(ends, box)))
    at = 0.0
    for begins, stops in hidden:
        if begins > at:
            yield at, begins, False
        if stops > at:
            yield max(begins, at), stops, True
            at = stops
    if at < 1:
        yield at, 1, False


def _find_under(ends: _Line, box: _Box) -> tuple[float, float] | None:
    """Find the shares of a line's length between which it is under a box, by Liang and Barsky (1984)."""
    (x, y), (x2, y2) = ends
    left, right, top, bottom = box
    begins, stops = 0.0, 1.0
    for along, low, high in ((x2 - x, left - x, right - x), (y2 - y, top - y, bottom - y)):
        if along:
            near, far = sorted((low / along, high / along))
            begins, stops = max(begins, near), min(stops, far)
        elif low > 0 or high < 0:
            return None
    return (begins, stops) if begins < stops else None


def _point_at(ends: _Line, share: float) -> tuple[float, float]:
    (x, y), (x2, y2) = ends
    return x + (x2 - x) * share, y + (y2 - y) * share


def _spread(values: dict[str, float]) -> dict[str, float]:
    """Spread values from 0 to 1, halfway between where they were and evenly spaced."""
    low, high = min(values.values()), max(values.values())
    ranked = sorted(values, key=lambda node: (values[node], node))
    return {
        node: 0.5 * (values[node] - low) / (high - low or 1) + 0.5 * rank / max(len(ranked) - 1, 1)
        for rank, node in enumerate(ranked)
    }


def _part(nodes: list[_Node], width: float) -> None:
    """Push boxes apart until no two overlap; if they still do after many turns, the lower moves down."""
    for _ in range(_TURNS):
        pairs = [(first, second) for first, second in combinations(nodes, 2) if _overlap(first, second)]
        for first, second in pairs:
            across, down = _measure_overlap(first, second)
            if across < down:
                way = across / 2 if first.x > second.x else -across / 2
                first.x = min(max(first.x + way, first.wide), width - first.wide)
                second.x = min(max(second.x - way, second.wide), width - second.wide)
            else:
                way = down / 2 if first.y > second.y else -down / 2
                first.y, second.y = first.y + way, second.y - way
        if not pairs:
            return
    settled: list[_Node] = []
    for node in sorted(nodes, key=lambda node: node.y):
        for other in settled:  # from the top, so that a node that moves down stays clear of those it has passed
            if _overlap(node, other):
                node.y = other.y + other.high + node.high
        settled.append(node)
        settled.sort(key=lambda node: node.y - node.high)


def _measure_overlap(first: _Node, second: _Node) -> tuple[float, float]:
    """Measure how far the boxes of two nodes overlap, across and down."""
    across = first.wide + second.wide - abs(first.x - second.x)
    return across, first.high + second.high - abs(first.y - second.y)


def _overlap(first: _Node, second: _Node) -> bool:
    return min(_measure_overlap(first, second)) > _TOUCH
