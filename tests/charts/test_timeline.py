from __future__ import annotations

import datetime
import pickle
from typing import Any

import pytest
from bundled_data import DATASET
from charts_drawn import rows, with_tooltip
from factories import changed

from russianrev.charts.palette import FAMILIES, KINDS
from russianrev.charts.timeline import timeline_chart
from russianrev.dataset import Dataset
from russianrev.dates import HistoricalDate, parse_date
from russianrev.queries.timeline import Timeline
from russianrev.records.model import Event, Membership, Participant, Person
from russianrev.vocabulary import EventKind

FEBRUARY = DATASET.between("1917-02", "1917-03-03", calendar="julian")
WHOLE = DATASET.between("1891", "1924")


def timeline(wharf: Dataset, *dates: str | None) -> Timeline:
    """Events of the same kind on these dates."""
    strike = wharf.events["wharf-strike"]
    made = [
        changed(strike, id=f"event-{n}", title=f"Event {n}", date=parse_date(date) if date else None)
        for n, date in enumerate(dates)
    ]
    return Timeline(made, wharf.find)


def subtitle(chart: Any) -> str:
    return str(chart.subtitle)


def layers_of(chart: Any, title: str) -> list[dict[str, Any]]:
    """The marks that are drawn of an event."""
    layers = chart.to_dict()["layer"]
    return [x["mark"] for x in layers if any(row.get("event") == title for row in x["data"]["values"])]


@pytest.mark.parametrize("events", [FEBRUARY, WHOLE], ids=["February 1917", "1891–1924"])
def test_each_dated_event_is_drawn_once_with_what_the_data_say_of_it(events: Timeline) -> None:
    drawn = {row["event"]: row for row in with_tooltip(events.chart(), "event")}
    assert len(with_tooltip(events.chart(), "event")) == len(events)
    for event in events:
        row = drawn[event.title]
        assert event.date
        assert (row["date"], row["kind"]) == (str(event.date), event.kind)
        assert (row["old style"], row["new style"]) == (event.date.old_style, event.date.new_style)
        assert all(one.who.name in row["who"] for one in event.participants)
        own = [s.citation.locator for s in event.statements if s.event == event]
        assert row["sources"].startswith(own[0] if own else "none")


def test_a_tooltip_names_the_first_sources_and_counts_the_others() -> None:
    row = next(row for row in with_tooltip(FEBRUARY.chart(), "event") if row["event"] == "February Revolution")
    own = {s.citation.locator for s in DATASET.events["february-revolution"].statements if s.event}
    assert len(row["sources"].split("; ")) == 7
    assert len(own) > 7
    assert row["sources"].endswith(" more")


def test_days_are_dots_and_all_else_is_as_wide_as_it_is_unsure(wharf: Dataset) -> None:
    chart = timeline(wharf, "1917-03-05", "1917-04", "1917-05~", "1917-06-01~", "1917-07-01/1917-08-31").chart()
    day, month, about, about_day, span = (layers_of(chart, f"Event {n}")[0] for n in range(5))
    assert (day["type"], day["filled"]) == ("point", True)
    assert (about_day["type"], about_day["filled"]) == ("point", False)
    assert month["type"] == about["type"] == span["type"] == "rect"
    assert "stroke" in month
    assert "stroke" not in span
    assert month["strokeDash"] != about["strokeDash"]
    wide = {row["event"]: row["x2"] - row["x"] for row in with_tooltip(chart, "event") if "x2" in row}
    assert wide["Event 1"] / 30 == pytest.approx(wide["Event 4"] / 62, rel=0.02)


def test_a_bar_is_dark_where_it_is_certain_that_it_lasted(wharf: Dataset) -> None:
    chart = timeline(wharf, "1917-01/1917-03", "1917-01-01/1917-03-31").chart()
    dark = sorted(
        row["x2"] - row["x"]
        for layer in chart.to_dict()["layer"]
        if layer["mark"]["type"] == "rect" and layer["mark"].get("fillOpacity") == 0.42
        for row in layer["data"]["values"]
    )
    assert dark[-2] / 28 == pytest.approx(dark[-1] / 90, rel=0.02)


def test_the_time_of_day_moves_a_dot(wharf: Dataset) -> None:
    chart = timeline(wharf, "1917-03-05", "1917-03-05 morning", "1917-03-05 night", "1917-03-06").chart()
    x = {row["event"]: row["x"] for row in with_tooltip(chart, "event")}
    assert x["Event 1"] < x["Event 0"] < x["Event 2"] < x["Event 3"]


