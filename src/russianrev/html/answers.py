"""The pages of collections, timelines and answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

from russianrev.dates import HistoricalDate
from russianrev.dates.calendars import MONTHS
from russianrev.facts import HEADINGS, group_by_source, kind_of, value_of
from russianrev.html.fragment import Page, page
from russianrev.html.tree import MOST, Child, element, facts, header, joined, listed, more, section, table
from russianrev.html.values import (
    Passages,
    accounts,
    asserted,
    cited,
    content,
    date_rows,
    dispute_parts,
    disputes,
    folded,
    from_editors,
    in_two_styles,
    label,
    locator,
    new_style,
    old_style,
    statement_item,
    words,
    written,
)
from russianrev.queries.anniversaries import Anniversaries, Anniversary
from russianrev.queries.answers import Account, Answers, Citations, Links, Situation
from russianrev.queries.collection import Collection
from russianrev.queries.comparison import Comparison, Comparisons, Standing
from russianrev.queries.corpus import Corpus
from russianrev.queries.fulltext import Hit
from russianrev.queries.reading import Paragraph, Paragraphs
from russianrev.queries.timeline import Timeline
from russianrev.quizzes import Question
from russianrev.records.base import Record
from russianrev.records.model import Body, Claim, Dispute, Event, Party, Person, Place, Source, Statement, Stretch, Work
from russianrev.text import counted

# Collections.


_COLUMNS: dict[type[Record], tuple[str, tuple[str, ...]]] = {
    Person: ("Person", ("birth", "death")),
    Party: ("Party", ("kind", "founded", "dissolved")),
    Body: ("Body", ("kind", "part_of")),
    Place: ("Place", ("within",)),
    Work: ("Title", ("kind", "authors", "date")),
    Source: ("Title", ("kind", "language", "authors", "date")),
}
"""What heads the labels of records of a class, and the attributes beside them; of any other class it is the kind."""


@page(Collection)
def _collection(records: Collection[Any], passages: Passages) -> Page:
    kinds = {type(record).__name__.lower() for record in records}
    noun = kinds.pop() if len(kinds) == 1 else "record"
    nouns = {"person": "persons", "party": "parties", "body": "bodies"}
    title = f"{len(records):,} {nouns[noun]}" if noun in nouns else counted(len(records), noun).capitalize()
    return title, [_tabulate_records(records)]


def _tabulate_records(records: Collection[Any]) -> Element | None:
    """Make a table of records, in the columns that their class has."""
    every = tuple(records)
    if not every:
        return element("p", records.nothing)
    kinds = {type(record) for record in every}
    kind = kinds.pop() if len(kinds) == 1 else Record
    rows = [(*_make_cells(kind, record), element("code", record.id)) for record in every]
    return table("In order, with the id by which each is found", (*_choose_columns(kind), "Id"), rows)


def _choose_columns(kind: type[Record]) -> tuple[str, ...]:
    if kind is Statement:
        return "Statement", "Source", "Date"
    if kind not in _COLUMNS:
        return "Name", "Kind"
    first, attributes = _COLUMNS[kind]
    return first, *(HEADINGS[kind].get(attribute, "Kind") for attribute in attributes)


def _make_cells(kind: type[Record], record: Record) -> tuple[Child, ...]:
    if isinstance(record, Statement) and kind is Statement:
        return label(record), locator(record.citation), written(record.date)
    if kind not in _COLUMNS:
        return label(record), words(kind_of(record))
    _, attributes = _COLUMNS[kind]
    return label(record), *(content(attribute, value_of(record, attribute)) for attribute in attributes)


# Timelines.


@page(Timeline)
def _timeline(events: Timeline, passages: Passages) -> Page:
    """Show events in a table by day, in both styles where they differ."""
    title = counted(len(events), "event").capitalize()
    if not len(events):
        return title, [element("p", line) for line in str(events).splitlines()]
    every = tuple(events)
    days = [(date, list(group)) for date, group in groupby(every[:MOST], key=lambda event: event.date)]
    both = any(date is not None and in_two_styles(date) for date, _ in days)
    styles = ("Old Style", "New Style") if both else ("Date",)
    head = element("thead", header((*styles, "Event", "Kind", "Sources")))
    bodies = [_make_rows_of_day(date, group, both=both) for date, group in days]
    made = element("table", element("caption", *_caption_period(events.period)), head, *bodies)
    return title, [element("div", made, more(len(every)))]


def _caption_period(period: HistoricalDate | None) -> list[Child]:
    """Say what a timeline is of, as the caption of its table."""
    when: list[Child] = []
    if period and in_two_styles(period):
        when = [", ", written(period, period.old_style), " = ", new_style(period)]
    elif period:
        when = [", ", written(period)]
    return ["In order of time", *when, "; beside each source, how many statements it makes"]


def _make_rows_of_day(date: HistoricalDate | None, events: Sequence[Event], *, both: bool) -> Element:
    """Make the rows of one date, which heads them all."""
    rows = [element("tr", *_make_event_cells(event)) for event in events]
    for cell in reversed(_make_date_cells(date, str(len(events)), both=both)):
        rows[0].insert(0, cell)
    return element("tbody", *rows)


def _make_date_cells(date: HistoricalDate | None, height: str, *, both: bool) -> list[Element]:
    if date is None or not (both and in_two_styles(date)):
        shown = "undated" if date is None else written(date)
        return [element("th", shown, scope="rowgroup", rowspan=height, colspan="2" if both else None)]
    return [element("th", each, scope="rowgroup", rowspan=height) for each in (old_style(date), new_style(date))]


def _make_event_cells(event: Event) -> Iterable[Element]:
    numbers = Counter(statement.source.id for statement in event.statements if statement.event == event)
    sources = ", ".join(f"{source}\N{NO-BREAK SPACE}({number})" for source, number in numbers.items())
    return (element("td", cell) for cell in (label(event), words(event.kind), sources))


@page(Anniversaries)
def _anniversaries(found: Anniversaries, passages: Passages) -> Page:
    """Make a table of what fell on a day of the year, in order of time."""
    rows = [(written(each.date), element("bdi", each.label), each.style.capitalize()) for each in found]
    made = table("In order of time, with the calendar by which it is this day", ("Date", "What", "Calendar"), rows)
    title = f"{found.day} {MONTHS[found.month - 1]}"
    return title, [element("p", f"Nothing fell on it. {found.hint}".rstrip()) if made is None else made]


@page(Anniversary)
def _anniversary(found: Anniversary, passages: Passages) -> Page:
    return element("bdi", found.label), [facts("The day", date_rows("Date", found.date))]


# What queries find.


@page(Answers)
def _answers(found: Answers[Any], passages: Passages) -> Page:
    kinds = {type(each) for each in found}
    noun = kinds.pop().__name__.lower() if kinds else "answer"
    return counted(len(found), "tenure" if noun == "tuple" else noun).capitalize(), _show_each(found, passages)


def _show_each(found: Answers[Any], passages: Passages) -> list[Child]:
    """Show whatever was found, each in the way of its kind."""
    match found:
        case [Statement(), *_]:
            return [accounts(group_by_source(found), passages)]
        case [Dispute(), *_]:
            shown = (
                part for each in found[:MOST] for part in dispute_parts(each, passages, element("bdi", each.label))
            )
            return [*shown, more(len(found))]
        case [Account(), *_]:
            return [section(4, label(each.source), *_show_account(each, passages)) for each in found]
        case [Question(), *_]:
            return [element("ol", *(element("li", *_show_question(each, passages)) for each in found))]
        case [Hit(), *_]:
            rows = [
                (label(each.record), words(kind_of(each.record)), element("code", each.record.id)) for each in found
            ]
            return [table("The best match first, with its id", ("Found", "Kind", "Id"), rows)]
        case [_, *_]:
            return [_tabulate_held("In order of time", "Held", found, passages)]
    return [element("p", "Nothing was found.")]


@page(Question)
def _question(asked: Question, passages: Passages) -> Page:
    return "A question", _show_question(asked, passages)


def _show_question(asked: Question, passages: Passages) -> list[Child]:
    """Show a question with its options; the answer and what settles it fold out."""
    lang = {"lang": asked.language}
    options = element("ol", *(element("li", element("bdi", option)) for option in asked.options), type="A", **lang)
    right = element("p", element("bdi", asked.lettered[asked.answer], **lang))
    shown = [cited(citation, passages) for citation in asked.citations]
    answer = element("details", element("summary", "Answer"), right, *shown)
    return [element("p", element("bdi", asked.text, **lang)), options, answer]


# What sources say.


@page(Citations)
def _citations(found: Citations, passages: Passages) -> Page:
    """List citations, each with its passage."""
    parts: list[Child] = []
    if found.authority:
        parts.append(element("p", "No document states it so.", from_editors(found.authority)))
    items = listed(element("li", cited(citation, passages)) for citation in found)
    parts.append(element("p", "No passage is cited for it.") if items is None else items)
    return counted(len(found), "citation").capitalize(), parts


@page(Account)
def _account(account: Account, passages: Passages) -> Page:
    return label(account.source), _show_account(account, passages)


def _show_account(account: Account, passages: Passages) -> list[Child]:
    """Show what one source says of an event."""
    rows: list[tuple[str, Child]] = [("Event", label(account.event)), *date_rows("Date", account.event.date)]
    items = listed(statement_item(statement, passages) for statement in account.statements)
    return [facts("What is told of", rows), items]


@page(Paragraphs)
def _paragraphs(found: Paragraphs, passages: Passages) -> Page:
    """Show a document paragraph by paragraph."""
    sources = dict.fromkeys(each.source for each in found)
    return joined(map(label, sources)), [
        section(4, f"¶{each.number}", *_show_paragraph(each, passages)) for each in found
    ]


@page(Paragraph)
def _paragraph(paragraph: Paragraph, passages: Passages) -> Page:
    heading = element("span", label(paragraph.source), f", paragraph {paragraph.number}")
    return heading, _show_paragraph(paragraph, passages)


def _show_paragraph(paragraph: Paragraph, passages: Passages) -> list[Child]:
    """Show the text, what is read from it, what is skipped and what is in dispute."""
    text: Child = element("p", "The text is not at hand.")
    if paragraph.text:
        text = element("blockquote", element("p", paragraph.text), lang=paragraph.source.language, dir="auto")
    skipped = listed(element("li", locator(each.citation), f": {words(each.reason)}") for each in paragraph.skipped)
    summary = element("summary", f"{counted(len(paragraph.skipped), 'stretch')} skipped")
    return [
        text,
        listed(statement_item(statement, passages) for statement in paragraph.statements),
        None if skipped is None else element("details", summary, skipped),
        disputes(paragraph.disputes, passages),
    ]


@page(Links)
def _links(found: Links, passages: Passages) -> Page:
    """Make a table of causes or consequences."""
    rows = [
        (
            label(link.cause),
            label(link.effect),
            f"{link.depth}",
            asserted(link.statements, passages),
        )
        for link in found
    ]
    made = table("What led to what, as documents assert it", ("Cause", "Effect", "Links away", "Sources"), rows)
    title = counted(len(found), "link").capitalize()
    return title, [element("p", "No document asserts any.") if made is None else made]


# How things stood.


@page(Situation)
def _situation(state: Situation, passages: Passages) -> Page:
    """Show the calendar, the capitals, and who held what."""
    rows = [*date_rows("Date", state.date), ("Calendar in force in Russia", state.calendar.capitalize())]
    capitals = [
        (label(place), element("bdi", capital.city.name_on(state.date)), *_show_since(capital, passages))
        for place, capital in state.capitals
    ]
    parts: list[Child] = [facts("The day", rows)]
    parts.append(section(4, "Capitals", table("By country", ("Country", "Capital", "Since", "Sources"), capitals)))
    held: tuple[tuple[str, str, Sequence[tuple[Person, Stretch]]], ...] = (
        ("Offices", "Office", state.offices),
        ("Parties", "Party", state.memberships),
        ("Prison, exile, hiding", "Confinement", state.confinements),
    )
    parts += [_show_held(title, column, each, passages) for title, column, each in held]
    return element("span", "Russia, ", written(state.date)), parts


def _show_held(title: str, column: str, held: Iterable[tuple[Person, Stretch]], passages: Passages) -> Element | None:
    return section(4, title, _tabulate_held("By person", column, held, passages))


def _tabulate_held(
    caption: str, column: str, held: Iterable[tuple[Person, Stretch]], passages: Passages
) -> Element | None:
    rows = [(label(person), element("bdi", str(each)), *_show_since(each, passages)) for person, each in held]
    return table(caption, ("Person", column, "Since", "Sources"), rows)


def _show_since(stretch: Stretch, passages: Passages) -> tuple[Child, Child]:
    return written(stretch.start), folded(stretch.citations, passages)


# Comparisons.


@page(Comparison)
def _comparison(found: Comparison, passages: Passages) -> Page:
    """Show the values that sources give, each with who gives it."""
    rows = [
        (_show_value(found, claim), _show_givers(claim), folded(claim.citations, passages)) for claim in found.values
    ]
    made = table(f"Standing: {found.standing}", ("Value", "Given by", "Citations"), rows)
    values = element("p", "No source gives it.") if made is None else made
    title = element("span", label(found.thing), f": {_name_compared(found)}")
    return title, [values, disputes([found.dispute] if found.dispute else [], passages)]


def _show_value(found: Comparison, claim: Claim) -> Child:
    return element("bdi", found.dispute.worded(claim.value) if found.dispute else claim.value)


def _show_givers(claim: Claim) -> Child:
    if claim.authority:
        return from_editors(claim.authority)
    return ", ".join(dict.fromkeys(statement.source.id for statement in claim.statements))


@page(Comparisons)
def _comparisons(found: Comparisons, passages: Passages) -> Page:
    """Show the totals, and the comparisons, first those in which sources differ."""
    totals: list[tuple[str, Child]] = [(standing, f"{number:,}") for standing, number in found.totals.items()]
    totals += [(f"only in {source.id}", f"{number:,}") for source, number in found.unique_to.items()]
    totals += [(f"in {a.id} and {b.id}", f"{number:,}") for (a, b), number in found.shared.items()]
    ordered = sorted(found, key=lambda each: each.standing not in (Standing.CONFLICT, Standing.MAJORITY))
    rows = [(label(each.thing), _name_compared(each), str(each.standing), _show_values(each)) for each in ordered]
    every = table("First those in which sources differ", ("Thing", "Attribute", "Standing", "Values"), rows)
    title = counted(len(found), "comparison").capitalize()
    return title, [facts("How many of each standing", totals), every]


def _name_compared(found: Comparison) -> str:
    """Say what a comparison is of: an attribute, and which, if there are several."""
    name = found.attribute.replace("_", " ")
    return f"{name} ({found.of})" if found.of else name


def _show_values(found: Comparison) -> Child:
    return listed(element("li", _show_value(found, claim), ": ", _show_givers(claim)) for claim in found.values)


# Others.


@page(Hit)
def _hit(found: Hit, passages: Passages) -> Page:
    """Show what a search found, and how well it fits."""
    rows: list[tuple[str, Child]] = [("Found", words(kind_of(found.record))), ("Score", f"{found.score:g}")]
    return label(found.record), [facts("Found by a search", [*rows, ("Id", element("code", found.record.id))])]


@page(Corpus)
def _dataset(data: Corpus, passages: Passages) -> Page:
    """Show what a data set has, and its documents."""
    kinds = {
        "Events": data.events,
        "Persons": data.persons,
        "Parties": data.parties,
        "Bodies": data.bodies,
        "Places": data.places,
        "Works": data.works,
        "Ideas": data.ideas,
        "Statements": data.statements,
    }
    rows: list[tuple[str, Child]] = [(name, f"{len(records):,}") for name, records in kinds.items()]
    sources = _tabulate_records(data.sources) if len(data.sources) else None
    documents = section(4, counted(len(data.sources), "source").capitalize(), sources)
    return "A data set", [facts("What it has", rows), documents]
