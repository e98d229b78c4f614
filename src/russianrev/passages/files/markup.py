"""From a web page to its text: what a reader sees of it, each block a line."""

from __future__ import annotations

import re
from collections.abc import Mapping

from russianrev.errors import UnreadableError
from russianrev.extras import needs
from russianrev.passages.files.passed_over import Reason

_BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext
    pre search section summary table tbody td tfoot th thead tr ul xmp
    """.split()
)
"""What stands apart from what is before and after it; `br` ends a line too."""

_HIDDEN = frozenset(
    """
    audio canvas datalist head iframe noframes noscript rp rt script select style svg template textarea title video
    """.split()
)
"""What a page does not show of itself, and the small letters over Chinese and Japanese ones."""

_AS_WRITTEN = frozenset(("listing", "plaintext", "pre", "xmp"))
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PIECES = 2_000_000  # beginnings and ends of elements, and stretches of text between them, in a page at most
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def text_of_markup(markup: str) -> str:
    """Read the text of a page in HTML or XHTML: a line for each block, as far as it is shown.

    Raises `MissingExtraError` without the extra `documents`, and `UnreadableError` for a page of very many elements.

    >>> print(text_of_markup("<title>T</title><p>All <b>pow</b>er<br>to the<script>x</script> Soviets<p>Peace"))
    All power
    to the Soviets
    Peace
    """
    etree = needs("documents", "lxml.etree")
    # No tree is made, so that nothing is too deep or too large, such as a picture in the page; nor are entities.
    parser = etree.HTMLParser(target=_Shown(), encoding="utf-8", no_network=True, huge_tree=True)
    content = markup.removeprefix("\ufeff").encode("utf-8", "replace")
    shown: str = etree.fromstring(content, parser) if content else ""
    return shown


class _Shown:
    """Gathers what is shown, as the parser comes by it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._left = _PIECES
        self._hidden = 0  # elements that are open, from one that is not shown on
        self._as_written = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if self._hidden or tag in _HIDDEN or "hidden" in attributes or _NOT_SHOWN.search(attributes.get("style", "")):
            self._hidden += 1
        else:
            self._as_written += tag in _AS_WRITTEN
        self._part(tag)

    def end(self, tag: str) -> None:
        """End an element."""
        if self._hidden:
            self._hidden -= 1
        else:
            self._as_written -= tag in _AS_WRITTEN
        self._part(tag)

    def data(self, text: str) -> None:
        """Take up text."""
        self._count()
        if not self._hidden:
            self._pieces.append(text if self._as_written else _BLANKS.sub(" ", text))

    def close(self) -> str:
        """Put together what was shown."""
        lines = map(str.strip, "".join(self._pieces).split("\n"))
        return "\n".join(filter(None, lines))

    def _part(self, tag: str) -> None:
        self._count()
        if tag in _BLOCKS:
            self._pieces.append("\n")

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise UnreadableError(Reason.TOO_LARGE, f"a page may have {_PIECES:,} pieces")
