"""HTML for notebooks: what a record or an answer shows of itself in Jupyter."""

from russianrev.html import answers, records  # their pages are registered  # noqa: F401
from russianrev.html.fragment import to_html

__all__ = ["to_html"]
