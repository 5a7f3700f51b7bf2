"""Near misses: what would be counted under other readings of the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from summitry.checking.matching import Found, ask, fetch, keep
from summitry.checking.question import Question
from summitry.checking.setting import Setting
from summitry.checking.wording import told_days
from summitry.model import HAPPENED, Interval

__all__ = ["before_text", "other_readings", "shortly_before"]

MOST = 300
"""Other readings are counted where no more incidents than this may answer them."""
BEFORE = timedelta(days=62)
"""How long before a window an act may lie that its author may have counted."""


def other_readings(question: Question, setting: Setting, found: Found) -> tuple[str, ...]:
    """Return, one line each, how many acts other readings count, where that is another number."""
    lines = []
    for name, other in _others(question):
        read = fetch(setting.source, other, MOST)
        if len(read) == MOST:
            continue  # too many to be a near miss of anything
        count = len(keep(read, other))
        if count != len(found):
            lines.append(f"{count} {name}")
    return tuple(dict.fromkeys(lines))


def _others(question: Question) -> Iterator[tuple[str, Question]]:
    yield "with planned ones", replace(question, statuses=(*HAPPENED, "planned"))
    if question.type == "CONSULT":
        if question.mode == "visit":
            yield "when meetings elsewhere count, too", replace(question, mode="", acting=False)
        elif not question.mode:
            yield "when only visits count", replace(question, mode="visit")
        if not question.phone and question.level is None:
            yield "with calls", replace(question, phone=True)
        if question.level is None:
            yield "at leader level", replace(question, level="leader")
        else:
            yield "at any level", replace(question, level=None, office="", holders=())
    if question.acting:
        yield "whoever acted", replace(question, acting=False)
    if question.until is not None:
        yield "with what came after the article", replace(question, until=None)


def shortly_before(question: Question, setting: Setting) -> Found:
    """Return what lies shortly before the window of a question, and answers it otherwise."""
    window = question.window
    if window is None or window.first is None:
        return Found(())
    last = window.first - timedelta(days=1)
    return ask(setting.source, replace(question, window=Interval(last - BEFORE, last, "range")))


def before_text(count: int, before: Found) -> str:
    """Return what a count would be with what lies shortly before its window."""
    return f"{count} counting {told_days(before.incidents)}, before the window"
