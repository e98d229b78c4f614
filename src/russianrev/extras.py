"""Libraries that only some users need: each belongs to an extra, and is imported when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from russianrev.errors import MissingExtraError


def needs(extra: str, module: str) -> Any:
    """Import a module of a library that an extra brings. Raises `MissingExtraError` if it is not installed.

    >>> needs("frames", "json").dumps([1])
    '[1]'
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        library = module.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != library:
            raise  # the library is there, and lacks something of its own
        raise MissingExtraError(f"this needs {library}; install it with: pip install 'russianrev[{extra}]'") from None
