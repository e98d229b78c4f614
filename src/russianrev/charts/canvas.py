"""A sheet to draw on: bars, lines, points and texts at pixels, which become the layers of one Altair chart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from russianrev.about import About
from russianrev.extras import needs
from russianrev.records.base import Record
from russianrev.records.model import Citation

if TYPE_CHECKING:
    import altair

Tooltip: TypeAlias = Mapping[str, str]
"""What a mark tells of itself when it is pointed at: texts by heading."""

SIZE = 11
"""Pixels of the type that labels are set in."""
BOLD = SIZE * 1.09
"""The size of type that takes as much room as bold type of that size."""
FONT = "Arial, Liberation Sans, Helvetica, sans-serif"
WIDE_FONT = "DejaVu Sans, Noto Sans, Arial, sans-serif"
"""What Vietnamese is set in: Liberation Sans lacks some of its letters, and Arial is not on every machine."""
INK = "#222222"
GREY = "#6b6b6b"
FAINT = "#e2e2e2"

_NARROWEST = 480  # pixels; on less there is no room for headings and labels
_CITED = 6  # passages that a tooltip names; more would not fit on a screen

_LATIN = "ɏ"  # the last of the Latin letters but for the Vietnamese ones

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
    if unicodedata.east_asian_width(char) in "WF":
        return 1
    return 0.8 if char.isupper() else 0.57 if char <= _LATIN else 0.7


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
    if not whole[len(text)].isspace():
        text = text.rpartition(" ")[0] or text
    return f"{text.rstrip()} …"


def lines(text: str, room: float, size: float = SIZE) -> list[str]:
    """Break a text into lines of at most `room` pixels, between words; a word that is wider is cut."""
    made = [""]
    for word in text.split():
        longer = f"{made[-1]} {word}".strip()
        if made[-1] and width_of(longer, size) > room:
            made.append(cut(word, room, size))
        else:
            made[-1] = cut(longer, room, size)
    return made


def list_locators(citations: Iterable[Citation]) -> str:
    """List citations for a tooltip: the locators of the first few, and how many there are beyond."""
    found = list(dict.fromkeys(citation.locator for citation in citations))
    more = [f"and {len(found) - _CITED} more"] if len(found) > _CITED else []
    return "; ".join([*found[:_CITED], *more]) or "none"


def credit(about: About | None) -> str:
    """Write the line below a chart: whose data it shows."""
    return f"Data: {about.title.partition(':')[0]} {about.version}, {about.licence}" if about else ""


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
        colour: str = FAINT,
        tooltip: Tooltip | None = None,
        **style: Any,
    ) -> None:
        """Draw a straight line."""
        self._draw("rule", style, tooltip, {"x": x, "x2": x2, "y": y, "y2": y2, "colour": colour})

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

    def chart(self, height: float, title: str, subtitle: str, footer: str) -> altair.LayerChart:
        """Make a chart of all that was drawn, texts above all else; `footer` is set below it, small."""
        altair = needs("charts", "altair")
        if footer:
            height += 22
            self.text(0, height - 8, footer, GREY, size=9)
        heading = altair.TitleParams(
            lines(title, self.width, 17),
            subtitle=lines(subtitle, self.width, 11.5),
            anchor="start",
            frame="group",
            font=font_of(title),
            fontSize=17,
            color=INK,
            subtitleFont=FONT,
            subtitleFontSize=11.5,
            subtitleColor=GREY,
            subtitlePadding=5,
            subtitleLineHeight=15,
            offset=12,
        )
        drawn = sorted(self._layers.items(), key=lambda layer: layer[0][0] == "text")
        layers = [self._make_layer(altair, *key, *content) for key, content in drawn]
        return altair.layer(  # type: ignore[no-any-return]
            *layers,
            title=heading,
            width=self.width,
            height=round(height),
            background="white",
            padding=14,
            view=altair.ViewBackground(stroke=None),
        )

    def _make_layer(
        self,
        altair: Any,
        mark: str,
        _: str,
        headings: tuple[str, ...],
        style: dict[str, Any],
        rows: list[dict[str, Any]],
    ) -> Any:
        channels = {
            "x": altair.X("x:Q", scale=None, axis=None),
            "y": altair.Y("y:Q", scale=None, axis=None),
            "color": altair.Color("colour:N", scale=None, legend=None),
        }
        if mark in ("rect", "rule"):
            channels |= {"x2": "x2", "y2": "y2"}
        if mark == "text":
            channels |= {"text": "text:N", "description": "text:N"}
        elif headings:
            channels["tooltip"] = [altair.Tooltip(f"{name}:N") for name in headings]
            channels["description"] = f"{headings[0]}:N"
        else:
            style = {"aria": False} | style
        drawn = getattr(altair.Chart(altair.Data(values=rows)), f"mark_{mark}")(**style)
        return drawn.encode(**channels)
