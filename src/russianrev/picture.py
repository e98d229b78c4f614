"""A chart, as it is shown and saved: a picture that needs no network, or an object of Altair to point at and change."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from russianrev.extras import needs

if TYPE_CHECKING:
    import altair

INK = "#222222"
"""What is written and drawn on white paper; in a notebook it takes the colour of the page's own text."""

_LIGHT, _DARK, _DARK_INK = "#ffffff", "#111111", "#e6e6e6"
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_FORMS = ("svg", "png", "pdf", "html", "json")


@frozen(repr=False)
class Chart:
    """A chart of `title`, `width` by `height` pixels, drawn in the words of Vega-Lite (`to_dict`).

    A notebook shows it as a picture, on its own ground and in the colour of its text, light or dark, with no network
    and no script. `save` writes it to a file; `to_altair` gives the object of Altair, which shows tooltips, and which
    can be combined and changed.
    """

    title: str
    subtitle: str
    width: float
    height: float
    _spec: dict[str, Any] = field(eq=False)

    def to_dict(self, *, dark: bool = False) -> dict[str, Any]:
        """Give the specification in Vega-Lite, on white paper, or on dark."""
        spec = {"$schema": _SCHEMA, "background": _DARK if dark else _LIGHT, **self._spec}
        made: dict[str, Any] = _copy(spec, _DARK_INK if dark else INK)
        return made

    def to_altair(self, *, dark: bool = False) -> altair.LayerChart:
        """Make an object of Altair, which shows a tooltip where it is pointed at.

        Raises `MissingExtraError` without the extra `charts`. To show it, most notebooks need a network.

        >>> import russianrev as rr
        >>> type(rr.between("1917-10 OS").chart().to_altair()).__name__
        'LayerChart'
        """
        made: altair.LayerChart = needs("charts", "altair").LayerChart.from_dict(self.to_dict(dark=dark))
        return made

    def svg(self) -> str:
        """Draw it as SVG to be put into a page: its ground is the page's, and its ink the colour of the page's text.

        >>> import russianrev as rr
        >>> picture = rr.between("1917-10 OS").chart().svg()
        >>> picture.startswith("<svg"), 'fill="currentColor"' in picture
        (True, True)
        """
        drawn = self._draw(self.to_dict() | {"background": "transparent"})
        return drawn.replace(f'="{INK}"', '="currentColor"')

    def save(self, path: str | os.PathLike[str], *, dark: bool = False, scale_factor: float = 1) -> None:
        """Write it to a file, as its name ends: `.svg`, `.png`, `.pdf`, `.html` or `.json` (Vega-Lite).

        None of them needs a network: a page brings along what draws it, and shows tooltips. `scale_factor` makes a
        PNG finer, 3 fine enough for print. Raises `ValueError` for another ending, `OSError`, and `MissingExtraError`
        without the extra `charts`.
        """
        form = Path(path).suffix.lower().removeprefix(".")
        if form not in _FORMS:
            raise ValueError(f"wanted: a file of {', '.join(_FORMS)}, not {Path(path).name!r}")
        spec = self.to_dict(dark=dark)
        draw = needs("charts", "vl_convert")
        match form:
            case "svg":
                made = self._draw(spec)
            case "png":
                made = draw.vegalite_to_png(spec, scale=scale_factor)
            case "pdf":
                made = draw.vegalite_to_pdf(spec)
            case "html":
                made = draw.vegalite_to_html(spec, bundle=True)
            case _:
                made = json.dumps(spec, ensure_ascii=False, indent=1)
        Path(path).write_bytes(made.encode() if isinstance(made, str) else made)

    @staticmethod
    def _draw(spec: dict[str, Any]) -> str:
        made: str = needs("charts", "vl_convert").vegalite_to_svg(spec)
        return made

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Show a notebook the picture: as a part of its page, as a file for what has no page, and as a line of text."""
        inline = self.svg().replace("<svg ", '<svg style="max-width:100%;height:auto" ', 1)
        return {"text/html": inline, "image/svg+xml": self._draw(self.to_dict()), "text/plain": repr(self)}

    def __repr__(self) -> str:
        return f"<Chart “{self.title}”, {self.width:g} × {self.height:g} pixels>"


def _copy(value: Any, ink: str) -> Any:
    """Copy a specification, with what is drawn in ink in another."""
    match value:
        case dict():
            return {key: _copy(each, ink) for key, each in value.items()}
        case list():
            return [_copy(each, ink) for each in value]
        case _:
            return ink if value == INK else value
