"""The words that make a claim: as much of a clause as tells it."""

from __future__ import annotations

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.page import Page
from summitry.language import Token
from summitry.model import Evidence

__all__ = ["evidence_of"]

LONGEST = 180
"""A clause is shown in full up to this many characters, a longer one from the words that matter."""
LONGEST_TAIL = 14
"""A phrase goes on for at most this many words after its noun."""
NEAR_VERB = 4
"""A verb at most this many words before a phrase is shown with it."""
CLAUSAL = frozenset({"sequence", "relation", "position", "cause", "forecast"})
"""Kinds that a whole clause tells."""
_APART = frozenset({"relcl", "acl", "conj", "cc", "punct", "advcl", "appos"})
_OTHER_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "conj", "parataxis"})
_TRIMMED = frozenset({",", ";", ":", "-", "–", "—", ".", "(", ")", "and", "but", "while", "that"})


def evidence_of(page: Page, finding: Finding) -> Evidence:
    """Return the words that make a claim.

    A number or an order is told by a phrase, with the verb right before it; what holds between two things by a
    clause, without the clauses of other matters in it.
    """
    row = sorted(finding.words, key=lambda token: token.i)
    sentence = row[0].sent
    row = [token for token in row if token.sent == sentence]
    low, high = row[0].i, row[-1].i
    first, last = _stretched(row, low, high) if finding.kind in CLAUSAL else _phrase(finding.topic, low, high)
    if page.doc[last].idx + len(page.doc[last]) - page.doc[first].idx > LONGEST:
        first, last = low, high
    while first < low and page.doc[first].lower_ in _TRIMMED | {" "}:
        first += 1
    while last > high and (page.doc[last].lower_ in _TRIMMED or page.doc[last].is_space):
        last -= 1
    start, end = page.doc[first].idx, page.doc[last].idx + len(page.doc[last])
    return Evidence(start, end, page.text[start:end], sentence.text.strip())


def _phrase(topic: Token | None, low: int, high: int) -> tuple[int, int]:
    """Return the bounds of a phrase: its noun with what hangs on it to the right, and a verb right before it."""
    if topic is None or not low <= topic.i <= high:
        return low, high
    last = high
    for child in topic.rights:
        if child.dep_ in _APART or child.left_edge.i > last + 1:
            break
        last = max(last, child.right_edge.i)
    verb = topic.head
    near = verb.pos_ in {"VERB", "AUX"} and verb.sent == topic.sent and 0 < low - verb.i <= NEAR_VERB
    return (verb.i if near else low), min(last, high + LONGEST_TAIL)


def _stretched(row: list[Token], low: int, high: int) -> tuple[int, int]:
    """Return the bounds of the run of a clause's own words around some of its words."""
    verb = syntax.clause_of(row[0])
    own = {token.i for token in _own_words(verb, set(range(low, high + 1)))}
    first, last = low, high
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return first, last


def _own_words(verb: Token, wanted: set[int]) -> list[Token]:
    found, stack = [], [verb]
    while stack:
        token = stack.pop()
        if token.is_space and "\n" in token.text:
            continue
        found.append(token)
        for child in token.children:
            apart = child.dep_ in _OTHER_CLAUSES and child.pos_ in {"VERB", "AUX"}
            if not apart or any(word.i in wanted for word in child.subtree):
                stack.append(child)
    return found
