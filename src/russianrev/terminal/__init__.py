"""Plain text for terminals: what `str()` makes of an answer, and pages about one thing."""

from __future__ import annotations

from russianrev.terminal import answers as answers
from russianrev.terminal.lines import citation_lines as citation_lines
from russianrev.terminal.lines import reference_lines as reference_lines
from russianrev.terminal.page import page as page
from russianrev.terminal.page import tour as tour
