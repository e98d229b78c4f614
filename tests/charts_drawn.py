"""What a chart shows: the rows that it draws, and where its texts stand once it is rendered."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

import vl_convert

from russianrev.charts.canvas import font_of

_SVG = "{http://www.w3.org/2000/svg}"


class Text(NamedTuple):
    """A text and the box that it fills, in pixels."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def rows(chart: Any, *marks: str) -> list[dict[str, Any]]:
    """The rows of the data that a chart draws, of some kinds of mark or of all."""
    layers = [layer for layer in chart.to_dict()["layer"] if not marks or layer["mark"]["type"] in marks]
    return [row for layer in layers for row in layer["data"]["values"]]


def with_tooltip(chart: Any, heading: str) -> list[dict[str, Any]]:
    """The rows of the marks whose tooltip has a heading."""
    layers = [layer["data"]["values"] for layer in chart.to_dict()["layer"] if heading in _headings(layer)]
    return [row for values in layers for row in values]


def _headings(layer: dict[str, Any]) -> list[str]:
    return [each["field"] for each in layer["encoding"].get("tooltip", ())]


def svg(chart: Any) -> str:
    """The chart as SVG, rendered without a network."""
    return vl_convert.vegalite_to_svg(chart.to_dict())


def texts(chart: Any) -> list[Text]:
    """The texts that lie level, as they are rendered; how wide they are is measured by the renderer."""
    found = list(_level(ET.fromstring(svg(chart)), 0, 0))
    widths = measured([(text, size, bold) for text, _, _, _, size, bold in found])
    made = []
    for (text, x, y, anchor, size, _), wide in zip(found, widths, strict=True):
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        made.append(Text(text, left, left + wide, y - 0.72 * size, y + 0.2 * size))
    return made


def overlaps(found: list[Text]) -> list[tuple[str, str]]:
    """Which texts run into each other."""
    return [
        (a.text, b.text)
        for a, b in combinations(found, 2)
        if a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
    ]


def _level(element: ET.Element, x: float, y: float) -> Iterator[tuple[str, float, float, str, float, bool]]:
    placed = element.get("transform", "")
    for dx, dy in re.findall(r"translate\(([-\d.]+),([-\d.]+)\)", placed):
        x, y = x + float(dx), y + float(dy)
    if element.tag == f"{_SVG}text" and "rotate" not in placed:
        size = float(element.get("font-size", "").removesuffix("px"))
        anchor, bold = element.get("text-anchor", ""), element.get("font-weight") == "bold"
        for line in element.itertext():
            yield line, x, y, anchor, size, bold
            y += 1.25 * size
    for child in element:
        yield from _level(child, x, y)


def measured(found: list[tuple[str, float, bool]]) -> list[float]:
    """How wide texts are in the renderer's type: Vega is asked to write the width of each in its place."""
    values = [
        {"text": text, "fontSize": size, "fontWeight": "bold" if bold else "normal", "font": font_of(text)}
        for text, size, bold in found
    ]
    look = {name: {"field": name} for name in values[0]}
    width = {"signal": "'=' + (datum.bounds.x2 - datum.bounds.x1)"}
    spec = {
        "data": [{"name": "texts", "values": values}],
        "marks": [
            {
                "type": "text",
                "name": "set",
                "from": {"data": "texts"},
                "encode": {"enter": look | {"opacity": {"value": 0}}},
            },
            {"type": "text", "from": {"data": "set"}, "encode": {"enter": {"text": width}}},
        ],
    }
    written = ET.fromstring(vl_convert.vega_to_svg(spec)).iter(f"{_SVG}text")
    return [float(text[1:]) for element in written if re.fullmatch(r"=[\d.]+", text := element.text or "")]
