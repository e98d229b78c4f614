"""Colours in a terminal: when there are any, what has which, and that nothing else is added."""

from __future__ import annotations

import re

import pytest
from bundled_data import DATASET
from hypothesis import given
from hypothesis import strategies as st

from russianrev.cli.colours import coloured, has_colours
from russianrev.terminal import page

BOLD, DIM, YELLOW, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[0m"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),  # which counts only if it is not empty
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({}, False),
    ],
)
def test_colours_are_for_terminals_and_for_who_wants_them(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: bool
) -> None:
    assert not has_colours({"TERM": "xterm"})  # the tests' output is no terminal
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert has_colours(environment) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lenin\n=====\nid  lenin", f"{BOLD}Lenin{PLAIN}\n=====\nid  lenin"),
        ("Names\n-----", f"{BOLD}Names{PLAIN}\n-----"),
        ("A\n  — boden-review ¶1\n    [0–3] “On …”\nB", f"A\n{DIM}  — boden-review ¶1\n    [0–3] “On …”{PLAIN}\nB"),
        ("October Revolution [october-revolution]", f"October Revolution {DIM}[october-revolution]{PLAIN}"),
        ("  “Marhc” is read as “March” (certain).", f"{YELLOW}  “Marhc” is read as “March” (certain).{PLAIN}"),
        ("Lenin came back [at last].", "Lenin came back [at last]."),
        ("", ""),
    ],
)
def test_headings_ids_citations_and_corrections_have_colours(text: str, expected: str) -> None:
    assert coloured(text) == expected


def stripped(text: str) -> str:
    return re.sub("\x1b\\[[0-9]+m", "", text)


@given(st.text(st.sampled_from("ab-=—“”[] \n1") | st.characters(exclude_characters="\x1b")))
def test_nothing_but_colour_is_added(text: str) -> None:
    assert stripped(coloured(text)) == text


@pytest.mark.parametrize("id", ["october-revolution", "trotsky", "boden-review", "bolsheviks"])
def test_a_page_without_its_colours_is_the_page(id: str) -> None:
    plain = page(DATASET, DATASET.find(id))
    assert stripped(coloured(plain)) == plain != coloured(plain)
