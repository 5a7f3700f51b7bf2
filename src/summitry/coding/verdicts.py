"""What somebody says of another: that it does wrong, that it is good or bad, that it will pay for it.

Who says of others' acts that they are a violation accuses; who says that one's own army will answer them threatens.
The words that charge are the classes `wrong`, `guilt`, `misdeed`, `crime`, `crime_noun`, `deed`, `rebel` and `harmless`
of `data/classes.toml`, those that praise `fine`; `prospects` has what threatens.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from summitry.coding import syntax
from summitry.coding.lexicon import load_classes
from summitry.coding.quotation import QUOTES
from summitry.language import Token

__all__ = ["CHARGES", "called", "equated", "is_deed", "own_deeds", "said_clauses", "wrongdoers"]

SAYINGS = frozenset(
    "address article commentary dispatch editorial interview letter message note post remark report speech statement "
    "tweet".split()
)
"""Nouns of that in which somebody says something."""
PRAISE = "praised"
CHARGES = frozenset({"guilty", "wrong", PRAISE})
"""Slots of those of whom somebody says that they do wrong or well: nobody is blamed by a guess from what is beside."""
VERDICTS = {"wrong": "wrong", PRAISE: "fine"}
"""Classes of the words that charge or praise."""
EQUATING = frozenset("amount be become constitute equal form pose remain represent".split())
"""Verbs that say what something is."""
STRIKING = frozenset("attack bomb detain execute injure kill shell shoot slay starve strike target wound".split())
"""Verbs of what is a crime where it is done to the harmless."""
ALLEGING = frozenset({"allege", "charge", "claim", "complain", "protest", "swear", "testify"})
"""Verbs by which who tells of violence accuses."""
VIOLENT = frozenset(
    """abduct ambush arm arrest beat blow bombard break burn capture cross deport drop enter expel fire force gas harass
    hide hijack invade jam loot massacre mine murder plunder raid ram recruit seize shove steal storm torch""".split()
)
"""Verbs of violence and trespass that are no crime in every case."""
TRYING = frozenset("appear attempt continue keep move seek seem try use want work".split())
"""Verbs above what somebody does or means to do."""
BACKING = frozenset(
    """aid arm back bankroll equip finance fund give harbor harbour help hire host pay protect provide recruit send
    shelter sponsor supply support train use""".split()
)
"""Verbs of help that is a misdeed where rebels get it."""
DOING = frozenset(
    "attempt carry commission commit conduct direct engage expand intensify launch make mastermind mount orchestrate "
    "order perpetrate plan practice pursue step".split()
)
"""Verbs whose object is the deed."""
UNSURE = frozenset({"may", "might", "could", "can", "if", "unless", "whether"})
FIRST = frozenset({"i", "we"})
THIRD = frozenset({"he", "she", "it", "they"})
LONGEST_NAME = 6
"""How many words in quotation marks call somebody's act a name, and tell no clause."""
_PREDICATES = frozenset({"attr", "acomp", "oprd"})
_NAMING = frozenset({"acomp", "attr", "ccomp", "oprd", "xcomp"})


