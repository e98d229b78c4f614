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


def attribution_of(statement: Statement) -> str:
    """Say when what a statement tells of was, with the printed date if that has other words, and whose view it is.

    >>> import russianrev as rr
    >>> attribution_of(rr.statements["roberts-excerpt:4.10"])
    'January 1928, printed “In January 1928”'
    """
    when = str(statement.date or "")
    if statement.date_printed not in ("", when):
        when = f"{when}, printed “{statement.date_printed}”".removeprefix(", ")
    return "; ".join(filter(None, (when, f"said by {statement.said_by.label}" if statement.said_by else "")))


def corrections_of(statement: Statement) -> Iterator[str]:
    """Say how the editors read what a statement's passage misprints or mistakes."""
    for reading in statement.readings:
        yield f"“{reading.printed}” is read as “{reading.read_as}” ({reading.certainty}): {reading.reason}"
