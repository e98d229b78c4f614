"""A citation as the target of a W3C Web Annotation: the view `web-annotation`.

What is selected from is the text that has the digest, whoever holds a copy. The page at which a reader can open the
passage is told as `via`, where it may be had, and is an address with a text fragment. It is no second source: the
positions are not those of the page, and a selector that quotes would need the text.
Rules: https://www.w3.org/TR/annotation-model/#text-position-selector,
https://www.w3.org/TR/annotation-model/#other-identities, https://wicg.github.io/scroll-to-text-fragment/.
"""

from __future__ import annotations

from typing import Any

from russianrev.records.model import Citation
from russianrev.views import register


@register("web-annotation", Citation)
def target(citation: Citation) -> dict[str, Any]:
    """Make the target of a Web Annotation that `Citation.web_annotation_target` answers with."""
    target: dict[str, Any] = {
        "source": f"urn:sha256:{citation.source.sha256}",
        "selector": {
            "type": "FragmentSelector",
            "value": f"paragraph={citation.paragraph}",
            "refinedBy": {
                "type": "TextPositionSelector",
                "start": citation.start,
                "end": citation.end,
                "russianrev:digest": f"sha256-16:{citation.digest}",
            },
        },
    }
    return target | ({"via": citation.url} if citation.url else {})
