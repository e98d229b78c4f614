"""Every fault is reported, alone and among others: its file, its record, its field, its value, what is wanted."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from factories import example, loaded, record, write_toml

from russianrev.errors import DataError, Fault
from russianrev.loading.files import load_records


@frozen
class Faulty:
    """A file with one fault, and the report of it."""

    name: str
    content: str
    record: str
    field: str
    value: Any
    wanted: str  # words that the report has

    @property
    def file(self) -> str:
        name = self.name.replace(" ", "-")
        return f"wrong/{name}" if "." in name else f"wrong/{name}.toml"


def person(id: str, more: str) -> str:
    return f'[[person]]\nid = "{id}"\nname = "Someone"\n{more}\n'


def event(id: str, more: str) -> str:
    return f'[[event]]\nid = "{id}"\ntitle = "Something"\nkind = "meeting"\n{more}\n'


def place(id: str, more: str) -> str:
    return f'[[place]]\nid = "{id}"\nname = "Somewhere"\n{more}\n'


def source(id: str, more: str, sha256: str = "0" * 64) -> str:
    return (
        f'[[source]]\nid = "{id}"\ntitle = "Something"\nkind = "notes"\nlanguage = "en"\n'
        f'sha256 = "{sha256}"\nlength = 20\nparagraphs = [12, 7]\n{more}\n'
    )


def dispute(id: str, values: str, more: str = "") -> str:
    return (
        f'[[dispute]]\nid = "{id}"\nthing = "wharf-strike"\nattribute = "title"\nreason = "None."\n'
        f'certainty = "possible"\nvalues = [{values}]\n{more}\n'
    )


def statement(number: str, more: str = "", place: str = "3:0-4", opening: str = 'opening = "Anna"') -> str:
    id = number if ":" in number or not number[0].isdigit() else f"wharf-chronicle:{number}"
    cited = f'passage = "{place} 0123456789abcdef"\n' if place else ""
    return f'[[statement]]\nid = "{id}"\ntext = "Said."\n{cited}{opening}\n{more}\n'


GIVEN = '{ value = "a", authority = "context" }, { value = "b", authority = "context" }'

FAULTY = [
    # What a file may hold.
    Faulty("unreadable TOML", "[[person]\nid = 1", "", "", "TOML", "a readable file"),
    Faulty("bad JSON.json", '{"person": [}', "", "", "JSON", "a readable file"),
    Faulty("JSON that is no table.json", "[1, 2]", "", "", [1, 2], "a table whose keys are among source, event"),
    Faulty("unknown kind", '[[persons]]\nid = "unknown-kind"', "", "persons", [{"id": "unknown-kind"}], "no such kind"),
    Faulty("not a list", "[person]\nid = 'not-a-list'", "", "person", {"id": "not-a-list"}, "each headed [[person]]"),
    Faulty("not a table", "idea = [5]", "", "idea", 5, "a table headed [[idea]]"),
    # Keys and types.
    Faulty(
        "unknown key",
        person("p-key", "born = '1890'"),
        "person 'p-key'",
        "born",
        "born",
        "accepted: id, names, editorial,",
    ),
    Faulty(
        "unknown key within",
        person("p-key-within", "names = [{ text = 'X', lang = 'ru' }]"),
        "person 'p-key-within'",
        "names[0].lang",
        "lang",
        "accepted: text, language, kind, sources, date",
    ),
    Faulty("number for text", event("e-number", "summary = 5"), "event 'e-number'", "summary", 5, "wanted: text"),
    Faulty(
        "text for list", event("e-text", "places = 'krasny-bor'"), "event 'e-text'", "places", "krasny-bor", "a list"
    ),
    Faulty("text for tables", person("p-text", "names = 'Name'"), "person 'p-text'", "names", "Name", "wanted: a list"),
    Faulty(
        "text for table", place("l-text", "coordinates = 'north'"), "place 'l-text'", "coordinates", "north", "a table"
    ),
    Faulty(
        "text for number",
        place("l-number", "coordinates = { latitude = '59', longitude = 30 }"),
        "place 'l-number'",
        "coordinates.latitude",
        "59",
        "wanted: a number",
    ),
    Faulty(
        "number that is none",
        place("l-nan", "coordinates = { latitude = nan, longitude = 30 }"),
        "place 'l-nan'",
        "coordinates.latitude",
        pytest.approx(float("nan"), nan_ok=True),
        "wanted: a number",
    ),
    Faulty(
        "true for whole number",
        source(
            "s-true",
            "skipped = [{ passage = '1:0-5 0123456789abcdef', opening = 'A', reason = 'repeats', repeats = true }]",
        ),
        "source 's-true'",
        "skipped[0].repeats",
        True,
        "wanted: a whole number",
    ),
    Faulty(
        "text for truth",
        statement("3.10", "figures = [{ value = 1, unit = 'x', of = 'y', printed = '1', approximate = 'yes' }]"),
        "statement 'wharf-chronicle:3.10'",
        "figures[0].approximate",
        "yes",
        "wanted: true or false",
    ),
    Faulty(
        "number for id of a record",
        event("e-reference", "part_of = 5"),
        "event 'e-reference'",
        "part_of",
        5,
        "wanted: the id of a record",
    ),
    Faulty("missing key", "[[person]]\nid = 'p-missing'", "person 'p-missing'", "name", None, "this key is required"),
    Faulty("missing id", "[[person]]\nname = 'P'", "person without an id", "id", None, "this key is required"),
    Faulty("number for id", "[[person]]\nid = 5\nname = 'P'", "person without an id", "id", 5, "wanted: text"),
    Faulty(
        "empty label", "[[idea]]\nid = 'i-empty'\nname = ' '\nkind = 'slogan'", "idea 'i-empty'", "name", " ", "a word"
    ),
    Faulty(
        "empty title", "[[work]]\nid = 'w-empty'\ntitle = ''\nkind = 'book'", "work 'w-empty'", "title", "", "a word"
    ),
    Faulty(
        "unknown word",
        event("e-word", "").replace("meeting", "party"),
        "event 'e-word'",
        "kind",
        "party",
        "revolution, ",
    ),
    # Ids and references.
    Faulty("duplicate id", place("anna-sorokina", ""), "place 'anna-sorokina'", "id", "anna-sorokina", "unique"),
    Faulty(
        "malformed id", person("P_id", ""), "person 'P_id'", "id", "P_id", "lower-case words and digits with hyphens"
    ),
    Faulty(
        "malformed statement id",
        statement("wharf-chronicle:3"),
        "statement 'wharf-chronicle:3'",
        "id",
        "wharf-chronicle:3",
        "paragraph.number",
    ),
    Faulty(
        "statement id without source", statement("said"), "statement 'said'", "id", "said", "source:paragraph.number"
    ),
    Faulty(
        "statement of unknown source",
        statement("no-source:3.1"),
        "statement 'no-source:3.1'",
        "id",
        "no-source",
        "none",
    ),
    Faulty(
        "statement id of other paragraph",
        statement("2.10"),
        "statement 'wharf-chronicle:2.10'",
        "id",
        "wharf-chronicle:2.10",
        "the passage's paragraph, 3",
    ),
    Faulty(
        "dangling reference",
        event("e-dangling", "part_of = 'nothing'"),
        "event 'e-dangling'",
        "part_of",
        "nothing",
        "there is none",
    ),
    Faulty(
        "dangling reference in a list",
        event("e-dangling-list", "places = ['krasny-bor', 'nowhere']"),
        "event 'e-dangling-list'",
        "places[1]",
        "nowhere",
        "wanted: the id of a record of the kind place; there is none",
    ),
    Faulty(
        "dangling reference within",
        person("p-dangling", "memberships = [{ party = 'no-party', start = '1917' }]"),
        "person 'p-dangling'",
        "memberships[0].party",
        "no-party",
        "there is none with this id",
    ),
    Faulty(
        "dangling reference within what is no list",
        statement("3.11", "relation = { subject = 'anna-sorokina', predicate = 'led', object = 'no-object' }"),
        "statement 'wharf-chronicle:3.11'",
        "relation.object",
        "no-object",
        "a record of the kind thing",
    ),
    Faulty(
        "dangling thing of a dispute",
        dispute("d-dangling", GIVEN).replace("wharf-strike", "no-thing"),
        "dispute 'd-dangling'",
        "thing",
        "no-thing",
        "there is none",
    ),
    Faulty(
        "reference to wrong kind",
        event("e-wrong", "participants = [{ who = 'krasny-bor' }]"),
        "event 'e-wrong'",
        "participants[0].who",
        "krasny-bor",
        "of the kind person or party or body; it is the id of a place",
    ),
    Faulty(
        "self reference",
        event("e-self", "part_of = 'e-self'"),
        "event 'e-self'",
        "part_of",
        "e-self",
        "e-self -> e-self",
    ),
    Faulty(
        "circle of part_of",
        event("e-circle-1", "part_of = 'e-circle-2'") + event("e-circle-2", "part_of = 'e-circle-1'"),
        "event 'e-circle-1'",
        "part_of",
        "e-circle-2",
        "e-circle-1 -> e-circle-2 -> e-circle-1",
    ),
    Faulty(
        "circle of within",
        place("l-c-2", "within = 'l-c-1'") + place("l-c-1", "within = 'l-c-3'") + place("l-c-3", "within = 'l-c-2'"),
        "place 'l-c-1'",
        "within",
        "l-c-3",
        "l-c-1 -> l-c-3 -> l-c-2 -> l-c-1",
    ),
    Faulty(
        "circle of split_from",
        "[[party]]\nid = 'y-1'\nname = 'Y'\nkind = 'party'\nsplit_from = 'y-2'\n"
        "[[party]]\nid = 'y-2'\nname = 'Y'\nkind = 'party'\nsplit_from = 'y-1'\n",
        "party 'y-1'",
        "split_from",
        "y-2",
        "must not lead back to itself",
    ),
    # Dates.
    Faulty(
        "impossible date",
        event("e-impossible", "date = '1917-02-30'"),
        "event 'e-impossible'",
        "date",
        "1917-02-30",
        "February",
    ),
    Faulty(
        "ambiguous date",
        event("e-ambiguous", "date = '10/11/1917'"),
        "event 'e-ambiguous'",
        "date",
        "10/11/1917",
        "accepted are",
    ),
    Faulty(
        "reversed date", event("e-reversed", "date = '1918/1917'"), "event 'e-reversed'", "date", "1918/1917", "1917"
    ),
    Faulty(
        "date that is no text", person("p-year", "birth = 1890"), "person 'p-year'", "birth", 1890, "a date as text"
    ),
    Faulty(
        "death before birth",
        person("p-life", "birth = '1890'\ndeath = '1889'"),
        "person 'p-life'",
        "death",
        "1889",
        "1890",
    ),
    Faulty(
        "membership that ends first",
        person("p-member", "memberships = [{ party = 'port-league', start = '1917', end = '1916' }]"),
        "person 'p-member'",
        "memberships[0].end",
        "1916",
        "wanted: not before the start, 1917",
    ),
    Faulty(
        "office that ends first",
        person("p-officer", "offices = [{ office = 'x', body = 'union-board', start = '1917', end = '1916' }]"),
        "person 'p-officer'",
        "offices[0].end",
        "1916",
        "wanted: not before the start, 1917",
    ),
    # Passages.
    Faulty(
        "empty passage",
        statement("3.12", place="3:4-4"),
        "statement 'wharf-chronicle:3.12'",
        "passage",
        "3:4-4",
        "is empty",
    ),
    Faulty(
        "passage past its paragraph",
        statement("3.13", place="3:70-79"),
        "statement 'wharf-chronicle:3.13'",
        "passage",
        "3:70-79",
        "78 characters",
    ),
    Faulty(
        "paragraph not there",
        statement("5.1", place="5:0-4"),
        "statement 'wharf-chronicle:5.1'",
        "passage",
        "5:0-4",
        "the paragraphs 1 to 4",
    ),
    Faulty(
        "paragraph nought",
        statement("0.1", place="0:0-4"),
        "statement 'wharf-chronicle:0.1'",
        "passage",
        "0:0-4",
        "the paragraphs 1 to 4",
    ),
    Faulty(
        "malformed passage",
        statement("3.14", place="3,0-4"),
        "statement 'wharf-chronicle:3.14'",
        "passage",
        "3,0-4 0123456789abcdef",
        "wanted: paragraph:start-end digest",
    ),
    Faulty(
        "missing passage",
        statement("3.15", place=""),
        "statement 'wharf-chronicle:3.15'",
        "passage",
        None,
        "start-end digest",
    ),
    Faulty(
        "missing opening",
        statement("3.16", opening=""),
        "statement 'wharf-chronicle:3.16'",
        "opening",
        None,
        "first words",
    ),
    Faulty(
        "number for opening",
        statement("3.17", opening="opening = 4"),
        "statement 'wharf-chronicle:3.17'",
        "opening",
        4,
        "first words",
    ),
    Faulty(
        "skipped passage past its paragraph",
        source("s-skipped", "skipped = [{ passage = '2:0-8 0123456789abcdef', opening = 'A', reason = 'heading' }]"),
        "source 's-skipped'",
        "skipped[0].passage",
        "2:0-8",
        "which has 7 characters",
    ),
    Faulty(
        "malformed skipped passage",
        source("s-malformed", "skipped = [{ passage = '2:0-7', opening = 'A', reason = 'heading' }]"),
        "source 's-malformed'",
        "skipped[0].passage",
        "2:0-7",
        "wanted: paragraph:start-end digest",
    ),
    Faulty(
        "skipped that is no list", source("s-list", "skipped = 5"), "source 's-list'", "skipped", 5, "wanted: a list"
    ),
    Faulty(
        "bad digest of a text",
        source("s-digest", "", "f00"),
        "source 's-digest'",
        "sha256",
        "f00",
        "64 hexadecimal digits",
    ),
    # What must agree.
    Faulty(
        "statement dated outside its event",
        statement("3.18", "event = 'wharf-strike'\ndate = '1917-04'"),
        "statement 'wharf-chronicle:3.18'",
        "date",
        "1917-04",
        "outside the date of the event 'wharf-strike', 1917-03-03/1917-03-12 OS; wanted: a reading",
    ),
    Faulty(
        "figures that differ",
        statement(
            "3.19",
            "event = 'wharf-strike'\n"
            "figures = [{ value = 390, unit = 'persons', of = 'dockers who walked out', printed = '390' }]",
        ),
        "statement 'wharf-chronicle:3.19'",
        "figures[0].value",
        390,
        "differs from 400 in 'wharf-chronicle:2.2'; wanted: a reading of the statement, or a dispute",
    ),
    Faulty(
        "range that falls",
        statement("3.20", "figures = [{ value = 9, value_max = 8, unit = 'x', of = 'y', printed = '9 to 8' }]"),
        "statement 'wharf-chronicle:3.20'",
        "figures[0].value_max",
        8,
        "wanted: more than the value, 9",
    ),
    Faulty(
        "latitude out of range",
        place("l-range", "coordinates = { latitude = 90.5, longitude = 30 }"),
        "place 'l-range'",
        "coordinates.latitude",
        90.5,
        "degrees from -90 to 90",
    ),
    Faulty(
        "longitude out of range",
        place("l-long", "coordinates = { latitude = -90, longitude = -181 }"),
        "place 'l-long'",
        "coordinates.longitude",
        -181,
        "degrees from -180 to 180",
    ),
    Faulty(
        "dispute with one value",
        dispute("d-one", "{ value = 'a', authority = 'context' }"),
        "dispute 'd-one'",
        "values",
        ["a"],
        "two values or more",
    ),
    Faulty(
        "chosen not among the values",
        dispute("d-chosen", GIVEN, "chosen = 'c'"),
        "dispute 'd-chosen'",
        "chosen",
        "c",
        "one of the values",
    ),
    Faulty(
        "claim without support",
        dispute("d-support", GIVEN + ", { value = 'c' }"),
        "dispute 'd-support'",
        "values[2]",
        "c",
        "wanted: `statements` that give it, or an `authority`",
    ),
    Faulty(
        "editorial attribute that is none",
        person("p-editorial", "editorial = { deth = 'context' }"),
        "person 'p-editorial'",
        "editorial",
        "deth",
        "one of names, name, birth, death, memberships, offices, confinements",
    ),
    Faulty(
        "editorial attribute of a membership that is none",
        person("p-editorial-2", "memberships = [{ party = 'port-league', editorial = { begin = 'context' } }]"),
        "person 'p-editorial-2'",
        "memberships[0].editorial",
        "begin",
        "one of start, end, party",
    ),
    Faulty(
        "unknown authority",
        person("p-authority", "editorial = { birth = 'hearsay' }"),
        "person 'p-authority'",
        "editorial.birth",
        "hearsay",
        "wanted: one of reference-works, primary-text",
    ),
    Faulty(
        "editorial that is no table",
        person("p-table", "editorial = 'birth'"),
        "person 'p-table'",
        "editorial",
        "birth",
        "wanted: a table",
    ),
]


def folder_of(tmp_path: Path, *faulty: Faulty) -> Path:
    folder = write_toml(tmp_path / "data", example())
    (folder / "wrong").mkdir()
    for each in faulty:
        (folder / each.file).write_text(each.content, encoding="utf-8")
    return folder


def faults_in(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(DataError) as caught:
        load_records(folder)
    return caught.value.faults


def place_of(fault: Fault | Faulty) -> tuple[str, str, str]:
    return (fault.file, fault.record, fault.field)


@pytest.mark.parametrize("faulty", FAULTY, ids=lambda faulty: faulty.name)
def test_a_fault_is_reported_once_with_its_place_its_value_and_what_is_wanted(tmp_path: Path, faulty: Faulty) -> None:
    (fault,) = faults_in(folder_of(tmp_path, faulty))
    assert (*place_of(fault), fault.value) == (*place_of(faulty), faulty.value)
    assert faulty.wanted in fault.wanted


def test_all_faults_of_a_folder_are_reported_in_one_go(tmp_path: Path) -> None:
    faults = faults_in(folder_of(tmp_path, *FAULTY))
    assert sorted(map(place_of, faults)) == sorted(map(place_of, FAULTY))
    assert len(faults) >= 30


def test_the_message_has_a_line_for_each_fault(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load_records(folder_of(tmp_path, *FAULTY))
    first, *others = str(caught.value).splitlines()
    assert first == f"the data has {len(FAULTY)} faults:"
    assert [line.strip() for line in others if line[2] != " "] == [str(fault) for fault in caught.value.faults]


def test_a_line_names_file_record_field_value_and_what_is_wanted(tmp_path: Path) -> None:
    unfit = Faulty("one", event("e-1", "date = '1917-02-30'"), "", "", "", "")
    (fault,) = faults_in(folder_of(tmp_path, unfit))
    assert str(fault).startswith("wrong/one.toml: event 'e-1': date: '1917-02-30': cannot read")


def test_bytes_that_are_not_utf_8_are_reported(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "wrong" / "bytes.toml").write_bytes("[[person]]\nid='x'\nname='Ленин'".encode("koi8-r"))
    (fault,) = faults_in(folder)
    assert place_of(fault) == ("wrong/bytes.toml", "", "")
    assert "utf-8" in fault.wanted


def test_a_bad_required_field_does_not_hide_what_else_is_wrong_with_the_record(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(
        """
        [[place]]
        id = "quay"
        name = 5
        within = "nowhere"

        [[event]]
        id = "parade"
        title = "Parade"
        kind = "party"
        part_of = "parade"

        [[statement]]
        id = "letter:1.1"
        text = "There was a parade."
        passage = "page 3"
        opening = "There was"
        event = "circus"
        """,
        encoding="utf-8",
    )
    with pytest.raises(DataError) as caught:
        load_records(tmp_path)
    assert [(fault.record, fault.field) for fault in caught.value.faults] == [
        ("event 'parade'", "kind"),
        ("event 'parade'", "part_of"),
        ("place 'quay'", "name"),
        ("place 'quay'", "within"),
        ("statement 'letter:1.1'", "passage"),
        ("statement 'letter:1.1'", "event"),
        ("statement 'letter:1.1'", "id"),
    ]


def test_a_source_whose_paragraphs_are_at_fault_is_the_only_one_blamed(tmp_path: Path) -> None:
    tables = example()
    record(tables, "union-letter")["paragraphs"] = "two"
    with pytest.raises(DataError) as caught:
        loaded(tmp_path, tables)
    assert [(fault.record, fault.field) for fault in caught.value.faults] == [("source 'union-letter'", "paragraphs")]


def test_a_source_has_paragraphs(tmp_path: Path) -> None:
    tables = example()
    record(tables, "union-letter")["paragraphs"] = []
    with pytest.raises(DataError) as caught:
        loaded(tmp_path, tables)
    assert [(fault.record, fault.field) for fault in caught.value.faults] == [("source 'union-letter'", "paragraphs")]


def test_a_dispute_whose_values_are_at_fault_still_excuses_what_it_is_about(tmp_path: Path) -> None:
    tables = example()
    record(tables, "union-letter:1.1")["date"] = "1917-04-04 OS"
    for dispute in tables["dispute"]:
        dispute |= {"attribute": "date", "values": "several"}
    with pytest.raises(DataError) as caught:
        loaded(tmp_path, tables)
    assert {(fault.record, fault.field) for fault in caught.value.faults} == {
        (f"dispute {dispute['id']!r}", "values") for dispute in tables["dispute"]
    }


def test_the_error_can_be_pickled_with_its_faults(tmp_path: Path) -> None:
    tables = example()
    record(tables, "union-letter")["paragraphs"] = []
    with pytest.raises(DataError) as caught:
        loaded(tmp_path, tables)
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (copied.faults, str(copied)) == (caught.value.faults, str(caught.value))
