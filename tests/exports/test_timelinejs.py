from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from bs4 import BeautifulSoup
from bundled_data import DATASET
from factories import example, owner, record

import russianrev
from russianrev.charts.palette import FAMILIES
from russianrev.dataset import Dataset
from russianrev.exports.timelinejs import export

# The words of https://timeline.knightlab.com/docs/json-format.html that the export uses, and no others.
_DATE = {
    "type": "object",
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "required": ["year"],
    "additionalProperties": False,
}
_TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
_SLIDE = {
    "type": "object",
    "properties": {
        "start_date": _DATE,
        "end_date": _DATE,
        "text": _TEXT,
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "autolink": {"type": "boolean"},
        "unique_id": {"type": "string"},
    },
    "additionalProperties": False,
}
_SCHEMA = {
    "type": "object",
    "properties": {
        "events": {"type": "array", "items": _SLIDE | {"required": ["start_date"]}},
        "title": _SLIDE,
        "eras": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"start_date": _DATE, "end_date": _DATE, "text": _TEXT},
                "required": ["start_date", "end_date"],
                "additionalProperties": False,
            },
        },
        "scale": {"enum": ["human", "cosmological"]},
    },
    "required": ["events"],
    "additionalProperties": False,
}

HOSTILE = ["<script>alert('x')</script>", "<b>\"a\" & 'b'", "two\nlines", "\u202eright to left", "🚩 العربية", "</p>"]


EVERYTHING = 1000


def timeline(dataset: Dataset, most: int = EVERYTHING) -> Any:
    read = json.loads(export(dataset, most=most))
    jsonschema.validate(read, _SCHEMA)
    return read


def slides(dataset: Dataset, most: int = EVERYTHING) -> dict[str, Any]:
    return {slide["unique_id"]: slide for slide in timeline(dataset, most)["events"]}


def day(date: dict[str, int]) -> datetime.date:
    return datetime.date(date["year"], date["month"], date["day"])


def read(html: str) -> str:
    """What a browser would show, as another library reads it."""
    return BeautifulSoup(html, "html.parser").get_text(" ")


@pytest.fixture(scope="module")
def bundled() -> dict[str, Any]:
    """The slides of the bundled data set."""
    return slides(DATASET)


# The bundled data set.


def test_every_dated_event_is_a_slide(bundled: dict[str, Any]) -> None:
    assert list(bundled) == [event.id for event in DATASET.events if event.date]


def test_the_dates_are_those_of_the_events(bundled: dict[str, Any]) -> None:
    for id, slide in bundled.items():
        date = DATASET.events[id].date
        assert date is not None
        start, end = date.start or date.end, date.end or date.start
        assert day(slide["start_date"]) == start
        assert day(slide.get("end_date", slide["start_date"])) == end
        assert slide["display_date"] == str(date)


def test_what_each_source_says_is_on_the_slide_with_its_citation(bundled: dict[str, Any]) -> None:
    for id, slide in bundled.items():
        page = BeautifulSoup(slide["text"]["text"], "html.parser")
        items = [item.get_text() for item in page.find_all("li")]
        for account in DATASET.accounts(id):
            assert account.source.title in [cite.get_text() for cite in page.find_all("cite", lang=True)]
            for statement in account.statements:
                item = next(each for each in items if each.startswith(f"{statement.text} {statement.citation.locator}"))
                assert all(reading.read_as in item for reading in statement.readings)
                assert not statement.said_by or f"said by {statement.said_by.label}" in item


def test_a_citation_leads_to_the_passage_where_that_has_an_address(bundled: dict[str, Any]) -> None:
    for id, slide in bundled.items():
        found = {str(a["href"]) for a in BeautifulSoup(slide["text"]["text"], "html.parser").find_all("a")}
        told = {statement.citation.url for account in DATASET.accounts(id) for statement in account.statements}
        weighed = {citation.url for dispute in DATASET.disputes(id) for citation in dispute.citations}
        assert told - {None} <= found <= told | weighed


def test_disputes_are_on_the_slide_with_their_citations(bundled: dict[str, Any]) -> None:
    disputed = [dispute for id in bundled for dispute in DATASET.disputes(id) if dispute.thing.id == id]
    assert disputed
    for dispute in disputed:
        text = read(bundled[dispute.thing.id]["text"]["text"])
        assert dispute.reason in text
        for citation in dispute.citations:
            assert citation.locator in text


def test_the_group_is_the_family_of_the_kind_and_there_are_few(bundled: dict[str, Any]) -> None:
    groups = {DATASET.events[id].kind: slide["group"] for id, slide in bundled.items()}
    assert all(DATASET.events[id].kind in FAMILIES[slide["group"]][1] for id, slide in bundled.items())
    assert len(set(groups.values())) <= 8 < len(groups)


