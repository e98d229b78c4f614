"""A data set with tracks knows any copy of its documents, reads passages there, and says which are not the same."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from invented_texts import invented, noisy, spans, tracked, tracked_dataset

from russianrev.cli import main
from russianrev.dataset import Dataset, load
from russianrev.errors import DocumentError
from russianrev.html import to_html
from russianrev.loading.memory import reload
from russianrev.passages.documents import Problem
from russianrev.passages.tracks.track import track_of
from russianrev.passages.verification import Failure, Verification
from russianrev.queries.according import according_to
from russianrev.records.model import cited
from russianrev.terminal import page

PARAGRAPHS = invented(11)
TEXT = "\n".join(PARAGRAPHS)
COUNT = len(spans(PARAGRAPHS))

Put = Callable[[str | bytes], Path]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tracked_dataset(tmp_path_factory.mktemp("tracked"), PARAGRAPHS)


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a copy into a folder of its own."""

    def write(content: str | bytes) -> Path:
        (tmp_path / "copies").mkdir(exist_ok=True)
        (tmp_path / "copies" / "copy.txt").write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / "copies"

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\n\n"])
def test_a_copy_with_other_ends_of_line_or_encoding_holds(dataset: Dataset, put: Put, encoding: str, end: str) -> None:
    copy = put(("A header\n" + TEXT).replace("\n", end).encode(encoding))
    verification = dataset.verify(copy)
    assert verification
    assert str(verification) == f"invented: {COUNT} of {COUNT} citations hold"
    assert dataset.coverage(copy) == {dataset.sources[0]: []}


def test_documents_may_be_one_file(dataset: Dataset, put: Put) -> None:
    file = put("A header\n" + TEXT) / "copy.txt"
    assert dataset.verify(file)
    assert dataset.documents(file)["invented"].path == file


def test_the_best_of_several_copies_is_taken(dataset: Dataset, put: Put) -> None:
    folder = put("A header\n" + TEXT)
    (folder / "a.txt").write_text(noisy(TEXT, 0.01, 1), encoding="utf-8")
    (folder / "z.txt").write_text("\n".join(PARAGRAPHS[:5]), encoding="utf-8")
    document = dataset.documents(folder)["invented"]
    assert document.path == folder / "copy.txt"
    track = track_of(dataset.sources[0])
    assert track
    assert document.alignment(track) is document.alignment(track)
    assert not document.alignment(tracked(invented(12))).holds


def test_another_text_is_refused_as_a_whole(dataset: Dataset, put: Put) -> None:
    documents = dataset.documents(put("\n".join(invented(12))))
    assert documents.missing == tuple(dataset.sources)
    assert documents.look(dataset.statements[0].citation).problem is Problem.NO_DOCUMENT


def test_a_passage_is_read_as_it_stands_with_the_marks_at_its_ends(dataset: Dataset, put: Put) -> None:
    documents = dataset.documents(put("\ufeffA header\r\n" + TEXT.replace(" ", "\r\n").replace("…", "...")))
    for statement in dataset.statements:
        number, start, end = statement.citation.paragraph, statement.citation.start, statement.citation.end
        written = PARAGRAPHS[number - 1][start:end]
        assert statement.citation.passage(documents) == written.replace(" ", "\n").replace("…", "...")


def test_an_accent_of_the_last_letter_belongs_to_the_passage(tmp_path: Path, put: Put) -> None:
    paragraphs = [text.replace(".", " é.") for text in PARAGRAPHS]
    dataset = tracked_dataset(tmp_path, paragraphs)
    documents = dataset.documents(put("\n".join(["Header", *paragraphs]).replace("é.", "e\u0301 .")))
    read = [
        each.citation.passage(documents)
        for each in dataset.statements
        if each.citation.passage(documents)[-1] == "\u0301"
    ]
    assert read


def test_changed_passages_are_read_and_said_to_be_changed(dataset: Dataset, put: Put) -> None:
    folder = put(noisy(TEXT, 0.01, 3))
    verification, documents = dataset.verify(folder), dataset.documents(folder)
    changed = [each for each in verification.failures if each.problem is Problem.CHANGED]
    assert changed
    assert f" citations hold: {len(changed)} changed" in str(verification)
    failure = changed[0]
    assert failure.score
    assert f"{failure.owner}: changed (score {failure.score:.2f}): {failure.citation.locator}" in str(verification)
    assert failure.citation.passage(documents)
    assert documents.look(failure.citation).note == f"changed in this copy (score {failure.score:.2f})"
    shown = page(dataset, dataset.ideas[0], documents)
    assert " ".join(shown.split()).count("changed in this copy") == len(changed)


