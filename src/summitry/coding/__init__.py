"""Sentences to events: the PLOVER ontology, trigger frames, status, attribution."""

from summitry.coding.coder import Coder, load_coder
from summitry.coding.format import coded_to_json, event_to_json

__all__ = ["Coder", "coded_to_json", "event_to_json", "load_coder"]
