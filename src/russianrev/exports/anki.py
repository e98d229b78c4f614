"""Questions as flashcards: CSV that Anki imports, with the file headers that tell it how.

A note has a front (the question with its options), a back (the right one, and the passages that settle it) and tags:
the kind of question, its language, and the ids of what it is about and of what that is part of. Its id stays the same
from export to export, so that importing a newer file changes the cards and keeps what was learnt. Which document tells
of an event is not asked: that is for a lesson, not for learning by heart. The fields are HTML, since Anki makes a link
of nothing else: a passage with an address opens in a browser. Whatever is in the data is escaped.
Rule: https://docs.ankiweb.net/importing/text-files.html#file-headers.

The columns have no names, since Anki would look for fields of these names, and in another language the note type has
others: the first is its first field, the second its second. Where there is no note type Basic, Anki offers the user's.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from html import escape
from io import StringIO
from random import Random

from russianrev.exports.links import link
from russianrev.metadata import About
from russianrev.quizzes import Draft, Question, QuestionKind, phrase
from russianrev.quizzes.connected import list_wholes
from russianrev.records.model import Event

_HEADERS = """\
#separator:Comma
#html:true
#notetype:Basic
#tags column:3
#guid column:4
"""


def flashcards(drafts: Iterable[Draft], language: str, about: About | None) -> str:
    """Write the flashcards of `Dataset.flashcards`; what there is to say about the data set is in a comment."""
    text = StringIO()
    text.write(_HEADERS + (f"# {about}\n" if about else ""))
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for draft in drafts:
        for question in phrase([draft], language, Random(draft.id)):
            if question.kind is not QuestionKind.SOURCE:
                front = "\n".join([question.text, *question.lettered])
                tags = " ".join([question.kind, question.language, *_list_ids(question)])
                id = f"russianrev-{question.language}-{draft.id}"
                writer.writerow([_break_lines(escape(front)), _break_lines(_write_back(question)), tags, id])
    return text.getvalue()


def _write_back(question: Question) -> str:
    """Write the right option, and the passages that settle it, each once."""
    passages = dict.fromkeys(map(link, question.citations))
    return f"{escape(question.lettered[question.answer])} [{'; '.join(passages)}]"


def _break_lines(html: str) -> str:
    return "<br>".join(html.splitlines())


def _list_ids(question: Question) -> Iterable[str]:
    """List the ids of what a question is about, and of the events that these are part of, each once."""
    wholes = [whole for thing in question.things if isinstance(thing, Event) for whole in list_wholes(thing)]
    return dict.fromkeys(thing.id for thing in (*question.things, *wholes))
