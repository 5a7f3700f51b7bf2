"""Why a request is refused: fixed words, never those of the request."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["REFUSALS", "Refusal", "refusal"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error as a visitor sees it, the same shape everywhere.

    Args:
        code: stable name, for programs.
        status: HTTP status.
        message: what happened and what to do.
    """

    code: str
    status: int
    message: str

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {"error": {"code": self.code, "status": self.status, "message": self.message}}

    def json(self) -> str:
        """Return it as JSON text."""
        return json.dumps(self.to_dict())


REFUSALS: Mapping[str, Refusal] = {
    one.code: one
    for one in (
        Refusal("bad-request", 400, "The request cannot be understood; nothing was done."),
        Refusal("bad-field", 422, "A field has a value that it cannot have; nothing was changed."),
        Refusal("no-token", 401, "This desk asks for a token. Open the address that `summitry serve` printed."),
        Refusal("read-only", 403, "This desk is read-only; nothing was changed."),
        Refusal("wrong-origin", 403, "Changes are taken only from the desk's own pages; nothing was changed."),
        Refusal("not-found", 404, "There is nothing at this address in the record."),
        Refusal("wrong-method", 405, "This address does not take that method; nothing was done."),
        Refusal("too-large", 413, "This is more than the desk takes at once; nothing was kept."),
        Refusal("wrong-host", 421, "The desk is not known by this name. Open the address that it printed."),
        Refusal("failed", 500, "A defect of summitry; what was kept before is unharmed. Its terminal says more."),
        Refusal("not-here", 501, "This installation lacks the part that answers this."),
        Refusal("busy", 503, "The record is being written by another program. Try again in a moment."),
        Refusal("no-record", 503, "The record cannot be read just now; the terminal of the desk says why."),
        Refusal("too-slow", 503, "This question takes too long on this record. Narrow it by dates, actors or words."),
    )
}


def refusal(code: str, message: str = "") -> Refusal:
    """Return a refusal, with more exact words of our own where there are any."""
    known = REFUSALS[code]
    return Refusal(known.code, known.status, message) if message else known
