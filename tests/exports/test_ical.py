from __future__ import annotations

import datetime
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import vobject
from bundled_data import DATASET
from dataset_strategies import LETTERS
from factories import Tables, example, owner, record
from hypothesis import given, settings
from hypothesis import strategies as st

import russianrev
from russianrev.dataset import Dataset
from russianrev.dates import Precision
from russianrev.errors import MissingExtraError
from russianrev.exports.ical import export, uid
from russianrev.facts import lines_of
from russianrev.records.description import attribution_of, corrections_of
from russianrev.records.model import Event

CREATED = datetime.datetime(2026, 11, 7, 12, tzinfo=datetime.UTC)

HOSTILE = [
    "a, b; c: d\\n \\ e",
    "two\nlines",
    "END:VEVENT\r\nBEGIN:VALARM",
    "<script>alert('x')</script>",
    '"quoted"',
    "\u202eright to left",
    "🚩 العربية " * 20,
]


def calendar(dataset: Dataset) -> Any:
    """The calendar, as a library reads it that did not write it."""
    return vobject.readOne(export(dataset, created=CREATED))


def entries(dataset: Dataset) -> dict[str, Any]:
    read: list[Any] = calendar(dataset).contents.get("vevent", [])
    return {entry.uid.value: entry for entry in read}


def days(dataset: Dataset) -> list[Event]:
    return [event for event in dataset.events if event.date and event.date.precision is Precision.DAY]


@pytest.fixture(scope="module")
def bundled() -> dict[str, Any]:
    """The entries of the bundled data set."""
    return entries(DATASET)


@pytest.fixture
def dated() -> Tables:
    """The example, its strike dated to the day."""
    data = example()
    record(data, "wharf-strike")["date"] = "1917-03-03 OS"
    for id in ("wharf-chronicle:4.1", "union-letter:1.1"):
        record(data, id).pop("date")
    return data


def strike(folder: Path, data: Tables) -> Any:
    return entries(Dataset(owner(folder, data)))["wharf-strike@russianrev"]


# The bundled data set.


def test_every_event_dated_to_the_day_is_an_entry_and_no_other(bundled: dict[str, Any]) -> None:
    assert list(bundled) == [uid(event) for event in days(DATASET)]


def test_an_entry_falls_on_the_new_style_day(bundled: dict[str, Any]) -> None:
    for event in days(DATASET):
        assert event.date is not None
        assert bundled[uid(event)].dtstart.value == event.date.start


def test_an_entry_comes_back_every_year_on_its_day(bundled: dict[str, Any]) -> None:
    for event in days(DATASET):
        found = bundled[uid(event)].getrruleset()[:110]
        first = bundled[uid(event)].dtstart.value
        assert len(found) == 110
        assert {(each.month, each.day) for each in found} == {(first.month, first.day)}
        assert found[0].date() == first


def test_the_entries_of_a_day_are_the_answer_of_on_this_day(bundled: dict[str, Any]) -> None:
    found = {id for id, entry in bundled.items() if (entry.dtstart.value.month, entry.dtstart.value.day) == (11, 7)}
    answer = DATASET.on_this_day(11, 7, calendar="gregorian").events
    assert found == {uid(event) for event in answer if event in days(DATASET)}
    assert found


def test_an_entry_says_the_date_in_both_styles_and_what_each_source_says(bundled: dict[str, Any]) -> None:
    for event in days(DATASET):
        text = bundled[uid(event)].description.value
        assert text.startswith(f"{event.date}\n{event.summary}")
        for account in DATASET.accounts(event):
            assert f"\n{account.source.title}:\n" in text
            for statement in account.statements:
                notes = [attribution_of(statement), *corrections_of(statement), statement.citation.url]
                lines = [f"- {statement.text} [{statement.citation.locator}]", *filter(None, notes)]
                assert "\n" + "\n".join(lines) in text
        for dispute in DATASET.disputes(event):
            assert "\n".join(lines_of(dispute)) in text


