"""All mentions of one document, found and resolved from left to right."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from summitry.actors.folding import fold, slug
from summitry.actors.page import Page
from summitry.actors.pairs import counted_at, hyphenated_at
from summitry.actors.people import (
    best_person,
    by_age,
    person_mention,
    resolve_misspelt,
    resolve_short,
    state_beside,
    unknown_person,
)
from summitry.actors.phrases import name_after, parse_phrase
from summitry.actors.pronouns import definite_at, pronoun_at
from summitry.actors.registry import Registry
from summitry.actors.scene import Name, Scene, nobody, pick_state
from summitry.actors.states import group_at, head_noun, part_of_name, resolve_state
from summitry.actors.titled import resolve_phrase
from summitry.model import ActorKind, Interval, Mention, Tenure, TimeExpression

__all__ = ["resolve_mentions"]

_REGIONS = frozenset({"western", "european", "arab", "african", "asian", "allied", "gulf", "baltic", "nordic"})
_OPENERS = frozenset(
    """
    later today yesterday tomorrow earlier meanwhile however then but and instead still now also soon thus once
    afterwards nevertheless nonetheless eventually finally recently perhaps indeed
    """.split()
)
"""Words that open a sentence, and are now and then mistaken for the first part of a name."""

_MONTHS = frozenset(month_name[1:])
_GOVERNMENTS = frozenset({"administration", "government", "regime", "cabinet", "junta"})
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

Found = tuple[tuple[Mention, ...], int]


def resolve_mentions(
    doc: Doc,
    published: Interval | None,
    registry: Registry,
    times: Sequence[TimeExpression] | None = None,
) -> tuple[Mention, ...]:
    """Find and resolve everyone a document names.

    Args:
        doc: the text, parsed by `summitry.language`.
        published: when it appeared; offices are those of the times told in the text, else of then.
        registry: who is known.
        times: the time expressions of the text; without them plain months and years are read.

    Returns:
        Mentions in the order of the text. Those of kind `place` say where, those of kind `none`
        are people and things that are no diplomatic actors.
    """
    page = Page(doc, published, times)
    if not len(page):
        return ()
    scene = Scene.open(page, registry)
    mentions: list[Mention] = []
    index = 0
    while index < len(page):
        found = _at(scene, index)
        if found is None:
            index += 1
            continue
        resolved, after = found
        head = _head(page, index, after)
        for mention in resolved:
            scene.remember(mention, head)
        mentions.extend(resolved)
        index = max(after, index + 1)
    return tuple(mentions)


def _head(page: Page, begin: int, end: int) -> int:
    """Return the word of a range on which the others depend."""
    for index in range(begin, end):
        if not begin <= page.heads[index] < end or page.heads[index] == index:
            return index
    return end - 1


def _at(scene: Scene, index: int) -> Found | None:
    """Resolve what begins at a word; the index after it comes along."""
    if not scene.page.folded[index]:
        return None
    for step in (_joined, _titled, _named, _regional, _unlisted, _pronoun):
        found = _administration(scene, step(scene, index))
        if found is not None:
            return found
    return None


def _joined(scene: Scene, index: int) -> Found | None:
    name = scene.names.get(index)
    after = name.end if name else index + 1
    if after < len(scene.page) and scene.page.words[after] in ("-", "–", "—", "/") and scene.page.capital(index):
        found = hyphenated_at(scene, index)
        if found:
            return found
    return counted_at(scene, index)


def _titled(scene: Scene, index: int) -> Found | None:
    name = scene.names.get(index)
    if name and all(scene.registry.actors[alias.actor_id].kind == "person" for alias in name.aliases):
        return None
    phrase = parse_phrase(scene, index)
    if phrase is None:
        return None
    if (
        not phrase.bodies
        and scene.page.capital(phrase.head)
        and _names_site(scene, phrase.title.words[-1], phrase.head + 1)
    ):
        return (nobody(scene, index, phrase.head + 1, "part of the name of a site"),), phrase.head + 1
    mention = resolve_phrase(scene, phrase)
    return ((mention,), phrase.end) if mention else None


def _names_site(scene: Scene, title: str, index: int) -> bool:
    """True for `King Street`, false for `President Park`."""
    page = scene.page
    if index >= len(page) or not _site_follows(scene, index):
        return False
    return title in ("king", "queen", "prince") or page.folded[index] not in scene.registry.shorts


def _named(scene: Scene, index: int) -> Found | None:
    name = scene.names.get(index)
    if name is None:
        return None
    kinds = {scene.registry.actors[alias.actor_id].kind for alias in name.aliases}
    if "person" in kinds and (len(kinds) == 1 or scene.page.entities[index] == "PERSON"):
        return _known_person(scene, name)
    seat = any(alias.type == "seat" for alias in name.aliases)
    if kinds - {"person", "state"} and not seat and ("state" not in kinds or name.end - name.begin > 1):
        return (_organisation(scene, name),), name.end
    group = group_at(scene, name)
    if group:
        return (group[0],), group[1]
    mention = resolve_state(scene, name)
    if mention:
        return (mention,), name.end
    return _unlisted(scene, index) or _name_part(scene, name)


def _name_part(scene: Scene, name: Name) -> Found:
    """Tell that a state's name is only the first word of somebody's name."""
    alias = pick_state(scene, name)
    if alias and part_of_name(scene, name, alias) == "person":
        return (nobody(scene, name.begin, name.end + 1, "part of a person's name"),), name.end + 1
    return (), name.end


def _regional(scene: Scene, index: int) -> Found | None:
    """Keep `Western diplomats` and `Arab officials`, who belong to no one state, under their description."""
    if scene.page.folded[index] not in _REGIONS or not scene.page.capital(index):
        return None
    found = head_noun(scene, index + 1, index)
    if found is None or found[0].meaning == "none":
        return None
    head, end = found
    start, stop, surface = scene.span(index, end)
    label = " ".join(scene.page.text[scene.page.starts[index] : stop].split())
    kind: ActorKind = "military" if head.kind == "military" else "other"
    return (Mention(start, stop, surface, label, "", "", kind, slug(label), 0.6, (f"head: {head.noun}",)),), end


def _administration(scene: Scene, found: Found | None) -> Found | None:
    """Take `the Obama administration` for the state that its head governs."""
    if found is None or len(found[0]) != 1:
        return found
    mention, after = found[0][0], found[1]
    page, registry = scene.page, scene.registry
    if mention.kind != "person" or after >= len(page) or page.folded[after] not in _GOVERNMENTS:
        return found
    code = next((tenure.body for tenure in reversed(registry.tenures(mention.actor_id)) if _governs(tenure)), "")
    if code not in registry.states:
        return found
    begin = page.word_at(mention.start)
    kind = "state" if page.folded[after] == "administration" else "government"
    reasons = (*mention.reasons, f"{page.folded[after]} of {mention.name}")
    return (scene.state_mention(code, begin, after + 1, kind=kind, score=0.8, reasons=reasons),), after + 1


def _governs(tenure: Tenure) -> bool:
    return tenure.role in ("head-of-state", "head-of-government", "leader")


def _known_person(scene: Scene, name: Name) -> Found | None:
    if _site_follows(scene, name.end):
        return (nobody(scene, name.begin, name.end, "part of the name of a site"),), name.end
    people = [a.actor_id for a in name.aliases if scene.registry.actors[a.actor_id].kind == "person"]
    if longer := _more_of_name(scene, name):
        return longer
    person, weight, lead = best_person(scene, people, name.begin)
    if name.end - name.begin == 1 and weight < 1 and all(alias.type == "name" for alias in name.aliases):
        return None
    score = 0.97 if len(people) == 1 else 0.85 if lead > 0.5 else 0.6
    reasons = (f"alias: {name.aliases[0].text}",)
    return (person_mention(scene, person, name.begin, name.end, score=score, reasons=reasons),), name.end


def _more_of_name(scene: Scene, name: Name) -> Found | None:
    """Leave `Bibi Andersson`, and `Kim Il Sunng` for `Kim Il`, to the steps for unlisted names."""
    page, end = scene.page, name.end
    if not page.adjoins(end) or not page.capital(end) or end in scene.names:
        return None
    if page.pos[end] != "PROPN" and page.iob[end] != "I":
        return None
    found = _unlisted(scene, name.begin)
    known = found is not None and any(m.actor_id in scene.registry.actors for m in found[0])
    return found if name.end - name.begin == 1 or known else None


def _site_follows(scene: Scene, end: int) -> bool:
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


def _organisation(scene: Scene, name: Name) -> Mention:
    aliases = [a for a in name.aliases if scene.registry.actors[a.actor_id].kind not in ("person", "state")]

    def weight(actor_id: str) -> tuple[bool, int, bool]:
        actor, life = scene.registry.actors[actor_id], scene.registry.life(actor_id)
        time = scene.page.time_for(name.begin)
        living = time is None or life is None or life.overlaps(time)
        return living, scene.codes.get(actor.state, 0), not actor.state

    alias = max(aliases, key=lambda alias: weight(alias.actor_id))
    actor = scene.registry.actors[alias.actor_id]
    return scene.mention_of(
        actor, name.begin, name.end, score=0.95 if len(aliases) == 1 else 0.75, reasons=(f"alias: {alias.text}",)
    )


# -- names that are no alias ------------------------------------------------------------------


def _unlisted(scene: Scene, index: int) -> Found | None:
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
    if _site_follows(scene, end):
        return (nobody(scene, begin, end, "part of the name of a site"),), end + 1
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
    if page.entities[index] in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT"):
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
    misspelt = resolve_misspelt(scene, begin, end)
    if misspelt:
        return (_from(scene, misspelt, begin, end),), end
    told = begin > 0 and page.adjoins(begin) and _human(scene, page.folded[begin - 1])
    if (page.entities[begin] != "PERSON" and not told) or begin in scene.names:
        return None
    if any(char.isdigit() for char in page.text[page.starts[begin] : page.ends[end - 1]]):
        return None
    name = page.text[page.starts[begin] : page.ends[end - 1]]
    if _bystander(scene, begin, end):
        return (nobody(scene, begin, end, "no office and no state told", name),), end
    state = state_beside(scene, begin, end)
    if not state and not scene.codes:
        return (nobody(scene, begin, end, "no office and no state told", name),), end
    return (unknown_person(scene, begin, end, (begin, end), state=state, score=0.5 if state else 0.35),), end


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


def _pronoun(scene: Scene, index: int) -> Found | None:
    mentions = pronoun_at(scene, index)
    if mentions:
        return mentions, index + 1
    definite = definite_at(scene, index)
    return ((definite,), index + 1) if definite else None