def test_a_card_says_that_a_passage_is_changed(dataset: Dataset, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = put(noisy(TEXT, 0.01, 3))
    changed = [each.owner for each in dataset.verify(folder).failures if each.problem is Problem.CHANGED]
    monkeypatch.setenv("RUSSIANREV_DOCUMENTS", str(folder))
    assert "changed in this copy" in to_html(dataset.statements[changed[0]])


def test_lost_passages_are_said_to_be_lost_and_cannot_be_read(dataset: Dataset, put: Put) -> None:
    folder = put("\n".join(PARAGRAPHS[:4] + PARAGRAPHS[5:]))
    verification = dataset.verify(folder)
    assert {each.citation.paragraph for each in verification.failures} == {5}
    assert {each.problem for each in verification.failures} == {Problem.LOST}
    assert str(verification).startswith(f"invented: {COUNT - 5} of {COUNT} citations hold: 5 lost\n")
    with pytest.raises(DocumentError, match=r"lost in .*copy\.txt"):
        verification.failures[0].citation.passage(dataset.documents(folder))


def test_verify_ends_with_1_for_what_is_lost_or_changed_beyond_the_score(
    dataset: Dataset, put: Put, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    citation = dataset.statements[0].citation
    changed, lost = Failure(citation, "x", Problem.CHANGED, 0.4), Failure(citation, "y", Problem.LOST)
    counts = {citation.source: 9}
    assert Verification(counts, (changed,)).passes()
    assert Verification(counts, (changed,)).passes(0.4)
    assert not Verification(counts, (changed,)).passes(0.41)
    assert not Verification(counts, (changed, lost)).passes(0)
    tracked_dataset(tmp_path, PARAGRAPHS)
    data = str(tmp_path / "data")
    copy = str(put("Header\n" + noisy(TEXT, 0.003, 1)))
    capsys.readouterr()
    assert main(["verify", copy, "--data", data]) == 0
    assert " changed\n" in capsys.readouterr().out
    assert main(["verify", copy, "--data", data, "--least", "1"]) == 1


# What is not covered.


def test_what_no_citation_covers_of_a_copy_is_told_by_the_copys_paragraphs(tmp_path: Path, put: Put) -> None:
    first, second, third, *others = spans(PARAGRAPHS)
    number, start, end = third
    dataset = tracked_dataset(tmp_path, PARAGRAPHS, [second, third, (number, start + 5, end - 5), *others[1:-1]])
    copy = put("Header\n" + TEXT)
    assert dataset.statements[2].citation.passage(dataset.documents(copy)) == PARAGRAPHS[0][start + 5 : end - 5].strip()
    (gaps,) = dataset.coverage(copy).values()
    bare = [first, others[0], others[-1]]
    assert [gap.paragraph for gap in gaps] == [number + 1 for number, _, _ in bare]
    assert [gap.text for gap in gaps] == [
        PARAGRAPHS[number - 1][start:end].strip(".!…“”") for number, start, end in bare
    ]


def test_of_a_copy_only_what_is_in_it_can_be_uncovered(tmp_path: Path, put: Put) -> None:
    _, second, _, *others = spans(PARAGRAPHS)
    dataset = tracked_dataset(tmp_path, PARAGRAPHS, [second, *others])
    for copy in (PARAGRAPHS[3:], [*PARAGRAPHS[6:], *PARAGRAPHS[:6]], PARAGRAPHS[:8]):
        (gaps,) = dataset.coverage(put("\n".join(copy))).values()
        assert len(gaps) == (2 if PARAGRAPHS[0] in copy else 0)


def test_what_stands_apart_in_a_copy_has_nothing_bare_between(tmp_path: Path, put: Put) -> None:
    first, second, third, *others = spans(PARAGRAPHS)
    dataset = tracked_dataset(tmp_path, PARAGRAPHS, [first, second, *others])
    parts = [PARAGRAPHS[0][: second[2]], *invented(5), PARAGRAPHS[0][third[2] :], *PARAGRAPHS[1:]]
    assert dataset.coverage(put("\n".join(parts))) == {dataset.sources[0]: []}


# Citing.


def test_words_are_cited_only_from_a_paragraph_that_is_the_editors(dataset: Dataset, put: Put) -> None:
    word = PARAGRAPHS[0].split()[0]
    folder = put(TEXT + "\nA footer")
    assert dataset.cite("invented", 1, PARAGRAPHS[0][:20], folder=folder).paragraph == 1
    with pytest.raises(
        DocumentError, match=r"paragraph 1 of .* is not that of 'invented'; wanted: a text with the SHA"
    ):
        dataset.cite("invented", 1, word, folder=put("Header\n" + TEXT))


# Data sets with and without tracks.


def test_a_data_set_keeps_its_tracks_when_it_is_pickled_or_seen_through_one_document(dataset: Dataset) -> None:
    source = dataset.sources[0]
    track = track_of(source)
    assert track
    assert len(track.traces) == COUNT
    seen = Dataset(according_to(source, dataset.owner))
    assert track_of(seen.sources[0]) == track
    assert track_of(pickle.loads(pickle.dumps(source))) == track
    kept = dataset.owner.__reduce__()[1]
    assert isinstance(kept, tuple)
    content, about, beside = kept
    assert track_of(Dataset(reload(f" {content}", about, beside)).sources[0]) == track


def test_a_source_that_belongs_to_no_data_set_has_no_track(dataset: Dataset, tmp_path: Path) -> None:
    dataset.save(tmp_path / "saved.json")
    assert track_of(load(tmp_path / "saved.json").sources[0]) is None


def test_a_citation_that_the_track_does_not_have_is_lost(dataset: Dataset, put: Put) -> None:
    other = cited(dataset.sources[0], f"1:0-3 {'0' * 16}", "")
    assert dataset.documents(put("Header\n" + TEXT)).look(other).problem is Problem.LOST


def test_tracks_are_written_only_into_a_folder_of_data_and_from_the_very_texts(
    tmp_path: Path, put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    tracked_dataset(tmp_path, PARAGRAPHS)
    track = tmp_path / "data" / "tracks" / "invented.track"
    before = track.read_bytes()
    capsys.readouterr()
    assert main(["track", str(put("Header\n" + TEXT)), "--data", str(tmp_path / "data")]) == 0
    assert capsys.readouterr().out == "invented: no text to the last byte\n"
    assert track.read_bytes() == before
    for data in ([], ["--data", str(tmp_path / "data" / "all.json")]):
        assert main(["track", str(tmp_path / "texts"), *data]) == 2
        assert "wanted: the folder of the data" in capsys.readouterr().err


# Bounds.


def test_a_text_with_too_few_letters_for_a_document_is_not_looked_through(dataset: Dataset, put: Put) -> None:
    document = dataset.documents(put(PARAGRAPHS[0][:150])).missing
    assert document == tuple(dataset.sources)
