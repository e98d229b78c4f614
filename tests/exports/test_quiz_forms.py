"""Quizzes for other tools, read back by the rules that these publish."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from bundled_data import DATASET
from hypothesis import given
from hypothesis import strategies as st

from russianrev.errors import MissingExtraError
from russianrev.exports.quizzes import FORMS, write_quiz
from russianrev.quizzes import Quiz

LANGUAGES = ("en", "zh", "vi", "ru")
(ONE,) = DATASET.quiz(1, seed=1, brief=True)
_SIGNS = {"n": "\n"} | {char: char for char in "\\~=#{}:"}


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda sign: _SIGNS[sign[1]], text)


def read_gift(text: str) -> list[tuple[str, str, list[str], int, str]]:
    """Read questions as Moodle's `format.php` does: name, text, options, the right one, and the feedback."""
    lines = [line for line in text.split("\n") if not line.startswith("//")]
    found = []
    for block in re.split(r"\n\s*\n", "\n".join(lines).strip()):
        head = re.match(r"::((?:\\.|[^\\:])*)::\[plain\]((?:\\.|[^\\{}])*)\{((?:\\.|[^\\{}])*)\}$", block, re.DOTALL)
        assert head, block
        name, asked, answers = head.groups()
        answers, _, feedback = answers.partition("####[plain]")
        options = re.findall(r"([=~])\[plain\]((?:\\.|[^\\=~#])*)", answers, re.DOTALL)
        (right,) = (place for place, (sign, _) in enumerate(options) if sign == "=")
        told = [unescaped(option).strip("\n\t") for _, option in options]
        found.append((name, unescaped(asked).removesuffix(" "), told, right, unescaped(feedback).strip("\n\t")))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_gift_is_read_back_as_it_was(language: str) -> None:
    quiz = DATASET.quiz(100, seed=1, language=language)
    read = read_gift(write_quiz(quiz, "gift") or "")
    assert [(text, tuple(options), right) for _, text, options, right, _ in read] == [
        (q.text, q.options, q.answer) for q in quiz
    ]
    assert all(c.locator in told for q, (*_, told) in zip(quiz, read, strict=True) for c in q.citations)
    assert len({name for name, *_ in read}) == 100


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"]) | st.just("\n"), min_size=1)


@given(st.lists(WORDS.filter(lambda text: text == text.strip()), min_size=5, max_size=5, unique=True))
def test_whatever_the_words_gift_is_read_back(words: list[str]) -> None:
    asked = evolve(ONE, text=words[0], options=tuple(words[1:]))
    ((_, text, options, right, _),) = read_gift(write_quiz(Quiz([asked]), "gift") or "")
    assert (text, tuple(options), right) == (asked.text, asked.options, asked.answer)


@pytest.mark.parametrize("language", LANGUAGES)
def test_quizlet_has_a_card_a_line_with_one_tab(language: str) -> None:
    quiz = DATASET.quiz(50, seed=1, language=language)
    cards = [line.split("\t") for line in (write_quiz(quiz, "quizlet") or "").splitlines()]
    assert [back for _, back in cards] == [q.lettered[q.answer] for q in quiz]
    assert all(q.text in front and q.lettered[3] in front for q, (front, _) in zip(quiz, cards, strict=True))


def test_what_would_end_a_card_of_quizlet_is_a_space() -> None:
    asked = evolve(ONE, text="a\tb\nc")
    assert (write_quiz(Quiz([asked]), "quizlet") or "").startswith("a b c A. ")


def sheet(path: Path) -> Any:
    """The sheet of a workbook."""
    return openpyxl.load_workbook(path).active


@pytest.mark.parametrize("language", LANGUAGES)
def test_kahoot_has_the_columns_and_the_limits_of_the_template(tmp_path: Path, language: str) -> None:
    quiz = DATASET.quiz(50, seed=1, language=language, brief=True)
    assert write_quiz(quiz, "kahoot", tmp_path / "quiz.xlsx") is None
    rows: list[tuple[Any, ...]] = list(sheet(tmp_path / "quiz.xlsx").values)
    headings = [str(cell) for cell in rows[7][1:]]
    assert [heading.split()[0] for heading in headings] == ["Question", *["Answer"] * 4, "Time", "Correct"]
    assert headings[0] == "Question - max 120 characters"
    for number, (row, asked) in enumerate(zip(rows[8:], quiz, strict=True), 1):
        assert row == (number, asked.text, *asked.options, 30, str(asked.answer + 1))
        assert len(row[1]) <= 120
        assert all(len(option) <= 75 for option in row[2:6])


def test_a_text_is_no_formula(tmp_path: Path) -> None:
    write_quiz(Quiz([evolve(ONE, text="=1+1")]), "kahoot", tmp_path / "quiz.xlsx")
    assert sheet(tmp_path / "quiz.xlsx")["B9"].data_type == "s"


def test_what_is_too_long_for_kahoot_or_has_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="too long for Kahoot: 'x"):
        write_quiz(Quiz([evolve(ONE, text="x" * 121)]), "kahoot", tmp_path / "quiz.xlsx")
    with pytest.raises(ValueError, match="wanted: the file into which"):
        write_quiz(Quiz([ONE]), "kahoot")
    with pytest.raises(ValueError, match="wanted: gift, kahoot or quizlet, not 'word'"):
        write_quiz(Quiz([ONE]), "word")


def test_a_text_is_written_as_it_is_returned(tmp_path: Path) -> None:
    assert write_quiz(Quiz([ONE]), "gift", tmp_path / "quiz.txt") is None
    assert (tmp_path / "quiz.txt").read_bytes() == (write_quiz(Quiz([ONE]), "gift") or "").encode()
    assert set(FORMS) == {"gift", "quizlet", "kahoot"}


def test_without_the_extra_the_error_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"russianrev\[sheets\]"):
        write_quiz(Quiz([ONE]), "kahoot", tmp_path / "quiz.xlsx")
