"""According to whom: the source that a text gives for a statement.

What somebody is told to do by saying so (a condemnation, an offer, a plan of one's own) the text tells itself; what
they claim to have done it tells on their word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from summitry.coding import syntax
from summitry.coding.anchoring import is_perfect
from summitry.coding.cues import cues
from summitry.coding.participants import MentionIndex
from summitry.coding.quotation import is_quoted
from summitry.language import Token
from summitry.model import EventType, Mention, Status

__all__ = ["AUTHOR", "source_of", "told_by_whom"]

AUTHOR = "author"
CALLING = frozenset("brand call characterise characterize condemn decry denounce describe label portray term".split())
"""Verbs that say what something is: "*called* it an abduction"."""
OFFICIALS = frozenset(
    """aide analyst commander diplomat expert insider investigator lawmaker legislator member minister observer officer
    official representative researcher senator source spokesman spokesperson spokeswoman""".split()
)
"""Unnamed people who are no state, though they speak for one."""
OUTLETS = frozenset("agency broadcaster channel daily network newspaper paper service station".split())
"""Nouns behind the name of a medium: "the North's *KCNA* news agency"."""
JOINT = frozenset({"CONSULT", "COOPERATE"})
"""Categories of acts done together, which are planned once one of those who do them says so."""
MEASURES = frozenset({"COERCE", "RETREAT", "SANCTION"})
"""Categories of acts that are done once their doer says so: "said it was halting aid"."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something, by name and, where it is a state or somebody for one, by code."""

    name: str
    state: str = ""


def source_of(trigger: Token, index: MentionIndex) -> str:
    """Return the name of whom the text makes say it, or `author`.

    Sources are found above the trigger ("Xinhua said that …"), after it ("…, KCNA reported") and in
    "according to …" phrases of the same sentence.
    """
    return next((source.name for source in _sources(trigger, index)), AUTHOR)


def told_by_whom(
    trigger: Token, index: MentionIndex, kind: EventType, status: Status, actors: Sequence[Mention]
) -> str:
    """Return according to whom an act is, `author` where those who did it only say that they do it.

    Args:
        trigger: the word that tells the act.
        index: the document's mentions.
        kind: the act's category.
        status: whether it happened.
        actors: who did it.
    """
    own = ""
    names = {m.name for m in actors}
    states = {m.state for m in actors if m.state and m.kind != "person"}
    for source in _sources(trigger, index):
        if source.name not in names and source.state not in states:
            return source.name
        own = own or source.name
    return AUTHOR if own and _is_done_by_saying(trigger, kind, status) else own or AUTHOR


def _is_done_by_saying(trigger: Token, kind: EventType, status: Status) -> bool:
    """True for an act that saying it does; not for one done before, nor for words of its own that a text quotes."""
    if kind in cues("speech", "types"):
        told = trigger.tag_ in {"VBD", "VBN"} and any(noun.pos_ != "PRON" for noun in syntax.own_subjects(trigger))
        return not told and not is_perfect(trigger) and not is_quoted(trigger)
    if status == "planned":
        return kind in JOINT | MEASURES
    return kind in MEASURES and trigger.tag_ == "VBG"


def _sources(trigger: Token, index: MentionIndex) -> Iterator[Source]:
    word, inside = trigger, False
    while word.head != word:
        above = word.head
        if _stands_beside(word, trigger):
            break
        if above.pos_ in {"VERB", "AUX"} and _introduces(word, above) and not (inside and not is_quoted(trigger)):
            yield from _speaker(above, index)
        inside = inside or word.dep_ == "relcl"
        word = above
    yield from _according_phrase(trigger, index)
    if word.head == word:
        yield from _trailing_report(word, trigger, index)


def _stands_beside(clause: Token, trigger: Token) -> bool:
    """True for a clause that goes on beside the one said: "he said that …, *while* Rome *denied* it".

    A clause behind a semicolon, or in front of one, is said by nobody on its other side.
    """
    above = clause.head
    if clause.dep_ == "advcl":
        return clause.i > above.i and any(child.lower_ in {"whereas", "while"} for child in clause.lefts)
    if clause.dep_ not in {"ccomp", "conj", "parataxis"}:
        return False
    if clause.dep_ == "conj" and above.dep_ == "ccomp" and _goes_with(clause, above):
        return True
    return not is_quoted(trigger) and _is_parted(trigger, above)


def _is_parted(one: Token, other: Token) -> bool:
    """True for words on two sides of a semicolon."""
    return any(word.text == ";" for word in one.doc[min(one.i, other.i) : max(one.i, other.i)])


