"""What the names of records begin with where the whole world reads them: in linked data and gazetteers."""

from __future__ import annotations

import re

from russianrev.queries.corpus import Corpus

OURS = "urn:russianrev:"
"""The namespace of the records of the data set in the package, and of what is made of them."""

UNNAMED = "urn:dataset:"
"""That of any other data set, unless it is given one of its own."""

# Rules: RFC 3987; https://www.w3.org/TR/json-ld11/#compact-iris. A "#" is for what belongs to a record.
_NAMESPACE = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:(?:[^\s<>"{}|\\^`#]*[/:])?""")


def namespace_of(dataset: Corpus, namespace: str | None = None) -> str:
    """Tell the namespace of a data set: the one given, that of the package for its data, or one that says nothing.

    Raises `ValueError` for what cannot begin an IRI, or does not end in "/" or ":".

    >>> import russianrev as rr
    >>> namespace_of(rr.according_to("boden-review"))
    'urn:russianrev:'
    >>> namespace_of(rr.according_to("boden-review"), "https://example.org/wharf/")
    'https://example.org/wharf/'
    """
    if namespace is None:
        return OURS if dataset.metadata else UNNAMED
    if not _NAMESPACE.fullmatch(namespace):
        raise ValueError(f"wanted: a namespace such as https://example.org/history/, not {namespace!r}")
    return namespace
