"""A data set may have texts of its own beside its records: read, checked, compiled and carried with it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from factories import CHRONICLE, TEXTS, example, owner, record, write_json

from russianrev.dataset import Dataset, load
from russianrev.errors import DataError
from russianrev.loading.bundle import Bundle
from russianrev.loading.compile import compiled, data_digest
from russianrev.loading.files import load_records
from russianrev.loading.texts import text_files
from russianrev.passages.store import DOCUMENTS_VARIABLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of data with a text in it."""
    write_json(tmp_path / "data.json", example())
    (tmp_path / "documents").mkdir()
    put(tmp_path, "wharf-chronicle.txt", CHRONICLE.encode())
    return tmp_path


def put(folder: Path, name: str, content: bytes) -> None:
    (folder / "documents" / name).write_bytes(content)


def test_a_text_is_looked_up_by_its_source(folder: Path) -> None:
    loaded = load_records(folder)
    assert loaded.look_up("text", "wharf-chronicle") == CHRONICLE
    assert loaded.look_up("text", "union-letter") is None


def test_a_bundle_has_the_texts_and_its_digest_tells_of_them(folder: Path) -> None:
    made, before = Bundle(compiled(folder)), data_digest(folder)
    assert list(made.entries("text")) == [("wharf-chronicle", CHRONICLE)]
    (folder / "documents" / "wharf-chronicle.txt").unlink()
    assert made.digest == before != data_digest(folder)


def test_a_single_file_of_data_has_no_texts(tmp_path: Path) -> None:
    assert owner(tmp_path).look_up("text", "wharf-chronicle") is None
    assert text_files(tmp_path / "data.json") == []


def test_the_texts_go_with_a_data_set_that_is_pickled_or_seen_through_one_document(folder: Path) -> None:
    dataset = load(folder)
    for seen in (pickle.loads(pickle.dumps(dataset)), dataset.according_to("wharf-chronicle")):
        assert seen.documents()["wharf-chronicle"].content == CHRONICLE
    assert len(dataset.according_to("union-letter").documents()) == 0


def test_what_a_data_set_has_itself_is_always_at_hand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DOCUMENTS_VARIABLE, raising=False)
    dataset = Dataset(Bundle(compiled(folder)))
    documents = dataset.documents()
    assert [source.id for source in documents] == ["wharf-chronicle"]
    assert (documents.match("wharf-chronicle"), documents.path("wharf-chronicle")) == (1, None)
    assert str(documents).splitlines() == [
        "union-letter     not at hand",
        "wharf-chronicle  to the last byte: the data set itself",
    ]
    assert str(dataset.verify()) == "wharf-chronicle: 7 of 7 citations hold\nunion-letter: not at hand"


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("nobody.txt", b"text", "the id of a source"),
        ("union-letter.txt", TEXTS["union-letter"].encode("utf-16"), "wanted: a text in UTF-8"),
        ("union-letter.txt", TEXTS["union-letter"].replace("\n", "\r\n").encode(), "wanted: lines that end with LF"),
        (
            "union-letter.txt",
            TEXTS["union-letter"].replace("380", "381").encode(),
            "sha256: .* wanted: the same of the",
        ),
        ("union-letter.txt", b"text", r"paragraphs: \(4,\): is what the text has"),
    ],
)
def test_what_is_not_the_text_of_its_source_is_a_fault(folder: Path, name: str, content: bytes, wanted: str) -> None:
    put(folder, name, content)
    with pytest.raises(DataError, match=wanted) as caught:
        load_records(folder)
    assert {fault.file for fault in caught.value.faults} == {f"documents/{name}"}


def test_the_text_of_a_source_that_cannot_be_read_is_not_compared(folder: Path) -> None:
    tables = example()
    record(tables, "wharf-chronicle")["paragraphs"] = "four"
    write_json(folder / "data.json", tables)
    with pytest.raises(DataError) as caught:
        load_records(folder)
    assert {fault.file for fault in caught.value.faults} == {"data.json"}
