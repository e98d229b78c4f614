"""The command line: `russianrev COMMAND …`, or `python -m russianrev COMMAND …`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from russianrev._version import __version__
from russianrev.dataset import Dataset, load
from russianrev.errors import RussianRevError
from russianrev.exports import FILES, FOLDERS
from russianrev.exports.json import to_json
from russianrev.loading.files import pasteable
from russianrev.loading.schema import schema
from russianrev.queries.passages import DOCUMENTS_VARIABLE, Documents, folder_of_documents
from russianrev.records.model import Citation
from russianrev.terminal import citation_lines, page, tour
from russianrev.text import counted, table, wrap_lines
from russianrev.vocabulary import Role


class Answer(NamedTuple):
    """What a command found: the value, for `--json`; the text to print; and the exit status."""

    value: Any
    text: str
    status: int = 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    0 if it was done, 1 if a check failed, 2 if what was asked cannot be understood.
    """
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # not every terminal or pipe has every script's letters
    try:
        dataset = load(options.data) if options.data else Dataset.bundled()
        answer: Answer = options.run(dataset, options)
        print(to_json(answer.value) if options.json else answer.text, flush=True)
    except BrokenPipeError:
        # The reader has gone. Python would complain once more when it flushes the closed pipe at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130  # as shells report an interrupt
    except (RussianRevError, OSError, ValueError) as error:
        print(f"russianrev: {error}", file=sys.stderr)
        return 2
    return answer.status


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="russianrev",
        description="The Russian Revolution as typed, cited data.",
        epilog="example: russianrev show lenin",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    common = _Parser(add_help=False)
    common.add_argument("--json", action="store_true", help="print JSON")
    common.add_argument("--data", metavar="PATH", help="a data set of your own: a folder or a file")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(run: Callable[[Dataset, argparse.Namespace], Answer], example: str) -> _Parser:
        name = run.__name__.removeprefix("_").replace("_", "-")
        epilog = f"example: russianrev {name} {example}".rstrip()
        made = commands.add_parser(name, parents=[common], help=run.__doc__, description=run.__doc__, epilog=epilog)
        made.set_defaults(run=run)
        return made

    command(_tour, "")
    parser.set_defaults(run=_tour, json=False, data=None)
    between = command(_between, "1917-02-23 1917-03-03 --calendar julian")
    between.add_argument("start", help="a date, or a whole month or year")
    between.add_argument("end", nargs="?", help="the last day (left out: the end of START)")
    calendars = ["julian", "gregorian"]
    as_of = command(_as_of, "1917-07-24 --calendar julian")
    as_of.add_argument("date", help="a date")
    for dated in (between, as_of):
        dated.add_argument("--calendar", choices=calendars, help="of dates that do not say (default: gregorian)")
        dated.add_argument("--possible", action="store_true", help="also what is not certain")
    involved = command(_involved, "trotsky zinoviev --role expelled")
    involved.add_argument("who", nargs="+", help="a person, a party or a body")
    involved.add_argument("--role", choices=[role.value for role in Role], metavar="ROLE", help="in this role")
    involved.add_argument("--any", action="store_true", help="any of them, not all")
    command(_show, '"Sergei Kirov"').add_argument("name", help="an id, or any name in any script")
    sources = command(_sources, "kirov-assassination date")
    sources.add_argument("name", help="an id, or any name in any script")
    sources.add_argument("aspect", nargs="?", help="one attribute, such as date or participants")
    disputes = command(_disputes, "trotsky")
    disputes.add_argument("name", nargs="?", help="an id, or any name in any script (left out: everything)")
    disputes.add_argument("--parts", action="store_true", help="of an event: its parts' as well")
    compare = command(_compare, '"october insurrection" --attribute date')
    compare.add_argument("name", nargs="?", help="an id, or any name in any script (left out: everything)")
    compare.add_argument("--attribute", help="only this attribute, such as date or participants")
    command(_find, "Троцкий").add_argument("name", help="a name in any script")
    search = command(_search, "purge leningrad")
    search.add_argument("words", nargs="+", help="what to look for")
    search.add_argument("--limit", type=int, default=10, help="how many at most (default: 10)")
    export = command(_export, "csv --output tables/")
    export.add_argument("form", choices=[*FILES, *FOLDERS], metavar="FORM", help=", ".join([*FILES, *FOLDERS]))
    export.add_argument("--output", metavar="PATH", help="a file, or for tables a folder (left out: print the text)")
    quiz = command(_quiz, "10 --about lenin --seed 1917")
    quiz.add_argument("n", type=int, help="how many questions")
    quiz.add_argument("--seed", help="a number or a word: the same asks the same again")
    cards = command(_cards, "--language ru --output cards.csv")
    cards.add_argument("--output", metavar="FILE", help="a file (left out: print the text)")
    for asking in (quiz, cards):
        asking.add_argument("--about", metavar="NAME", help="an id, or any name in any script (left out: everything)")
        asking.add_argument("--language", default="en", help="en, zh, vi or ru (default: en)")
    command(_schema, "> schema.json")
    verify = command(_verify, "documents/")
    cite = command(_cite, 'roberts-excerpt 3 "In October 1926" Politburo --documents documents/')
    cite.add_argument("source", help="the document's id")
    cite.add_argument("paragraph", type=int, help="its number, from 1")
    cite.add_argument("first", help="the words with which the passage begins")
    cite.add_argument("last", nargs="?", help="the words with which it ends")
    cite.add_argument("--documents", dest="folder", metavar="FOLDER", help=f"(default: ${DOCUMENTS_VARIABLE})")
    for folder in (verify, command(_coverage, "documents/")):
        folder.add_argument("folder", nargs="?", help=f"the documents (default: ${DOCUMENTS_VARIABLE})")
    return parser


