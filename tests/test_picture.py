"""A chart shows and saves itself without a network."""

from __future__ import annotations

import json
import socket
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NoReturn

import pytest
from bundled_data import DATASET

from russianrev.picture import Chart

OCTOBER = DATASET.between("1917-10 OS").chart()


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("a chart asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_a_notebook_shows_a_picture_on_its_own_ground_with_no_script() -> None:
    shown = OCTOBER._repr_mimebundle_()
    assert set(shown) == {"text/html", "image/svg+xml", "text/plain"}
    ET.fromstring(shown["text/html"])
    assert "<script" not in shown["text/html"]
    assert "http" not in shown["text/html"].replace("http://www.w3.org/", "")
    assert "#ffffff" not in shown["text/html"]
    assert '="#222222"' not in shown["text/html"]
    assert "currentColor" in shown["text/html"]
    assert shown["text/plain"] == repr(OCTOBER)


def test_it_tells_its_title_and_size() -> None:
    assert repr(OCTOBER) == f"<Chart “Events, October 1917 (O.S.)”, 960 × {OCTOBER.height:g} pixels>"


@pytest.mark.parametrize("form", ["svg", "png", "pdf", "html", "json"])
def test_it_is_saved_as_the_name_of_the_file_ends(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"october.{form}"
    OCTOBER.save(path)
    begins = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "html": b"<!DOCTYPE html>", "json": b"{"}[form]
    assert path.read_bytes().startswith(begins)
    assert b"<script src=" not in path.read_bytes()
    if form == "json":
        assert json.loads(path.read_bytes()) == OCTOBER.to_dict()


def test_a_finer_png_has_more_pixels(tmp_path: Path) -> None:
    for scale in (1, 3):
        OCTOBER.save(tmp_path / f"{scale}.png", scale_factor=scale)
    assert (tmp_path / "3.png").stat().st_size > (tmp_path / "1.png").stat().st_size


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"wanted: a file of svg, png, pdf, html, json, not 'october.gif'"):
        OCTOBER.save(tmp_path / "october.gif")


def test_on_dark_paper_ink_is_light() -> None:
    light, dark = json.dumps(OCTOBER.to_dict()), json.dumps(OCTOBER.to_dict(dark=True))
    assert "#222222" in light
    assert "#222222" not in dark
    assert (OCTOBER.to_dict()["background"], OCTOBER.to_dict(dark=True)["background"]) == ("#ffffff", "#111111")


def test_what_is_given_out_may_be_changed_and_the_chart_stays() -> None:
    OCTOBER.to_dict()["layer"].clear()
    assert OCTOBER.to_dict()["layer"]


def test_ink_named_in_a_text_stays_a_text() -> None:
    chart = Chart("t", "", 10, 10, {"title": "the colour #222222", "color": "#222222"})
    assert chart.to_dict(dark=True)["title"] == "the colour #222222"
