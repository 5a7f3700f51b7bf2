"""Counts: "three summits with Moon", "at least 92 people", "by 418-2", "no official exchanges"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.doers import is_office
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.harms import joined_harms
from summitry.coding.claims.measures import find_measures
from summitry.coding.claims.numbers import TIMES, comparison_of, qualifier_before, read_number
from summitry.coding.claims.page import Page
from summitry.coding.claims.sums import find_sums, parts_after
from summitry.coding.claims.windows import window_of
from summitry.coding.claims.words import words
from summitry.language import Token
from summitry.model import Part

__all__ = ["find_counts"]

_VOTE = re.compile(r"\b(\d{1,3})\s?(?:-|–|to)\s?(\d{1,3})\b")
_BARELY = frozenset({"only", "just", "but", "exactly", "than", "least", "most"})
"""Words before "once" that make it a number: "met just once"."""
_LARGE = frozenset({"million", "billion"})
_OCCASIONS = frozenset({"time", "occasion"})
_HAVING = frozenset({"have", "hold", "make", "conduct", "carry", "stage"})
_KEPT = frozenset({"at least", "more than", "over", "up to"})
_MULTIPLES = frozenset({"tens", "hundreds", "thousands", "dozens"})
_DEFINITE = frozenset({"the", "these", "those", "its", "their", "his", "her", "both", "all", "our", "your", "my"})


def find_counts(page: Page) -> Iterator[Finding]:
    """Yield what may be counts."""
    yield from find_sums(page)
    yield from joined_harms([*_numbered(page)])
    yield from find_measures(page)
    yield from _vague(page)
    yield from _votes(page)
    yield from _none(page)
    yield from _never(page)
    yield from _by_nobody(page)


def _numbered(page: Page) -> Iterator[Finding]:
    for token in page.tokens():
        if token.pos_ != "NUM" and token.lower_ not in TIMES and token.lower_ != "dozen":
            continue
        noun = _counted(token)
        value = TIMES.get(token.lower_) or _value_of(token)
        if noun is None or value is None or page.is_time(token) or _is_measure(token, noun):
            continue
        qualifier = qualifier_before(page.text, _with_article(_first_word(token)).idx)
        kept = {"over": "more than"}.get(qualifier, qualifier) if qualifier in _KEPT else ""
        topic = syntax.clause_of(noun) if noun.lemma_.lower() in _OCCASIONS else noun
        yield Finding(
            "count",
            token,
            (token.left_edge, token, noun, topic) if topic.i < noun.i else (token.left_edge, token, noun),
            f"{kept} {_told(token, value)}".strip(),
            "number of a noun" if noun != token else "number alone",
            topic if topic != token else None,
            comparison_of(qualifier),
            window_of(page, topic),
            parts=_parts(page, topic, value),
            partners=_own_partners(page, noun),
            signs=tuple(_signs(page, token, noun, topic, value, qualifier)),
        )


def _own_partners(page: Page, noun: Token) -> tuple[Token, ...]:
    """Return with whom, where the words tell it of a number of times alone: "three *times with Moon*"."""
    if noun.lemma_.lower() not in _OCCASIONS:
        return ()
    nouns = (word for first in syntax.prepositional(noun, "with") for word in syntax.conjuncts(first))
    return tuple(word for word in nouns if page.actors_at(word))


def _parts(page: Page, topic: Token, value: int) -> tuple[Part, ...]:
    """Return the parts of a sum, where those told behind it are fewer than it."""
    if page.frame_at(topic) is None:
        return ()
    parts = parts_after(page, topic.sent.start, topic)
    return parts if sum(part.value for part in parts) <= value and not _is_first(parts, topic) else ()


def _is_first(parts: tuple[Part, ...], topic: Token) -> bool:
    """True for a noun that stands in the first part of a breakdown itself."""
    return bool(parts) and topic.lower_ in parts[0].words.lower().split()


def _counted(token: Token) -> Token | None:
    """Return what a number counts: its noun, the verb of "met twice", itself where it stands for people."""
    if token.lower_ in TIMES:
        if token.lower_ == "once" and (token.i == token.sent.start or token.nbor(-1).lower_ not in _BARELY):
            return None
        verb = token.head if token.head.pos_ == "VERB" else syntax.clause_of(token.head)
        loose = token.head.pos_ == "NUM" and verb.i < token.i  # "met twice between 2022 and 2024"
        hung = token.dep_ in {"advmod", "npadvmod"} and verb.pos_ == "VERB" and (verb == token.head or loose)
        return verb if hung else None
    if token.dep_ == "nummod" or (token.lower_ == "dozen" and token.dep_ in {"compound", "nmod", "amod"}):
        return token.head if token.head.i > token.i else None
    harmed = any(c.dep_ == "acl" and c.lemma_.lower() in words("count", "harms") for c in token.children)
    if harmed or (token.dep_ in {"dobj", "nsubj", "nsubjpass"} and token.head.pos_ == "VERB"):
        return token  # "including 38 killed in Jenin"
    return None


def _value_of(token: Token) -> int | None:
    first = _first_word(token)
    if token.i + 1 < token.sent.end and token.nbor().lower_ == "dozen":
        return 12 * (read_number(token.text) or 1)
    if token.lower_ in _LARGE and "." in first.text:
        try:
            return round(float(first.text) * (read_number(token.text) or 1))
        except ValueError:
            return None
    return read_number(" ".join(t.text for t in token.doc[first.i : token.i + 1]))


def _told(token: Token, value: int) -> str:
    """Return a number as values give it: figures, `1.2 million`, both ends of a range."""
    first = _first_word(token)
    if token.lower_ in _LARGE:
        told = read_number(first.text) if first.text.isalpha() else None
        return f"{first.text if told is None else told} {token.lower_}" if first != token else token.lower_
    link = first.nbor(-1) if first.i > token.sent.start + 1 else first
    low = read_number(link.nbor(-1).text) if link.lower_ == "to" else None
    if low is not None and low < value and token.text[0].isdigit():
        return f"{link.nbor(-1).text} to {token.text}"
    return str(value)


def _first_word(token: Token) -> Token:
    """Return the first word of a number: the 1.2 of "1.2 million"."""
    left = [c for c in token.children if c.pos_ == "NUM" and c.i < token.i and c.dep_ in {"compound", "nummod"}]
    return min(left, key=lambda t: t.i, default=token)


def _with_article(first: Token) -> Token:
    """Return the article of "a dozen", else the word itself."""
    article = first.i > first.sent.start and first.nbor(-1).lower_ in {"a", "an"}
    return first.nbor(-1) if article else first


def _is_measure(token: Token, noun: Token) -> bool:
    after = token.nbor() if token.i + 1 < len(token.doc) else noun
    before = token.nbor(-1).text if token.i else ""
    measure = noun.lemma_.lower() in words("count", "measures") or before in {"$", "€", "£", "¥"}
    return measure or after.text in {"-", "–", "%"} or (token.text.count(".") > 0 and after.lower_ not in _LARGE)


def _signs(page: Page, token: Token, noun: Token, topic: Token, value: int, qualifier: str) -> Iterator[str]:
    yield "figures" if token.text[0].isdigit() else "number word"
    yield "one" if value == 1 else "two" if value == 2 else "under ten" if value < 10 else "ten or more"
    if value >= 1000:
        yield "a thousand or more"
    if noun == token:
        yield "bare number"
    if noun.lemma_.lower() in _OCCASIONS or token.lower_ in TIMES:
        yield "times"
    if token.lower_ == "once":
        yield "only once"
    determiners = {c.lower_ for c in noun.children if c.dep_ in {"det", "poss", "predet"} and c.i < token.i}
    if determiners & _DEFINITE:
        yield "definite"
    lemma = noun.lemma_.lower()
    if lemma in words("count", "parties"):
        yield "parties"
    elif lemma in words("count", "people") or page.index.at(noun):
        yield "people"
    verb = syntax.clause_of(noun)
    if verb.lemma_.lower() in words("count", "harms"):
        yield "harm"
    if page.frame_at(topic) is not None:
        yield "acts"
    elif page.event_at(noun) is not None:
        yield "in an act"
    if qualifier:
        yield "qualified"
    yield f"role {noun.dep_}" if noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"} else "role other"


def _vague(page: Page) -> Iterator[Finding]:
    for token in page.having(words("numbers", "vague")):
        of = syntax.prepositional(token, "of")
        noun = of[0] if of else token.head if token.dep_ == "amod" and token.pos_ in {"NOUN", "ADJ"} else None
        if noun is None or page.is_time(token) or noun.lemma_.lower() in words("count", "measures"):
            continue
        signs = [f"vague {token.lower_}"]
        if page.frame_at(noun) is not None:
            signs.append("acts")
        if noun.lemma_.lower() in words("count", "people") or page.index.at(noun):
            signs.append("people")
        yield Finding(
            "count",
            token,
            (token, noun),
            _scaled(token),
            "vague number",
            noun,
            "about",
            window_of(page, noun),
            signs=("vague", *signs),
        )


def _scaled(token: Token) -> str:
    """Return a vague number with what multiplies it: "tens of thousands"."""
    before = token.doc[max(token.sent.start, token.i - 2) : token.i]
    several = len(before) == 2 and before[0].lower_ in _MULTIPLES and before[1].lower_ == "of"
    return f"{before[0].lower_} of {token.lower_}" if several else token.lower_


def _votes(page: Page) -> Iterator[Finding]:
    for sentence in page.sentences:
        match = _VOTE.search(sentence.text)
        if match is None or not any(t.lemma_.lower() in words("count", "votes") for t in sentence):
            continue
        start = sentence.start_char + match.start()
        span = page.doc.char_span(start, sentence.start_char + match.end(), alignment_mode="expand")
        if span is None or any(page.is_time(token) for token in span):
            continue
        verb = syntax.clause_of(span.root)
        yield Finding(
            "count",
            span[0],
            (*span, verb),
            f"{match[1]}-{match[2]}",
            "votes for and against",
            verb,
            "exactly",
            signs=("vote",),
        )


def _never(page: Page) -> Iterator[Finding]:
    """Yield what was never done, or not once: "did not meet a single time"."""
    for token in page.having(["never", "once", "single"]):
        verb = syntax.clause_of(token)
        denied = token.lower_ == "never" or any(c.dep_ == "neg" for c in verb.children)
        had = [n for n in syntax.objects(verb) if verb.lemma_ in _HAVING and page.frame_at(n) is not None]
        if verb.pos_ == "VERB" and denied and (had or page.frame_at(verb) is not None):
            window = window_of(page, verb)
            signs = ("none", "none done", *(("none in a window",) if window else ()))
            row = (token, verb, *(c for c in verb.children if c.dep_ in {"neg", "aux"}))
            topic = had[0] if had else verb
            yield Finding("count", token, row, "0", "never done", topic, "exactly", window, negated=True, signs=signs)


def _by_nobody(page: Page) -> Iterator[Finding]:
    """Yield what nobody of an office has done: "no Chinese president set foot in the North"."""
    for token in page.having(["no"]):
        noun, verb = token.head, token.head.head
        done = token.dep_ == "det" and noun.dep_ == "nsubj" and verb.pos_ == "VERB" and is_office(page, noun)
        compared = {t.lower_ for t in token.sent} & {"as", "than"}
        if done and not compared and page.frame_at(verb) is not None and verb.tag_ in {"VBD", "VBN"}:
            window = window_of(page, verb)
            signs = ("none", "none done", *(("none in a window",) if window else ()))
            row = (token, noun, verb)
            yield Finding(
                "count", token, row, "0", "nobody did", verb, "exactly", window, doer=noun, negated=True, signs=signs
            )


def _none(page: Page) -> Iterator[Finding]:
    for token in page.having(["no", "single"]):
        noun = token.head
        not_one = token.lower_ == "single" and any(c.dep_ == "neg" for c in (*noun.children, *noun.head.children))
        exists = noun.dep_ in {"attr", "nsubj"} and any(c.dep_ == "expl" for c in noun.head.children)
        if (token.dep_ == "det" or not_one) and page.frame_at(noun) is not None and noun.pos_ == "NOUN":
            signs = ("none", "there is none" if exists else "none done")
            yield Finding(
                "count",
                token,
                (token, noun),
                "0",
                "none of a noun",
                noun,
                "exactly",
                window_of(page, noun),
                negated=True,
                signs=signs,
            )
