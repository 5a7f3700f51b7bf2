"""Who "we" is: the government that speaks in its own release, or the speaker of a quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from summitry.coding.participants import MentionIndex
from summitry.model import Mention

__all__ = ["we_mentions"]

WE = frozenset({"we", "us", "our"})
QUOTES = frozenset({'"', "“", "”", "``", "''"})
FIRST_LINES = 400
"""How many characters at the head of a release may name who issues it."""


def we_mentions(doc: Doc, mentions: Iterable[Mention], index: MentionIndex) -> tuple[Mention, ...]:
    """Return mentions for the "we" of a text that a government issues in its own name.

    A text speaks for a government where "we" stands outside quotation marks; its state is the
    one that acts most often in it, counting whoever signs at its head.
    """
    outside = [token for token in _unquoted(doc) if token.lower_ in WE and not token.is_upper]
    if not outside:
        return ()
    votes: Counter[tuple[str, str]] = Counter()
    for mention in mentions:
        if not mention.state or mention.kind in {"none", "place"}:
            continue
        token = index_token(doc, mention)
        if token is not None and token.dep_ == "nsubj" and mention.kind in {"state", "government"}:
            votes[mention.state, ""] += 1
        elif mention.start < FIRST_LINES and mention.office:
            votes[mention.state, ""] += 2
    if not votes:
        return ()
    state = max(votes.items(), key=lambda item: (item[1], item[0]))[0][0]
    return tuple(index.state_mention(state, t.idx, t.idx + len(t), t.text) for t in outside)


def index_token(doc: Doc, mention: Mention) -> Token | None:
    """Return the head word of a mention."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span.root if span is not None else None


def _unquoted(doc: Doc) -> list[Token]:
    inside, words = False, []
    for token in doc:
        if token.text in QUOTES:
            inside = token.text not in {"”", "''"} and not inside
        elif token.is_space and "\n" in token.text:
            inside = False
        elif not inside:
            words.append(token)
    return words
