"""Does a date lie before the writing or after it? Told by the verbs near it (C3, C6)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from summitry.dates.friends import words_beside
from summitry.dates.lexicon import lexicon, load_table
from summitry.dates.scan import Tokens

__all__ = ["Tense", "ends_sentence", "past_verbs", "tense_near"]

Tense = Literal["past", "weak-past", "future", ""]
_REPORT_REACH = 4
"""Most tokens between a reporting verb and the date on which it was said."""
_WOULD_REACH = 5
"""Most tokens over which "would" tells a future seen from the past: farther off it is a mere condition."""
_PUTTING_OFF = frozenset("aborted cancelled canceled delayed postponed scrapped scuttled shelved".split())
"""What is done to an act that was still to come."""
_OWNERS = frozenset("a an her his its our the their".split())
_PASSIVES = frozenset({"held", "given", "made", "put", "sent", "taken"})
"""Irregular participles of what is to be done."""
_SEEMING = frozenset("appear appears found had has have known said seem seems seen shown thought used".split())
"""Words behind which "to be done" tells of no coming time."""
_REACH = 40
"""Most tokens looked at on either side."""


@dataclass(frozen=True, slots=True)
class _Cues:
    future: frozenset[str]
    governs_future: frozenset[str]
    past: frozenset[str]
    not_past: frozenset[str]
    reporting: frozenset[str]
    finite: frozenset[str]


@cache
def _cues() -> _Cues:
    table = load_table("cues")
    return _Cues(
        *(frozenset(table[name]) for name in ("future", "governs_future", "past", "not_past", "reporting", "finite"))
    )


def tense_near(tokens: Tokens, first: int, last: int, reach: int = _REACH) -> Tense:
    """Return the tense of the nearest verb before an expression in its sentence, else after it.

    Args:
        tokens: the text.
        first: first token of the expression.
        last: token index after it.
        reach: most tokens between a past verb and the expression; cues of the future reach farther.
    """
    if first and _sets_a_term(tokens, first):
        return "future"
    for index in range(first - 1, max(-1, first - _REACH), -1):
        if ends_sentence(tokens, index):
            break
        word, distance = tokens.words[index], first - index
        if word in _cues().reporting and distance > _REPORT_REACH:
            continue
        if word == "would" and distance > _WOULD_REACH and not _is_announced(tokens, index, first):
            continue
        tense = "future" if _puts_off(tokens, index, first) else _tense_of(tokens, index)
        if tense:
            return "weak-past" if tense == "past" and first - index > reach else tense
    for index in range(last, min(len(tokens), last + _REACH)):
        if ends_sentence(tokens, index) or (tokens.words[index] == "that" and index == last):
            break
        tense = _tense_of(tokens, index)
        if tense:
            return tense
    return ""


def _is_announced(tokens: Tokens, would: int, first: int) -> bool:
    """True for the "would" of "said he *would* meet the king in Amman *on* Friday": what is announced lies ahead."""
    said = set(tokens.words[max(0, would - _REPORT_REACH) : would]) & _cues().reporting
    return bool(said) and tokens.words[first - 1] == "on"


def _puts_off(tokens: Tokens, index: int, first: int) -> bool:
    """True for the verb of "called off *his May 5 visit*": what is put off or called off on a day lies ahead."""
    word, before = tokens.words[index], tokens.words[first - 1]
    return word in _PUTTING_OFF and (before in _OWNERS or before in {"'s", "’s", "s"})


def _sets_a_term(tokens: Tokens, first: int) -> bool:
    """True after "by", "as soon as" and "postponed until": a term lies ahead."""
    at = first - 2 if tokens.words[first - 1] in ("the", "on", "noon") and first > 1 else first - 1
    word = tokens.words[at]
    if word in ("until", "till", "to"):
        return bool(words_beside("defers") & set(tokens.words[max(0, at - 6) : at]))
    if word == "by":
        return at == 0 or not tokens.words[at - 1].endswith("ed")
    return tokens.words[max(0, at - 2) : at + 1] == ["as", "soon", "as"]


def past_verbs() -> frozenset[str]:
    """Return the irregular past forms that tell the past."""
    return _cues().past


def ends_sentence(tokens: Tokens, index: int) -> bool:
    """True where a token ends a sentence: a full stop before a capital, a blank line."""
    character, names = tokens.classes[index], lexicon().characters
    if character == names["para"]:
        return True
    if character == names["stop"]:
        return tokens.words[index] != ";"
    if character != names["dot"]:
        return False
    if index + 1 >= len(tokens):
        return True
    before = tokens.words[index - 1] if index else ""
    start = tokens.starts[index + 1]
    following = tokens.text[start]
    is_abbreviation = (
        (len(before) == 1 and before.isalpha()) or before in words_beside("abbreviations") or tokens.tight(index + 1)
    )
    return not is_abbreviation and (following.isupper() or following.isdigit() or following in "\"“‘'`(*-•")


def _tense_of(tokens: Tokens, index: int) -> Tense:
    word, cues = tokens.words[index], _cues()
    if word in cues.future:
        return "" if _is_no_verb(tokens, index) else "future"
    if word == "to":
        return _infinitive(tokens, index)
    if word in cues.past:
        return "" if word not in cues.finite and _follows_future(tokens, index) else "past"
    if len(word) > 3 and word.endswith("ed") and word not in cues.not_past and tokens.surface(index).islower():
        return "" if _follows_future(tokens, index) or _is_adjective(tokens, index) else "past"
    return ""


def _is_no_verb(tokens: Tokens, index: int) -> bool:
    """True for the name May, "shortly after", and after "to", which tells its own tense."""
    if tokens.words[index] == "shortly" and tokens.words[index + 1 : index + 2] in (["before"], ["after"]):
        return True
    if tokens.words[index] == "may" and tokens.surface(index) != "may":
        return True
    return index > 0 and tokens.words[index - 1] == "to"


def _is_adjective(tokens: Tokens, index: int) -> bool:
    """True for the participle in "the preferred shares" and "300,000 registered voters"."""
    before = tokens.words[index - 1] if index else ""
    after = tokens.surface(index + 1) if index + 1 < len(tokens) else ""
    opens = before in words_beside("before_participle") or before[:1].isdigit()
    return opens and after.isalpha() and after.islower() and after not in words_beside("after_verb")


def _follows_future(tokens: Tokens, index: int) -> bool:
    """True for the participle in "will be signed", "to be signed" and "is signed"."""
    before = tokens.words[max(0, index - 3) : index]
    return any(word in ("be", "will", "to", "shall", "would") for word in before) or before[-1:] in (["is"], ["are"])


def _infinitive(tokens: Tokens, index: int) -> Tense:
    """Return `future` for "agreed to meet", nothing for "came to meet" or "to Hanoi"."""
    if index == 0 or index + 1 >= len(tokens):
        return ""
    verb = tokens.surface(index + 1)
    if not verb.isalpha() or not verb.islower() or verb in ("the", "a", "an", "his", "her", "its", "their"):
        return ""
    before = tokens.words[index - 1]
    if before in ("was", "were"):
        return "future" if verb != "have" else ""
    if verb == "be" and index + 2 < len(tokens) and _is_told_of_noun(tokens, index):
        return "future"
    return "future" if before in _cues().governs_future else ""


def _is_told_of_noun(tokens: Tokens, index: int) -> bool:
    """True for the passive infinitive behind a noun: "a summit *to be held*", not "appears to be held"."""
    before, participle = tokens.words[index - 1], tokens.words[index + 2]
    done = participle.endswith("ed") or participle in _PASSIVES
    verbal = before.endswith("ed") or before in _cues().past | _SEEMING
    return done and tokens.surface(index - 1).isalpha() and not verbal
