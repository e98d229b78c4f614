"""What the pages of records and answers are made of: dates, names, citations, statements, disputes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from xml.etree.ElementTree import Element

from russianrev.dates import HistoricalDate
from russianrev.errors import DocumentError
from russianrev.facts import Fact, Value, weigh
from russianrev.html.tree import Child, element, facts, joined, listed, section, table
from russianrev.passages.at_hand import at_hand
from russianrev.passages.documents import Documents
from russianrev.records.base import Record
from russianrev.records.description import attribution_of
from russianrev.records.model import Address, Citation, Dispute, Event, Rights, Source, Statement
from russianrev.text import counted
from russianrev.vocabulary import Authority

_OPEN = 12  # statements of a source that need not be folded away
_LANGUAGES = {
    "cs": "Czech",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "lv": "Latvian",
    "pl": "Polish",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


class Passages:
    """The passages that a page cites, to be read all at once when the page is made."""

    def __init__(self) -> None:
        self._wanted: list[tuple[Citation, Element]] = []

    def want(self, citation: Citation, under: Element) -> None:
        """Remember an element under which a citation's passage shall stand."""
        self._wanted.append((citation, under))

    def attach(self) -> None:
        """Put each passage in its place, if its document is at hand.

        What is wrong with the folder, or with the document, stands in the passage's place.
        """
        if not self._wanted:
            return
        try:
            documents = at_hand(citation.source for citation, _ in self._wanted)
        except OSError as error:
            for _, under in self._wanted:
                under.append(element("p", str(error)))
            return
        for citation, under in self._wanted:
            if citation.source in documents:
                under.append(_show_passage(citation, documents))


def _show_passage(citation: Citation, documents: Documents) -> Element:
    try:
        text = citation.passage(documents)
    except DocumentError as error:
        return element("p", str(error))
    note = documents.look(citation).note
    below = element("footer", note, lang="en") if note else None
    return element("blockquote", element("p", text), below, lang=citation.source.language, dir="auto")


# Words.


def words(term: str) -> str:
    """Write a term of a vocabulary as people do."""
    return term.replace("-", " ")


def language(tag: str) -> str:
    """Name a language by its English name, or else by its BCP 47 tag."""
    return _LANGUAGES.get(tag, tag)


def label(record: Record) -> Element:
    """Name a record; a document by its title, which is in its own language."""
    return element("bdi", record.label, lang=record.language if isinstance(record, Source) else None)


def label_if(record: Record | None) -> Element | None:
    """Name a record, if there is one."""
    return label(record) if record else None


def labels(records: Iterable[Record]) -> Element | None:
    """Name several records, in a line."""
    return joined(map(label, records))


# Dates.


def machine_readable(date: HistoricalDate) -> str | None:
    """Find what HTML can hold of a date: the day, or the month or year that it lies in; None if it lies in no one year.

    HTML has no intervals. Rule: https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value.

    >>> from russianrev import parse_date
    >>> machine_readable(parse_date("1917-10-25 OS")), machine_readable(parse_date("1917-02 OS"))
    ('1917-11-07', '1917')
    """
    if not (date.start and date.end):
        return None
    if date.time and date.time.minute is not None:
        return date.iso
    first, last = date.start.isoformat(), date.end.isoformat()
    return next((first[:length] for length in (10, 7, 4) if first[:length] == last[:length]), None)


def written(date: HistoricalDate | None, text: str = "") -> Element | None:
    """Write a date in both styles where they differ, or as this text; nothing for none."""
    if not date:
        return None
    machine = machine_readable(date)
    return element("time", text or str(date), datetime=machine) if machine else element("span", text or str(date))


def when(event: Event) -> Child:
    """Write an event's date, in both styles where they differ, or that it has none."""
    return written(event.date) if event.date else "undated"


def in_two_styles(date: HistoricalDate) -> bool:
    """Tell whether a date is to be shown in both styles: where they differ, and the old one was in use or given."""
    return date.label != date.new_style


def old_style(date: HistoricalDate) -> Element | None:
    """Write a date by the Julian calendar, for a place that says so."""
    return written(date, date.old_style.replace(" (O.S.)", "").replace("(O.S., ", "("))