def _documents(dataset: Dataset) -> Documents | None:
    """The documents for showing passages, if the user has named a folder of them."""
    return dataset.documents() if folder_of_documents() else None


def _tour(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """A short tour of the data."""
    counts = {source.id: len(dataset.statements_about(source)) for source in dataset.sources}
    return Answer({"statements": counts, "events": dataset.events}, tour(dataset, _documents(dataset)))


def _between(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """The events of a period."""
    found = dataset.between(options.start, options.end, calendar=options.calendar, possible=options.possible)
    return Answer(found, str(found))


def _involved(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """The events in which someone took part."""
    found = dataset.involved(*options.who, role=options.role, how="any" if options.any else "all")
    return Answer(found, str(found) or "no events")


def _show(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """All that is known of one thing."""
    thing = dataset.find(options.name)
    value = {"thing": thing, "statements": dataset.statements_about(thing), "disputes": dataset.disputes(thing)}
    return Answer(value, page(dataset, thing, _documents(dataset)))


def _sources(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """The passages behind a thing, or behind one aspect of it."""
    citations = dataset.sources_for(options.name, options.aspect)
    lines = [f"editorial, from {citations.authority}"] if citations.authority else []
    lines += citation_lines(citations, _documents(dataset))
    value = {"authority": citations.authority, "citations": citations}
    return Answer(value, "\n".join(lines) or "no document says, nor do the editors")


def _as_of(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """How things stood on a date: who held which office, and more."""
    situation = dataset.as_of(options.date, calendar=options.calendar, possible=options.possible)
    return Answer(situation, "\n".join(wrap_lines(str(situation))))


def _disputes(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """Where the documents disagree, or one errs."""
    found = dataset.disputes(options.name, parts=options.parts)
    return Answer(found, "\n".join(wrap_lines("\n".join(map(str, found)))) or "no disputes")


def _compare(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """How the documents stand to each other: what is confirmed, unique, or in conflict."""
    found = dataset.compare(options.name, attribute=options.attribute)
    return Answer(found, str(found))


def _find(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """The one thing that has a name."""
    found = dataset.find(options.name)
    return Answer(found, "\n".join(table([(found.id, type(found).__name__.lower(), found.label)])))


def _search(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """What fits a few words best."""
    hits = dataset.search(" ".join(options.words), limit=options.limit)
    rows = [(hit.record.id, hit.record.label) for hit in hits]
    value = [{"score": hit.score, "record": hit.record} for hit in hits]
    return Answer(value, "\n".join(table(rows)) or "nothing found")


def _export(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """The whole data set in a form for other tools."""
    text = dataset.export(options.form, options.output)
    return Answer({"written": options.output}, f"written: {options.output}" if text is None else text.rstrip("\n"))


def _quiz(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """Questions with four options each, and below them the answers with the passages that settle them."""
    made = dataset.quiz(options.n, seed=options.seed, about=options.about, language=options.language)
    value = [
        {"kind": q.kind, "text": q.text, "options": q.options, "answer": q.answer, "citations": q.citations}
        for q in made
    ]
    return Answer(value, f"{made}\n\nAnswers\n\n{made.key}")


def _cards(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """The questions as flashcards, in a file that Anki imports."""
    text = dataset.flashcards(about=options.about, language=options.language)
    if options.output is None:
        return Answer(text, text.rstrip("\n"))
    Path(options.output).write_text(text, encoding="utf-8", newline="")
    return Answer({"written": options.output}, f"written: {options.output}")


def _verify(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """Check every citation against the documents."""
    verification = dataset.verify(options.folder)
    return Answer(verification, str(verification), 0 if verification else 1)


def _cite(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """The citation of a passage, ready to paste into a data file."""
    citation: Citation = dataset.cite(
        options.source, options.paragraph, options.first, options.last, folder=options.folder
    )
    return Answer(citation, pasteable(citation))


def _coverage(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """What no statement and no skipped span covers, document by document."""
    lines = []
    covered = dataset.coverage(options.folder)
    for source, gaps in covered.items():
        lines.append(f"{source.id}: {counted(len(gaps), 'stretch')} not covered" if gaps else f"{source.id}: covered")
        lines += table([(f"{gap.paragraph}:{gap.start}-{gap.end}", gap.text) for gap in gaps], indent="  ")
    return Answer(covered, "\n".join(lines) or "no document found")


def _schema(dataset: Dataset, options: argparse.Namespace) -> Answer:
    """The JSON Schema of data files, for an editor that completes and checks them."""
    return Answer(schema(), to_json(schema()))
