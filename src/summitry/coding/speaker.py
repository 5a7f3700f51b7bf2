"""Who "we" is: the government that speaks in its own release, or the speaker of a quotation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
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
STATEMENTS = frozenset({"statement", "communique", "communiqué", "conference", "declaration"})
MATTERS = frozenset({"about", "after", "at", "concerning", "following", "in", "on", "regarding", "upon", "with"})
"""Words behind which a statement's heading tells what it is about, no longer who makes it."""
SURE = 0.55
"""Score above which a mention is named, not only taken for that of the state spoken of."""
SIGNING = 3
"""How much whoever signs a release counts beside those who act in it."""
LONGEST_SIGNATURE = 16
"""How many words a line with the name and office of whoever signs may have."""
BODIES = frozenset({"government", "igo", "state"})
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


def issuers_of(
    doc: Doc, mentions: Sequence[Mention], issuing: Iterable[Mention], index: MentionIndex
) -> tuple[Mention, ...]:
    """Return the states and organisations in whose name a text is issued, none for an essay or a report.

    An official signs it at its head, or it does what it says: "we *condemn*", "Norway *welcomes*".

    Args:
        doc: the parsed text.
        mentions: its actors.
        issuing: for whom "we" stands in it outside quotations.
        index: its mentions.
    """
    signing = tuple(index.standing_for(state) for state in _signing(doc, mentions))
    bodies = tuple({m.actor_id: replace(m, start=0, end=0, surface="") for m in issuing}.values())
    return (bodies or signing) if signing or (bodies and _acts_by_saying(doc)) else ()


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
    issuers = _of_heading(doc, index) or _of_letterhead(doc, index) or _acting_most(mentions, index)
    return tuple(
        replace(m, start=t.idx, end=t.idx + len(t), surface=t.text, reasons=("issues the text",))
        for t in outside
        for m in issuers
    )


def _acting_most(mentions: Iterable[Mention], index: MentionIndex) -> list[Mention]:
    """Return the state or organisation that acts most often in a text, counting whoever signs at its head."""
    votes: Counter[tuple[str, str]] = Counter()
    for mention in mentions:
        span = index.span_of(mention)
        if span is not None and span.root.dep_ == "nsubj" and mention.kind in BODIES:
            votes[mention.state, "" if mention.state else mention.actor_id] += 1
        elif mention.state and mention.start < FIRST_LINES and mention.office:
            votes[mention.state, ""] += SIGNING
    if not votes:
        return []
    state, body = max(votes.items(), key=lambda item: (item[1], item[0]))[0]
    return [index.standing_for(state) if state else next(m for m in mentions if m.actor_id == body)]


def _of_heading(doc: Doc, index: MentionIndex) -> list[Mention]:
    """Return those who issue a text, as its heading tells: "a joint statement *by Peru and the EU* on Chile"."""
    for token in doc:
        if token.idx > FIRST_LINES:
            break
        if token.lemma_.lower() in STATEMENTS:
            line = takewhile(
                lambda w: w.lower_ not in MATTERS and "\n" not in w.text, doc[token.i + 1 : token.sent.end]
            )
            return _bodies(index.within(line), index)
    return []


def _of_letterhead(doc: Doc, index: MentionIndex) -> list[Mention]:
    """Return whose office or official a line between the title and the first sentence names."""
    for begin, end in _head_lines(doc):
        line = doc.char_span(begin, end, alignment_mode="expand")
        told = [m for m in index.within(line or ()) if m.state and (m.kind == "government" or m.office)]
        if told:
            return _bodies(told[:1], index)
    return []


def _head_lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield where the lines lie that stand below a text's title and above its first sentence."""
    lines = [m.span() for m in re.finditer(r"\S[^\n]*", doc.text)]
    for begin, end in lines[1:]:
        words = doc.char_span(begin, end, alignment_mode="expand")
        if words is None or len(words) > LONGEST_SIGNATURE or any(word.tag_ in syntax.FINITE for word in words):
            return
        yield begin, end


def _bodies(told: Iterable[Mention], index: MentionIndex) -> list[Mention]:
    """Return the states and organisations for which some speak, each once."""
    found = {
        m.state or m.actor_id: index.standing_for(m.state) if m.state else m
        for m in told
        if (m.state or m.kind == "igo") and m.score > SURE
    }
    return list(found.values())


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
