"""Collections of records, and timelines."""

from __future__ import annotations

import datetime
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bundled_data import DATASET
from factories import example, owner, record
from hypothesis import given, settings
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.dates import Calendar, parse_date
from russianrev.errors import DateError, UnknownNameError
from russianrev.queries.collection import Collection
from russianrev.queries.timeline import Timeline
from russianrev.text import columns
from russianrev.vocabulary import EventKind, Role

EVENTS = DATASET.events


def dated(folder: Path, *dates: str) -> Timeline:
    """A timeline of events with these dates, which are also their titles."""
    tables = example()
    tables["event"] += [
        {"id": f"dated-{number}", "title": date, "kind": "strike", "date": date} for number, date in enumerate(dates)
    ]
    events = Dataset(owner(folder, tables)).events
    return Timeline((event for event in events if event.id.startswith("dated-")), DATASET.find)


def titles(timeline: Timeline) -> list[str]:
    return [event.title for event in timeline]


# Collections.


def test_a_collection_is_keyed_by_id(wharf: Dataset) -> None:
    assert wharf.persons["anna-sorokina"].name == "Anna Sorokina"
    assert wharf.persons.ids == ("anna-sorokina", "pavel-ilyin")


def test_a_collection_is_also_a_sequence(wharf: Dataset) -> None:
    persons = wharf.persons
    assert (persons[0], persons[-1]) == (persons["anna-sorokina"], persons["pavel-ilyin"])
    assert persons[:1] == (persons[0],)
    assert list(reversed(persons)) == list(persons)[::-1]
    assert len(persons) == 2


def test_a_position_that_is_not_there_is_an_index_error(wharf: Dataset) -> None:
    with pytest.raises(IndexError):
        wharf.persons[2]


def test_an_id_that_is_not_there_is_an_error_with_suggestions(wharf: Dataset) -> None:
    with pytest.raises(
        UnknownNameError, match="no record has the id 'anna-sorokin' here; did you mean 'anna-sorokina'"
    ) as caught:
        wharf.persons["anna-sorokin"]
    assert caught.value.suggestions == ("anna-sorokina",)
    assert isinstance(caught.value, KeyError)


def test_an_id_that_is_like_no_other_has_no_suggestions(wharf: Dataset) -> None:
    with pytest.raises(UnknownNameError, match=r"no record has the id 'xyz' here$") as caught:
        wharf.persons["xyz"]
    assert caught.value.suggestions == ()


def test_get_gives_none_for_an_id_that_is_not_there(wharf: Dataset) -> None:
    assert wharf.persons.get("xyz") is None
    assert wharf.persons.get("pavel-ilyin") is wharf.persons[1]


def test_a_collection_contains_its_records_and_their_ids_and_nothing_else(wharf: Dataset) -> None:
    persons = wharf.persons
    assert "anna-sorokina" in persons
    assert persons[0] in persons
    assert "krasny-bor" not in persons
    assert wharf.places["krasny-bor"] not in persons
    others: tuple[object, ...] = (None, 0, "", b"anna-sorokina", [])
    for other in others:
        assert other not in persons


def test_collections_are_equal_if_they_hold_equal_records_in_the_same_order(wharf: Dataset, tmp_path: Path) -> None:
    again = Dataset(owner(tmp_path)).persons
    assert wharf.persons == again
    assert hash(wharf.persons) == hash(again)
    assert wharf.persons != Collection(reversed(again))
    assert wharf.persons != tuple(again)
    assert Collection(wharf.events) != wharf.events


def test_a_collection_shows_how_many_it_holds_and_the_first(wharf: Dataset) -> None:
    assert repr(wharf.persons) == "<Collection of 2: anna-sorokina, pavel-ilyin>"
    assert repr(wharf.statements).endswith("union-letter:1.1, union-letter:2.1, wharf-chronicle:2.1, …>")
    assert repr(wharf.events.of_kind("war")) == "<Timeline of 0>"


# The order of a timeline.


