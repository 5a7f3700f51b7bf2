"""Why somebody acts, told by a clause under the act: "built a wall *to stop* the flight", "left, *fearing* arrest"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.gist import gist_of
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["find_purposes"]

_VERBAL = frozenset({"VERB", "AUX"})
_TOLD_OTHERWISE = frozenset({"order", "as", "attempt", "effort", "bid"})


def find_purposes(page: Page) -> Iterator[Finding]:
    """Yield what may be causes told as purposes and motives."""
    for aim in page.having(words("cause", "aims")):
        if aim.tag_ == "VB" and aim.dep_ in {"advcl", "xcomp", "acl"} and any(c.lower_ == "to" for c in aim.lefts):
            yield from _bare(page, aim)
    for motive in page.having(words("cause", "motives")):
        if motive.tag_ == "VBG" and motive.dep_ in {"advcl", "acl", "xcomp"} and motive.head.pos_ in _VERBAL:
            yield from _motive(page, motive)
    for mark in page.having(["lest"]):
        if mark.head.pos_ in _VERBAL and mark.head.head != mark.head:
            yield _finding(page, mark, (mark, mark.head), mark.head, mark.head.head, "lest")


def _bare(page: Page, aim: Token) -> Iterator[Finding]:
    """Yield "the fleet was sent *to prevent* an invasion": an act and what it was to keep off or bring."""
    act = aim.head
    before = aim.doc[max(aim.sent.start, aim.i - 2)].lower_
    done = act.pos_ in _VERBAL and act.i < aim.i and (aim.dep_ == "advcl" or page.frame_at(act) is not None)
    content = next((c for c in aim.children if c.dep_ in {"dobj", "ccomp"}), None)
    if done and content is not None and before not in _TOLD_OTHERWISE:
        yield _finding(page, aim, (aim, content), aim, act, "aim")


def _motive(page: Page, motive: Token) -> Iterator[Finding]:
    """Yield "he resigned, *fearing* arrest", "hoping to win time, the king called a vote"."""
    act = motive.head
    below = next((c for c in motive.children if c.dep_ in {"dobj", "xcomp", "ccomp", "prep"} and c.i > motive.i), None)
    apart = motive.i > motive.sent.start and motive.nbor(-1).text == ","
    if below is not None and (apart or motive.i < act.i) and not any(c.dep_ == "aux" for c in motive.children):
        how = "motive cited" if motive.lemma_.lower() in {"cite", "invoke"} else "motive"
        yield _finding(page, motive, (motive, below), below, act, how)


def _finding(page: Page, anchor: Token, row: tuple[Token, ...], content: Token, act: Token, how: str) -> Finding:
    signs = [how]
    if page.is_act(act):
        signs.append(f"{how}: acts")
    if any(page.actors_at(noun) for noun in syntax.subjects(act)):
        signs.append(f"{how}: of an actor")
    return Finding("cause", anchor, row, gist_of(content), how, act, signs=tuple(signs))
