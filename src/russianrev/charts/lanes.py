"""Rows of what happened and what lasted, set into lanes so that neither marks nor labels run into each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field, frozen

from russianrev.charts.canvas import BOLD, GREY, Canvas, Tooltip, cut, lines, width_of
from russianrev.charts.timescale import AXIS, Extent, Scale, draw_axes
from russianrev.charts.words import speaker

_TALL, _THIN = 16.0, 6.0  # pixels of a lane with labels, and of one without
_GAP = 12.0, 1.5  # pixels between what stands in one lane, of each sort
_DOT = 5.0, 2.5  # pixels from the middle of a dot to its edge, in each
_STUB = 26.0  # pixels drawn of what is open
_HEADING, _LEAST = 170.0, 92.0  # pixels of the widest heading of a row, and of the narrowest column of them
_NARROW = 4.0  # pixels of the shortest bar
_LINE = 13.0  # pixels from one line of a heading to the next
_SOLID, _PALE = 0.42, 0.2


@frozen
class Item:
    """What is drawn in a row: a dot if it is a day, or else a bar; `label` is empty if it has none."""

    label: str
    extent: Extent
    colour: str
    tooltip: Tooltip


@frozen
class _Placed:
    """An item, from pixel to pixel, and its label, which begins at pixel `text`, or ends there."""

    item: Item
    left: float
    right: float
    label: str = ""
    text: float = 0
    ends: bool = False

    @property
    def taken(self) -> tuple[float, float]:
        """From where to where nothing else may stand."""
        if not self.label:
            return self.left, self.right
        long = width_of(self.label)
        return min(self.left, self.text - long * self.ends), max(self.right, self.text + long * (not self.ends))


@define
class _Lane:
    labelled: bool
    placed: list[_Placed] = field(factory=list)

    @property
    def height(self) -> float:
        return _TALL if self.labelled else _THIN

    def fits(self, new: _Placed) -> bool:
        (left, right), gap = new.taken, _GAP[not self.labelled]
        return self.labelled == bool(new.label) and all(
            right + gap <= old.taken[0] or old.taken[1] + gap <= left for old in self.placed
        )


@define
class _Row:
    heading: list[str]
    lanes: list[_Lane]

    @property
    def height(self) -> float:
        return max(sum(lane.height for lane in self.lanes), _LINE * len(self.heading)) + 6


def draw_rows(
    canvas: Canvas, rows: Mapping[str, Sequence[Item]], scale_for: Callable[[float], Scale], language: str
) -> tuple[float, set[str]]:
    """Draw rows by heading, the axes of time above and below; answers how many pixels high all is, and its marks.

    `scale_for` gives the scale that begins at a pixel, which depends on how wide the headings are.
    """
    wide = max(min(max(width_of(heading, BOLD) for heading in rows), _HEADING), _LEAST) + 14
    scale = scale_for(wide)
    laid = [_Row(lines(heading, wide - 14, BOLD), _fill_lanes(items, scale)) for heading, items in rows.items()]
    bottom = AXIS + sum(row.height for row in laid)
    draw_axes(canvas, scale, AXIS, bottom, language)
    where: list[tuple[_Placed, float, float]] = []
    top = float(AXIS)
    for row in laid:
        for number, line in enumerate(row.heading):
            canvas.text(wide - 10, top + 11 + number * _LINE, line, align="right", bold=True)
        canvas.guide(0, canvas.width, top, top)
        y = top + 3
        for lane in row.lanes:
            where += [(placed, y, lane.height) for placed in lane.placed]
            y += lane.height
        top += row.height
    for draw in (_draw_core, _draw_mark, _draw_label):
        for placed, y, height in where:
            draw(canvas, scale, placed, y, height)
    occurring = {mark for placed, _, _ in where for mark in _name_marks(placed.item.extent, scale)}
    return bottom + AXIS, occurring


def _fill_lanes(items: Iterable[Item], scale: Scale) -> list[_Lane]:
    """Set items into lanes: first the labelled, in order of time, then the others, each in the first lane with room."""
    lanes: list[_Lane] = []
    for item in sorted(items, key=lambda item: (not item.label, item.extent.begun, item.extent.ceases)):
        placed = _place(item, scale)
        lane = next((lane for lane in lanes if lane.fits(placed)), None)
        if lane is None:
            lane = _Lane(bool(placed.label))
            lanes.append(lane)
        lane.placed.append(placed)
    return lanes


def _place(item: Item, scale: Scale) -> _Placed:
    extent = item.extent
    if extent.day:
        middle, dot = scale.clip(scale(extent.middle)), _DOT[not item.label]
        left, right = middle - dot, middle + dot
    else:
        left, right = scale.clip(_find_left(extent, scale)), scale.clip(_find_right(extent, scale))
        spare = max(_NARROW - right + left, 0) / 2
        left, right = left - spare, right + spare
    if not item.label:
        return _Placed(item, left, right)
    label = cut(item.label, scale.right - scale.left - 12)
    long = width_of(label)
    inside = left + (12 if _is_beyond(extent.begins, scale) else 4)
    before, after, within = left - 4 - scale.left, scale.right - right - 4, scale.right - inside
    if (
        right - left > 2 * _DOT[0]
        and not extent.day
        and (inside + long <= right or (before <= within and long > max(before, after)))
    ):
        return _Placed(item, left, right, cut(label, within), inside)
    if long <= after or after > before:
        return _Placed(item, left, right, cut(label, after), right + 4)
    return _Placed(item, left, right, cut(label, before), left - 4, ends=True)


def _find_left(extent: Extent, scale: Scale) -> float:
    """Find where a bar begins: if that is open, a little before it is known to last, or nowhere on the scale."""
    if extent.begins is not None:
        return scale(extent.begins)
    return scale(extent.ceases) - _STUB if extent.ceases <= scale.last else scale.left


def _find_right(extent: Extent, scale: Scale) -> float:
    if extent.ends is not None:
        return scale(extent.ends)
    return scale(extent.begun) + _STUB if extent.begun >= scale.first else scale.right


def _is_beyond(day: float | None, scale: Scale) -> bool:
    return day is None or not scale.first <= day <= scale.last


def _draw_core(canvas: Canvas, scale: Scale, placed: _Placed, top: float, height: float) -> None:
    """Draw the time through which it certainly lasted; all of it, where it is too short to show more."""
    extent = placed.item.extent
    left, right = scale.clip(scale(extent.begun)), scale.clip(scale(extent.ceases))
    if placed.right - placed.left <= _NARROW:
        left, right = placed.left, placed.right
    if not extent.moment and left < right:
        canvas.bar(left, right, top + 1, top + height - 1, placed.item.colour, fillOpacity=_SOLID)


def _draw_mark(canvas: Canvas, scale: Scale, placed: _Placed, top: float, height: float) -> None:
    """Draw a dot, hollow if it is vague; or a pale bar, outlined if it is a moment, with dashes if it is vague."""
    item, extent, middle = placed.item, placed.item.extent, top + height / 2
    if extent.day:
        hollow: dict[str, Any] = {"filled": False, "strokeWidth": 1.6} if extent.vague else {}
        size = 60 if placed.label else 20
        canvas.point((placed.left + placed.right) / 2, middle, item.colour, item.tooltip, size=size, **hollow)
        return
    outline: dict[str, Any] = {}
    if extent.moment or extent.vague:
        outline = {"stroke": item.colour, "strokeWidth": 0.8, "strokeDash": [3, 2] if extent.vague else [1, 0]}
    sides = placed.left, placed.right, top + 1, top + height - 1
    canvas.bar(*sides, item.colour, item.tooltip, fillOpacity=_PALE, **outline)
    for x, day, side in ((placed.left + 5, extent.begins, "left"), (placed.right - 5, extent.ends, "right")):
        if _is_beyond(day, scale):
            canvas.point(x, middle, item.colour, shape=f"triangle-{side}", size=3 * height, filled=bool(day))


def _draw_label(canvas: Canvas, _: Scale, placed: _Placed, top: float, height: float) -> None:
    if placed.label:
        canvas.text(placed.text, top + height / 2, placed.label, align="right" if placed.ends else "left")


_MARKS = {
    "a day": Extent(0, 0, 1, 1, moment=True, day=True),
    "a day, about or perhaps": Extent(0, 0, 1, 1, moment=True, vague=True, day=True),
    "lasted": Extent(0, 0, 1, 1),
    "lasted; pale where its limits are not known to the day": Extent(0, 0.25, 0.75, 1),
    "one moment within": Extent(0, 0, 1, 1, moment=True),
    "about, or perhaps": Extent(0, 0, 1, 1, moment=True, vague=True),
    "goes on beyond": Extent(0, 0, 2, 2),
    "not known since or until when": Extent(0, 0, 0.5, None),
}
"""What marks mean, and an extent that is drawn so."""


def _name_marks(extent: Extent, scale: Scale) -> Iterator[str]:
    """Name the marks of which the drawing of an extent is made."""
    if extent.day:
        yield "a day, about or perhaps" if extent.vague else "a day"
        return
    if extent.vague:
        yield "about, or perhaps"
    elif extent.moment:
        yield "one moment within"
    else:
        sharp = extent.begins in (None, extent.begun) and extent.ends in (None, extent.ceases)
        yield "lasted" if sharp else "lasted; pale where its limits are not known to the day"
    if None in (extent.begins, extent.ends):
        yield "not known since or until when"
    if any(day is not None and _is_beyond(day, scale) for day in (extent.begins, extent.ends)):
        yield "goes on beyond"


def draw_key(canvas: Canvas, colours: Mapping[str, str], marks: set[str], y: float, language: str) -> float:
    """Draw what colours and marks mean, in a line or more below y; answers where it ends.

    `colours` are by what they mean; of `marks`, those that say all of others stand for them too.
    """
    say = speaker(language)
    if "lasted; pale where its limits are not known to the day" in marks:
        marks = marks - {"lasted"}
    x, y = 0.0, y + 18
    day = Extent(0, 0, 1, 1, moment=True, day=True)
    told = {say(name): (extent, GREY) for name, extent in _MARKS.items() if name in marks}
    for entries in ({name: (day, colour) for name, colour in colours.items()}, told):
        for name, (extent, colour) in entries.items():
            if x and x + 40 + width_of(name, 10) > canvas.width:
                x, y = 0.0, y + 17
            wide = 10 if extent.day else 24
            scale = Scale(0, 1, x, x + wide)
            placed = _Placed(Item("", extent, colour, {}), x, x + wide)
            for draw in (_draw_core, _draw_mark):
                draw(canvas, scale, placed, y - 6, 12)
            canvas.text(x + wide + 8, y, name, GREY, size=10)
            x += wide + 26 + width_of(name, 10)
        x, y = 0.0, y + 17
    return y
