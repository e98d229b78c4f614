"""Fingerprints: what two texts share shows in them, and there are few."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from russianrev.passages.tracks.fingerprints import (
    ALPHABETIC,
    BITS,
    IDEOGRAPHIC,
    Grain,
    fingerprinted,
    fingerprints,
    grain_of,
    runs,
)

grains = st.sampled_from([ALPHABETIC, IDEOGRAPHIC])


def some(seed: int, size: int, alphabet: str = "abcdefghijklmnoprstuvwy") -> str:
    return "".join(Random(seed).choices(alphabet, k=size))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300), grains)
def test_fingerprints_stand_in_order_no_farther_apart_than_a_window(text: str, grain: Grain) -> None:
    found = fingerprints(text, grain)
    assert bool(found) == (len(text) >= sum(grain) - 1)
    assert all(0 < later.at - earlier.at <= grain.window for earlier, later in pairwise(found))
    assert all(0 <= each.value < 2**BITS and each.at <= len(text) - grain.gram for each in found)


@given(st.integers(0, 1000), st.integers(2000, 6000), grains)
def test_there_are_about_two_to_a_window(seed: int, size: int, grain: Grain) -> None:
    found = fingerprints(some(seed, size), grain)
    assert len(found) * BITS / size < 0.6


@pytest.mark.parametrize("text", ["a" * 5000, "ab" * 2500, "abcdefghij" * 500])
def test_a_text_that_repeats_itself_has_no_more(text: str) -> None:
    assert len(fingerprints(text, ALPHABETIC)) * BITS / len(text) < 0.85


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 99), grains)
def test_what_two_texts_share_has_the_same_fingerprints(one: str, other: str, seed: int, grain: Grain) -> None:
    shared = some(seed, 400)
    inner = range(sum(grain), len(shared) - sum(grain))  # what the text around it cannot reach
    first, second = (
        {(at - len(before), value) for at, value in fingerprints(before + shared, grain) if at - len(before) in inner}
        for before in (one, other)
    )
    assert first == second


def test_a_copy_knows_where_each_run_is_but_not_of_those_that_come_too_often() -> None:
    text = some(1, 500)
    copy = fingerprinted(text * 9, ALPHABETIC)
    keys = dict(runs(fingerprints(text, ALPHABETIC)))
    places = copy.runs[keys[4]]
    assert len(places) == 4
    assert {later - earlier for earlier, later in pairwise(places)} == {500}
    assert all(copy.values[at] == value for at, value in fingerprints(text, ALPHABETIC))


def test_chinese_and_japanese_are_looked_at_more_finely() -> None:
    assert grain_of("革命军事委员会在彼得格勒ab") == IDEOGRAPHIC
    assert grain_of("スターリン") == IDEOGRAPHIC
    assert grain_of("петроград") == grain_of("") == ALPHABETIC
