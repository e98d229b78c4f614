"""Measure how well passages are found in copies: changed on purpose, and as people have them.

The documents are those that RUSSIANREV_DOCUMENTS names, the copies those in RUSSIANREV_COPIES: whole books with header
and licence, in other encodings, and another edition. What cannot be found on this machine is left out.
"""

from __future__ import annotations

import argparse
import os
import re
import tempfile
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from email.message import EmailMessage
from functools import partial
from html import escape
from io import BytesIO
from pathlib import Path
from random import Random
from typing import TypeAlias
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile

from attrs import frozen

import russianrev as rr
from russianrev.passages.copies import Copy
from russianrev.passages.document import Document
from russianrev.passages.documents import Documents, Problem
from russianrev.passages.tracks.alignment import Verdict
from russianrev.passages.tracks.letters import letters
from russianrev.passages.tracks.track import Span, make_track

COPIES = "RUSSIANREV_COPIES"
"""The environment variable that names the folder of copies."""

HELD = {
    "trotsky-pg6413": ("trotsky-october", "trotsky-brest-litovsk"),
    "nevinson-pg69996-0": ("nevinson-introduction",),
    "reed-pg3076-0": (
        "reed-notes-and-explanations",
        "decree-on-the-press-en",
        "declaration-of-the-rights-of-the-peoples-of-russia-en",
    ),
    "denikin-pg43680-8": (
        "order-no-1-en",
        "abdication-nicholas-ii-en",
        "michael-renunciation-en",
        "kornilov-appeal-en",
    ),
    "reed-another-edition": (
        "reed-notes-and-explanations",
        "decree-on-the-press-en",
        "declaration-of-the-rights-of-the-peoples-of-russia-en",
    ),
}
"""Which documents each copy is known to hold."""

BOOKS = ("reed-pg3076-0", "reed-another-edition")
"""A book, and another edition of it: the sentences of the first are looked for in the second."""

ALIKE = 0.8  # how alike its letters are to those that are sought, if what was found is right
_SENTENCES = 1500
_SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"”’)_]*(?=\s)|$)")
_NO_PROSE = re.compile(r"[|\[+]")  # of tables, notes and legends, which another edition leaves out
_ASCII = str.maketrans("“”«»‘’—–，。：；！？（）、", '""""\'\'--,.:;!?(),', "…《》「」")

Pieces: TypeAlias = list[list[str] | None]
"""What became of each character of each paragraph; None for a paragraph that is gone."""


# Copies that are made.


@frozen
class Change:
    """A way to make a copy: what it makes of each paragraph, and of the whole; and the goals, as shares of all."""

    paragraph: Callable[[str, int, Random], list[str] | None] = lambda text, number, random: list(text)
    whole: Callable[[str], bytes] = str.encode
    found: float = 1.0
    wrong: float = 0.0


def _noise(text: str, number: int, random: Random, *, shift: bool = False) -> list[str]:
    """Change one letter of a hundred; with `shift`, as many are doubled or left out as are replaced."""
    alphabet = [*filter(str.isalnum, text)]
    made = list(text)
    for at, letter in enumerate(text):
        if letter.isalnum() and random.random() < 0.01:
            other = random.choice(alphabet)
            made[at] = random.choice((other, "", letter + other)) if shift else other
    return made


def _wrap(text: str) -> bytes:
    return "\n\n".join("\n".join(textwrap.wrap(line, 70)) for line in text.split("\n")).encode()


def _as_html(text: str) -> bytes:
    """Save a text as a web page, with a part of each paragraph set in another way."""
    paragraphs = (f"<p><i>{escape(line[:9])}</i>{escape(line[9:])}</p>" for line in text.split("\n"))
    head = "<!DOCTYPE html><html><head><meta charset=utf-8><title>A page</title><script>var a = '<p>';</script></head>"
    return f"{head}<body><ul><li>Home<li>About</ul>{''.join(paragraphs)}</body></html>".encode()


def _as_mhtml(text: str) -> bytes:
    """Save a text as a browser saves a page with its pictures."""
    message = EmailMessage()
    message.set_content(_as_html(text).decode(), subtype="html", cte="quoted-printable")
    message.add_related(bytes(10_000), "image", "png")
    return message.as_bytes()