@pytest.mark.parametrize("most", [1, 8])
def test_a_slide_is_bounded_and_says_what_it_leaves_out_and_how_to_have_it(most: int) -> None:
    for id, slide in slides(DATASET, most).items():
        page = BeautifulSoup(slide["text"]["text"], "html.parser")
        accounts = DATASET.accounts(id)
        said = [s for account in accounts for s in account.statements]
        texts = [item.get_text() for item in page.find_all("li")]
        shown = [s for s in said if any(text.startswith(f"{s.text} {s.citation.locator}") for text in texts)]
        assert min(most, len(said)) <= len(shown) <= most + 1  # two statements may have one text and passage
        assert len({s.source for s in shown}) >= min(most, len(accounts))
        disputes = [dispute for dispute in DATASET.events[id].disputes if dispute.reason in page.get_text()]
        own = [dispute for dispute in DATASET.events[id].disputes if dispute.thing.id == id]
        assert len(disputes) <= max(most // 2, 1)
        assert len(set(disputes) & set(own)) >= min(max(most // 2, 1), len(own))
        if left := len(said) - most if len(said) > most else 0:
            assert f"{left} more statement" in page.get_text()
            assert f"russianrev show {id}" in page.get_text()


def test_a_long_list_of_participants_says_how_many_more_there_are(wharf: Dataset) -> None:
    text = read(slides(wharf, 1)["wharf-strike"]["text"]["text"])
    assert "Who took part: Anna Sorokina (speaker); 2 more" in text


def test_a_slide_without_statements_is_an_error(wharf: Dataset) -> None:
    with pytest.raises(ValueError, match="at least 1, not 0"):
        export(wharf, most=0)


def test_an_era_of_one_day_has_both_its_ends(tmp_path: Path) -> None:
    data = example()
    record(data, "revolution-in-krasny-bor")["date"] = "1917-03-16/1917-03-16"
    record(data, "wharf-strike")["date"] = "1917-03-16"
    record(data, "owners-give-way").pop("date", None)
    for each in data["statement"]:
        each.pop("date", None)
    (era,) = timeline(Dataset(owner(tmp_path, data)))["eras"]
    assert day(era["start_date"]) == day(era["end_date"]) == datetime.date(1917, 3, 16)


def test_an_era_is_an_outermost_span_that_has_parts() -> None:
    eras = {read(era["text"]["headline"]): era for era in timeline(DATASET)["eras"]}
    assert eras
    revolution = DATASET.events["russian-revolution"]
    assert revolution.date is not None
    era = eras[revolution.title]
    assert (day(era["start_date"]), day(era["end_date"])) == (revolution.date.start, revolution.date.end)
    for headline in eras:
        event = next(event for event in DATASET.events if event.title == headline)
        assert event.parts
        assert event.part_of is None


def test_the_title_has_version_licence_and_sources() -> None:
    html = timeline(DATASET)["title"]["text"]["text"]
    assert russianrev.__version__ in html
    assert BeautifulSoup(html, "html.parser").a["href"] == "https://creativecommons.org/licenses/by/4.0/"  # type: ignore[index]
    for source in DATASET.sources:
        assert source.title in read(html)
        assert f"({source.id})" in html


# The small one.


def test_a_slide_of_the_example(wharf: Dataset) -> None:
    slide = slides(wharf)["wharf-strike"]
    assert slide["start_date"] == {"year": 1917, "month": 3, "day": 16}
    assert slide["end_date"] == {"year": 1917, "month": 3, "day": 25}
    assert slide["display_date"] == "3–12 (16–25) March 1917"
    text = read(slide["text"]["text"])
    assert "The dockers stopped work until the owners gave way." in text
    assert "Places: Red Wood" in text
    assert "Anna Sorokina (speaker); Dockers' Union (organiser)" in text
    assert "Part of: Revolution in Krasny Bor" in text
    assert "3 (16) March 1917 (what the editors take)" in text


def test_events_without_a_date_are_left_out_and_counted(wharf: Dataset) -> None:
    assert "owners-give-way" not in slides(wharf)
    assert "1 event without a date left out" in timeline(wharf)["title"]["text"]["text"]


def test_nothing_is_said_of_events_left_out_where_there_are_none(tmp_path: Path) -> None:
    data = example()
    record(data, "owners-give-way")["date"] = "1917"
    assert "left out" not in timeline(Dataset(owner(tmp_path, data)))["title"]["text"]["text"]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("1917-03-16", (1917, 3, 16), None),
        ("1917-03-03 OS", (1917, 3, 16), None),
        ("1917-02 OS", (1917, 2, 14), (1917, 3, 13)),
        ("1917~", (1917, 1, 1), (1917, 12, 31)),
        ("1918-03/..", (1918, 3, 1), None),
        ("../1917-10", (1917, 10, 31), None),
    ],
)
def test_a_date_is_drawn_from_its_first_to_its_last_day(
    tmp_path: Path, date: str, start: tuple[int, ...], end: tuple[int, ...] | None
) -> None:
    data = example()
    record(data, "owners-give-way")["date"] = date
    slide = slides(Dataset(owner(tmp_path, data)))["owners-give-way"]
    assert tuple(slide["start_date"].values()) == start
    assert tuple(slide.get("end_date", {}).values()) == (end or ())


def test_a_claim_that_no_document_makes_is_marked_as_editorial(tmp_path: Path) -> None:
    data = example()
    record(data, "first-day-of-the-strike")["values"].append({"value": "1917-03-05 OS", "authority": "context"})
    text = read(slides(Dataset(owner(tmp_path, data)))["wharf-strike"]["text"]["text"])
    assert "5 (18) March 1917  editorial, context" in text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_shows_as_text(tmp_path: Path, text: str) -> None:
    data = example()
    record(data, "wharf-strike").update({"title": text, "summary": text})
    record(data, "wharf-chronicle")["title"] = text
    record(data, "wharf-chronicle:2.2")["text"] = text
    record(data, "anna-sorokina")["name"] = text
    record(data, "first-day-of-the-strike")["reason"] = text
    whole = timeline(Dataset(owner(tmp_path, data)))
    slide = next(slide for slide in whole["events"] if slide["unique_id"] == "wharf-strike")
    assert read(slide["text"]["headline"]) == text
    assert read(slide["text"]["text"]).count(text) == 6
    for html in (slide["text"]["headline"], slide["text"]["text"], whole["title"]["text"]["text"]):
        tags = {tag.name for tag in BeautifulSoup(html, "html.parser").find_all()}
        assert tags <= {"p", "ul", "li", "small", "cite", "a"}
