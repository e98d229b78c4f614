"""What an address on the web sends, within bounds: of bytes, of time, of redirects, and to no other scheme than HTTP.

The bounds are libcurl's, which holds them from the look-up of the name to the last byte, whatever the server does.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from email.message import Message
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from attrs import define, field, frozen

from russianrev._version import __version__
from russianrev.extras import needs
from russianrev.passages.fetching.obstacles import NotHadError, Obstacle
from russianrev.passages.files.encodings import decode_markup

USER_AGENT = f"russianrev/{__version__} (a Python library that fetches a text when its user asks for it)"
"""How a server is told who asks."""

_SAFE = "/?:@!$&'()*+,;=%~[]"  # what a path and a query may have besides letters and digits: RFC 3986


@frozen
class Limits:
    """What a fetch may take: bytes, unpacked; seconds, as a whole, to connect, and of silence; and redirects."""

    size: int = 50_000_000
    seconds: float = 120
    connecting: float = 20
    silence: int = 20
    redirects: int = 10


@frozen
class Sent:
    """What was sent, unpacked, with what it is said to be, and the address at which it was after redirects."""

    url: str
    media_type: str
    content: bytes = field(repr=False)

    @property
    def in_utf8(self) -> bytes:
        """The content in UTF-8, with a mark, if it is a text that is said to be in letters of another kind and is.

        Otherwise as it came: what can be read as UTF-8 hardly ever is anything else, whatever a server says of all that
        it sends.
        """
        header = Message()
        header["Content-Type"] = self.media_type
        charset = header.get_content_charset()
        if not charset or header.get_content_maintype() != "text" or _is_utf8(self.content):
            return self.content
        try:
            return decode_markup(self.content, charset).encode("utf-8-sig")
        except UnicodeDecodeError:
            return self.content


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def fetch(url: str, limits: Limits, name: str) -> Sent:
    """Fetch what is at an address; on a terminal, progress is shown under a name.

    Raises `NotHadError`, and `MissingExtraError` without the extra `documents`.
    """
    transfer = _Transfer(url, limits, needs("documents", "pycurl"))
    bar = needs("documents", "tqdm").tqdm(desc=name, unit="B", unit_scale=True, disable=None)  # only on a terminal
    # In a thread of its own, since an interrupt would be lost in what libcurl calls.
    with bar, ThreadPoolExecutor(1) as pool:
        running = pool.submit(transfer.run, bar)
        try:
            return running.result()
        finally:
            transfer.is_wanted = False


@define(eq=False)
class _Transfer:
    url: str
    limits: Limits
    pycurl: Any
    is_wanted: bool = True
    _content: bytearray = field(factory=bytearray, init=False)

    def run(self, bar: Any) -> Sent:
        curl = self.pycurl.Curl()
        try:
            self._set(curl, bar)
            curl.perform()
            status = curl.getinfo(self.pycurl.RESPONSE_CODE)
            if status != HTTPStatus.OK:
                raise NotHadError(Obstacle.STATUS, _describe(status))
            names = (self.pycurl.EFFECTIVE_URL, self.pycurl.CONTENT_TYPE)
            url, media_type = ((curl.getinfo_raw(name) or b"").decode("utf-8", "replace") for name in names)
            return Sent(url, media_type, bytes(self._content))
        except self.pycurl.error as error:
            raise self._failure(curl, *error.args) from None
        finally:
            curl.close()

    def _set(self, curl: Any, bar: Any) -> None:
        def progress(expected: int, received: int, *_: int) -> int:
            bar.total = expected or None
            bar.update(received - bar.n)
            return 0 if self.is_wanted else 1

        c, limits = self.pycurl, self.limits
        web = c.PROTO_HTTP | c.PROTO_HTTPS
        for option, value in {
            c.URL: _in_ascii(self.url),
            c.USERAGENT: USER_AGENT,
            c.PROTOCOLS: web,
            c.REDIR_PROTOCOLS: web,
            c.FOLLOWLOCATION: True,
            c.MAXREDIRS: limits.redirects,
            c.FAILONERROR: True,
            c.ACCEPT_ENCODING: "gzip",
            c.TIMEOUT_MS: int(limits.seconds * 1000),
            c.CONNECTTIMEOUT_MS: int(limits.connecting * 1000),
            c.LOW_SPEED_LIMIT: 1,
            c.LOW_SPEED_TIME: limits.silence,
            c.CAINFO: os.environ.get("SSL_CERT_FILE") or needs("documents", "certifi").where(),
            c.NOSIGNAL: True,
            c.NOPROGRESS: False,
            c.XFERINFOFUNCTION: progress,
            c.WRITEFUNCTION: self._write,
        }.items():
            curl.setopt(option, value)

    def _write(self, data: bytes) -> int:
        if len(self._content) + len(data) > self.limits.size:
            return 0  # fewer than were given: libcurl takes it for a failure to write, and ends
        self._content += data
        return len(data)

    def _failure(self, curl: Any, code: int, message: str) -> NotHadError:
        """Put in our words what libcurl says: https://curl.se/libcurl/c/libcurl-errors.html."""
        c, limits = self.pycurl, self.limits
        match code:
            case c.E_COULDNT_RESOLVE_HOST | c.E_COULDNT_RESOLVE_PROXY | c.E_URL_MALFORMAT:
                return NotHadError(Obstacle.NOT_RESOLVED, message)
            case c.E_COULDNT_CONNECT:
                number = curl.getinfo(c.OS_ERRNO)
                return NotHadError(Obstacle.NOT_REACHED, os.strerror(number) if number else message)
            case c.E_SSL_CONNECT_ERROR | c.E_PEER_FAILED_VERIFICATION | c.E_SSL_CACERT_BADFILE:
                return NotHadError(Obstacle.NOT_TRUSTED, message)
            case c.E_OPERATION_TIMEDOUT:
                return NotHadError(Obstacle.TOO_SLOW, message)
            case c.E_TOO_MANY_REDIRECTS | c.E_UNSUPPORTED_PROTOCOL:
                return NotHadError(Obstacle.LED_ASTRAY, message)
            case c.E_HTTP_RETURNED_ERROR:
                return NotHadError(Obstacle.STATUS, _describe(curl.getinfo(c.RESPONSE_CODE)))
            case c.E_WRITE_ERROR:
                return NotHadError(Obstacle.TOO_LARGE, f"more than {limits.size:,} bytes")
            case _:
                return NotHadError(Obstacle.BROKEN_OFF, message)


def _describe(status: int) -> str:
    known = status in {each.value for each in HTTPStatus}
    return f"status {status}, {HTTPStatus(status).phrase}" if known else f"status {status}"


def _in_ascii(url: str) -> str:
    """Write an address in the letters that can be sent: the name by IDNA, the rest in percent signs.

    >>> _in_ascii("https://пример.рф/книга?страница=1#начало")
    'https://xn--e1afmkfd.xn--p1ai/%D0%BA%D0%BD%D0%B8%D0%B3%D0%B0?%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0=1'
    """
    try:
        scheme, netloc, path, query, _ = urlsplit(url)
        name = netloc.encode("idna").decode()
    except ValueError as error:  # a name that cannot be one
        raise NotHadError(Obstacle.NOT_RESOLVED, str(error)) from error
    return urlunsplit((scheme, *(quote(part, _SAFE) for part in (name, path, query)), ""))
