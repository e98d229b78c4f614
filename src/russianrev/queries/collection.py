"""Ordered, immutable collections of records, keyed by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, overload

from russianrev.errors import UnknownNameError
from russianrev.records.base import Made, Record, Records
from russianrev.views import Printed, view

if TYPE_CHECKING:
    import pandas
    import polars

R_co = TypeVar("R_co", bound=Record, covariant=True)


class Collection(Printed, Generic[R_co]):
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

    def get(self, id: str) -> R_co | None:
        """Get the record with an id, or None."""
        place = self._records.place(id)
        return None if place is None else self._records[place]

    @overload
    def to_frame(self, library: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
    @overload
    def to_frame(self, library: Literal["polars"]) -> polars.DataFrame: ...
    def to_frame(self, library: Literal["pandas", "polars"] = "pandas") -> pandas.DataFrame | polars.DataFrame:
        """Put the records in a data frame of pandas or polars, a row each; the columns are those of `tables()`.

        Raises `MissingExtraError` without the extra `frames`, `ValueError` for another library.

        >>> import russianrev as rr
        >>> rr.places.to_frame()["id"].to_list() == list(rr.places.ids)
        True
        """
        made: pandas.DataFrame | polars.DataFrame = view(self, "frame", library=library)
        return made

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self.ids)

    def __repr__(self) -> str:
        shown = ", ".join(self.ids[:3]) + (", …" if len(self) > 3 else "")
        return f"<{type(self).__name__} of {len(self)}{': ' if shown else ''}{shown}>"