def _as_epub(text: str) -> bytes:
    """Save a text as an electronic book of two parts."""
    lines = text.split("\n")
    half = len(lines) // 2
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", '<container><rootfile full-path="book.opf"/></container>')
        items = "".join(f'<item id="{part}" href="{part}.html" media-type="text/html"/>' for part in "ab")
        spine = '<spine><itemref idref="a"/><itemref idref="b"/></spine>'
        book.writestr("book.opf", f"<package><manifest>{items}</manifest>{spine}</package>")
        book.writestr("b.html", _as_html("\n".join(lines[half:])))
        book.writestr("a.html", _as_html("\n".join(lines[:half])))
    return content.getvalue()


CHANGES = {
    "identical": Change(),
    "CRLF line ends": Change(whole=lambda text: text.replace("\n", "\r\n").encode()),
    "one header line added": Change(whole=lambda text: f"A header\n{text}".encode()),
    "a byte-order mark": Change(whole=lambda text: text.encode("utf-8-sig")),
    "CR line ends": Change(whole=lambda text: text.replace("\n", "\r").encode()),
    "Windows-1252, where it has the letters": Change(whole=lambda text: text.encode("windows-1252")),
    "a web page": Change(whole=_as_html),
    "a web page saved with its pictures": Change(whole=_as_mhtml),
    "an electronic book": Change(whole=_as_epub),
    "UTF-16": Change(whole=lambda text: text.encode("utf-16")),
    "decomposed accents (NFD)": Change(lambda text, *_: [normalize("NFD", each) for each in text]),
    "straight quotes, ASCII punctuation": Change(lambda text, *_: [each.translate(_ASCII) for each in text]),
    "wrapped at 70 columns": Change(whole=_wrap),
    "every 7th paragraph gone": Change(lambda text, number, _: None if number % 7 == 0 else list(text)),
    "1 % of the letters changed": Change(_noise, found=0.97, wrong=0.002),
    "1 % changed, doubled or left out": Change(partial(_noise, shift=True), found=0.97, wrong=0.002),
}


def measure_changes(documents: Documents) -> Iterator[str]:
    """Make each copy of the documents, and tell how many citations are found in it."""
    yield "| the copy | citations | same letters | changed | lost | wrong | | seconds |"
    yield "|---|--:|--:|--:|--:|--:|---|--:|"
    for name, change in CHANGES.items():
        with tempfile.TemporaryDirectory() as folder:
            pieces = {}
            for source, document in documents.items():
                made = _change(document, change)
                text = "\n".join("".join(each) for each in made if each is not None)
                with suppress(UnicodeEncodeError):
                    Path(folder, source.id).write_bytes(change.whole(text))
                    pieces[source] = made
            begun = time.process_time()
            found = rr.documents(folder)
            count, gone = Counter[str](), 0
            for source, made in pieces.items():
                for citation in _citations(source):
                    finding = found.look(citation)
                    paragraph = made[citation.paragraph - 1]
                    cited = (
                        documents.read(citation)
                        if paragraph is None
                        else "".join(paragraph[citation.start : citation.end])
                    )
                    count["all"] += 1
                    count[finding.problem or Verdict.SAME] += 1
                    gone += paragraph is None and finding.problem is not None
                    count["wrong"] += finding.text is not None and _likeness(finding.text, cited) < ALIKE
            took = time.process_time() - begun
        cells = [count["all"], *(count[each] for each in (Verdict.SAME, Problem.CHANGED, Problem.LOST)), count["wrong"]]
        there = count["all"] - gone
        found_all = count[Verdict.SAME] + count[Problem.CHANGED] >= change.found * there
        met = found_all and count["wrong"] <= change.wrong * count["all"]
        yield f"| {name} | {' | '.join(map(str, cells))} | {'met' if met else 'missed'} | {took:.2f} |"


def _change(document: Document, change: Change) -> Pieces:
    random = Random(1917)
    return [change.paragraph(text, number, random) for number, text in enumerate(document.paragraphs, 1)]


