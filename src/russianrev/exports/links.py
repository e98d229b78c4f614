"""Citations in the HTML of other tools."""

from __future__ import annotations

from html import escape

from russianrev.records.model import Citation


def link(citation: Citation) -> str:
    """Write a citation's locator, which leads to the passage if it has an address; everything is escaped.

    >>> import russianrev as rr
    >>> print(link(rr.statements["boden-review:13.9"].citation).partition(">")[2])
    boden-review ¶13 [436–460] “Smilga, an Oppositionist …”</a>
    """
    locator = escape(citation.locator)
    return f'<a href="{escape(citation.url)}">{locator}</a>' if citation.url else locator
