"""A sheet to draw on: bars, lines, points and texts at pixels, which become the layers of one chart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

from russianrev.charts.words import Say
from russianrev.extras import needs
from russianrev.metadata import About
from russianrev.picture import INK, Chart
from russianrev.records.base import Record
from russianrev.records.model import Citation

Tooltip: TypeAlias = Mapping[str, str]
"""What a mark tells of itself when it is pointed at: texts by heading."""

SIZE = 11
"""Pixels of the type that labels are set in."""
BOLD = SIZE * 1.09
"""The size of type that takes as much room as bold type of that size."""
FONT = "Arial, Liberation Sans, Helvetica, sans-serif"
WIDE_FONT = "DejaVu Sans, Noto Sans, Arial, sans-serif"
"""What Vietnamese is set in: Liberation Sans lacks some of its letters, and Arial is not on every machine."""
GREY = "#757575"
"""What is less than ink, and legible on light ground and on dark."""
_FAINT = 0.25  # opacity of lines that only guide the eye

_NARROWEST = 480  # pixels; on less there is no room for headings and labels
_CITED = 6  # passages that a tooltip names; more would not fit on a screen

_LATIN = "ɏ"  # the last of the Latin letters but for the Vietnamese ones

# What a line is not broken within: a word, or a Chinese character with the punctuation that belongs to it.
_BREAKS = re.compile(r"[（《“]*(?:[⺀-鿿豈-﫿]|[^\s⺀-鿿豈-﫿（《“]+)[、，。；：！？）》”’]*\s*|[（《“]+\s*")

# Widths in Arial, in ems; of each class somewhat more than its average.
_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'’|!ft/[]() -", 0.29),
    **dict.fromkeys('rs"“”', 0.42),
    **dict.fromkeys("mwMW@%—…", 0.92),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.71),
}


def width_of(text: str, size: float = SIZE) -> float:
    """Estimate how many pixels a text takes; rather more than less.

    >>> 20 < width_of("Lenin") < 32
    True
    >>> width_of("列宁") == 2 * SIZE
    True
    """
    wider = 1.2 if font_of(text) == WIDE_FONT else 1
    return size * wider * sum(_WIDTHS.get(c) or _measure_in_ems(c) for c in text)


def font_of(text: str) -> str:
    """Choose the type to set a text in."""
    return WIDE_FONT if any("Ḁ" <= char <= "ỿ" for char in text) else FONT


def _measure_in_ems(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if _is_wide(char):
        return 1
    return 0.8 if char.isupper() else 0.57 if char <= _LATIN else 0.7


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def cut(text: str, room: float, size: float = SIZE) -> str:
    """Cut a text to one line of at most `room` pixels; what does not fit is left out, and an ellipsis says so.

    >>> cut("Formation of the Petrograd Soviet", 100)
    'Formation of the …'
    """
    whole = text = " ".join(text.split())
    if width_of(whole, size) <= room:
        return whole
    while text and width_of(text + " …", size) > room:
        text = text[:-1]
    if not whole[len(text)].isspace() and not _is_wide(whole[len(text)]):
        text = text.rpartition(" ")[0] or text
    return f"{text.rstrip()} …"


def lines(text: str, room: float, size: float = SIZE) -> list[str]:
    """Break a text into lines of at most `room` pixels, between words or Chinese characters; a wider word is cut."""
    made = [""]
    for word in _BREAKS.findall(text):
        longer = made[-1] + word
        if made[-1] and width_of(longer.strip(), size) > room:
            made.append(longer := word)
        made[-1] = cut(longer, room, size) + " " * word[-1].isspace()
    return [line.strip() for line in made]


def list_locators(citations: Iterable[Citation], say: Say) -> str:
    """List citations for a tooltip: the locators of the first few, and how many there are beyond."""
    found = list(dict.fromkeys(citation.locator for citation in citations))
    more = [say("and {} more", len(found) - _CITED)] if len(found) > _CITED else []
    return "; ".join([*found[:_CITED], *more]) or say("none")


def sentence(notes: Iterable[str], language: str) -> str:
    """Make one sentence of notes, for below a title."""
    text = ("；" if language == "zh" else "; ").join(notes)
    return f"{text[:1].upper()}{text[1:]}{'。' if language == 'zh' else '.'}"


def credit(about: About | None, say: Say) -> str:
    """Write the line below a chart: whose data it shows."""
    return say("Data: {}", f"{about.title.partition(':')[0]} {about.version}, {about.licence}") if about else ""


def about_of(record: Record) -> About | None:
    """Tell what is known of the data set that a record belongs to, if it does and anything is."""
    return record.owner.about if record.owner else None


class Canvas:
    """A sheet `width` pixels wide, as high as what is drawn on it; y grows downwards."""

    def __init__(self, width: float) -> None:
        if width < _NARROWEST:
            raise ValueError(f"a chart is at least {_NARROWEST} pixels wide, not {width}")
        self.width = width
        self._layers: dict[tuple[str, str, tuple[str, ...]], tuple[dict[str, Any], list[dict[str, Any]]]] = {}

    def _draw(self, mark: str, style: dict[str, Any], tooltip: Tooltip | None, row: dict[str, Any]) -> None:
        tooltip = tooltip or {}
        _, rows = self._layers.setdefault((mark, repr(style), tuple(tooltip)), (style, []))
        rows.append({name: round(v, 2) if isinstance(v, float) else v for name, v in row.items()} | dict(tooltip))

    def bar(
        self, x: float, x2: float, y: float, y2: float, colour: str, tooltip: Tooltip | None = None, **style: Any
    ) -> None:
        """Draw a filled rectangle; `style` is Vega-Lite's of the mark."""
        self._draw("rect", style, tooltip, {"x": x, "x2": x2, "y": y, "y2": y2, "colour": colour})

    def line(
        self,
        x: float,
        x2: float,
        y: float,
        y2: float,
        colour: str = GREY,
        tooltip: Tooltip | None = None,
        **style: Any,
    ) -> None:
        """Draw a straight line."""
        self._draw("rule", style, tooltip, {"x": x, "x2": x2, "y": y, "y2": y2, "colour": colour})

    def guide(self, x: float, x2: float, y: float, y2: float) -> None:
        """Draw a straight line that only guides the eye."""
        self.line(x, x2, y, y2, opacity=_FAINT)

    def point(self, x: float, y: float, colour: str, tooltip: Tooltip | None = None, **style: Any) -> None:
        """Draw a symbol, a filled circle if `style` says nothing else."""
        self._draw(
            "point", {"filled": True, "size": 60, "opacity": 1} | style, tooltip, {"x": x, "y": y, "colour": colour}
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str = INK,
        *,
        align: Literal["left", "center", "right"] = "left",
        size: float = SIZE,
        bold: bool = False,
        **style: Any,
    ) -> None:
        """Draw a line of text, centred on y."""
        given = {"align": align, "fontSize": size, "font": font_of(text), "baseline": "middle"} | style
        if bold:
            given["fontWeight"] = "bold"
        self._draw("text", given, None, {"x": x, "y": y, "text": text, "colour": colour})

    def chart(self, height: float, title: str, subtitle: str, footer: str) -> Chart:
        """Make a chart of all that was drawn, texts above all else; `footer` is set below it, small."""
        needs("charts", "vl_convert")
        if footer:
            height += 22
            self.text(0, height - 8, footer, GREY, size=9)
        heading = {
            "text": lines(title, self.width, 17),
            "subtitle": lines(subtitle, self.width, 11.5),
            "anchor": "start",
            "frame": "group",
            "font": font_of(title),
            "fontSize": 17,
            "color": INK,
            "subtitleFont": font_of(subtitle),
            "subtitleFontSize": 11.5,
            "subtitleColor": GREY,
            "subtitlePadding": 5,
            "subtitleLineHeight": 15,
            "offset": 12,
        }
        drawn = sorted(self._layers.items(), key=lambda layer: layer[0][0] == "text")
        spec = {
            "title": heading,
            "layer": [_make_layer(mark, headings, *content) for (mark, _, headings), content in drawn],
            "width": self.width,
            "height": round(height),
            "padding": 14,
            "view": {"stroke": None},
        }
        return Chart(title, subtitle, self.width, round(height), spec)


def _make_layer(
    mark: str, headings: tuple[str, ...], style: dict[str, Any], rows: list[dict[str, Any]]
) -> dict[str, Any]:
    """Make a layer of Vega-Lite of marks of one style, whose tooltips have the same headings."""
    encoding: dict[str, Any] = {
        "x": {"field": "x", "type": "quantitative", "scale": None, "axis": None},
        "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
        "color": {"field": "colour", "type": "nominal", "scale": None, "legend": None},
    }
    if mark in ("rect", "rule"):
        encoding |= {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    if mark == "text":
        encoding |= {channel: {"field": "text", "type": "nominal"} for channel in ("text", "description")}
    elif headings:
        told = [{"field": heading, "type": "nominal"} for heading in headings]
        encoding |= {"tooltip": told, "description": told[0]}
    else:
        style = {"aria": False} | style
    return {"data": {"values": rows}, "mark": {"type": mark, **style}, "encoding": encoding}
