"""Texts are at hand in several places; the best of each source is taken, and read when it is first asked for."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from factories import CHRONICLE, LETTER, TEXTS, changed, files_opened, write_documents
from invented_texts import invented, noisy, spans, tracked_dataset

import russianrev
from russianrev.dataset import Dataset
from russianrev.errors import DocumentError
from russianrev.passages.at_hand import at_hand
from russianrev.passages.documents import Documents
from russianrev.passages.files.folder import list_files
from russianrev.passages.files.screening import grains_of
from russianrev.passages.store import DOCUMENTS_VARIABLE, STORE_VARIABLE, places, store
from russianrev.passages.tracks.fingerprints import Grain
from russianrev.text import WIDTH, columns

PACKAGE = Path(russianrev.__file__).parent
PARAGRAPHS = invented(11)
TEXT = "\n".join(PARAGRAPHS) + "\n"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tracked_dataset(tmp_path_factory.mktemp("tracked"), PARAGRAPHS)


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DOCUMENTS_VARIABLE, raising=False)


def put(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    return folder


# Where they are.


def test_what_the_environment_names_is_read_in_one_place_each() -> None:
    """Which texts are at hand, which certificates are trusted, and what a terminal can show."""
    reading = re.compile(r"\bos\.(environ|getenv)\b")
    found = {path for path in PACKAGE.rglob("*.py") if reading.search(path.read_text(encoding="utf-8"))}
    places = ("passages/store.py", "passages/fetching/web.py", "cli/links.py", "cli/colours.py")
    assert found == {PACKAGE / place for place in places}


def test_the_environment_may_name_the_store(monkeypatch: pytest.MonkeyPatch, empty: Path) -> None:
    monkeypatch.setenv(STORE_VARIABLE, str(empty))
    assert store() == empty


def test_the_store_is_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, empty: Path) -> None:
    platformdirs = pytest.importorskip("platformdirs")
    monkeypatch.delenv(STORE_VARIABLE)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name: empty / name)
    assert store() == empty / "russianrev" / "documents"
    assert places() == []


def test_without_the_extra_there_is_no_store_but_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    monkeypatch.delenv(STORE_VARIABLE)
    assert store() is None
    assert places() == []


def test_what_the_environment_names_comes_before_the_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(STORE_VARIABLE, str(tmp_path / "store"))
    monkeypatch.setenv(DOCUMENTS_VARIABLE, "texts")
    assert places() == [Path("texts")]
    (tmp_path / "store").mkdir()
    assert places() == [Path("texts"), tmp_path / "store"]
    monkeypatch.setenv(DOCUMENTS_VARIABLE, "")
    assert places() == [tmp_path / "store"]


def test_documents_are_those_of_all_places_or_of_the_folder_alone(
    wharf: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DOCUMENTS_VARIABLE, str(put(tmp_path / "named", a=CHRONICLE)))
    monkeypatch.setenv(STORE_VARIABLE, str(put(tmp_path / "store", b=LETTER)))
    documents = wharf.documents()
    assert [document.path for document in documents.values()] == [tmp_path / "store/b.txt", tmp_path / "named/a.txt"]
    assert documents.places == (tmp_path / "named", tmp_path / "store")
    assert [source.id for source in wharf.documents(tmp_path / "store")] == ["union-letter"]


def test_nothing_at_hand_is_no_error_and_costs_no_reading(wharf: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = files_opened(monkeypatch)
    assert len(wharf.documents()) == 0
    assert str(Documents([])) == "no documents"
    assert repr(Documents([])) == "<Documents in no folder: none>"
    assert opened == []


# The best text of each.


def test_the_very_text_goes_before_a_copy_wherever_it_is(dataset: Dataset, tmp_path: Path) -> None:
    copy, very = put(tmp_path / "a", invented="Header\n" + TEXT), put(tmp_path / "b", other=TEXT)
    documents = Documents(dataset.sources, list_files(copy, very))
    assert documents.path("invented") == very / "other.txt"
    assert (documents.match("invented"), documents.copy("invented")) == (1, None)


def test_a_good_copy_under_its_sources_name_is_taken_and_no_other_is_looked_at(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path / "a", a="Header\n" + TEXT, invented=noisy(TEXT, 0.001, 1), z=TEXT + "Footer")
    looked_at: list[str] = []

    def watch(text: str) -> frozenset[Grain]:
        looked_at.append(text)
        return grains_of(text)

    monkeypatch.setattr("russianrev.passages.document.grains_of", watch)
    assert dataset.documents(folder).path("invented") == folder / "invented.txt"
    assert len(looked_at) == 1


def test_a_bad_copy_under_its_sources_name_is_compared_with_others(dataset: Dataset, tmp_path: Path) -> None:
    folder = put(tmp_path / "a", a="Header\n" + TEXT, invented="\n".join(PARAGRAPHS[:5]))
    assert dataset.documents(folder).path("invented") == folder / "a.txt"
    (folder / "a.txt").unlink()
    documents = dataset.documents(folder)
    assert documents.path("invented") == folder / "invented.txt"
    assert 0.2 < (documents.match("invented") or 0) < 0.6


def test_what_is_not_at_hand_has_no_match_no_path_and_no_paragraph(dataset: Dataset, empty: Path) -> None:
    documents = dataset.documents(empty)
    for ask in (documents.match, documents.path, documents.copy, documents.very_text):
        assert ask("invented") is None
    assert documents.paragraph("invented", 1) is None
    with pytest.raises(DocumentError, match="no source 'other'"):
        documents.match("other")


# Paragraphs.


def test_a_paragraph_of_the_very_text_is_its_line(wharf: Dataset, tmp_path: Path) -> None:
    documents = wharf.documents(write_documents(tmp_path / "texts"))
    assert documents.paragraph("union-letter", 2) == "Some 380 of us went; 350 came back."
    assert documents.paragraph("union-letter", 3) is None
    assert documents.paragraph("union-letter", 0) is None


def test_a_paragraph_of_a_copy_is_all_that_its_passages_have(dataset: Dataset, tmp_path: Path) -> None:
    folder = put(tmp_path / "a", a="Header\n" + TEXT.replace(" ", "\r\n"))
    documents = dataset.documents(folder)
    for number, paragraph in enumerate(PARAGRAPHS, 1):
        assert documents.paragraph("invented", number) == paragraph.replace(" ", "\n")
    assert documents.paragraph("invented", 99) is None


def test_of_a_paragraph_that_a_copy_has_in_part_the_part_is_read(dataset: Dataset, tmp_path: Path) -> None:
    _, second, third, *_ = spans(PARAGRAPHS)
    cut = [PARAGRAPHS[0][second[1] : third[2]], *PARAGRAPHS[2:]]
    documents = dataset.documents(put(tmp_path / "a", a="\n".join(cut)))
    assert documents.paragraph("invented", 1) == cut[0]
    assert documents.paragraph("invented", 2) is None


def test_a_passage_that_is_found_far_away_is_not_taken_into_its_paragraph(tmp_path: Path) -> None:
    first, *_ = spans(PARAGRAPHS)
    sentence = PARAGRAPHS[0][first[1] : first[2]]
    dataset = tracked_dataset(tmp_path, [*PARAGRAPHS, *invented(12)])
    moved = [PARAGRAPHS[0][first[2] + 1 :], *PARAGRAPHS[1:], *invented(12), sentence]
    documents = dataset.documents(put(tmp_path / "a", a="\n".join(moved)))
    assert documents.paragraph("invented", 1) == moved[0]


# How they print.


def test_documents_print_where_each_is_how_well_it_matches_and_what_was_passed_over(
    dataset: Dataset, tmp_path: Path
) -> None:
    folder = tmp_path / "a"

    def printed(**texts: str) -> str:
        for old in folder.glob("*"):
            old.unlink()
        shown = str(dataset.documents(put(folder, **texts)))
        assert all(columns(line) <= WIDTH for line in shown.splitlines())
        return "".join(shown.split())  # the path of a folder may be wider than a terminal

    path = "".join(str(folder / "a.txt").split())
    assert printed(a=TEXT) == f"inventedtothelastbyte:{path}"
    assert printed(a="Header\n" + TEXT) == f"inventedthesameletters:{path}"
    assert re.fullmatch(rf"invented9\d%ofitsfingerprints:{re.escape(path)}", printed(a=noisy(TEXT, 0.003, 1)))
    assert printed(a="").startswith("inventednotathandNotextisathand:nameafolder")
    assert printed(a="").endswith(f"Passedover:empty:{path}")


def test_a_text_known_by_its_paragraphs_is_altered(wharf: Dataset, empty: Path) -> None:
    write_documents(empty, TEXTS | {"wharf-chronicle": CHRONICLE.replace("Sorokina", "Sorokima")})
    documents = wharf.documents(empty)
    assert "altered:" in str(documents)
    assert documents.match("wharf-chronicle") == 1
    assert documents.paragraph("wharf-chronicle", 4) == "The owners gave way on 12 Marhc 1917."


# Shown again and again.


def test_a_citation_is_read_from_what_is_at_hand(
    wharf: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    citation = wharf.statements["wharf-chronicle:3.1"].citation
    with pytest.raises(DocumentError, match=r"no text of 'wharf-chronicle' is at hand in .*; wanted: "):
        citation.passage()
    monkeypatch.setenv(STORE_VARIABLE, str(write_documents(tmp_path / "store")))
    opened = files_opened(monkeypatch)
    for _ in range(3):
        assert citation.passage() == "Anna Sorokina spoke for them"
    assert sorted(opened) == sorted((tmp_path / "store").iterdir())


def test_a_text_of_another_size_time_or_name_is_read_anew(
    wharf: Dataset, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DOCUMENTS_VARIABLE, str(empty))

    def seen() -> dict[str, str]:
        found = at_hand(wharf.sources).values()
        return {document.path.name: document.paragraphs[-1] for document in found if document.path}

    path = empty / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    assert seen() == {"letter.txt": "Some 380 of us went; 350 came back."}
    path.write_text(LETTER.replace("380", "three hundred"), encoding="utf-8")
    assert seen() == {"letter.txt": "Some three hundred of us went; 350 came back."}
    path.write_text(LETTER.replace("380", "many hundreds"), encoding="utf-8")
    os.utime(path, ns=(0, 0))
    assert seen() == {"letter.txt": "Some many hundreds of us went; 350 came back."}
    path.rename(empty / "other.txt")
    assert list(seen()) == ["other.txt"]
    (empty / "other.txt").unlink()
    assert seen() == {}


def test_the_texts_of_a_source_without_a_data_set_are_at_hand_too(
    wharf: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = changed(wharf.sources["wharf-chronicle"], id="of-no-data-set")
    monkeypatch.setenv(DOCUMENTS_VARIABLE, str(write_documents(tmp_path / "texts")))
    assert at_hand([alone])[alone].content == CHRONICLE
    assert len(at_hand([*wharf.sources, alone])) == 3
