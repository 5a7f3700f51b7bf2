"""States named outright, by adjective, by capital or seat of power, or by what they are called."""

from __future__ import annotations

from dataclasses import replace

from summitry.actors.folding import slug
from summitry.actors.institutions import institution_at
from summitry.actors.lexicon import Head
from summitry.actors.metonyms import acts, region_after
from summitry.actors.names import Alias
from summitry.actors.nationality import ONE, ONE_OF_MANY
from summitry.actors.scene import Name, Scene, nobody, pick_state
from summitry.model import Actor, Mention

__all__ = ["described", "group_at", "head_noun", "part_of_name", "resolve_state"]

_AGENTS = ("ists", "men", "women", "ians", "eers", "ders", "kers", "ners", "ters", "yers", "tors")
_NO_AGENTS = frozenset(
    """
    leaders borders orders waters matters quarters partners centers letters tenders papers counters boosters reactors
    tractors sectors factors tankers freighters helicopters computers corners headquarters shelters posters banners
    containers miners' lenders founders rotors motors monitors chapters clusters filters registers ministers
    """.split()
)
_CONTINENTAL = frozenset({"latin", "south", "central", "north", "inter", "pan"})
"""Words before `American` that make it a continent's."""
_MODIFIES = ("compound", "amod", "nmod", "poss")
_WHERE = ("capital", "seat")
_LINKS = ("'s", "’s", "'", "’")


def resolve_state(scene: Scene, name: Name) -> Mention | None:
    """Resolve the name of a state, or of the place it is governed from.

    Returns:
        A mention of kind `state`, `government`, `place` or `none`; `None` where no state is meant.
    """
    alias = pick_state(scene, name)
    if alias and (end := _apart(scene, name)):
        return nobody(scene, name.begin, end, "a continent or an origin, not a state")
    part = part_of_name(scene, name, alias) if alias else "nature"
    if alias is None or part:
        return nobody(scene, name.begin, name.end, f"part of the name of a {part}") if part == "site" else None
    page = scene.page
    if alias.type == "nickname" and alias.text.lower().startswith("the ") and _direction(scene, name):
        return None
    if region := region_after(scene, name.end):
        return _place(scene, name, alias, region)
    code = _code(scene, alias, name)
    if alias.type in _WHERE:
        if not acts(scene, name.begin, name.end):
            return _place(scene, name, alias, code)
        kind = "government" if alias.type == "seat" else "state"
        return scene.state_mention(
            code, name.begin, name.end, kind=kind, score=0.85, reasons=(f"alias: {alias.text} ({alias.type})", "acts")
        )
    if one := _one_national(scene, name, alias):
        return one
    begin = name.begin
    score = 0.6 if alias.type == "adjective" else 0.95
    article = (alias.type != "adjective" and page.pos[name.end - 1] == "PROPN") or alias.type == "nickname"
    mention = scene.state_mention(code, begin, name.end, score=score, reasons=(f"alias: {alias.text} ({alias.type})",))
    return mention if article else _without_article(scene, mention, begin)


def _one_national(scene: Scene, name: Name, alias: Alias) -> Mention | None:
    """Return the person whom a nationality alone tells: "a *Canadian* was arrested", "another *Korean-American*"."""
    page, begin, end = scene.page, name.begin, name.end
    joined = scene.names.get(end + 1) if end + 1 < len(page) and page.words[end] in ("-", "–") else None
    later = pick_state(scene, joined) if joined else None
    last = joined if joined is not None and later is not None else name
    alone = page.tags[last.end - 1] in ("NN", "NNP") and page.deps[last.end - 1] not in _MODIFIES
    if alias.type != "adjective" or not begin or page.folded[begin - 1] not in ONE_OF_MANY or not alone:
        return None
    surface = page.text[page.starts[begin] : page.ends[last.end - 1]]
    label = surface if later else f"{surface} citizen"
    actor = Actor(slug(label), label, "other", scene.public(_code(scene, later or alias, last)))
    reasons = (f"alias: {alias.text} ({alias.type})", ONE)
    return scene.mention_of(actor, begin, last.end, score=0.75, reasons=reasons, article=False)


def _without_article(scene: Scene, mention: Mention, begin: int) -> Mention:
    start = scene.page.starts[begin]
    return replace(mention, start=start, surface=scene.page.text[start : mention.end])


def _code(scene: Scene, alias: Alias, name: Name) -> str:
    """Return the state as it was at the time; a name that ended with its state keeps it."""
    return scene.state_on(alias.actor_id, scene.page.time_for(name.begin)) if _renews(scene, alias) else alias.actor_id


