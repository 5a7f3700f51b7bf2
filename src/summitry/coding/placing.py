"""Where: which of a text's places an act belongs to.

A place counts under a preposition of place, or as what an act is named after ("the Hanoi summit"). It belongs to the
word that the preposition hangs on: to an act where that is the act, the verb above it, or whom it is done to. What a
place tells of anything else (an embassy, a matter, another clause's act, who spoke) is not where the act was done.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable

from summitry.coding import syntax
from summitry.coding.lexicon import load_classes
from summitry.language import Doc, Token
from summitry.model import EventType, PlaceMention

__all__ = ["PlaceIndex"]

LOCATIVE = frozenset({"in", "at", "on", "near", "off", "outside", "inside", "around", "over", "to", "into", "along"})
WITHIN = frozenset({"in", "at", "near", "outside", "inside"})
"""Prepositions of place that name no matter: who talks "on Taiwan" is not there."""
AIMED = frozenset({"on", "over", "to"})
"""Prepositions that name whom a measure hits, not where: "sanctions *on* Tehran"."""
MEASURES = frozenset({"COERCE", "SANCTION"})
SPOKEN = frozenset("ACCUSE AGREE CONCEDE CONSULT REJECT REQUEST SANCTION SUPPORT THREATEN".split())
"""Categories of acts done by words, which may be about a place."""
TRIPS = frozenset({"tour", "trip", "visit", "stopover"})
"""Nouns that a place follows as that where one is: "said during a visit to Seoul"."""
EDGES = frozenset("fringes margins outskirts sidelines".split())
"""What one is on where one is: "*on the sidelines* of a congress in Oslo"."""
INSIDE = frozenset({"at", "during", "in", "inside"})
"""Prepositions of where something was done, told by what stands there: "*at a hotel* in Oslo"."""
TRAVELLING = frozenset({"during", "in", "on"})
SITES = frozenset(
    """airbase airport area base beach border building bank camp capital center centre church city coast consulate
    corner county district downtown east embassy end field garrison front harbor harbour headquarters hotel house
    island lake mainland mosque mountain neighborhood neighbourhood north office outskirts palace park part peninsula
    plant port prison province region residence resort river school sea shore side site soil south square state station
    strait suburb territory town university valley venue villa village war waters west zone""".split()
)
"""Nouns of places that are told by the name of a larger one: "the *outskirts* of Minsk", "the Kigali *airport*"."""
LYING = frozenset({"at", "in", "near", "of", "off", "on", "outside"})
"""Prepositions that tell where a site lies: "a hotel *near* Oslo", "a university *on* Russky Island"."""
SEATS = frozenset("bureau chancery consulate embassy legation mission secretariat".split())
POSTS = SEATS | frozenset("ambassador attache attaché chargé consul delegate envoy official representative".split())
"""Those whose place tells who they are, not where an act was done: "accused the *embassy* in Rome"."""
HEARERS = frozenset("journalist lawmaker reporter student supporter audience crowd parliament troop soldier".split())
"""Those who are where one speaks to them."""
MATTERS = frozenset(
    """about after against amid as because before concerning despite due following for regarding since than toward
    towards""".split()
)
"""Prepositions of what an act is about, answers or is for: its place is not the act's."""
NEARBY = 6
"""A place more steps away in the sentence belongs to something else."""
_NAMING = frozenset({"compound", "amod", "nmod"})
_CLAUSES = frozenset({"ccomp", "parataxis", "relcl"})
_VERBAL = frozenset({"VERB", "AUX"})


class PlaceIndex:
    """The place mentions of one document, by sentence; continents tell too little to be where an act was done."""

    def __init__(self, doc: Doc, places: Iterable[PlaceMention]) -> None:
        self._by_sentence: dict[int, list[tuple[Token, PlaceMention]]] = {}
        for place in places:
            span = doc.char_span(place.start, place.end, alignment_mode="expand")
            if span is not None and not place.rule.startswith("continent"):
                self._by_sentence.setdefault(span.sent.start, []).append((span.root, place))

    def place_of(self, trigger: Token, kind: EventType, visits: bool = False, told: Iterable[Token] = ()) -> str:
        """Return the label of the place that a trigger's act is told to lie in, `""` where none is.

        Args:
            trigger: the word that tells the act.
            kind: the act's category.
            visits: the act is a visit.
            told: nouns that tell the act together with the trigger.

        The most particular place wins, then the nearest.
        """
        spoken = kind in SPOKEN and not visits
        prepositions = WITHIN if spoken else LOCATIVE - AIMED if kind in MEASURES else LOCATIVE
        acts = (trigger, *told)
        referred = self._antecedent(trigger)
        if referred is not None:
            return referred.place.label
        found = []
        for head, place in self._by_sentence.get(trigger.sent.start, ()):
            steps = _steps(acts, head, prepositions, kind if spoken else "")
            if steps is None or steps > NEARBY:
                continue
            if head.dep_ in _NAMING and head.head.lemma_.lower() not in SITES and not place.place.name:
                continue  # "U.S. talks" are whose they are, not where
            found.append((not place.place.name, steps, place.start, place.place.label))
        return min(found)[3] if found else ""

    def _antecedent(self, trigger: Token) -> PlaceMention | None:
        """Return the place that "where" or "there" stands for: "flew to *Oslo*, where he met", "met him there"."""
        above = [trigger, *(word for word in trigger.ancestors if word.pos_ in _VERBAL)]
        where = next((c for verb in above for c in verb.children if c.lower_ == "where" and c.i < trigger.i), None)
        if where is not None:
            told = (place for _, place in self._by_sentence.get(trigger.sent.start, ()))
            return next((p for p in told if _is_right_before(p, where)), None)
        doing = trigger if trigger.pos_ in _VERBAL else trigger.head
        if not any(child.lower_ == "there" and child.dep_ == "advmod" for child in doing.children):
            return None
        before = trigger.doc[max(trigger.sent.start - 1, 0)].sent
        row = [place for head, place in self._by_sentence.get(before.start, ()) if head.dep_ == "pobj"]
        return row[-1] if row else None


