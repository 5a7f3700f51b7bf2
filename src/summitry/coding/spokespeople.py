"""Who speaks for a state: the official whom a sentence makes say what the state calls for, condemns or promises.

"China opposes the base, Vice Minister Zhang said" tells an act of Zhang's; "the Secretary reiterated the U.S.
commitment" one of the Secretary's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.coding import syntax
from summitry.coding.anchoring import is_perfect
from summitry.coding.cues import cues
from summitry.coding.frames import Frame
from summitry.coding.mention_index import MentionIndex
from summitry.language import Token
from summitry.model import Mention

__all__ = ["by_spokesperson"]

SPOKEN = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Categories of acts that an official does for a state by saying so."""
BODIES = frozenset({"state", "government"})
AFFIRMING = frozenset(
    "affirm convey emphasise emphasize express give make offer outline reaffirm reassert reconfirm reemphasise"
    " reemphasize reinforce reiterate renew repeat restate underline underscore voice".split()
)
"""Verbs whose object is what is said: "*reiterated* the commitment"."""
_REPORTED = frozenset({"ccomp", "parataxis"})


def by_spokesperson(
    frame: Frame, trigger: Token, actors: Sequence[Mention], index: MentionIndex
) -> tuple[Mention, ...]:
    """Return the actors of an act of words with its speaker in place of the state for which it is done.

    Args:
        frame: the frame that matched.
        trigger: its trigger.
        actors: who acts.
        index: the document's mentions.
    """
    if frame.type not in SPOKEN or len(actors) != 1 or actors[0].kind not in BODIES or not actors[0].state:
        return tuple(actors)
    if is_perfect(trigger):  # what a state did before it was spoken of: "said that China *had condemned*"
        return tuple(actors)
    for noun in _speakers(trigger):
        people = tuple(m for m in index.at(noun) if m.kind == "person" and m.state == actors[0].state)
        if people:
            return people
    return tuple(actors)


def _speakers(trigger: Token) -> Iterator[Token]:
    """Yield who says that a state does an act: above it, or at the end of its sentence."""
    saying = cues("attribution", "verbs")
    word = trigger
    while word.head != word:
        above = word.head
        lemma = above.lemma_.lower()
        said = word.dep_ in _REPORTED and lemma in saying | AFFIRMING
        if (said or (word.dep_ == "dobj" and lemma in AFFIRMING)) and not syntax.is_passive(above):
            yield from syntax.subjects(above)
            return
        word = above
    for child in word.children:
        if child.dep_ in _REPORTED and child.i > trigger.i and child.lemma_.lower() in saying:
            yield from syntax.subjects(child)
