"""What must hold of a checkout, a session a step: `nox` runs all, `nox -s lint types` some, `nox --list` names them.

What only reads the checkout runs in the environment that nox is in, which `pip install -e '.[dev]'` makes; what tries
the package as others have it makes an environment of its own. A session whose Python is not on the machine is skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
THIS = f"{sys.version_info.major}.{sys.version_info.minor}"
OLDEST = [needed.replace(">=", "==") for needed in PROJECT["project"]["dependencies"]]
LARGEST = 1_150_000  # bytes of the wheel: with three times the data it would have 2.2 MB
DIST = Path("dist")
RESTING = (
    "tests/dates",
    "tests/records",
    "tests/loading",
    "tests/queries",
    "tests/test_dataset.py",
    "tests/test_cli.py",
)
QUICK = "--hypothesis-profile=quick"  # after many examples on one Python, few on the others

nox.needs_version = ">=2024.10"
nox.options.error_on_missing_interpreters = False
nox.options.download_python = "never"

# The tools of nox's own environment are on the path, though it may not be activated; so are the Pythons of pyenv.
_pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
_found = [str(folder) for version in PYTHONS for folder in _pyenv.glob(f"versions/{version}.*/bin")]
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), *_found, os.environ["PATH"]])


@nox.session(venv_backend="none")
def tests(session: nox.Session) -> None:
    """Run every test, the slow ones too, and see that they run every line and branch of the code."""
    session.run("pytest", "-q", "-n", "auto", "-m", "", "--cov", "--cov-report=term:skip-covered", *session.posargs)


@nox.session(venv_backend="none")
def lint(session: nox.Session) -> None:
    """Check the form of the code."""
    session.run("ruff", "format", "--check")
    session.run("ruff", "check")


@nox.session(venv_backend="none")
def types(session: nox.Session) -> None:
    """Check the types, by two checkers."""
    session.run("mypy")
    session.run("pyright", "--pythonpath", sys.executable)


@nox.session(venv_backend="none")
def docs(session: nox.Session) -> None:
    """Build the pages, without a warning."""
    session.run("sphinx-build", "-W", "-q", "docs", session.create_tmp())


@nox.session(venv_backend="none")
def workflows(session: nox.Session) -> None:
    """Check what runs elsewhere: the workflows, and the hooks of pre-commit."""
    session.run("zizmor", "--offline", "--persona", "pedantic", ".github")
    session.run("pre-commit", "validate-config")


@nox.session(venv_backend="none")
def packages(session: nox.Session) -> None:
    """Build the source distribution and the wheel, which other sessions install."""
    shutil.rmtree(DIST, ignore_errors=True)
    session.run("python", "-m", "build", "-q")
    session.run("twine", "check", "--strict", *map(str, DIST.iterdir()))
    session.run("check-wheel-contents", wheel_of(session))
    if (size := Path(wheel_of(session)).stat().st_size) >= LARGEST:
        session.error(f"the wheel has {size} bytes, and may have {LARGEST}")


@nox.session
def wheel(session: nox.Session) -> None:
    """Try the package as a user has it: outside the checkout, without extras."""
    session.install(wheel_of(session))
    session.chdir(session.create_tmp())
    session.run("python", "-m", "russianrev")
    answer = session.run("russianrev", "between", "1927-01-01", "1927-12-31", "--json", silent=True)
    assert json.loads(str(answer))["items"]
    if "RUSSIANREV_DOCUMENTS" in os.environ:
        session.run("russianrev", "verify")


@nox.session
def notebook(session: nox.Session) -> None:
    """Run the notebook from top to bottom, as somebody runs it who has the wheel alone."""
    session.install(f"{wheel_of(session)}[notebook]")
    shutil.copy("docs/tutorials/ten-days.ipynb", session.create_tmp())
    session.chdir(session.create_tmp())
    session.run("jupyter", "execute", "ten-days.ipynb")


@nox.session
def spark(session: nox.Session) -> None:
    """Test the views in SQL, in Spark."""
    if not shutil.which("java"):
        session.skip("Spark needs Java")
    session.install(".[spark,test]")
    session.run("pytest", "-q", "-m", "slow", "-k", "spark", "tests/exports/test_views_at_scale.py")


@nox.session(python=[version for version in PYTHONS if version != THIS])
def python(session: nox.Session) -> None:
    """Run the tests on the other Pythons."""
    session.install(".[test]")
    session.run("pytest", "-q", "-n", "auto", "-p", "no:cacheprovider", QUICK, *session.posargs)


@nox.session(python=PYTHONS[0])
def oldest(session: nox.Session) -> None:
    """Run the tests of what rests on what the package needs with the oldest versions of that, on the oldest Python."""
    session.install(".[test]", *OLDEST)
    session.run("pytest", "-q", "-n", "auto", "-p", "no:cacheprovider", QUICK, *RESTING, *session.posargs)


def wheel_of(session: nox.Session) -> str:
    """Find the wheel that the session `packages` built, by its full path."""
    found = [str(path.resolve()) for path in DIST.glob("*.whl")]
    if len(found) != 1:
        session.error("there is no wheel in dist/: run the session `packages` first")
    return found[0]
