"""Claims against incidents: each kind by its own rule, all claims of a text together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from summitry.actors import Registry, load_registry
from summitry.checking.counts import check_count
from summitry.checking.durations import check_duration
from summitry.checking.firsts import check_first
from summitry.checking.forecasts import check_forecast
from summitry.checking.frequencies import check_frequency
from summitry.checking.intervals import check_interval
from summitry.checking.lasts import check_last
from summitry.checking.ordinals import check_ordinal
from summitry.checking.ranks import check_rank
from summitry.checking.sequences import check_sequence
from summitry.checking.setting import Setting
from summitry.checking.source import IncidentSource, Memory
from summitry.checking.tracked import check_cause, check_position, check_relation
from summitry.model import Claim, ClaimKind, Interval, Verdict

__all__ = ["check_claims", "told_once"]

Checker = Callable[[Claim, Setting], Verdict]

CHECKERS: Mapping[ClaimKind, Checker] = MappingProxyType(
    {
        "count": check_count,
        "ordinal": check_ordinal,
        "first": check_first,
        "last": check_last,
        "rank": check_rank,
        "duration": check_duration,
        "interval": check_interval,
        "frequency": check_frequency,
        "sequence": check_sequence,
        "relation": check_relation,
        "position": check_position,
        "cause": check_cause,
        "forecast": check_forecast,
    }
)


def told_once(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims without the ordinals that a frequency tells with their window: "the *third* meeting in a year"."""
    often = {(c.evidence.start, c.counted.type, c.value.split(" in ")[0]) for c in claims if c.kind == "frequency"}
    return tuple(c for c in claims if c.kind != "ordinal" or (c.evidence.start, c.counted.type, c.value) not in often)


def check_claims(
    claims: Sequence[Claim],
    source: IncidentSource,
    *,
    published: Interval | None = None,
    after: bool = False,
    text: str = "",
    registry: Registry | None = None,
) -> tuple[Verdict, ...]:
    """Return the verdict on each claim of one text, in the order given.

    Args:
        claims: what the text asserts.
        source: a record, or a `TableSource`.
        published: when the text was published; evidence after it is not used. `None` uses all.
        after: whether evidence after that is used all the same.
        text: the text, where it is at hand: dates that stand just before a claim's own sentence are then seen.
        registry: who is a state, who a person; the bundled one unless given.
    """
    setting = Setting(Memory(source), registry or load_registry(), published, after, tuple(claims), text)
    return tuple(CHECKERS[claim.kind](claim, setting) for claim in claims)
