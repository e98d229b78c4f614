"""Texts saved as people have them: web pages, pages with their pictures, and electronic books."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile


def as_html(paragraphs: Sequence[str], charset: str = "utf-8") -> bytes:
    """A web page, with a head, a menu, a script and what is not shown."""
    body = "\n".join(f"<p>{_marked(text)}</p>" for text in paragraphs)
    page = f"""<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>A page</title><style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li>About</li></ul></nav>
<script>var words = "<p>not a paragraph</p>";</script><div style="display: none">not shown</div>
<main>{body}</main></body></html>"""
    return page.encode(charset, "xmlcharrefreplace")


def _marked(text: str) -> str:
    """A paragraph with a word in italics, a part of a word too, and an end of line in the place of a blank."""
    half = len(text) // 2
    return f"<i>{escape(text[:half])}</i>{escape(text[half:])}".replace(" ", "\n", 1)


def as_mhtml(paragraphs: Sequence[str]) -> bytes:
    """A page saved with a picture, as browsers do."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Subject"] = "A page"
    message.set_content(as_html(paragraphs).decode(), subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG\r\n\x1a\n\x00" * 500, "image", "png")
    return message.as_bytes()


CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def as_epub(paragraphs: Sequence[str], parts: int = 3) -> bytes:
    """A book of a few parts, which lie in the archive in another order."""
    size = -(-len(paragraphs) // parts)
    chunks = [paragraphs[at : at + size] for at in range(0, len(paragraphs), size)]
    pages = {f"text/part {number}.xhtml": _xhtml(chunk) for number, chunk in enumerate(chunks)}
    return packed(pages)


def _xhtml(paragraphs: Sequence[str]) -> str:
    body = "".join(f'<p><a id="x"/>{_marked(text)}</p>' for text in paragraphs)
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
        f'<script src="x.js"/></head><body>{body}</body></html>'
    )


def packed(pages: dict[str, str], **others: str) -> bytes:
    """A book of these pages, in this order; `container` and `package` may be others."""
    items = "".join(
        f'<item id="p{number}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(pages)
    )
    refs = "".join(f'<itemref idref="p{number}"/>' for number in range(len(pages)))
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>'
        f'<item id="cover" href="cover.png" media-type="image/png"/>{items}</manifest>'
        f'<spine><itemref idref="cover"/><itemref idref="nothing"/>{refs}</spine></package>'
    )
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", compress_type=0)
        for name, page in reversed(pages.items()):
            archive.writestr(f"OEBPS/{name}", page)
        archive.writestr("OEBPS/package.opf", others.get("package", package))
        archive.writestr("META-INF/container.xml", others.get("container", CONTAINER.format("OEBPS/package.opf")))
    return content.getvalue()
