"""Verbs in the present tense that the model takes for plural nouns: "The foreign ministry *summons* the envoy."

Lists of a day's events are written in that tense, and a sentence whose only verb is read as a noun tells nothing.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

__all__ = ["restore_verbs"]

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS", "PRP"})
_OF_SUBJECT = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})
_OBJECT = frozenset({"appos", "dobj"})
_FOLLOWING = frozenset({"IN", "RP", "TO"})


def restore_verbs(doc: Doc, verbs: frozenset[str]) -> None:
    """Make verbs of plural nouns at the top of sentences that have no other verb.

    Args:
        doc: a text tagged and parsed; changed in place.
        verbs: base forms of the verbs there are.
    """
    for sentence in doc.sents:
        root = sentence.root
        if root.tag_ == "NNS" and root.i > sentence.start and _base_forms(root) & verbs and _is_verb(sentence, root):
            _restore(root)


def _is_verb(sentence: Span, root: Token) -> bool:
    """True where a noun stands right before a word and an object follows it, or, behind a name, a preposition."""
    subject, words = root.nbor(-1), [word for word in sentence if not word.is_punct]
    if sentence[-1].text != "." or subject.head != root or subject.tag_ not in _NOUNS or root == words[-1]:
        return False
    if any(word.tag_ in _FINITE for word in words):
        return False
    after = root.nbor(1)
    ahead = (word for word in root.rights if word.dep_ in _OBJECT)
    follows = any(not any(w.text == "," for w in sentence.doc[root.i : word.i]) for word in ahead)
    return follows or (subject.tag_ == "NNP" and after.tag_ in _FOLLOWING and after.lower_ != "of")


def _restore(root: Token) -> None:
    subject = root.nbor(-1)
    for word in list(root.lefts):
        if word != subject and word.dep_ in _OF_SUBJECT:
            word.head = subject
    subject.dep_ = "nsubj"
    for word in list(root.rights):
        if word.dep_ == "appos":
            word.dep_ = "dobj"
            break
    root.tag_ = "VBZ"


def _base_forms(word: Token) -> set[str]:
    """Return what a word in -s may be a form of: "crashes" of "crash" and "crashe", "denies" of "deny" as well."""
    text = word.lower_
    return {text.removesuffix("s"), text.removesuffix("es"), f"{text.removesuffix('ies')}y"} - {text}
