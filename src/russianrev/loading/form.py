"""Where the written form of a record departs from its class: a citation is two keys of the table that it stands in.

Its source is the record's own: that of a statement is the first part of the statement's id, and what is skipped is
skipped in the source that says so.
"""

from __future__ import annotations

from typing import Any

from russianrev.records.model import Citation, Skipped, Statement

CITING = (Statement, Skipped)
"""The classes whose tables hold a citation."""


def written_citation(citation: Citation) -> dict[str, str]:
    """Write a citation as the keys of the table that it stands in."""
    return {"passage": citation.notation, "opening": citation.opening}


def source_of(id: Any) -> str:
    """Tell the id of the source that makes a statement, from the statement's own."""
    return str(id).partition(":")[0]
