"""Pronouns resolved by what was named before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from summitry.actors.binding import barred, subject_of
from summitry.actors.scene import Scene, Seen
from summitry.model import Mention

__all__ = ["again", "pronoun_at"]

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_DISPOSED = frozenset(
    """able afraid angry committed concerned confident determined disappointed eager glad grateful happy keen open
    pleased prepared proud ready reluctant sorry unable unwilling willing""".split()
)
"""Adjectives that tell of somebody's mind."""
_SINCE = frozenset({"after", "since", "because", "when", "once"})
"""Words between an act and what it answers."""
_BODIES = frozenset({"government", "state"})
_MANY = frozenset({"armed-group"})
"""Kinds of actors of which a text says "they"."""
_REACH = 3


def pronoun_at(scene: Scene, index: int) -> tuple[Mention, ...]:
    """Resolve a pronoun to the actors it likeliest stands for, `()` where nobody fits."""
    word = scene.page.folded[index]
    if word in _HE or word in _SHE:
        seen = _person(scene, index, female=word in _SHE)
        return (again(scene, index, seen),) if seen else ()
    if word in _THEY:
        return tuple(again(scene, index, seen) for seen in _several(scene, index))
    if word in _IT:
        seen = None if _expletive(scene, index) else _body(scene, index)
        return (again(scene, index, seen),) if seen else ()
    return ()


def again(scene: Scene, index: int, seen: Seen) -> Mention:
    """Return a mention of somebody seen before on another word."""
    page = scene.page
    return replace(
        seen.mention,
        start=page.starts[index],
        end=page.ends[index],
        surface=page.words[index],
        score=0.55,
        reasons=(f"antecedent: {seen.mention.surface!r}",),
    )


def _person(scene: Scene, index: int, female: bool) -> Seen | None:
    """Prefer the latest subject of this or the sentence before; else whoever was named last."""
    others = barred(scene, index)
    called = {seen.mention.actor_id: seen.female for seen in scene.recent() if seen.female is not None}

    def fits(seen: Seen) -> bool:
        actor_id = seen.mention.actor_id
        return called.get(actor_id) in (None, female) and actor_id not in others

    above = _subject_above(scene, index, lambda seen: seen.mention.kind == "person" and fits(seen))
    if above:
        return above
    near = []
    for seen in scene.recent():
        if scene.page.sentence[index] - scene.page.sentence[seen.index] > _REACH:
            break
        if seen.mention.kind in ("person", "none") and seen.mention.name and fits(seen):
            near.append(seen)
    here = scene.page.sentence[index]
    near = _alone(near) or near
    if possessor := _possessor(scene, index, near):
        return possessor
    subjects = [seen for seen in near if seen.subject and here - scene.page.sentence[seen.index] <= 1]
    if told_before := _in_clause_before(scene, index, near):
        return told_before
    topics = [seen for seen in near if seen.subject] if scene.page.deps[index] == "nsubj" else []
    best = next(iter(subjects or topics or near), None)
    return best if best and best.mention.kind == "person" else None


def _in_clause_before(scene: Scene, index: int, near: list[Seen]) -> Seen | None:
    """Return whom the clause before names: "after Lima refused *Castillo's* demand, he left"."""
    page = scene.page
    if page.deps[index] != "nsubj" or any(
        seen.subject and page.sentence[seen.index] == page.sentence[index] for seen in near
    ):
        return None
    for seen in near:
        if page.sentence[seen.index] != page.sentence[index]:
            return None
        verb = seen.index
        while page.heads[verb] != verb and page.deps[verb] != "advcl":
            verb = page.heads[verb]
        if page.deps[verb] == "advcl" and page.heads[verb] == page.heads[index] and seen.mention.kind == "person":
            return seen
    return None


def _possessor(scene: Scene, index: int, near: list[Seen]) -> Seen | None:
    """Return whose something a sentence names before "his" something: "unlike *Kim's* summits, his talks"."""
    page = scene.page
    if page.deps[index] != "poss":
        return None
    same = [seen for seen in near if page.sentence[seen.index] == page.sentence[index] and not seen.subject]
    owners = [seen for seen in same if page.deps[seen.index] == "poss" and seen.mention.kind == "person"]
    subjects = any(seen.subject and page.sentence[seen.index] == page.sentence[index] for seen in near)
    return owners[0] if owners and not subjects else None


def _alone(people: list[Seen]) -> list[Seen]:
    """Leave out those named only as two at once ("the two leaders"), for whom "he" does not stand."""
    spans = Counter((seen.mention.start, seen.mention.end) for seen in people)
    return [seen for seen in people if spans[seen.mention.start, seen.mention.end] == 1]


def _several(scene: Scene, index: int) -> list[Seen]:
    """The actors joined in one phrase as the latest plural subject."""
    page, here = scene.page, scene.page.sentence[index]
    recent = list(scene.recent())[::-1]
    for sentence in (here, here - 1):
        inside = [seen for seen in recent if page.sentence[seen.index] == sentence]
        spans = {(seen.mention.start, seen.mention.end) for seen in inside}
        for span in spans:
            shared = [seen for seen in inside if (seen.mention.start, seen.mention.end) == span]
            if len({seen.mention.actor_id for seen in shared}) > 1:
                return shared
        joined = [seen for seen in inside if seen.subject or page.deps[seen.index] == "conj"]
        for kinds in (("person",), ("state", "government"), ("igo",), ("armed-group",)):
            alike = {seen.mention.actor_id: seen for seen in joined if seen.mention.kind in kinds}
            if len(alike) == 2:
                return list(alike.values())
        if row := _side_by_side(scene, inside):
            return row
        if crowd := _crowd(scene, inside, barred(scene, index)):
            return [crowd]
    return []


