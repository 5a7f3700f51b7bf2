"""Title phrases in a text: `the Chinese president`, `then-premier Wen Jiabao`, `the king of Jordan`."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.actors.lexicon import Title
from summitry.actors.scene import Name, Scene

__all__ = ["LONGEST_NAME", "Phrase", "body_at", "is_local", "name_after", "parse_phrase"]

_PAST = frozenset({"former", "ex", "then", "late", "onetime", "ousted", "deposed", "retired", "outgoing", "erstwhile"})
_MODIFIERS = _PAST | frozenset(
    """
    acting interim current new newly elected incoming incumbent sitting visiting veteran longtime deputy
    first reclusive reformist hardline hard line young younger old elder aging ageing ailing top chief
    senior de facto communist socialist conservative liberal democratic republican military civilian
    caretaker transitional
    """.split()
)
_STATE_TYPES = frozenset(
    {
        "name",
        "long-name",
        "former-name",
        "acronym",
        "native",
        "adjective",
        "demonym",
        "nickname",
        "generic",
        "short",
        "capital",
        "seat",
    }
)
_DEPUTIES = frozenset({"deputy", "vice", "assistant", "associate", "undersecretary"})
LONGEST_NAME = 9
"""Most words of one name, or of modifiers in a row."""

_LINKS = frozenset({"'s", "’s", "'", "’", "-", "–"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title phrase: half-open range of words without its article, and its parts.

    Args:
        begin: first word.
        end: after the last word.
        title: the title.
        head: index of the title's last word.
        bodies: ids of the state or organisation it is of, the likeliest first; empty where untold.
        modifiers: words such as `former` or `acting`.
        name: range of the name that follows, `None` where there is none.
        local: whether it is of a club, company or the like.
        target: ids of the state or organisation that an envoy is sent to.
    """

    begin: int
    end: int
    title: Title
    head: int
    bodies: tuple[str, ...]
    modifiers: frozenset[str]
    name: tuple[int, int] | None
    local: bool
    target: tuple[str, ...] = ()

    @property
    def former(self) -> bool:
        """True where the text says that the office is past."""
        return bool(self.modifiers & (_PAST - {"then", "outgoing", "late"}))

    @property
    def past(self) -> bool:
        """True where the office may be past, as for `then` and `late`."""
        return bool(self.modifiers & _PAST)


def parse_phrase(scene: Scene, begin: int) -> Phrase | None:
    """Read the title phrase that begins at a word, if one does."""
    page = scene.page
    if begin > 1 and page.words[begin - 1] == "-" and page.folded[begin - 2] in ("pro", "anti", "non"):
        return None
    modifiers: set[str] = set()
    index = _skip_modifiers(scene, begin, modifiers)
    bodies, after = body_at(scene, index)
    if bodies:
        if not page.adjoins(after):
            return None  # a headline's last word above a dateline
        index = after
        while index < len(page) and page.words[index] in _LINKS:
            index += 1
        index = _skip_modifiers(scene, index, modifiers)
    title, after = _title_at(scene, index)
    if title is None:
        return None
    head = after - 1
    target: tuple[str, ...] = ()
    if after < len(page) and page.folded[after] in ("of", "to"):
        of_bodies, of_end = _body_after_of(scene, after)
        if of_bodies and page.folded[after] == "of" and not bodies:
            bodies, after = of_bodies, of_end
        elif of_bodies and page.folded[after] == "to" and title.role == "envoy":
            target, after = of_bodies, of_end
    local = is_local(scene, begin, after)
    name = name_after(scene, after)
    return Phrase(begin, name[1] if name else after, title, head, bodies, frozenset(modifiers), name, local, target)


def _skip_modifiers(scene: Scene, index: int, modifiers: set[str]) -> int:
    words = scene.page.folded
    for _ in range(LONGEST_NAME):
        if index >= len(words) - 1:
            break
        word = words[index]
        if word in _MODIFIERS and scene.lexicon.title_at(words, index) is None:
            modifiers.add(word)
        elif not (modifiers and scene.page.words[index] in _LINKS):
            break
        index += 1
    return index


def body_at(scene: Scene, index: int) -> tuple[tuple[str, ...], int]:
    """Return the states or organisations named at a word, and the word after."""
    name: Name | None = scene.names.get(index)
    if name is None:
        return (), index
    found = [
        alias.actor_id
        for alias in name.aliases
        if scene.registry.actors[alias.actor_id].kind != "person" and alias.type in _STATE_TYPES
    ]
    return tuple(dict.fromkeys(found)), name.end if found else index


