"""Whether the name of a capital or a building acts, or only says where."""

from __future__ import annotations

from summitry.actors.scene import Scene

__all__ = ["acts", "region_after"]

_PLACE_PASSIVES = frozenset({"nsubjpass"})


def acts(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether a place name stands for those who govern there.

    Decided by the word it depends on: a subject acts; after `in` or `at` it is a place; after `to` and
    `from` it is a place beside words of motion; as an object it is a place of verbs such as `visit`.
    """
    page, contexts = scene.page, scene.lexicon.contexts
    head = next((i for i in range(begin, end) if not begin <= page.heads[i] < end), end - 1)
    while page.deps[head] in ("conj", "appos") and page.heads[head] < begin and page.pos[page.heads[head]] == "PROPN":
        head = page.heads[head]
    if _dateline(scene, begin, end) or region_after(scene, end):
        return False
    dep, governor = page.deps[head], page.heads[head]
    if dep == "nsubjpass":
        return page.lemmas[governor] not in contexts["placeverb"]
    if dep in ("nsubj", "agent", "csubj", "ROOT"):
        return not _is_somewhere(scene, governor) if dep == "nsubj" else True
    if dep == "poss":
        return page.lemmas[governor] not in contexts["placenoun"]
    if dep in ("dobj", "obj", "dative"):
        return page.lemmas[governor] not in contexts["placeverb"]
    if dep == "pobj":
        return _after_preposition(scene, governor)
    if dep in ("compound", "nmod", "amod"):
        partner = begin > 0 and page.folded[begin - 1] in ("with", "against")
        return _before_noun(scene, governor) or (partner and page.lemmas[governor] not in contexts["placenoun"])
    return dep not in ("npadvmod", "advmod")


def _is_somewhere(scene: Scene, verb: int) -> bool:
    return scene.page.lemmas[verb] in ("lie", "sit", "sprawl", "bustle", "sleep", "sweat", "freeze", "flood", "awake")


def _before_noun(scene: Scene, governor: int) -> bool:
    head = scene.lexicon.heads.get(scene.page.folded[governor])
    return head is not None and head.meaning != "none"


def _after_preposition(scene: Scene, preposition: int) -> bool:
    page, contexts = scene.page, scene.lexicon.contexts
    word = page.folded[preposition]
    while page.deps[preposition] in ("prep", "pcomp") and page.deps[page.heads[preposition]] == "prep":
        preposition = page.heads[preposition]
    governor = page.lemmas[page.heads[preposition]]
    noun = page.pos[page.heads[preposition]] in ("NOUN", "PROPN", "ADV", "ADJ")
    if word == "at" and governor in contexts["aimnoun"]:
        return True
    if word in contexts["placeprep"]:
        return False
    if word == "from":
        return governor in contexts["actnoun"] or _subject(scene, page.heads[preposition]) in contexts["actnoun"]
    if word in ("to", "for", "toward", "towards", "between"):
        return governor not in contexts["motion"] and not _moves(scene, page.heads[preposition])
    if word == "of":
        return not noun or governor not in contexts["placenoun"]
    if word == "on":
        return governor not in ("march", "advance", "move", "descend", "fall", "rain", "converge")
    return word not in ("over", "by way of", "along") or noun


def _subject(scene: Scene, verb: int) -> str:
    """Return the lemma of the subject of a verb, `""` where there is none."""
    page = scene.page
    return next(
        (page.lemmas[i] for i in range(max(0, verb - 8), verb) if page.heads[i] == verb and page.deps[i] == "nsubj"), ""
    )


def _moves(scene: Scene, governor: int) -> bool:
    """True for an object of motion: `his flight to Moscow`, `took the train to Beijing`."""
    page = scene.page
    return any(
        page.heads[index] == governor and page.lemmas[index] in ("flight", "train", "trip", "visit", "plane")
        for index in range(max(0, governor - 6), min(len(page), governor + 6))
    )


def _dateline(scene: Scene, begin: int, end: int) -> bool:
    """True for `SEOUL (Reuters) -`, `Beijing, June 5 (Xinhua) --`, `MOSCOW —` at the start of a block."""
    page = scene.page
    first, last = page.sentence_of(begin)
    if begin == first and page.words[begin].isupper() and len(page.words[begin]) > 3 and end < last:
        return not page.words[end].isupper() or len(page.words[end]) < 2
    if begin - first > 2 or end >= last or page.deps[end - 1] in ("nsubj", "poss"):
        return False
    tail = page.words[end : min(last, end + 9)]
    return bool(tail) and (
        tail[0] in ("(", "—", "–", "--") or (tail[0] == "," and any(w in ("—", "--", "(", "–", "-") for w in tail[1:]))
    )


def region_after(scene: Scene, end: int) -> str:
    """Return the code of the state whose region follows a place name: `Moscow, Idaho` gives `USA`."""
    page = scene.page
    if end + 1 >= len(page) or page.words[end] != "," or not page.capital(end + 1):
        return ""
    two = page.folded[end + 1] + " " + (page.folded[end + 2] if end + 2 < len(page) else "")
    return scene.lexicon.regions.get(two) or scene.lexicon.regions.get(page.folded[end + 1]) or ""