def test_a_timeline_is_in_order_of_time_with_the_undated_last(wharf: Dataset) -> None:
    assert wharf.events.ids == ("revolution-in-krasny-bor", "wharf-strike", "owners-give-way")


def test_a_time_of_day_orders_the_events_of_a_day(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-10-25 evening OS", "1917-10-26 OS", "1917-10-25T02 OS")
    assert titles(timeline) == ["1917-10-25T02 OS", "1917-10-25 evening OS", "1917-10-26 OS"]


@given(st.permutations(sorted({event.date.notation for event in EVENTS if event.date})).map(tuple))
@settings(max_examples=5)
def test_a_timeline_has_the_same_dates_in_the_same_order_whatever_order_its_events_come_in(
    dates: tuple[str, ...],
) -> None:
    with TemporaryDirectory() as folder:
        shuffled = dated(Path(folder), *dates)
    assert [event.date for event in shuffled] == list(dict.fromkeys(event.date for event in EVENTS if event.date))


def test_events_of_the_same_time_stand_in_the_order_in_which_the_documents_tell_them() -> None:
    told = [s.event.id for s in DATASET.statements if s.event]
    same_time = [(a, b) for a, b in pairwise(EVENTS) if a.date == b.date and {a.id, b.id} <= set(told)]
    assert same_time
    assert [(a, b) for a, b in same_time if told.index(a.id) > told.index(b.id)] == []


def test_no_event_of_the_data_comes_after_one_that_it_is_certainly_before() -> None:
    known = [event.date for event in EVENTS if event.date]
    assert [(a, b) for i, a in enumerate(known) for b in known[:i] if a < b] == []


# Periods.


def test_between_reads_dates_in_new_style_unless_told(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-10-25 OS", "1917-10-25")
    assert titles(timeline.between("1917-10-25", "1917-10-25")) == ["1917-10-25"]
    assert titles(timeline.between("1917-11-07")) == ["1917-10-25 OS"]


@pytest.mark.parametrize("calendar", ["julian", "OS", Calendar.JULIAN])
def test_between_reads_dates_in_the_calendar_it_is_told(tmp_path: Path, calendar: str) -> None:
    timeline = dated(tmp_path, "1917-10-25 OS", "1917-10-25")
    assert titles(timeline.between("1917-10-25", "1917-10-25", calendar=calendar)) == ["1917-10-25 OS"]


def test_a_date_may_say_itself_which_style_it_is_in(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-10-25 OS", "1917-10-25")
    assert titles(timeline.between("1917-10-25 OS")) == ["1917-10-25 OS"]
    assert titles(timeline.between("25 October 1917 (O.S.)", "7 November 1917 (N.S.)")) == ["1917-10-25 OS"]
    with pytest.raises(DateError, match="a period has one calendar"):
        timeline.between("25 October 1917 (O.S.)", "7 November 1917")


def test_both_ends_of_a_period_count(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-02-28", "1917-03-01", "1917-03-31", "1917-04-01")
    assert titles(timeline.between("1917-03-01", "1917-03-31")) == ["1917-03-01", "1917-03-31"]


def test_without_an_end_the_period_is_what_the_start_itself_is(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-02-28", "1917-03-01", "1917-03-31", "1917-04-01")
    assert titles(timeline.between("1917-03")) == ["1917-03-01", "1917-03-31"]
    assert timeline.between("1917-03").period == parse_date("1917-03-01/1917-03-31")


def test_a_month_of_the_old_style_is_that_months_own_days(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-02-13", "1917-02-14", "1917-03-13", "1917-03-14")
    assert titles(timeline.between("1917-02", calendar="julian")) == ["1917-02-14", "1917-03-13"]


def test_a_period_may_be_open_at_one_end(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1916", "1917", "1918")
    assert titles(timeline.between("1917/..")) == ["1917", "1918"]
    assert titles(timeline.between("../1917")) == ["1916", "1917"]
    assert titles(timeline.between("../1917", "1916")) == ["1916"]


def test_a_period_may_be_given_as_dates_of_python(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-10-25 OS", "1917-12")
    found = timeline.between(datetime.date(1917, 11, 1), parse_date("1917-11"))
    assert titles(found) == ["1917-10-25 OS"]


def test_between_leaves_out_what_is_only_possible(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917", "1917-03", "1917-03-08", "1917-03-31/1917-04-02")
    assert titles(timeline.between("1917-03")) == ["1917-03", "1917-03-08"]
    assert set(titles(timeline.between("1917-03", possible=True))) == {event.title for event in timeline}


def test_between_leaves_out_what_has_no_date(wharf: Dataset) -> None:
    assert "owners-give-way" not in wharf.events.between("0100", "9000", possible=True)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("1917-03-02", "1917-03-01", "ends .* before it begins"),
        ("1917-02-30", None, "28 days"),
        ("10/11/1917", None, "cannot read '10/11/1917' as a date"),
        ("../1917", "1918/..", "both are open"),
        ("soon", None, "cannot read 'soon' as a date"),
    ],
)
def test_a_period_that_cannot_be_understood_is_a_date_error(start: str, end: str | None, said: str) -> None:
    with pytest.raises(DateError, match=said):
        EVENTS.between(start, end)


def test_a_calendar_that_contradicts_a_date_is_a_date_error() -> None:
    with pytest.raises(DateError, match="marked as julian"):
        EVENTS.between("1917-10-25 OS", calendar="gregorian")


def test_a_calendar_that_is_none_is_a_date_error() -> None:
    with pytest.raises(DateError, match="there is no calendar 'mayan'; accepted are"):
        EVENTS.between("1917", calendar="mayan")


def test_what_is_no_date_at_all_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="not int"):
        EVENTS.between(1917)  # type: ignore[arg-type]


starts = st.dates(datetime.date(1870, 1, 1), datetime.date(1940, 12, 31))
calendars = st.sampled_from(Calendar)


@given(starts, starts, calendars)
def test_all_that_between_finds_lies_within_the_period(
    one: datetime.date, other: datetime.date, calendar: Calendar
) -> None:
    first, last = min(one, other), max(one, other)
    found = EVENTS.between(first.isoformat(), last.isoformat(), calendar=calendar)
    assert found.period is not None
    for event in found:
        assert event.date is not None
        assert event.date in found.period
    assert found.ids == tuple(e.id for e in EVENTS if e.date and e.date.within(found.period))


@given(starts, starts, calendars)
def test_what_is_certain_is_possible(one: datetime.date, other: datetime.date, calendar: Calendar) -> None:
    period = (min(one, other).isoformat(), max(one, other).isoformat())
    certain = EVENTS.between(*period, calendar=calendar)
    possible = EVENTS.between(*period, calendar=calendar, possible=True)
    assert set(certain) <= set(possible)


@given(starts, starts, starts)
def test_a_longer_period_holds_no_fewer_events(one: datetime.date, two: datetime.date, three: datetime.date) -> None:
    first, middle, last = sorted((one, two, three))
    assert set(EVENTS.between(first, middle)) <= set(EVENTS.between(first, last))


@given(starts, starts, st.permutations(["between", "of_kind", "involving", "at"]))
def test_filters_may_be_applied_in_any_order(one: datetime.date, other: datetime.date, order: list[str]) -> None:
    filters = {
        "between": lambda t: t.between(min(one, other), max(one, other), possible=True),
        "of_kind": lambda t: t.of_kind("congress", "speech", "assassination", "exile"),
        "involving": lambda t: t.involving("stalin", "bolsheviks", "kirov", "trotsky", how="any"),
        "at": lambda t: t.at("soviet-union"),
    }
    found, expected = EVENTS, EVENTS
    for name in order:
        found = filters[name](found)
    for name in filters:
        expected = filters[name](expected)
    assert found == expected


@given(st.text())
def test_any_text_is_a_period_or_a_date_error(text: str) -> None:
    with suppress(DateError):
        str(EVENTS.between(text))


# What a timeline says.


def test_a_timeline_is_shown_as_a_table(wharf: Dataset) -> None:
    assert str(wharf.events).splitlines() == [
        "1917                     Revolution in Krasny Bor [revolution-in-krasny-bor]",
        "3–12 (16–25) March 1917  Strike at the wharf [wharf-strike]",
        "undated                  The owners give way [owners-give-way]",
    ]


def test_a_period_is_said_in_both_calendars(wharf: Dataset) -> None:
    heading = str(wharf.events.between("1917-03-01", "1917-03-31", calendar="julian")).splitlines()[0]
    assert heading == "1 event, 1–31 March 1917 (O.S.) = 14 March – 13 April 1917"


def test_a_period_after_the_reform_is_said_in_one(wharf: Dataset) -> None:
    assert str(wharf.events.between("1919")) == "no events, 1 January – 31 December 1919"


def test_an_empty_timeline_says_so_if_the_other_style_would_not_be_empty(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-10-25 OS")
    assert str(timeline.between("1917-10-25", "1917-10-26")).splitlines()[1:] == [
        "Read as Old Style, the same words hold 1 event: calendar='julian'."
    ]
    assert str(timeline.between("1917-11-07", calendar="julian")).splitlines()[1:] == [
        "Read as New Style, the same words hold 1 event: calendar='gregorian'."
    ]


def test_the_hint_counts_the_events_of_the_other_style(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-10-25 OS", "1917-10-26 OS")
    assert "the same words hold 2 events" in str(timeline.between("1917-10-25", "1917-10-26"))


def test_there_is_no_hint_where_the_date_says_which_style_it_is_in(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-11-07")
    assert str(timeline.between("1917-11-07 OS")).splitlines()[1:] == []


def test_there_is_no_hint_where_there_are_events(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-10-25", "1917-10-25 OS")
    assert "Read as" not in str(timeline.between("1917-10-25"))


def test_a_filter_keeps_the_period_that_is_shown(wharf: Dataset) -> None:
    found = wharf.events.between("1917").of_kind("strike")
    assert found.period == parse_date("1917-01-01/1917-12-31")
    assert str(found).startswith("1 event, ")
    assert wharf.events.of_kind("strike").period is None


def test_an_empty_timeline_without_a_period_says_what_was_asked_for(wharf: Dataset) -> None:
    assert str(wharf.events.of_kind("war")) == "no events of the kind war"


@given(starts, starts, st.booleans())
def test_a_timeline_is_no_wider_than_a_terminal(one: datetime.date, other: datetime.date, possible: bool) -> None:
    found = EVENTS.between(min(one, other), max(one, other), possible=possible)
    assert all(columns(line) <= 80 for line in str(found).splitlines())


# Who, where, what.


def test_involving_finds_events_in_which_all_took_part(wharf: Dataset) -> None:
    assert wharf.events.involving("Sorokina", "union-board").ids == ("wharf-strike",)
    assert wharf.events.involving("anna-sorokina", "pavel-ilyin").ids == ()


def test_involving_any_finds_events_in_which_one_took_part(wharf: Dataset) -> None:
    assert wharf.events.involving("anna-sorokina", "pavel-ilyin", how="any").ids == ("wharf-strike",)
    assert wharf.events.involving("pavel-ilyin", how="any").ids == ()


def test_a_role_is_that_of_everyone_asked_for(wharf: Dataset) -> None:
    events = wharf.events
    assert events.involving("anna-sorokina", role="speaker").ids == ("wharf-strike",)
    assert events.involving("anna-sorokina", role=Role.ORGANISER).ids == ()
    assert events.involving("anna-sorokina", "dockers-union", role="speaker").ids == ()
    assert events.involving("anna-sorokina", "dockers-union", role="speaker", how="any").ids == ("wharf-strike",)


def test_a_role_that_is_none_is_an_error_that_names_the_roles() -> None:
    with pytest.raises(ValueError, match=r"'villain' is no russianrev\.Role; there are participant, leader"):
        EVENTS.involving("lenin", role="villain")


def test_a_how_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="how is 'all' or 'any', not 'most'"):
        EVENTS.involving("lenin", how="most")  # type: ignore[arg-type]


def test_only_who_can_act_can_be_involved() -> None:
    with pytest.raises(UnknownNameError, match="no person or party or body is called 'kazan'"):
        EVENTS.involving("kazan")
    with pytest.raises(TypeError, match="wanted: a person or party or body, not the place 'kazan'"):
        EVENTS.involving(DATASET.places["kazan"])  # type: ignore[arg-type]


def test_at_a_place_is_also_at_what_lies_within_it(wharf: Dataset) -> None:
    assert wharf.events.at("krasny-bor").ids == ("wharf-strike",)
    assert wharf.events.at(wharf.places["northern-coast"]).ids == ("wharf-strike",)


def test_what_is_around_a_place_is_not_at_it(tmp_path: Path) -> None:
    tables = example()
    record(tables, "wharf-strike")["places"] = ["northern-coast"]
    assert Dataset(owner(tmp_path, tables)).events.at("krasny-bor").ids == ()


def test_of_kind_finds_events_of_any_of_the_kinds(wharf: Dataset) -> None:
    assert wharf.events.of_kind("strike", EventKind.REVOLUTION).ids == ("revolution-in-krasny-bor", "wharf-strike")
    assert wharf.events.of_kind().ids == ()


def test_a_kind_that_is_none_is_an_error_that_names_the_kinds() -> None:
    with pytest.raises(ValueError, match=r"'party' is no russianrev\.EventKind; there are revolution, uprising"):
        EVENTS.of_kind("party")


def test_on_a_day_of_the_year_is_in_the_calendar_asked_for(tmp_path: Path) -> None:
    timeline = dated(tmp_path, "1917-10-25 OS", "1920-11-07", "1920-11", "1920-11-07/1920-11-08", "../1920-11-07")
    assert titles(timeline.on_day(11, 7)) == ["1917-10-25 OS", "1920-11-07"]
    assert titles(timeline.on_day(10, 25, calendar="julian")) == ["1917-10-25 OS", "1920-11-07"]
    assert titles(timeline.on_day(10, 25)) == []


def test_an_event_that_is_nowhere_is_not_among_those_selected() -> None:
    october = EVENTS.between("1917-10", calendar="julian")
    assert "no-such-event" not in october
    assert "kirov-assassination" not in october
    assert october.get("kirov-assassination") is None


def test_all_events_involve_nobody_in_particular() -> None:
    assert EVENTS.involving().ids == EVENTS.ids
    assert EVENTS.involving(how="any").ids == ()


# As other collections of Python are used.


def test_a_collection_is_used_as_a_mapping(wharf: Dataset) -> None:
    persons = wharf.persons
    assert persons.keys() == persons.ids
    assert persons.values() == tuple(persons)
    assert persons.items() == tuple(zip(persons.ids, persons, strict=True))
    assert dict(persons) == {person.id: person for person in persons}


def test_what_is_not_there_is_the_default(wharf: Dataset) -> None:
    assert wharf.persons.get("nobody") is None
    assert wharf.persons.get("nobody", "else") == "else"
    assert wharf.persons.get("pavel-ilyin", "else") == wharf.persons["pavel-ilyin"]


def test_ids_are_completed_in_ipython(wharf: Dataset) -> None:
    assert wharf.persons._ipython_key_completions_() == list(wharf.persons.ids)


@given(st.integers(0, 3), st.integers() | st.text())
def test_a_sample_has_as_many_as_are_wanted_each_once_and_the_same_again(n: int, seed: int | str) -> None:
    drawn = EVENTS.sample(n, seed=seed)
    assert len(set(drawn)) == n
    assert drawn == EVENTS.sample(n, seed=seed)
    assert all(event in EVENTS for event in drawn)


@pytest.mark.parametrize("n", [-1, 3])
def test_no_more_are_drawn_than_there_are(wharf: Dataset, n: int) -> None:
    with pytest.raises(ValueError, match=f"wanted: how many records, from 0 to 2, not {n}"):
        wharf.persons.sample(n)