def _title_at(scene: Scene, index: int) -> tuple[Title | None, int]:
    page = scene.page
    first = page.folded[index].partition(" ")[0] if index < len(page) else ""
    if first not in scene.lexicon.titles and first not in _DEPUTIES:
        return None, index
    window, places = [], []
    for place in range(index, min(index + 8, len(page))):
        if page.folded[place]:
            window.extend(page.folded[place].split())
            places.extend([place] * len(page.folded[place].split()))
        elif page.words[place] not in ("-", "–", "."):
            break
    title = scene.lexicon.title_at(window, 0)
    if title is None and len(window) > 1 and window[0] in _DEPUTIES and (below := scene.lexicon.title_at(window, 1)):
        office = f"{window[0].capitalize()} {below.office or ' '.join(below.words)}"
        title = Title((window[0], *below.words), office, "other")
    if title is None:
        return None, index
    after = places[len(title.words) - 1] + 1
    if after < len(page) and page.words[after] == "." and page.words[after - 1].lower() in ("mr", "dr", "gen", "sen"):
        after += 1
    return title, after


def _body_after_of(scene: Scene, index: int) -> tuple[tuple[str, ...], int]:
    place = index + 1
    if place < len(scene.page) and scene.page.folded[place] == "the":
        place += 1
    return body_at(scene, place)


def is_local(scene: Scene, begin: int, after: int) -> bool:
    """Tell whether a title is of a club, town or company: the nearby words say so."""
    page, bodies = scene.page, scene.lexicon.contexts["localbody"]
    if after < len(page) and page.folded[after] in ("of", "at", "for"):
        last = min(after + 8, page.sentence_of(after)[1])
        for place in range(after + 1, last):
            if page.pos[place] not in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART"):
                break
            if page.folded[place] in bodies:
                return True
    place = begin - 1
    if place > 0 and page.words[place] in ("'s", "’s"):
        return page.folded[place - 1] in bodies
    return place >= 0 and page.folded[place] in bodies


def name_after(scene: Scene, index: int, anywhere: bool = False) -> tuple[int, int] | None:
    """Return the range of the personal name that begins at a word, if one does.

    Args:
        scene: the document.
        index: the word.
        anywhere: whether it may begin a block.
    """
    page = scene.page
    if not (anywhere or page.adjoins(index)) or not (page.capital(index) or _particle(scene, index)):
        return None
    titled = _title_at(scene, index)
    if titled[0] is not None and page.adjoins(titled[1]) and page.capital(titled[1]):
        index = titled[1]
    known = scene.names.get(index)
    person = known and any(scene.registry.actors[alias.actor_id].kind == "person" for alias in known.aliases)
    if known and person and not anywhere:
        return index, _stretch(scene, known.end, known.end)
    if known and page.entities[index] != "PERSON":
        return None
    end = index
    last = min(len(page), index + LONGEST_NAME)
    while end < last and (end == index or page.adjoins(end)) and _name_word(scene, end, index):
        end += 1
    while end > index and not page.folded[end - 1]:
        end -= 1
    if any(page.folded[place] in scene.lexicon.contexts["nameless"] for place in range(index, end)):
        return None
    return (index, end) if end > index else None


def _stretch(scene: Scene, end: int, least: int) -> int:
    page = scene.page
    if end < len(page) and page.words[end].lower() in ("jr.", "sr.", "jr", "sr"):
        return end + 1
    return least


_SMALL = frozenset(
    """
    al el bin ben ibn abu de del della da dos la van von der
    """.split()
)


def _particle(scene: Scene, index: int) -> bool:
    """True for the `al` of `al-Bakr` and the `de` of `de Gaulle`."""
    page = scene.page
    if index + 1 >= len(page) or page.folded[index] not in _SMALL:
        return False
    return page.capital(index + 1) or (page.words[index + 1] == "-" and page.capital(index + 2))


def _name_word(scene: Scene, index: int, first: int) -> bool:
    page = scene.page
    word = page.words[index]
    if index > first and scene.page.sentence[index] != scene.page.sentence[first]:
        return False
    if word in ("-", "–") and index > first:
        return index + 1 < len(page) and page.starts[index] == page.ends[index - 1] == page.ends[index] - len(word)
    if page.folded[index] in _SMALL and index + 1 < len(page):
        return index == first or page.capital(index + 1) or page.words[index + 1] == "-"
    if index > first and page.words[index - 1] in ("-", "–"):
        return word[:1].isalpha()
    if not page.capital(index) or page.tags[index] in ("PRP", "PRP$", "DT", "IN", "WP", "MD", "CC", "TO", "WRB", "WDT"):
        return False
    return index == first or page.pos[index] in ("PROPN", "X") or page.entities[index] == "PERSON"