def _renews(scene: Scene, alias: Alias) -> bool:
    """True unless a state that ended is called by its own name."""
    return scene.registry.states[alias.actor_id].life.last is None or alias.type in _WHERE


def _place(scene: Scene, name: Name, alias: Alias, code: str) -> Mention:
    page = scene.page
    surface = page.text[page.starts[name.begin] : page.ends[name.end - 1]]
    label = scene.registry.states[alias.actor_id].name if alias.type not in _WHERE else surface
    actor = Actor(slug(surface), label if alias.type not in _WHERE else surface, "other", scene.public(code))
    return scene.mention_of(
        actor,
        name.begin,
        name.end,
        kind="place",
        score=0.8,
        reasons=(f"alias: {alias.text} ({alias.type})", "place"),
        article=False,
    )


def part_of_name(scene: Scene, name: Name, alias: Alias) -> str:
    """Tell what longer name a state's name is part of: a `site`, something of `nature`, a `person`, or nothing.

    `Lebanon Road`, the `South China Sea`, `Chad Miller`, `New Mexico`.
    """
    page, end = scene.page, name.end
    following = page.folded[end] if end < len(page) and page.adjoins(end) and page.capital(end) else ""
    if end < len(page) and page.folded[end] in ("peninsula", "strait", "war"):
        return "nature"
    for sort in ("site", "nature"):
        if following in scene.lexicon.contexts[sort]:
            return sort
    before = page.words[name.begin - 1] if page.adjoins(name.begin) else ""
    if before in ("Mount", "Fort", "Lake") or (before == "New" and alias.type in ("name", "capital")):
        return "nature"
    if name.end - name.begin > 1 or alias.type not in ("name", "capital") or not following:
        return ""
    if page.folded[name.begin] in scene.lexicon.contexts["givenname"] and _surname_like(scene, end):
        return "person"
    begin, stop = page.entity(name.begin)
    inside = page.entities[name.begin] == "PERSON" and stop > name.end and begin >= name.begin - 1
    return "person" if inside and end not in scene.names and page.pos[end] == "PROPN" else ""


def _surname_like(scene: Scene, index: int) -> bool:
    page = scene.page
    if page.pos[index] != "PROPN" or index in scene.names or page.words[index].isupper():
        return False
    word = page.folded[index]
    known = (
        word in scene.lexicon.contexts["compoundnoun"] or word in scene.lexicon.titles or word in scene.lexicon.heads
    )
    return not known and page.entities[index] not in ("DATE", "GPE", "EVENT", "NORP")


def _direction(scene: Scene, name: Name) -> bool:
    """True where `the north` is a direction or part of a longer name."""
    page = scene.page
    if name.end - name.begin > 1:
        return False
    if not page.capital(name.end - 1):
        return True
    if name.end >= len(page) or not page.adjoins(name.end):
        return False
    return page.folded[name.end] == "of" or (page.pos[name.end] in ("PROPN", "NOUN") and page.capital(name.end))


def _apart(scene: Scene, name: Name) -> int:
    """Return the end of what only looks like a nationality: `Latin American`, `Russian-born`; 0 for the rest."""
    page, end = scene.page, name.end
    if end + 1 < len(page) and page.words[end] in ("-", "–") and page.folded[end + 1] in ("born", "descended"):
        return end + 2
    before = name.begin - 1
    if before > 0 and page.words[before] in ("-", "–"):
        before -= 1
    continental = page.folded[name.begin] in ("american", "americans") and name.end - name.begin == 1
    return end if continental and before >= 0 and page.folded[before] in _CONTINENTAL else 0


# -- groups -----------------------------------------------------------------------------------


