"""What depends on what: the few questions that coding asks of a parsed sentence.

Labels are those of spaCy's English models (ClearNLP style).
"""

from __future__ import annotations

from collections.abc import Iterator

from summitry.coding.misparsed import doer_at_root, noun_before_participle, people_beside
from summitry.language import Token, remembered

__all__ = [
    "charged",
    "clause_of",
    "conjuncts",
    "governor",
    "has_subject",
    "is_passive",
    "is_present",
    "is_simple_past",
    "modifiers",
    "objects",
    "own_subjects",
    "own_words",
    "particles",
    "prepositional",
    "subjects",
    "tells_what",
    "topmost_noun",
]

SUBJECT = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass"})
_SUBJECTS = SUBJECT | PASSIVE_SUBJECT
OBJECT = frozenset({"dobj", "dative", "attr", "oprd"})
PREPOSITION = frozenset({"prep", "agent", "dative"})
_LEADING = PREPOSITION | {"prt", "advmod"}
MODIFIER = frozenset({"compound", "amod", "poss", "nmod", "nummod", "npadvmod", "quantmod"})
PRESENT = frozenset({"VBZ", "VBP"})
FINITE = PRESENT | {"VBD", "MD"}
_VERBAL = frozenset({"VERB", "AUX"})
_INTENTS = frozenset("chance decision intention invitation opportunity plan pledge promise vow".split())
"""Nouns whose infinitive is done by the subject of the verb above: "made a decision to leave"."""
_SAME = {"upon": "on"}
"""Prepositions that say what another says: "a raid *upon* Gaza"."""
_COPULAS = frozenset({"be", "become", "remain"})
_OWN = _INTENTS - {"invitation"}
"""Of these, the ones whose possessor does it; who invites does not come."""
_COUNTERS = frozenset(
    """batch bout campaign couple cycle day flurry handful hour month night number package pair raft round sequence
    series set slate spate stretch string succession tranche wave week""".split()
)
"""Nouns that count what follows: "two days of talks"."""
_CHARGES = frozenset({"as", "of", "for", "from", "with"})
_CHARGING = frozenset(
    """accuse applaud arrest ban bar berate blacklist blame castigate charge chide cite commend condemn congratulate
    convict criticise criticize denounce deter discourage dissuade fault forgive jail lambast praise prevent prohibit
    prosecute punish quote rebuke reprimand reproach sanction sentence slam stop suspect thank""".split()
)
"""Verbs whose object does, or is said to do, what follows under a preposition."""


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield the token and everything coordinated with it to its right."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from conjuncts(child)
        elif child.dep_ == "appos" and child.i == token.i + 1 + len(list(child.lefts)):
            yield from (t for named in child.children if named.dep_ == "conj" for t in conjuncts(named))


def own_words(word: Token) -> Iterator[Token]:
    """Yield a word and what stands below it, but for clauses beside it with a subject of their own."""
    yield word
    for child in word.children:
        if child.dep_ != "conj" or child.pos_ not in _VERBAL or not has_subject(child):
            yield from own_words(child)


def has_subject(verb: Token) -> bool:
    """True for a verb with a subject of its own."""
    return any(child.dep_ in _SUBJECTS for child in verb.children)


