"""Time expressions to intervals: find them, tell which days they stand for."""

from summitry.dates.finder import find_times
from summitry.dates.views import heading_time, narrative_time, outermost

__all__ = ["find_times", "heading_time", "narrative_time", "outermost"]