def _goes_with(clause: Token, said: Token) -> bool:
    """True for a clause of the saying's tense, not of what is said: "*said* it *will* stay and *left* the hall"."""
    finite = next((c for c in said.children if c.dep_ in {"aux", "auxpass"} and c.tag_ in syntax.FINITE), said)
    bare = not any(child.dep_ in {"aux", "auxpass"} for child in clause.children)
    told = clause.tag_ if clause.tag_ in {"VBD", "VBZ", "VBP"} else ""
    return bare and told == said.head.tag_ and finite.tag_ != told


def _introduces(word: Token, verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if word.dep_ in {"ccomp", "parataxis"}:
        return lemma in cues("attribution", "verbs") | cues("attribution", "accusing") | cues("attribution", "denying")
    if word.dep_ == "oprd" or (word.dep_ == "pobj" and word.head.lower_ == "as" and word.head.head == verb):
        return lemma in CALLING
    if word.dep_ in {"prep", "dobj"}:  # accused China of slowing, denied the attack
        return lemma in cues("attribution", "denying") or (
            lemma in cues("attribution", "accusing") and word.dep_ == "prep" and word.lower_ in {"of", "for", "with"}
        )
    return False


def _speaker(verb: Token, index: MentionIndex) -> Iterator[Source]:
    if any(child.dep_ == "neg" for child in verb.children) or syntax.is_passive(verb):
        return
    yield from _first(_named(subject, index) for subject in syntax.subjects(verb))


def _first(found: Iterable[Source | None]) -> Iterator[Source]:
    """Yield the first source with a name, if there is one."""
    yield from [source for source in found if source and source.name][:1]


def _named(noun: Token, index: MentionIndex) -> Source | None:
    """Return a source by its mention, else by the words of its phrase."""
    mentions = index.at(noun)
    unnamed = noun.pos_ == "NOUN" and noun.lemma_.lower() in OFFICIALS
    if mentions and not (unnamed and mentions[0].kind != "person"):
        return Source(mentions[0].name, mentions[0].state if mentions[0].kind in {"state", "government"} else "")
    if noun.pos_ == "PRON" or noun.lower_ in cues("attribution", "documents"):
        inside = index.within(syntax.modifiers(noun)) or index.within(
            t for head in syntax.prepositional(noun, "by") for t in head.subtree
        )
        if inside or noun.pos_ == "PRON":
            return Source(inside[0].name) if inside else None
    if noun.lemma_.lower() in OUTLETS:
        media = [m for m in index.within(syntax.modifiers(noun)) if m.kind == "media"]
        if media:
            return Source(media[0].name)
    state = mentions[0].state if mentions else ""
    return Source(_phrase(noun), state) if noun.ent_type_ or noun.pos_ in {"NOUN", "PROPN"} else None


def _phrase(noun: Token) -> str:
    """Return a noun with what stands before it, but for articles and numbers: "senior Dutch officials"."""
    left = [t for t in noun.children if t.dep_ in syntax.MODIFIER and t.i < noun.i]
    first = min([t.left_edge.i for t in left] + [noun.i])
    left_out: Collection[str] = {"det", "punct", "nummod"}
    return " ".join(t.text for t in noun.doc[first : noun.i + 1] if t.dep_ not in left_out and not t.is_space)


def _according_phrase(trigger: Token, index: MentionIndex) -> Iterator[Source]:
    heads = [t for t in trigger.sent if t.lower_ == "according" and not _is_parted(t, trigger)]
    links = [child for token in heads for child in token.children]
    nouns = [noun for link in links if link.lower_ == "to" for noun in link.children if noun.dep_ == "pobj"]
    yield from _first(_named(noun, index) for noun in nouns[:1])


def _trailing_report(root: Token, trigger: Token, index: MentionIndex) -> Iterator[Source]:
    """Yield the speaker of a reporting verb that the parser hung beside the statement."""
    for child in root.children:
        if (
            (child.dep_ in {"parataxis", "ccomp", "advcl"} or _ends_unlinked(child, root))
            and child.i > trigger.i
            and child.lemma_.lower() in cues("attribution", "verbs")
            and not any(c.dep_ == "ccomp" for c in child.children)
        ):
            own = [c for c in child.children if c.dep_ in syntax.SUBJECT]
            yield from _first(_named(noun, index) for noun in own[:1])
            return


def _ends_unlinked(verb: Token, root: Token) -> bool:
    """True for a report that ends a sentence with no "and" before it: "it failed, *officials have said*"."""
    linked = any(c.dep_ == "cc" and root.i < c.i < verb.i for c in root.children)
    return verb.dep_ == "conj" and not linked and not any(c.dep_ in {"dobj", "xcomp", "prep"} for c in verb.children)