def test_an_open_end_is_a_stub_and_what_goes_on_beyond_an_arrow(wharf: Dataset) -> None:
    events = timeline(wharf, "1917-03-01/..", "../1917-03-20", "1916/1918", "1917-03-10", "1890/..", "../1950")
    chart = events.between("1917-03-01", "1917-03-31", possible=True).chart()
    x = {row["event"]: (row["x"], row.get("x2", row["x"])) for row in with_tooltip(chart, "event")}
    left, right = x["Event 2"]
    assert x["Event 0"][0] == left
    assert x["Event 0"][1] == pytest.approx(left + 26, abs=30)
    assert x["Event 1"][1] < right
    assert x["Event 4"] == x["Event 5"] == (left, right)
    shapes = [(x["mark"]["shape"], x["mark"]["filled"]) for x in chart.to_dict()["layer"] if "shape" in x["mark"]]
    assert set(shapes) == {(f"triangle-{side}", solid) for side in ("left", "right") for solid in (True, False)}


def test_rows_by_kind_are_those_there_are() -> None:
    headings = {row["text"] for row in rows(FEBRUARY.chart(), "text")}
    assert {str(event.kind) for event in FEBRUARY} == headings & {str(kind) for kind in EventKind}


def test_every_kind_of_event_has_a_colour() -> None:
    assert set(KINDS) == set(EventKind)
    assert len({colour for colour, _ in FAMILIES.values()}) == len(FAMILIES)


def test_rows_by_party_have_its_events_and_those_of_who_belonged_to_it_then(wharf: Dataset) -> None:
    anna, union, league = wharf.persons["anna-sorokina"], wharf.parties["dockers-union"], wharf.parties["port-league"]
    person: Person = changed(
        anna,
        memberships=(
            Membership(party=union, start=parse_date("1900")),
            Membership(party=league, start=parse_date("1920")),
        ),
    )
    strike = wharf.events["wharf-strike"]
    told_of: list[Event] = [
        changed(strike, id="hers", title="Hers", participants=(Participant(who=person),)),
        changed(strike, id="theirs", title="Theirs", participants=(Participant(who=union),)),
        changed(strike, id="nobodys", title="Nobody's", participants=()),
    ]
    chart = Timeline(told_of, wharf.find).chart(by="party")
    assert {row["event"] for row in with_tooltip(chart, "event")} == {"Hers", "Theirs"}
    headings = {row["text"] for row in rows(chart, "text")}
    assert "Dockers' Union" in headings
    assert "Port League" not in headings
    assert "Events by party: 2" in subtitle(chart)
    assert "not shown, for want of a date or a party: 1" in subtitle(chart)


def test_of_many_events_those_of_which_most_is_said_are_labelled() -> None:
    chart = WHOLE.chart()
    assert "labelled: the 40 of which, with their parts, most is said" in subtitle(chart)
    labels = {row["text"] for row in rows(chart, "text")}
    shown = [event for event in WHOLE if event.title in labels]
    hidden = [event for event in WHOLE if event.title not in labels]
    count = {event: sum(s.event == part for part in event.branch for s in part.statements) for event in WHOLE}
    assert len(shown) == 40
    assert min(count[event] for event in shown) >= max(count[event] for event in hidden)
    few = {row["text"] for row in rows(WHOLE.chart(labels=3), "text")}
    assert sum(event.title in few for event in WHOLE) == 3


def test_of_few_events_all_are_labelled() -> None:
    labels = {row["text"] for row in rows(FEBRUARY.chart(), "text")}
    assert {event.title for event in FEBRUARY} <= labels


def test_titles_in_another_language() -> None:
    labels = {row["text"] for row in rows(FEBRUARY.chart(language="ru"), "text")}
    assert "Февральская революция" in labels


def test_both_calendars_are_on_the_axes_while_they_can_be_told_apart() -> None:
    near, far = ({row["text"] for row in rows(events.chart(), "text")} for events in (FEBRUARY, WHOLE))
    assert {"old style, 1917", "1 Feb", "new style, 1917", "14 Feb"} <= near
    assert not any("old style" in text for text in far)
    assert "1892" in far


def test_the_heading_is_the_period_in_the_style_that_was_asked_for() -> None:
    assert FEBRUARY.chart().title == "Events, 1 February – 3 March 1917 (O.S.)"
    assert "14 February – 16 March 1917 in the new style" in subtitle(FEBRUARY.chart())
    assert WHOLE.chart().title == "Events, 1891–1924"
    assert DATASET.events.of_kind("treaty").chart().title == "Events, kind: treaty"


def test_the_heading_says_what_was_asked_for() -> None:
    asked = DATASET.events.involving("trotsky", "lenin", how="any", role="leader").at("petrograd").between("1917")
    assert asked.chart().title == "Events, with Leon Trotsky or Vladimir Lenin (leader), at Petrograd, 1917"
    both = DATASET.involved("trotsky", "lenin").between("1917-10 OS")
    assert both.chart(language="ru").title.startswith("События, с участием: Лев Троцкий и Владимир Ленин, октябрь 1917")
    assert DATASET.events.of_kind("treaty", "war").chart(language="zh").title == "事件，类别：条约，战争"
    assert pickle.loads(pickle.dumps(both)).chart().title == both.chart().title


