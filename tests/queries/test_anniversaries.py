"""What fell on a day of the year."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bundled_data import DATASET
from factories import owner

from russianrev.dataset import Dataset
from russianrev.dates import Calendar, parse_date
from russianrev.indexes.days import occasions_of
from russianrev.vocabulary import Occasion

YEAR = [datetime.date(2000, 1, 1) + datetime.timedelta(days=number) for number in range(366)]


def made(folder: Path, **records: list[dict[str, Any]]) -> Dataset:
    """A data set of these records."""
    return Dataset(owner(folder, dict(records)))


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return made(
        tmp_path,
        event=[
            {"id": "storm", "title": "Storm", "kind": "process", "date": "1917-03-03/1917-03-05"},
            {"id": "war", "title": "War", "kind": "war", "date": "1914-07-28/1918-11-11"},
            {"id": "siege", "title": "Siege", "kind": "battle", "date": "1919-05-20/1919-05-20"},
            {"id": "lull", "title": "Lull", "kind": "process", "date": "1919-06-01/1919-07"},
            {"id": "doubt", "title": "Doubt", "kind": "process", "date": "[1919-06-20..1919-06-22]"},
        ],
        person=[
            {"id": "ann", "name": "Ann", "birth": "1870-04-10 OS", "death": "1924-01-21"},
            {"id": "bob", "name": "Bob", "birth": "1818-05-05", "death": "1883"},
        ],
        party=[
            {"id": "guild", "name": "Guild", "kind": "party", "founded": "1898-03-01/1898-03-03 OS"},
            {"id": "club", "name": "Club", "kind": "party", "dissolved": "1921-08-04"},
        ],
        work=[{"id": "pamphlet", "title": "Pamphlet", "kind": "article", "date": "1917-04-07 OS"}],
    )


def occasions(dataset: Dataset, month: int, day: int) -> list[tuple[str, Occasion, Calendar]]:
    return [(each.thing.id, each.what, each.style) for each in dataset.on_this_day(month, day)]


NEW, OLD = Calendar.GREGORIAN, Calendar.JULIAN


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        (4, 22, [("ann", Occasion.BIRTH, NEW)]),
        (4, 10, [("ann", Occasion.BIRTH, OLD)]),
        (1, 21, [("ann", Occasion.DEATH, NEW)]),
        (1, 8, []),  # its day in old style, which nobody counted by any more
        (5, 5, [("bob", Occasion.BIRTH, NEW)]),
        (4, 23, []),  # abroad, nobody counted by it
        (3, 14, [("guild", Occasion.FOUNDING, NEW)]),
        (3, 2, [("guild", Occasion.FOUNDING, OLD)]),
        (8, 4, [("club", Occasion.DISSOLUTION, NEW)]),
        (4, 7, [("pamphlet", Occasion.WORK, OLD)]),
        (3, 3, [("guild", Occasion.FOUNDING, OLD), ("storm", Occasion.BEGINNING, NEW)]),
        (3, 4, [("storm", Occasion.DURING, NEW)]),
        (3, 5, [("storm", Occasion.END, NEW)]),
        (7, 28, [("war", Occasion.BEGINNING, NEW)]),
        (11, 11, [("war", Occasion.END, NEW)]),
        (8, 1, []),
        (5, 20, [("siege", Occasion.EVENT, NEW)]),
        (6, 1, [("lull", Occasion.BEGINNING, NEW)]),
        (6, 21, []),
    ],
)
def test_what_comes_back_every_year(
    dataset: Dataset, month: int, day: int, expected: list[tuple[str, Occasion, Calendar]]
) -> None:
    assert occasions(dataset, month, day) == expected


def test_an_answer_says_what_happened_on_which_day_and_by_which_calendar(dataset: Dataset) -> None:
    shown = [str(each) for day in ((3, 3), (3, 4), (4, 22), (1, 21)) for each in dataset.on_this_day(*day)]
    assert shown == [
        "3 (15) March 1898 (O.S.): Guild is founded [guild]",
        "3 March [O.S. 18 February] 1917 (N.S.): Storm: the first day [storm]",
        "4 March [O.S. 19 February] 1917 (N.S.): Storm: day 2 of 3 [storm]",
        "10 (22) April 1870 (N.S.): Ann is born [ann]",
        "21 January 1924 (N.S.): Ann dies [ann]",
    ]
    assert str(dataset.on_this_day(1, 21)) == "21 January 1924 (N.S.)  Ann dies [ann]"


def test_the_things_are_found_by_id_and_record_and_the_events_are_a_timeline(dataset: Dataset) -> None:
    found = dataset.on_this_day(3, 3)
    assert found.ids == ("guild", "storm")
    assert found.events.ids == ("storm",)
    assert found.events.of_kind("process").ids == ("storm",)
    ids: list[object] = ["guild", "war"]
    assert [id in found for id in ids] == [True, False]
    assert dataset.events["storm"] in found
    assert found[0] in found
    assert dataset.events["war"] not in found


def test_a_day_with_nothing_names_the_nearest_that_have_something(dataset: Dataset) -> None:
    assert str(dataset.on_this_day(5, 4)) == "nothing on 4 May. The nearest day with something: 5 May (1)."
    assert str(dataset.on_this_day(4, 8)).endswith("something: 7 April (1).")
    assert dataset.on_this_day(5, 5).hint == ""


def test_a_day_between_two_that_are_as_near_names_both(tmp_path: Path) -> None:
    days = [
        {"id": id, "title": id, "kind": "strike", "date": date}
        for id, date in (("a", "1921-05-01"), ("b", "1921-05-03"))
    ]
    found = made(tmp_path, event=days).on_this_day(5, 2)
    assert str(found) == "nothing on 2 May. The nearest days with something: 1 May (1) and 3 May (1)."


def test_a_day_asked_for_in_the_wrong_style_says_that_the_other_has_something(dataset: Dataset) -> None:
    asked = dataset.on_this_day(4, 10, calendar="gregorian")
    assert str(asked) == "nothing on 10 April. By Old Style there is 1: leave the calendar out."
    several = DATASET.on_this_day(3, 8, calendar="julian")
    assert "february-revolution" not in several.ids


def test_a_data_set_without_days_has_nothing_to_say(tmp_path: Path) -> None:
    assert str(made(tmp_path).on_this_day(5, 4)) == "nothing on 4 May."


def test_an_answer_can_be_pickled() -> None:
    found = DATASET.on_this_day(11, 7)
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert again.events == found.events


def test_numbers_of_numpy_are_numbers() -> None:
    assert DATASET.on_this_day(np.int64(10), np.int8(25)) == DATASET.on_this_day(10, 25)


def test_every_day_of_the_bundled_data_is_found_in_new_style_and_in_the_style_it_was_given_in() -> None:
    found = {
        (each.thing.id, each.what, each.date.start, each.style)
        for day in YEAR
        for each in DATASET.on_this_day(day.month, day.day)
    }
    for kind in ("event", "person", "party", "work"):
        for record in DATASET.records[kind]:
            for what, date, day in occasions_of(record):
                assert (record.id, what, day, NEW) in found
                assert ((record.id, what, day, OLD) in found) == (date.calendar is OLD)


def test_most_days_of_the_year_have_something() -> None:
    assert sum(bool(DATASET.on_this_day(day.month, day.day)) for day in YEAR) > 300


def test_a_day_is_shown_as_the_data_have_it_with_its_hour() -> None:
    shots = next(each for each in DATASET.on_this_day(10, 25) if each.thing.id == "aurora-fires-on-the-winter-palace")
    assert shots.date == parse_date("1917-10-25 evening OS")


def test_the_picture_is_of_those_that_are_events() -> None:
    found = DATASET.on_this_day(11, 7)
    assert found.chart(language="ru").title == found.events.chart(language="ru").title
