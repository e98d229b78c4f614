"""What is fetched from the web is bounded, whatever a server does, and what failed is said."""

from __future__ import annotations

import gzip
import io
import socket
import sys
import zlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from web_server import Answer, Server, content, endless, hanging, raw, redirect, serving

from russianrev._version import __version__
from russianrev.passages.fetching.obstacles import NotHadError, Obstacle
from russianrev.passages.fetching.web import Limits, Sent, fetch

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
SHORT = Limits(size=1000, seconds=0.3, connecting=0.3, redirects=3)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    with serving() as server:
        yield server


def test_what_is_sent_comes_with_its_type_and_its_address(server: Server) -> None:
    url = server.at("/a", content(b"abc", "text/plain; charset=koi8-r"))
    assert fetch(url, SHORT, "a") == Sent(url, "text/plain; charset=koi8-r", b"abc")


def test_the_server_is_told_who_asks(server: Server) -> None:
    fetch(server.at("/a", content(b"abc")), SHORT, "a")
    (agent,) = server.agents
    assert agent.startswith(f"russianrev/{__version__} ")


def test_redirects_are_followed_to_other_hosts_and_said(server: Server) -> None:
    server.at("/c", content(b"abc"))
    server.at("/b", redirect(f"http://localhost:{server.server_port}/c"))
    assert fetch(server.at("/a", redirect("/b")), SHORT, "a").url == f"http://localhost:{server.server_port}/c"


def test_what_is_compressed_is_unpacked(server: Server) -> None:
    url = server.at("/a", content(gzip.compress(b"abc"), packed="gzip"))
    assert fetch(url, SHORT, "a").content == b"abc"


