"""A document or a passage as it is cited in a style."""

from __future__ import annotations

from attrs import frozen

from russianrev.views import Plain


@frozen
class Reference(Plain):
    """How a source or a passage is cited in a paper: what stands in the `text`, or in a note, and the `entry`.

    The entry is that of the source in the list of works; it is empty if the style has no such list, or leaves such a
    source out of it. `html` has both, with the italics that the style asks for, and the addresses as links.
    """

    text: str
    entry: str
    html: str

    def __str__(self) -> str:
        """Write both, as they would be pasted: the text or note, and the entry in a line of its own."""
        return "\n".join(filter(None, (self.text, self.entry)))

    def _repr_html_(self) -> str:
        """Show it in a notebook as it would be set."""
        return self.html
