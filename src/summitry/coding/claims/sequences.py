"""Sequences: "neither preceded nor followed by", "came a day after", "only after", "shortly before"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["find_sequences"]

_NEGATIONS = frozenset({"not", "n't", "n’t", "neither", "nor", "never", "no"})


def find_sequences(page: Page) -> Iterator[Finding]:
    """Yield what may be sequences."""
    yield from _verbs(page)
    yield from _marks(page)


def _verbs(page: Page) -> Iterator[Finding]:
    """Yield acts that are said to precede or follow others; two verbs of one denial make one finding."""
    used: set[int] = set()
    for verb in page.having(words("sequence", "verbs")):
        if verb.pos_ != "VERB" or verb.i in used:
            continue
        both = [v for v in syntax.conjuncts(verb) if v.lemma_.lower() in words("sequence", "verbs")]
        used |= {v.i for v in both}
        passive = syntax.is_passive(verb)
        agents = [n for v in both for n in syntax.prepositional(v, "by")]
        nouns = syntax.subjects(verb)
        topic = nouns[0] if nouns else None
        other = agents[0] if passive and agents else next(iter(syntax.objects(verb)), None)
        if topic is None or other is None:
            continue
        denied = any(c.lower_ in _NEGATIONS for v in both for c in v.children)
        order = " or ".join(_order(v, passive) for v in both)
        value = f"{'not ' if denied else ''}{order} {_words(page, other)}"
        signs = [
            "passive" if passive else "active",
            *(["denied"] if denied else []),
            *(["both"] if len(both) > 1 else []),
        ]
        signs += _acts(page, topic, other)
        yield Finding(
            "sequence",
            verb,
            (topic, *both, other),
            value,
            "preceded or followed",
            topic,
            other=other,
            negated=denied,
            signs=tuple(signs),
        )


def _order(verb: Token, passive: bool) -> str:
    later = verb.lemma_.lower() in {"follow", "succeed", "postdate"}
    return "before" if later == passive else "after"


def _marks(page: Page) -> Iterator[Finding]:
    """Yield acts that are said to come before or after others, with a word that stresses it."""
    for mark in page.having(words("sequence", "marks")):
        if mark.i == mark.sent.start or (page.is_time(mark) and not _is_shift(page, mark)):
            continue
        focus = mark.nbor(-1).lower_
        other = next((c for c in mark.children if c.dep_ in {"pobj", "pcomp"}), None)
        if other is None and mark.dep_ in {"mark", "advmod"} and mark.head.pos_ in {"VERB", "AUX"}:
            other = mark.head
        if other is None:
            continue
        holder = other.head if other == mark.head else mark.head
        verb = syntax.clause_of(holder)
        came = verb.lemma_.lower() in words("sequence", "came")
        topic = page.act_of(verb)
        focused = focus in words("sequence", "focus")
        plain = mark.lower_ == "before" and _is_order(page, topic, other)
        if not (focused or came or plain) or topic == other:
            continue
        signs = ["came" if came else "", f"mark {mark.lower_}", f"focus {focus}" if focused else "no focus"]
        signs += ["plain order"] if plain and not (focused or came) else []
        signs += _acts(page, topic, other)
        value = f"{mark.lower_} {_words(page, other, mark)}"
        yield Finding(
            "sequence",
            mark,
            (topic, verb, mark.nbor(-1), mark, other),
            value,
            "before or after",
            topic,
            other=other,
            signs=tuple(sign for sign in signs if sign),
        )


def _is_order(page: Page, topic: Token, other: Token) -> bool:
    """True for two past acts of parties that the words name: "Putin had been there before Jiang went"."""
    told = all(page.frame_at(act) is not None for act in (topic, other))
    past = topic.pos_ not in {"VERB", "AUX"} or syntax.is_simple_past(topic) or topic.tag_ == "VBN"
    return told and past and all(page.index.within(act.subtree) for act in (topic, other))


def _is_shift(page: Page, mark: Token) -> bool:
    return any(time.interval.rule.startswith("shift") for time, _ in page.times_within([mark]))


def _acts(page: Page, topic: Token, other: Token) -> list[str]:
    return [name for name, act in (("acts", topic), ("other acts", other)) if page.is_act(act)]


def _words(page: Page, head: Token, mark: Token | None = None) -> str:
    """Return a short noun phrase or clause around a word, behind the mark of a clause."""
    row = [t for t in head.subtree if not t.is_space and (mark is None or t.i > mark.i)][:8]
    return page.text[row[0].idx : row[-1].idx + len(row[-1])] if row else head.text
