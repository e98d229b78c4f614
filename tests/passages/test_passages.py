from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from factories import CHRONICLE, LETTER, TEXTS, changed, facts_of, lines, write_documents
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.errors import DocumentError, UnreadableError
from russianrev.passages.citing import cite
from russianrev.passages.coverage import Gap, gaps
from russianrev.passages.document import Document, digest
from russianrev.passages.documents import Documents, Problem
from russianrev.passages.files.folder import list_files
from russianrev.passages.verification import verify
from russianrev.records.model import Citation, Source
from russianrev.vocabulary import SourceKind

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\n\0")
paragraphs = st.lists(st.text(characters, min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=4)


def document(*paragraphs: str) -> Document:
    return Document(Path("x.txt"), "", "\n".join(paragraphs))


def source_of(text: str, id: str = "some-source") -> Source:
    facts = facts_of(text)
    return Source(
        id=id,
        title="Some source",
        kind=SourceKind.NOTES,
        language="en",
        sha256=facts["sha256"],
        length=facts["length"],
        paragraphs=tuple(facts["paragraphs"]),
    )


SOURCE = source_of(CHRONICLE)


def citation(paragraph: int, start: int, end: int, passage: str, source: Source = SOURCE) -> Citation:
    return Citation(
        source=source, paragraph=paragraph, start=start, end=end, digest=digest(passage), opening=passage[:4]
    )


def documents_of(folder: Path, dataset: Dataset) -> Documents:
    return Documents(dataset.sources, list_files(folder))


# Digests.


@given(st.text(characters))
def test_a_digest_is_the_beginning_of_the_sha_256(text: str) -> None:
    assert len(digest(text)) == 16
    assert sha256(text.encode()).hexdigest().startswith(digest(text))


@given(st.text(characters), st.text(characters))
def test_texts_that_differ_have_digests_that_differ(one: str, other: str) -> None:
    assert (digest(one) == digest(other)) == (one == other)


# Documents.


@given(paragraphs, st.lists(st.text(" \t\r", max_size=3), min_size=1, max_size=5))
@settings(max_examples=40)
def test_a_paragraph_is_a_line_that_is_not_blank_as_it_stands(written: list[str], blank: list[str]) -> None:
    text = "\n".join(blank) + "\n" + f"\n{blank[0]}\n".join(written) + "\n"
    with TemporaryDirectory() as name:
        path = Path(name) / "text.txt"
        path.write_bytes(text.encode())
        opened = Document.open(path)
    assert opened.paragraphs == tuple(written)
    assert opened.sha256 == sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"a text, and then" * 1000 + b"\x00\xff",
        "Петроград".encode("cp866") + b"\x81",
        "Петроград".encode("utf-16")[:-1],
    ],
)
def test_what_is_no_text_or_in_an_encoding_that_cannot_be_told_cannot_be_opened(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes(content)
    with pytest.raises(UnreadableError, match="not a text"):
        Document.open(tmp_path / "text.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "latin-1"])
def test_a_text_is_read_in_the_encodings_that_people_have(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes("Café\n\nnaïve\n".encode(encoding))
    assert Document.open(tmp_path / "text.txt").paragraphs == ("Café", "naïve")


def test_a_document_does_not_show_its_whole_text() -> None:
    assert "secret" not in repr(document("secret"))


def test_documents_are_known_by_content_whatever_their_files_are_called(wharf: Dataset, empty: Path) -> None:
    documents = documents_of(write_documents(empty), wharf)
    assert {source.id: found.paragraphs for source, found in documents.items()} == {
        id: tuple(lines(text)) for id, text in TEXTS.items()
    }
    assert documents.missing == ()


def test_documents_are_found_in_folders_within(wharf: Dataset, empty: Path) -> None:
    write_documents(empty / "deep")
    assert len(documents_of(empty, wharf)) == 2


def test_a_file_that_is_no_text_is_passed_over(wharf: Dataset, empty: Path) -> None:
    (empty / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    assert len(documents_of(write_documents(empty), wharf)) == 2


def test_an_altered_copy_is_known_by_its_paragraphs(wharf: Dataset, empty: Path) -> None:
    write_documents(empty, {"a": CHRONICLE.replace("Sorokina", "Sorokima"), "b": LETTER})
    documents = documents_of(empty, wharf)
    assert "Sorokima" in documents[wharf.sources["wharf-chronicle"]].paragraphs[2]
    assert documents.missing == ()


def test_a_text_that_is_one_source_to_the_letter_is_no_altered_copy_of_another(wharf: Dataset, empty: Path) -> None:
    copy = changed(wharf.sources["union-letter"], id="copy", sha256="0" * 64)
    write_documents(empty, {"b": LETTER})
    documents = Documents([*wharf.sources, copy], list_files(empty))
    assert [source.id for source in documents] == ["union-letter"]
    assert [source.id for source in documents.missing] == ["wharf-chronicle", "copy"]


def test_a_text_that_is_like_no_source_is_none(wharf: Dataset, empty: Path) -> None:
    write_documents(empty, {"other": "One.\nTwo.\nThree.\n"})
    documents = documents_of(empty, wharf)
    assert len(documents) == 0
    assert set(documents.missing) == set(wharf.sources)


def test_an_empty_folder_has_no_documents(wharf: Dataset, empty: Path) -> None:
    assert dict(documents_of(empty, wharf)) == {}


def test_a_folder_that_is_not_there_is_an_error(wharf: Dataset, empty: Path) -> None:
    with pytest.raises(NotADirectoryError, match=r"no folder of documents at .*nowhere"):
        documents_of(empty / "nowhere", wharf)


def test_a_missing_document_is_an_error_that_says_what_was_expected(wharf: Dataset, empty: Path) -> None:
    source = wharf.sources["union-letter"]
    with pytest.raises(DocumentError) as caught:
        documents_of(empty, wharf)[source]
    for expected in ("'union-letter'", str(empty), f"{len(LETTER)} characters", "2 paragraphs", source.sha256):
        assert expected in str(caught.value)


def test_a_document_is_found_by_its_source_and_by_the_sources_id(wharf: Dataset, empty: Path) -> None:
    documents = documents_of(write_documents(empty, {"b": LETTER}), wharf)
    there, missing = wharf.sources["union-letter"], wharf.sources["wharf-chronicle"]
    assert documents["union-letter"] is documents[there]
    assert there in documents
    assert "union-letter" in documents
    assert missing not in documents
    assert "wharf-chronicle" not in documents
    assert documents.get(missing) is None


@pytest.mark.parametrize("key", ["union-leter", 3])
def test_what_is_no_source_is_an_error_that_says_which_there_are(key: Any, wharf: Dataset, empty: Path) -> None:
    with pytest.raises(DocumentError, match=f"no source {key!r}; wanted: one of .*union-letter"):
        documents_of(empty, wharf)[key]


def test_documents_show_their_folder_and_sources(wharf: Dataset, empty: Path) -> None:
    assert repr(documents_of(empty, wharf)) == f"<Documents in {str(empty)!r}: none>"
    write_documents(empty, {"b": LETTER})
    assert repr(documents_of(empty, wharf)) == f"<Documents in {str(empty)!r}: union-letter>"


# Passages.


def test_the_passage_of_every_citation_can_be_read(wharf: Dataset, empty: Path) -> None:
    documents = documents_of(write_documents(empty), wharf)
    read = {statement.id: statement.citation.passage(documents) for statement in wharf.statements}
    assert read["wharf-chronicle:2.2"] == "Four hundred men walked out."
    assert all(read.values())


def test_a_passage_that_differs_is_an_error_that_says_what_was_expected(wharf: Dataset, empty: Path) -> None:
    cited = wharf.statements["wharf-chronicle:3.1"].citation
    documents = documents_of(write_documents(empty, {"a": CHRONICLE.replace("Sorokina", "Sorokima")}), wharf)
    with pytest.raises(DocumentError) as caught:
        cited.passage(documents)
    message = str(caught.value)
    for expected in (cited.locator, "text differs", "0.txt", "28 characters", cited.digest, "3:0-28"):
        assert expected in message


def test_a_passage_of_a_paragraph_that_is_not_there_is_an_error(wharf: Dataset, empty: Path) -> None:
    shortened = "\n".join(CHRONICLE.split("\n")[:-2])
    documents = documents_of(write_documents(empty, {"a": shortened}), wharf)
    with pytest.raises(DocumentError, match="paragraph missing"):
        wharf.statements["wharf-chronicle:4.1"].citation.passage(documents)


def test_a_passage_of_a_missing_document_is_an_error(wharf: Dataset, empty: Path) -> None:
    with pytest.raises(DocumentError, match="no text of 'union-letter'"):
        wharf.statements["union-letter:1.1"].citation.passage(documents_of(empty, wharf))


# Verification.


def test_citations_of_the_very_texts_all_hold(wharf: Dataset, empty: Path) -> None:
    verification = wharf.verify(write_documents(empty))
    assert verification
    assert (verification.checked, verification.held, verification.failures) == (10, 10, ())


def test_a_changed_letter_fails_exactly_the_citations_that_it_touches(wharf: Dataset, empty: Path) -> None:
    write_documents(empty, {"a": CHRONICLE.replace("Four", "Five"), "b": LETTER})
    verification = wharf.verify(empty)
    assert not verification
    assert [(each.owner, each.problem) for each in verification.failures] == [("wharf-chronicle:2.2", Problem.DIFFERS)]


def test_a_paragraph_that_is_lost_fails_its_citations(wharf: Dataset, empty: Path) -> None:
    write_documents(empty, {"a": "\n".join(CHRONICLE.split("\n")[:-2]), "b": LETTER})
    failures = wharf.verify(empty).failures
    assert [(each.owner, each.problem) for each in failures] == [("wharf-chronicle:4.1", Problem.NO_PARAGRAPH)]


def test_a_document_that_is_not_at_hand_is_named_and_its_citations_are_not_counted(wharf: Dataset, empty: Path) -> None:
    verification = wharf.verify(write_documents(empty, {"a": CHRONICLE}))
    assert not verification
    assert verification.passes()
    assert (verification.checked, verification.failures) == (7, ())
    assert verification.absent == (wharf.sources["union-letter"],)
    assert str(verification) == "wharf-chronicle: 7 of 7 citations hold\nunion-letter: not at hand"


def test_with_no_document_at_hand_nothing_is_checked_and_it_is_said_what_to_do(wharf: Dataset, empty: Path) -> None:
    with pytest.raises(DocumentError, match="of 2 documents no text is at hand; name a folder"):
        wharf.verify(empty)


def test_of_no_citations_all_hold(empty: Path) -> None:
    verification = verify([], Documents([], list_files(empty)))
    assert verification
    assert str(verification) == "no citations"


def test_a_verification_prints_source_by_source_how_many_hold_and_each_that_does_not(
    wharf: Dataset, empty: Path
) -> None:
    write_documents(empty, {"a": CHRONICLE.replace("Four", "Five"), "b": LETTER})
    assert str(wharf.verify(empty)).splitlines() == [
        "union-letter: 3 of 3 citations hold",
        "wharf-chronicle: 6 of 7 citations hold: 1 text differs",
        "  wharf-chronicle:2.2: text differs: wharf-chronicle ¶2 [68–96] “Four hundred men walked …”",
    ]


@given(paragraphs, st.data())
@settings(max_examples=60)
def test_a_citation_fails_if_and_only_if_its_passage_has_changed(before: list[str], data: st.DataObject) -> None:
    text = "\n".join(before)
    source = source_of(text)
    cited = data.draw(_citations(source, before))
    number = data.draw(st.integers(0, len(before) - 1))
    at = data.draw(st.integers(0, len(before[number]) - 1))
    letter = data.draw(characters)
    after = list(before)
    after[number] = before[number][:at] + letter + before[number][at + 1 :]
    assume(after[number].strip())
    with TemporaryDirectory() as name:
        Path(name, "text").write_bytes("\n".join(after).encode())
        failures = verify([("x", cited)], Documents([source], list_files(name))).failures
    touched = cited.paragraph == number + 1 and cited.start <= at < cited.end and letter != before[number][at]
    assert bool(failures) == touched


@st.composite
def _citations(draw: st.DrawFn, source: Source, paragraphs: list[str]) -> Citation:
    number = draw(st.integers(1, len(paragraphs)))
    text = paragraphs[number - 1]
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return citation(number, start, end, text[start:end], source)


# Gaps.


@given(paragraphs, st.data())
def test_every_letter_and_digit_is_either_cited_or_in_a_gap(written: list[str], data: st.DataObject) -> None:
    cited = data.draw(st.lists(_citations(SOURCE, written), max_size=4))
    found = gaps(SOURCE, document(*written), cited)
    for number, text in enumerate(written, 1):
        covered = {i for c in cited if c.paragraph == number for i in range(c.start, c.end)}
        missing = {i for gap in found if gap.paragraph == number for i in range(gap.start, gap.end)}
        assert not covered & missing
        assert {i for i, character in enumerate(text) if character.isalnum()} <= covered | missing


@given(paragraphs, st.data())
def test_a_gap_is_as_its_text_stands_and_begins_and_ends_with_what_matters(
    written: list[str], data: st.DataObject
) -> None:
    cited = data.draw(st.lists(_citations(SOURCE, written), max_size=4))
    for gap in gaps(SOURCE, document(*written), cited):
        assert written[gap.paragraph - 1][gap.start : gap.end] == gap.text
        assert gap.text[0].isalnum()
        assert gap.text == gap.text.rstrip()


@given(paragraphs)
def test_gaps_that_are_cited_leave_no_gaps(written: list[str]) -> None:
    found = gaps(SOURCE, document(*written), [])
    cited = [citation(gap.paragraph, gap.start, gap.end, gap.text) for gap in found]
    assert gaps(SOURCE, document(*written), cited) == []


def test_what_stands_between_two_citations_is_a_gap() -> None:
    cited = [citation(1, 0, 3, "One"), citation(1, 9, 14, "three")]
    assert gaps(SOURCE, document("One, two, three"), cited) == [
        Gap(SOURCE, 1, 5, 9, "two,"),
        Gap(SOURCE, 1, 14, 15, "e"),
    ]


def test_punctuation_and_blanks_are_no_gap() -> None:
    assert gaps(SOURCE, document("One — two …"), [citation(1, 0, 3, "One"), citation(1, 6, 9, "two")]) == []


def test_a_citation_of_a_paragraph_that_is_not_there_covers_nothing() -> None:
    assert [gap.text for gap in gaps(SOURCE, document("One"), [citation(2, 0, 3, "Two")])] == ["One"]


# Making citations.

TEXT = document("Petrograd was hungry, and Petrograd was cold.", "革命军事委员会在彼得格勒", "*")


def test_words_that_are_once_in_a_paragraph_are_cited() -> None:
    made = cite(SOURCE, TEXT, 1, "was hungry")
    assert (made.paragraph, made.start, made.end) == (1, 10, 20)
    assert (made.digest, made.opening) == (digest("was hungry"), "was hungry")


def test_a_passage_goes_from_its_first_words_to_its_last() -> None:
    made = cite(SOURCE, TEXT, 1, "hungry", "was")
    assert TEXT.text(made) == "hungry, and Petrograd was"


def test_the_last_words_may_be_among_the_first() -> None:
    assert TEXT.text(cite(SOURCE, TEXT, 1, "Petrograd was hungry", "was")) == "Petrograd was hungry"


def test_an_opening_has_four_words_at_most() -> None:
    assert cite(SOURCE, TEXT, 1, "Petrograd was hungry", "cold.").opening == "Petrograd was hungry, and"


@pytest.mark.parametrize("text", ["革命军事委员会在彼得格勒", "革命 军事委员会 在彼得 格勒"])
def test_an_opening_has_eight_characters_at_most_where_words_are_not_spaced(text: str) -> None:
    opening = cite(SOURCE, document(text), 1, text).opening
    assert len(opening) <= 8
    assert text.startswith(opening)


@pytest.mark.parametrize("word", ["Революционный", "Sorø-Løkkegård", "thoroughgoing"])
def test_an_opening_does_not_cut_a_spaced_word(word: str) -> None:
    assert cite(SOURCE, document(f"{word} und"), 1, word).opening == word


@pytest.mark.parametrize("paragraph", [0, 4, -1])
def test_a_paragraph_that_is_not_there_is_an_error(paragraph: int) -> None:
    with pytest.raises(DocumentError, match=f"has the paragraphs 1 to 3, not {paragraph}"):
        cite(SOURCE, TEXT, paragraph, "Petrograd")


@pytest.mark.parametrize(("first", "problem"), [("Petrograd", "2 times"), ("Moscow", "is not"), ("", "is not")])
def test_first_words_that_are_not_once_in_the_paragraph_are_an_error(first: str, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem):
        cite(SOURCE, TEXT, 1, first)


@pytest.mark.parametrize("last", ["Moscow", "Petrograd was hungry", ""])
def test_last_words_that_do_not_follow_are_an_error(last: str) -> None:
    with pytest.raises(DocumentError, match="does not follow"):
        cite(SOURCE, TEXT, 1, "hungry", last)


@given(paragraphs, st.data())
def test_what_is_cited_is_what_stands_there(written: list[str], data: st.DataObject) -> None:
    known = data.draw(_citations(SOURCE, written))
    text = written[known.paragraph - 1]
    words = text[known.start : known.end]
    assume(sum(text.startswith(words, i) for i in range(len(text))) == 1)
    made = cite(SOURCE, document(*written), known.paragraph, words)
    assert (made.start, made.end, made.digest) == (known.start, known.end, known.digest)
    assert document(*written).text(made) == words
