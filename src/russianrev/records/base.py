"""How records are made, compared, filled in and shown; what they are is in `russianrev.records.model`."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from operator import getitem
from typing import Any, Protocol, TypeAlias, TypeVar, dataclass_transform

import attrs
from attrs import define, field

from russianrev.metadata import About
from russianrev.views import Shown

_T = TypeVar("_T")
_R_co = TypeVar("_R_co", bound="Record", covariant=True)


# The fields of a class.


def refers_to(*kinds: str, default: Any = ..., derived: bool = False) -> Any:
    """Make a field that refers to other records, of these kinds: ids in the files, objects in the program.

    What is derived is read from those others, and no file holds it.
    """
    options: dict[str, Any] = {} if default is ... else {"default": default}
    return field(metadata={"refers_to": kinds, "derived": derived}, **options)


def attributes_of(value: Any) -> tuple[str, ...]:
    """Name the attributes of a record or value, or of its class."""
    return _list_attributes(value if isinstance(value, type) else type(value))


@cache
def _list_attributes(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls))


def derived_fields(cls: Any) -> tuple[str, ...]:
    """Name the fields of a class that are read from other records."""
    return _list_derived(cls)


@cache
def _list_derived(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls) if field.metadata.get("derived"))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field, refers_to))
def model(cls: type[_T]) -> type[_T]:
    """Make an immutable class of the model. `Comparable` compares and shows it, since attrs would follow references."""
    return define(cls, frozen=True, kw_only=True, eq=False, repr=False, weakref_slot=False)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field, refers_to))
def abstract(cls: type[_T]) -> type[_T]:
    """Make a class of the model that is only there to be inherited from."""
    return define(cls, frozen=True, kw_only=True, eq=False, repr=False, init=False, weakref_slot=False)


def fill(value: object, attributes: Mapping[str, Any]) -> None:
    """Give a record or a value attributes that it lacks, or that are still ids.

    It is frozen for all others: only who makes it does this, before anyone sees what was there.
    """
    for name, content in attributes.items():
        object.__setattr__(value, name, content)


# Values and records.


class Comparable(Shown):
    """Equal if the own values are equal and the references are to records of the same ids."""

    __slots__ = ()

    def _list_values(self) -> dict[str, Any]:
        return {name: _put_ids(getattr(self, name)) for name in attributes_of(self)}

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Comparable) or type(self) is not type(other):
            return NotImplemented
        return self._list_values() == other._list_values()

    def __hash__(self) -> int:
        return hash(tuple(self._list_values().values()))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self._list_values().items())
        return f"{type(self).__name__}({values})"


def _put_ids(value: Any) -> Any:
    """Put ids in the place of records that a value refers to, as it is compared or shown in what holds it."""
    if isinstance(value, tuple):
        return tuple(map(_put_ids, value))
    return value.id if isinstance(value, Record) else value


class Owner(Protocol):
    """The data set that records belong to; pickling it is enough to make them all anew.

    Its records are numbered from 0, a kind after the other, so that a number is the shortest name of a record. Its
    indexes (`russianrev.indexes`) tell what is to be found under a key.
    """

    @property
    def about(self) -> About | None:
        """What exports say of the data set, if anything is known of it."""
        ...

    @property
    def records(self) -> ByKind:
        """The records of each kind."""
        ...

    def __getitem__(self, key: str | int) -> Record:
        """Get the record with an id, or a number. Raises `KeyError`."""
        ...

    def complete(self, record: Any, attribute: str) -> None:
        """Fill in an attribute of a record that was made without it."""
        ...

    def look_up(self, index: str, key: str) -> Any:
        """Look up what an index has under a key; None if it has nothing."""
        ...

    def entries(self, index: str) -> Iterable[tuple[str, Any]]:
        """Go through all the keys of an index, each with what it has under it."""
        ...


class Owned(Comparable):
    """What may belong to a data set. There it may be made with nothing, and filled in when first looked at.

    All records lead to each other, so one is pickled as its id and its owner, which is pickled once for many.
    """

    __slots__ = ("_number", "_owner")
    _owner: Owner
    _number: int  # by which the owner knows it
    id: str

    @property
    def owner(self) -> Owner | None:
        """The data set that it belongs to, if it does."""
        return getattr(self, "_owner", None)

    def __getattr__(self, name: str) -> Any:
        """Fill in an attribute that is not there yet; Python calls this for no attribute that is."""
        if name in attributes_of(type(self)):
            self._owner.complete(self, name)
        return object.__getattribute__(self, name)

    def __reduce__(self) -> tuple[Any, ...]:
        if self.owner is None:
            return object.__new__, (type(self),), self.__getstate__()
        return getitem, (self.owner, self.id)


@abstract
class Record(Owned):
    """What every record has: an id, which is never reused."""

    id: str

    @property
    def label(self) -> str:
        """What to call it in English."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Record) and self.id != other.id:
            return False  # as nearly always, and known at once
        return super().__eq__(other)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {self.label}>"

    def __str__(self) -> str:
        return self.label


# Many records.


class Records(Sequence[_R_co]):
    """Records in order, which may be made only when they are looked at; each is also found by its id."""

    @property
    @abstractmethod
    def ids(self) -> Sequence[str]:
        """The ids, in order."""

    @abstractmethod
    def place(self, id: str) -> int | None:
        """Tell where the record with an id stands, from 0; None if there is none."""


class Made(Records[_R_co]):
    """Records that are there."""

    def __init__(self, records: Iterable[_R_co]) -> None:
        """Hold these; of two with the same id, the last in the place of the first."""
        by_id = {record.id: record for record in records}
        self._records = tuple(by_id.values())

    @property
    def ids(self) -> Sequence[str]:
        """The ids, in order."""
        return self._ids

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(record.id for record in self._records)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self.ids)}

    def place(self, id: str) -> int | None:
        """Tell where the record with an id stands, from 0; None if there is none."""
        return self._places.get(id)

    def __getitem__(self, place: Any) -> Any:
        return self._records[place]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[_R_co]:
        return iter(self._records)


ByKind: TypeAlias = Mapping[str, Records[Any]]
"""A data set's records, by the word for their kind."""
