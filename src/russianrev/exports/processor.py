"""citeproc-py, mended where it does not do what the specification of CSL says. Needs the extra `bibliography`.

It is given one item, which is cited once, or several, which are listed. Mended are these rules of
https://docs.citationstyles.org/en/stable/specification.html:

- `disambiguate="true"` is true only of what would otherwise be ambiguous, and one item is not;
- `initialize="false"` leaves given names as they are;
- a `label` is written with its variable only;
- what `substitute` has put in the place of names is not written once more;
- roles with a hyphen, such as `reviewed-author`, are roles;
- with `punctuation-in-quote`, a full stop or a comma stands before the closing quotation mark;
- `text-case` is of all that is written, also of names and numbers;
- no full stop follows a question mark, an exclamation mark or another full stop.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterable, Mapping
from html import escape
from types import SimpleNamespace
from typing import Any

from attrs import frozen

from russianrev.extras import needs

_citeproc = needs("bibliography", "citeproc")
_json = needs("bibliography", "citeproc.source.json")
_model = needs("bibliography", "citeproc.model")
_source = needs("bibliography", "citeproc.source")
_string = needs("bibliography", "citeproc.string")
_etree = needs("bibliography", "lxml.etree")

# Characters that no text has: https://www.unicode.org/faq/private_use.html#nonchar1.
_RESERVED = [chr(number) for number in range(0xFDD0, 0xFDF0)]
PARAGRAPH, ADDRESS, _LESS_THAN, *_MARKS = _RESERVED

_TAGS = {
    "Italic": "<i>",
    "Oblique": "<i>",
    "Bold": "<b>",
    "Light": "<span>",
    "Underline": "<u>",
    "Superscript": "<sup>",
    "Subscript": "<sub>",
    "SmallCaps": '<span style="font-variant: small-caps">',
}
"""What citeproc-py may ask for, each with its element of HTML."""

_OPENING = dict(zip(_TAGS, _MARKS[::2], strict=False))
_CLOSING = dict(zip(_TAGS, _MARKS[1::2], strict=False))
_CLOSED = f"[{''.join(_CLOSING.values())}]*"

_NAMESPACE = "http://purl.org/net/xbiblio/csl"


@frozen
class Setting:
    """A text as a style sets it, in which `PARAGRAPH` and `ADDRESS` stand for what is still to be put there."""

    marked: str

    def text(self, paragraph: str, address: str) -> str:
        """Write it as plain text."""
        plain = self.marked.translate(dict.fromkeys(map(ord, _MARKS)) | {ord(_LESS_THAN): "<"})
        return plain.replace(PARAGRAPH, paragraph).replace(ADDRESS, address)

    def html(self, paragraph: str, address: str) -> str:
        """Write it as HTML, with the address as a link."""
        link = f'<a href="{escape(address)}">{escape(address)}</a>'
        html = escape(self.marked, quote=False).translate(_HTML)
        return html.replace(PARAGRAPH, paragraph).replace(ADDRESS, link)


_HTML = (
    {ord(_LESS_THAN): "&lt;"}
    | {ord(_OPENING[name]): tag for name, tag in _TAGS.items()}
    | {ord(_CLOSING[name]): f"</{tag.strip('<>').partition(' ')[0]}>" for name, tag in _TAGS.items()}
)


def _marker(name: str) -> Any:
    return lambda text: f"{_OPENING[name]}{text}{_CLOSING[name]}"


_FORMATTER = SimpleNamespace(preformat=str, **{name: _marker(name) for name in _TAGS})


def process(style: bytes, locale: str | None, item: Mapping[str, Any], *, located: bool) -> tuple[Setting, Setting]:
    """Cite an item of CSL-JSON in a style, given as its XML: what stands in the text or note, and the entry.

    If it is `located`, a paragraph of it is cited. The language is the style's own, unless
    there is a `locale`. The entry is empty if the style has none for it.
    """
    read = _read_style(style, locale)
    _mend(read.root, locale or read.root.get("default-locale", "en"))
    locator = {"locator": _citeproc.Locator("paragraph", PARAGRAPH)} if located else {}
    cited = _register(read, [item], **locator)
    text = cited.bibliography.cite(cited, None)
    entries = _register(read, [item]).bibliography.bibliography() if read.has_bibliography() else []
    return _setting(read.root, text), _setting(read.root, "".join(map(str, entries)))


def list_works(style: bytes, locale: str | None, items: Collection[Mapping[str, Any]]) -> list[tuple[str, Setting]]:
    """List items of CSL-JSON as works cited: the id and the entry of each, in the order of the style.

    Raises `ValueError` if the style has no such list.
    """
    read = _read_style(style, locale)
    if not read.has_bibliography():
        raise ValueError("it has no list of works")
    bibliography = _register(read, items).bibliography
    bibliography.sort()
    bibliography.source = _make_references(items)
    _mend(read.root, locale or read.root.get("default-locale", "en"))
    return [
        (item.key, _setting(read.root, "".join(map(str, read.render_bibliography([item])))))
        for item in bibliography.items
    ]


def _read_style(style: bytes, locale: str | None) -> Any:
    read = _citeproc.CitationStylesStyle(io.BytesIO(style), locale=locale, validate=False)
    read.parser.set_element_class_lookup(_classes())
    return read


def _register(style: Any, items: Iterable[Mapping[str, Any]], **more: Any) -> Any:
    """Register one citation of items. Their variables are made anew, for they remember what has been written."""
    references = _make_references(items)
    citation = _citeproc.Citation([_citeproc.CitationItem(key, **more) for key in references])
    _citeproc.CitationStylesBibliography(style, references, _FORMATTER).register(citation)
    return citation


def _make_references(items: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {reference.key: reference for reference in map(_Reference, items)}


def _mend(style: Any, language: str) -> None:
    """Mend a style: take out what is for more items than one, and what is wrong in it."""
    for each in [*style.iterfind(".//{*}sort"), *style.iterfind(".//{*}*[@disambiguate]")]:
        if each.get("match", "all") == "all":
            each.getparent().remove(each)
        else:
            del each.attrib["disambiguate"]
    for field, *_ in style.iterfind("{*}bibliography[@second-field-align]/{*}layout"):
        field.set("suffix", field.get("suffix", "") + " ")  # of a number, say, which would have a column of its own
    for label in style.iterfind(".//{*}label[@text-case='title']"):
        label.set("text-case", "capitalize-all" if language.startswith("en") else "")
    for names in style.iterfind(".//{*}names[@variable='reviewed-author']"):
        if not names.get("prefix") and not any(group.get("delimiter") for group in names.iterancestors("{*}group")):
            names.set("prefix", ", ")  # in that of the MLA the author follows the title without a blank


def _setting(style: Any, text: Any) -> Setting:
    """Put right what stands at the end of a title."""
    marked = " ".join(str(text).split())
    if style.get_locale_option("punctuation-in-quote") == "true":
        quoted = f"{re.escape(str(style.get_single_term('close-quote')))}{_CLOSED}"
        marked = re.sub(rf"(?<=[.?!])({_CLOSED}{quoted})\.", r"\1", marked)
        marked = re.sub(rf"({quoted})([.,])", r"\2\1", marked)
    return Setting(re.sub(rf"((?<=[?!]){_CLOSED}|(?<=\.){_CLOSED[:-1]}+)\.(?![.\w])", r"\1", marked))


def _classes() -> Any:
    """Tell lxml which classes its elements have: those of citeproc-py, and ours in the place of some."""
    classes = {cls.__name__.replace("_", "-").lower(): cls for cls in _model.CitationStylesElement.__subclasses__()}
    lookup = _etree.ElementNamespaceClassLookup()
    lookup.get_namespace(_NAMESPACE).update(
        {
            **classes,
            None: _model.CitationStylesElement,
            "label": _Label,
            "name": _Name,
            "name-part": _NamePart,
            "names": _Names,
            "substitute": _Substitute,
            "text": _Text,
        }
    )
    return lookup


_WIDER = {"verb-short": "verb", "verb": None, "symbol": "short", "short": None}
"""What a form of a term that is not there falls back to."""


class _Name(_model.Name):  # type: ignore[misc, name-defined]
    def get_option(self, name: str, *context: Any) -> Any:
        if name == "initialize-with" and self.get("initialize") == "false":
            return None
        return super().get_option(name, *context)


class _Names(_model.Names):  # type: ignore[misc, name-defined]
    def process(self, item: Any, names_context: Any = None, **more: Any) -> Any:
        if names_context is None and self.name is None:
            names_context = next(self.iterancestors(f"{{{_NAMESPACE}}}names"), None)
        roles = self.get("variable")
        left = [role for role in roles.split() if _variable(role) not in item.reference.substituted]
        self.set("variable", " ".join(left))
        try:
            return super().process(item, names_context, **more)
        finally:
            self.set("variable", roles)


class _Label(_model.Label):  # type: ignore[misc, name-defined]
    def get_term(self, name: str, form: str | None = None, **more: Any) -> Any:
        term = super().get_term(name, form, **more)
        return self.get_term(name, _WIDER[form], **more) if term is None and form else term

    def process(self, item: Any, variable: str | None = None, *plural: Any, **more: Any) -> Any:
        name = variable or self.get("variable")
        if not (item.has_locator if name == "locator" else name in item.reference):
            raise _source.VariableError
        return super().process(item, variable, *plural, **more)


class _Text(_model.Text):  # type: ignore[misc, name-defined]
    def case(self, text: Any, language: str | None = None) -> Any:
        return super().case(_string.String(text), language)


class _NamePart(_model.Name_Part):  # type: ignore[misc, name-defined]
    def case(self, text: Any, language: str | None = None) -> Any:
        return super().case(_string.String(text), language) if text else text

    def format_part(self, given: str | None, family: str) -> tuple[str, ...]:
        return tuple(str(part or "") for part in super().format_part(given, family))


class _Substitute(_model.Substitute):  # type: ignore[misc, name-defined]
    def render(self, item: Any, *context: Any, **more: Any) -> Any:
        before = len(item.reference.written)
        text = super().render(item, *context, **more)
        item.reference.substituted.update(item.reference.written[before:])
        return text


class _Reference(_source.Reference):  # type: ignore[misc, name-defined]
    """The variables of an item. What has been substituted for names is no longer given."""

    def __init__(self, item: Mapping[str, Any]) -> None:
        """Read an item of CSL-JSON."""
        object.__setattr__(self, "written", [])  # which are no variables
        object.__setattr__(self, "substituted", set())
        super().__init__(str(item["id"]).lower(), item["type"])
        for name, value in item.items():
            if value and name not in ("id", "type"):
                self[_variable(name)] = _read(name, value) if name != "URL" else _string.String(ADDRESS)

    def __getitem__(self, name: str) -> Any:
        variable = _variable(name)
        if variable in self.substituted:
            raise _source.VariableError
        value = super().__getitem__(variable)
        if variable not in ("key", "type", "language"):
            self.written.append(variable)
        return value

    def __contains__(self, name: object) -> bool:
        return bool(super().__contains__(_variable(str(name))))

    def get(self, name: str, default: Any = None) -> Any:
        """Give a variable, if it is there."""
        try:
            return self[name]
        except _source.VariableError:
            return default


def _variable(name: str) -> str:
    """Write the name of a variable as citeproc-py does most of the time."""
    return name.replace("-", "_")


def _read(name: str, value: Any) -> Any:
    """Read the value of a variable: names, a date, or a text, in which nothing is markup."""
    match value:
        case list():
            return _READER.parse_names([{part: _clean(text) for part, text in each.items()} for each in value])
        case dict():
            return _READER.parse_date(value)
        case _:
            return value if name == "language" else _READER.parse_string(_clean(str(value)))


def _clean(text: str) -> str:
    """Take from a text what would be read as markup. An apostrophe is printed as the handbooks print it."""
    plain = text.translate(dict.fromkeys(map(ord, _RESERVED)) | {ord("<"): _LESS_THAN})
    return re.sub(r"(?<=\w)'", "’", plain)


_READER = _json.CiteProcJSON([])
