"""Ordered, immutable collections of records, keyed by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar, overload

from russianrev.arguments import whole_number
from russianrev.errors import UnknownNameError
from russianrev.queries.framed import Framed
from russianrev.records.base import Made, Record, Records
from russianrev.views import Printed

_D = TypeVar("_D")
R_co = TypeVar("R_co", bound=Record, covariant=True)


class Collection(Framed, Printed, Generic[R_co]):
    """Records in order, keyed by id.

    >>> import russianrev as rr
    >>> rr.persons["lenin"].name
    'Vladimir Lenin'
    >>> "lenin" in rr.persons, rr.persons["lenin"] in rr.persons
    (True, True)
    """

    __slots__ = ("_records",)

    def __init__(self, records: Iterable[R_co]) -> None:
        self._records: Records[R_co] = records if isinstance(records, Records) else Made(records)

    @property
    def nothing(self) -> str:
        """What an empty one says."""
        return "There is nothing in it."

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(self._records.ids)

    def __iter__(self) -> Iterator[R_co]:
        return iter(self._records)

    def __reversed__(self) -> Iterator[R_co]:
        return reversed(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, item: object) -> bool:
        """Tell whether a record, or the record with an id, is among these."""
        if isinstance(item, Record):
            return self.get(item.id) == item
        return isinstance(item, str) and self.get(item) is not None

    @overload
    def __getitem__(self, key: str | int) -> R_co: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[R_co, ...]: ...
    def __getitem__(self, key: str | int | slice) -> R_co | tuple[R_co, ...]:
        """Get the record with an id, or at a position; a slice gives a tuple.

        Raises `UnknownNameError` (which is a `KeyError`), with suggestions, and `IndexError`.
        """
        if not isinstance(key, str):
            found: Any = self._records[key]
            return tuple(found) if isinstance(key, slice) else found
        record = self.get(key)
        if record is None:
            from difflib import get_close_matches  # only for those who mistype: it is slow to import

            close = get_close_matches(key, self.ids)
            meant = f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
            raise UnknownNameError(f"no record has the id {key!r} here{meant}", close)
        return record

    @overload
    def get(self, id: str) -> R_co | None: ...
    @overload
    def get(self, id: str, default: _D) -> R_co | _D: ...
    def get(self, id: str, default: Any = None) -> Any:
        """Get the record with an id, or the default."""
        place = self._records.place(id)
        return default if place is None else self._records[place]

    def keys(self) -> tuple[str, ...]:
        """List the ids, in order, as a mapping does."""
        return self.ids

    def values(self) -> tuple[R_co, ...]:
        """List the records, in order, as a mapping does."""
        return tuple(self)

    def items(self) -> tuple[tuple[str, R_co], ...]:
        """List the ids with the records, in order, as a mapping does."""
        return tuple(zip(self.ids, self, strict=True))

    def _ipython_key_completions_(self) -> list[str]:
        """Complete ids where IPython is asked for what may stand in the brackets."""
        return list(self.ids)

    def sample(self, n: int, *, seed: int | str | None = None) -> tuple[R_co, ...]:
        """Draw some of the records at random, each once; the same seed draws the same of the same records.

        Raises `ValueError` for a number below 0 or greater than there are.

        >>> import russianrev as rr
        >>> rr.events.sample(2, seed=1917) == rr.events.sample(2, seed=1917)
        True
        """
        from random import Random  # which most scripts do without, and takes long to import

        wanted = whole_number(n, "how many records")
        if not 0 <= wanted <= len(self):
            raise ValueError(f"wanted: how many records, from 0 to {len(self)}, not {wanted}")
        return tuple(self._records[place] for place in Random(seed).sample(range(len(self)), wanted))

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self.ids)

    def __repr__(self) -> str:
        shown = ", ".join(self.ids[:3]) + (", …" if len(self) > 3 else "")
        return f"<{type(self).__name__} of {len(self)}{': ' if shown else ''}{shown}>"
