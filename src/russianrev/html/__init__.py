"""HTML for notebooks: what a record or an answer shows of itself in Jupyter."""

from russianrev.html.fragment import to_html
from russianrev.views import Shown, register

__all__ = ["to_html"]

register("html", Shown)(to_html)
