"""Run the command line: `russianrev COMMAND …`, or `python -m russianrev COMMAND …`. A module a group of commands."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from russianrev.cli import asking, comparing, documents, drawing, editing, exporting, finding
from russianrev.cli.colours import coloured, has_colours
from russianrev.cli.links import has_links, linked
from russianrev.cli.parsing import Answer, Context, make_parser
from russianrev.errors import RussianRevError
from russianrev.exports.json import to_json

GROUPS = (asking.GROUP, comparing.GROUP, finding.GROUP, documents.GROUP, drawing.GROUP, exporting.GROUP, editing.GROUP)
"""The commands, in the order in which the help lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    0 if it was done, 1 if a check failed, 2 if what was asked cannot be understood.
    """
    options = vars(make_parser(GROUPS).parse_args(arguments))
    run, data, as_json = options.pop("run"), options.pop("data"), options.pop("json")
    full = options.pop("full")
    try:
        context = Context(data)
        answer: Answer = run(context, **options)
        if as_json:
            _write_exactly(to_json(answer.value, full=full) + "\n")
        elif answer.exact:
            _write_exactly(answer.text)
        else:
            _show(answer, context)
    except BrokenPipeError:
        # The reader has gone. Python would complain once more when it flushes the closed pipe at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130  # as shells report an interrupt
    except (RussianRevError, OSError, ValueError) as error:
        print(f"russianrev: {error}", file=sys.stderr)
        return 2
    return answer.status


def _show(answer: Answer, context: Context) -> None:
    """Print a page for readers, with colours and links in a terminal that has them; `?` where it has not the letter."""
    text = coloured(answer.text) if has_colours() else answer.text
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    print(linked(text, context.dataset) if has_links() else text, flush=True)


def _write_exactly(text: str) -> None:
    """Write what another program is to read: UTF-8 and its own ends of line, whatever the terminal or pipe has."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
    else:
        sys.stdout.write(text)  # as in a notebook
    sys.stdout.flush()