def _is_right_before(place: PlaceMention, where: Token) -> bool:
    return place.end <= where.idx and not where.doc.text[place.end : where.idx].strip(" ,")


def _steps(acts: Collection[Token], head: Token, prepositions: Container[str], words: str) -> int | None:
    """Return how many words lie between a place and the act that it belongs to, None where it is not the act's.

    Args:
        acts: the words that tell the act.
        head: the word of the place.
        prepositions: those that tell where such an act was done.
        words: the category of an act done by words, `""` for another.
    """
    if head.head in acts and head.dep_ in _NAMING:
        return 0
    site = _site(head)
    if site.dep_ == "dobj" and site.head in acts and site.head.lemma_ in TRIPS:
        return 0
    anchor = _anchor(site, prepositions, acts)
    if anchor is None or (anchor not in acts and _goes_on(anchor, site)):
        return None
    above = _above(next(iter(acts)))
    word, steps = anchor, 1
    while word not in acts and word not in above:
        if word.head == word or not _carries(word, "" if anchor.lemma_ in TRIPS else words):
            return None
        word, steps = word.head, steps + 1
    if word in acts or word == anchor:
        return steps
    return None if _is_subject_of(word, above, next(iter(acts))) else steps


def _site(head: Token) -> Token:
    """Return what a place names: "the *outskirts* of Minsk", "the Kigali *airport*", "Bern and *Basel*"."""
    word = head
    while word.head != word:
        above = word.head
        if word.dep_ in {"conj", "appos"} or (
            word.dep_ in _NAMING | {"poss"} and above.lemma_.lower() in SITES | load_classes()["meeting"]
        ):
            word = above
        elif word.dep_ == "pobj" and above.lower_ in LYING and SITES & {above.head.lemma_.lower(), above.head.lower_}:
            word = above.head
        else:
            return word
    return word


def _anchor(site: Token, prepositions: Container[str], acts: Collection[Token]) -> Token | None:
    """Return the word that a place's preposition hangs on, None where none of place stands above it.

    What right behind a seat tells where that is hangs on the seat, wherever the parser hung it.
    """
    link = site.head
    if site.dep_ != "pobj" or link.lower_ not in LOCATIVE:
        return None
    before = link.nbor(-1) if link.i else link
    if before.lemma_.lower() in SEATS:
        return before
    while link.head.pos_ == "ADP" and link.head != link:
        link = link.head
    anchor = link.head
    if anchor.lemma_ in TRIPS and anchor not in acts:
        return anchor if anchor.dep_ == "pobj" and anchor.head.lower_ in TRAVELLING else None
    return anchor if site.head.lower_ in prepositions or site.lower_ in EDGES else None


def _goes_on(anchor: Token, site: Token) -> bool:
    """True for where one goes after an act: "met him and flew *to Oslo*"."""
    return anchor.dep_ == "conj" and anchor.pos_ == "VERB" and site.head.lower_ in {"to", "into"}


def _above(trigger: Token) -> list[Token]:
    """Return the words above an act in its clause, and the noun that its clause tells of."""
    above, word = [], trigger
    while word.head != word and word.dep_ not in {"ccomp", "parataxis", "xcomp", "pcomp"}:
        if word.dep_ == "advcl" and any(child.dep_ in {"mark", "advmod"} for child in word.lefts):
            break
        tells_of_noun = word.dep_ in {"acl", "relcl"}
        if _is_matter(word):
            break
        word = word.head
        above.append(word)
        if tells_of_noun:
            break
    return above


def _carries(word: Token, words: str) -> bool:
    """True where what stands at a word stands where the act above it is done."""
    if words == "CONSULT" and word.dep_ == "advcl" and word.tag_ == "VB":
        return True  # "led a delegation to hold talks in Oslo"
    if word.dep_ == "conj" and word.pos_ in _VERBAL and syntax.own_subjects(word):
        return False
    if word.dep_ in _CLAUSES or (word.dep_ in {"advcl", "pcomp"} and word.pos_ in _VERBAL) or _is_matter(word):
        return False
    if word.dep_ == "pobj" and (word.head.lower_ in INSIDE or EDGES & {word.lower_, word.head.head.lower_}):
        return True
    if word.pos_ in {"NOUN", "PROPN"} and word.lemma_.lower() in (SEATS if words == "CONSULT" else POSTS):
        return False
    if words in {"", "CONSULT"}:
        return True
    if word.dep_ in {"xcomp", "nsubj", "nsubjpass"}:
        return False
    return word.pos_ != "NOUN" or word.lemma_.lower() in HEARERS


def _is_matter(word: Token) -> bool:
    """True for what an act is about, answers or is for: "met *after the raid* in Rome"."""
    return word.dep_ in {"pobj", "pcomp"} and word.head.lower_ in MATTERS


def _is_subject_of(verb: Token, above: Collection[Token], trigger: Token) -> bool:
    """True for an act that is the subject of a verb, of whose other parts a place is told."""
    return any(word.head == verb and word.dep_ in syntax.SUBJECT for word in (trigger, *above))
