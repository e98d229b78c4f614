"""What a file is, known by how it begins and never by its name; and the text of what has one."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from enum import StrEnum
from io import FileIO
from typing import TYPE_CHECKING

from russianrev.errors import MissingExtraError, UnreadableError
from russianrev.passages.files.encodings import NO_TEXT, decode, decode_markup
from russianrev.passages.files.markup import text_of_markup
from russianrev.passages.files.passed_over import Reason, Room

if TYPE_CHECKING:
    from email.message import Message

LONGEST = 10_000_000
"""Characters of a text, at most: several books."""

_HEAD = 4096  # bytes by which it is known what a file is: what is no text is not read on
_PARTS = 10_000  # parts of a saved page, at most
_LINES = 2_000_000  # ends of line of a saved page, at most, of which CRLF is two

# How a page begins: https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type.
_HTML = re.compile(
    r"\s*<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|link)(?=[\s>/])"
    r"|\s*<!--|\s*<\?xml\b(?s:.*?)<html(?=[\s>])",
    re.IGNORECASE,
)
_HEADER = re.compile(r"[!-9;-~]+:[ \t]")  # of a message: https://www.rfc-editor.org/rfc/rfc5322#section-2.2


class Format(StrEnum):
    """What a file with a text is."""

    PLAIN = "plain text"
    HTML = "web page"
    MHTML = "saved web page"
    EPUB = "electronic book"


LARGEST = {Format.PLAIN: 20_000_000, Format.HTML: 20_000_000, Format.MHTML: 50_000_000, Format.EPUB: 50_000_000}
"""Bytes of a file, at most; the last two may have pictures in them."""


def read(file: FileIO, size: int, room: Room) -> tuple[bytes, str]:
    """Read a file of so many bytes, and the text that is in it.

    Raises `UnreadableError` if it has none, is too large, or takes more than the room that is left;
    `MissingExtraError`; and `OSError`.
    """
    content = file.read(_HEAD)
    form = _format_of(content)
    if form is Format.EPUB:
        from russianrev.passages.files.epub import check

        check(file, content, size)
    if size > LARGEST[form]:
        raise UnreadableError(Reason.TOO_LARGE, f"{size:,} bytes; a {form} may have {LARGEST[form]:,}")
    room.take(size)
    content += file.read(max(size - len(content), 0))
    return content, _text_of(content, form, room)


def _format_of(head: bytes) -> Format:
    """Tell from how a file begins what it is. Raises `UnreadableError` if it is no text."""
    if not head:
        raise UnreadableError(Reason.EMPTY)
    if head.startswith(b"PK\x03\x04"):
        return Format.EPUB
    beginning = _decode_head(head).removeprefix("\ufeff")
    if _HTML.match(beginning):
        return Format.HTML
    if _HEADER.match(beginning):
        from email.parser import BytesHeaderParser

        header = BytesHeaderParser().parsebytes(head)
        kind = header.get_content_type()
        if kind.startswith("multipart/") or (kind == "text/html" and "MIME-Version" in header):
            return Format.MHTML
    return Format.PLAIN


def _decode_head(head: bytes) -> str:
    """Decode how a file begins, which may end within a letter. Raises `UnreadableError` if it is no text."""
    is_wide = head.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    if head.startswith(b"%PDF-") or (b"\x00" in head and not is_wide):
        raise UnreadableError(Reason.NO_TEXT)
    try:
        return getincrementaldecoder("utf-16" if is_wide else "utf-8")().decode(head)
    except UnicodeDecodeError as error:
        if is_wide or NO_TEXT.search(head):
            raise UnreadableError(Reason.NO_TEXT) from error
        return head.decode("latin-1")


def _text_of(content: bytes, form: Format, room: Room) -> str:
    """Read the text of a file's content. Raises `UnreadableError` and `MissingExtraError`."""
    try:
        match form:
            case Format.EPUB:
                from russianrev.passages.files.epub import text_of_epub

                text = text_of_epub(content, room)
            case Format.MHTML:
                text = _text_of_page(content)
            case Format.HTML:
                text = text_of_markup(decode_markup(content))
            case _:
                text = decode(content)
    except (UnreadableError, MissingExtraError):
        raise
    except UnicodeDecodeError as error:
        raise UnreadableError(Reason.NO_TEXT) from error
    except Exception as error:  # of whatever kind: what the parsers are given may have been made by anybody
        raise UnreadableError(Reason.DAMAGED, str(error)) from error
    if not text.strip():
        raise UnreadableError(Reason.EMPTY, "" if form is Format.PLAIN else f"a {form} without text")
    if len(text) > LONGEST:
        raise UnreadableError(Reason.TOO_LARGE, f"{len(text):,} characters; a text may have {LONGEST:,}")
    return text


def _text_of_page(content: bytes) -> str:
    """Read the text of a page that was saved as a message, of which each frame is a part."""
    from email import message_from_bytes

    if content.count(b"\n--") > _PARTS or content.count(b"\n") + content.count(b"\r") > _LINES:
        raise UnreadableError(Reason.TOO_LARGE, f"a saved page may have {_PARTS:,} parts and {_LINES:,} ends of line")
    pages = [part for part in message_from_bytes(content).walk() if part.get_content_type() == "text/html"]
    if not pages:
        return decode(content)
    return "\n".join(text_of_markup(decode_markup(_payload(page), page.get_content_charset())) for page in pages)


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
