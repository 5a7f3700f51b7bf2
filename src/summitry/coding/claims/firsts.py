"""First and last: "the first visit in eight years", "for the first time", "the last round in 2008"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.doers import done_by
from summitry.coding.claims.endings import firsts_by_other_words, lasts_by_other_words
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.numbers import ordinal_at
from summitry.coding.claims.ordinals import antecedent, is_of_a_row, nth_time
from summitry.coding.claims.page import Page
from summitry.coding.claims.windows import dated, since_of
from summitry.coding.claims.words import words
from summitry.language import Token

__all__ = ["find_firsts", "find_lasts"]

_NOUNS = frozenset({"NOUN", "PROPN"})


def find_firsts(page: Page) -> Iterator[Finding]:
    """Yield what may be firsts."""
    yield from _first_done(page)
    yield from firsts_by_other_words(page)
    for token in page.having(["first", "first-ever"]):
        topic, rule = _first_of(token)
        if topic is None or ordinal_at(token) > 1 or page.is_time(token) or _is_name(token, topic):
            continue
        topic, doer = done_by(page, topic)
        stand_in = token if rule == "the first" and topic != token else None
        since, since_words = since_of(page, token.head if rule == "for the first time" else topic, stand_in)
        ever = token.lower_ == "first-ever" or any(t.lower_ == "ever" for t in token.doc[token.i + 1 : token.i + 4])
        done = page.frame_at(topic) is not None or page.tells(topic)
        day = dated(page, topic) if done and not ever else ""
        value = f"first since {since_words}" if since_words else "first ever" if ever else day or "first"
        signs = [rule]
        signs += ["since"] if since_words else []
        signs += ["ever"] if ever else []
        signs += ["acts"] if page.is_act(topic) else []
        signs += ["possessed"] if any(c.dep_ == "poss" for c in topic.children) else []
        signs += ["predicate"] if topic.dep_ == "attr" else []
        signs += ["of a row"] if not since_words and is_of_a_row(page, token, topic) else []
        signs += ["plural"] if topic.tag_ in {"NNS", "NNPS"} else []
        yield Finding(
            "first",
            token,
            _evidence_words(page, token, topic),
            value,
            rule,
            topic,
            "exactly",
            since=since,
            stand_in=stand_in,
            doer=doer,
            signs=tuple(signs),
        )


def _evidence_words(page: Page, token: Token, topic: Token) -> tuple[Token, ...]:
    under = [t for t in topic.subtree if t.i >= min(token.i, topic.i)] if topic.pos_ in _NOUNS else []
    return (token, topic, *(t for t in under if page.is_time(t)))


def _first_of(token: Token) -> tuple[Token | None, str]:
    """Return what is the first of its kind, and how the words say so."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is not None and after.text in {"-", "–"} and token.i + 2 < len(token.doc):
        ever = token.doc[token.i + 2]
        noun = ever.head.head if ever.head == token else ever.head
        return (noun, "first ever") if ever.lower_ == "ever" and noun.pos_ in _NOUNS else (None, "")
    head = token.head
    if head.lemma_.lower() == "time" and head.i > token.i:
        return nth_time(head), "for the first time"
    if token.dep_ in {"amod", "compound", "nummod", "nmod"} and head.pos_ in _NOUNS and head.i > token.i:
        apart = any(t.is_punct and t.text not in {"-", "–", ","} for t in token.doc[token.i : head.i])
        return (None, "") if apart else (head, "first before a noun")
    if token.dep_ in {"appos", "attr", "npadvmod", "conj", "dobj", "oprd"} and token.tag_ != "RB":
        return antecedent(token), "the first"
    return None, ""


def _is_name(token: Token, topic: Token) -> bool:
    name = topic.pos_ == "PROPN" and token.text[:1].isupper() and token.i > token.sent.start
    return name or (token.i + 1 < token.sent.end and token.nbor().lemma_.lower() in words("first", "names"))


def _first_done(page: Page) -> Iterator[Finding]:
    """Yield when something was done first: "it first tested a rocket in 2006", "had never met until May"."""
    for token in page.having(["first", "never"]):
        verb = token.head if token.head.pos_ in {"VERB", "AUX"} else syntax.clause_of(token)
        idiom = token.doc[token.i + 1 : token.i + 3].text.lower() == "of all"
        hung = token.dep_ in {"advmod", "neg"} and token.head == verb and not idiom
        if not hung or verb.i < token.i or page.is_time(token):
            continue
        until = [t for t, _ in page.times_within(verb.subtree) if t.interval.rule.startswith("until")]
        if token.lower_ == "never" and not until:
            continue
        inner = [t for t, s in page.times_within(verb.subtree) if t.interval.known and t.type == "DATE"]
        if token.lower_ == "first":
            day = dated(page, verb)
        else:
            day = next((t.interval.iso()[0] for t in inner if until[0].start <= t.start <= until[0].end), "")
        signs = ["first done" if token.lower_ == "first" else "never until", "first dated" if day else "first undated"]
        signs += ["acts"] if page.is_act(verb) else []
        signs += ["passive"] if syntax.is_passive(verb) else []
        own = (t for t in verb.subtree if day and page.is_time(t) and syntax.clause_of(t) == verb)
        row = (token, verb, *own)
        yield Finding("first", token, row, day or "first", signs[0], verb, "exactly", signs=tuple(signs))