def new_style(date: HistoricalDate) -> Element | None:
    """Write a date by the Gregorian calendar, for a place that says so."""
    return written(date, date.new_style)


def date_rows(name: str, date: HistoricalDate | None, note: Child = None) -> list[tuple[str, Child]]:
    """Make the rows of a date in a table of facts: one, or one for each style."""
    if not date:
        return []
    if not in_two_styles(date):
        return [(name, element("span", written(date), note))]
    return [
        (f"{name}, Old Style", element("span", old_style(date), note)),
        (f"{name}, New Style", element("span", new_style(date), note)),
    ]


# What the attributes of a record say.


def fact_rows(fact: Fact) -> list[tuple[str, Child]]:
    """Make the rows of what an attribute says, in a table of facts; what is editorial is marked."""
    if isinstance(fact.value, HistoricalDate):
        return date_rows(fact.heading, fact.value, mark(fact.authority))
    return [(fact.heading, element("span", content(fact.attribute, fact.value), mark(fact.authority)))]


def content(attribute: str, value: Value | Address | None) -> Child:
    """Show what an attribute holds."""
    match value:
        case HistoricalDate():
            return written(value)
        case Record():
            return label(value)
        case Address():
            return element("span", link(value.url, value.url), str(value).removeprefix(value.url), _noted(value.note))
        case Rights():
            return element("span", element("bdi", str(value)), _noted(value.note))
        case tuple():
            return joined(content(attribute, each) for each in value)
        case StrEnum():
            return words(value)
        case str():
            return language(value) if attribute == "language" else element("bdi", value)
        case _:
            return None


def _noted(note: str) -> Element | None:
    return element("span", ": ", element("bdi", note)) if note else None


def link(child: Child, url: str | None) -> Child:
    """Make a link to an address on the web; of what is none, only what it would show."""
    if url is None or not url.startswith(("https://", "http://")):
        return child
    return element("a", child, href=url)


# What is editorial.


def mark(authority: Authority | None) -> Element | None:
    """Mark an attribute that no document states; nothing if it is not editorial."""
    return from_editors(authority) if authority else None


def from_editors(authority: Authority) -> Element:
    """Mark what the editors state, with the kind of authority they have it from."""
    return element("small", f" (editorial, from {words(authority)})")


# What documents say.


def folded(citations: Sequence[Citation], passages: Passages) -> Element | None:
    """Fold citations; nothing if there are none."""
    if not citations:
        return None
    if len(citations) == 1:
        summary = locator(citations[0])
    else:
        sources = dict.fromkeys(citation.source.id for citation in citations)
        summary = element("span", f"{counted(len(citations), 'citation')}: {', '.join(sources)}")
    shown = [cited(citation, passages, full=len(citations) > 1) for citation in citations]
    return element("details", element("summary", summary), *shown)


def locator(citation: Citation) -> Element:
    """Say where to look: source, paragraph, characters, first words; with a link to the passage, if it has an address.

    What can be folded out stays so: the link is on the words, and the rest is plain.
    """
    opening = element("bdi", citation.opening, lang=citation.source.language)
    return element("span", f"{citation.place} “", link(opening, citation.url), " …”")


def cited(citation: Citation, passages: Passages, *, full: bool = True) -> Element:
    """Show what a citation cites, and below it the passage itself; with its locator, if `full`."""
    head: list[Child] = [locator(citation), ": "] if full else []
    place = f", paragraph {citation.paragraph}, characters {citation.start} to {citation.end}"
    open_it = element("span", ", ", link("open it on the web", citation.url)) if citation.url else None
    made = element("div", element("p", *head, label(citation.source), place, open_it))
    passages.want(citation, made)
    return made


def accounts(found: Mapping[Source, Sequence[Statement]], passages: Passages) -> Element | None:
    """Show what each source says, source by source."""
    parts = [_show_account(source, statements, passages) for source, statements in found.items()]
    return section(4, "What each source says", *parts)


