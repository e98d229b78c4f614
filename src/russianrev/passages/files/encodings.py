"""From bytes to letters: the encodings that texts and web pages are in."""

from __future__ import annotations

import codecs
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
"""Controls that no text in an encoding of a byte a letter has: all but blanks, ends of line and of old files."""

_HEAD = 4096  # bytes in which a page says its encoding
_CHARSET = re.compile(
    rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
_KNOWN = re.compile(r"utf-8|cp\d+|iso8859-\d+|koi8-\w|gb\w+|big5\w*|euc_\w+|shift_jis\w*|mac-\w+")

# What browsers take these labels for: https://encoding.spec.whatwg.org/#names-and-labels.
_TAKEN_FOR = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}


def decode(content: bytes) -> str:
    """Read a text in UTF-8, in UTF-16 with a mark, or else in Windows-1252, in which Latin-1 can be read too.

    Raises `UnicodeDecodeError` for what is in none of them, or no text at all.
    """
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if NO_TEXT.search(content):
            raise
        return content.decode("windows-1252")


def decode_markup(content: bytes, charset: str | None = None) -> str:
    """Read a page by its mark, by what it was sent as, by what it says itself, or else as `decode` does.

    What is no letter in that encoding is replaced. Rule: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding.

    >>> decode_markup("<meta charset='windows-1251'><p>Петроград".encode("windows-1251"))[-9:]
    'Петроград'
    """
    if not content.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)):
        said = _CHARSET.search(content[:_HEAD])
        labels = (charset, (said[1] or said[2]).decode("ascii", "replace") if said else None)
        for label in filter(None, labels):
            if codec := _codec(label):
                return content.decode(codec, "replace")
    return decode(content)


def _codec(label: str) -> str | None:
    """Find the encoding that a label stands for; None if it is not one in which a page can say so."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _TAKEN_FOR.get(name, name)
    return name if _KNOWN.fullmatch(name) else None
