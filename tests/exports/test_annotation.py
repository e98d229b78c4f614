from __future__ import annotations

from russianrev.dataset import Dataset


def test_a_target_is_selected_from_the_text_and_says_where_it_can_be_opened(wharf: Dataset) -> None:
    cited = wharf.statements["wharf-chronicle:2.1"].citation
    target = cited.web_annotation_target()
    assert target["source"] == f"urn:sha256:{cited.source.sha256}"
    assert target["via"] == cited.url == "https://wharf.example/chronicle?page=3#:~:text=On%203%20March%201917"


def test_a_target_without_an_address_has_no_place_where_it_can_be_opened(wharf: Dataset) -> None:
    assert "via" not in wharf.statements["union-letter:1.1"].citation.web_annotation_target()
