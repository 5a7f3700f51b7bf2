"""Acts that no frame foresees, found at the words that tell them by the judge's reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from summitry.annotation import load_annotator
from summitry.coding.coder import Coder
from summitry.coding.frames import FrameSet, load_frames, parse_frames
from summitry.coding.judge import STATUSES, TYPES, Reading
from summitry.coding.judge.labels import MODES, NONE
from summitry.coding.judge.reading import ROLE_WIDTH, SIZE
from summitry.coding.judge.tokens import Pieces
from summitry.coding.proposing import JUDGE, Proposal, Proposer
from summitry.coding.reviewing import Reviewer
from summitry.model import Document, Event

STRONG = 6.0
WEIGHTS = {"all": -2.0, "judge: this category": 0.7}


class Sees:
    """Holds one word for telling an act of some people, and all others for telling none."""

    def __init__(
        self,
        word: str,
        kind: str,
        mode: str = "",
        status: str = "occurred",
        acts: str = "Peru",
        acted: str = "Chile",
        strong: float = STRONG,
    ) -> None:
        self._told = word, kind, mode, status
        self._people = acts.split(), acted.split()
        self._strong = strong

    def read(self, sentence: str) -> Reading:
        words = list(re.finditer(r"\w+", sentence))
        answers = np.zeros((len(words), SIZE), dtype=np.float32)
        teller, kind, mode, status = self._told
        labels = len(TYPES) + len(MODES) + len(STATUSES)
        asks, offers = labels, labels + 2 * ROLE_WIDTH
        for row, word in zip(answers, words, strict=True):
            tells = word[0] == teller
            row[TYPES.index(kind if tells else NONE)] = self._strong if tells else 2 * STRONG
            row[len(TYPES) + MODES.index((kind, mode))] = STRONG
            row[len(TYPES) + len(MODES) + STATUSES.index(status)] = STRONG
            for role, names in enumerate(self._people):
                row[asks + role * ROLE_WIDTH] = np.sqrt(ROLE_WIDTH)
                row[offers + role * ROLE_WIDTH] = STRONG if word[0] in names else -STRONG
        return Reading(sentence, Pieces(tuple(range(len(words))), tuple(word.span() for word in words)), answers)


def found(text: str, judge: Sees, frames: FrameSet | None = None) -> tuple[Event, ...]:
    coder = Coder(load_annotator(), frames or FrameSet([]), Reviewer(judge, proposer=Proposer(weights=WEIGHTS)))
    return next(coder.code([Document("d", text, ((0, len(text)),))])).events


def test_those_who_take_part_are_the_cast() -> None:
    [event] = found("Peru snubbed Chile at the fair in Lima on 3 May 2016.", Sees("snubbed", "REJECT"))
    assert [p.state for p in event.actors] == ["PER"]
    assert [p.state for p in event.recipients] == ["CHL"]
    assert (event.type, event.status) == ("REJECT", "occurred")
    assert event.rule.endswith(f"({JUDGE})")
    assert str(event.interval and event.interval.first) == "2016-05-03"


def test_roles_go_by_the_reading_not_by_the_order() -> None:
    [event] = found("Peru got a snub from Chile.", Sees("snub", "REJECT", acts="Chile", acted="Peru"))
    assert [p.state for p in event.actors] == ["CHL"]
    assert [p.state for p in event.recipients] == ["PER"]


def test_all_act_in_a_meeting() -> None:
    [event] = found("Peru rubbed shoulders with Chile at the fair.", Sees("rubbed", "CONSULT"))
    assert {p.state for p in event.actors} == {"PER", "CHL"}
    assert event.recipients == ()


def test_a_guest_acts_on_the_host() -> None:
    [event] = found("Peru dropped in on Chile after the fair.", Sees("dropped", "CONSULT", "visit"))
    assert [p.state for p in event.actors] == ["PER"]
    assert [p.state for p in event.recipients] == ["CHL"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru gave Chile a snub, a cold snub.", 1),
        ("Peru snubbed Chile and snubbed Bolivia.", 2),
        ("Peru snubbed Chile; Ecuador snubbed Bolivia.", 2),
    ],
)
def test_words_close_by_tell_one_act_of_a_kind_unless_verbs_of_two_clauses(
    text: str, words: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    propose = Proposer.propose

    def noted(self: Proposer, *asked: Any) -> Iterator[Proposal]:
        for one in propose(self, *asked):
            told.append(one.word)
            yield one

    monkeypatch.setattr(Proposer, "propose", noted)
    word = "snub" if words == 1 else "snubbed"
    assert found(text, Sees(word, "REJECT", acts="Peru Ecuador", acted="Chile Bolivia"))
    assert len(told) == words


def test_where_nobody_receives_a_guest_all_meet() -> None:
    [event] = found("Peru and Chile dined in Quito.", Sees("dined", "CONSULT", "visit", acts="Peru Chile", acted=""))
    assert {p.state for p in event.actors} == {"PER", "CHL"}
    assert event.mode != "visit"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Alan Garcia of Peru dropped in on Quito, Ecuador, on 3 May 2016.", "ECU"),
        ("Peru met Chile in Lima in April 2016. Michelle Bachelet of Chile dropped by on 3 May 2016.", "PER"),
        ("Chile is rich. Chile is dry. Alan Garcia of Peru dropped by on 3 May 2016.", "CHL"),
    ],
)
def test_a_guest_without_a_host_visits_where_the_text_tells(text: str, host: str) -> None:
    judge = Sees("dropped", "CONSULT", "visit", acts="Garcia Bachelet", acted="")
    event = found(text, judge, load_frames())[-1]
    assert (event.mode, [p.state for p in event.recipients]) == ("visit", [host])


def test_whoever_goes_about_at_home_visits_nobody() -> None:
    judge = Sees("dropped", "CONSULT", "visit", acts="Garcia", acted="")
    assert not found("Alan Garcia of Peru dropped by a school in Lima, Peru, on 3 May 2016.", judge)


def test_to_be_somewhere_may_tell_an_act() -> None:
    judge = Sees("was", "CONSULT", "visit", acts="Garcia", acted="Ecuador")
    [event] = found("Alan Garcia of Peru was in Ecuador on 3 May 2016.", judge)
    assert [p.state for p in event.recipients] == ["ECU"]


def test_what_a_verb_tells_in_a_wish_is_the_judges_to_say() -> None:
    assert found("Peru ordered its envoys to use every channel to snub Chile.", Sees("snub", "REJECT"))


def test_what_a_frame_tells_is_not_told_again() -> None:
    text = "Peru accused Chile of spying."
    [event] = found(text, Sees("accused", "ACCUSE", "allege"), load_frames())
    assert not event.rule.endswith(f"({JUDGE})")


def test_beside_what_a_frame_tells_another_word_may_tell_more() -> None:
    text = "Peru accused Chile of spying, while Ecuador snubbed Bolivia."
    events = found(text, Sees("snubbed", "REJECT", acts="Ecuador", acted="Bolivia"), load_frames())
    assert [e.recipients[0].state for e in events if e.type == "REJECT"] == ["BOL"]


@pytest.mark.parametrize("text", ["Will Peru snub Chile?", "If Peru rebuffs Chile, Bolivia will gloat."])
def test_what_is_no_act_stays_none(text: str) -> None:
    word = "snub" if "snub" in text else "rebuffs"
    assert not [event for event in found(text, Sees(word, "REJECT")) if event.status in {"occurred", "ongoing"}]


def test_whether_it_happened_is_the_judges_to_say() -> None:
    judge = Sees("called", "CONSULT", "visit", status="cancelled")
    [event] = found("Peru called off a trip to Chile.", judge)
    assert event.status == "cancelled"


@pytest.mark.parametrize("text", ["Peru wept with Chile after the snub.", "This snub by now bores Peru and Chile."])
def test_a_noun_that_only_recalls_an_act_tells_none(text: str) -> None:
    assert found(text.replace("the", "a").replace("This", "One"), Sees("snub", "REJECT"))
    assert found(text, Sees("snub", "REJECT")) == ()


def test_the_object_of_a_verb_recalls_nothing() -> None:
    assert found("Peru gave Chile its snub.", Sees("snub", "REJECT"))


def test_what_nobody_says_is_not_said() -> None:
    judge = Sees("cursed", "ASSAULT", acts="")
    assert found("Chile was cursed.", judge)
    assert found("Chile was cursed.", Sees("cursed", "ACCUSE", "allege", acts="")) == ()


def test_nobody_accuses_themselves() -> None:
    judge = Sees("assailed", "ACCUSE", "disapprove", acted="Chilean Peruvian")
    assert found("Peru assailed Chilean judges.", judge)
    assert found("Peru assailed Peruvian judges.", judge) == ()


def test_what_is_unlikely_is_not_stated() -> None:
    assert found("Peru snubbed Chile at the fair.", Sees("snubbed", "REJECT", strong=0.5)) == ()


def test_scores_follow_the_judge() -> None:
    text = "Peru snubbed Chile at the fair."
    [sure], [unsure] = (
        found(text, Sees("snubbed", "REJECT", strong=9)),
        found(text, Sees("snubbed", "REJECT", strong=7)),
    )
    assert 0 < unsure.score < sure.score < 1


@pytest.mark.parametrize(("weight", "told"), [(0.0, 1), (-9.0, 0)])
def test_beside_an_act_of_its_category_another_is_less_likely(weight: float, told: int) -> None:
    frames = parse_frames("trigger,pos,needs,type,mode,actor,recipient\naccuse,v,,ACCUSE,allege,,obj\n", "t.csv")
    proposer = Proposer(weights={**WEIGHTS, "one of its category beside it": weight})
    reviewer = Reviewer(Sees("mockery", "ACCUSE", "disapprove", "occurred", "Ecuador", "Bolivia"), 0, proposer)
    text = "Peru accused Chile of spying, which pleased all those who knew of a mockery of Bolivia by Ecuador."
    [coded] = Coder(load_annotator(), frames, reviewer).code([Document("d", text, ((0, len(text)),))])
    assert sum(event.rule.endswith(f"({JUDGE})") for event in coded.events) == told


def test_sentences_without_people_are_not_read() -> None:
    class Never:
        def read(self, sentence: str) -> Reading:
            raise AssertionError(sentence)

    coder = Coder(load_annotator(), FrameSet([]), Reviewer(Never(), proposer=Proposer()))
    text = "It rained all day."
    assert next(coder.code([Document("d", text, ((0, len(text)),))])).events == ()
