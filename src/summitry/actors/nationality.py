"""Whose national a person is, told beside the name: "the Dutch nurse Anna Bos", "an American held there, John Lee"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summitry.actors.scene import Scene, pick_state
from summitry.model import Mention

__all__ = ["ONE", "ONE_OF_MANY", "state_beside", "with_states"]

ONE_OF_MANY = frozenset({"a", "an", "another", "one"})
"""Words before one person of a nationality."""
_NATIONALS = frozenset({"citizen", "native", "national", "resident", "subject"})
"""Nouns whose nationality is that of whoever is called so."""
_SEVERAL = frozenset({"both", "two"})
_MODIFIES = frozenset({"amod", "compound", "nmod"})
ONE = "one of a nationality"
"""Why a nationality alone stands for one person."""
_TO_NAME = 9
"""How many words may part "another American held there" from the name behind."""


def state_beside(scene: Scene, begin: int, end: int) -> str:
    """Return the state told right beside a name: just in front, in an apposition, or after `of` and `from`."""
    told = (
        *_in_front(scene, begin),
        *_behind(scene, end),
        *_told_of_both(scene, end),
        *_described(scene, begin, end),
        *_called_before(scene, begin),
    )
    for index in told:
        name = scene.names.get(index) if not _is_for(scene, index) else None
        if name and (alias := pick_state(scene, name)) and alias.type in ("adjective", "demonym", "name", "acronym"):
            return scene.public(scene.state_on(alias.actor_id, scene.page.time_for(begin)))
    return _owner_state(scene, begin, end)


def _owner_state(scene: Scene, begin: int, end: int) -> str:
    """Return the state of whose man a name's bearer is said to be: "*Pinochet's* lawyer, Pablo Rodríguez"."""
    page = scene.page
    noun = page.heads[end - 1] if page.deps[end - 1] == "appos" else -1
    owners = (seen for seen in scene.recent() if page.heads[seen.index] == noun and page.deps[seen.index] == "poss")
    return next((seen.mention.state for seen in owners if seen.mention.kind == "person"), "")


def _is_for(scene: Scene, index: int) -> bool:
    """True for the Peru of "a pro-Peru politician", who need not be Peruvian."""
    page = scene.page
    return index > 1 and page.words[index - 1] in ("-", "–") and page.folded[index - 2] in ("pro", "anti")


def _in_front(scene: Scene, begin: int) -> Iterator[int]:
    page = scene.page
    for index in range(begin - 1, max(page.sentence_of(begin)[0], begin - 7) - 1, -1):
        if page.pos[index] not in ("NOUN", "PROPN", "ADJ", "PART") and page.words[index] not in ("-", ".", "'s", "’s"):
            return
        yield index


def _behind(scene: Scene, end: int) -> Iterator[int]:
    page = scene.page
    last = min(page.sentence_of(end - 1)[1], end + 10)
    if end >= last or (page.folded[end] not in ("of", "from") and page.words[end] not in (",", "(")):
        return
    for index in range(end + 1, last):
        if page.pos[index] in ("VERB", "AUX", "PUNCT") and page.words[index] not in ("-", "."):
            return
        yield index


def _told_of_both(scene: Scene, end: int) -> Iterator[int]:
    """Yield the words that tell two at once, from behind the first: "Ann Lee *and Bo Ek, two Swedes*"."""
    page, place = scene.page, end
    last = page.sentence_of(end - 1)[1]
    if place >= last or page.folded[place] != "and":
        return
    place += 1
    while place < last and page.capital(place):
        place += 1
    if place + 1 < last and page.words[place] == "," and page.folded[place + 1] in _SEVERAL:
        yield from range(place + 2, min(last, place + 5))


def _described(scene: Scene, begin: int, end: int) -> Iterator[int]:
    """Yield the words that tell whose national a name's bearer is: "an *American* held there, Otto Warmbier".

    They modify what the name stands in apposition to, or what somebody is in a clause on the name: "Kim, who said
    he was an *American* citizen".
    """
    page = scene.page
    name = next((i for i in range(begin, end) if not begin <= page.heads[i] < end), end - 1)
    nouns = [page.heads[name]] if page.deps[name] == "appos" else []
    last = page.sentence_of(name)[1]
    nouns += [i for i in range(end, last) if page.folded[i] in _NATIONALS and _is_about(scene, i, name)]
    for noun in nouns:
        yield noun
        yield from (i for i in range(max(0, noun - 5), noun) if page.heads[i] == noun and page.deps[i] in _MODIFIES)


def _is_about(scene: Scene, noun: int, name: int) -> bool:
    """True for what somebody is or is called in a clause that hangs on the name: "who was an American *citizen*"."""
    page, above = scene.page, noun
    if page.deps[noun] == "appos":
        return page.heads[noun] == name
    if page.deps[noun] != "attr":
        return False
    while page.heads[above] not in (above, name):
        above = page.heads[above]
    return page.heads[above] == name and page.deps[above] == "relcl"


def _called_before(scene: Scene, begin: int) -> Iterator[int]:
    """Yield the nationality of the one whom a name behind a comma names: "an *American* held there, Otto Warmbier"."""
    page, first = scene.page, scene.page.sentence_of(begin)[0]
    if begin - 1 <= first or page.words[begin - 1] != ",":
        return
    for index in range(begin - 2, max(first, begin - _TO_NAME), -1):
        if page.words[index] == ",":
            return
        if index in scene.names and page.folded[index - 1] in ONE_OF_MANY:
            yield index


def with_states(scene: Scene, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return mentions in which those whom no registry knows have one state throughout, where the text tells it once.

    Args:
        scene: the document.
        mentions: in the order of the text.
    """
    told: dict[str, Counter[str]] = {}
    for m in mentions:
        if m.kind == "person" and m.state and m.actor_id not in scene.registry.actors:
            told.setdefault(m.actor_id, Counter())[m.state] += 1
    states = {actor: votes.most_common(1)[0][0] for actor, votes in told.items()}
    stated = [
        replace(m, state=states[m.actor_id]) if m.kind == "person" and not m.state and m.actor_id in states else m
        for m in mentions
    ]
    return tuple(
        _named_behind(scene, m, stated[i + 1 :]) if m.reasons[-1:] == (ONE,) else m for i, m in enumerate(stated)
    )


def _named_behind(scene: Scene, one: Mention, after: Sequence[Mention]) -> Mention:
    """Return the person whom a text goes on to name behind a comma: "another *American* held there, Otto Warmbier"."""
    page, index = scene.page, scene.page.word_at(one.start)
    for person in after:
        begin = page.word_at(person.start)
        if begin - index >= _TO_NAME or page.sentence[begin] != page.sentence[index]:
            break
        between = page.text[one.end : person.start].rstrip()
        if person.kind == "person" and between.endswith(",") and between.count(",") == 1:
            return replace(one, name=person.name, state=person.state, kind="person", actor_id=person.actor_id)
    return one
