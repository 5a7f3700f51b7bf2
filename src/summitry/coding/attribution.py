"""According to whom: the source that a text gives for a statement."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.coding import syntax
from summitry.coding.cues import cues
from summitry.coding.participants import MentionIndex

__all__ = ["AUTHOR", "source_of"]

AUTHOR = "author"
_CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "conj"})


def source_of(trigger: Token, index: MentionIndex) -> str:
    """Return the name of whom the text makes say it, or `author`.

    Sources are found above the trigger ("Xinhua said that …"), after it ("…, KCNA reported") and in
    "according to …" phrases of the same sentence.
    """
    word = trigger
    while word.head != word:
        above = word.head
        if above.pos_ in {"VERB", "AUX"} and _introduces(word, above):
            name = _speaker(above, index)
            if name:
                return name
        word = above
    return _according_phrase(trigger, index) or _trailing_report(word, trigger, index) or AUTHOR


def _introduces(word: Token, verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if word.dep_ in {"ccomp", "parataxis"}:
        return lemma in cues("attribution", "verbs") | cues("attribution", "accusing") | cues("attribution", "denying")
    if word.dep_ in {"prep", "dobj"}:  # accused China of slowing, denied the attack
        return lemma in cues("attribution", "denying") or (
            lemma in cues("attribution", "accusing") and word.dep_ == "prep" and word.lower_ in {"of", "for", "with"}
        )
    return False


def _speaker(verb: Token, index: MentionIndex) -> str:
    if any(child.dep_ == "neg" for child in verb.children):
        return ""
    subjects = syntax.subjects(verb) if not syntax.is_passive(verb) else []
    for subject in subjects:
        name = _name_of(subject, index)
        if name:
            return name
    return ""


def _name_of(noun: Token, index: MentionIndex) -> str:
    mentions = index.at(noun)
    if mentions:
        return mentions[0].name
    if noun.pos_ == "PRON" or noun.lower_ in cues("attribution", "documents"):
        inside = index.within(syntax.modifiers(noun)) or index.within(
            t for head in syntax.prepositional(noun, "by") for t in head.subtree
        )
        return inside[0].name if inside else ""
    left = [t for t in noun.children if t.dep_ in syntax.MODIFIER and t.i < noun.i]
    words = [*sorted(left, key=lambda t: t.i), noun]
    if noun.ent_type_ or noun.pos_ in {"NOUN", "PROPN"}:
        first = min(w.left_edge.i for w in words)
        span = noun.doc[first : noun.i + 1]
        return " ".join(t.text for t in span if t.dep_ not in {"det", "punct"} and not t.is_space)
    return ""


def _according_phrase(trigger: Token, index: MentionIndex) -> str:
    for token in trigger.sent:
        if token.lower_ == "according":
            for child in token.children:
                if child.lower_ == "to":
                    for noun in child.children:
                        if noun.dep_ == "pobj":
                            return _name_of(noun, index)
    return ""


def _trailing_report(root: Token, trigger: Token, index: MentionIndex) -> str:
    """Return the speaker of a reporting verb that the parser hung beside the statement."""
    for child in root.children:
        if (
            child.dep_ in {"parataxis", "ccomp", "advcl"}
            and child.i > trigger.i
            and child.lemma_.lower() in cues("attribution", "verbs")
            and not any(c.dep_ == "ccomp" for c in child.children)
        ):
            own = [c for c in child.children if c.dep_ in syntax.SUBJECT]
            return _name_of(own[0], index) if own else ""
    return ""
