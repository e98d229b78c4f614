"""The events as TimelineJS 3 JSON, which Knight Lab's TimelineJS shows as a time line that one can step through.

Rule: https://timeline.knightlab.com/docs/json-format.html. Each event is a slide in the row of its family of kinds, of
which there are eight, those of the charts. The slide has its date in both styles; its summary, places and participants;
what each source says, with the citations, which are links to the passages; and the disputes that touch it. A slide
shows no more of each than can be read at a sight, with how many more there are and how to have them all. Its
`unique_id` is the event's id, unless a user's data set has an event of the same id as the title slide, which TimelineJS
then makes unique. The title slide has the version, the licence and the sources. An event that has parts, and is no part
of another, is an era, if it is dated as a span with both its ends.

The texts are HTML, as TimelineJS wants them, and every value in them is escaped.

What the format cannot hold:

- events without a date: a slide needs one, so they are left out, and the title slide says how many they are;
- an open end: a span without a beginning has a slide on its last day, one without an end on its first;
- how closely and how surely a date is known: the days from which and to which it may be are drawn, whether it is one
  moment or the whole time between them, and the words of the date say the rest;
- the kind of an event within its family;
- names, statements about other things than events, figures, readings and relations, except as the statements say them;
- the digest of a cited passage.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from operator import itemgetter
from typing import Any

from russianrev.charts.palette import KINDS
from russianrev.dates import HistoricalDate
from russianrev.exports.links import link
from russianrev.facts import facts_of, name_places, weigh
from russianrev.queries.corpus import Corpus
from russianrev.records.description import attribution_of, corrections_of, description_of
from russianrev.records.model import Citation, Dispute, Event, Source, Statement
from russianrev.text import counted


def export(dataset: Corpus, *, most: int = 8) -> str:
    """Write the events of a data set that have a date, as the text of one JSON file.

    A slide has at most so many statements, of as many sources as it can, participants and places, and half as many
    disputes, its own before those that only touch it. Raises `ValueError` if that is less than 1.

    >>> import json
    >>> import russianrev as rr
    >>> slides = json.loads(export(rr.according_to("boden-review")))["events"]
    >>> len(slides) == sum(event.date is not None for event in rr.according_to("boden-review").events)
    True
    """
    if most < 1:
        raise ValueError(f"wanted: the number of statements of a slide, at least 1, not {most}")
    slides = [_make_slide(event, event.date, most) for event in dataset.events if event.date]
    timeline = {
        "scale": "human",
        "title": _make_title(dataset, undated=len(dataset.events) - len(slides)),
        "events": slides,
        "eras": [_make_era(event) for event in dataset.events if _is_era(event)],
    }
    return json.dumps(timeline, ensure_ascii=False, indent=2) + "\n"


def _make_title(dataset: Corpus, undated: int) -> dict[str, Any]:
    about = dataset.metadata
    lines = []
    if about:
        lines = [
            f"{about.creator}, version {about.version}",
            f'Licence: <a href="{about.licence_url}">{about.licence}</a>',
        ]
    if undated:
        lines.append(f"{counted(undated, 'event')} without a date left out")
    sources = _write_list(_describe_source(source) for source in dataset.sources)
    return {
        "text": {
            "headline": escape(about.title if about else str(dataset)),
            "text": "".join(f"<p>{line}</p>" for line in lines) + sources,
        }
    }


def _make_slide(event: Event, date: HistoricalDate, most: int) -> dict[str, Any]:
    return {
        "unique_id": event.id,
        "group": KINDS[event.kind][0],
        **_make_interval(date),
        "display_date": str(date),
        "text": {"headline": escape(event.title), "text": _write_text(event, most)},
        "autolink": False,
    }


def _make_interval(date: HistoricalDate) -> dict[str, dict[str, int]]:
    """Give the first and the last day that it may be, or that one of them which there is."""
    days = dict.fromkeys(day for day in (date.start, date.end) if day)
    return {key: _make_day(day) for key, day in zip(("start_date", "end_date"), days, strict=False)}


def _make_day(day: datetime.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _is_era(event: Event) -> bool:
    date = event.date
    return bool(event.parts and not event.part_of and date and date.is_span and date.start and date.end)


def _make_era(event: Event) -> dict[str, Any]:
    assert event.date
    assert event.date.start
    assert event.date.end
    days = {"start_date": _make_day(event.date.start), "end_date": _make_day(event.date.end)}  # both, also of one day
    return {**days, "text": {"headline": escape(event.title)}}


# Texts, in HTML.


def _write_text(event: Event, most: int) -> str:
    known = facts_of(event)
    own = {fact.attribute: str(fact) for fact in known.own}
    people = [f"{participant.who.name} ({participant.role})" for participant in known.participants]
    lines = {
        "": own.get("summary"),
        "Places: ": _write_some(name_places(event), most),
        "Who took part: ": _write_some(people, most),
        "Part of: ": own.get("part_of"),
    }
    paragraphs = [f"<p>{label}{escape(text)}</p>" for label, text in lines.items() if text]
    shown = _choose(known.accounts, most)
    paragraphs += (_write_account(source, statements) for source, statements in shown.items())
    disputes = sorted(known.disputes, key=lambda dispute: dispute.thing != event)[: max(most // 2, 1)]
    paragraphs += map(_write_dispute, disputes)
    left = {
        "statement": sum(map(len, known.accounts.values())) - sum(map(len, shown.values())),
        "dispute": len(known.disputes) - len(disputes),
    }
    if any(left.values()):
        more = " and ".join(counted(n, f"more {kind}") for kind, n in left.items() if n)
        paragraphs.append(f"<p><small>{more}: <code>russianrev show {escape(event.id)}</code></small></p>")
    return "".join(paragraphs)


def _write_some(items: Sequence[str], most: int) -> str:
    left = len(items) - most
    return "; ".join([*items[:most], *([f"{left} more"] if left > 0 else [])])


def _choose(accounts: Mapping[Source, Sequence[Statement]], most: int) -> dict[Source, list[Statement]]:
    """Choose so many statements: the first of each source, then the second of each, and so on."""
    ranked = ((rank, source) for source, statements in accounts.items() for rank in range(len(statements)))
    shares = Counter(source for _, source in sorted(ranked, key=itemgetter(0))[:most])
    return {source: list(statements[: shares[source]]) for source, statements in accounts.items() if shares[source]}


def _write_account(source: Source, statements: Iterable[Statement]) -> str:
    """Write what a source says, statement by statement."""
    return f"<p>{_name_source(source)}:</p>{_write_list(map(_write_statement, statements))}"


def _write_statement(statement: Statement) -> str:
    """Write what a statement says, where, when and by whom, and how the editors read it."""
    notes = filter(None, (attribution_of(statement), *corrections_of(statement)))
    said = f"{escape(statement.text)} {_write_citations([statement.citation])}"
    return said + "".join(f" <small>{escape(note)}</small>" for note in notes)


def _write_dispute(dispute: Dispute) -> str:
    claims = []
    for value in weigh(dispute):
        chosen = " (what the editors take)" if value.chosen else ""
        given = _write_citations(value.claim.citations) or f"<small>editorial, {value.claim.authority}</small>"
        claims.append(f"{escape(value.text)}{chosen} {given}")
    head = f"<p>In dispute, {escape(dispute.label)} ({dispute.certainty}):</p>"
    return f"{head}{_write_list(claims)}<p>{escape(dispute.reason)}</p>"


def _write_citations(citations: Iterable[Citation]) -> str:
    locators = "; ".join(map(link, citations))
    return f"<small>{locators}</small>" if locators else ""


def _name_source(source: Source) -> str:
    return f'<cite lang="{escape(source.language)}">{escape(source.title)}</cite>'


def _describe_source(source: Source) -> str:
    return f"{escape(description_of(source))} ({source.id})"


def _write_list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
