"""A quiz for other tools: Moodle's GIFT, the spreadsheet that Kahoot imports, and the text that Quizlet does.

In GIFT a question has its name, its options, and as general feedback the passages that settle it; in Quizlet a card has
the question with its options in front, and the right one behind. Kahoot has no place for passages.
Rules: https://docs.moodle.org/en/GIFT_format; https://support.kahoot.com/hc/en-us/articles/115002812547;
https://help.quizlet.com/hc/en-us/articles/360029977151.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from russianrev.extras import needs
from russianrev.quizzes import Question, Quiz

_KAHOOT = (
    None,
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_HEADER, _SECONDS = 8, 30  # the row of the template in which the headings are, and what a question is given

# What GIFT has a meaning for; a line feed ends a question where it is doubled, so it is written as the sign for it.
_ESCAPED = str.maketrans({char: f"\\{char}" for char in "\\~=#{}:"} | {"\n": "\\n", "\r": ""})


def write_quiz(quiz: Quiz, form: str, output: str | os.PathLike[str] | None = None) -> str | None:
    """Write a quiz as `gift`, `quizlet` or `kahoot`, to the file `output`; a text is returned if that is left out.

    Raises `ValueError` for another form, for a spreadsheet without a file, and for a question too long for Kahoot,
    which `quiz(…, brief=True)` does not ask; `OSError`; and `MissingExtraError` for Kahoot without the extra `sheets`.

    >>> import russianrev as rr
    >>> print((rr.write_quiz(rr.quiz(1, seed=1917), "gift") or "").splitlines()[0])
    // 1 question of russianrev
    """
    if form == "kahoot":
        if output is None:
            raise ValueError("wanted: the file into which the spreadsheet for Kahoot is to be written")
        Path(output).write_bytes(_write_kahoot(quiz))
        return None
    if form not in _WRITERS:
        raise ValueError(f"wanted: gift, kahoot or quizlet, not {form!r}")
    text = _WRITERS[form](quiz)
    if output is None:
        return text
    Path(output).write_text(text, encoding="utf-8", newline="")
    return None


def _write_gift(quiz: Quiz) -> str:
    head = f"// {len(quiz)} question{'' if len(quiz) == 1 else 's'} of russianrev\n"
    return "\n".join([head, *(f"{_write_question(number, asked)}\n" for number, asked in enumerate(quiz, 1))])


def _write_question(number: int, asked: Question) -> str:
    """Write a question of GIFT; its texts are plain, lest Moodle read them as Markdown or HTML."""
    lines = [f"::{number:03} {asked.kind}::[plain]{asked.text.translate(_ESCAPED)} {{"]
    for place, option in enumerate(asked.options):
        lines.append(f"\t{'=' if place == asked.answer else '~'}[plain]{option.translate(_ESCAPED)}")
    sources = "; ".join(dict.fromkeys(citation.locator for citation in asked.citations))
    return "\n".join([*lines, f"\t####[plain]{sources.translate(_ESCAPED)}", "}"])


def _write_quizlet(quiz: Quiz) -> str:
    """Write a card a line, its sides with a tab between; what would end a side or a card becomes a space."""
    return "".join(f"{_join(asked.text, *asked.lettered)}\t{_join(asked.lettered[asked.answer])}\n" for asked in quiz)


def _join(*texts: str) -> str:
    return " ".join(" ".join(text.split()) for text in texts)


def _write_kahoot(quiz: Quiz) -> bytes:
    if long := next((asked for asked in quiz if not asked.is_brief), None):
        raise ValueError(f"too long for Kahoot: {long.text!r} with its options; quiz(…, brief=True) asks none such")
    book = needs("sheets", "openpyxl").Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    sheet["B2"] = "Quiz template"
    for place, heading in enumerate(_KAHOOT, 1):
        sheet.cell(_HEADER, place, heading)
    for number, asked in enumerate(quiz, 1):
        for place, value in enumerate((number, asked.text, *asked.options, _SECONDS, str(asked.answer + 1)), 1):
            cell = sheet.cell(_HEADER + number, place, value)
            if isinstance(value, str):
                cell.data_type = "s"  # a text that begins with = is no formula
    written = BytesIO()
    book.save(written)
    return written.getvalue()


_WRITERS: dict[str, Callable[[Quiz], str]] = {"gift": _write_gift, "quizlet": _write_quizlet}

FORMS = (*_WRITERS, "kahoot")
"""The forms that a quiz can be written in."""
