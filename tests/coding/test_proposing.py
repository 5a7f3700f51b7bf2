"""What the judge finds in sentences of which no frame knows anything."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from summitry.annotation import load_annotator
from summitry.coding.coder import Coder
from summitry.coding.frames import FrameSet
from summitry.coding.judge import STATUSES, TYPES, Judgement, Pair
from summitry.coding.judge.labels import MODES
from summitry.coding.judge.linear import LinearJudge
from summitry.coding.proposing import JUDGE, Proposer
from summitry.model import Document, Event


class Sees:
    """Finds a category wherever two people stand, and a weaker one where one stands alone."""

    def __init__(self, kind: str, mode: str = "", chance: float = 0.97, status: str = "occurred") -> None:
        self._kind, self._mode, self._chance, self._status = kind, mode, chance, status

    def judge(self, sentence: str, pairs: Sequence[Pair]) -> tuple[Judgement, ...]:
        return tuple(
            self._said(0.01 * (actor is not None and recipient is not None and actor < recipient))
            for actor, recipient in pairs
        )

    def _said(self, more: float) -> Judgement:
        chance = self._chance + more
        types = {name: chance if name == self._kind else (1 - chance) / (len(TYPES) - 1) for name in TYPES}
        modes = {(kind, mode): float(mode == self._mode) for kind, mode in MODES}
        return Judgement(types, {name: float(name == self._status) for name in STATUSES}, modes)


def found(text: str, judge: Sees) -> tuple[Event, ...]:
    coder = Coder(load_annotator(), FrameSet([]), proposer=Proposer(judge))
    return next(coder.code([Document("d", text, ((0, len(text)),))])).events


def test_the_first_acts_on_the_second_at_the_verb_of_its_clause() -> None:
    [event] = found("Peru snubbed Chile at the fair in Lima on 3 May 2016.", Sees("REJECT"))
    assert [p.state for p in event.actors] == ["PER"]
    assert [p.state for p in event.recipients] == ["CHL"]
    assert (event.type, event.status) == ("REJECT", "occurred")
    assert event.rule.endswith(f"({JUDGE})")
    assert str(event.interval and event.interval.first) == "2016-05-03"


def test_both_act_in_what_is_mutual() -> None:
    [event] = found("Peru rubbed shoulders with Chile at the fair.", Sees("CONSULT"))
    assert {p.state for p in event.actors} == {"PER", "CHL"}
    assert event.recipients == ()


def test_a_guest_acts_on_the_host() -> None:
    [event] = found("Peru dropped in on Chile after the fair.", Sees("CONSULT", "visit"))
    assert [p.state for p in event.actors] == ["PER"]


@pytest.mark.parametrize("text", ["Will Peru snub Chile?", "If Peru snubs Chile, Bolivia will gloat."])
def test_what_is_no_act_stays_none(text: str) -> None:
    assert not [event for event in found(text, Sees("REJECT")) if event.status in {"occurred", "ongoing"}]


def test_what_the_judge_holds_for_undone_is_not_told_as_done() -> None:
    assert (
        found("Peru called off a trip by the president of Chile.", Sees("CONSULT", "visit", status="cancelled")) == ()
    )


def test_what_is_unlikely_is_not_stated() -> None:
    assert found("Peru snubbed Chile at the fair.", Sees("REJECT", chance=0.4)) == ()


def test_scores_follow_the_judge() -> None:
    text = "Peru snubbed Chile at the fair."
    [sure], [unsure] = found(text, Sees("REJECT", chance=0.98)), found(text, Sees("REJECT", chance=0.8))
    assert 0 < unsure.score < sure.score < 1


def test_the_linear_judge_proposes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    linear = LinearJudge.__new__(LinearJudge)
    monkeypatch.setattr("summitry.coding.proposing.load_judge", lambda: linear)
    assert Proposer.load() is None
