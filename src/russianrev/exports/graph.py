"""Networks as GraphML and GEXF, for Gephi, igraph, Cytoscape and yEd.

Needs the extra `graph`. Numbers and texts stay what they are; a list is written as JSON text, in which a citation is an
object of its source, its position and its address. The title, the version and the licence of the data set are the
graph's name. Rules: http://graphml.graphdrawing.org/specification.html; https://gexf.net.

What the forms cannot hold: a control character, which XML does not have; U+FFFD stands for it. The network itself has
those who took part in events, and the passages on these; whatever else the data set says is not in it.
"""

from __future__ import annotations

import json
import os
import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from russianrev.extras import needs
from russianrev.queries.corpus import Corpus
from russianrev.records.base import attributes_of
from russianrev.records.model import Citation

if TYPE_CHECKING:
    import networkx

_WRITERS = {"graphml": "write_graphml_xml", "gexf": "write_gexf"}

# Rule: https://www.w3.org/TR/xml/#charsets. Parsers also read a carriage return as a line feed.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\r\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def export(dataset: Corpus, form: str = "graphml") -> str:
    """Write the network of a data set (`Dataset.network`) as the text of one file, in GraphML or GEXF.

    Raises `MissingExtraError`.

    >>> import russianrev as rr
    >>> '<node id="trotsky">' in export(rr.according_to("boden-review"))
    True
    """
    graph = dataset.network()
    if dataset.metadata:
        graph.name = str(dataset.metadata)
    return _write_text(graph, form)


def write_graph(graph: networkx.Graph, path: str | os.PathLike[str]) -> None:
    """Write a graph of `network()` or `lineage_graph()` to a file, as GraphML or GEXF by the path's suffix.

    Raises `ValueError` for another suffix, `MissingExtraError`, and `OSError` if the file cannot be written.
    """
    form = Path(path).suffix.lower().removeprefix(".")
    if form not in _WRITERS:
        raise ValueError(f"wanted: a file whose name ends in .graphml or .gexf, not {Path(path).name!r}")
    Path(path).write_text(_write_text(graph, form), encoding="utf-8", newline="")


def _write_text(graph: networkx.Graph, form: str) -> str:
    plain: Any = _number_edges(graph) if graph.is_multigraph() else graph.copy()
    nodes, edges = plain.nodes(data=True), plain.edges(data=True)
    for *_, values in (*nodes, *edges):
        values.update({name: _make_writable(value) for name, value in values.items()})
    file = BytesIO()
    getattr(needs("graph", "networkx"), _WRITERS[form])(plain, file)
    return file.getvalue().decode()


def _number_edges(graph: Any) -> Any:
    """Copy a graph in which two nodes may have several edges; the key of an edge, its id in the file, is a number."""
    plain = graph.copy()
    plain.clear_edges()
    for number, (source, target, values) in enumerate(graph.edges(data=True), 1):
        plain.add_edge(source, target, key=f"edge-{number}", **values)
    return plain


def _make_writable(value: Any) -> str | float:
    if isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=_describe_citation)
    return _NOT_IN_XML.sub("\ufffd", text)


def _describe_citation(citation: Citation) -> dict[str, str | int | None]:
    attributes = {name: getattr(citation, name) for name in attributes_of(citation)}
    return attributes | {"source": citation.source.id, "url": citation.url}
