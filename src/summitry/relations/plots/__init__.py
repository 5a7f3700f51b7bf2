"""Pictures of relations: the curve of one, its timeline, a calendar of meetings, the network, journeys on a map."""

from summitry.relations.plots.calendars import plot_calendar
from summitry.relations.plots.courses import plot_relation
from summitry.relations.plots.maps import plot_travel
from summitry.relations.plots.networks import plot_network
from summitry.relations.plots.pictures import Picture
from summitry.relations.plots.timelines import plot_timeline

__all__ = ["Picture", "plot_calendar", "plot_network", "plot_relation", "plot_timeline", "plot_travel"]
