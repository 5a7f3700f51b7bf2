"""The whole cast of an act: whom its words name, whom they only describe, whom the text around them tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.coding.discourse import complete
from summitry.coding.frames import Frame
from summitry.coding.guessing import guess
from summitry.coding.history import History
from summitry.coding.participants import Cast, MentionIndex
from summitry.coding.partners import unnamed_addressees, unnamed_partners
from summitry.coding.protests import crowd_and_target
from summitry.coding.unnamed import targets_told, unnamed_doers, unnamed_targets
from summitry.coding.verdicts import CHARGES
from summitry.language import Token
from summitry.model import Mention

__all__ = ["completed", "without_homes"]

TOGETHER = frozenset({"CONSULT", "COOPERATE"})
"""Categories of what all who take part do."""

SAID = frozenset({"ACCUSE", "AGREE", "AID", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Categories of what nobody says or gives to a state in its own name."""

RULED = frozenset("arrest ban beat censor convict crowd-control execute release torture".split())
"""Modes of what a state does to people under its own rule."""


def completed(frame: Frame, trigger: Token, told: Cast, index: MentionIndex, history: History) -> Cast:
    """Return an act's cast with everybody whom the sentence or the text before leaves without a name.

    Args:
        frame: the frame that told the act.
        trigger: its trigger.
        told: whom syntax names.
        index: the document's mentions.
        history: the acts told before.
    """
    doers, targets = crowd_and_target(frame, trigger, told, index) if frame.type == "PROTEST" else told
    targets = _without_own(frame, doers, targets)
    doers = (*doers, *unnamed_partners(frame, trigger, (*doers, *targets), index))
    targets = targets or unnamed_targets(frame, trigger, index) or unnamed_addressees(frame, trigger, index)
    actors, recipients = complete(frame, trigger, (doers, targets), index, history)
    recipients = targets_told(frame, trigger, (actors, recipients), index)
    recipients = recipients or _surely_acted_upon(frame, trigger, actors, index)
    if frame.type in TOGETHER:
        actors, recipients = without_homes(actors), without_homes(recipients)
    recipients = _of_the_land(frame, actors, recipients)
    return actors or unnamed_doers(frame, trigger, recipients, index), recipients


def _of_the_land(frame: Frame, actors: Sequence[Mention], recipients: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return people without name or nationality as of the state that holds them: "soldiers beat *monks*"."""
    states = {m.state for m in actors}
    home = states.pop() if frame.mode in RULED and len(states) == 1 else ""
    return tuple(replace(m, state=home) if home and _is_anybody(m) else m for m in recipients)


def _is_anybody(mention: Mention) -> bool:
    return not mention.state and mention.reasons == ("unnamed",) and not mention.name.startswith("foreign")


def _surely_acted_upon(
    frame: Frame, trigger: Token, actors: Sequence[Mention], index: MentionIndex
) -> tuple[Mention, ...]:
    """Return whom of a sentence the judge takes for acted upon, where nothing else tells it."""
    if not actors or frame.type in TOGETHER or any(slot.path in CHARGES for slot in frame.recipients):
        return ()
    own = {m.state or m.actor_id for m in actors}
    others = [m for m in index.within(trigger.sent) if (m.state or m.actor_id) not in own]
    return guess(index.parts.surely(trigger, frame.type, others), "whom the judge takes for acted upon")


def _without_own(frame: Frame, doers: Sequence[Mention], targets: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return targets without the state for which somebody acts: "she offered *the United States'* assistance"."""
    own = {m.state for m in doers if m.state} if frame.type in SAID else set()
    return tuple(m for m in targets if m.kind != "state" or m.state not in own)


def without_homes(side: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return a side without the states of people on it: "Ann Lee of *Peru*", "*the two countries'* envoys, A and B"."""
    homes = {m.state for m in side if m.kind == "person" and m.state}
    return tuple(m for m in side if m.kind != "state" or m.state not in homes)
