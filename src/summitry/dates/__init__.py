"""Time expressions to intervals: find them, tell which days they stand for."""

from summitry.dates.finder import find_times

__all__ = ["find_times"]
