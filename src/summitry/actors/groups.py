"""Groups told by a nationality and a noun: "Swiss mediators", "the U.S. military", "China's navy"."""

from __future__ import annotations

from dataclasses import replace

from summitry.actors.folding import slug
from summitry.actors.institutions import institution_at
from summitry.actors.lexicon import Head
from summitry.actors.scene import Name, Scene, nobody, pick_state
from summitry.actors.states import apart, code_of
from summitry.model import Actor, Mention

__all__ = ["OTHERS", "described", "group_at", "head_noun", "people_of_organisation"]

_AGENTS = ("ists", "men", "women", "ians", "eers", "ders", "kers", "ners", "ters", "yers", "tors")
_NO_AGENTS = frozenset(
    """
    leaders borders orders waters matters quarters partners centers letters tenders papers counters boosters reactors
    tractors sectors factors tankers freighters helicopters computers corners headquarters shelters posters banners
    containers miners' lenders founders rotors motors monitors chapters clusters filters registers ministers
    """.split()
)
_HELPED = tuple([w] for w in "backed supported sponsored funded financed armed trained aligned allied".split())
_MODIFIES = frozenset({"amod", "compound", "nmod"})
_ACTING = frozenset({"armed-group", "igo", "military", "other", "party", "government"})
"""Kinds of organisations whose people act for them; the staff of a newspaper does not."""
OTHERS = frozenset(
    """
    allies ally analyst analysts colleague colleagues comrade comrades critics enemies expert experts guest guests
    historian historians host hosts observer observers opponents partner partners rivals scholar scholars supporters
    survivors sympathisers sympathizers victim victims
    """.split()
)
"""Nouns that tell somebody else than whom they are of: "the allies of Peru" are not Peruvian."""
_LINKS = ("'s", "’s", "'", "’")


def group_at(scene: Scene, name: Name) -> tuple[Mention, int] | None:
    """Resolve a nationality with a noun: `Swiss mediators`, `the U.S. military`, `China's navy`.

    Returns:
        The mention, of kind `none` for `French fries`, and the index after it.
    """
    alias = pick_state(scene, name)
    if alias is None or alias.type in ("seat",) or apart(scene, name):
        return None
    page = scene.page
    index = name.end
    possessive = index < len(page) and page.words[index] in _LINKS
    index += possessive
    if (longer := scene.names.get(index)) and longer.end - index > 1 and not possessive:
        kinds = {scene.registry.actors[other.actor_id].kind for other in longer.aliases}
        if not kinds & {"person", "state"}:
            return None  # "the Soviet Red Army" names an army of its own
    begin = index + 2 if (helped := _is_helped(scene, index)) else index
    found = head_noun(scene, begin, name.begin)
    if found is None or (alias.type == "capital" and not _is_of_town(scene, found[0], name, possessive)):
        return None
    head, end = found
    if helped:
        return _backed(scene, head, name.begin, end)
    if head.meaning == "none":
        if possessive:
            return None
        return nobody(scene, name.begin, end, f"{head.noun} is no actor"), end
    joined = scene.names.get(index + 1) if page.words[index] in ("-", "–") else None
    later = pick_state(scene, joined) if joined else None  # "a Greek-Canadian pastor" is a Canadian
    code = code_of(scene, later or alias, joined if later and joined else name)
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


def _is_helped(scene: Scene, index: int) -> bool:
    """True for the `-backed` of "the U.S.-backed rebels", who are of no state told."""
    page = scene.page
    return page.words[index : index + 1] == ["-"] and page.folded[index + 1 : index + 2] in _HELPED


def _backed(scene: Scene, head: Head, begin: int, end: int) -> tuple[Mention, int] | None:
    """Return those whom a state helps under their description, `None` where no people are told."""
    if head.meaning != "self" or head.kind == "military":
        return None
    label = " ".join(scene.page.text[scene.page.starts[begin] : scene.page.ends[end - 1]].split())
    actor = Actor(slug(label), label, head.kind, "")  # type: ignore[arg-type]
    return scene.mention_of(actor, begin, end, score=0.5, reasons=(f"head: {head.noun}",)), end


def _is_of_town(scene: Scene, head: Head, name: Name, possessive: bool) -> bool:
    """True for people and offices of a capital: "Harare policemen", "Sofia's prosecutors"; a state acts for itself."""
    if head.meaning != "self":
        return head.meaning == "state"
    return head.kind != "military" and (possessive or scene.page.deps[name.end - 1] in _MODIFIES)


def people_of_organisation(scene: Scene, name: Name, mention: Mention) -> tuple[tuple[Mention, ...], int]:
    """Return an organisation with the noun of those who act for it: "Hezbollah fighters", "UN inspectors".

    Of a people the noun tells a part: "Kurdish rebels" are not all Kurds.
    """
    page, index = scene.page, name.end
    index += index < len(page) and page.words[index] in _LINKS
    acts = mention.kind in _ACTING and index < len(page) and index not in scene.names
    found = head_noun(scene, index, name.begin) if acts else None
    if found is None or found[0].meaning == "none" or found[0].noun in OTHERS:
        return (mention,), name.end
    head, end = found
    start, stop, surface = scene.span(name.begin, end)
    why = (*mention.reasons, f"head: {head.noun}")
    if mention.kind != "other":
        return (replace(mention, start=start, end=stop, surface=surface, reasons=why),), end
    label = " ".join(page.text[page.starts[name.begin] : stop].split())
    part = replace(mention, name=label, actor_id=slug(label), kind=head.kind, score=min(mention.score, 0.75))  # type: ignore[arg-type]
    return (replace(part, start=start, end=stop, surface=surface, reasons=why),), end


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
    """Return a noun with the nationality of a state: "Austrian police"."""
    return f"{scene.registry.nationality(code)} {rest}"


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
    if page.pos[last] == "ADJ" and page.adjoins(stop) and page.pos[stop] in ("NOUN", "PROPN"):
        return True  # the `human` of `human rights`
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
