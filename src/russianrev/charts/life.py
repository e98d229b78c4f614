"""A person's life: parties, offices, prison and exile, and the events that the person took part in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from russianrev.charts.canvas import GREY, Canvas, about_of, credit, list_locators
from russianrev.charts.lanes import Item, draw_key, draw_rows
from russianrev.charts.palette import FAMILIES, GREEN, KINDS, ORANGE, PINK
from russianrev.charts.timeline import event_item, statements_on
from russianrev.charts.timescale import Extent, Scale
from russianrev.records.model import Confinement, Membership, Person, Place, Stretch, Tenure
from russianrev.text import counted

if TYPE_CHECKING:
    import altair

_MOST = 30  # events that are labelled, unless the user asks for another number


def person_chart(
    person: Person, *, labels: int = _MOST, language: str = "en", width: float = 960, title: str | None = None
) -> altair.LayerChart:
    """Draw a life beside the events that the person took part in: see `Person.chart`."""
    dated = sorted((event for event in person.events if event.date), key=statements_on, reverse=True)
    rows = {
        "life": _make_life_items(person),
        "parties": _make_items(person.memberships, person, ORANGE, language),
        "offices": _make_items(person.offices, person, GREEN, language),
        "prison and exile": _make_items(person.confinements, person, PINK, language),
        "events": [event_item(event, language, labelled=number < labels) for number, event in enumerate(dated)],
    }
    rows = {heading: items for heading, items in rows.items() if items}
    if not rows:
        raise ValueError(f"nothing to draw: no date is known of {person.name}")
    extents = [item.extent for items in rows.values() for item in items]
    canvas = Canvas(width)
    bottom = draw_rows(canvas, rows, lambda left: Scale.fit(extents, left, width))
    used = {KINDS[event.kind][0] for event in dated}
    bottom = draw_key(canvas, {family: colour for family, (colour, _) in FAMILIES.items() if family in used}, bottom)
    notes = [f"A life beside {counted(len(dated), 'event')}"]
    if labels < len(dated):
        notes.append(f"the {labels} of which most is said have labels, the others are small")
    if undated := len(person.events) - len(dated):
        notes.append(f"{undated} not shown, which have no date")
    return canvas.chart(bottom, title or person.name_in(language), "; ".join(notes) + ".", credit(about_of(person)))


def _make_life_items(person: Person) -> list[Item]:
    extent = Extent.stretch(person.birth, person.death, None)
    if not extent:
        return []
    label = f"{person.birth or '?'} – {person.death or '?'}"
    sources = list_locators(s.citation for s in person.statements if s.date in (person.birth, person.death))
    return [Item(label, extent, GREY, {"life": label, "sources": sources})]


def _make_items(stretches: Iterable[Stretch], person: Person, colour: str, language: str) -> list[Item]:
    """Make items of what held for a time, if it is known from when or until when."""
    items = []
    for stretch in stretches:
        extent = Extent.stretch(stretch.start, stretch.end, person.death)
        if extent:
            tooltip = {
                "held": _name_stretch(stretch, language),
                "from": str(stretch.start or "not known"),
                "until": str(stretch.end or "no end is known"),
                "editorial": ", ".join(f"{note.attribute} ({note.authority})" for note in stretch.editorial)
                or "nothing",
                "sources": list_locators(stretch.citations),
            }
            items.append(Item(tooltip["held"], extent, colour, tooltip))
    return items


def _name_stretch(stretch: Stretch, language: str) -> str:
    match stretch:
        case Membership(party=party):
            return party.name_in(language)
        case Tenure(office=office, body=body):
            return f"{office}, {body.name_in(language)}"
        case Confinement(kind=kind, place=Place() as place):
            return f"{kind}, {place.name_in(language)}"
        case _:
            return str(stretch)
