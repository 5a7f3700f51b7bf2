"""Who "we" is: the government that speaks in its own release, or the speaker of a quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import takewhile

from summitry.coding import syntax
from summitry.coding.cues import cues
from summitry.coding.participants import MentionIndex
from summitry.coding.quotation import QUOTES
from summitry.language import Doc, Token
from summitry.model import Mention

__all__ = ["issuers_of", "we_mentions"]

WE = frozenset({"we", "us", "our"})
PERFORMATIVE = frozenset(
    "applaud appeal appreciate call commend condemn congratulate deplore demand denounce encourage express extend "
    "honor honour join offer pledge reaffirm recognize regret reiterate reject remain stand support thank urge "
    "welcome".split()
)
"""Verbs by which a government does in its own text what they say: "we *condemn*"."""
STATEMENTS = frozenset({"statement", "communique", "communiqué", "declaration"})
SIGNING = 3
"""How much whoever signs a release counts beside those who act in it."""
LONGEST_SIGNATURE = 16
"""How many words a line with the name and office of whoever signs may have."""
FIRST_LINES = 400
"""How many characters at the head of a release may name who issues it."""


def we_mentions(
    doc: Doc, mentions: Iterable[Mention], index: MentionIndex
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return mentions for "we": those of quotations, and those of a text that a government issues in its own name.

    A text speaks for a government where "we" stands outside quotation marks; its state is the
    one that acts most often in it, counting whoever signs at its head.
    """
    ours = [token for token in doc if token.lower_ in WE and not token.is_upper]
    unquoted = {token.i for token in _unquoted(doc)} if ours else set()
    outside = [token for token in ours if token.i in unquoted]
    quoted = tuple(m for token in ours if token.i not in unquoted for m in _of_speaker(token, unquoted, index))
    return quoted, _of_issuer(doc, mentions, index, outside)


def issuers_of(doc: Doc, mentions: Sequence[Mention], issuing: Iterable[Mention]) -> tuple[str, ...]:
    """Return the codes of the states in whose name a text is issued, none for an essay or a report.

    An official signs it at its head, or it does what it says: "we *condemn*", "Norway *welcomes*".

    Args:
        doc: the parsed text.
        mentions: its actors.
        issuing: for whom "we" stands in it outside quotations.
    """
    signing = _signing(doc, mentions)
    states = tuple(dict.fromkeys(mention.state for mention in issuing))
    return (states or signing) if signing or (states and _acts_by_saying(doc)) else ()


def _acts_by_saying(doc: Doc) -> bool:
    return any(
        token.dep_ == "nsubj"
        and (token.lower_ == "we" or token.pos_ == "PROPN")
        and token.head.lemma_.lower() in PERFORMATIVE
        and syntax.is_present(token.head)
        for token in _unquoted(doc)
    )


def _signing(doc: Doc, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Return the state of one whose name and office are the first line."""
    text = doc.text
    line = text.lstrip().partition("\n")[0]
    low = text.index(line)
    words = [token for token in takewhile(lambda token: token.idx < low + len(line), doc) if low <= token.idx]
    if len(words) > LONGEST_SIGNATURE or any(word.pos_ in {"VERB", "AUX"} for word in words):
        return ()
    states = (m.state for m in mentions if m.kind == "person" and m.office and low <= m.start < low + len(line))
    return tuple(state for state in states if state)[:1]


def _of_speaker(token: Token, unquoted: Container[int], index: MentionIndex) -> list[Mention]:
    """Return whom "we" stands for in a quotation: the state of whom its sentence makes say it."""
    verbs = [w for w in token.sent if w.i in unquoted and w.lemma_.lower() in cues("attribution", "verbs")]
    states = (m.state for verb in verbs for noun in syntax.subjects(verb) for m in index.at(noun) if m.state)
    return [index.state_mention(s, token.idx, token.idx + len(token), token.text) for s in [*states][:1]]


def _of_issuer(
    doc: Doc, mentions: Iterable[Mention], index: MentionIndex, outside: Sequence[Token]
) -> tuple[Mention, ...]:
    """Return whom "we" stands for outside quotations: the governments in whose name the text is issued."""
    if not outside:
        return ()
    issuers = _issuers(doc, index)
    if len(issuers) > 1:
        return tuple(index.state_mention(s, t.idx, t.idx + len(t), t.text) for t in outside for s in issuers)
    votes: Counter[tuple[str, str]] = Counter()
    for mention in mentions:
        if not mention.state or mention.kind in {"none", "place"}:
            continue
        span = index.span_of(mention)
        if span is not None and span.root.dep_ == "nsubj" and mention.kind == "state":
            votes[mention.state, ""] += 1
        elif mention.start < FIRST_LINES and mention.office:
            votes[mention.state, ""] += SIGNING
    if not votes:
        return ()
    state = max(votes.items(), key=lambda item: (item[1], item[0]))[0][0]
    return tuple(index.state_mention(state, t.idx, t.idx + len(t), t.text) for t in outside)


def _issuers(doc: Doc, index: MentionIndex) -> list[str]:
    """Return the states that issue a text together, as its head tells: "a joint statement by Peru and Chile"."""
    for token in doc:
        if token.idx > FIRST_LINES:
            break
        if token.lemma_.lower() in STATEMENTS:
            below = [w for w in token.sent if w.i > token.i]
            return list(dict.fromkeys(m.state for m in index.within(below) if m.state))
    return []


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