def said_clauses(verb: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses that tell what a verb of saying reports."""
    nouns = [noun for name in ("in", "through", "via") for noun in syntax.prepositional(verb, name)]
    told = [c for noun in nouns if noun.lemma_.lower() in SAYINGS for c in noun.children if _is_that_clause(c)]
    for clause in (*(c for c in verb.children if c.dep_ == "ccomp"), *told):
        if not syntax.tells_what(clause):
            yield from syntax.conjuncts(clause)


def _is_that_clause(clause: Token) -> bool:
    """True for what the parser hangs on a noun though a verb says it: "said in a statement *that Iran must stop*"."""
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    return clause.dep_ in {"acl", "relcl"} and "that" in marks


def wrongdoers(verb: Token, charge: str) -> list[Token]:
    """Return who, or whose act, is charged by what a verb reports.

    Args:
        verb: a verb of saying.
        charge: `guilty` of a misdeed ("said *Iran* was meddling", "said *it* was a crime"), `wrong` ("a farce"), or
            `praised` ("a friend").
    """
    alleged = charge == "guilty" and verb.lemma_.lower() in ALLEGING
    return [
        noun
        for clause in said_clauses(verb)
        if _is_charged(clause, charge) or (alleged and _is_alleged(clause))
        for noun in _blamed(clause)
        if charge != PRAISE or not _is_empty(noun)
    ]


def is_deed(word: Token) -> bool:
    """True for what its possessor does: "*Peru's move* was a crime" charges Peru, "Peru's hunger" nobody."""
    return word.pos_ == "VERB" or word.lemma_.lower() in load_classes()["deed"] | load_classes()["crime_noun"]


def equated(clause: Token, name: str) -> list[Token]:
    """Return the verb of a clause that equates its subject with something of a class: "this *is* a crime"."""
    negated = any(c.dep_ == "neg" for c in clause.children)
    return [clause] if not negated and _equates(clause, load_classes()[name]) else []


def _blamed(clause: Token) -> Iterator[Token]:
    if syntax.is_passive(clause):
        yield from syntax.prepositional(clause, "by") or syntax.subjects(clause)
        return
    for subject in syntax.subjects(clause):
        yield from (subject, *syntax.objects(subject)) if subject.pos_ == "VERB" else (subject,)


def _is_charged(clause: Token, charge: str) -> bool:
    """True for a clause whose predicate charges its subject."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"aux", "mark"}}
    if marks & UNSURE or any(c.dep_ == "neg" for c in clause.children):
        return False
    return _is_misdeed(clause) if charge == "guilty" else _equates(clause, load_classes()[VERDICTS[charge]])


def _is_alleged(clause: Token) -> bool:
    """True for violence told as done, of which who claims it accuses: "claimed that Lima had *shelled* it"."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"aux", "mark"}}
    told = not marks & (UNSURE | {"will", "would", "to"}) and not any(c.dep_ == "neg" for c in clause.children)
    return told and clause.lemma_.lower() in STRIKING | VIOLENT and not syntax.is_passive(clause)


def _is_misdeed(clause: Token) -> bool:
    lemma, classes = clause.lemma_.lower(), load_classes()
    verbs = classes["misdeed"] | classes["crime"]
    if lemma in verbs:
        return True
    if lemma in STRIKING:
        return any(noun.lemma_.lower() in classes["harmless"] for noun in syntax.objects(clause))
    if lemma in DOING:
        heads = (*syntax.objects(clause), *syntax.prepositional(clause, "in"))
        deeds = [noun for head in heads for noun in syntax.conjuncts(head)]
        return any(_lemmas(noun) & (classes["crime_noun"] | classes["guilt"]) for noun in deeds)
    if lemma in BACKING:
        helped = (*syntax.objects(clause), *(n for name in ("to", "with") for n in syntax.prepositional(clause, name)))
        return any(_lemmas(noun) & classes["rebel"] for head in helped for noun in syntax.conjuncts(head))
    if lemma == "be" and (done := syntax.prepositional(clause, "behind")):
        return any(_lemmas(noun) & (classes["crime_noun"] | classes["guilt"] | classes["strike"]) for noun in done)
    if lemma in TRYING:
        inner = [c for c in clause.children if c.dep_ in {"xcomp", "advcl"} and c.tag_ in {"VB", "VBG"}]
        return any(c.lemma_.lower() in verbs or _equates(c, classes["guilt"]) for c in inner)
    return _equates(clause, classes["guilt"])


def _equates(clause: Token, words: Container[str]) -> bool:
    if clause.lemma_.lower() not in EQUATING:
        return False
    heads = [c for c in clause.children if c.dep_ in _PREDICATES | {"dobj"}] + syntax.prepositional(clause, "to")
    told = (lemma for head in heads for noun in syntax.conjuncts(head) for lemma in _lemmas(noun))
    return any(lemma in words for lemma in told)


def own_deeds(verb: Token) -> list[Token]:
    """Return the subjects by which who speaks speaks of itself: "Chile acknowledged that *it* had shelled the port"."""
    first = any(noun.lower_ in FIRST for noun in syntax.subjects(verb))
    nouns = [noun for child in verb.children if child.dep_ == "ccomp" for noun in syntax.subjects(child)]
    own = [noun for noun in nouns if noun.lower_ in (FIRST if first else THIRD) and not _is_empty(noun)]
    return own or [noun for noun in nouns if _is_ones_own(noun)]


def _is_ones_own(noun: Token) -> bool:
    """True for one's own people who did something: "acknowledged that *its soldiers* had fired"."""
    possessed = any(c.dep_ == "poss" and c.lower_ in {"its", "his", "her", "their", "our"} for c in noun.children)
    clause = noun.head
    return possessed and clause.pos_ == "VERB" and clause.tag_ in {"VBD", "VBN"} and clause.lemma_ != "be"


def _is_empty(pronoun: Token) -> bool:
    """True for the "it" that stands for a clause behind: "acknowledged that *it* is Peru's right to decide"."""
    clause = pronoun.head
    words = (clause, *(word for word in clause.children if word.dep_ in _PREDICATES))
    below = [child for word in words for child in word.children]
    behind = any(c.dep_ in {"xcomp", "ccomp", "acl", "relcl"} or (c.dep_ == "advcl" and c.tag_ == "VB") for c in below)
    return pronoun.lower_ == "it" and clause.lemma_ == "be" and behind


def called(verb: Token) -> list[Token]:
    """Return the words by which a verb names its object: "called it *a farce*", "described it as *rash*"."""
    heads = [c for c in verb.children if c.dep_ in _NAMING and c.i > verb.i]
    beside = [n for name in ("as", "to") for n in syntax.prepositional(verb, name)]
    beside += [c for p in verb.children if p.lower_ == "as" for c in p.children if c.dep_ in {"amod", "acomp"}]
    for noun in syntax.objects(verb):
        if any(c.lower_ in {"a", "an"} for c in noun.children):
            beside.append(noun)  # "called this *a declaration of war*"
        beside += syntax.prepositional(noun, "as")  # "described *launches as a threat*"
        beside += [c for c in noun.children if c.i > noun.i and c.dep_ in {"amod", "acomp", "appos", "oprd"}]
    beside += _quoted_behind(verb)
    words = []
    for head in (*heads, *beside):
        inner = [c for c in head.children if c.dep_ in _PREDICATES] if head.pos_ in {"VERB", "AUX"} else []
        for word in (head, *inner):
            for member in syntax.conjuncts(word):
                words += [member, *_qualities(member), *syntax.prepositional(member, "of")]
    return words


def _quoted_behind(verb: Token) -> list[Token]:
    """Return the words in the first quotation marks behind a verb, in its clause: called the pact "a *farce*"."""
    apart = [c for c in verb.children if c.dep_ == "conj" or (c.dep_ == "advcl" and c.tag_ != "VB")]
    others = {w.i for child in apart for w in child.subtree}
    words: list[Token] = []
    inside = False
    for word in verb.subtree:
        if word.i < verb.i or word.i in others:
            continue
        if word.text in QUOTES:
            if inside:
                break
            inside = True
        elif inside:
            words.append(word)
    return words if len(words) <= LONGEST_NAME else []


def _lemmas(noun: Token) -> set[str]:
    """Return the lemmas of a predicate with what qualifies it: "a *rash* act", "evidence of *crimes*"."""
    return {word.lemma_.lower() for word in (noun, *_qualities(noun), *syntax.prepositional(noun, "of"))}


def _qualities(noun: Token) -> list[Token]:
    return [word for word in syntax.modifiers(noun) if word.dep_ not in {"poss", "nummod"}]
