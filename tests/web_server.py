"""A server on the loopback interface that answers as it is told, well or badly: `from web_server import ...`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, TypeAlias

Answer: TypeAlias = "Callable[[Request], None]"


class Request(BaseHTTPRequestHandler):
    """A request, which an answer writes into."""

    def do_GET(self) -> None:
        self._served.asked.append(self.path)
        self._served.agents.add(self.headers["User-Agent"])
        self.close_connection = True
        with suppress(OSError):  # who asked has gone
            self._served.answers[self.path](self)

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def head(self, status: int, headers: Mapping[str, str]) -> None:
        """Send the head of an answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    @property
    def is_over(self) -> Event:
        """Set when the test is over: a server that hangs waits for it."""
        return self._served.is_over

    @property
    def _served(self) -> Server:
        assert isinstance(self.server, Server)
        return self.server


class Server(ThreadingHTTPServer):
    """What is answered at each path, and what was asked."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.is_over = Event()

    @property
    def url(self) -> str:
        """The address of the server, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    def at(self, path: str, answer: Answer) -> str:
        """Answer so at a path; the address of it."""
        self.answers[path] = answer
        return self.url + path


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server."""
    server = Server()
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.is_over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def content(body: bytes, media_type: str = "text/plain", status: int = 200, packed: str = "") -> Answer:
    """Answer with this, which may be packed in a way."""
    packing = {"Content-Encoding": packed} if packed else {}

    def answer(request: Request) -> None:
        request.head(status, {"Content-Type": media_type, "Content-Length": str(len(body)), **packing})
        request.wfile.write(body)

    return answer


def redirect(url: str) -> Answer:
    """Answer that it is elsewhere."""
    return lambda request: request.head(302, {"Location": url, "Content-Length": "0"})


def raw(sent: bytes) -> Answer:
    """Answer with these bytes, head and all, and break off."""

    def answer(request: Request) -> None:
        request.wfile.write(sent)

    return answer


def hanging(sent: bytes = b"") -> Answer:
    """Answer with these bytes, and then with nothing, without breaking off."""

    def answer(request: Request) -> None:
        request.wfile.write(sent)
        request.is_over.wait()

    return answer


def endless(head: bytes, part: bytes, pause: float = 0) -> Answer:
    """Answer with the same again and again."""

    def answer(request: Request) -> None:
        request.wfile.write(head)
        while not request.is_over.wait(pause):
            request.wfile.write(part)

    return answer
