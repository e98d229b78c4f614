"""Documents are fetched when they are asked for, known by their letters, and kept without harm to what is there."""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from invented_texts import invented, noisy, spans, tracked_library
from web_server import Server, content, raw, redirect, serving

from russianrev import cli
from russianrev.dataset import Dataset, load
from russianrev.errors import MissingExtraError, UnknownNameError
from russianrev.exports.json import to_json
from russianrev.passages import fetching
from russianrev.passages import store as stores
from russianrev.passages.fetching import Retrieval, Retrievals, keeping, retrieve
from russianrev.passages.fetching.obstacles import Obstacle
from russianrev.passages.fetching.web import Limits

WHARF, HARBOUR = invented(21), invented(22)
WHARF_TEXT, HARBOUR_TEXT = "\n".join(WHARF) + "\n", "\n".join(HARBOUR) + "\n"
COUNT = len(spans(WHARF))
BOOK = "\n\n".join(["Title", *invented(23), *WHARF, *invented(24), *HARBOUR[:6], *invented(25), *HARBOUR[6:], "End"])
PAGE = "<!doctype html><title>Wharf</title><nav>Home</nav>" + "".join(f"<p>{text}</p>" for text in WHARF)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    with serving() as server:
        yield server


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own store, which is not there yet."""
    folder = tmp_path / "data" / "store"
    monkeypatch.setenv(stores.STORE_VARIABLE, str(folder))
    return folder


@pytest.fixture(scope="module")
def path_of_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    tracked_library(folder, {"wharf": WHARF, "harbour": HARBOUR}, {})
    return folder / "data"


class Library:
    """A data set with two documents, whose addresses are on the server, and the store."""

    def __init__(self, data: Path, server: Server, store: Path) -> None:
        self.data, self.server, self.store = data, server, store

    def dataset(self, **addresses: list[tuple[str, str]]) -> Dataset:
        tables = json.loads((self.data / "all.json").read_bytes())
        for source in tables["source"]:
            given = addresses.get(source["id"], [])
            source["addresses"] = [{"url": self.url(url), "holds": holds} for url, holds in given]
        (self.data / "all.json").write_text(json.dumps(tables), encoding="utf-8")
        return load(self.data)

    def url(self, url: str) -> str:
        return self.server.url + url if url.startswith("/") else url

    def get(self, *urls: str) -> Retrieval:
        """Get the first document, which has these addresses."""
        dataset = self.dataset(wharf=[(url, "page") for url in urls])
        (retrieval,) = retrieve([dataset.sources["wharf"]], limits=Limits(size=1_000_000, seconds=5))
        return retrieval

    def obstacle(self, *urls: str) -> tuple[Obstacle, str]:
        """What was in the way of getting it; nothing was kept."""
        retrieval = self.get(*urls)
        assert not retrieval
        assert not list(self.store.iterdir())
        return retrieval.failures[-1].obstacle, retrieval.failures[-1].detail


@pytest.fixture
def library(path_of_library: Path, server: Server, store: Path) -> Library:
    return Library(path_of_library, server, store)


# What is right.


def test_a_document_is_fetched_kept_and_found_from_then_on(library: Library) -> None:
    library.server.at("/wharf", content(WHARF_TEXT.encode()))
    dataset = library.dataset(wharf=[("/wharf", "page")])
    assert dataset.documents().missing == tuple(dataset.sources)
    retrievals = dataset.get_documents("wharf")
    kept = library.store / "wharf.txt"
    assert retrievals
    assert (len(retrievals), retrievals.folder) == (1, library.store)
    assert str(retrievals) == (
        f"wharf: fetched: {COUNT} passages, all with the same letters\n  from {library.url('/wharf')}\n  in {kept}"
    )
    assert kept.read_bytes() == WHARF_TEXT.encode()
    assert dataset.documents().match("wharf") == 1.0
    assert dataset.statements[-1].citation.passage(dataset.documents()) in WHARF_TEXT


def test_beside_it_lies_from_where_and_when_it_came(library: Library) -> None:
    body = PAGE.encode()
    library.server.at("/page", content(body, "text/html"))
    library.server.at("/wharf", redirect("/page"))
    before = datetime.now(UTC).replace(microsecond=0)
    receipt = library.get("/wharf").receipt
    noted = json.loads((library.store / "wharf.json").read_bytes())
    assert receipt
    assert noted == {
        "address": library.url("/wharf"),
        "url": library.url("/page"),
        "fetched": receipt.fetched,
        "sha256": sha256(body).hexdigest(),
        "size": len(body),
        "share": 1.0,
    }
    assert before <= datetime.fromisoformat(noted["fetched"]) <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("body", "media_type", "packed"),
    [
        (("Header\n" + WHARF_TEXT).encode(), "text/plain", ""),
        (WHARF_TEXT.replace("\n", "\r\n").encode("utf-8-sig"), "text/plain; charset=utf-8", ""),
        (("Header\n" + WHARF_TEXT).encode("iso-8859-2", "replace"), "text/plain; charset=iso-8859-2", ""),
        (PAGE.encode(), "text/html", ""),
        (PAGE.encode("cp1250", "xmlcharrefreplace"), "text/html; charset=windows-1250", ""),
        (
            PAGE.replace("<title>", "<meta charset=cp1250><title>").encode("cp1250", "xmlcharrefreplace"),
            "text/html",
            "",
        ),
        (gzip.compress(PAGE.encode()), "text/html", "gzip"),
    ],
)
def test_a_document_comes_in_any_form_and_is_kept_as_a_text(
    library: Library, body: bytes, media_type: str, packed: str
) -> None:
    library.server.at("/wharf", content(body, media_type, packed=packed))
    match = library.get("/wharf").match
    assert match
    assert match.same + match.changed == COUNT
    kept = (library.store / "wharf.txt").read_text(encoding="utf-8")
    assert kept.count("\n") == len(WHARF)
    assert not {"Header", "Home", "\r", "\ufeff"} & set(kept.split(" "))
    assert WHARF[0].split()[1] in kept.split("\n")[0]


def test_of_a_book_that_holds_several_what_holds_each_is_kept_and_it_is_fetched_once(library: Library) -> None:
    library.server.at("/book", content(BOOK.replace("\n", "\r\n").encode()))
    dataset = library.dataset(wharf=[("/book#ch1", "book")], harbour=[("/book#ch3", "book")])
    retrievals = dataset.get_documents()
    assert [str(each.match) for each in retrievals] == [
        f"{len(spans(text))} passages, all with the same letters" for text in (WHARF, HARBOUR)
    ]
    assert library.server.asked == ["/book"]
    assert (library.store / "wharf.txt").read_text(encoding="utf-8") == "\n\n".join(WHARF) + "\n"
    assert (library.store / "harbour.txt").read_text(encoding="utf-8") == "\n\n".join(HARBOUR) + "\n"
    assert dataset.verify()


def test_pieces_that_are_apart_have_a_blank_line_between_them(library: Library) -> None:
    text = "\n".join([*invented(23), *WHARF[6:], *invented(24), *WHARF[:6], *invented(25)])
    library.server.at("/book", content(text.encode()))
    assert library.get("/book")
    kept = (library.store / "wharf.txt").read_text(encoding="utf-8")
    assert kept == "\n".join([*WHARF[6:], "", *WHARF[:6], ""])


def test_what_is_changed_or_lost_is_counted(library: Library) -> None:
    library.server.at("/wharf", content(noisy("\n".join([*WHARF[:4], *WHARF[5:]]), 0.005, 1).encode()))
    retrieval = library.get("/wharf")
    match = retrieval.match
    assert match
    assert match.changed > 0
    assert (match.same + match.changed + match.lost, match.lost) == (COUNT, 5)
    assert f": {match.same} with the same letters, {match.changed} changed, 5 lost\n" in str(retrieval)


def test_a_text_is_kept_whole_if_less_would_not_hold_all(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.server.at("/book", content(BOOK.encode()))
    for part in ("", "\n".join(WHARF[:-1])):
        monkeypatch.setattr(fetching, "excerpt", lambda *_, part=part: part)
        assert library.get("/book")
        assert (library.store / "wharf.txt").read_text(encoding="utf-8") == BOOK
        (library.store / "wharf.txt").unlink()


def test_the_folder_may_be_said(library: Library, tmp_path: Path) -> None:
    library.server.at("/wharf", content(WHARF_TEXT.encode()))
    dataset = library.dataset(wharf=[("/wharf", "page")])
    assert dataset.get_documents(dataset.sources["wharf"], folder=str(tmp_path / "mine")).folder == tmp_path / "mine"
    assert dataset.documents(tmp_path / "mine")["wharf"]
    assert not library.store.exists()


def test_without_names_all_are_got_that_have_an_address_with_the_text(library: Library) -> None:
    library.server.at("/wharf", content(WHARF_TEXT.encode()))
    dataset = library.dataset(wharf=[("/wharf", "page")], harbour=[("/harbour", "scan")])
    assert [each.source.id for each in dataset.get_documents()] == ["wharf"]
    nothing = library.dataset().get_documents()
    assert nothing
    assert str(nothing) == "no document has an address from which its text can be fetched"


def test_a_document_that_is_named_twice_is_got_once_and_one_that_is_none_is_an_error(library: Library) -> None:
    assert len(library.dataset().get_documents("wharf", "Wharf")) == 1
    with pytest.raises(UnknownNameError):
        library.dataset().get_documents("pier")


# What goes wrong.


def test_another_text_is_refused_and_told_by_how_it_begins(library: Library) -> None:
    library.server.at("/wharf", content("\n".join(HARBOUR).encode()))
    assert library.obstacle("/wharf") == (
        Obstacle.ANOTHER_TEXT,
        f"it has 0 % of its fingerprints, and begins “{' '.join(HARBOUR[0][:58].rpartition(' ')[0].split())} …”",
    )


def test_an_error_page_that_is_sent_as_if_it_were_the_text_is_refused(library: Library) -> None:
    library.server.at("/wharf", content(b"<html><title>404</title><h1>Page not found</h1><p>Sorry.", "text/html"))
    obstacle, detail = library.obstacle("/wharf")
    assert obstacle is Obstacle.ANOTHER_TEXT
    assert "Page not found Sorry.”" in detail


def test_what_a_server_sends_cannot_steer_the_terminal(library: Library) -> None:
    library.server.at("/wharf", content(b"\x1b]0;owned\x07Sorry\x1b[2J", "text/plain; \x1b[31m"))
    obstacle, detail = library.obstacle("/wharf")
    assert obstacle is Obstacle.ANOTHER_TEXT
    assert detail.isprintable()


@pytest.mark.parametrize("library_of_extra", ["pycurl", "tqdm", "certifi"])
def test_without_the_extra_it_is_said_what_to_install(
    library: Library, library_of_extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library_of_extra, None)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with pytest.raises(MissingExtraError, match=r"pip install 'russianrev\[documents\]'"):
        library.get("/wharf")
    assert not list(library.store.iterdir())


@pytest.mark.parametrize("body", [b"", b"%PDF-1.4\x00\xff", b"PK\x03\x04junk"])
def test_what_cannot_be_read_is_refused_with_what_it_was_sent_as(library: Library, body: bytes) -> None:
    library.server.at("/wharf", content(body, "application/pdf"))
    obstacle, detail = library.obstacle("/wharf")
    assert obstacle is Obstacle.UNREADABLE
    assert detail.endswith("; sent as application/pdf")
    library.server.at("/wharf", raw(b"HTTP/1.1 200 OK\r\n\r\n" + body))
    assert library.obstacle("/wharf")[1].endswith("; sent as nothing")


def test_if_one_address_fails_the_next_is_asked_and_all_failures_are_told(library: Library) -> None:
    library.server.at("/a", content(b"Sorry", status=404))
    library.server.at("/b", raw(b""))
    library.server.at("/c", content(WHARF_TEXT.encode()))
    retrieval = library.get("/a", "/b", "/c")
    assert retrieval
    assert [each.obstacle for each in retrieval.failures] == [Obstacle.STATUS, Obstacle.BROKEN_OFF]
    assert [each.address for each in retrieval.failures] == [library.url("/a"), library.url("/b")]
    assert "refused (status 404, Not Found): open the address in a browser, save the page" in " ".join(
        str(retrieval).split()
    )
    assert library.url("/c") in str(retrieval).splitlines()[1]


def test_each_failure_says_what_to_do(library: Library) -> None:
    library.server.at("/a", content(b"Sorry", status=404))
    dataset = library.dataset(wharf=[("/scan", "scan"), ("/a", "page"), ("http://wharf.onion/", "page")])
    retrievals = dataset.get_documents("wharf", "harbour")
    assert not retrievals
    wharf, harbour = (" ".join(str(each).split()) for each in retrievals)
    put = f"put it in {library.store} or name it in RUSSIANREV_DOCUMENTS"
    page = f"open the address in a browser, save the page, and {put}"
    assert wharf == (
        f"wharf: not to be had {library.url('/scan')} no text is there (scan): look there, or ask a library for"
        f" “Wharf”; {put} {library.url('/a')} refused (status 404, Not Found): {page} http://wharf.onion/ the server's"
        " name is not known (Not resolving .onion address (RFC 7686)): see that this machine is online and try again,"
        f" or {page}"
    )
    assert harbour == f"harbour: not to be had no address is known: ask a library for “Harbour”; {put}"


def test_an_address_that_fails_is_asked_once(library: Library) -> None:
    library.server.at("/book", content(b"Sorry", status=500))
    dataset = library.dataset(wharf=[("/book", "book")], harbour=[("/book", "book")])
    assert [each.failures[0].obstacle for each in dataset.get_documents()] == [Obstacle.STATUS] * 2
    assert library.server.asked == ["/book"]


def test_a_work_is_described_as_one_asks_for_it(tmp_path: Path, wharf: Dataset) -> None:
    (retrieval,) = retrieve([wharf.sources["union-letter"]], tmp_path)
    assert "ask a library for “A Letter from the Union”;" in retrieval.failures[0].advice
    described = fetching._describe(wharf.sources["wharf-chronicle"])
    assert described == (
        "Pavel Ilyin, “A Chronicle of the Wharf”, Wharves of the World, Harbour Library, vol. 2, Harbour Press, 1921"
    )


# A data set without tracks.


def test_without_a_track_only_the_very_text_is_known(library: Library, tmp_path: Path) -> None:
    library.server.at("/copy", content(f"Header\n{WHARF_TEXT}".encode()))
    library.server.at("/very", content(WHARF_TEXT.encode()))
    library.dataset(wharf=[("/copy", "page"), ("/very", "page")]).save(tmp_path / "saved.json")
    dataset = load(tmp_path / "saved.json")
    (retrieval,) = dataset.get_documents("wharf")
    assert [each.obstacle for each in retrieval.failures] == [Obstacle.NO_TRACK]
    assert str(retrieval).startswith("wharf: fetched\n")
    assert str(dataset.get_documents("wharf")) == f"wharf: already at hand\n  in {library.store / 'wharf.txt'}"


def test_what_the_data_set_has_itself_is_at_hand(library: Library, tmp_path: Path) -> None:
    tracked_library(tmp_path, {"wharf": WHARF}, {})
    (tmp_path / "data" / "documents").mkdir()
    (tmp_path / "data" / "documents" / "wharf.txt").write_bytes(WHARF_TEXT.encode())
    retrievals = load(tmp_path / "data").get_documents("wharf")
    assert retrievals
    assert str(retrievals) == "wharf: already at hand\n  in the data set itself"


# The store.


def test_what_is_there_stays_and_nothing_is_asked(library: Library) -> None:
    library.store.mkdir(parents=True)
    kept = library.store / "wharf.txt"
    kept.write_text("Mine\n" + WHARF_TEXT, encoding="utf-8")
    retrieval = library.get("/wharf")
    assert str(retrieval) == f"wharf: already at hand: {COUNT} passages, all with the same letters\n  in {kept}"
    assert library.server.asked == []
    assert kept.read_text(encoding="utf-8").startswith("Mine")


@pytest.mark.parametrize("found", [b"", b"Mine", "\n".join(HARBOUR).encode()])
def test_another_file_of_its_name_stays_too_and_is_said(library: Library, found: bytes) -> None:
    library.store.mkdir(parents=True)
    kept = library.store / "wharf.txt"
    kept.write_bytes(found)
    retrieval = library.get("/wharf")
    assert not retrieval
    assert retrieval.failures[0].obstacle is Obstacle.IN_THE_WAY
    assert str(kept) in retrieval.failures[0].detail
    assert retrieval.failures[0].advice == "give it another name, or move it, and try again"
    assert kept.read_bytes() == found


def test_a_folder_or_a_link_to_nowhere_of_its_name_is_said(library: Library) -> None:
    (library.store / "wharf.txt").mkdir(parents=True)
    assert library.get("/wharf").failures[0].obstacle is Obstacle.IN_THE_WAY
    (library.store / "wharf.txt").rmdir()
    (library.store / "wharf.txt").symlink_to("nowhere")
    assert library.get("/wharf").failures[0].obstacle is Obstacle.IN_THE_WAY


def test_a_store_that_cannot_be_written_is_said_before_anything_is_fetched(library: Library) -> None:
    library.store.parent.write_text("a file where the store should be", encoding="utf-8")
    retrieval = library.get("/wharf", "/another")
    assert [each.obstacle for each in retrieval.failures] == [Obstacle.NOT_WRITABLE]
    assert "RUSSIANREV_STORE" in retrieval.failures[0].advice
    assert library.server.asked == []


@pytest.mark.parametrize("which", ["write", "place"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_disk_that_is_full_or_an_interrupt_leaves_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch, which: str, error: BaseException
) -> None:
    def fail(*_: Any) -> None:
        raise error

    library.server.at("/wharf", content(WHARF_TEXT.encode()))
    monkeypatch.setattr(fetching, which, fail)
    if isinstance(error, OSError):
        assert "No space left" in library.obstacle("/wharf")[1]
    else:
        with pytest.raises(KeyboardInterrupt):
            library.get("/wharf")
        assert not list(library.store.iterdir())


def test_temporary_files_of_a_run_that_was_killed_are_removed_and_those_of_others_stay(library: Library) -> None:
    library.store.mkdir(parents=True)
    killed, others, foreign = (library.store / name for name in (".1.part", ".2.part", "old.part"))
    for path in (killed, others, foreign):
        path.touch()
    for path in (killed, foreign):
        os.utime(path, (0, time.time() - 4000))
    (library.store / ".3.part").symlink_to("nowhere")
    library.dataset().get_documents()
    assert sorted(library.store.glob("*.part")) == sorted([others, foreign, library.store / ".3.part"])


def test_of_two_runs_at_once_one_keeps_its_text_and_the_other_finds_it(library: Library) -> None:
    both = Barrier(2)
    bodies = [WHARF_TEXT.encode(), f"Header\n{WHARF_TEXT}".encode()]

    def wait_for_both(request: Any) -> None:
        both.wait()
        content(bodies.pop())(request)

    library.server.at("/wharf", wait_for_both)
    dataset = library.dataset(wharf=[("/wharf", "page")])
    results: list[Retrievals] = []
    runs = [Thread(target=lambda: results.append(dataset.get_documents("wharf"))) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert all(results)
    (receipt,) = [each.receipt for result in results for each in result if each.receipt]
    assert sorted(path.name for path in library.store.iterdir()) == ["wharf.json", "wharf.txt"]
    assert json.loads((library.store / "wharf.json").read_bytes())["sha256"] == receipt.sha256


def test_a_disk_without_links_does_too(library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", fail)
    library.server.at("/wharf", content(WHARF_TEXT.encode()))
    assert library.get("/wharf").receipt
    assert sorted(path.name for path in library.store.iterdir()) == ["wharf.json", "wharf.txt"]
    with keeping.temporary(tmp_path) as path:
        assert not keeping.place(path, library.store / "wharf.txt")


def test_where_no_store_is_known_it_is_said(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "store", lambda: None)
    with pytest.raises(MissingExtraError, match=r"RUSSIANREV_STORE.*russianrev\[documents\]"):
        library.dataset().get_documents()


# The command.


def test_the_command_gets_documents_and_lists_them(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    library.server.at("/wharf", content(PAGE.encode(), "text/html"))
    library.dataset(wharf=[("/wharf", "page")])

    def run(*arguments: str) -> tuple[int, str]:
        status = cli.main(["documents", *arguments, "--data", str(library.data)])
        return status, capsys.readouterr().out

    status, out = run()
    assert status == 0
    assert "No text is at hand" in out
    assert f"wharf: rights unknown\n  {library.url('/wharf')} (page, not opened)\n" in out
    assert "harbour: rights unknown\n  no address is known\n" in out
    assert library.server.asked == []
    status, out = run("get", "wharf")
    assert (status, out.splitlines()[0]) == (0, f"wharf: fetched: {COUNT} passages, all with the same letters")
    status, out = run("get", "wharf", "harbour")
    assert status == 1
    assert "wharf: already at hand" in out
    assert "harbour: not to be had" in out
    status, out = run("--json")
    wharf = json.loads(out)["wharf"]
    (address,) = wharf.pop("addresses")
    path = str(library.store / "wharf.txt")
    assert wharf == {"title": "Wharf", "match": 1.0, "path": path, "rights": None}
    assert (address["url"], address["holds"], address["opened"]) == (library.url("/wharf"), "page", None)


def test_what_was_got_is_written_as_json(library: Library) -> None:
    library.server.at("/wharf", content(WHARF_TEXT.encode()))
    dataset = library.dataset(wharf=[("/wharf", "page")])
    answer = json.loads(to_json(dataset.get_documents("wharf", "harbour")))
    assert answer["folder"] == str(library.store)
    wharf, harbour = answer["retrievals"]
    assert (wharf["source"]["id"], wharf["match"]["same"], wharf["receipt"]["size"]) == (
        "wharf",
        COUNT,
        len(WHARF_TEXT.encode()),
    )
    assert (harbour["path"], harbour["failures"][0]["obstacle"]) == (None, "no address is known")