def _citations(source: rr.Source) -> Iterator[rr.Citation]:
    yield from (statement.citation for statement in source.statements)
    yield from (skipped.citation for skipped in source.skipped)


def _likeness(found: str, sought: str) -> float:
    one, other = letters(found).text, letters(sought).text
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


# Copies as people have them.


def measure_copies(texts: Mapping[str, Document], copies: Mapping[str, Document]) -> Iterator[str]:
    """Look in each copy for every sentence of the documents that it holds, and for documents that it does not hold."""
    yield "| the copy | the document | fingerprints found | sentences | same letters | changed | lost | wrong |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for name, copy in copies.items():
        for id in HELD.get(name, ()):
            if id in texts:
                yield f"| {name} | {id} | {_row(texts[id].paragraphs, copy)} |"
    if BOOKS[0] in copies and BOOKS[1] in copies:
        paragraphs = _unwrapped(copies[BOOKS[0]].paragraphs)
        yield f"| {BOOKS[1]} | {BOOKS[0]} | {_row(paragraphs, copies[BOOKS[1]], 30)} |"


def _row(paragraphs: Sequence[str], copy: Document, shortest: int = 8) -> str:
    sentences = {span: text for span, text in _sentences(paragraphs) if len(letters(text)) >= shortest}
    chosen = dict([*sentences.items()][:: max(len(sentences) // _SENTENCES, 1)])
    track = make_track(paragraphs, chosen)
    found = Copy(copy, track, copy.alignment(track))
    count = Counter[str]()
    for span, text in chosen.items():
        place = found.place(span)
        count[place.verdict if place else Verdict.LOST] += 1
        wrong = place and _likeness(found.passage(span, place), text) < ALIKE
        count["wrong"] += bool(wrong)
    cells = [len(chosen), *(count[verdict] for verdict in Verdict), count["wrong"]]
    return " | ".join([f"{found.alignment.share:.1%}", *map(str, cells)])


def measure_refusals(texts: Mapping[str, Document], copies: Mapping[str, Document]) -> Iterator[str]:
    """Look for every document in the copies that are not known to hold it, and tell how many were refused."""
    refused, shares = 0, {}
    for id, text in texts.items():
        track = make_track(text.paragraphs, ())
        for name, copy in copies.items():
            if id not in HELD.get(name, ()):
                alignment = copy.alignment(track)
                refused += not alignment.holds
                shares[id, name] = alignment.share
    for (id, name), share in sorted(shares.items(), key=lambda item: -item[1])[:5]:
        yield f"{id} in {name}: {share:.1%} of the fingerprints"
    yield f"{refused} of {len(shares)} pairs of a document and a book that is not known to hold it were refused"


def _sentences(paragraphs: Iterable[str]) -> Iterator[tuple[Span, str]]:
    for number, paragraph in enumerate(paragraphs, 1):
        for match in _SENTENCE.finditer(paragraph):
            if not _NO_PROSE.search(match[0]):
                yield (number, *match.span()), match[0]


def _unwrapped(lines: Iterable[str]) -> list[str]:
    """Read the lines of a book without those before and after it; a line that goes on is joined to the next."""
    text = "\n".join(line.strip() for line in lines)
    _, _, text = text.partition("*** START OF")
    text, _, _ = text.partition("*** END OF")
    return re.sub(r"(?<![.!?:”\"_])\n", " ", text).split("\n")[1:]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure how well passages are found in copies.")
    parser.add_argument("--copies", default=os.environ.get(COPIES), help=f"the folder of copies (default: ${COPIES})")
    copied = parser.parse_args().copies
    documents = rr.documents()
    if not documents:
        parser.error(str(documents))
    print("\n".join(measure_changes(documents)), flush=True)
    if copied:
        texts = {path.stem: Document.open(path) for path in sorted(documents.places[0].glob("*.txt"))}
        copies = {path.stem: Document.open(path) for path in sorted(Path(copied).glob("*.txt"))}
        for measure in (measure_copies, measure_refusals):
            print("", *measure(texts, copies), sep="\n", flush=True)


if __name__ == "__main__":
    main()
