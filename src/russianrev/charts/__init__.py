"""Charts: pictures that show themselves in notebooks, and save themselves as SVG, PNG, PDF or HTML (see `picture`).

Needs the extra `charts`. Everything is placed here in pixels, so that labels keep clear of each other wherever a chart
is shown. Text is drawn as it stands in the data, never read as markup.
"""

from russianrev.charts.accounts import accounts_chart
from russianrev.charts.life import person_chart
from russianrev.charts.network import network_chart, timeline_network_chart
from russianrev.charts.sources import sources_chart
from russianrev.charts.timeline import timeline_chart
from russianrev.queries.timeline import Timeline
from russianrev.records.model import Person
from russianrev.views import register

__all__ = [
    "accounts_chart",
    "network_chart",
    "person_chart",
    "sources_chart",
    "timeline_chart",
    "timeline_network_chart",
]

register("chart", Timeline)(timeline_chart)
register("chart", Person)(person_chart)
register("network-chart", Timeline)(timeline_network_chart)