def group_at(scene: Scene, name: Name) -> tuple[Mention, int] | None:
    """Resolve a nationality with a noun: `Swiss mediators`, `the U.S. military`, `China's navy`.

    Returns:
        The mention, of kind `none` for `French fries`, and the index after it.
    """
    alias = pick_state(scene, name)
    if alias is None or alias.type in ("seat",) or _apart(scene, name):
        return None
    page = scene.page
    index = name.end
    possessive = index < len(page) and page.words[index] in _LINKS
    index += possessive
    if (longer := scene.names.get(index)) and longer.end - index > 1 and not possessive:
        kinds = {scene.registry.actors[other.actor_id].kind for other in longer.aliases}
        if not kinds & {"person", "state"}:
            return None  # "the Soviet Red Army" names an army of its own
    found = head_noun(scene, index, name.begin)
    if found is None or (alias.type == "capital" and found[0].meaning != "state"):
        return None
    head, end = found
    if head.meaning == "none":
        if possessive:
            return None
        return nobody(scene, name.begin, end, f"{head.noun} is no actor"), end
    joined = scene.names.get(index + 1) if page.words[index] in ("-", "–") else None
    later = pick_state(scene, joined) if joined else None  # "a Greek-Canadian pastor" is a Canadian
    code = _code(scene, later or alias, joined if later and joined else name)
    reasons = (f"alias: {alias.text} ({alias.type})", f"head: {head.noun}")
    if head.noun.startswith("counterpart") and (mention := _counterpart(scene, name.begin, end, code)):
        return mention, end
    if body := institution_at(scene, code, name.begin, end, page.folded[index:end], 0.8, reasons):
        return body, end
    if head.meaning == "state":
        return scene.state_mention(code, name.begin, end, kind=head.kind, score=0.8, reasons=reasons), end
    words = page.text[page.starts[name.begin] : page.ends[end - 1]]
    label = described(scene, code, page.text[page.starts[index] : page.ends[end - 1]]) if possessive else words
    label = " ".join(label.split())
    actor = Actor(slug(label), label, head.kind, scene.public(code))  # type: ignore[arg-type]
    return scene.mention_of(actor, name.begin, end, score=0.75, reasons=reasons), end


def _counterpart(scene: Scene, begin: int, end: int, code: str) -> Mention | None:
    """Resolve `his Chinese counterpart` to who held the office there that the last person named holds here."""
    time = scene.page.time_for(begin)
    last = next(scene.people(begin, reach=3), None)
    tenure = scene.tenure_of(last.mention.actor_id, begin, last.mention.office) if last and time else None
    if tenure is None or time is None or last is None:
        return None
    role = "effective-leader" if tenure.role in ("head-of-state", "head-of-government", "leader") else tenure.role
    if role in ("other", "envoy", "deputy"):
        return None
    held = scene.registry.holding(role, code, time)
    if held is None or held.actor_id == last.mention.actor_id:
        return None
    office = scene.tenure_of(held.actor_id, begin) or held
    reasons = (
        f"antecedent: {last.mention.surface!r}",
        f"tenure: {held.office} {held.span.first}..{held.span.last or ''}",
    )
    actor = scene.registry.actors[held.actor_id]
    return scene.mention_of(
        actor,
        begin,
        end,
        office=office.office,
        state=scene.public(held.body),
        score=0.65,
        reasons=reasons,
        article=False,
    )


def described(scene: Scene, code: str, rest: str) -> str:
    adjective = next(
        (alias.text for alias in scene.registry.aliases(code) if alias.type == "adjective"),
        scene.registry.actors[code].name,
    )
    return f"{adjective} {rest}"


def _people(word: str, tag: str) -> Head | None:
    """Take plural nouns of agents that no list has, such as `cheerleaders`, for groups of people."""
    if tag != "NNS" or not word.endswith(_AGENTS) or word in _NO_AGENTS:
        return None
    return Head(word, "other", "self")


def _tells_kind(scene: Scene, stop: int) -> bool:
    """True for one person's noun that only tells what kind another thing is: the `spy` of `a spy plane`."""
    page, last = scene.page, stop - 1
    if page.capital(last) and page.adjoins(stop) and page.capital(stop) and page.pos[stop] == "PROPN":
        return stop not in scene.names  # the `National` of the `National Water Board`
    head = scene.lexicon.heads.get(page.folded[last])
    one = head is not None and head.kind == "other" and head.meaning == "self" and page.tags[last] == "NN"
    return one and page.deps[last] == "compound" and page.heads[last] >= stop and page.adjoins(stop)


def head_noun(scene: Scene, index: int, begin: int) -> tuple[Head, int] | None:
    """Return the head noun of the phrase that goes on at a word, and the index after it."""
    page = scene.page
    last = min(index + 5, page.sentence_of(begin)[1], len(page))
    end = index
    while end < last and (
        page.pos[end] in ("NOUN", "ADJ", "PROPN") or page.words[end] == "-" or page.tags[end] == "VBN"
    ):
        if end in scene.names and end > index and page.pos[end] == "PROPN":
            break
        end += 1
    for stop in range(end, index, -1):
        if page.pos[stop - 1] not in ("NOUN", "PROPN", "ADJ") or _tells_kind(scene, stop):
            continue
        two = " ".join(page.folded[max(index, stop - 2) : stop])
        word = page.folded[stop - 1]
        head = scene.lexicon.heads.get(two) or scene.lexicon.heads.get(word) or _people(word, page.tags[stop - 1])
        if head:
            return head, stop
    return None
