"""What a language model is asked to answer, as a JSON schema, and its answers read by it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summitry.coding.llm.tally import RejectedError
from summitry.errors import AnswerError
from summitry.model import EventType, Status

__all__ = ["Answer", "Offered", "answer_schema", "read_answer"]

MOST_EVENTS = 500
"""More than a piece of text can tell: an act for every two dozen characters."""


class Offered(BaseModel):
    """One event as a language model offers it: its judgement, and words to hold that against."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    evidence: str = Field(description="The shortest run of words of the text that states the event, copied exactly.")
    type: EventType = Field(description="The category.")
    mode: str = Field(description="One of the category's modes, or empty.")
    status: Status = Field(description="Whether it happened.")
    actors: list[str] = Field(description="Who acts: for each the exact words of the text.")
    recipients: list[str] = Field(description="Whom it is done to: for each the exact words of the text.")
    when: str = Field(description="The exact words of the text that tell its date, or empty.")
    where: str = Field(description="The exact words of the text that name its place, or empty.")
    according_to: str = Field(description="The exact words that name who says so, or empty for the text's author.")


Answer = tuple[tuple[Offered, ...], tuple[RejectedError, ...]]
"""The events of one answer, and what of it is no event."""


def answer_schema() -> dict[str, Any]:
    """Return the JSON schema of an answer; every field is required, as strict endpoints want it."""
    return {
        "type": "object",
        "properties": {"events": {"type": "array", "items": Offered.model_json_schema()}},
        "required": ["events"],
        "additionalProperties": False,
    }


def read_answer(content: str, who: str) -> Answer:
    """Read one answer.

    Args:
        content: what the model wrote: JSON by the schema, perhaps in a fence.
        who: who answered, for messages.

    Raises:
        AnswerError: it is no JSON, has no list of events, or one beyond all measure.
    """
    bare = content.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        answer = json.loads(bare)
    except (ValueError, RecursionError) as error:
        raise AnswerError(f"{who}: the answer is no JSON: {content[:60]!r}") from error
    events = answer.get("events") if isinstance(answer, dict) else None
    if not isinstance(events, list):
        raise AnswerError(f"{who}: the answer has no list of events")
    if len(events) > MOST_EVENTS:
        raise AnswerError(f"{who}: the answer offers {len(events):,} events for one piece of text")
    return _sorted_out(events)


def _sorted_out(events: Iterable[object]) -> Answer:
    offered, rejected = [], []
    for event in events:
        try:
            offered.append(Offered.model_validate(event))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join(map(str, first["loc"])) or "event"
            rejected.append(RejectedError("not by the schema", f"{field}: {first['msg']}"))
    return tuple(offered), tuple(rejected)
