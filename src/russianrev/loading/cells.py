"""Cells of CSV files: how texts are kept from being taken for formulas, and how a cell is read by its type.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, even within quotes, and a formula may
fetch a page or run a program. So such a text is written with an apostrophe before it, and so is one which would then
look as if it had got one. Rule: https://owasp.org/www-community/attacks/CSV_Injection.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

_FORMULA = tuple("=+-@＝＋－＠")
_CONTROL = tuple("\t\r\n")
_FLAGS = {"true": True, "false": False}


def guarded(text: str) -> str:
    """Write a text as a cell: with an apostrophe before it, if a spreadsheet could take it for a formula.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("1917"), guarded("'tis")
    ("'=1+1", "''=1+1", '1917', "'tis")
    """
    return f"'{text}" if _looks_like_formula(text) else text


def unguarded(cell: str) -> str:
    """Read the text that was written as this cell.

    >>> unguarded("'=1+1"), unguarded("''=1+1"), unguarded("1917"), unguarded("'tis")
    ('=1+1', "'=1+1", '1917', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _looks_like_formula(cell) else cell


def _looks_like_formula(text: str) -> bool:
    """Tell whether it is one, or would be without the apostrophes before it."""
    bare = text.lstrip("'")
    return bare.startswith(_CONTROL) or bare.lstrip().startswith(_FORMULA)


_READERS: Mapping[str, tuple[Callable[[str], Any], str]] = {
    "integer": (int, "a whole number"),
    "number": (float, "a number"),
    "boolean": (lambda cell: _FLAGS[cell.lower()], "true or false"),
}


def read_cell(cell: str, type: str) -> Any:
    """Read a cell by the type that the Table Schema names; one that is empty is null.

    Raises `ValueError`, which says what is wanted.

    >>> read_cell("TRUE", "boolean"), read_cell("400.0", "number"), read_cell("'-5", "string"), read_cell("", "integer")
    (True, 400.0, '-5', None)
    """
    if cell == "":
        return None
    if type not in _READERS:
        return unguarded(cell)
    read, wanted = _READERS[type]
    try:
        return read(cell)
    except (ValueError, KeyError):
        raise ValueError(f"wanted: {wanted}") from None
