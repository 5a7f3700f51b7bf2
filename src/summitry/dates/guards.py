"""False friends: readings that the words beside them show to be no time."""

from __future__ import annotations

import re

from summitry.dates.friends import friends, words_beside
from summitry.dates.lexicon import lexicon
from summitry.dates.readings import Reading
from summitry.dates.scan import Tokens
from summitry.dates.tense import past_verbs

__all__ = ["is_time", "months_as_names"]


def is_time(tokens: Tokens, reading: Reading, people: frozenset[str] = frozenset()) -> bool:
    """Return whether a reading is a time, judged by the words beside it.

    Args:
        tokens: the text.
        reading: what the grammar read.
        people: month names that the text also gives to a person, see `months_as_names`.
    """
    if _tells_manner(tokens, reading) or _is_name(tokens, reading):
        return False
    if reading.kind == "calendar":
        return _is_calendar_date(tokens, reading, people)
    if reading.kind == "ordinal-day":
        return _is_day_of_month(tokens, reading)
    if reading.kind in ("duration", "window", "shift"):
        return _is_span_of_time(reading)
    if reading.kind == "vague":
        return not (reading.value == "PRESENT_REF" and _word(tokens, reading.last) == "defunct")
    if reading.kind == "relative" and reading.relation == "" and reading.unit == "Y":
        return not _ROMAN.fullmatch(_word(tokens, reading.last)) and _word(tokens, reading.last) not in ("-", "one")
    return True


_ONLY_TIMES = frozenset("in since last next this until till during early late mid throughout".split())
"""Words before a month that stand before no person."""
_MONTH_JOINTS = frozenset({"to", "and", "or", "-", "–", "through", ","})
_ROMAN = re.compile(r"[ivx]{1,5}")


def _word(tokens: Tokens, index: int) -> str:
    return tokens.words[index] if 0 <= index < len(tokens) else ""


def _capitalised(tokens: Tokens, index: int) -> bool:
    return 0 <= index < len(tokens) and tokens.text[tokens.starts[index]].isupper()


def _tells_manner(tokens: Tokens, reading: Reading) -> bool:
    """True for "1980s-style"."""
    return (
        _word(tokens, reading.last) in ("-", "‐", "‑")
        and tokens.tight(reading.last)
        and _word(tokens, reading.last + 1) in friends().manners
    )


def _is_name(tokens: Tokens, reading: Reading) -> bool:
    """True for Bloody Sunday, the Sunday Times, the Six-Day War."""
    if reading.kind == "weekday" or (reading.season and reading.year is None):
        before, after = _word(tokens, reading.first - 1), _word(tokens, reading.last)
        if before in friends().names_before and _capitalised(tokens, reading.first):
            return True
        return after in friends().names_after and _capitalised(tokens, reading.last)
    if reading.kind == "duration":
        after = _word(tokens, reading.last).strip("'’")
        at = reading.last + 1 if not after else reading.last
        return (
            _word(tokens, at) in friends().named_after
            and _capitalised(tokens, at)
            and _capitalised(tokens, reading.last - 1)
        )
    return False


def _is_calendar_date(tokens: Tokens, reading: Reading, people: frozenset[str]) -> bool:
    if reading.month and reading.day is None and reading.year is None and not reading.relation:
        return _is_bare_month(tokens, reading, people)
    if reading.month and reading.day and reading.year is None and reading.rule == "date-no-year":
        return _is_partial_date(tokens, reading)
    if reading.season and reading.year is None and not reading.relation:
        return _is_bare_season(tokens, reading)
    if reading.decade is not None:
        return _is_decade(tokens, reading)
    if reading.rule == "year":
        return _is_year(tokens, reading)
    counts = reading.rule == "spelled-year" and _counts_plural(tokens, reading.last)
    if reading.rule == "short-year":
        return (
            _word(tokens, reading.first - 1) in words_beside("time_prepositions")
            or _word(tokens, reading.first - 1) == "the"
        )
    return not counts


