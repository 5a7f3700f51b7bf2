"""Ranks: "its biggest trading partner", "the most keen", "more than with any other leader"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.lengths import read_length
from summitry.coding.claims.numbers import read_ordinal
from summitry.coding.claims.page import Page
from summitry.coding.claims.rivals import find_rivals
from summitry.coding.claims.windows import date_words, window_of
from summitry.coding.claims.words import words
from summitry.language import Token
from summitry.model import Interval

__all__ = ["find_ranks"]

LONGEST_COMPARISON = 12
"""Words of a comparison that its value shows."""
_AMONG = ["one", "of", "the"]
_NEAR = 9
"""How many words behind a superlative's noun may tell since when it holds."""
_EXCLUDING = frozenset({"not", "n't", "never", "no", "neither", "nor", "none", "than"})
_SUPERLATIVE = frozenset({"JJS", "RBS"})


def find_ranks(page: Page) -> Iterator[Finding]:
    """Yield what may be ranks."""
    yield from _superlatives(page)
    yield from _comparisons(page)
    yield from find_rivals(page)


def _superlatives(page: Page) -> Iterator[Finding]:
    plain = words("rank", "adjectives")
    for token in page.tokens():
        superlative = token.tag_ in _SUPERLATIVE and token.lower_ not in words("rank", "idioms") - {"most"}
        if not superlative and token.lower_ not in plain:
            continue
        if token.pos_ not in {"ADJ", "ADV"} or page.is_time(token) or token.text.isupper():
            continue
        adjective = token.head if token.lower_ == "most" and token.head.pos_ in {"ADJ", "ADV"} else _whole(token)
        if adjective.lower_ == "recent" or (token.lower_ in {"best", "worst"} and adjective.dep_ != "amod"):
            continue  # the last; an idiom
        if adjective != token and adjective.pos_ == "ADV" and adjective.head.dep_ == "amod":
            adjective = adjective.head  # "the most heavily armed border"
        noun = _noun_of(adjective)
        if token.lower_ == "most" and (adjective == token or adjective.lower_ == "likely"):
            continue
        if noun is None and adjective.dep_ not in {"acomp", "attr", "oprd"}:
            continue
        holder = noun if noun is not None else adjective
        yield Finding(
            "rank",
            token,
            (token, adjective, holder),
            _value(page, token, adjective, noun),
            "superlative",
            holder,
            "exactly",
            window_of(page, holder),
            signs=tuple(_signs(page, token, adjective, noun)),
        )


def _whole(token: Token) -> Token:
    """Return the participle that a superlative makes a rank of: "the longest-*serving* minister"."""
    behind = token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
    hyphened = len(behind) > 1 and behind[0].text in {"-", "–"} and behind[1].tag_ in {"VBG", "VBN", "JJ", "NN"}
    return behind[1] if hyphened and behind[1].dep_ in {"amod", "compound", "nmod"} else token


def _noun_of(adjective: Token) -> Token | None:
    if adjective.dep_ in {"amod", "compound", "nmod"} and adjective.head.pos_ in {"NOUN", "PROPN"}:
        return adjective.head if adjective.head.i > adjective.i else None
    return None


def _value(page: Page, token: Token, adjective: Token, noun: Token | None) -> str:
    """Return a rank as text: `closest ally`, `most heavily armed`, `biggest since 1995`, `among the most advanced`."""
    scope = _scope(page, adjective, noun)
    modified = adjective != token and any(c.tag_ == "RB" and c.i > token.i for c in adjective.children)
    among = token.i > token.sent.start + 2 and [t.lower_ for t in token.doc[token.i - 3 : token.i]] == _AMONG
    last = adjective if noun is None or scope or modified or among else _end_of_row(noun)
    span = token.doc[_with_ordinal(token).i : last.i + 1]
    if any(t.text in {"-", "–"} for t in span):
        return " ".join([*(["among the"] if among else []), span.text, *scope])
    return " ".join([*(["among the"] if among else []), *(t.text for t in span if not t.is_space), *scope])


def _with_ordinal(token: Token) -> Token:
    """Return the first word of "*second*-largest" and "*third* biggest", else the superlative itself."""
    before = token.doc[max(token.sent.start, token.i - 2) : token.i]
    at = len(before) - (2 if len(before) > 1 and before[-1].text in {"-", "–"} else 1)
    return before[at] if before and (read_ordinal(before[at].lower_) or 0) > 1 else token


def _scope(page: Page, adjective: Token, noun: Token | None) -> list[str]:
    """Return within what time a rank holds, where the words say it: `ever`, `since 1995`, `in 20 years`."""
    head = adjective if noun is None else noun
    if head.i + 1 < len(head.doc) and head.nbor().lower_ == "ever":
        return ["ever"]
    behind = page.doc[head.i + 1 : min(head.sent.end, head.i + _NEAR)]
    for time, span in page.times_within(behind):
        words_ = page.text[time.start : time.end]
        before = page.doc[span.start - 1].lower_
        if time.interval.rule.startswith("since"):
            return [f"since {date_words(page, time.start, time.end)}"]
        if time.type == "DURATION" and (before == "in" or words_.lower().startswith("in ")):
            length = read_length(page.text, time.start, time.end)
            told = length.value if length is not None and length.number is not None else words_.removeprefix("in ")
            return [f"in {told}"]
    return []


