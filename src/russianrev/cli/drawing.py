"""Pictures, and networks for the programs that draw them."""

from __future__ import annotations

from typing import Any

from russianrev.cli.parsing import CALENDAR, LANGUAGE, Answer, Context, Group, argument
from russianrev.dataset import Dataset
from russianrev.queries.timeline import Timeline
from russianrev.records.model import Body, Event, Party, Person, Place, Thing
from russianrev.text import counted

GROUP = Group()
_BETWEEN = argument("--between", nargs=2, metavar=("START", "END"), help="only the events of this period")


@GROUP.command(
    "chart",
    "A picture: a timeline of events, a life, who tells what of an event, what the documents cover, or who took part"
    " with whom.",
    "timeline october-revolution --output october.svg",
    argument("picture", choices=["timeline", "life", "accounts", "sources", "network"], metavar="PICTURE"),
    argument("name", nargs="?", help="an event with its parts, who took part, or a place (left out: everything)"),
    argument("--output", required=True, metavar="FILE", help="a file: .svg, .png, .pdf, .html or .json (Vega-Lite)"),
    _BETWEEN,
    CALENDAR,
    LANGUAGE,
    argument("--width", type=float, default=960, metavar="PIXELS", help="(default: 960)"),
    argument("--title", help="above the picture (left out: what it shows)"),
)
def _chart(
    context: Context,
    picture: str,
    name: str | None,
    output: str,
    between: list[str] | None,
    calendar: str | None,
    language: str,
    width: float,
    title: str | None,
) -> Answer:
    dataset = context.dataset
    options: dict[str, Any] = {"language": language, "width": width, "title": title}
    if between and picture not in ("timeline", "network"):
        raise ValueError(f"the picture {picture!r} has no --between; timeline and network have")
    match picture, name:
        case "timeline" | "network", _:
            events = _events(dataset, name, between, calendar)
            if name and not title:
                options["title"] = dataset.find(name, Thing).label_in(language)
            made = events.chart(**options) if picture == "timeline" else events.network_chart(**options)
        case "sources", None:
            made = dataset.sources_chart(**options)
        case "life", str():
            made = dataset.find(name, Person).chart(**options)
        case "accounts", str():
            made = dataset.accounts_chart(name, **options)
        case _:
            raise ValueError("wanted: after life a person, after accounts an event, after sources no name")
    made.save(output)
    return Answer({"written": output, "title": made.title}, f"written: {output}: {made.title}")


@GROUP.command(
    "network",
    "Who took part in events with whom, in a file for Gephi, Cytoscape, yEd or igraph.",
    "february-revolution --output february.graphml",
    argument("name", nargs="?", help="an event with its parts, who took part, or a place (left out: everything)"),
    argument("--output", required=True, metavar="FILE", help="a file: .graphml or .gexf"),
    argument("--lineage", action="store_true", help="instead, how parties came from each other"),
    _BETWEEN,
    CALENDAR,
)
def _network(
    context: Context, name: str | None, output: str, lineage: bool, between: list[str] | None, calendar: str | None
) -> Answer:
    from russianrev.exports.graph import write_graph

    if lineage and (name or between):
        raise ValueError("--lineage is of all parties: leave the name and --between out")
    dataset = context.dataset
    graph = dataset.lineage_graph() if lineage else _events(dataset, name, between, calendar).network()
    write_graph(graph, output)
    value = {"written": output, "nodes": len(graph), "edges": graph.number_of_edges()}
    sizes = f"{counted(value['nodes'], 'node')}, {counted(value['edges'], 'edge')}"
    return Answer(value, f"written: {output}: {sizes}")


def _events(dataset: Dataset, name: str | None, between: list[str] | None, calendar: str | None) -> Timeline:
    """Find the events that a command is about: of a thing, of a period, or of both."""
    events = dataset.events if name is None else _events_of(dataset, name)
    return events if between is None else events.between(*between, calendar=calendar)


def _events_of(dataset: Dataset, name: str) -> Timeline:
    thing = dataset.find(name, Event, Person, Party, Body, Place)
    match thing:
        case Event():
            branch = {event.id for event in thing.branch}
            return Timeline((event for event in dataset.events if event.id in branch), dataset.find)
        case Place():
            return dataset.events.at(thing)
        case _:
            return dataset.events.involving(name)