def find_lasts(page: Page) -> Iterator[Finding]:
    """Yield what may be lasts."""
    yield from _last_done(page)
    yield from _not_since(page)
    yield from _last_time(page)
    yield from lasts_by_other_words(page)
    for token in page.having(["last", "final"]):
        topic = token.head
        if token.dep_ != "amod" or topic.pos_ not in _NOUNS or topic.i < token.i or page.is_time(token):
            continue
        if topic.lemma_.lower() in words("first", "times") or topic.lemma_.lower() in words("count", "measures"):
            continue
        act, doer = done_by(page, topic)
        day = dated(page, topic) if doer is None else _told_of(page, topic)
        signs = ["last of all" if token.lower_ == "final" else "last before a noun"]
        signs += ["acts"] if page.is_act(act) else []
        signs += ["dated"] if day else []
        signs += ["remaining"] if any(c.lower_ in {"remaining", "significant"} for c in topic.children) else []
        value = day or f"last {topic.lower_}"
        row = (token, topic, *([act] if doer is not None else []))
        yield Finding("last", token, row, value, "last before a noun", act, "exactly", doer=doer, signs=tuple(signs))


def _last_time(page: Page) -> Iterator[Finding]:
    """Yield what was done for the last time, and when that was: "the last time they met was in May 2011"."""
    for token in page.having(["last"]):
        time = token.head
        if time.lemma_.lower() != "time" or time.i < token.i or token.dep_ != "amod":
            continue
        under = next((c for c in time.children if c.dep_ in {"relcl", "acl", "ccomp"}), None)
        verb = under if under is not None else nth_time(time)
        if verb is None or page.frame_at(verb) is None:
            continue
        above = _cleft_over(syntax.clause_of(time))
        day = _first_date(page, above) or dated(page, verb)
        signs = ("last done", *(["dated"] if day else []))
        words_ = (token, time, verb, *(t for t in above.subtree if day and page.is_time(t) and t != token))
        yield Finding("last", token, words_, day or f"last {verb.lower_}", "last time", verb, "exactly", signs=signs)


def _cleft_over(verb: Token) -> Token:
    """Return the clause that puts a date of an act in front: "*It was in May* that they met for the last time"."""
    above = verb.head
    cleft = verb.dep_ in {"ccomp", "advcl", "relcl", "acl"} and above.lemma_ == "be"
    return above if cleft and any(noun.lower_ == "it" for noun in syntax.subjects(above)) else verb


def _told_of(page: Page, doer: Token) -> str:
    """Return the date told of a doer: "the last president to travel there did so *in 2007*"."""
    return _first_date(page, doer.head) if doer.head.i > doer.i else _first_date(page, doer)


def _first_date(page: Page, word: Token) -> str:
    """Return the first date told under a word in ISO form at its precision, `""` where there is none."""
    told = (t.interval for t, _ in page.times_within(word.subtree) if t.type == "DATE" and t.interval.known)
    return next((interval.iso()[0] for interval in told), "")


def _last_done(page: Page) -> Iterator[Finding]:
    """Yield what was done the last time: "it last tested a rocket in 2012"."""
    for token in page.having(["last"]):
        behind = token.nbor() if token.i + 1 < token.sent.end else token
        before = behind.pos_ == "VERB" and behind.tag_ in {"VBD", "VBN"} and page.frame_at(behind) is not None
        verb = behind if before else token.head
        if token.dep_ == "amod" and verb.i < token.i and verb.dep_ in {"nsubj", "nsubjpass"}:
            yield from _last_of(page, token, verb.head)  # "the North last test-fired": hung on the subject
            continue
        done = verb.pos_ == "VERB" or (verb.pos_ == "AUX" and page.frame_at(verb) is not None)
        if (token.dep_ in {"advmod", "acomp"} or before) and done and not page.is_time(token):
            yield from _last_of(page, token, verb)


def _last_of(page: Page, token: Token, verb: Token) -> Iterator[Finding]:
    day = dated(page, verb)
    signs = ("last done", *(["dated"] if day else []))
    value = day or f"last {verb.lower_}"
    yield Finding("last", token, (token, verb), value, "last done", verb, "exactly", signs=signs)


def _not_since(page: Page) -> Iterator[Finding]:
    """Yield when something was done the last time, told by "not since": "has not met him since May 2011"."""
    for since in page.having(["since"]):
        inner = since.head if since.dep_ == "mark" else since
        verb = syntax.clause_of(inner.head)
        denial = next((c for c in verb.children if c.dep_ == "neg"), None)
        if denial is None or not any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children):
            continue
        known = [t for t, _ in page.times_within(inner.subtree) if t.interval.known and t.start > since.idx]
        if known:
            day, row = known[0].interval.iso()[0], [t for t in inner.subtree if page.is_time(t)]
            yield Finding(
                "last", denial, (denial, verb, since, *row), day, "not since", verb, "exactly", signs=("not since",)
            )
