"""How the documentation is built: `sphinx-build -W docs docs/_build`."""

from __future__ import annotations

import os
import re
from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config, GoogleDocstring

from russianrev import __version__

project = "russianrev"
author = "The russianrev authors"
copyright = "2026, The russianrev authors"
release = version = __version__

extensions = ["myst_nb", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
os.environ.pop("RUSSIANREV_DOCUMENTS", None)  # what a notebook shows here is published: no passages

autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 90
add_module_names = False

html_theme = "furo"
html_title = f"russianrev {release}"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#8c1d18", "color-brand-content": "#8c1d18"},
    "dark_css_variables": {"color-brand-primary": "#f0a39e", "color-brand-content": "#f0a39e"},
}


def from_google_style(app: Sphinx, what: str, name: str, obj: object, options: Any, lines: list[str]) -> None:
    """Turn a docstring, with Google's sections and with `code` as Markdown writes it, into what Sphinx reads.

    The extension napoleon would take what precedes a colon in the docstring of a property for its type.
    """
    if what in ("function", "method"):
        lines[:] = GoogleDocstring(lines, Config(), what=what).lines()
    lines[:] = [re.sub(r"(?<!`)`([^`]+)`(?!`)", r"``\1``", line) for line in lines]


def without_last_blank_line(app: Sphinx, page: str, source: list[str]) -> None:
    """Drop the blank line that doctest wants between the last output and the fence that closes the block."""
    source[0] = re.sub(r"\n\n```$", "\n```", source[0], flags=re.MULTILINE)


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("source-read", without_last_blank_line)
    app.connect("autodoc-process-docstring", from_google_style)
