"""Help editors of data files: their schema, and the citations that hold them to the documents."""

from __future__ import annotations

from russianrev.cli.parsing import FOLDER, Answer, Context, Group, argument
from russianrev.exports.json import to_json
from russianrev.loading.files import pasteable
from russianrev.loading.schema import schema
from russianrev.queries.passages import DOCUMENTS_VARIABLE
from russianrev.text import counted, table

GROUP = Group()


@GROUP.command(
    "schema", "The JSON Schema of data files, for an editor that completes and checks them.", "> schema.json"
)
def _schema(context: Context) -> Answer:
    return Answer(schema(), to_json(schema()))


@GROUP.command("verify", "Check every citation against the documents.", "documents/", FOLDER)
def _verify(context: Context, folder: str | None) -> Answer:
    verification = context.dataset.verify(folder)
    return Answer(verification, str(verification), 0 if verification else 1)


@GROUP.command(
    "cite",
    "The citation of a passage, ready to paste into a data file.",
    'roberts-excerpt 3 "In October 1926" Politburo --documents documents/',
    argument("source", help="the document's id"),
    argument("paragraph", type=int, help="its number, from 1"),
    argument("first", help="the words with which the passage begins"),
    argument("last", nargs="?", help="the words with which it ends"),
    argument("--documents", dest="folder", metavar="FOLDER", help=f"(default: ${DOCUMENTS_VARIABLE})"),
)
def _cite(context: Context, source: str, paragraph: int, first: str, last: str | None, folder: str | None) -> Answer:
    citation = context.dataset.cite(source, paragraph, first, last, folder=folder)
    return Answer(citation, pasteable(citation))


@GROUP.command("coverage", "What no statement and no skipped span covers, document by document.", "documents/", FOLDER)
def _coverage(context: Context, folder: str | None) -> Answer:
    lines = []
    covered = context.dataset.coverage(folder)
    for source, gaps in covered.items():
        lines.append(f"{source.id}: {counted(len(gaps), 'stretch')} not covered" if gaps else f"{source.id}: covered")
        lines += table([(f"{gap.paragraph}:{gap.start}-{gap.end}", gap.text) for gap in gaps], indent="  ")
    return Answer(covered, "\n".join(lines) or "no document found")
