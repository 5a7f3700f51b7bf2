"""Views: what somebody says is so, beyond what happened: "says the drills are a rehearsal", "sees it as a cover"."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding import syntax
from summitry.coding.claims.finding import Finding
from summitry.coding.claims.gist import gist_of, noun_phrase
from summitry.coding.claims.page import Page
from summitry.coding.claims.words import words
from summitry.coding.cues import cues
from summitry.language import Token

__all__ = ["find_views"]

_VERBAL = frozenset({"VERB", "AUX"})
_ABLE = frozenset({"can", "could"})
_TO_COME = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_STATES = frozenset({"state", "government", "igo", "party"})
_FLAWS = ("no", "not", "n't", "never", "neither", "nor")


def find_views(page: Page) -> Iterator[Finding]:
    """Yield what may be views: how things stand according to somebody, and as what somebody takes a thing."""
    yield from _stated(page)
    yield from _taken_as(page)
    yield from _judged(page)


def _stated(page: Page) -> Iterator[Finding]:
    """Yield the clauses that verbs of saying and thinking report, before or behind them."""
    verbs = cues("attribution", "verbs") | words("position", "think") | words("position", "stating")
    for verb in page.having(verbs):
        if verb.pos_ != "VERB" or verb.dep_ in {"amod", "compound"}:
            continue
        for clause in verb.children:
            reported = clause.dep_ in {"ccomp", "parataxis"} and clause.pos_ in _VERBAL
            if reported and (syntax.has_subject(clause) or any(c.dep_ == "expl" for c in clause.children)):
                for said in (clause, *(c for c in clause.children if c.dep_ == "conj" and c.pos_ in _VERBAL)):
                    yield _view(page, verb, said)


def _view(page: Page, verb: Token, said: Token) -> Finding:
    signs = ["view", f"view {_manner(said)}", _speaker(page, verb)]
    if verb.lemma_.lower() in words("position", "think"):
        signs.append("view thought")
    if any(c.lower_ in _FLAWS for c in (*said.children, *(g for c in said.children for g in c.children))):
        signs.append("view denied")
    if page.event_at(said) is not None:
        signs.append("view told as an act")
    elif page.frame_at(said) is not None:
        signs.append("view an act")
    if any(t.like_num for t in said.subtree) or page.times_within(said.subtree):
        signs.append("view with a number or date")
    if said.i < verb.i:
        signs.append("view said before")
    if verb.lemma_.lower() in words("position", "asserting"):
        signs.append("view asserted")
    if {t.lemma_.lower() for t in (said, *_complement(said))} & words("position", "charges"):
        signs.append("view a charge")
    subject = next(iter(syntax.subjects(said)), said)
    if any(m.kind == "person" for m in page.index.at(subject)):
        signs.append("view of a person")
    signs.append("view of oneself" if _same(page, verb, subject) else "view of another")
    return Finding(
        "position",
        said,
        (said, subject, *_complement(said)),
        _gist_of_clause(said, subject),
        "view",
        said,
        negated="view denied" in signs,
        signs=tuple(signs),
    )


def _manner(said: Token) -> str:
    """Return how a clause tells what is so: of what it is, of what somebody can do, of what is being done."""
    aux = [c for c in said.children if c.dep_ in {"aux", "auxpass"}]
    forms = {c.lower_ for c in aux}
    if forms & _ABLE:
        return "able"
    if forms & _TO_COME:
        return "to come"
    if any(c.tag_ == "MD" for c in aux):
        return "modal"
    if said.lemma_ == "be":
        return "is"
    if said.lemma_ in {"have", "remain", "pose", "lack", "represent", "constitute", "mean", "show"}:
        return "stands"
    if any(c.lemma_ == "have" for c in aux):
        return "perfect"
    if said.tag_ == "VBG":
        return "progressive"
    return "present" if said.tag_ in {"VBZ", "VBP"} or any(c.tag_ in {"VBZ", "VBP"} for c in aux) else "past"


def _speaker(page: Page, verb: Token) -> str:
    nouns = syntax.subjects(verb)
    kinds = {m.kind for noun in nouns for m in page.actors_at(noun)}
    if kinds & _STATES:
        return "view by a state"
    if kinds:
        return "view by a person"
    lemmas = {noun.lemma_.lower() for noun in nouns}
    if lemmas & words("forecast", "speakers"):
        return "view by experts"
    return "view by a pronoun" if any(noun.pos_ == "PRON" for noun in nouns) else "view by others"


def _same(page: Page, verb: Token, subject: Token) -> bool:
    """True where somebody speaks of himself."""
    own = {m.actor_id for noun in syntax.subjects(verb) for m in page.actors_at(noun)}
    return subject.lower_ in {"it", "he", "she", "they", "we"} or any(m.actor_id in own for m in page.index.at(subject))


def _complement(said: Token) -> list[Token]:
    return [c for c in said.children if c.dep_ in {"attr", "acomp", "dobj", "oprd"}][:1]


def _gist_of_clause(said: Token, subject: Token) -> str:
    """Return a clause in a few words: `drills are preparation for invasion`, `no effect on security`."""
    none = _none_of(said)
    if none:
        return none
    content = gist_of(said)
    if subject.pos_ == "PRON" or subject == said:
        return content
    own = " ".join(t.text for t in noun_phrase(subject))
    if said.lemma_ == "be" and content.split(" ")[0] != said.text:
        verb = "are" if subject.tag_ in {"NNS", "NNPS"} else "is"
        denied = " not" if any(c.dep_ == "neg" for c in said.children) else ""
        return f"{own} {verb}{denied} {content}".strip()
    return content if content.startswith(own) else f"{own} {content}"


def _none_of(said: Token) -> str:
    """Return what a clause says there is not: "did not pose a *threat to* the city", "had *no plan*"."""
    if said.lemma_ not in {"be", "have", "pose", "show", "see", "find"}:
        return ""
    noun = next((c for c in said.children if c.dep_ in {"attr", "dobj"} and c.pos_ == "NOUN"), None)
    if noun is None or (said.lemma_ == "be" and not any(c.dep_ == "expl" for c in said.children)):
        return ""
    denied = any(c.dep_ == "neg" for c in said.children) or any(c.lower_ == "no" for c in noun.children)
    if not denied:
        return ""
    return f"no {_with_tail(noun)}"


def _with_tail(noun: Token) -> str:
    """Return a noun with the phrase right behind it: `threat to Europe`, `cover for a missile`."""
    row = [t for t in noun_phrase(noun) if t.lower_ != "no"]
    behind = next((c for c in noun.children if c.dep_ == "prep" and c.i == noun.i + 1), None)
    below = next((c for c in behind.children if c.dep_ == "pobj"), None) if behind is not None else None
    if behind is not None and below is not None:
        article = [c for c in below.children if c.lower_ in {"a", "an"}]
        row += [behind, *article, *noun_phrase(below)]
    return " ".join(t.text for t in row)


def _taken_as(page: Page) -> Iterator[Finding]:
    """Yield as what somebody takes a thing: "sees the launch as a cover", "described the aid as a lifeline"."""
    for verb in page.having(words("position", "taking")):
        if verb.pos_ != "VERB":
            continue
        what = _taken(verb)
        if what is None:
            continue
        thing = next((n for n in syntax.subjects(verb) if syntax.is_passive(verb)), None)
        if thing is None:
            thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), verb)
        if thing.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
            thing = verb.head
        own = "" if thing in {verb, what} or thing.pos_ == "PRON" else " ".join(t.text for t in noun_phrase(thing))
        plural = thing.tag_ in {"NNS", "NNPS"}
        taken = _with_tail(what) if what.pos_ == "NOUN" else gist_of(what)
        value = f"{own} {'are' if plural else 'is'} {taken}" if own else taken
        how = "taken with as" if any(c.lower_ == "as" for c in verb.children) else "taken without as"
        by = "taken passively" if syntax.is_passive(verb) else _speaker(page, verb)
        signs = ["taken as", how, by, f"taken {what.pos_.lower()}"]
        yield Finding("position", verb, (verb, thing, what), value, "taken as", what, signs=tuple(signs))


def _taken(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            below = [c for c in child.children if c.dep_ in {"pobj", "amod", "pcomp", "advcl"} or c.pos_ == "ADJ"]
            return below[0] if below else None
        if child.dep_ == "oprd" and child.i > verb.i:
            return child
    return None


def _judged(page: Page) -> Iterator[Finding]:
    """Yield what an official release holds in its own voice: "There is no justification", "is a positive step"."""
    if not page.speaks_for_a_government:
        return
    for verb in page.having(["be", "have", "remain", "deserve"]):
        plain = verb.dep_ in {"ROOT", "conj", "ccomp"} and not any(c.tag_ == "MD" for c in verb.children)
        if verb.pos_ not in _VERBAL or not plain or not syntax.is_present(verb):
            continue
        judgement = next((c for c in verb.children if c.dep_ in {"attr", "acomp", "dobj"}), None)
        subject = next(iter(syntax.subjects(verb)), verb)
        if judgement is None:
            continue
        signs = ["judged", f"judged {judgement.pos_.lower()}"]
        if any(c.lower_ in _FLAWS for c in (*verb.children, *judgement.children)):
            signs.append("judged: denied")
        value = _gist_of_clause(verb, subject)
        yield Finding("position", verb, (verb, subject, judgement), value, "judged", verb, signs=tuple(signs))
