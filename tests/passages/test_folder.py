"""What is in a folder is read or passed over, and what is passed over is named; nothing waits, nothing is raised."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts_saved import as_epub, as_html

from russianrev.errors import MissingExtraError
from russianrev.passages.document import Document
from russianrev.passages.files import folder, formats
from russianrev.passages.files.folder import list_files, read_texts
from russianrev.passages.files.passed_over import PassedOver, Reason, Room, passed_over_lines
from russianrev.passages.files.screening import grains_of
from russianrev.passages.tracks.fingerprints import ALPHABETIC, IDEOGRAPHIC
from russianrev.text import WIDTH, columns

needs_unix = pytest.mark.skipif(os.name != "posix", reason="pipes and sockets are files on Unix alone")


def look(*places: Path) -> tuple[list[str], dict[str, Reason]]:
    """The names of the texts that are found, and the reasons why others are passed over."""
    listing = list_files(*places)
    texts, passed_over = read_texts(listing.files)
    reasons = {each.path.name: each.reason for each in (*listing.passed_over, *passed_over)}
    assert len(texts) + len(reasons) == len(listing.files) + len(listing.passed_over)
    return [text.path.name for text in texts if text.path], reasons


# Where texts are looked for.


def test_texts_are_found_in_folders_within_in_order_of_name(empty: Path) -> None:
    for name in ("b", "a/z", "a/b/c", "c", "aa"):
        (empty / name).parent.mkdir(parents=True, exist_ok=True)
        (empty / name).write_text(name, encoding="utf-8")
    assert look(empty) == (["aa", "b", "c", "z", "c"], {})


def test_places_are_looked_at_in_order_and_may_be_files(empty: Path) -> None:
    for name in ("a", "b"):
        (empty / name).write_text(name, encoding="utf-8")
    assert look(empty / "b", empty) == (["b", "a", "b"], {})


def test_a_place_may_be_a_link(empty: Path) -> None:
    (empty / "folder").mkdir()
    (empty / "folder" / "a").write_text("a", encoding="utf-8")
    (empty / "link").symlink_to(empty / "folder", target_is_directory=True)
    assert look(empty / "link") == (["a"], {})


def test_a_place_where_nothing_is_is_an_error(empty: Path) -> None:
    (empty / "link").symlink_to(empty / "nowhere")
    for name in ("nowhere", "link"):
        with pytest.raises(NotADirectoryError, match=f"no folder of documents at .*{name}"):
            list_files(empty / name)


def test_a_listing_is_the_same_until_a_file_changes(empty: Path) -> None:
    (empty / "a").write_text("a", encoding="utf-8")
    before = list_files(empty)
    assert (before == list_files(empty), hash(before) == hash(list_files(empty))) == (True, True)
    os.utime(empty / "a", ns=(0, 0))
    assert list_files(empty) != before


# What is passed over.


def test_links_are_not_followed_though_they_lead_in_a_circle(empty: Path) -> None:
    (empty / "within").mkdir()
    (empty / "within" / "circle").symlink_to(empty, target_is_directory=True)
    (empty / "zero").symlink_to("/dev/zero")
    (empty / "broken").symlink_to("nowhere")
    assert look(empty) == ([], dict.fromkeys(("circle", "zero", "broken"), Reason.LINK))


@needs_unix
def test_pipes_and_sockets_are_passed_over_and_nothing_waits_for_them(empty: Path) -> None:
    os.mkfifo(empty / "pipe")
    with socket.socket(socket.AF_UNIX) as bound:
        here = Path.cwd()
        os.chdir(empty)  # the path of a socket must be short
        bound.bind("socket")
        os.chdir(here)
        assert look(empty) == ([], {"pipe": Reason.NO_FILE, "socket": Reason.NO_FILE})
    assert look(empty / "pipe") == ([], {"pipe": Reason.NO_FILE})
    assert look(Path(os.devnull)) == ([], {"null": Reason.NO_FILE})


@needs_unix
def test_a_file_that_became_a_pipe_is_passed_over_too(empty: Path) -> None:
    (empty / "a").write_text("a", encoding="utf-8")
    listing = list_files(empty)
    (empty / "a").unlink()
    os.mkfifo(empty / "a")
    assert [each.reason for each in read_texts(listing.files)[1]] == [Reason.NO_FILE]


def test_a_file_that_has_gone_is_named(empty: Path) -> None:
    (empty / "a").write_text("a", encoding="utf-8")
    listing = list_files(empty)
    (empty / "a").unlink()
    assert read_texts(listing.files) == (
        [],
        [PassedOver(empty / "a", Reason.UNREADABLE, "No such file or directory")],
    )


def test_a_file_that_grew_is_read_as_far_as_it_went(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = empty / "a"
    path.write_text("a" * 10_000, encoding="utf-8")
    read = formats.read

    def grow(file: Any, size: int, room: Room) -> tuple[bytes, str]:
        with path.open("a", encoding="utf-8") as other:
            other.write("b" * 10_000)
        return read(file, size, room)

    monkeypatch.setattr("russianrev.passages.document.read", grow)
    assert Document.open(path).content == "a" * 10_000


def test_what_may_not_be_read_is_named(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (empty / "a").write_text("a", encoding="utf-8")
    (empty / "locked").mkdir()
    (empty / "locked" / "b").write_text("b", encoding="utf-8")
    scan, open = os.scandir, os.open

    def refuse(path: Any, *others: Any) -> Any:
        if os.fspath(path).endswith(("locked", "a")):
            raise PermissionError(13, "Permission denied")
        return (open if others else scan)(path, *others)

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(os, "open", refuse)
    assert look(empty) == ([], {"a": Reason.UNREADABLE, "locked": Reason.UNREADABLE})


def test_what_goes_while_a_folder_is_listed_is_named(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        name, path = "gone", str(empty / "gone")

        def is_symlink(self) -> bool:
            raise FileNotFoundError

    class Scanned:
        def __enter__(self) -> Iterator[Gone]:
            return iter([Gone()])

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(os, "scandir", lambda _: Scanned())
    assert look(empty) == ([], {"gone": Reason.UNREADABLE})


def test_what_is_no_text_is_passed_over_for_its_reason(empty: Path) -> None:
    contents = {
        "empty": (b"", Reason.EMPTY),
        "picture": (b"\x89PNG\r\n\x1a\n\x00", Reason.NO_TEXT),
        "portable": (b"%PDF-1.7", Reason.NO_TEXT),
        "book": (as_epub(["One."])[:200], Reason.DAMAGED),
    }
    for name, (content, _) in contents.items():
        (empty / name).write_bytes(content)
    (empty / "large").touch()
    os.truncate(empty / "large", 10**11)
    reasons = {name: reason for name, (_, reason) in contents.items()}
    assert look(empty) == ([], reasons | {"large": Reason.NO_TEXT})


def test_a_text_that_needs_an_extra_says_which(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lack(path: Path, room: Room) -> Document:
        raise MissingExtraError("this needs lxml")

    monkeypatch.setattr(Document, "open", lack)
    (empty / "page").write_bytes(as_html(["One."]))
    assert read_texts(list_files(empty).files)[1] == [PassedOver(empty / "page", Reason.NEEDS_EXTRA, "this needs lxml")]


# Bounds.


def test_of_texts_beyond_the_room_none_is_read(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "ALL", 10)
    for name in ("a", "b", "c"):
        (empty / name).write_text("x" * (6 if name < "c" else 4), encoding="utf-8")
    assert look(empty) == (["a", "c"], {"b": Reason.BEYOND})


def test_of_very_many_files_the_rest_is_not_looked_at_and_it_is_said_where(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_MOST", 4)
    for name in ("a/1", "a/2", "b/1", "b/2", "c/1"):
        (empty / name).parent.mkdir(exist_ok=True)
        (empty / name).write_text(name, encoding="utf-8")
    assert look(empty) == ([], {"a": Reason.TOO_MANY})
    assert look(empty / "a", empty / "b") == (["1", "2", "1", "2"], {})


# How it is told.


def test_what_is_passed_over_is_told_reason_by_reason() -> None:
    found = [PassedOver(Path(f"picture {number}"), Reason.NO_TEXT) for number in range(5)]
    found.append(PassedOver(Path("book"), Reason.DAMAGED, "without its end"))
    assert passed_over_lines(found) == [
        "  not a text: picture 0, picture 1, picture 2 and 2 others",
        "  damaged: book (without its end)",
    ]
    assert [str(each) for each in found[-2:]] == ["picture 4: not a text", "book: damaged (without its end)"]


@given(st.lists(st.builds(PassedOver, st.builds(Path, st.text("ab/", max_size=300)), st.sampled_from(Reason))))
def test_no_line_is_wider_than_a_terminal(found: list[PassedOver]) -> None:
    assert all(columns(line) <= WIDTH for line in passed_over_lines(found))


# What can be told at a glance.


@pytest.mark.parametrize(
    ("text", "grains"),
    [
        ("All power to the Soviets! " * 50, {ALPHABETIC}),
        ("Вся власть Советам! " * 50, {ALPHABETIC}),
        ("一切权力归苏维埃！" * 50, {IDEOGRAPHIC}),
        ("Tất cả chính quyền về tay Xô viết! " * 50, {ALPHABETIC}),
        ("Ta\u0302\u0301t ca\u0309 chi\u0301nh quye\u0302\u0300n ve\u0302\u0300 tay " * 50, {ALPHABETIC}),
        ("2024-01-01 12:00:00,123 INFO [worker-3] request 8812 done in 23 ms\n" * 50, set()),
        ("1917,3.25,18,\n" * 500, set()),
        ('{"id": 18, "ok": [1, 2, 3]}\n' * 50, set()),
        ("一切权力归苏维埃！" * 1000 + "All power to the Soviets! " * 400, {ALPHABETIC, IDEOGRAPHIC}),
        ("1917,3.25,18,\n" * 1000 + "All power to the Soviets! " * 800, {ALPHABETIC}),
        ("1917,3.25,18,\n" * 2000 + "All power to the Soviets! " * 800, set()),
        ("", set()),
        (" \n", set()),
    ],
)
def test_running_text_is_known_at_a_glance(text: str, grains: set[Any]) -> None:
    assert grains_of(text) == grains
