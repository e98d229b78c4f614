"""Elements of a page. What is shown is text or an attribute of an element, so that writing the tree escapes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

Child: TypeAlias = Element | str | None
"""What an element may hold; None is nothing."""

MOST = 60
"""How many rows or items a list shows."""

# What HTML cannot hold (controls, halves of surrogate pairs, noncharacters), and what would turn the direction of the
# text that follows. The marks that only act on their neighbours (U+200E, U+200F, U+061C) stay as they are.
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def shown(text: str) -> str:
    r"""Write a text as a page can show it: a character that it cannot show stands as its code point.

    >>> shown("a\x00b\u202ec")
    'a⟨U+0000⟩b⟨U+202E⟩c'
    """
    return _UNSHOWN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def element(tag: str, *children: Child, **attributes: str | None) -> Element:
    """Make an element with what it holds, in order; an attribute that is None is left out.

    >>> html(element("p", "Lenin & ", element("b", "<Trotsky>"), lang="en"))
    '<p lang="en">Lenin &amp; <b>&lt;Trotsky&gt;</b></p>'
    """
    made = Element(tag, {name.rstrip("_"): shown(value) for name, value in attributes.items() if value is not None})
    for child in children:
        if isinstance(child, Element):
            made.append(child)
        elif child and len(made):
            made[-1].tail = (made[-1].tail or "") + shown(child)
        elif child:
            made.text = (made.text or "") + shown(child)
    return made


def html(root: Element) -> str:
    """Write the tree as HTML."""
    return tostring(root, encoding="unicode", method="html")


def section(level: int, title: Child, *children: Child) -> Element | None:
    """Make a part of a page under a heading; nothing if it would hold nothing."""
    if not any(child is not None for child in children):
        return None
    return element("section", element(f"h{level}", title), *children)


def listed(items: Iterable[Element]) -> Element | None:
    """Make a list of items, each a `li`; nothing if there are none. A long one is cut, with a note of how many more."""
    every = list(items)
    if not every:
        return None
    return element("div", element("ul", *every[:MOST]), more(len(every)))


def table(caption: Child, head: Sequence[str], rows: Iterable[Sequence[Child]]) -> Element | None:
    """Make a table with headed columns, and rows headed by their first cell; nothing if there are no rows.

    A long one is cut, with a note of how many more rows there are.
    """
    every = list(rows)
    if not every:
        return None
    body = element("tbody", *(_row(row) for row in every[:MOST]))
    made = element("table", element("caption", caption), element("thead", header(head)), body)
    return element("div", made, more(len(every)))


def facts(caption: Child, rows: Iterable[tuple[str, Child]]) -> Element:
    """Make a table of what is known, each row with its heading; what is empty is left out."""
    known = (row for row in rows if row[1] is not None and row[1] != "")
    return element("table", element("caption", caption), element("tbody", *map(_row, known)))


def header(head: Sequence[str]) -> Element:
    """Make a row of headings of columns."""
    return element("tr", *(element("th", title, scope="col") for title in head))


def _row(cells: Sequence[Child]) -> Element:
    first, *rest = cells
    return element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in rest))


def more(number: int) -> Element | None:
    """Make the note under a list of so many that is cut; nothing if it is not."""
    return element("p", f"… and {number - MOST:,} more, not shown here") if number > MOST else None


def joined(children: Iterable[Child], between: str = ", ") -> Element | None:
    """Join several things in a line; nothing if there are none."""
    parts: list[Child] = [part for child in children if child is not None for part in (between, child)]
    return element("span", *parts[1:]) if parts else None