@remembered
def is_passive(verb: Token) -> bool:
    """True for a passive verb, with or without its auxiliary ("was sacked", "the treaty signed in 1961")."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children):
        return True
    if doer_at_root(verb) is not None:
        return False
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not any(c.dep_ in SUBJECT | {"aux"} for c in verb.children):
        return verb.head.pos_ == "VERB" and is_passive(verb.head)
    apart = verb.dep_ == "advcl" and any(child.lower_ == "by" for child in verb.rights)  # "*Assured* by Oslo that …"
    told = verb.tag_ == "VBN" and (apart or verb.dep_ in {"acl", "relcl"})
    return told and not any(child.dep_ in {"aux", "nsubj"} for child in verb.children)  # "whom *a court* sentenced"


def is_present(verb: Token) -> bool:
    """True where a clause is told in the present tense: "condemns", "is sworn in", "begins massing".

    A perfect or past ("have met") is present only under a present one ("announces that they have met").
    """
    finite = [child for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.tag_ in FINITE]
    if finite or verb.tag_ in FINITE:
        perfect = any(child.lemma_ == "have" for child in finite)
        if perfect:
            return verb.dep_ in {"ccomp", "advcl"} and is_present(verb.head)
        tag = (finite[0] if finite else verb).tag_
        return tag in PRESENT or (tag == "VBD" and verb.dep_ == "ccomp" and is_present(verb.head))
    if verb.dep_ in {"xcomp", "advcl", "conj", "ccomp", "pcomp"} and verb.head != verb:
        above = clause_of(verb.head)
        return above != verb and is_present(above)
    return False


def is_simple_past(verb: Token) -> bool:
    """True where a main or reported clause is told in the simple past: "condemned", "was told"."""
    finite = [child for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.tag_ in FINITE]
    if finite:
        return all(child.tag_ == "VBD" and child.lemma_ != "have" for child in finite)
    active = verb.tag_ == "VBN" and any(child.dep_ == "nsubj" for child in verb.children)  # a parser's slip
    if verb.tag_ == "VBD" or active:
        return verb.dep_ in {"ROOT", "conj", "ccomp", "advcl", "parataxis"}
    if verb.dep_ in {"xcomp", "advcl", "conj", "pcomp"} and verb.head != verb:
        above = clause_of(verb.head)
        return above != verb and is_simple_past(above)
    return False


def own_subjects(verb: Token) -> list[Token]:
    """Return the heads of the subject that a clause tells itself."""
    return [child for child in verb.children if child.dep_ in _SUBJECTS]


@remembered
def subjects(verb: Token) -> list[Token]:
    """Return the heads of a verb's subject, inherited where the clause leaves it unsaid.

    "Kim met Xi and signed" gives Kim for both; "agreed to visit" gives the subject of agree;
    "urged China to act" gives China for act; a relative clause gives the noun it modifies.
    """
    own = own_subjects(verb)
    if own:
        return [_antecedent(subject) for subject in own]
    head = verb.head
    if head == verb:
        return []
    before = noun_before_participle(verb) or doer_at_root(verb)
    if before is not None:
        return [before]
    if verb.dep_ == "conj" and head.pos_ in _VERBAL:
        return subjects(head)
    if verb.dep_ == "xcomp" and head.pos_ in _VERBAL:
        controller = [c for c in head.children if c.dep_ in {"dobj", "dative"}]
        return controller or subjects(head)
    if verb.dep_ == "ccomp" and any(c.tag_ == "MD" for c in verb.children):
        hung = [c for c in head.children if c.dep_ == "dobj" and head.i < c.i < verb.i]
        if hung:  # "warned Iran will pay": the parser takes the subject for the object above
            return hung
    if verb.dep_ in {"ccomp", "advcl", "parataxis"} and head.pos_ in _VERBAL:
        return own_subjects(head) or subjects(head)
    if verb.dep_ == "acl" and verb.tag_ == "VB" and head.lemma_.lower() in _INTENTS:
        owners = [child for child in head.children if child.dep_ == "poss" and head.lemma_.lower() in _OWN]
        if owners:
            return owners  # "Canada regretted *Trump's* decision to leave"
    if verb.dep_ == "acl" and head.dep_ == "dobj" and head.lemma_.lower() in _INTENTS and verb.tag_ == "VB":
        return subjects(head.head)  # "*Putin* accepted an invitation to visit"
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB" and head.dep_ == "attr" and head.head.lemma_ in _COPULAS:
        return subjects(head.head)  # "*Oslo* was the first capital to recognise it"
    if verb.dep_ in {"acl", "relcl"}:
        return [head] if head.pos_ not in _VERBAL else subjects(head)
    if verb.dep_ == "pcomp":
        above = governor(verb)
        if above is None or above.pos_ not in _VERBAL:
            return []
        return (charged(above) if head.lower_ in _CHARGES else []) or subjects(above)
    return []


def charged(verb: Token) -> list[Token]:
    """Return whom a verb charges, thanks or holds from doing what follows: "accused *Iran* of arming"."""
    if verb.lemma_.lower() not in _CHARGING:
        return []
    return own_subjects(verb) if is_passive(verb) else objects(verb)


def _antecedent(subject: Token) -> Token:
    """Return the noun that a relative pronoun stands for: "missiles *which* they said were moved", too."""
    clause = subject.head.head if subject.head.dep_ == "ccomp" else subject.head
    if subject.tag_ in {"WDT", "WP"} and clause.dep_ == "relcl":
        return clause.head
    return subject


@remembered
def objects(verb: Token) -> list[Token]:
    """Return the heads of a verb's objects; for a bare relative clause the noun it modifies."""
    found = [child for child in verb.children if child.dep_ in OBJECT and child.pos_ != "ADP"]
    return [_antecedent(noun) for noun in found] or people_beside(verb) or _freely_told(verb) or _told_far_above(verb)


