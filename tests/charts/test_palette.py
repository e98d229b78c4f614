"""Colours are plain to see on white and on near-black, and told apart by all."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest

from russianrev.charts.canvas import GREY
from russianrev.charts.palette import ACTORS, FAMILIES, STANDINGS

Colour = npt.NDArray[np.float64]

# How those see who lack one sort of cones: Machado, Oliveira and Fernandes (2009), on linear RGB.
SIGHT = {
    "all cones": np.eye(3),
    "no green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "no red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
}
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(colour: str) -> Colour:
    parts = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2.2, from 1 to 21."""
    low, high = sorted(float(XYZ[1] @ linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(seen: Colour) -> Colour:
    x, y, z = np.cbrt(np.maximum(XYZ @ np.clip(seen, 0, 1), 1e-6) / (XYZ @ np.ones(3)))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("colour", [GREY, *(colour for colour, _ in FAMILIES.values()), *ACTORS.values()])
@pytest.mark.parametrize("ground", ["#ffffff", "#111111"])
def test_a_colour_is_plain_to_see_on_white_and_on_near_black(colour: str, ground: str) -> None:
    assert contrast(colour, ground) > (4 if colour == GREY else 2.6)


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("colours", [[c for c, _ in FAMILIES.values()], [*STANDINGS.values()], [*ACTORS.values()]])
def test_colours_of_one_chart_are_told_apart_by_all(colours: list[str], sight: str) -> None:
    seen = [lab(SIGHT[sight] @ linear(colour)) for colour in colours]
    assert min(float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2)) > 18