def _crowd(scene: Scene, inside: list[Seen], others: frozenset[str]) -> Seen | None:
    """Return the last subject that is told as many: "*The members of the council* met. They asked"."""
    for seen in reversed(inside):
        if seen.subject and _is_body(seen) and seen.mention.actor_id not in others:
            told = {scene.page.tags[word] for word in (seen.index, scene.page.word_at(seen.mention.end - 1))}
            return seen if "NNS" in told or seen.mention.kind in _MANY else None
    return None


def _side_by_side(scene: Scene, inside: list[Seen]) -> list[Seen]:
    """Return the last people or states of a list that ends with "and", however they were parsed: "A, B and C"."""
    row: list[Seen] = []
    links: tuple[str, ...] = ("and", "&", ", and")
    for one, other in pairwise(sorted(inside, key=lambda seen: seen.mention.start, reverse=True)):
        between = scene.page.text[other.mention.end : one.mention.start].strip()
        kinds = {one.mention.kind, other.mention.kind}
        alike = (kinds == {"person"} or kinds <= _BODIES) and one.mention.actor_id != other.mention.actor_id
        if alike and between in links:
            row = row or [one]
            row.append(other)
            links = (",", ", the", ",the")
        elif row:
            break
    return row[::-1] if len(row) > 2 or not row or row[0].mention.kind == "person" else []


def _expletive(scene: Scene, index: int) -> bool:
    """True for `it is likely that` and `it was expected`, where nothing is stood for."""
    page = scene.page
    verb, dep = page.lemmas[page.heads[index]], page.deps[index]
    if dep == "nsubjpass":
        return verb in ("say", "express", "expect", "believe", "report", "hope", "think", "know", "decide", "announce")
    if dep == "nsubj" and verb in ("be", "remain") and _is_disposed(scene, page.heads[index]):
        return False
    return dep in ("nsubj", "expl") and verb in ("be", "seem", "appear", "take", "become", "remain")


def _is_disposed(scene: Scene, verb: int) -> bool:
    """True where a predicate tells of somebody's mind: "it was *ready* to talk" is said of somebody."""
    page = scene.page
    after = range(verb + 1, min(verb + 5, len(page)))
    return any(page.heads[word] == verb and page.lemmas[word] in _DISPOSED for word in after)


def _is_body(seen: Seen) -> bool:
    return seen.mention.kind not in ("person", "none", "place")


def _subject_above(scene: Scene, index: int, fits: Callable[[Seen], bool]) -> Seen | None:
    """Return the subject of a clause above the pronoun's, or whose it is: `China said it would`, `its note says it`."""
    page = scene.page
    verb = page.heads[index]
    for _ in range(4):
        above = page.heads[verb]
        if above == verb:
            return None
        subject = subject_of(page, above)
        for seen in scene.recent():
            if page.sentence[seen.index] != page.sentence[index]:
                break
            if seen.subject and page.heads[seen.index] == above and fits(seen):
                return seen
            owns = page.deps[seen.index] == "poss" and page.heads[seen.index] == subject
            if owns and _is_body(seen) and fits(seen):
                return seen
        verb = above
    return None


def _body(scene: Scene, index: int) -> Seen | None:
    """Prefer, for `its`, the state or body named last in the sentence; for `it`, the last subject."""
    page, here = scene.page, scene.page.sentence[index]
    if page.deps[index] == "poss":
        for seen in scene.recent():
            if page.sentence[seen.index] != here:
                break
            if _is_body(seen) and page.deps[seen.index] not in ("poss", "amod", "compound"):
                return seen
    if page.deps[index] in ("dobj", "iobj") and (beside := _beside(scene, index)):
        return beside
    if provoker := _provoker(scene, index):
        return provoker
    others = barred(scene, index)
    if governed := _subject_above(scene, index, lambda seen: _is_body(seen) and seen.mention.actor_id not in others):
        return governed
    for seen in scene.recent():
        if here - page.sentence[seen.index] > 1:
            return None
        if seen.subject and _is_body(seen) and seen.mention.actor_id not in others:
            return seen
    return None


def _beside(scene: Scene, index: int) -> Seen | None:
    """Return the body named last in the sentence before an object: "froze *the bank's* funds and fined it"."""
    page = scene.page
    others = barred(scene, index)
    for seen in scene.recent():
        told = not page.text[seen.mention.end : page.starts[page.heads[index]]].strip()  # its subject, however parsed
        if page.sentence[seen.index] != page.sentence[index] or seen.mention.actor_id in others or told:
            return None
        if _is_body(seen) and not seen.subject and page.deps[seen.index] not in ("poss", "amod", "compound"):
            return seen
    return None


def _provoker(scene: Scene, index: int) -> Seen | None:
    """Return whom an act answers: the Iran of `sanctions on Iran since it tested a missile`."""
    page = scene.page
    if index < 2 or page.deps[index] != "nsubj" or page.folded[index - 1] not in _SINCE:
        return None
    last = next(iter(scene.recent()), None)
    if last is None or last.subject or not _is_body(last) or page.deps[last.index] not in ("pobj", "dobj"):
        return None
    return last if last.mention.end == page.ends[index - 2] else None