def _told_far_above(verb: Token) -> list[Token]:
    """Return the noun of which a relative clause says that somebody did it: "the *bomb* that they said they tested"."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.dep_ != "relcl" or not has_subject(verb) or is_passive(verb):
        return []
    own = [child for child in above.children if child.dep_ in SUBJECT and child.tag_ not in {"WDT", "WP"}]
    free = not any(child.dep_ in OBJECT for child in above.children)
    return [above.head] if own and free and above.head.pos_ in {"NOUN", "PROPN"} else []


def _freely_told(verb: Token) -> list[Token]:
    """Return what a clause with "what" tells to be the object: "fired what it called *a satellite*"."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and tells_what(child)]
    nouns = [w for clause in clauses for w in clause.subtree if w.dep_ in {"attr", "oprd", "dobj"} and w.i > clause.i]
    return [noun for noun in nouns if noun.pos_ in {"NOUN", "PROPN"}][:1]


def tells_what(verb: Token) -> bool:
    """True for the verb of a clause that only says what something is: "*what they call* war games"."""
    return next(iter(verb.subtree)).lower_ == "what"


def particles(verb: Token) -> set[str]:
    """Return the lower-case particles and prepositions that stand directly under a word."""
    direct = {c.lower_ for c in verb.children if c.dep_ in {"prt", "prep", "agent", "advmod", "dative"}}
    return direct | {mark.lower_ for mark, _ in _marked(verb)}


def _marked(word: Token) -> list[tuple[Token, Token]]:
    """Return each "for" before an infinitive's subject below a word, with that subject: "left *for Rome* to rest"."""
    clauses = [c for c in word.children if c.dep_ == "advcl" and c.tag_ == "VB"]
    return [
        (mark, noun)
        for clause in clauses
        for mark in clause.children
        if mark.dep_ == "mark" and mark.lower_ == "for"
        for noun in clause.children
        if noun.dep_ in SUBJECT
    ]


def prepositional(word: Token, preposition: str) -> list[Token]:
    """Return the heads of what stands under a preposition of a word: "talks *with Xi*"."""
    return [noun for mark, noun in _led(word) if mark == preposition or _SAME.get(mark) == preposition]


@remembered
def _led(word: Token) -> tuple[tuple[str, Token], ...]:
    """Return the heads of what stands under each preposition of a word, with the preposition."""
    found = [(mark.lower_, noun) for mark, noun in _marked(word)]
    for child in word.children:
        if child.dep_ in _LEADING:
            below = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            for nested in child.children:  # "out of Kaesong", "along with Xi"
                if nested.dep_ == "prep":
                    below += [c for c in nested.children if c.dep_ in {"pobj", "pcomp"}]
            found += [(child.lower_, noun) for noun in below]
    return tuple(found)


def modifiers(noun: Token) -> list[Token]:
    """Return what modifies a noun from the left: adjectives, compounds, possessors."""
    found = []
    for child in noun.children:
        if child.dep_ in MODIFIER:
            found.append(child)
            if child.dep_ in {"compound", "amod", "nmod"}:
                found += modifiers(child)
            found += [c for c in child.children if c.dep_ == "conj"]
    return found


def governor(token: Token) -> Token | None:
    """Return the next verb or noun above a word, prepositions skipped; None at the top."""
    above: Token = token.head
    while above.dep_ in PREPOSITION | {"prt", "mark"} and above.head != above:
        above = above.head
    return None if above == token else above


def topmost_noun(noun: Token) -> Token:
    """Climb from a coordinated noun to the first of its row, and to what counts it ("a series of talks")."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        noun = noun.head
    counter = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and counter.lemma_.lower() in _COUNTERS:
        return topmost_noun(counter)
    return noun


def clause_of(token: Token) -> Token:
    """Return the verb of the clause in which a word stands, or the sentence's root."""
    word = token
    while word.pos_ not in _VERBAL and word.head != word:
        word = word.head
    return word