def _end_of_row(noun: Token) -> Token:
    """Return the last of bare nouns joined to one: "main ally and trade partner"."""
    at, doc = noun.i + 1, noun.doc
    if at < len(doc) and doc[at].lower_ == "and":
        end = at + 1
        while end < len(doc) and doc[end].tag_ in {"NN", "NNS", "JJ"}:
            end += 1
        if end > at + 1 and doc[end - 1].tag_ in {"NN", "NNS"}:
            return doc[end - 1]
    return noun


def _signs(page: Page, token: Token, adjective: Token, noun: Token | None) -> Iterator[str]:
    if token.lower_ in words("rank", "adjectives"):
        yield "only" if token.lower_ in {"only", "sole"} else "main"
    else:
        yield "most" if token.lower_ == "most" else "superlative"
    holder = noun if noun is not None else adjective
    if holder.dep_ in {"attr", "acomp", "oprd"}:
        yield "predicate"
    elif holder.dep_ == "appos":
        yield "apposition"
    elif holder.dep_ in {"nsubj", "nsubjpass"}:
        yield "subject"
    else:
        yield f"role {holder.dep_}" if holder.dep_ in {"dobj", "pobj"} else "role other"
    if any(c.dep_ == "poss" for c in holder.children):
        yield "possessed"
    near = token.doc[token.i : min(len(token.doc), holder.i + 4)]
    if any(t.lower_ == "ever" for t in near):
        yield "ever"
    if page.index.within(holder.subtree) or (holder.dep_ in {"attr", "acomp"} and page.subject_of(holder)):
        yield "actors"
    if noun is not None and noun.lemma_.lower() in {"ally", "partner", "power", "superpower", "base", "rival"}:
        yield "standing"


def _comparisons(page: Page) -> Iterator[Finding]:
    """Yield what is more than any other: "has met no other leader so often", "than ever before"."""
    for token in page.having(["other", "ever", "any", "no"]):
        sentence = {t.lower_ for t in token.sent}
        how = _how_compared(token, sentence)
        if not how:
            continue
        verb = _compared(page, syntax.clause_of(token), token.head)
        noun = token.head if token.lower_ != "ever" and token.head.pos_ in {"NOUN", "PROPN"} else verb
        more = _comparative(token) if how == "than ever" else ()
        words_ = tuple(t for t in (noun, verb, token, *more) if t.sent == token.sent)
        span = page.doc[min(t.i for t in words_) : max(t.i for t in words_) + 1][:LONGEST_COMPARISON]
        yield Finding(
            "rank",
            token,
            words_,
            " ".join(dict.fromkeys(t.text for t in more or span)).strip(),
            "than any other",
            verb,
            "exactly",
            window_of(page, verb) or _same_window(page, token),
            subject_only=True,
            negated="than" not in sentence,
            signs=(how,),
        )


def _compared(page: Page, verb: Token, noun: Token) -> Token:
    """Return the act that is compared; of "there was nobody whom he *met* as often" the one told of the noun."""
    there = verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children)
    under = (c for c in noun.children if c.dep_ == "relcl" and page.frame_at(c) is not None)
    return next(under, verb) if there else verb


def _how_compared(token: Token, sentence: set[str]) -> str:
    """Return how a sentence compares with all others at a word, `""` where it does not."""
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    if token.lower_ == "ever":
        ahead = token.doc[token.sent.start : token.i]
        return "than ever" if any(t.lower_ == "than" for t in ahead) else ""
    if token.lower_ == "no":
        behind = {t.lower_ for t in token.doc[token.i : token.sent.end]}
        compared = token.dep_ == "det" and behind & {"as", "than"} and behind & {"often", "more", "frequently", "much"}
        return "any other" if compared and "other" not in behind else ""
    exclusive = before in {"any", "no"} if token.lower_ == "other" else before == "than"
    return "any other" if exclusive and sentence & _EXCLUDING else ""


def _comparative(token: Token) -> tuple[Token, ...]:
    """Return the comparative before a word: "far *more autonomous* than he ever was"."""
    more = next((t for t in token.sent if t.tag_ in {"JJR", "RBR"} and t.i < token.i), None)
    if more is None:
        return ()
    return (more, more.head) if more.lower_ == "more" and more.head.pos_ in {"ADJ", "ADV"} else (more,)


def _same_window(page: Page, token: Token) -> Interval | None:
    """Return the window told beside "such": "the fifth meeting in 15 months; no other has met with such frequency"."""
    if not any(t.lower_ == "such" for t in token.sent):
        return None
    windows = [t.interval for t, _ in page.times_within(token.sent) if t.interval.rule.startswith("window")]
    return windows[0] if windows else None
