"""Capitalised names that are no alias of the registry: family names, misspellings, people unheard of, bystanders."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable, Iterator
from itertools import pairwise

from summitry.actors.folding import fold
from summitry.actors.nationality import state_beside
from summitry.actors.people import (
    by_age,
    person_mention,
    resolve_misspelt,
    resolve_short,
    unknown_person,
)
from summitry.actors.phrases import name_after
from summitry.actors.scene import Scene, nobody
from summitry.model import Mention

__all__ = ["Found", "ship_at", "site_follows", "unlisted"]

Found = tuple[tuple[Mention, ...], int]
"""Mentions, and the index of the word after them."""

_OPENERS = frozenset(
    """
    later today yesterday tomorrow earlier meanwhile however then but and instead still now also soon thus once
    afterwards nevertheless nonetheless eventually finally recently perhaps indeed
    """.split()
)
"""Words that open a sentence, and are now and then mistaken for the first part of a name."""

_SHIPS = frozenset("USS USNS HMS HMAS HMCS RFS INS ROKS JS BRP MV SS RMS".split())
"""What the names of ships begin with."""
_VESSELS = frozenset(
    """
    battleship carrier corvette cruiser destroyer ferry freighter frigate minesweeper ship submarine tanker trawler
    vessel warship yacht
    """.split()
)
"""What a ship is called before its name: "the cruiser *General Belgrano*"."""

_MONTHS = frozenset(month_name[1:])

_WITH_MIDDLE = (3, 4)
"""How many words a name with a middle name or initial has, the point of the initial counted."""
_FAMILY_FIRST = frozenset({"CHN", "HKG", "HUN", "KHM", "KOR", "PRK", "TWN", "VNM"})
_AGES = ("younger", "elder", "older")

_BYLINE = frozenset(
    {
        "reporting",
        "editing",
        "writing",
        "photo",
        "photograph",
        "photographs",
        "image",
        "compiled",
        "edited",
        "written",
        "by",
    }
)


def ship_at(scene: Scene, index: int) -> Found | None:
    """Tell that a name behind the noun of a vessel is that of a ship, whomever it is called after."""
    page = scene.page
    if not index or page.folded[index - 1] not in _VESSELS or not page.adjoins(index) or page.pos[index] != "PROPN":
        return None
    end = index + 1
    while end < len(page) and page.adjoins(end) and page.capital(end) and page.pos[end] == "PROPN":
        end += 1
    named = page.deps[end - 1] == "appos" or index <= page.heads[index - 1] < end
    return ((nobody(scene, index, end, "a ship"),), end) if named and page.capital(index) else None


def unlisted(scene: Scene, index: int) -> Found | None:
    """Resolve a capitalised name: a family name, a misspelling, or somebody new."""
    page = scene.page
    if page.folded[index] in _OPENERS:
        return None
    if not page.capital(index) or page.pos[index] not in ("PROPN", "NOUN", "ADJ", "VERB", "X", "AUX", "INTJ", "ADV"):
        return None
    span = _name_span(scene, index)
    if span is None:
        return None
    begin, end = span
    if site_follows(scene, end):
        return (nobody(scene, begin, end, "part of the name of a site"),), end + 1
    if end - begin > 1 and site_follows(scene, end - 1):
        return (nobody(scene, begin, end, "the name of a site"),), end
    if page.words[begin] in _SHIPS and end - begin > 1:
        return (nobody(scene, begin, end, "a ship"),), end
    if end - begin == 1:
        return _single(scene, begin)
    return _several_words(scene, begin, end)


def _name_span(scene: Scene, index: int) -> tuple[int, int] | None:
    page = scene.page
    span = name_after(scene, index, anywhere=True)
    if span is None:
        return None
    begin, end = span
    if page.entities[index] == "PERSON":
        inside = max(begin + 1, min(end, page.entity(index)[1]))
        end = (
            end
            if all(
                page.pos[place] == "PROPN" and page.entities[place] in ("", "PERSON") for place in range(inside, end)
            )
            else inside
        )
        if page.words[end - 1] in ("'s", "’s"):
            end -= 1
    elif end - begin > 1 and page.entities[index] in ("DATE", "TIME", "EVENT", "CARDINAL", "ORDINAL", "MONEY"):
        return None
    return (begin, end) if end > begin else None


def _single(scene: Scene, index: int) -> Found | None:
    page = scene.page
    if index + 1 < len(page) and page.folded[index + 1] in ("family", "dynasty", "clan", "bloodline"):
        return (nobody(scene, index, index + 1, "a family"),), index + 1
    if (
        index
        and page.folded[index - 1] in _AGES
        and (aged := by_age(scene, index, page.folded[index - 1] == "younger"))
    ):
        return (_from(scene, aged, index, index + 1),), index + 1
    within = page.entities[index] in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT")
    if within and not (page.pos[index] == "PROPN" and scene.bearers(page.folded[index])):  # "May 2019 - Maduro"
        return None
    if page.entities[index] != "PERSON" and page.words[index] in _MONTHS:
        return None
    person_like = page.entities[index] == "PERSON" or page.deps[index] in (
        "nsubj",
        "nsubjpass",
        "poss",
        "pobj",
        "dobj",
        "conj",
        "agent",
    )
    short = page.folded[index]
    told = short in scene.ahead or bool(scene.bearers(short))
    if page.pos[index] not in ("PROPN", "NOUN", "X") and not told:
        return None
    if not told and page.adjoins(index) and page.capital(index - 1) and page.pos[index - 1] == "PROPN":
        return None
    if page.pos[index] != "PROPN" and page.entities[index] != "PERSON" and page.tags[index] != "NN":
        return None
    found = resolve_short(scene, index, index + 1) if person_like or told else None
    if found is None and page.entities[index] == "PERSON":
        found = resolve_misspelt(scene, index, index + 1)
    if found is None:
        return None
    return (_from(scene, found, index, index + 1),), index + 1


def _from(scene: Scene, found: Mention | tuple[str, float, tuple[str, ...]], begin: int, end: int) -> Mention:
    page = scene.page
    if isinstance(found, Mention):
        start, stop = page.starts[begin], page.ends[end - 1]
        return Mention(
            start,
            stop,
            page.text[start:stop],
            found.name,
            found.state,
            found.office,
            found.kind,
            found.actor_id,
            min(found.score, 0.7),
            (f"antecedent: {found.surface!r}",),
        )
    person, score, reasons = found
    return person_mention(scene, person, begin, end, score=score, reasons=reasons)


def _several_words(scene: Scene, begin: int, end: int) -> Found | None:
    page = scene.page
    if (initials := _after_initials(scene, begin, end)) is not None:
        return (_from(scene, initials, begin, end),), end
    short = fold(" ".join(page.words[begin:end]))
    if short in scene.registry.shorts or bool(scene.bearers(short)):
        found = resolve_short(scene, begin, end)
        if found is not None:
            return (_from(scene, found, begin, end),), end
    found = _without_middle(scene, begin, end) or resolve_misspelt(scene, begin, end)
    if found:
        return (_from(scene, found, begin, end),), end
    told = begin > 0 and page.adjoins(begin) and _human(scene, page.folded[begin - 1])
    if (page.entities[begin] != "PERSON" and not told) or begin in scene.names:
        return None
    if any(char.isdigit() for char in page.text[page.starts[begin] : page.ends[end - 1]]):
        return None
    name = page.text[page.starts[begin] : page.ends[end - 1]]
    if _bystander(scene, begin, end) and not _is_national(scene, begin):
        return (nobody(scene, begin, end, "no office and no state told", name),), end
    state = state_beside(scene, begin, end)
    if not state and not scene.codes:
        return (nobody(scene, begin, end, "no office and no state told", name),), end
    return (unknown_person(scene, begin, end, (begin, end), state=state, score=0.5 if state else 0.35),), end


def _without_middle(scene: Scene, begin: int, end: int) -> tuple[str, float, tuple[str, ...]] | None:
    """Resolve `Nelson Rolihlahla Mandela` by the first name and the last; where the family name leads, none is left."""
    if end - begin not in _WITH_MIDDLE:
        return None
    registry, words = scene.registry, scene.page.words
    for alias in registry.names.find(f"{words[begin]} {words[end - 1]}"):
        actor = registry.actors[alias.actor_id]
        if actor.kind == "person" and actor.state not in _FAMILY_FIRST:
            return actor.id, 0.85, (f"alias: {alias.text}, without the middle name",)
    return None


def _human(scene: Scene, word: str) -> bool:
    """True for a noun that says what somebody is, as in `the cleric Nimr al-Nimr`."""
    lexicon = scene.lexicon
    head = lexicon.heads.get(word)
    person = head is not None and head.kind == "other" and not word.endswith("s")
    return person or word in lexicon.contexts["bystander"] or word in lexicon.contexts["private"]


def _after_initials(scene: Scene, begin: int, end: int) -> tuple[str, float, tuple[str, ...]] | None:
    """Resolve `V. V. Putin` where the initial is that of the given name."""
    page = scene.page
    if any(len(page.folded[place]) > 1 for place in range(begin, end - 1)):
        return None
    found = resolve_short(scene, end - 1, end)
    if not isinstance(found, tuple):
        return None
    initials = {word[:1] for word in fold(scene.registry.actors[found[0]].name).split()}
    return found if page.folded[begin][:1] in initials else None


def _is_national(scene: Scene, begin: int) -> bool:
    """True for a name right behind somebody of a nationality: "a Greek-American professor, *Ann Papas*"."""
    last = scene.seen[-1].mention if scene.seen else None
    if last is None or last.kind != "other" or not last.state:
        return False
    return scene.page.text[last.end : scene.page.starts[begin]].strip() in ("", ",")


def _bystander(scene: Scene, begin: int, end: int) -> bool:
    """True where the words around a name make it a local or private person."""
    page, words = scene.page, scene.lexicon.contexts["bystander"]
    if len(scene.codes) < 2:
        words = words | scene.lexicon.contexts["private"]
    first, last = page.sentence_of(begin)
    if begin and page.words[begin - 1] == "By":
        return True
    if page.words[begin - 1] in ("&", "and") and scene.seen:
        latest = scene.seen[-1].mention
        if latest.kind == "none" and page.starts[begin] - latest.end < 6:
            return True
    if page.folded[begin - 1] in ("by", "and") and not _BYLINE.isdisjoint(page.folded[first : first + 3]):
        return True
    before = [page.folded[i] for i in _until_verb(scene, range(begin - 1, max(first, begin - 9) - 1, -1))]
    after: list[str] = []
    if end < last and page.words[end] in (",", "(", "-", "–", "—"):
        after = [page.folded[i] for i in _until_verb(scene, range(end + 1, min(last, end + 9)))]
    pairs = {f"{a} {b}" for a, b in pairwise(after)} | {f"{b} {a}" for a, b in pairwise(before)}
    return bool(words & ({*before, *after} | pairs))


def _until_verb(scene: Scene, indices: Iterable[int]) -> Iterator[int]:
    for index in indices:
        if scene.page.pos[index] in ("VERB", "AUX") and scene.page.tags[index] not in ("VBN", "VBG"):
            return
        yield index


def site_follows(scene: Scene, end: int) -> bool:
    """True for `Bush Road` and `Kennedy Airport`."""
    page = scene.page
    if end >= len(page) or not page.adjoins(end):
        return False
    position = end
    while position < min(end + 3, len(page)) and page.capital(position):
        if page.folded[position] in scene.lexicon.contexts["site"] | scene.lexicon.contexts["nature"]:
            return True
        position += 1
    return False