def test_an_entry_is_the_same_whatever_the_terminal(wharf: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for columns in ("50", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        made.append([line for line in export(wharf).splitlines() if not line.startswith("DTSTAMP")])
    assert made[0] == made[1]


def test_an_entry_lasts_all_day_and_keeps_nobody_busy(bundled: dict[str, Any]) -> None:
    for entry in bundled.values():
        assert entry.dtstart.params == {"VALUE": ["DATE"]} or type(entry.dtstart.value) is datetime.date
        assert entry.dtend.value == entry.dtstart.value + datetime.timedelta(days=1)
        assert entry.transp.value == "TRANSPARENT"


def test_the_calendar_has_version_licence_and_sources() -> None:
    read = calendar(DATASET)
    assert read.version.value == "2.0"
    assert russianrev.__version__ in read.prodid.value
    assert read.x_wr_calname.value == read.contents["name"][0].value
    about = read.description.value
    assert about == read.contents["x-wr-caldesc"][0].value
    for text in (russianrev.__version__, "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"):
        assert text in about
    for source in DATASET.sources:
        assert f"{source.id}: " in about
        assert source.title in about


def test_lines_end_as_the_rule_says_and_are_no_longer_than_it_allows() -> None:
    content = export(DATASET, created=CREATED).encode()
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


# The small one.


def test_an_entry_of_the_example(tmp_path: Path, dated: Tables) -> None:
    entry = strike(tmp_path, dated)
    assert entry.summary.value == "Strike at the wharf (1917)"
    assert entry.dtstart.value == datetime.date(1917, 3, 16)
    assert entry.dtstamp.value == CREATED
    assert entry.categories.value == ["strike"]
    assert entry.location.value == "Red Wood"
    assert entry.geo.value == "59.7;30.0"
    assert "related-to" not in entry.contents
    assert "3 (16) March 1917\nThe dockers stopped work" in entry.description.value
    assert "\nIn dispute (* what the editors take): Strike at the wharf: start (probable)" in entry.description.value


def test_several_places_have_no_point(tmp_path: Path, dated: Tables) -> None:
    record(dated, "wharf-strike")["places"].append("northern-coast")
    entry = strike(tmp_path, dated)
    assert entry.location.value == "Red Wood, Northern Coast"
    assert "geo" not in entry.contents


def test_an_event_without_a_place_has_no_location(tmp_path: Path, dated: Tables) -> None:
    record(dated, "wharf-strike").pop("places")
    record(dated, "wharf-strike").pop("summary")
    entry = strike(tmp_path, dated)
    assert "location" not in entry.contents
    assert "geo" not in entry.contents


def test_an_event_that_it_is_part_of_is_its_parent(tmp_path: Path, dated: Tables) -> None:
    record(dated, "revolution-in-krasny-bor")["date"] = "1917-03-16"
    (parent,) = strike(tmp_path, dated).contents["related-to"]
    assert (parent.value, parent.params) == ("revolution-in-krasny-bor@russianrev", {"RELTYPE": ["PARENT"]})


def test_dates_less_close_than_a_day_have_no_anniversary(wharf: Dataset) -> None:
    assert entries(wharf) == {}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_read_as_it_was(tmp_path: Path, dated: Tables, text: str) -> None:
    record(dated, "wharf-strike").update({"title": text, "summary": text})
    record(dated, "wharf-chronicle:2.2")["text"] = text
    entry = strike(tmp_path, dated)
    plain = text.replace("\r\n", "\n")
    assert entry.summary.value == f"{plain} (1917)"
    assert entry.description.value.count(plain) >= 2


@settings(max_examples=50)
@given(st.text(LETTERS, max_size=200).map("Strike {}".format))
def test_any_text_is_read_as_it_was(text: str) -> None:
    data = example()
    record(data, "wharf-strike").update({"title": text, "date": "1917-03-03 OS"})
    for id in ("wharf-chronicle:4.1", "union-letter:1.1"):
        record(data, id).pop("date")
    with TemporaryDirectory() as folder:
        summary = strike(Path(folder), data).summary.value
    assert summary == "\n".join(f"{text} (1917)".splitlines())


# When it was made.


def test_it_was_made_now_unless_one_says_otherwise(tmp_path: Path, dated: Tables) -> None:
    before = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    read = vobject.readOne(export(Dataset(owner(tmp_path, dated))))
    assert before <= read.vevent.dtstamp.value <= datetime.datetime.now(datetime.UTC)


def test_when_it_was_made_is_written_in_universal_time(tmp_path: Path, dated: Tables) -> None:
    moscow = datetime.timezone(datetime.timedelta(hours=3))
    content = export(Dataset(owner(tmp_path, dated)), created=CREATED.astimezone(moscow))
    assert "DTSTAMP:20261107T120000Z\r\n" in content


def test_the_same_data_set_made_at_the_same_time_gives_the_same_text(wharf: Dataset) -> None:
    assert export(wharf, created=CREATED) == export(wharf, created=CREATED)


def test_a_time_without_a_zone_is_an_error(wharf: Dataset) -> None:
    with pytest.raises(ValueError, match="time zone"):
        export(wharf, created=datetime.datetime(2026, 11, 7))


def test_without_the_library_the_extra_is_named(wharf: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError, match=r"russianrev\[calendar\]"):
        export(wharf)
