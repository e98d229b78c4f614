"""From an electronic book to its text: the parts of its spine, in their order.

Rules: https://www.w3.org/TR/epub-33/ for the packages, https://www.w3.org/TR/epub-33/#sec-ocf for the container.
"""

from __future__ import annotations

import posixpath
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from io import BytesIO, FileIO
from typing import Any
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from russianrev.errors import UnreadableError
from russianrev.extras import needs
from russianrev.passages.files.encodings import NO_TEXT, decode_markup
from russianrev.passages.files.markup import text_of_markup
from russianrev.passages.files.passed_over import Reason, Room

_CONTAINER = "META-INF/container.xml"
_MIMETYPE = b"mimetypeapplication/epub+zip"
_PAGE = re.compile(r"html|oeb1-document")  # in the media type of a part with text; the second before EPUB 2
_NAMES = 4_000_000  # bytes of the list of what is in the archive, at most
_XML = 4_000_000  # bytes of the files that say what is where, at most
_PARTS = 20_000_000  # bytes of all parts with text, at most
_END = 22  # bytes of the record at the end of an archive
_COMMENT = 65_535  # bytes that may follow it


def check(file: FileIO, head: bytes, size: int) -> None:
    """Tell from the list at the end of an archive that it is a book. Raises `UnreadableError` if it is not.

    The file is left where it was.
    """
    here = file.tell()
    said = _MIMETYPE in head[:100]
    file.seek(max(size - _END - _COMMENT, 0))
    tail = file.read(_END + _COMMENT)
    end = tail.rfind(b"PK\x05\x06")
    length = int.from_bytes(tail[end + 12 : end + 16], "little")
    start = size - len(tail) + end - length
    if end < 0 or start < 0:
        raise UnreadableError(Reason.DAMAGED if said else Reason.NO_TEXT, "an archive without its end")
    if length <= _NAMES:
        file.seek(start)
        said = _CONTAINER.encode() in file.read(length)
    if length > _NAMES or not said:
        raise UnreadableError(Reason.NO_TEXT, "an archive")
    file.seek(here)


def text_of_epub(content: bytes, room: Room) -> str:
    """Read the text of a book. Raises `UnreadableError`, `MissingExtraError`, and what a broken archive raises."""
    with ZipFile(BytesIO(content)) as archive:
        parts = _list_parts(archive)
        size = sum(part.file_size for part in parts)
        if size > _PARTS:
            raise UnreadableError(Reason.TOO_LARGE, f"{size:,} bytes unpacked; the parts of a book may have {_PARTS:,}")
        room.take(size)
        return "\n".join(filter(None, (_text_of(_read(archive, part)) for part in parts)))


def _text_of(part: bytes) -> str:
    if NO_TEXT.search(part) and not part.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        raise UnreadableError(Reason.DAMAGED, "its parts are encrypted, or are no pages")
    return text_of_markup(decode_markup(part))


def _list_parts(archive: ZipFile) -> list[ZipInfo]:
    """List the parts of a book that are there, each once, in the order in which they are read."""
    there = {each.filename: each for each in archive.infolist()}
    package = _parse(archive, there.get(_CONTAINER)).xpath("string(//*[local-name()='rootfile']/@full-path)")
    root = _parse(archive, there.get(package))
    folder = posixpath.dirname(package)
    names = {
        item.get("id"): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in root.iter("{*}item")
        if _PAGE.search(item.get("media-type", ""))
    }
    spine = dict.fromkeys(names.get(item.get("idref")) for item in root.iter("{*}itemref"))
    parts = [there[name] for name in spine if name in there]
    if not parts:
        raise UnreadableError(Reason.DAMAGED, "a book without parts")
    return parts


def _parse(archive: ZipFile, file: ZipInfo | None) -> Any:
    """Parse a file that says what is where; nothing that it refers to is fetched, or put in its place."""
    etree = needs("documents", "lxml.etree")
    if file is None or file.file_size > _XML:
        raise UnreadableError(Reason.DAMAGED, "a book that does not say what is in it")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(_read(archive, file), parser)


def _read(archive: ZipFile, file: ZipInfo) -> bytes:
    """Read a file, and no more of it than it is said to have: what is packed may be a thousand times as long."""
    if file.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnreadableError(Reason.DAMAGED, "packed in a way that no book is")
    with archive.open(file) as opened:
        return opened.read(file.file_size)
