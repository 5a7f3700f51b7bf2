"""A denial of what was told before: "Quito says that troops crossed the border; Lima denies it." """

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.history import History
from summitry.coding.lexicon import load_classes
from summitry.coding.mention_index import MentionIndex
from summitry.language import Token
from summitry.model import Event, Mention

__all__ = ["denied_by"]

DENYING = frozenset({"deny", "refute"})
WHAT_WAS_TOLD = frozenset({"it", "that", "this"})


def denied_by(trigger: Token, index: MentionIndex, history: History) -> tuple[Mention, Event] | None:
    """Return who denies at a verb which act told before, None where nobody does.

    Args:
        trigger: a word.
        index: the document's mentions.
        history: the acts told before.
    """
    if trigger.lemma_.lower() not in DENYING or trigger.pos_ != "VERB" or syntax.is_passive(trigger):
        return None
    objects = {noun.lemma_.lower() for noun in syntax.objects(trigger)}
    if not objects & (WHAT_WAS_TOLD | load_classes()["allegation"]) or any(c.dep_ == "neg" for c in trigger.children):
        return None
    for noun in syntax.subjects(trigger):
        for mention in index.at(noun):
            deed = history.deed_of(mention.state) if mention.state else None
            if deed is not None:
                return mention, deed
    return None
