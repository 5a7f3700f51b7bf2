"""Annotations as JSON objects: what `summitry annotate` writes."""

from __future__ import annotations

from typing import Any

from summitry.annotation.annotator import Annotation
from summitry.model import Mention, PlaceMention, TimeExpression

__all__ = ["annotation_to_json"]


def annotation_to_json(annotation: Annotation) -> dict[str, Any]:
    """Return one line of what `summitry annotate` writes; offsets refer to `text`."""
    document = annotation.document
    return {
        "id": document.id,
        **document.published_json(),
        "title": document.title,
        "text": document.text,
        "article": [list(span) for span in document.article],
        "mentions": [_mention(mention) for mention in annotation.mentions],
        "times": [_time(expression) for expression in annotation.times],
        "places": [_place(place) for place in annotation.places],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "name": mention.name,
        "state": mention.state,
        "office": mention.office,
        "kind": mention.kind,
        "actor_id": mention.actor_id,
        "score": round(mention.score, 4),
        "reasons": list(mention.reasons),
    }


def _time(expression: TimeExpression) -> dict[str, Any]:
    first, last = expression.interval.first, expression.interval.last
    days = {"interval": [first.isoformat() if first else None, last.isoformat() if last else None]}
    return {
        "start": expression.start,
        "end": expression.end,
        "type": expression.type,
        "value": expression.value,
        **({} if expression.value.startswith("BC") else days),  # no calendar of ours holds days before year 1
        "precision": expression.interval.precision,
        "rule": expression.interval.rule,
        "anchor": expression.interval.anchor,
    }


def _place(place: PlaceMention) -> dict[str, Any]:
    return {
        "start": place.start,
        "end": place.end,
        "surface": place.surface,
        "name": place.place.label,
        "state": place.place.state,
        "score": round(place.score, 4),
        "rule": place.rule,
    }
