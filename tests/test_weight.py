"""What each part of the package weighs in a wheel: compressed, in kilobytes of a thousand bytes."""

from __future__ import annotations

import zlib
from collections import defaultdict
from pathlib import Path

import pytest

import russianrev
from russianrev.loading.bundle import BUNDLE

PACKAGE = Path(russianrev.__file__).parent

PARTS = {"record": 330, "word": 160, "name": 78, "id": 45, "statements": 20, "track": 42}
"""The parts of the bundle that weigh most, and what each may weigh with the data there are; the others together 40."""

OTHERS, CODE = 40, 390
WHEEL = 2_200
"""What the wheel may weigh with three times the data."""

TRIPLED = 2.7
"""How many times as heavy the bundle is with three times the data, as `benchmarks/run.py wheel` builds it."""


def packed(content: bytes) -> float:
    return len(zlib.compress(content, 6)) / 1000


@pytest.fixture(scope="module")
def bundle() -> dict[str, float]:
    """What each part of the bundle weighs, by the index that its lines belong to."""
    parts: dict[str, bytearray] = defaultdict(bytearray)
    for line in (PACKAGE / BUNDLE).read_bytes().splitlines(keepends=True):
        index = line[2:].partition(b'"')[0].partition(b" ")[0].decode()
        parts["id" if index == "ids" else index] += line
    return {index: packed(bytes(lines)) for index, lines in parts.items()}


@pytest.mark.parametrize("part", PARTS)
def test_no_part_of_the_bundle_weighs_more_than_it_may(part: str, bundle: dict[str, float]) -> None:
    assert bundle[part] <= PARTS[part]


def test_the_small_indexes_weigh_little(bundle: dict[str, float]) -> None:
    assert sum(weight for index, weight in bundle.items() if index not in PARTS) <= OTHERS


def test_the_code_weighs_what_it_may() -> None:
    others = (path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".ttl", ".sql", ".typed"))
    assert sum(packed(path.read_bytes()) for path in others) <= CODE


def test_the_wheel_has_room_for_three_times_the_data() -> None:
    assert TRIPLED * packed((PACKAGE / BUNDLE).read_bytes()) + CODE <= WHEEL
