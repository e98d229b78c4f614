"""Export the data set for other tools, and as questions for the classroom."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from russianrev.cli.parsing import LANGUAGE, Answer, Context, Group, argument
from russianrev.exports import FILES, FOLDERS
from russianrev.text import table as aligned

GROUP = Group()
_ABOUT = argument("--about", metavar="NAME", help="an id, or any name in any script (left out: everything)")


@GROUP.command(
    "export",
    "The whole data set, or what is of one thing, in a form for other tools.",
    "csv --output tables/ --excel",
    argument("form", metavar="FORM", help=f"{', '.join([*FILES, *FOLDERS])}, or one that another package adds"),
    argument("--output", metavar="PATH", help="a file, or for tables a folder (left out: print the text)"),
    argument("--of", metavar="NAME", help="an id, or any name in any script (left out: everything)"),
    argument("--force", action="store_true", help="replace files that are there"),
    argument("--excel", action="store_true", help="csv: with a byte order mark, by which Excel knows UTF-8"),
    argument("--located", action="store_true", help="geojson: only places with coordinates"),
    argument("--namespace", metavar="IRI", help="jsonld, turtle: what the names of the records begin with"),
)
def _export(
    context: Context,
    form: str,
    output: str | None,
    of: str | None,
    force: bool,
    excel: bool,
    located: bool,
    namespace: str | None,
) -> Answer:
    options = {"excel": excel, "located": located, "namespace": namespace}
    given = {name: value for name, value in options.items() if value}
    text = context.dataset.export(form, output, of=of, overwrite=force, **given)
    return _written(output) if text is None else Answer(text, text, exact=True)


@GROUP.command(
    "tables",
    "The tables that `export csv` writes, with their rows; or the columns of one, with what they mean.",
    "events",
    argument("table", nargs="?", metavar="TABLE", help="one of them (left out: list them all)"),
)
def _tables(context: Context, table: str | None) -> Answer:
    from russianrev.tabular import SCHEMAS, tables

    if table is None:
        made = tables(context.dataset)
        sizes = {name: {"rows": len(each.rows), "columns": len(each.schema.columns)} for name, each in made.items()}
        rows = [(name, f"{size['rows']:,}", str(size["columns"])) for name, size in sizes.items()]
        return Answer(sizes, "\n".join(aligned([("table", "rows", "columns"), *rows])))
    if table not in SCHEMAS:
        raise ValueError(f"no table is called {table!r}; there are {', '.join(SCHEMAS)}")
    columns = SCHEMAS[table].columns
    value = [{"name": each.name, "type": str(each.type), "description": each.description} for each in columns]
    return Answer(value, "\n".join(aligned([tuple(each.values()) for each in value])))


@GROUP.command(
    "quiz",
    "Questions with four options each, and below them the answers with the passages that settle them.",
    "10 --about lenin --seed 1917",
    argument("n", type=int, help="how many questions"),
    argument("--seed", help="a number or a word: the same asks the same again"),
    argument("--kind", action="append", metavar="KIND", help="such as office; it may be said more than once"),
    argument("--level", choices=("basic", "all"), default="all", help="basic: on what most is said of (default: all)"),
    argument("--form", metavar="FORM", help="gift (Moodle), kahoot or quizlet"),
    argument("--output", metavar="FILE", help="the file for them (left out: print the text)"),
    _ABOUT,
    LANGUAGE,
)
def _quiz(
    context: Context,
    n: int,
    seed: str | None,
    kind: list[str] | None,
    level: Literal["basic", "all"],
    form: str | None,
    output: str | None,
    about: str | None,
    language: str,
) -> Answer:
    brief = form == "kahoot"
    made = context.dataset.quiz(n, seed=seed, about=about, language=language, kinds=kind, level=level, brief=brief)
    if form:
        from russianrev.exports.quizzes import write_quiz

        text = write_quiz(made, form, output)
        return Answer(text, text, exact=True) if text else _written(output)
    return Answer(made, f"{made}\n\nAnswers\n\n{made.key}")


@GROUP.command(
    "cards",
    "The questions as flashcards, in a file that Anki imports.",
    "--language ru --output cards.csv",
    argument("--output", metavar="FILE", help="a file (left out: print the text)"),
    _ABOUT,
    LANGUAGE,
)
def _cards(context: Context, output: str | None, about: str | None, language: str) -> Answer:
    text = context.dataset.flashcards(about=about, language=language)
    if output is None:
        return Answer(text, text, exact=True)
    Path(output).write_text(text, encoding="utf-8", newline="")
    return _written(output)


def _written(output: str | None) -> Answer:
    return Answer({"written": output}, f"written: {output}")