def test_what_comes_in_chunks_is_put_together(server: Server) -> None:
    url = server.at("/a", raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"))
    assert fetch(url, SHORT, "a").content == b"abc"


def test_an_address_in_other_letters_is_asked_for_in_percent_signs(server: Server) -> None:
    server.at("/%D0%BA?%D1%81=1", content(b"abc"))
    assert fetch(f"{server.url}/к?с=1#начало", SHORT, "a").content == b"abc"


BAD: dict[str, tuple[Answer, Obstacle, str]] = {
    "nothing": (raw(b""), Obstacle.BROKEN_OFF, "Empty reply"),
    "half": (raw(HEAD + b"Content-Length: 9\r\n\r\nabc"), Obstacle.BROKEN_OFF, "6 bytes missing"),
    "half in chunks": (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n9\r\nab"), Obstacle.BROKEN_OFF, ""),
    "chunks that are none": (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\nxy"), Obstacle.BROKEN_OFF, ""),
    "not compressed": (content(b"abc", packed="gzip"), Obstacle.BROKEN_OFF, "header check"),
    "hangs": (hanging(), Obstacle.TOO_SLOW, "timed out"),
    "hangs after the head": (hanging(HEAD + b"\r\n"), Obstacle.TOO_SLOW, "timed out"),
    "trickles": (endless(HEAD + b"\r\n", b"a", 0.01), Obstacle.TOO_SLOW, "timed out"),
    "trickles a head": (endless(HEAD + b"A: ", b"a", 0.01), Obstacle.TOO_SLOW, "timed out"),
    "endless": (endless(HEAD + b"\r\n", b"a" * 100), Obstacle.TOO_LARGE, "more than 1,000 bytes"),
    "large": (content(b"a" * 1001), Obstacle.TOO_LARGE, "more than 1,000 bytes"),
    "a bomb": (content(zlib.compress(bytes(10**6), wbits=31), packed="gzip"), Obstacle.TOO_LARGE, "1,000"),
    "a loop": (redirect("/path"), Obstacle.LED_ASTRAY, "Maximum (3) redirects"),
    "a file": (redirect("file:///etc/hostname"), Obstacle.LED_ASTRAY, "file"),
    "another scheme": (redirect("ftp://127.0.0.1/"), Obstacle.LED_ASTRAY, "ftp"),
    "no page": (content(b"<p>Sorry", "text/html", 404), Obstacle.STATUS, "status 404, Not Found"),
    "forbidden": (content(b"", status=403), Obstacle.STATUS, "status 403, Forbidden"),
    "an error": (content(b"", status=500), Obstacle.STATUS, "status 500, Internal Server Error"),
    "no content": (content(b"", status=204), Obstacle.STATUS, "status 204, No Content"),
    "unheard of": (content(b"", status=999), Obstacle.STATUS, "status 999"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_server_that_misbehaves_is_left_and_its_fault_is_named(server: Server, kind: str) -> None:
    answer, obstacle, detail = BAD[kind]
    with pytest.raises(NotHadError) as caught:
        fetch(server.at("/path", answer), SHORT, "a")
    assert caught.value.obstacle is obstacle
    assert detail in caught.value.detail


def test_silence_ends_a_fetch_before_its_time_is_over(server: Server) -> None:
    with pytest.raises(NotHadError, match="Less than 1 bytes/sec"):
        fetch(server.at("/a", hanging()), Limits(silence=1), "a")


def test_a_page_without_end_is_not_awaited_when_the_user_interrupts(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(future: Future[Sent]) -> Sent:
        raise KeyboardInterrupt

    monkeypatch.setattr(Future, "result", interrupt)
    with pytest.raises(KeyboardInterrupt):
        fetch(server.at("/a", hanging()), Limits(), "a")


def test_a_port_where_nobody_listens_is_not_reached(server: Server) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(NotHadError, match="Connection refused") as caught:
            fetch(f"http://127.0.0.1:{closed.getsockname()[1]}/", SHORT, "a")
    assert caught.value.obstacle is Obstacle.NOT_REACHED


@pytest.mark.parametrize(
    "url", ["http://wharf.onion/", "http://a..b/", "http://[::1/", "http://127.0.0.1:99999/", "http://a\0b/"]
)
def test_names_that_are_not_known_or_cannot_be_names_are_not_resolved(url: str) -> None:
    with pytest.raises(NotHadError) as caught:
        fetch(url, SHORT, "a")
    assert caught.value.obstacle is Obstacle.NOT_RESOLVED


def test_who_does_not_speak_tls_is_not_trusted(server: Server) -> None:
    with pytest.raises(NotHadError) as caught:
        fetch(server.url.replace("http:", "https:"), SHORT, "a")
    assert caught.value.obstacle is Obstacle.NOT_TRUSTED


def test_progress_is_shown_on_a_terminal_and_nowhere_else(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    url = server.at("/a", content(b"abc"))
    fetch(url, SHORT, "wharf-chronicle")
    assert capsys.readouterr().err == ""
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stderr", terminal)
    fetch(url, SHORT, "wharf-chronicle")
    assert "wharf-chronicle" in terminal.getvalue()
    assert "3.00" in terminal.getvalue()


def test_fetches_may_run_side_by_side(server: Server) -> None:
    urls = [server.at(f"/{number}", content(str(number).encode())) for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        sent = pool.map(lambda url: fetch(url, Limits(), "a"), urls)
    assert [each.content for each in sent] == [str(number).encode() for number in range(8)]


# What the letters are.


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", '"ISO-8859-5"', "utf-8", "UTF-8"])
@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "TEXT/HTML"])
def test_a_text_is_read_in_the_letters_it_is_sent_in(charset: str, media_type: str) -> None:
    sent = Sent("", f"{media_type}; charset={charset}", "Петроград".encode(charset.strip('"')))
    assert sent.in_utf8.decode("utf-8-sig") == "Петроград"


def test_what_is_in_utf_8_is_read_so_whatever_the_server_says_of_all_its_texts() -> None:
    assert Sent("", "text/plain; charset=iso-8859-1", "Петроград".encode()).in_utf8.decode() == "Петроград"


def test_a_slip_in_utf_8_spoils_one_letter() -> None:
    slip = Sent("", "text/plain; charset=utf-8", "Петро".encode() + b"\xff" + "град".encode())
    assert slip.in_utf8.decode("utf-8-sig") == "Петро\ufffdград"


@pytest.mark.parametrize(
    "media_type", ["", "text/plain", "text/plain; charset=", "image/png; charset=koi8-r", "no type"]
)
def test_what_is_not_said_to_be_in_other_letters_stays_as_it_came(media_type: str) -> None:
    content = "Петроград".encode("koi8-r")
    assert Sent("", media_type, content).in_utf8 == content


def test_what_is_no_text_stays_as_it_came_whatever_it_is_said_to_be() -> None:
    assert Sent("", "text/plain; charset=zip", b"PK\0\xff").in_utf8 == b"PK\0\xff"
