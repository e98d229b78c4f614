"""A person's life: parties, offices, prison and exile, and the events that the person took part in."""

from __future__ import annotations

from collections.abc import Iterable

from russianrev.charts.canvas import GREY, Canvas, about_of, credit, list_locators, sentence
from russianrev.charts.lanes import Item, draw_key, draw_rows
from russianrev.charts.palette import GREEN, ORANGE, PINK
from russianrev.charts.timeline import MOST_SAID, event_item, name_families, statements_on
from russianrev.charts.timescale import Extent, Scale
from russianrev.charts.words import speaker
from russianrev.dates import HistoricalDate
from russianrev.dates.translation import date_in
from russianrev.picture import Chart
from russianrev.records.model import Confinement, Membership, Person, Stretch, Tenure
from russianrev.translations import word_in

_MOST = 30  # events that are labelled, unless the user asks for another number


def person_chart(
    person: Person, *, labels: int = _MOST, language: str = "en", width: float = 960, title: str | None = None
) -> Chart:
    """Draw a life beside the events that the person took part in: see `Person.chart`."""
    say = speaker(language)
    dated = sorted((event for event in person.events if event.date), key=statements_on, reverse=True)
    rows = {
        "life": _make_life_items(person, language),
        "parties": _make_items(person.memberships, person, ORANGE, language),
        "offices": _make_items(person.offices, person, GREEN, language),
        "prison and exile": _make_items(person.confinements, person, PINK, language),
        "events": [event_item(event, language, labelled=number < labels) for number, event in enumerate(dated)],
    }
    drawn = {say(heading): items for heading, items in rows.items() if items}
    if not drawn:
        raise ValueError(f"nothing to draw: no date is known of {person.name}")
    extents = [item.extent for items in drawn.values() for item in items]
    canvas = Canvas(width)
    bottom, marks = draw_rows(canvas, drawn, lambda left: Scale.fit(extents, left, width), language)
    bottom = draw_key(canvas, name_families(dated, language), marks, bottom, language)
    notes = [say("a life, and events: {}", len(dated))]
    if labels < len(dated):
        notes.append(say(MOST_SAID, labels))
    if undated := len(person.events) - len(dated):
        notes.append(say("not shown, for want of a date: {}", undated))
    heading = title or person.name_in(language)
    return canvas.chart(bottom, heading, sentence(notes, language), credit(about_of(person), say))


def _make_life_items(person: Person, language: str) -> list[Item]:
    extent, say = Extent.stretch(person.birth, person.death, None), speaker(language)
    if not extent:
        return []
    label = " – ".join(date_in(date, language) if date else "?" for date in (person.birth, person.death))
    sources = list_locators((s.citation for s in person.statements if s.date in (person.birth, person.death)), say)
    return [Item(label, extent, GREY, {say("life"): label, say("sources"): sources})]


def _make_items(stretches: Iterable[Stretch], person: Person, colour: str, language: str) -> list[Item]:
    """Make items of what held for a time, if it is known from when or until when."""
    say, items = speaker(language), []

    def write(date: HistoricalDate | None, lack: str) -> str:
        return date_in(date, language) if date else say(lack)

    for stretch in stretches:
        extent = Extent.stretch(stretch.start, stretch.end, person.death)
        if extent:
            name = _name_stretch(stretch, language)
            notes = [
                f"{word_in(note.attribute, language)} ({word_in(note.authority, language)})"
                for note in stretch.editorial
            ]
            tooltip = {
                say("held"): name,
                say("from"): write(stretch.start, "not known"),
                say("until"): write(stretch.end, "no end is known"),
                say("editorial"): ", ".join(notes) or say("nothing"),
                say("sources"): list_locators(stretch.citations, say),
            }
            items.append(Item(name, extent, colour, tooltip))
    return items


def _name_stretch(stretch: Stretch, language: str) -> str:
    match stretch:
        case Membership(party=party):
            return party.name_in(language)
        case Tenure(office=office, body=body):
            return f"{word_in(office, language)}, {body.name_in(language)}"
    assert isinstance(stretch, Confinement)
    place = [stretch.place.name_in(language)] if stretch.place else []
    return ", ".join([word_in(stretch.kind, language), *place])
