"""What to say of a record in a line or two."""

from __future__ import annotations

from collections.abc import Iterator

from russianrev.records.model import Source, Statement


def description_of(source: Source) -> str:
    """Describe a source in a line: who, what, where, when.

    >>> import russianrev as rr
    >>> description_of(rr.sources["boden-review"])
    'Eric Boden, The Twilight of Bolshevism, Socialist Standard, no. 397, September 1937'
    """
    authors = [author.name for author in source.authors]
    whole = source.work.title if source.work else source.container
    return ", ".join([*authors, *filter(None, (source.title, whole, str(source.date or "")))])


def notes_on(statement: Statement) -> Iterator[str]:
    r"""Say what belongs to a statement wherever it is shown: when, who says so, and how the editors read a misprint.

    >>> import russianrev as rr
    >>> print(*notes_on(rr.statements["roberts-excerpt:4.10"]), sep="\n")
    January 1928, printed “In January 1928”
    """
    if statement.date:
        printed = statement.date_printed
        yield (
            f"{statement.date}, printed “{printed}”"
            if printed not in ("", str(statement.date))
            else str(statement.date)
        )
    if statement.said_by:
        yield f"said by {statement.said_by.label}"
    for reading in statement.readings:
        yield f"“{reading.printed}” is read as “{reading.read_as}” ({reading.certainty}): {reading.reason}"