def test_the_heading_of_an_open_period_names_its_end() -> None:
    assert DATASET.between("../1905").chart().title == "Events, until 31 December 1905"


@pytest.mark.parametrize(
    ("language", "title", "years"),
    [
        ("en", "Events, 25 October (O.S.) of any year", "old style, 1917"),
        ("zh", "事件，历年俄历10月25日", "俄历, 1917"),
        ("vi", "Sự kiện, ngày 25 tháng 10 (lịch cũ) các năm", "lịch cũ, 1917"),
        ("ru", "События, 25 октября (ст. ст.) разных лет", "ст. стиль, 1917"),
    ],
)
def test_a_chart_of_a_day_of_the_year_says_of_which_year_it_is(language: str, title: str, years: str) -> None:
    chart = DATASET.events.on_day(10, 25, calendar="julian").chart(language=language)
    assert chart.title == title
    assert years in {row["text"] for row in rows(chart, "text")}


def test_a_time_of_days_in_two_years_names_both(wharf: Dataset) -> None:
    chart = timeline(wharf, "1917-12-20 OS", "1917-12-28 OS").chart()
    assert {"old style, 1917", "new style, 1918"} <= {row["text"] for row in rows(chart, "text")}
    later = timeline(wharf, "1920-12-28", "1921-01-03").chart()
    assert "1920–1921" in {row["text"] for row in rows(later, "text")}


def test_the_great_wars_are_labelled_among_hundreds_of_events() -> None:
    labels = {row["text"] for row in rows(WHOLE.chart(), "text")}
    assert {"First World War", "Russian Civil War", "October Revolution"} <= labels


MARKS = {
    "1917-03-05": "a day",
    "1917-03-05~": "a day, about or perhaps",
    "1917-03-05/1917-03-09": "lasted",
    "1917-03/1917-04": "lasted; pale where its limits are not known to the day",
    "1917-03": "one moment within",
    "1917-03~": "about, or perhaps",
    "1917-03-05/..": "not known since or until when",
}


@pytest.mark.parametrize("date", MARKS)
def test_the_key_has_the_marks_that_occur_and_no_others(wharf: Dataset, date: str) -> None:
    shown = {row["text"] for row in rows(timeline(wharf, date).chart(), "text")}
    also = {"lasted"} if date.endswith("..") else set()
    assert shown & {*MARKS.values(), "goes on beyond"} == {MARKS[date]} | also
    whole = {row["text"] for row in rows(timeline(wharf, *MARKS).chart(), "text")}
    assert whole & set(MARKS.values()) == set(MARKS.values()) - {"lasted"}


def test_what_goes_on_beyond_a_chart_is_in_its_key(wharf: Dataset) -> None:
    chart = timeline(wharf, "1917-01-01/1917-12-31").between("1917-03", possible=True).chart()
    assert "goes on beyond" in {row["text"] for row in rows(chart, "text")}


def test_an_empty_timeline_says_so_and_what_the_other_style_would_hold(wharf: Dataset) -> None:
    with pytest.raises(ValueError, match="nothing to draw: the timeline is empty"):
        wharf.between("1800").chart()
    with pytest.raises(ValueError, match="calendar='julian'"):
        wharf.between("1917-03-01", "1917-03-12").chart()


def test_events_without_dates_are_counted_or_said_to_be_all_there_are(wharf: Dataset) -> None:
    assert "not shown, for want of a date: 1" in subtitle(wharf.events.chart())
    with pytest.raises(ValueError, match="nothing to draw: of 1 event which have no date"):
        timeline(wharf, None).chart()


def test_other_rows_are_refused(wharf: Dataset) -> None:
    with pytest.raises(ValueError, match="by 'kind' or by 'party', not 'place'"):
        timeline_chart(wharf.events, by="place")  # type: ignore[arg-type]


@pytest.mark.parametrize("ends", [("0001-01-01", "0001-12-31"), ("9999-01-01", "9999-12-31"), ("0001", "9999")])
def test_any_time_that_a_date_can_have_is_drawn(wharf: Dataset, ends: tuple[str, str]) -> None:
    assert timeline(wharf, *ends).chart().to_dict()


def test_a_single_day_is_drawn(wharf: Dataset) -> None:
    day = HistoricalDate.from_date(datetime.date(1917, 11, 7))
    chart = timeline(wharf, "1917-11-07").between(day).chart()
    assert "25 Oct" in {row["text"] for row in rows(chart, "text")}