def _is_bare_month(tokens: Tokens, reading: Reading, people: frozenset[str]) -> bool:
    month_at = reading.last - 1 if tokens.words[reading.last - 1] != "." else reading.last - 2
    word = tokens.words[month_at]
    before, after = _word(tokens, reading.first - 1), _word(tokens, reading.last)
    if len(word) <= 4 and word not in ("may", "june", "july"):
        return (before in words_beside("time_prepositions") and tokens.words[reading.last - 1] == ".") or before in (
            "late",
            "early",
            "mid",
        )
    if before in friends().given_names or before in friends().titles:
        return False
    if word in ("march", "may"):
        if word in people and before not in _ONLY_TIMES:
            return False
        return _is_march_or_may(tokens, reading, before, after)
    if (
        before == "the"
        and _capitalised(tokens, reading.last)
        and after.isalpha()
        and not _is_month(tokens, reading.last)
    ):
        return False
    if (
        word in ("april", "june", "august")
        and _capitalised(tokens, reading.last)
        and before not in words_beside("time_prepositions")
    ):
        return False
    return not (after in friends().names_after and _capitalised(tokens, reading.last))


def _is_march_or_may(tokens: Tokens, reading: Reading, before: str, after: str) -> bool:
    """Month names that are also words and surnames need a word of time before them, or a month beside them."""
    if after in _MONTH_JOINTS and _is_month(tokens, reading.last + 1):
        return True
    if before in _MONTH_JOINTS and _is_month(tokens, reading.first - 2):
        return True
    if before == "the" and after.isalpha() and not _capitalised(tokens, reading.last):
        return after not in words_beside("after_march")
    if before not in words_beside("time_prepositions") or (
        after in friends().after_person and before not in ("in", "since", "last")
    ):
        return before in ("-", "–") and reading.first > 1 and tokens.tight(reading.first)
    if before in _ONLY_TIMES:
        named = _capitalised(tokens, reading.last) and after not in words_beside("time_prepositions")
        return not named or after in ("the", "he", "she") or _capitalised(tokens, reading.first - 1)
    return True


def months_as_names(tokens: Tokens) -> frozenset[str]:
    """Return the month names that the text also gives to a person: "Theresa May", "Mrs May"."""
    ambiguous = lexicon().characters["maymonth"]
    found = set()
    for index in range(1, len(tokens)):
        if tokens.classes[index] == ambiguous:
            before = tokens.words[index - 1]
            if before == "." and index > 1:
                before = tokens.words[index - 2]
            if before in friends().given_names or before in friends().titles:
                found.add(tokens.words[index])
    return frozenset(found)


def _is_partial_date(tokens: Tokens, reading: Reading) -> bool:
    """Refuse "Article 9 May", "Resolution 18 March" and "May 15 people", not "16 July rockets hit"."""
    before, after = _word(tokens, reading.first - 1), _word(tokens, reading.last)
    labelled = before in friends().labels and tokens.words[reading.first].isdigit()
    return not labelled and not (
        tokens.words[reading.last - 1].isdigit()
        and after in friends().counted
        and after not in ("more", "or", "per", "dead", "killed", "injured", "wounded", "others", "such")
    )


def _is_bare_season(tokens: Tokens, reading: Reading) -> bool:
    word = tokens.words[reading.last - 1]
    before, after = _word(tokens, reading.first - 1), _word(tokens, reading.last)
    first = tokens.words[reading.first]
    if word == "fall":
        return (
            (before in words_beside("before_fall") or first == "the")
            and after not in ("of", "in", "from", "to", "behind", "back", "under", "into", "apart")
            and (
                first != "the"
                or before in ("in", "by", "of", "until", "since", "during", "for", "this", "early", "late", "mid")
            )
        )
    if before == "a" or (word == "spring" and before in ("to", "hot", "would", "will")):
        return False
    return not (_capitalised(tokens, reading.last) and _capitalised(tokens, reading.last - 1) and after.isalpha())


def _is_decade(tokens: Tokens, reading: Reading) -> bool:
    before = _word(tokens, reading.first - 1)
    if before in friends().ages:
        return False
    if reading.decade is not None and reading.decade < 100 and tokens.words[reading.last - 1].isalpha():
        opened = tokens.words[reading.first] == "the" or before in ("early", "late", "mid", "-", "‑", "–", "middle")
        return opened and _word(tokens, reading.last) not in ("fahrenheit", "celsius", "f", "c")
    return True


