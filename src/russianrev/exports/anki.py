"""Questions as flashcards: CSV that Anki imports, with the file headers that tell it how.

A note has a front (the question with its options), a back (the right one, and the passages that settle it) and tags:
the kind of question, its language, and the ids of what it is about. Its id stays the same from export to export, so
that importing a newer file changes the cards and keeps what was learnt. Which document tells of an event is not asked:
that is for a lesson, not for learning by heart. The fields are HTML, since Anki makes a link of nothing else: a passage
with an address opens in a browser. Whatever is in the data is escaped.
Rule: https://docs.ankiweb.net/importing/text-files.html#file-headers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from html import escape
from io import StringIO
from random import Random

from russianrev.about import About
from russianrev.exports.links import link
from russianrev.quizzes import Draft, QuestionKind, phrase

_HEADERS = """\
#separator:Comma
#html:true
#notetype:Basic
#columns:Id,Front,Back,Tags
#guid column:1
#tags column:4
"""


def flashcards(drafts: Iterable[Draft], language: str, about: About | None) -> str:
    """Write the flashcards of `Dataset.flashcards`; what there is to say about the data set is in a comment."""
    text = StringIO()
    text.write(_HEADERS + (f"# {about}\n" if about else ""))
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for draft in drafts:
        for question in phrase([draft], language, Random(draft.id)):
            if question.kind is not QuestionKind.SOURCE:
                tags = [question.kind, question.language, *(thing.id for thing in question.things)]
                front = "\n".join([question.text, *question.lettered])
                back = f"{escape(question.lettered[question.answer])} [{'; '.join(map(link, question.citations))}]"
                id = f"russianrev-{question.language}-{draft.id}"
                writer.writerow([id, _break_lines(escape(front)), _break_lines(back), " ".join(tags)])
    return text.getvalue()


def _break_lines(html: str) -> str:
    return "<br>".join(html.splitlines())
