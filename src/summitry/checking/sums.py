"""Sums: the parts are added up, with or without a record; then each part is looked for in the window of the sum."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summitry.checking.coverage import Coverage, coverage_of
from summitry.checking.matching import Found, ask, starts
from summitry.checking.near import before_text, shortly_before
from summitry.checking.numbers import Number, with_number
from summitry.checking.parties import Party, party_named, takes_part
from summitry.checking.question import Question, question_of
from summitry.checking.setting import Setting
from summitry.checking.telling import announces, soon_after
from summitry.checking.verdicts import verdict
from summitry.checking.wording import plural, told_days, window_text
from summitry.model import Claim, Incident, Part, Verdict, VerdictWord

__all__ = ["check_sum", "sum_text"]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The acts of all parts: in the window, shortly before it, announced; and how each part fares."""

    inside: tuple[Incident, ...]
    before: tuple[Incident, ...]
    announced: tuple[Incident, ...]
    off: tuple[str, ...]


def sum_text(parts: tuple[Part, ...], value: int) -> str:
    """Return a sum as arithmetic.

    >>> sum_text((Part(3, ("A",), ""), Part(2, ("B",), "")), 6)
    '3+2 = 5, not 6'
    """
    total = sum(part.value for part in parts)
    return f"{'+'.join(str(part.value) for part in parts)} = {total}{'' if total == value else f', not {value}'}"


def check_sum(claim: Claim, number: Number, setting: Setting) -> Verdict:
    """Check a number against its parts, and the parts against the record.

    A sum that its own parts do not make is contradicted without a record. One that they make stands or falls with what
    the record holds of its parts in its window.
    """
    question = question_of(claim, claim.counted, setting.registry, claim.window, setting.until)
    coverage = coverage_of(question, setting)
    total = sum(part.value for part in claim.parts)
    arithmetic = sum_text(claim.parts, number.value)
    if not number.holds(total):
        text = with_number(claim.evidence.readable, claim.evidence.quote, number.value, total)
        return verdict(claim, "contradicted", f"its own parts: {arithmetic}", (), question, coverage, (), text)
    if not claim.counted.acts or not claim.counted.type:
        return verdict(claim, "supported", f"its own parts: {arithmetic}", (), question, coverage)
    parts = _look_for(claim, question, setting)
    return _judged(claim, number, parts, question, coverage, setting)


def _look_for(claim: Claim, question: Question, setting: Setting) -> _Parts:
    partners = {name for part in claim.parts for name in part.parties}
    side = tuple(party for party in question.parties if party.name not in partners)[:1]
    inside: dict[str, Incident] = {}
    before: dict[str, Incident] = {}
    announced = _announced(claim, side, setting, question)
    off: list[str] = []
    for part in claim.parts:
        own = replace(question, parties=(*side, *_parties(part, setting)), office="", holders=())
        found, earlier = ask(setting.source, own), shortly_before(own, setting)
        came = announced is not None and all(takes_part(party, announced.participants) for party in own.parties)
        inside |= {incident.id: incident for incident in found.incidents}
        if len(found) + came != part.value:
            off.append(f"{part.value} with {', '.join(part.parties)}: the record has {len(found) + came}")
            before |= {incident.id: incident for incident in earlier.incidents}
    in_order = sorted(inside.values(), key=lambda i: (starts(i), i.id))
    return _Parts(tuple(in_order), tuple(before.values()), (announced,) if announced else (), tuple(off))


def _parties(part: Part, setting: Setting) -> tuple[Party, ...]:
    return tuple(party_named(name, setting.registry) for name in part.parties)


def _announced(claim: Claim, side: tuple[Party, ...], setting: Setting, question: Question) -> Incident | None:
    """Return the act that the article announces: the next one, with whomever of the parts."""
    today = setting.until
    if today is None or not announces(claim, setting):
        return None
    partners = [(*side, *_parties(part, setting)) for part in claim.parts]
    asked = replace(
        question, window=soon_after(today), until=None, statuses=(*question.statuses, "planned"), office="", holders=()
    )
    acts = [i for parties in partners for i in ask(setting.source, replace(asked, parties=parties)).incidents]
    return min(acts, key=lambda i: (starts(i), i.id), default=None)


def _judged(
    claim: Claim, number: Number, parts: _Parts, question: Question, coverage: Coverage, setting: Setting
) -> Verdict:
    count = len(parts.inside) + len(parts.announced)
    whole = len(ask(setting.source, question)) + len(parts.announced)
    why = f"{sum_text(claim.parts, number.value)}{', but' if parts.off else ';'} {count}"
    why += f" in window {window_text(question.window, question.until)}"
    if parts.announced:
        why += f" with the announced one ({told_days(parts.announced)})"
    near = list(parts.off)
    if parts.before and number.wants_more(count):
        line = before_text(count + len(parts.before), Found(parts.before))
        why += f"; {line}"
    if whole != count:
        near.append(f"{plural(whole, 'act')} in the window whoever took part: others are not among the parts")
    word = _word(number, parts, coverage)
    right = with_number(claim.evidence.readable, claim.evidence.quote, number.value, count)
    rows = (*parts.before, *parts.inside, *parts.announced)
    return verdict(claim, word, why, rows, question, coverage, near, right if word == "contradicted" else "")


def _word(number: Number, parts: _Parts, coverage: Coverage) -> VerdictWord:
    if not parts.off:
        return "supported"
    return "contradicted" if coverage.dense else "not in record"
