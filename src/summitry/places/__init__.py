"""Places: a gazetteer, and where a text names them."""

from summitry.places.finding import find_places
from summitry.places.gazetteer import Gazetteer, load_gazetteer

__all__ = ["Gazetteer", "find_places", "load_gazetteer"]
