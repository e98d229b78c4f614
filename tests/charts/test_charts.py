"""What holds for all charts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import altair
import pytest
from bundled_data import DATASET
from charts_drawn import overlaps, rows, svg, texts, with_tooltip
from factories import changed, example, owner, record

from russianrev.dataset import Dataset
from russianrev.errors import MissingExtraError
from russianrev.queries.timeline import Timeline

FEBRUARY = DATASET.between("1917-02", "1917-03-03", calendar="julian")
OCTOBER = DATASET.between("1917-10 OS")
WHOLE = DATASET.between("1891", "1924")

CHARTS: dict[str, Callable[..., Any]] = {
    "timeline": lambda data, **kwargs: data.events.chart(**kwargs),
    "parties": lambda data, **kwargs: data.events.chart(by="party", **kwargs),
    "life": lambda data, **kwargs: data.persons["anna-sorokina"].chart(**kwargs),
    "accounts": lambda data, **kwargs: data.accounts_chart("wharf-strike", **kwargs),
    "sources": lambda data, **kwargs: data.sources_chart(**kwargs),
}

HOSTILE = ["<img src=x onerror=alert(1)>", 'quote " and \\', "two\nlines", "مرحبا", "🚩 flag", "{signal: 1}", "a" * 500]

DRAWN: dict[str, Callable[[], Any]] = {
    "February 1917": lambda: FEBRUARY.chart(),
    "February 1917, all that may lie in it": lambda: DATASET.between(
        "1917-02 OS", "1917-03-03 OS", possible=True
    ).chart(),
    "October 1917": lambda: OCTOBER.chart(),
    "four days of October": lambda: DATASET.between("1917-10-24 OS", "1917-10-27 OS").chart(width=700),
    "1891–1924": lambda: WHOLE.chart(),
    "1891–1924 by party": lambda: WHOLE.chart(by="party"),
    "in Vietnamese": lambda: FEBRUARY.chart(language="vi"),
    "Lenin": lambda: DATASET.persons["lenin"].chart(),
    "Kerensky": lambda: DATASET.persons["kerensky"].chart(width=600),
    "October by document": lambda: DATASET.accounts_chart("october-revolution", width=700),
    "sources": lambda: DATASET.sources_chart(),
}


@pytest.mark.parametrize("name", DRAWN)
def test_no_two_texts_run_into_each_other_or_over_the_edge(name: str) -> None:
    chart = DRAWN[name]()
    found = texts(chart)
    assert overlaps(found) == []
    assert all(text.left >= 0 and text.right <= chart.width + 29 for text in found)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_valid_and_altairs_own(wharf: Dataset, name: str) -> None:
    chart = CHARTS[name](wharf)
    assert isinstance(chart.to_altair(), altair.LayerChart)
    assert chart.to_altair().to_dict(validate=True)["$schema"].startswith("https://vega.github.io/schema/vega-lite/")


@pytest.mark.parametrize("name", CHARTS)
def test_width_and_title_are_the_users(wharf: Dataset, name: str) -> None:
    chart = CHARTS[name](wharf, width=640, title="A title of one's own")
    assert chart.to_dict()["width"] == 640
    assert chart.to_dict()["title"]["text"] == ["A title of one's own"]
    with pytest.raises(ValueError, match="at least 480 pixels wide, not 100"):
        CHARTS[name](wharf, width=100)


def test_a_chart_is_saved_as_picture_and_page_without_a_network(wharf: Dataset, tmp_path: Path) -> None:
    chart = wharf.events.chart()
    chart.save(tmp_path / "chart.png")
    chart.save(tmp_path / "chart.svg")
    chart.save(tmp_path / "chart.html")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert "Strike at the wharf" in (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert '<script src="' not in (tmp_path / "chart.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CHARTS)
def test_without_the_extra_the_error_names_it(wharf: Dataset, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(MissingExtraError, match=r"russianrev\[charts\]"):
        CHARTS[name](wharf)


def test_hostile_titles_are_text(wharf: Dataset) -> None:
    strike = wharf.events["wharf-strike"]
    events = [changed(strike, id=f"event-{number}", title=words) for number, words in enumerate(HOSTILE)]
    chart = Timeline(events, wharf.find).chart()
    assert [row["event"] for row in with_tooltip(chart, "event")] == HOSTILE
    assert "<img" not in svg(chart)
    assert overlaps(texts(chart)) == []


@pytest.mark.parametrize("name", CHARTS)
def test_hostile_names_are_text(tmp_path: Path, name: str) -> None:
    tables = example()
    for id in ("wharf-strike", "wharf-chronicle"):
        record(tables, id)["title"] = HOSTILE[0]
    for id in ("anna-sorokina", "dockers-union", "union-board", "krasny-bor"):
        record(tables, id)["name"] = HOSTILE[0]
    chart = CHARTS[name](Dataset(owner(tmp_path, tables)))
    assert "<img" not in svg(chart)


def test_more_rows_than_altair_allows_a_frame_are_drawn(wharf: Dataset) -> None:
    with altair.data_transformers.enable("default", max_rows=1):
        assert rows(wharf.events.chart())


def test_the_data_that_a_chart_shows_are_named_below_it(wharf: Dataset) -> None:
    for name in ("four days of October", "Kerensky", "October by document"):
        assert any(row["text"].startswith("Data: russianrev ") for row in rows(DRAWN[name](), "text"))
    assert not any(row["text"].startswith("Data:") for row in rows(wharf.events.chart(), "text"))
