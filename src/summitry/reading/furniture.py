"""Which lines of a text are page furniture by what they say or how they look, each line for itself."""

from __future__ import annotations

import re

from summitry.reading.cues import Kind, Lexicon, Match, load_lexicon
from summitry.reading.lines import Unit

__all__ = ["cells_of", "is_chatter", "is_code", "is_news", "kind_of", "looks_like_menu"]

_CELL = re.compile(r"\s*(?:[|·•‖»›⟶→▸]|\s>\s|\s/\s|\s{2,}|\t)\s*")
_SHORTCODE = re.compile(r"[\[{(]/?\w{1,20}[_ -]?\d{0,3}[\])}]|[*_=~.#\-–—•·|\s]+|[aA][+-]?(?:\s[aA][+-]?)+")
_CONTRIBUTED = re.compile(r"\bcontributed (?:to this (?:report|story|article|dispatch|post)|reporting)\b", re.I)
_BUTTONS = re.compile(r"(?:\[[^\[\]]{1,40}\]\s*){2,}")
_AGENCY_NOTE = re.compile(
    r"\((?:additional |with )?(?:reporting|writing|editing|photo|image|file photo|source|with inputs?|with agenc)"
    r"[^()]{0,400}\)?\.?",
    re.I,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s{0,3}(?:\(c\)\s{0,2})?(?:\d{4}|[A-Z])|.{0,60}©\s?\d{4}", re.I)
_ADDRESS = re.compile(r"\b[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,40}")
_STAMPED = frozenset({"posted", "published", "updated"})
_FOLLOW = re.compile(
    r"(?:follow|join|find|like|watch|reach|message)\s.{0,50}\b(?:on|via)\s"
    r"(?:twitter|x|facebook|telegram|instagram|whatsapp|youtube|linkedin|google news|mastodon|threads)\b",
    re.I,
)
_CREDIT = re.compile(
    r"(?:file |pool )?(?:photos?|photographs?|images?|pictures?|pics?|illustration|video|graphic|credits?)\s?"
    r"(?:by\b|:|/|credit|courtesy|via\b)",
    re.I,
)
_AFTER_PHRASE = re.compile(r"[^\w\s]{0,3}\s*(?:[:|⟶→>»–—•·(#\[]|-\s|$)")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{0,2000}[\"”“»]")
_PERSONAL = re.compile(r"\b(?:I|I[’']\w+|i|me|my|mine|you|your|yours|u|ur)\b")
_HANDLE = re.compile(
    r"(?:(?=[^\s:]{0,30}[\d_])[A-Za-z_][\w.@-]{2,29}|anon(?:ymous)?|guest|user)\s?(?::|\bsays\b|\bwrote\b)"
    r"|(?=[^\s:]{0,30}[\d_])[A-Za-z_][\w.-]{2,29},\s[\w ]{2,25}:\s"
    r"|[\w.@\- ]{2,40}\s(?:says|said|wrote|writes|replied|commented)\s?:(?!\s[\"“‘])"
    r"|[\w.@\- ]{2,40}\s(?:says|said|on|replied)\s?:?\s\w{3,9}\.?\s\d{1,2},?\s\d{4}(?:\sat\b|$)"
    r"|#\d{1,4}\s[\w.@-]{2,30}\s.{0,20}\d{4}"
    r"|comment (?:by|from)\b|posted by\b.{0,40}\bon\b|(?:reply|report|like)\b(?:\s[·|/]\s?\w+){0,6}$|up \d+ down \d+",
    re.I,
)
_LOWER_HANDLE = re.compile(
    r"(?!(?:anchor|announcer|answer|correspondent|host|interviewer|moderator|narrator|note|question|reporter|speaker)\b)"
    r"[a-z][\w.-]{2,20}:\s"
)
_CODE = re.compile(
    r"[{};]\s*$|^\s*(?:function\b|var |let |const |jQuery|\$\(|window\.|document\.|\}|/\*|<!--|@media|import \{)"
)
_CODE_MARKS = re.compile(r"[{}();=<>\[\]]")

_MOST_WORDS = {"ads": 25, "byline": 30, "promo": 25, "consent": 70, "share": 40, "wire": 60, "footer": 70}
_MOST_WORDS_ELSE = 40
_NEWS_WORDS = 10
_LABELS: tuple[Match, ...] = ("label", "colon")


def cells_of(text: str) -> list[str]:
    """Split a line at the marks that menus and button rows are strung with."""
    return [cell for cell in _CELL.split(text) if cell]


def kind_of(unit: Unit, head: bool = False) -> Kind | None:
    """Say what furniture a line is, `None` where it may be article.

    Args:
        unit: the line.
        head: it stands before the first paragraph, where bylines stand.
    """
    lexicon = load_lexicon()
    text, words = unit.text, unit.words
    if _SHORTCODE.fullmatch(text) or _BUTTONS.fullmatch(text) or is_code(text):
        return "nav"
    return (
        lexicon.whole(words)
        or _note(unit, head)
        or _labelled(unit, lexicon, head)
        or _started(unit, lexicon, head)
        or _containing(unit, lexicon)
        or _made_of_buttons(unit, lexicon)
    )


def _note(unit: Unit, head: bool) -> Kind | None:
    """Find agency notes, copyright lines, time stamps and bare photo credits; a caption with a credit is none."""
    if _AGENCY_NOTE.fullmatch(unit.text) or (unit.size <= 40 and _CONTRIBUTED.search(unit.text)):
        return "wire"
    if unit.size <= 60 and not unit.text.startswith('"') and _COPYRIGHT.match(unit.text):
        return "footer"
    if unit.size <= 9 and (_CREDIT.match(unit.text) or _ADDRESS.search(unit.text)):
        return "wire"
    if unit.size <= 12 and _FOLLOW.match(unit.text):
        return "newsletter"
    if head and unit.text.isdigit() and len(unit.text) <= 3:
        return "share"
    if head and not unit.prose and "#" in unit.words and _STAMPED & set(unit.words):
        return "byline"
    return None


def _labelled(unit: Unit, lexicon: Lexicon, head: bool) -> Kind | None:
    """Find "Related: …"; "Opinion: …" and the like stay where a headline or a sentence may begin so."""
    for match in _LABELS:
        found = lexicon.start(unit.words, match)
        sentence = unit.prose or (head and found is not None and found[0] != "nav")
        if found and unit.size <= 45 and not (match == "colon" and sentence):
            kind, length = found
            if _AFTER_PHRASE.match(_after_words(unit.text, length)):
                return kind
    return None


def _after_words(text: str, count: int) -> str:
    """Return what follows the first `count` words of a line."""
    place = 0
    for _ in range(count):
        match = _WORD_ON.search(text, place)
        place = match.end() if match else len(text)
    return text[place:]


_WORD_ON = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")


def _started(unit: Unit, lexicon: Lexicon, head: bool) -> Kind | None:
    found = lexicon.start(unit.words)
    if found is None:
        return None
    kind, _ = found
    if unit.size > _MOST_WORDS.get(kind, 30) or (kind == "byline" and not (head and not unit.prose)):
        return None
    if kind != "wire" and is_news(unit) and unit.size > 16 and not _cues(unit, lexicon):
        return None
    return kind


def _containing(unit: Unit, lexicon: Lexicon) -> Kind | None:
    """Find a cue inside a line; a line that reads as report needs two of them."""
    if unit.size > 90:
        return None
    kinds = _cues(unit, lexicon)
    fitting = [kind for kind in kinds if unit.size <= _MOST_WORDS.get(kind, _MOST_WORDS_ELSE)]
    if not fitting or (len(kinds) < 2 and is_news(unit)):
        return None
    return fitting[0]


def _cues(unit: Unit, lexicon: Lexicon) -> list[Kind]:
    return [kind for kind in lexicon.anywhere(unit.words) if kind not in ("occupation", "chatter")]


def _made_of_buttons(unit: Unit, lexicon: Lexicon) -> Kind | None:
    if unit.terminal or len(unit.words) < 2 or len(unit.words) > 80:
        return None
    return "nav" if lexicon.coverage(unit.words) >= 0.6 else None


def is_code(text: str) -> bool:
    """True where a line is script or style, not language."""
    if not any(mark in text for mark in "{}();="):
        return False
    marks = len(_CODE_MARKS.findall(text[:2000]))
    return marks >= 2 and (marks > 0.08 * min(len(text), 2000)) and _CODE.search(text) is not None


def looks_like_menu(unit: Unit) -> bool:
    """True where a line is three or more short entries with marks between, and no sentence."""
    cells = cells_of(unit.text)
    if len(cells) < 3 or unit.terminal:
        return False
    lengths = [len(cell.split()) for cell in cells]
    short = max(lengths) <= 5 and sum(lengths) <= 2.5 * len(cells)
    return short and sum(cell[0].isdigit() for cell in cells) <= 1


def is_news(unit: Unit) -> bool:
    """True where a line reads as report: whole sentences, nobody addressed and no `I` outside quotations."""
    if not (unit.prose and unit.size >= _NEWS_WORDS):
        return False
    return not _PERSONAL.search(_QUOTED.sub(" ", unit.text)) and not is_chatter(unit)


def is_chatter(unit: Unit) -> bool:
    """True where a line reads as a reader's comment: a user name before it, or what commenters say."""
    if unit.text.startswith("> ") or _HANDLE.match(unit.text) or _LOWER_HANDLE.match(unit.text):
        return True
    return unit.size <= 120 and "chatter" in load_lexicon().anywhere(unit.words)
