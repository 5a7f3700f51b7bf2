"""What a text names, before anything is said of what happened: actors, times, places."""

from summitry.annotation.annotator import Annotation, Annotator, load_annotator
from summitry.annotation.format import annotation_to_json

__all__ = ["Annotation", "Annotator", "annotation_to_json", "load_annotator"]
