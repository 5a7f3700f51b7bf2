"""The killed and the hurt of one sentence as one count: "kills 21 people and injures 46 others"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["joined_harms"]

_FEWEST = 2
_DEATHS = frozenset({"kill", "die", "massacre", "behead", "murder", "execute", "slay"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def joined_harms(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings with those of one sentence that count its harmed told as one.

    Two kinds of harm are told by their verbs, two kinds of people under one verb by their nouns:
    `21 killed, 46 injured`, `3 soldiers, 19 rebels`.
    """
    by_sentence: dict[int, list[Finding]] = {}
    for finding in findings:
        if _harm(finding) is not None:
            by_sentence.setdefault(finding.anchor.sent.start, []).append(finding)
    joined = {id(f): row for row in by_sentence.values() if len(row) >= _FEWEST for f in row}
    found: list[Finding] = []
    for finding in findings:
        row = joined.get(id(finding))
        if row is None:
            found.append(finding)
        elif row[0] is finding:
            found.append(_join(row))
    return found


def _harm(finding: Finding) -> Token | None:
    """Return the verb that harms whom a finding counts."""
    noun = finding.topic if finding.topic is not None else finding.anchor  # "killed 32 people and wounded *159*"
    if noun.pos_ not in _NOUNS | {"NUM"}:
        return None
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in _NOUNS:
        top = top.head
    verb = top.head
    passive = syntax.is_passive(verb)
    role = top.dep_ == "nsubjpass" or (top.dep_ == "dobj" and not passive) or (top.dep_ == "nsubj" and _dies(verb))
    return verb if role and verb.lemma_.lower() in words("count", "harms") - {"leave", "dead"} else None


def _dies(verb: Token) -> bool:
    return verb.lemma_.lower() == "die"


def _join(row: Sequence[Finding]) -> Finding:
    verbs = [verb for finding in row if (verb := _harm(finding)) is not None]
    names = ["killed" if verb.lemma_.lower() in _DEATHS else _past(verb) for verb in verbs]
    if len({*names}) == 1:
        names = [finding.topic.lower_ if finding.topic is not None else "people" for finding in row]
    value = ", ".join(f"{finding.value} {name}" for finding, name in zip(row, names, strict=True))
    tokens = tuple(token for finding in row for token in finding.words)
    return replace(row[0], words=tokens, value=value, signs=(*row[0].signs, "harms joined"))


def _past(verb: Token) -> str:
    return {"hurt": "injured", "injure": "injured"}.get(verb.lemma_.lower(), "wounded")
