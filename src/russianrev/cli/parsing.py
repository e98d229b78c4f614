"""Declare commands, each beside its arguments, and make the parser of them all."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, NoReturn, TypeAlias

from attrs import field, frozen

from russianrev._version import __version__
from russianrev.dataset import Dataset, load
from russianrev.passages.documents import Documents
from russianrev.passages.store import DOCUMENTS_VARIABLE


class Answer(NamedTuple):
    """Hold what a command found: the value, for `--json`; the text to print; and the exit status.

    A text that is `exact` is for another program, which is given it to the last byte; any other is for readers.
    """

    value: Any
    text: str
    status: int = 0
    exact: bool = False


class Context:
    """Give a command what it works on: the data set and the documents, each opened once, and only if it asks."""

    def __init__(self, path: str | None) -> None:
        self.path = path

    @cached_property
    def dataset(self) -> Dataset:
        """Load the data set that the user has named, or else the bundled one."""
        return load(self.path) if self.path else Dataset.bundled()

    @cached_property
    def documents(self) -> Documents:
        """Open the texts at hand, for showing passages."""
        return self.dataset.documents()


Run: TypeAlias = Callable[..., Answer]
"""What a command does: its function is given the `Context`, and each of the command's arguments by name."""


@frozen
class Argument:
    """Describe an argument as `ArgumentParser.add_argument` takes it."""

    names: tuple[str, ...]
    settings: Mapping[str, Any]


def argument(*names: str, **settings: Any) -> Argument:
    """Describe an argument, in the words of `ArgumentParser.add_argument`."""
    return Argument(names, settings)


NAME = argument("name", help="an id, or any name in any script")
NAME_OR_ALL = argument("name", nargs="?", help="an id, or any name in any script (left out: everything)")
LANGUAGE = argument("--language", default="en", help="en, zh, vi or ru (default: en)")
CALENDAR = argument("--calendar", choices=["julian", "gregorian"], help="of dates that do not say (default: gregorian)")
FOLDER = argument(
    "folder", nargs="?", help=f"the documents, a folder or a file (default: ${DOCUMENTS_VARIABLE} and your own)"
)


@frozen
class Command:
    """Describe a command: how it is called, what its help says, and the function that does it."""

    name: str
    help: str
    example: str
    arguments: tuple[Argument, ...]
    run: Run


@frozen
class Group:
    """Collect the commands of a module, in the order in which its functions stand."""

    commands: list[Command] = field(factory=list, init=False)

    def command(self, name: str, help: str, example: str, *arguments: Argument) -> Callable[[Run], Run]:
        """Make a command of the function below: `example` shows what may follow its name."""

        def add(run: Run) -> Run:
            self.commands.append(Command(name, help, example, arguments, run))
            return run

        return add


class Parser(argparse.ArgumentParser):
    """Say what is wrong in one line, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        """End with the message and status 2."""
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def make_parser(groups: Iterable[Group]) -> Parser:
    """Make the parser of all commands. What it parses has `run`, `data`, `json`, `full` and the command's arguments.

    Where no command is named, the first is meant.
    """
    parser = Parser(
        prog="russianrev",
        parents=[_make_common()],
        description="The Russian Revolution as typed, cited data.",
        epilog="example: russianrev show lenin",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    common = _make_common()
    commands = [command for group in groups for command in group.commands]
    parser.set_defaults(run=commands[0].run, json=False, full=False, data=None)
    listed = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in commands:
        epilog = f"example: russianrev {command.name} {command.example}".rstrip()
        made = listed.add_parser(
            command.name,
            aliases=[command.name.replace("-", "_")] if "-" in command.name else [],
            parents=[common],
            help=command.help,
            description=command.help,
            epilog=epilog,
        )
        made.set_defaults(run=command.run)
        for each in command.arguments:
            made.add_argument(*each.names, **each.settings)
    return parser


def _make_common() -> Parser:
    """Make the options that may stand before the command and after it; one that is not given leaves nothing behind."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--json", action="store_true", help="print JSON")
    common.add_argument("--full", action="store_true", help="with --json: all there is to it, at length")
    common.add_argument("--data", metavar="PATH", help="a data set of your own: a folder or a file")
    return common
