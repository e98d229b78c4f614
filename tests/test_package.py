"""The package's face: what importing it costs, what it offers, and the data set behind it."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
from importlib import metadata

import pytest

import russianrev as rr


def run(script: str) -> str:
    """What a script prints, run in a Python of its own."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_the_package_imports_nothing_but_the_standard_library() -> None:
    script = """
import sys
before = set(sys.modules)
import russianrev
new = {name.partition(".")[0] for name in set(sys.modules) - before}
print(sorted(new - sys.stdlib_module_names))
print(sorted(name for name in sys.modules if name.startswith("russianrev.")))
"""
    assert run(script).splitlines() == ["['russianrev']", "['russianrev._version']"]


def test_importing_the_package_and_naming_a_class_reads_no_data() -> None:
    script = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import russianrev
russianrev.Person, russianrev.parse_date, russianrev.load
print([name for name in opened if name.endswith("bundle.jsonl")])
russianrev.persons
print([name for name in opened if name.endswith("bundle.jsonl")] != [])
"""
    assert run(script).splitlines() == ["[]", "True"]


def test_a_question_of_dates_imports_no_date_parser() -> None:
    script = """
import sys, russianrev as rr
rr.between("1927-01-01", "1927-12-31")
print("dateutil" in sys.modules)
"""
    assert run(script) == "False"


@pytest.mark.parametrize(
    ("name", "modules"),
    [
        ("Role", ["vocabulary"]),
        ("Fault", ["errors", "text"]),
        ("Precision", ["dates", "errors", "text", "views"]),
    ],
)
def test_naming_a_class_imports_its_own_module_and_what_that_stands_on(name: str, modules: list[str]) -> None:
    script = f"""
import sys
import russianrev
russianrev.{name}
print(*sorted({{module.split(".")[1] for module in sys.modules if module.startswith("russianrev.")}}))
"""
    assert run(script).split() == sorted(["_version", *modules])


def test_the_modules_of_names_are_said_once_each() -> None:
    named = [name for names in rr._MODULES.values() for name in names]
    assert len(named) == len(set(named))
    assert set(named) <= set(rr.__all__)
    assert all(name in named for name in rr.__all__ if name[0].isupper())


def test_threads_that_ask_at_once_share_one_data_set() -> None:
    script = """
import sys, threading
sys.setswitchinterval(1e-6)
import russianrev as rr
from russianrev.loading import bundle
loads, load = [], bundle.open_bundle
bundle.open_bundle = lambda: loads.append(1) or load()
names = ["find", "between", "search", "involved", "as_of", "disputes", "verify", "accounts"] * 4
start, found = threading.Barrier(len(names)), []
def ask(name):
    start.wait()
    found.append(getattr(rr, name).__self__)
threads = [threading.Thread(target=ask, args=(name,)) for name in names]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(found), len(set(map(id, found))), len(loads))
"""
    assert run(script) == "32 1 1"


def test_threads_that_look_at_the_same_records_at_once_see_the_same() -> None:
    script = """
import sys, threading
sys.setswitchinterval(1e-6)
import russianrev as rr
start, found = threading.Barrier(16), []
def look():
    start.wait()
    found.append((rr.find("Троцкий").id, rr.search("opposition"), hash(rr.statements), len(rr.sources_for("kirov"))))
threads = [threading.Thread(target=look) for _ in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(found), all(each == found[0] for each in found))
"""
    assert run(script) == "16 True"


@pytest.mark.parametrize("name", rr.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(rr, name) is getattr(rr, name)


def test_the_public_names_are_listed_once_and_in_order() -> None:
    assert sorted(set(rr.__all__)) == rr.__all__


def test_dir_lists_every_public_name_and_nothing_that_is_not_there() -> None:
    listed = dir(rr)
    assert set(rr.__all__) <= set(listed)
    assert [name for name in listed if not hasattr(rr, name)] == []


def test_what_the_class_offers_the_module_offers() -> None:
    asked = {name for name in dir(rr.Dataset) if not name.startswith("_")}
    held = {"events", "persons", "parties", "bodies", "places", "works", "ideas", "sources", "statements"}
    assert (asked - {"bundled", "to_dict"}) | held <= set(rr.__all__)  # which the module itself is made of


def test_no_public_name_is_also_a_module_which_would_take_its_place_once_imported() -> None:
    modules = {module.name for module in pkgutil.iter_modules(rr.__path__)}
    assert modules.isdisjoint(rr.__all__)


def test_a_function_is_still_the_function_after_it_was_called() -> None:
    assert rr.search("kirov") == rr.search("kirov")
    assert callable(rr.search)


def test_the_collections_are_the_data_sets_own() -> None:
    assert rr.events is rr.find.__self__.events  # type: ignore[attr-defined]


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'russianrev' has no attribute 'tsars'"):
        rr.tsars  # noqa: B018


def test_a_star_import_gives_the_public_names() -> None:
    script = "from russianrev import *; print(find('lenin').id, Person.__name__, 'Any' in globals())"
    assert run(script) == "lenin Person False"


def test_the_version_is_that_of_the_installed_package() -> None:
    assert rr.__version__ == metadata.version("russianrev")
    assert re.fullmatch(r"\d+\.\d+\.\d+", rr.__version__)
