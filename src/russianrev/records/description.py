"""What to call a record at some length."""

from __future__ import annotations

from russianrev.records.model import Source


def description_of(source: Source) -> str:
    """Describe a source in a line: who, what, where, when.

    >>> import russianrev as rr
    >>> description_of(rr.sources["boden-review"])
    'Eric Boden, The Twilight of Bolshevism, Socialist Standard, no. 397, September 1937'
    """
    authors = [author.name for author in source.authors]
    where = (source.work.title if source.work else "", source.container)
    return ", ".join([*authors, *filter(None, (source.title, *where, str(source.date or "")))])