def _show_account(source: Source, statements: Sequence[Statement], passages: Passages) -> Element | None:
    items = listed(statement_item(statement, passages) for statement in statements)
    if len(statements) > _OPEN:
        summary = f"{counted(len(statements), 'statement')} in {source.id}"
        items = element("details", element("summary", summary), items)
    return section(5, element("span", label(source), f" ({source.id})"), items)


def statement_item(statement: Statement, passages: Passages) -> Element:
    """Show a statement in a list: what it says, when, who says so, how it is read, and its citation, folded."""
    attribution = attribution_of(statement)
    said = element("p", element("small", element("bdi", attribution))) if attribution else None
    citation = folded([statement.citation], passages)
    return element("li", element("p", element("bdi", statement.text)), said, *readings(statement), citation)


def asserted(statements: Sequence[Statement], passages: Passages) -> Element:
    """Show by which passages something is asserted, and how the editors read these."""
    citations = tuple(dict.fromkeys(statement.citation for statement in statements))
    return element("div", folded(citations, passages), *(part for each in statements for part in readings(each)))


def printed(text: str, source: Source) -> Element:
    """Show words as a source prints them."""
    return element("bdi", text, lang=source.language)


def readings(statement: Statement) -> list[Child]:
    """Show how the editors read what a statement's passage misprints, each a paragraph."""
    return [
        element(
            "p",
            "Read “",
            printed(reading.printed, statement.source),
            "” as “",
            element("bdi", reading.read_as),
            f"” ({words(reading.certainty)}): ",
            element("bdi", reading.reason),
        )
        for reading in statement.readings
    ]


# Disputes.


def disputes(found: Iterable[Dispute], passages: Passages) -> Element | None:
    """Make a section of disputes, each under what is disputed."""
    every = (part for each in found for part in dispute_parts(each, passages, element("bdi", each.label)))
    return section(4, "Disputes", *every)


def dispute_parts(dispute: Dispute, passages: Passages, caption: Child) -> list[Child]:
    """Show a dispute: a table of its values, which of them the editors take, and why."""
    rows = [
        (
            element("bdi", value.text),
            element("div", folded(value.claim.citations, passages), mark(value.claim.authority)),
            element("strong", "✓ the editors’ choice") if value.chosen else None,
        )
        for value in weigh(dispute)
    ]
    certainty = f" Certainty: {words(dispute.certainty)}."
    why = element("p", _show_choice(dispute), element("bdi", dispute.reason), certainty)
    return [table(caption, ("Value", "Given by", "Editors"), rows), why]


def _show_choice(dispute: Dispute) -> Child:
    if not dispute.chosen:
        return "The editors leave it open. "
    if any(value.chosen for value in weigh(dispute)):
        return None
    return element("span", "The editors take ", element("bdi", dispute.worded(dispute.chosen)), ". ")


# Tables.


def events_table(caption: str, events: Iterable[Event], who: Record | None = None) -> Element | None:
    """Make a table of events with their dates, and the roles that one has in them."""
    rows = [(label(event), when(event), _list_roles(event, who)) for event in events]
    if who is None:
        return table(caption, ("Event", "Date"), (row[:2] for row in rows))
    return table(caption, ("Event", "Date", "Role"), rows)


def _list_roles(event: Event, who: Record | None) -> str:
    return ", ".join(words(participant.role) for participant in event.participants if participant.who == who)


def date_facts(date: HistoricalDate) -> Element:
    """Make a table of all that a date says, of its own."""
    doubts = [word for word, holds in (("approximate", date.approximate), ("uncertain", date.uncertain)) if holds]
    one = date.start == date.end
    rows: list[tuple[str, Child]] = [
        ("Old Style (Julian)", old_style(date)),
        ("New Style (Gregorian)", new_style(date)),
        ("First day, New Style", None if one else _show_day(date.start)),
        ("Last day, New Style", None if one else _show_day(date.end)),
        ("Precision", words(date.precision)),
        ("Given in", f"the {date.calendar} calendar"),
        ("Doubts", ", ".join(doubts)),
        ("EDTF", element("code", date.edtf)),
    ]
    return facts("The date in both styles", rows)


def _show_day(day: datetime.date | None) -> Child:
    return element("time", day.isoformat(), datetime=day.isoformat()) if day else "open"