def _is_year(tokens: Tokens, reading: Reading) -> bool:
    at = reading.last - 1
    if reading.last - reading.first > 1:
        return True
    before, after = _word(tokens, at - 1), _word(tokens, reading.last)
    if before in friends().labels or (
        before == "." and _word(tokens, at - 2) in ("no", "nos", "res", "tel", "p", "pp")
    ):
        return False
    if after in ("gmt", "utc", "hrs") or _is_part_of_a_code(tokens, at) or _in_labelled_list(tokens, at):
        return False
    strong = before in words_beside("time_prepositions") or before in ("the", "(", "year", "circa", "c")
    if after in friends().counted and after not in ("or", "per", "more", "others", "such"):
        return False
    year = reading.year or 0
    if not 1400 <= year <= 2100:
        return (
            strong
            and before in ("in", "since", "until", "by", "from", "year", "circa")
            and not _counts_plural(tokens, reading.last)
        )
    return strong or not (year % 100 == 0 and _counts_plural(tokens, reading.last))


def _in_labelled_list(tokens: Tokens, at: int) -> bool:
    """True for the second number of "resolutions 1718 and 1874"."""
    index = at - 1
    while index > max(0, at - 8) and tokens.words[index] in ("and", "or", ",", "&"):
        index -= 1
        if not tokens.words[index].isdigit():
            return False
        index -= 1
    return index < at - 1 and tokens.words[index] in friends().labels


def _counts_plural(tokens: Tokens, index: int) -> bool:
    word = _word(tokens, index)
    return word in friends().counted or (
        len(word) > 3
        and word.endswith("s")
        and word.isalpha()
        and not _capitalised(tokens, index)
        and word not in ("was", "this", "has")
    )


def _is_part_of_a_code(tokens: Tokens, at: int) -> bool:
    """True in phone numbers, document numbers and the like: S/2017/150, 555-2010, 2,000-2010."""
    before, after = _word(tokens, at - 1), _word(tokens, at + 1)
    tight_before, tight_after = tokens.tight(at), at + 1 < len(tokens) and tokens.tight(at + 1)
    if (before == "/" and tight_before) or (after == "/" and tight_after and not _word(tokens, at + 2).isdigit()):
        return not (before == "/" and _word(tokens, at - 2).isdigit() and len(_word(tokens, at - 2)) == 4)
    if before == "-" and tight_before:
        head = _word(tokens, at - 2)
        return (
            not (head.isdigit() and len(head) == 4)
            and not (head.isalpha() and not _capitalised(tokens, at - 2))
            and not _is_month(tokens, at - 2)
        )
    if (
        tight_before
        and not before.isspace()
        and before not in ("(", "[", '"', "“", "'", "‘", "–", "—", "-", ",", ".", ";", ":")
    ):
        return True
    if tight_after and after.isalpha():
        return True
    previous = tokens.values.get(at - 1)
    return (
        isinstance(previous, (int, float))
        and before[:1].isdigit()
        and before.replace(",", "").replace(".", "").isdigit()
    )


def _is_month(tokens: Tokens, index: int) -> bool:
    months = lexicon().characters["month"], lexicon().characters["maymonth"]
    return 0 <= index < len(tokens.classes) and tokens.classes[index] in months


def _is_day_of_month(tokens: Tokens, reading: Reading) -> bool:
    before, after = _word(tokens, reading.first - 1), _word(tokens, reading.last)
    if after == "of" and tokens.words[reading.last - 1].isalpha():
        return False
    if before in (";", ":", ".", "") or before.isspace():
        return after in friends().after_ordinal_day or after in past_verbs() or after.endswith("ed")
    if before not in friends().before_ordinal_day:
        return False
    if before == "of" and tokens.classes[reading.first - 2] == lexicon().characters["daypart"]:
        return True
    if not tokens.words[reading.last - 1][0].isdigit() and (before != "on" or (reading.day or 0) < 4):
        return False
    if _word(tokens, reading.last) in ("-", "–") and tokens.tight(reading.last):
        return False
    return not after.isalpha() or after in friends().after_ordinal_day


def _is_span_of_time(reading: Reading) -> bool:
    return reading.unit != "TS" or (reading.count is not None and reading.count > 1)
