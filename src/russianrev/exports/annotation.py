"""A citation as the target of a W3C Web Annotation: the view `web-annotation`.

Rule: https://www.w3.org/TR/annotation-model/#text-position-selector.
"""

from __future__ import annotations

from typing import Any

from russianrev.records.model import Citation
from russianrev.views import register


@register("web-annotation", Citation)
def target(citation: Citation) -> dict[str, Any]:
    """Make the target of a Web Annotation that `Citation.web_annotation_target` answers with."""
    return {
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
