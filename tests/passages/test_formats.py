"""A file is known by how it begins; of a page or a book the text is what a reader sees of it."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_texts import invented
from texts_saved import CONTAINER, as_epub, as_html, as_mhtml, packed

from russianrev.errors import MissingExtraError, UnreadableError
from russianrev.passages.document import Document
from russianrev.passages.files import encodings, formats
from russianrev.passages.files.encodings import decode_markup
from russianrev.passages.files.markup import text_of_markup
from russianrev.passages.files.passed_over import Reason, Room
from russianrev.passages.tracks.letters import letters

PARAGRAPHS = invented(11)

Opened = Callable[[bytes], Document]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Opens what a file has, whose name says nothing."""

    def open(content: bytes) -> Document:
        (tmp_path / "file").write_bytes(content)
        return Document.open(tmp_path / "file")

    return open


def refused(opened: Opened, content: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        opened(content)
    return caught.value


def shown(markup: str) -> list[str]:
    return text_of_markup(markup).split("\n")


# What is known by its content.


@pytest.mark.parametrize("save", [as_html, as_mhtml, as_epub])
@given(st.integers(0, 1000), st.booleans())
@settings(max_examples=5)
def test_a_page_or_a_book_has_the_letters_of_its_text_a_paragraph_a_line(
    save: Callable[[list[str]], bytes], tmp_path_factory: pytest.TempPathFactory, seed: int, chinese: bool
) -> None:
    paragraphs = invented(seed, chinese=chinese)
    path = tmp_path_factory.mktemp("saved") / "x.txt"
    path.write_bytes(save(paragraphs))
    found = [letters(text).text for text in Document.open(path).paragraphs]
    assert [text for text in found if text not in ("home", "about")] == [letters(text).text for text in paragraphs]


@pytest.mark.parametrize(
    "beginning",
    [
        "<!DOCTYPE html>",
        "\n <!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        "<html>",
        "<HTML lang='en'>",
        "<!-- saved from url=(0014)about:internet -->",
        "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html>\n<html xmlns='http://www.w3.org/1999/xhtml'>",
        "\ufeff<meta charset='utf-8'>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_web_page_is_known_by_how_it_begins(opened: Opened, beginning: str, encoding: str) -> None:
    assert opened(f"{beginning}<p>One<p>Two".encode(encoding)).paragraphs == ("One", "Two")


@pytest.mark.parametrize(
    "text", ["<b1>\nno page", "Title: <html>", "a < b", "<?xml?><poem>", "Content-Type: text/html"]
)
def test_what_only_has_marks_in_it_is_plain_text(opened: Opened, text: str) -> None:
    assert opened(text.encode()).content == text


def test_a_message_without_a_page_is_plain_text(opened: Opened) -> None:
    text = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nHello\n--x--\n"
    assert opened(text.encode()).content == text


def test_a_page_in_one_part_is_read_in_the_encoding_that_it_was_sent_in(opened: Opened) -> None:
    header = "Subject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=koi8-r\n\n"
    assert opened(f"{header}<p>Петроград</p>".encode("koi8-r")).content == "Петроград"


def test_the_frames_of_a_saved_page_are_read_one_after_the_other(opened: Opened) -> None:
    part = "--x\nContent-Type: text/html\n\n<p>{}\n"
    empty = "--x\nContent-Type: text/html\nContent-Type: message/rfc822\n\n\n"
    text = f"Content-Type: multipart/related; boundary=x\n\n{part.format('One')}{part.format('Two')}{empty}--x--\n"
    assert opened(text.encode()).paragraphs == ("One", "Two")


def test_a_documents_digest_is_of_the_file_as_it_is(opened: Opened) -> None:
    from hashlib import sha256

    content = as_epub(PARAGRAPHS)
    assert opened(content).sha256 == sha256(content).hexdigest()


# What a page shows.


def test_blocks_and_ends_of_line_separate_and_nothing_else_does() -> None:
    assert shown("<p>Pe<b>tro</b>g<!-- x -->rad<br>is<wbr> <i>hungry</i><div>and</div>cold<td>one<td>two") == [
        "Petrograd",
        "is hungry",
        "and",
        "cold",
        "one",
        "two",
    ]


def test_ends_of_line_within_a_block_are_blanks_but_where_all_is_as_written() -> None:
    assert shown("<p>All\n  power\n<pre>to\n the</pre>\nSoviets") == ["All power", "to", "the", "Soviets"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template><p>x</p></template>",
        "<p hidden>x<b>y</b></p>",
        "<div style='DISPLAY : none'>x<img><br>y</div>",
        "<noscript><p>x</p></noscript>",
        "<ruby><rp>(</rp><rt>x</rt><rp>)</rp></ruby>",
        "<svg><text>x</text></svg>",
        "<script/>",
        "<!-- <p>x</p> -->",
    ],
)
def test_what_is_not_shown_is_left_out(hidden: str) -> None:
    assert shown(f"<title>T</title><p>One{hidden}</p><p>Two") == ["One", "Two"]


def test_characters_by_their_names_are_read() -> None:
    assert shown("<p>&eacute;t&#233;&nbsp;&#x416; &mdash; &amp;amp; &unknown;") == ["été\xa0Ж — &amp; &unknown;"]


def test_an_entity_that_a_page_makes_up_is_not_put_in_its_place() -> None:
    entities = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10 if n else 'ha'}'>" for n in range(12))
    made = f"<!DOCTYPE html [{entities}<!ENTITY f SYSTEM 'file:///etc/passwd'>]><html><body><p>x &a11; &f;</p></html>"
    text = text_of_markup(made)
    assert len(text) < 5000
    assert "root:" not in text


@pytest.mark.parametrize("markup", ["", " ", "<", "\x00", "<p", "</p></p>", "<p>" * 50_000, "<b><p>" * 5_000, "&#0;"])
def test_any_markup_has_a_text(markup: str) -> None:
    assert isinstance(text_of_markup(markup), str)


@given(st.text())
def test_any_text_can_be_read_as_a_page(text: str) -> None:
    text_of_markup(text)


@pytest.mark.parametrize("depth", [300, 100_000])
def test_no_nesting_is_too_deep(depth: int) -> None:
    assert shown("<div>" * depth + "hello" + "</div>" * depth + "<p>tail") == ["hello", "tail"]


def test_a_picture_within_a_page_hides_nothing() -> None:
    assert shown(f"<p>One<img src='data:image/png;base64,{'A' * 12_000_000}'><p>Two") == ["One", "Two"]


# Encodings.


@pytest.mark.parametrize(
    ("markup", "encoding"),
    [
        ("<meta charset=windows-1251>Ж", "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">Ж', "koi8-r"),
        ("<?xml version='1.0' encoding='windows-1251'?>Ж", "windows-1251"),
        ("<meta charset='gb2312'>镕", "gb18030"),
        ("<meta charset='iso-8859-1'>“", "windows-1252"),
        ("<meta charset='utf-16'>Ж", "utf-8"),
        ("<meta charset='rot13'>Ж", "utf-8"),
        ("<meta charset='unicode_escape'>Ж\\", "utf-8"),
        ("<meta charset='nothing'>é", "windows-1252"),
        ("<meta charset='koi8-r'>Ж", "utf-16"),
        ("<meta charset='koi8-r'>Ж", "utf-8-sig"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_is_in(markup: str, encoding: str) -> None:
    assert decode_markup(markup.encode(encoding)).removeprefix("\ufeff") == markup


def test_what_a_page_was_sent_as_goes_before_what_it_says() -> None:
    assert decode_markup("<meta charset='koi8-r'>Ж".encode("windows-1251"), "windows-1251")[-1] == "Ж"


def test_a_letter_that_is_none_is_replaced() -> None:
    assert decode_markup(b"<meta charset='utf-8'>a\xffb") == "<meta charset='utf-8'>a\ufffdb"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_name_of_an_encoding_can_be_looked_up(label: str) -> None:
    encodings.decode_markup(b"x", label)


# What is refused.


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \n\t", Reason.EMPTY),
        (b"<html><body><script>x</script></body></html>", Reason.EMPTY),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Reason.NO_TEXT),
        (bytes(10_000), Reason.NO_TEXT),
        (b"text\x00text", Reason.NO_TEXT),
        (b"%PDF-1.4\nall in letters", Reason.NO_TEXT),
        (b"\xff\xfe\x00\xd8", Reason.NO_TEXT),
        (b"\xff\xfe\x00\xd8\x00\x00", Reason.NO_TEXT),
        (b"\x89\x01", Reason.NO_TEXT),
        (b"text" * 2000 + b"\x00\xff", Reason.NO_TEXT),
        (b"<p>" + b"text" * 2000 + b"\x00\xff", Reason.NO_TEXT),
        (b"PK\x03\x04 and nothing more", Reason.NO_TEXT),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(opened: Opened, content: bytes, reason: Reason) -> None:
    assert refused(opened, content).reason is reason


def test_many_blanks_may_stand_before_a_text(opened: Opened) -> None:
    assert opened(b"\n" * 10_000 + b"text").paragraphs == ("text",)


def test_a_text_that_is_too_long_is_refused(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "LONGEST", 10)
    assert str(refused(opened, b"eleven more")) == "too large (11 characters; a text may have 10)"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"text" * 2000)
    with path.open("ab") as file:
        file.truncate(30_000_000)
    with pytest.raises(UnreadableError, match=r"too large .30,000,000 bytes; a plain text may have 20,000,000"):
        Document.open(path)


def test_a_file_is_read_only_if_there_is_room_for_it(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_bytes(b"text")
    room = Room(7)
    assert Document.open(path, room).content == "text"
    with pytest.raises(UnreadableError, match="beyond what is read at once"):
        Document.open(path, room)


def test_a_saved_page_of_very_many_parts_is_refused(opened: Opened) -> None:
    page = b"Content-Type: multipart/related; boundary=x\n" + b"\n--x" * 10_001
    assert refused(opened, page).reason is Reason.TOO_LARGE


def test_a_saved_page_of_very_many_lines_is_refused(opened: Opened) -> None:
    page = b"Content-Type: multipart/related; boundary=x\n" + b"\r\n" * 1_000_001
    assert refused(opened, page).reason is Reason.TOO_LARGE


@pytest.mark.parametrize("markup", ["<b>", "<", "<br>"])
def test_a_page_of_very_many_elements_is_refused(opened: Opened, markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("russianrev.passages.files.markup._PIECES", 1000)
    page = f"<p>{markup * 1100}".encode()
    assert str(refused(opened, page)) == "too large (a page may have 1,000 pieces)"


def test_parts_within_parts_without_end_are_refused(opened: Opened) -> None:
    parts = "".join(f"Content-Type: multipart/related; boundary=x{number}\n\n--x{number}\n" for number in range(2000))
    assert refused(opened, parts.encode()).reason is Reason.DAMAGED


def test_what_is_refused_can_be_told_from_another_process() -> None:
    import pickle

    error = UnreadableError(Reason.DAMAGED, "why")
    assert str(pickle.loads(pickle.dumps(error))) == str(error) == "damaged (why)"


# Books.


def zipped(**files: bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, each in files.items():
            archive.writestr(name, each)
    return content.getvalue()


def test_the_parts_of_a_book_come_in_the_order_in_which_they_are_read_and_each_once(opened: Opened) -> None:
    pages = {"b.xhtml": "<p>One", "a.xhtml": "<p>Two", "./b.xhtml": "<p>Three"}
    assert opened(packed(pages)).paragraphs == ("One", "Two")


def test_another_archive_is_no_text(opened: Opened) -> None:
    assert refused(opened, zipped(a=b"text")).reason is Reason.NO_TEXT
    assert refused(opened, zipped(a=b"text") + b"x" * 70_000).reason is Reason.NO_TEXT


def test_a_book_that_was_cut_short_is_damaged(opened: Opened) -> None:
    assert refused(opened, as_epub(PARAGRAPHS)[:2000]).reason is Reason.DAMAGED


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=40))
@settings(max_examples=60)
def test_a_book_with_any_bytes_changed_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, at: int, noise: bytes
) -> None:
    content = as_epub(PARAGRAPHS[:3])
    at %= len(content)
    path = tmp_path_factory.mktemp("noise") / "book"
    path.write_bytes(content[:at] + noise + content[at + len(noise) :])
    with suppress(UnreadableError):
        assert Document.open(path).paragraphs


@pytest.mark.parametrize(
    "others",
    [
        {"container": "<container/>"},
        {"container": "no XML"},
        {"container": CONTAINER.format("nowhere.opf")},
        {"container": CONTAINER.format("../../../etc/passwd")},
        {"package": "<package/>"},
        {"package": "<package"},
    ],
)
def test_a_book_that_does_not_say_what_is_in_it_is_damaged(opened: Opened, others: dict[str, str]) -> None:
    assert refused(opened, packed({"a.xhtml": "<p>x"}, **others)).reason is Reason.DAMAGED


def test_no_path_leads_out_of_a_book(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "secret.xhtml").write_text("<p>secret", encoding="utf-8")
    package = (
        "<package><manifest>"
        f"<item id='a' href='../../../../{tmp_path}/secret.xhtml' media-type='text/html'/>"
        f"<item id='b' href='file://{tmp_path}/secret.xhtml' media-type='text/html'/>"
        "<item id='c' href='x.xhtml' media-type='text/html'/></manifest>"
        "<spine><itemref idref='a'/><itemref idref='b'/><itemref idref='c'/></spine></package>"
    )
    assert opened(packed({"x.xhtml": "<p>open"}, package=package)).content == "open"


@pytest.mark.parametrize(("depth", "is_damaged"), [(2, False), (12, True)])
@pytest.mark.parametrize("within", ["title='&a;'", ">&a;</item><item "])
def test_entities_of_a_book_are_left_out_and_if_they_grow_it_is_damaged(
    opened: Opened, depth: int, is_damaged: bool, within: str
) -> None:
    entities = "".join(
        f"<!ENTITY a{'' if n == depth - 1 else n} '{f'&a{n - 1};' * 10 if n else 'ha'}'>" for n in range(depth)
    )
    package = (
        f"<!DOCTYPE package [{entities}<!ENTITY f SYSTEM 'file:///etc/passwd'>]><package><manifest>"
        f"<item id='c' href='x.xhtml' media-type='text/html' {within}/></manifest>"
        "<spine>&f;<itemref idref='c'/></spine></package>"
    )
    content = packed({"x.xhtml": "<p>open"}, package=package)
    if is_damaged:
        assert refused(opened, content).reason is Reason.DAMAGED
    else:
        assert opened(content).content == "open"


def test_a_book_that_unpacks_to_very_much_is_refused_unread(opened: Opened) -> None:
    assert refused(opened, packed({"x.xhtml": "<p>" + " " * 21_000_000})).reason is Reason.TOO_LARGE
    assert refused(opened, packed({"x": "<p>"}, container=" " * 5_000_000)).reason is Reason.DAMAGED


def test_of_a_book_that_lies_about_its_size_no_more_is_unpacked(opened: Opened) -> None:
    content = packed({"x.xhtml": "<p>" + "word " * 100_000})
    size, lie = (500_003).to_bytes(4, "little"), (103).to_bytes(4, "little")
    assert content.count(size) == 2
    assert refused(opened, content.replace(size, lie)).reason is Reason.DAMAGED


def test_unpacked_too_a_book_must_have_room(tmp_path: Path) -> None:
    path = tmp_path / "book"
    path.write_bytes(packed({"x.xhtml": "<p>" + "word " * 100_000}))
    with pytest.raises(UnreadableError, match="beyond what is read at once"):
        Document.open(path, Room(400_000))


def test_parts_that_are_encrypted_are_no_text(opened: Opened) -> None:
    assert refused(opened, packed({"x.xhtml": "\x00\x01\x02"})).detail == "its parts are encrypted, or are no pages"


def test_what_is_packed_in_a_way_that_no_book_is_is_damaged(opened: Opened) -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("META-INF/container.xml", "x" * 1000)
    assert refused(opened, content.getvalue()).reason is Reason.DAMAGED


def test_an_archive_with_a_very_long_list_is_not_read(opened: Opened) -> None:
    content = bytearray(as_epub(PARAGRAPHS))
    content[-10:-6] = (5_000_000).to_bytes(4, "little")
    assert refused(opened, bytes(content)).reason is Reason.DAMAGED
    assert refused(opened, b"PK\x03\x04" + bytes(5_000_000) + bytes(content[-22:])).reason is Reason.NO_TEXT


# Without the library.


@pytest.mark.parametrize("save", [as_html, as_mhtml, as_epub])
def test_without_the_extra_it_is_said_which_is_needed(
    opened: Opened, save: Callable[[list[str]], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingExtraError, match=r"russianrev\[documents\]"):
        opened(save(PARAGRAPHS))
