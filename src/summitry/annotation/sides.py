"""Does a time expression lie before the writing or after it, and what does it tell the time of? Told by its syntax."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.annotation.hints import Side
from summitry.language import Span, Token

__all__ = ["MEETING_NOUNS", "MEETING_WORDS", "governing_words", "meeting_before", "side_of", "tells_meeting"]

MEETING_NOUNS = frozenset(
    "summit meeting visit trip talk talks conference tour negotiation dialogue forum gathering session round "
    "test treaty accord agreement handshake encounter retreat".split()
)
_MEETING_VERBS = frozenset(
    "meet visit travel arrive host hold go fly attend receive welcome sign begin open convene conclude leave come "
    "gather talk depart return journey head start end wrap kick take mark sit greet embark cross pay join stage "
    "conduct test land shake".split()
)
MEETING_WORDS = MEETING_NOUNS | _MEETING_VERBS
_PLANNING = frozenset(
    "schedule plan expect set slate due intend hope want invite prepare propose agree aim likely ready poise "
    "upcoming forthcoming planned scheduled possible eve".split()
)
_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_TIMETABLE = frozenset("travel visit arrive host fly begin open convene start depart head embark".split())
_CAPTION = frozenset("r l left right photo photograph pictured file".split())
_PERFECT = frozenset({"have", "be"})


def governing_words(token: Token) -> Iterator[Token]:
    """Yield the words that a word hangs on, from its own head up to and including the first verb."""
    current = token
    while current.head.i != current.i:
        current = current.head
        yield current
        if current.pos_ in ("VERB", "AUX"):
            return


def meeting_before(token: Token) -> Token | None:
    """Return the meeting named shortly before a time: "at their summit in Warsaw on Friday"."""
    for back in range(1, 6):
        if token.i < back:
            return None
        word = token.doc[token.i - back]
        if word.lemma_.lower() in MEETING_NOUNS:
            return word
        if word.pos_ in ("VERB", "AUX", "PUNCT", "SPACE"):
            return None
    return None


def tells_meeting(token: Token) -> bool:
    """True where an expression tells the time of a meeting, a visit, a test, not of a speech about it."""
    if meeting_before(token) is not None:
        return True
    for word in governing_words(token):
        if word.lemma_.lower() in MEETING_NOUNS or word.lemma_.lower() in _MEETING_VERBS:
            return True
        if word.lemma_ == "be" and any(child.lemma_.lower() in MEETING_NOUNS for child in word.children):
            return True
        if word.lemma_.lower() in _PLANNING and any(
            child.dep_.startswith("nsubj") and child.lemma_.lower() in MEETING_NOUNS for child in word.children
        ):
            return True
    return False


def side_of(token: Token, sentence: Span) -> Side:
    """Tell whether what a word dates lies before the writing or after it."""
    for word in governing_words(token):
        if _is_planned(word):
            return "future"
        if word.pos_ in ("VERB", "AUX"):
            return _side_of_verb(word, sentence)
    return _side_of_present(sentence)


def _is_planned(word: Token) -> bool:
    """True for "scheduled for May" and "the planned visit in May", not for "agreed on Friday to meet"."""
    if word.tag_ == "VBD" or word.tag_ == "VBG":
        return False
    return word.lemma_.lower() in _PLANNING or any(child.lower_ in _PLANNING for child in word.children)


def _side_of_verb(verb: Token, sentence: Span) -> Side:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(helper.lower_ in _MODALS for helper in helpers):
        return "future"
    if any(helper.tag_ == "MD" for helper in helpers):
        return ""
    if verb.tag_ == "VB" and any(helper.tag_ == "TO" for helper in helpers):
        return "future" if verb.head.lemma_.lower() in _PLANNING | {"go", "be"} else ""
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(helper.lemma_ in _PERFECT for helper in helpers)):
        present_passive = any(helper.lower_ in ("is", "are", "be", "being") for helper in helpers)
        return "" if present_passive else "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return _side_of_present(sentence) or ("future" if _is_timetable(verb, sentence) else "")
    return ""


def _is_timetable(verb: Token, sentence: Span) -> bool:
    """ "On Thursday the president travels to Paris" announces; a caption ("meets X (R)") shows what was."""
    return verb.lemma_.lower() in _TIMETABLE and not any(word.lower_ in _CAPTION for word in sentence)


def _side_of_present(sentence: Span) -> Side:
    """A present verb tells the past where the rest of its sentence does: "marks the first time that he left"."""
    if any(
        word.lower_ in _MODALS or word.lower_ in _PLANNING or word.lower_ in ("before", "ahead") for word in sentence
    ):
        return ""
    return "past" if any(word.tag_ == "VBD" for word in sentence) else ""
