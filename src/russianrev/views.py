"""Views: what is made of a value to be looked at or taken elsewhere, such as a page, a chart or a data frame.

A value asks for a view by name, and need not know who makes it. Who makes one says so with `register`, in a module that
an entry point of the group `russianrev.views` names: the entry point has the name of the view, and its module is
imported when that view is first asked for. So are this library's own, and after them, in alphabetical order, those of
other packages, which may replace the view of a class. One of theirs that cannot be imported is passed over, with a
warning.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, singledispatch
from typing import Any, TypeVar
from warnings import warn

from russianrev.text import a

_GROUP = "russianrev.views"

_Maker = TypeVar("_Maker", bound=Callable[..., Any])


def register(name: str, *classes: type) -> Callable[[_Maker], _Maker]:
    """Make a function the maker of a view of these classes, and of those that inherit from them.

    The function is given the value, and what options the view has. Of two that fit a value, the one for the nearer
    class makes the view; of two for the same class, the one that was registered last.

    >>> @register("shout", str)
    ... def shout(text):
    ...     return text.upper()
    >>> view("all power to the soviets", "shout")
    'ALL POWER TO THE SOVIETS'
    """

    def add(make: _Maker) -> _Maker:
        for cls in classes:
            _find_dispatcher(name).register(cls, make)
        return make

    return add


def view(value: Any, name: str, **options: Any) -> Any:
    """Make the view of a value that has this name.

    Raises `TypeError` if nothing makes one of such a value.
    """
    _import_makers(name)
    return _find_dispatcher(name)(value, **options)


class Plain:
    """Has plain values for other programs, by the view `dict`, and stands in a formatted text as it prints."""

    __slots__ = ()

    def to_dict(self, *, full: bool = False) -> dict[str, Any]:
        """Make a table of plain values, which `json.dumps` writes, and a page of the web reads.

        Each table says in `type` what it is; `russianrev schema --answers` has the shapes of all. A date is there as
        EDTF, in words, and with its first and last day in both styles; another record as its `type`, `id` and `label`.
        What others tell of a record is only counted, unless `full`: then its statements and disputes are there too.

        >>> import russianrev as rr
        >>> rr.events["kirov-assassination"].to_dict()["date"]["old_style"]["start"]
        '1934-11-18'
        """
        return view(self, "dict", full=full)  # type: ignore[no-any-return]

    def __format__(self, spec: str) -> str:
        """Write it as `str` does, in a field: `f"{date:>30}"`."""
        return format(str(self), spec)


class Shown(Plain):
    """Shows itself in a notebook, by the view `html`."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Make what a notebook shows."""
        return view(self, "html")  # type: ignore[no-any-return]


class Printed(Shown):
    """Prints itself by the view `text`: in lines of the terminal's width."""

    __slots__ = ()

    def __str__(self) -> str:
        """Write it as a reader would want it."""
        return view(self, "text")  # type: ignore[no-any-return]


_dispatchers: dict[str, Any] = {}


def _find_dispatcher(name: str) -> Any:
    """Find the function that makes a view; those who ask for a new one at the same time are given the same."""
    return _dispatchers.get(name) or _dispatchers.setdefault(name, _make_dispatcher(name))


def _make_dispatcher(name: str) -> Any:
    @singledispatch
    def make(value: Any, **options: Any) -> Any:
        raise TypeError(f"nothing makes the view {name!r} of {a(type(value).__name__.lower())}")

    return make


@cache
def _import_makers(name: str) -> None:
    from importlib.metadata import entry_points  # which takes longer to import than most questions do

    found = [(not entry.module.startswith("russianrev."), entry) for entry in entry_points(group=_GROUP, name=name)]
    for is_guest, entry in sorted(found, key=lambda each: (each[0], each[1].value)):
        try:
            entry.load()
        except Exception as error:
            if not is_guest:
                raise
            warn(f"{entry.module}, which makes the view {name!r}, cannot be imported: {error!r}", stacklevel=3)
