"""The data set in the package: one file, validated and compiled from `data/` when the package is built.

It is JSON Lines, and the lines are sorted: each is an array of a key and of what is known under it, so that any key is
found by halving, in the file as it lies on the disk, and what no question asks for is never read. A key is an index and
a key in it, such as `word bread`, or `record` and a number (as `russianrev.records.base.Owner` counts them); a record
is there as in the data files, but refers to others by their numbers. Under the empty key, and so first of all, stands
how many bytes follow it: a file that was cut short, or whose lines end otherwise, is not taken for a smaller data set.
"""

from __future__ import annotations

import json
import mmap
import os
from _thread import allocate_lock
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from russianrev.errors import DataError, Fault
from russianrev.metadata import About, about_bundled
from russianrev.records.base import ByKind, Record, Records, derived_fields, fill
from russianrev.records.numbers import first_numbers

BUNDLE = "bundle.jsonl"
"""The name of the file."""


_REMEMBERED = 1024
"""How many of the keys that were last looked up are remembered, with what was found."""


class Bundle:
    """The data set in the package, each record of which is read when it is first looked at.

    A question touches a few records of thousands, and most scripts ask few questions.
    """

    def __init__(self, content: bytes | mmap.mmap) -> None:
        """Open what a file holds. Raises `DataError` if that is not a whole bundle."""
        self._content = content
        header = content[: content.find(b"\n") + 1]
        try:
            head = json.loads(header)[1]
            self.digest: str = head["digest"]
            sizes, size = head["sizes"], len(header) + head["bytes"]
        except (ValueError, LookupError, TypeError) as error:
            raise _make_error(header[:80], "wanted: a bundle, which begins with what is in it") from error
        if len(content) != size:
            raise _make_error(len(content), f"wanted: the whole of it, {size} bytes{_AGAIN}")
        first = first_numbers(sizes)
        self._kinds, self._starts = list(first), list(first.values())
        self.about: About | None = about_bundled()
        self._made: dict[int, Record] = {}
        self._looked_up = lru_cache(maxsize=_REMEMBERED)(self._read_value)
        self.records: ByKind = {kind: _Shelf(self, kind, first[kind], sizes[kind]) for kind in sizes}

    def __getitem__(self, key: str | int) -> Record:
        """Get the record with an id, or a number."""
        number = self.look_up("id", key) if isinstance(key, str) else key
        if number is None:
            raise KeyError(key)
        return self._made.get(number) or self._made.setdefault(number, self._make_unread(number))

    def _make_unread(self, number: int) -> Record:
        from russianrev.records.model import RECORDS  # which a question that only asks for events need not wait for

        kind = self._kinds[bisect_right(self._starts, number) - 1]
        record = RECORDS[kind].__new__(RECORDS[kind])
        fill(record, {"_owner": self, "_number": number})
        return record

    def complete(self, record: Any, attribute: str) -> None:
        """Read what the file has of a record, or what is derived of it, and fill it in."""
        from russianrev.loading.reading import read

        cls = type(record)
        if attribute in derived_fields(cls):
            numbers = self._read_value(f"{attribute} {record._number}") or ()
            fill(record, {attribute: tuple([self[each] for each in numbers])})
        else:
            table = self._read_value(record_key(record._number))
            try:
                fill(record, read(cls, table, self.__getitem__))
            except (ValueError, TypeError, LookupError) as error:
                raise _make_error(table, f"wanted: what is known of the record {record._number}{_AGAIN}") from error

    def look_up(self, index: str, key: str) -> Any:
        """Look up what an index has under a key; None if it has nothing."""
        return self._looked_up(f"{index} {key}")

    def entries(self, index: str) -> Iterator[tuple[str, Any]]:
        """Go through all the keys of an index, each with what it has under it."""
        prefix = json.dumps(f"{index} ")[:-1]
        at = self._find_place(f"[{prefix}".encode())
        while self._content[at : at + len(prefix) + 1] == f"[{prefix}".encode():
            end = self._content.find(b"\n", at) + 1
            key, value = _read(self._content[at:end])
            yield key.removeprefix(f"{index} "), value
            at = end

    def _read_value(self, key: str) -> Any:
        """Read what stands under a key; None if it is not there."""
        head = f"[{json.dumps(key, ensure_ascii=False)},".encode(errors="surrogatepass")  # such as no file has
        at = self._find_place(head)
        if self._content[at : at + len(head)] != head:
            return None
        return _read(self._content[at + len(head) : self._content.find(b"\n", at) - 1])

    def _find_place(self, head: bytes) -> int:
        """Find where the first line begins that does not come before one with this beginning."""

        def beginning(place: int) -> bytes:
            start = self._content.rfind(b"\n", 0, place) + 1
            return self._content[start : start + len(head)]

        return bisect_left(range(len(self._content)), head, key=beginning)

    def __reduce__(self) -> tuple[Any, ...]:
        return load_bundle, ()


class _Shelf(Records[Any]):
    """The records of a kind in a bundle, each made when it is first looked at."""

    def __init__(self, bundle: Bundle, kind: str, first: int, size: int) -> None:
        self._bundle, self._kind, self._numbers = bundle, kind, range(first, first + size)

    @property
    def ids(self) -> list[str]:
        """The ids, in order."""
        return self._bundle.look_up("ids", self._kind) or []

    def place(self, id: str) -> int | None:
        """Tell where the record with an id stands, from 0; None if there is none."""
        number = self._bundle.look_up("id", id)
        return None if number not in self._numbers else number - self._numbers.start

    def __getitem__(self, place: Any) -> Any:
        numbers = self._numbers[place]
        return self._bundle[numbers] if isinstance(numbers, int) else tuple(self._bundle[n] for n in numbers)

    def __len__(self) -> int:
        return len(self._numbers)


_lock = allocate_lock()  # of `threading`, which would have to be imported
_opened: list[Bundle] = []


def load_bundle() -> Bundle:
    """Open the data set in the package, once: all who ask share it. Raises `DataError` if it is not whole."""
    with _lock:
        if not _opened:
            _opened.append(open_bundle())
        return _opened[0]


def open_bundle() -> Bundle:
    """Open the data set in the package anew."""
    return Bundle(_find_content())


def _find_content() -> bytes | mmap.mmap:
    """Find the file as it lies on the disk; or, where the package lies in an archive, what is in it."""
    path = os.path.join(os.path.dirname(os.path.dirname(__file__)), BUNDLE)  # noqa: PTH118, PTH120 (pathlib is slow)
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # there is no such file, or nothing in it
        from pkgutil import get_data

        return get_data("russianrev", BUNDLE) or b""


_AGAIN = "; install the package again"


def _read(content: bytes) -> Any:
    """Read what stands in the file as JSON. Raises `DataError` if it is none, for then the file is damaged."""
    try:
        return json.loads(content)
    except ValueError as error:
        raise _make_error(content[:80], f"wanted: JSON, as it was written{_AGAIN}") from error


def _make_error(value: Any, wanted: str) -> DataError:
    return DataError([Fault(BUNDLE, "", "", value, wanted)])


def bundle(digest: str, lines: Iterable[tuple[str, Any]], sizes: Mapping[str, int]) -> bytes:
    """Write a bundle: the digest of the data files, and each key with what is known under it."""
    body = b"".join(sorted(f"{_dump([key, value])}\n".encode() for key, value in lines))
    header = {"digest": digest, "sizes": dict(sizes), "bytes": len(body)}
    return f"{_dump(['', header])}\n".encode() + body


def record_key(number: int) -> str:
    """Name the key of the record with a number; such keys stand in the order of the numbers."""
    return f"record {number:07}"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=list)
