"""The texts at hand, for showing passages again and again: read when they are first asked for, and when they change."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from russianrev.passages.documents import Documents
from russianrev.passages.files.folder import Listing, list_files
from russianrev.passages.store import places
from russianrev.records.base import Owner
from russianrev.records.model import Citation, Source
from russianrev.views import register


def at_hand(sources: Iterable[Source]) -> Documents:
    """Open the texts of these sources, and of all others of their data sets, where texts are at hand.

    Files are read only if they are others than the last time, by their names, sizes and times of change. Raises
    `NotADirectoryError` if there is nothing where the environment says.
    """
    return _open(tuple(dict.fromkeys(source.owner or source for source in sources)), list_files(*places()))


@lru_cache(maxsize=2)  # of a data set or two that are looked at by turns; the texts are kept in memory
def _open(holders: tuple[Owner | Source, ...], listing: Listing) -> Documents:
    sources: list[Source] = []
    for holder in holders:
        sources += [holder] if isinstance(holder, Source) else holder.records["source"]
    return Documents(sources, listing)


@register("passage", Citation)
def passage(citation: Citation) -> str:
    """Read the passage that a citation cites from what is at hand. Raises `DocumentError` and `NotADirectoryError`."""
    return at_hand([citation.source]).read(citation)
