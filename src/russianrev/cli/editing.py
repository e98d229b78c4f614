"""Help editors of data files: their schema, and the citations that hold them to the documents."""

from __future__ import annotations

from pathlib import Path

from russianrev.cli.parsing import FOLDER, Answer, Context, Group, argument
from russianrev.exports.json import to_json
from russianrev.loading.files import pasteable
from russianrev.loading.form import written_citation
from russianrev.loading.schema import schema
from russianrev.loading.tracks import FOLDER as TRACKS
from russianrev.loading.tracks import SUFFIX
from russianrev.passages.store import DOCUMENTS_VARIABLE
from russianrev.passages.tracks.track import citations_of, make_track, span_of, written_track
from russianrev.passages.verification import LEAST
from russianrev.text import counted, table

GROUP = Group()


@GROUP.command(
    "schema",
    "The JSON Schema of data files, for an editor that completes and checks them; or of answers, for other programs.",
    "> schema.json",
    argument("--answers", action="store_true", help="of what to_dict makes and --json prints"),
)
def _schema(context: Context, answers: bool) -> Answer:
    if answers:
        from russianrev.exports import shapes  # which needs the classes of every answer

        made = shapes.schema()
    else:
        made = schema()
    return Answer(made, to_json(made) + "\n", exact=True)


@GROUP.command(
    "verify",
    "Check every citation against the documents. The status is 1 if a passage is lost, or is changed beyond the score.",
    "documents/",
    FOLDER,
    argument(
        "--least", type=float, default=LEAST, metavar="SCORE", help=f"of a changed passage, 0 to 1 (default: {LEAST})"
    ),
)
def _verify(context: Context, folder: str | None, least: float) -> Answer:
    verification = context.dataset.verify(folder)
    value = {
        "checked": verification.checked,
        "failures": verification.failures,
        "absent": [source.id for source in verification.absent],
    }
    return Answer(value, str(verification), 0 if verification.passes(least) else 1)


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
    return Answer({**citation.to_dict(), **written_citation(citation)}, pasteable(citation) + "\n", exact=True)


@GROUP.command("coverage", "What no statement and no skipped span covers, document by document.", "documents/", FOLDER)
def _coverage(context: Context, folder: str | None) -> Answer:
    lines = []
    covered = context.dataset.coverage(folder)
    for source, gaps in covered.items():
        lines.append(f"{source.id}: {counted(len(gaps), 'stretch')} not covered" if gaps else f"{source.id}: covered")
        lines += table([(f"{gap.paragraph}:{gap.start}-{gap.end}", gap.text) for gap in gaps], indent="  ")
    return Answer(covered, "\n".join(lines) or "no document found")


@GROUP.command(
    "track",
    "Write the tracks by which passages are found in any copy, from the very texts, beside the data.",
    "documents/ --data data",
    FOLDER,
)
def _track(context: Context, folder: str | None) -> Answer:
    if not context.path or not Path(context.path).is_dir():
        raise ValueError("wanted: the folder of the data, after --data; the tracks are written in it")
    documents = context.dataset.documents(folder)
    made = {
        source.id: make_track(text.paragraphs, map(span_of, citations_of(source)))
        for source in context.dataset.sources
        if (text := documents.very_text(source))
    }
    target = Path(context.path) / TRACKS
    target.mkdir(exist_ok=True)
    for id, track in made.items():
        (target / f"{id}{SUFFIX}").write_text(written_track(track), encoding="utf-8", newline="\n")
    lines = [
        f"{id}: {counted(len(track.fingerprints), 'fingerprint')}, {counted(len(track.traces), 'passage')}"
        for id, track in made.items()
    ]
    lines += [f"{source.id}: no text to the last byte" for source in context.dataset.sources if source.id not in made]
    return Answer({"tracks": list(made)}, "\n".join(lines))
