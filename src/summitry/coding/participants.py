"""Who acts and who is acted upon: from a frame's slots to the mentions that fill them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from summitry.coding import syntax
from summitry.coding.frames import Frame, Slot, actor_heads, load_classes, object_heads
from summitry.model import Mention, PlaceMention

__all__ = ["RELATIVES", "UNKNOWN", "VICTIMS", "Cast", "MentionIndex", "actors_of", "cast_of"]

Cast = tuple[tuple[Mention, ...], tuple[Mention, ...]]
"""Actors and recipients."""

UNKNOWN = "unknown"
"""Id of a doer whom nobody names."""
NO_ACTORS = frozenset({"place", "none"})
DESCRIBED = 0.65
"""Mentions of at most this score are descriptions that the text may name beside."""
GOVERNMENTS = frozenset({"administration", "government", "regime", "cabinet", "team"})
"""Heads under which a person's name stands for the state that the person governs."""
RELATIVES = frozenset(
    "adversary ally backer counterpart critic enemy foe friend neighbor neighbour opponent partner patron rival".split()
)
"""Nouns whose possessor is somebody else: "its neighbours", "Pyongyang's ally"."""
REPRESENTING = frozenset({"counterpart", "counterparts", "delegates", "delegation", "negotiators", "representatives"})
"""Last words of phrases that stand for the state whom the unnamed people represent."""
GIVING = frozenset({"award", "deny", "give", "grant", "hand", "offer", "promise", "send"})
"""Verbs whose passive subject is given what their object names: "was given a life sentence"."""
LEADING = frozenset({("lead", "to"), ("result", "in"), ("meet", "with")})
"""Verbs that, with a preposition, lead from an act to what is done about it."""
VICTIMS = frozenset("arrest detention extradition freedom imprisonment liberation release repatriation".split())
"""Nouns of what is done to a person: who is asked for "*his* release" is somebody else."""
TROOPS = frozenset({"forces", "troops", "soldiers", "personnel"})
"""Last words of phrases for parts of a state's military."""
ARMIES = {"ISR": "Israel Defense Forces", "PRK": "Korean People's Army"}
"""Names of armies that are no "military" of an adjective."""
CITIZENS = {"USA": "U.S. citizens", "GBR": "British citizens", "PSE": "Palestinians"}
HARMS = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
"""Categories whose acts are done to citizens, not to their state."""
ENVOYS = frozenset({"ambassador", "ambassadors", "attache", "attaches", "attaché", "attachés", "consul", "envoy"})
UNHELD = "no holder known at the time"
"""Why a title's holder stays unnamed."""
FIGHTING = frozenset({"battle", "combat", "fight", "war"})
"""What troops are sent to, against somebody."""
PUNISHED = frozenset({"arrest", "convict", "execute"})
"""Modes of what states do to people of their own, where no other state of theirs is told."""
LANDS = frozenset("colony dominion kingdom mandate nation protectorate province republic territory".split())
"""Nouns whose "of" names who they are: the India of "the British colony of India"."""
_INSIDE = ("by", "of", "from", "between", "against", "including", "in", "with", "on", "to")


class MentionIndex:
    """The mentions of one document, found by the words that they stand on.

    Args:
        doc: the parsed document; `token.idx` are offsets in the document's text.
        mentions: resolved mentions of actors.
        places: place mentions; they count as states where a slot says so.
        state_name: gives the name of a state by its alpha-3 code.
    """

    def __init__(
        self,
        doc: Doc,
        mentions: Iterable[Mention],
        places: Iterable[PlaceMention],
        state_name: Callable[[str], str],
    ) -> None:
        self._by_token: dict[int, list[Mention]] = {}
        self._place_by_token: dict[int, PlaceMention] = {}
        self._state_name = state_name
        self._doc = doc
        mentions = tuple(map(self._as_state, mentions))
        counts = Counter(m.state for m in mentions if m.state and m.kind not in NO_ACTORS)
        self._salient = tuple(sorted(counts, key=lambda state: (-counts[state], state)))
        for mention in mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None:
                for token in span:
                    self._by_token.setdefault(token.i, []).append(mention)
        for rows in self._by_token.values():
            rows.sort(key=lambda m: (m.start - m.end, m.actor_id))  # the longest first
        for place in places:
            span = doc.char_span(place.start, place.end, alignment_mode="expand")
            if span is not None:
                for token in span:
                    self._place_by_token.setdefault(token.i, place)

    def _as_state(self, mention: Mention) -> Mention:
        """Return the state in place of whoever merely stands for it.

        A person whose government acts ("the Obama administration", "Petro's government"), people
        who are only called somebody's representatives ("their Japanese counterparts").
        """
        if not mention.state or mention.kind not in {"person", "other"}:
            return mention
        words = mention.surface.casefold().split()
        if mention.kind == "other":
            stands = bool(words) and words[-1] in REPRESENTING
        else:
            span = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
            after = [token.lower_ for token in self._doc[span.end : span.end + 2]] if span is not None else []
            stands = bool({*after[:1], *(after[1:] if after[:1] in (["'s"], ["’s"]) else ())} & GOVERNMENTS)
        return self.state_mention(mention.state, mention.start, mention.end, mention.surface) if stands else mention

    def troops(self, mention: Mention, fights: bool) -> Mention:
        """Return the army, where it fights, or else the state whose troops a phrase names: "U.S. forces withdrew"."""
        words = mention.name.split()
        described = mention.reasons[-1:] == (f"head: {words[-1].lower()}",) if words else False
        if mention.kind != "military" or not described or words[-1].lower() not in TROOPS or self._is_part(mention):
            return mention
        if fights:
            return replace(mention, name=ARMIES.get(mention.state) or " ".join((*words[:-1], "military")))
        return self.state_mention(mention.state, mention.start, mention.end, mention.surface)

    def _is_part(self, mention: Mention) -> bool:
        """True for troops of a part of a state: "Puntland forces"."""
        named = any(reason.endswith("(name)") for reason in mention.reasons)
        return not mention.state or (named and self._state_name(mention.state) not in mention.name)

    def people(self, mention: Mention, act: str) -> Mention:
        """Return the citizens, or the state of the envoy, to whom an act is done: "three detained Americans"."""
        words = mention.surface.split()
        if mention.kind == "person" and mention.reasons[-1:] == (UNHELD,) and words[-1].lower() in ENVOYS:
            return self.state_mention(mention.state, mention.start, mention.end, mention.surface)
        demonym = mention.kind == "state" and any(reason.endswith("(demonym)") for reason in mention.reasons)
        if not (demonym and act in HARMS and mention.surface.endswith("s") and self._is_counted(mention)):
            return mention
        name = CITIZENS.get(mention.state) or f"{mention.surface.removeprefix('the ')[:-1]} citizens"
        return replace(mention, name=name, kind="other", actor_id="-".join(name.lower().split()))

    def _is_counted(self, mention: Mention) -> bool:
        span = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return span is not None and any(
            child.dep_ == "nummod" or child.lower_ in {"all", "several", "many", "dozens", "detained"}
            for child in span.root.children
        )

    def at(self, token: Token, places: bool = False) -> tuple[Mention, ...]:
        """Return the mentions of actors that cover a word, all members of the longest one's span."""
        rows = self._by_token.get(token.i, ())
        acting = [m for m in rows if m.kind not in NO_ACTORS]
        if acting:
            widest = acting[0]
            return tuple(m for m in acting if (m.start, m.end) == (widest.start, widest.end))
        if places:
            return self._state_at(token, rows)
        return ()

    def _state_at(self, token: Token, rows: Sequence[Mention]) -> tuple[Mention, ...]:
        for mention in rows:
            if mention.kind == "place" and mention.state:
                return (self.state_mention(mention.state, mention.start, mention.end, mention.surface),)
        place = self._place_by_token.get(token.i)
        if place is not None and place.place.state:
            return (self.state_mention(place.place.state, place.start, place.end, place.surface),)
        return ()

    def state_mention(self, code: str, start: int, end: int, surface: str) -> Mention:
        """Return a mention of the state in which a place lies."""
        name = self._state_name(code)
        return Mention(start, end, surface, name, code, "", "state", code, 0.6, ("the state of the place named",))

    def site_of(self, act: Token) -> str:
        """Return the id of the state that is where, not who: the Singapore of "the Singapore summit with Kim"."""
        if act.pos_ not in {"NOUN", "PROPN"} or act.i == 0:
            return ""
        before = act.nbor(-1)
        if before.dep_ != "compound" or before.head != act or before.i not in self._place_by_token:
            return ""
        paired = before.i > 0 and before.nbor(-1).text in {"-", "–", "/"}
        states = [m for m in self.at(before) if m.kind == "state"]
        return states[0].actor_id if states and not paired else ""

    def salient(self, leave_out: Container[str]) -> tuple[str, ...]:
        """Return the states that the document names most often, the most named first."""
        return tuple(state for state in self._salient if state not in leave_out)

    def standing_for(self, state: str) -> Mention:
        """Return a mention of a state that stands nowhere in particular."""
        return Mention(0, 0, "", self._state_name(state), state, "", "state", state, 0.6, ())

    def unknown(self) -> Mention:
        """Return the mention of a doer whom nobody names."""
        return Mention(0, 0, "", "Unknown", "", "", "other", UNKNOWN, 0.5, ("nobody is named",))

    def is_actor(self, token: Token, person: bool = False) -> bool:
        """True where a word belongs to a mention of an actor, or of a person if one is asked for."""
        return any(not person or mention.kind == "person" for mention in self.at(token))

    def within(self, tokens: Iterable[Token]) -> tuple[Mention, ...]:
        """Return the distinct mentions of actors on some words, in their order."""
        found: dict[tuple[int, int, str], Mention] = {}
        for token in tokens:
            for mention in self.at(token):
                found.setdefault((mention.start, mention.end, mention.actor_id), mention)
        return tuple(found.values())


def cast_of(frame: Frame, trigger: Token, index: MentionIndex) -> Cast:
    """Fill a frame's slots around its trigger.

    Returns:
        Actors and recipients, each without doubles; an actor is never its own recipient.
    """
    actors: list[Mention] = []
    site = index.site_of(trigger) if frame.type == "CONSULT" else ""
    for slot in frame.actors:
        found = [m for m in _fill(slot, trigger, index) if m.actor_id != site]
        if found and slot.path == "light" and actors:
            continue
        _extend(actors, found)
    recipients: list[Mention] = []
    for slot in frame.recipients:
        found = [m for m in _fill(slot, trigger, index) if m.actor_id not in {a.actor_id for a in actors}]
        if found:
            _extend(recipients, found)
            break
    foes = [m for m in _foes(trigger, index) if m not in actors] if frame.mode == "troops" else []
    if foes:
        recipients = foes
    if not recipients:
        _extend(recipients, [m for m in _sufferers(frame, trigger, index) if m not in actors])
    over = [m for m in actors if m.start <= trigger.idx < m.end]
    if len(actors) - len(over) > 1:  # "Six-Party Talks between the two Koreas and …"
        actors = [m for m in actors if m not in over]
    fights = frame.type == "ASSAULT"
    return (
        tuple(index.troops(m, fights) for m in actors),
        tuple(_subject_of(actors, index.people(index.troops(m, fights), frame.type), frame) for m in recipients),
    )


def _subject_of(actors: Sequence[Mention], person: Mention, frame: Frame) -> Mention:
    """Return a person of no known state with the state that punishes it."""
    if person.kind != "person" or person.state or frame.mode not in PUNISHED:
        return person
    states = [m.state for m in actors if m.state and m.kind in {"state", "government"}]
    return replace(person, state=states[0]) if states else person


def _extend(row: list[Mention], found: Iterable[Mention]) -> None:
    known = {mention.actor_id for mention in row}
    for mention in found:
        if mention.actor_id not in known:
            known.add(mention.actor_id)
            row.append(mention)


def _fill(slot: Slot, trigger: Token, index: MentionIndex) -> list[Mention]:
    found: list[Mention] = []
    for head in _heads(slot, trigger):
        for member in syntax.conjuncts(head):
            found += actors_of(member, index, slot.places)
    return found


def _heads(slot: Slot, trigger: Token) -> Iterator[Token]:
    if slot.under_object:
        for noun in object_heads(trigger):
            yield from syntax.prepositional(noun, slot.path)
        return
    match slot.path:
        case "subj":
            yield from actor_heads(trigger)
        case "obj":
            yield from object_heads(trigger)
        case "mod":
            yield from syntax.modifiers(trigger)
        case "light":
            yield from _light_subjects(trigger)
        case "dative":
            yield from (child for child in trigger.children if child.dep_ == "dative")
        case "comp":
            for clause in trigger.children:
                if clause.dep_ in {"xcomp", "ccomp", "pcomp"}:
                    yield from (c for c in clause.children if c.dep_ in syntax.SUBJECT | syntax.PASSIVE_SUBJECT)
        case _:
            beside = list(syntax.prepositional(trigger, slot.path))
            above = _light_verb(trigger) if not beside and trigger.pos_ in {"NOUN", "PROPN"} else None
            yield from beside or (syntax.prepositional(above, slot.path) if above is not None else ())


def _light_subjects(noun: Token) -> list[Token]:
    """Return the subject of the light verb above an act's noun ("China *held* talks")."""
    above = _light_verb(noun)
    return [] if above is None else actor_heads(above)


def _light_verb(noun: Token) -> Token | None:
    above = syntax.governor(syntax.topmost_noun(noun))
    light = above is not None and above.pos_ in {"VERB", "AUX"} and above.lemma_.lower() in load_classes()["light"]
    return above if light else None


def _foes(trigger: Token, index: MentionIndex) -> list[Mention]:
    """Return against whom troops are sent: "to fight against Ukraine", "to the Ukraine war"."""
    found: list[Mention] = []
    for word in trigger.subtree:
        if word.i <= trigger.i or word.lemma_.lower() not in FIGHTING:
            continue
        heads = [noun for name in ("against", "in", "with") for noun in syntax.prepositional(word, name)]
        heads += syntax.objects(word) if word.pos_ == "VERB" else []
        heads += [c for c in word.children if c.dep_ in {"compound", "amod"}]
        _extend(found, (m for head in heads for member in syntax.conjuncts(head) for m in index.at(member, True)))
    return found


def _sufferers(frame: Frame, trigger: Token, index: MentionIndex) -> list[Mention]:
    """Return the subject of "faces", "was given" or "resulting in" above an act's noun."""
    if frame.pos != "n" or not frame.recipients:
        return []
    top = syntax.topmost_noun(trigger)
    above = syntax.governor(top)
    if above is None or above.pos_ != "VERB":
        return []
    if syntax.is_passive(above):
        suffers = above.lemma_.lower() in GIVING and top.dep_ in syntax.OBJECT
    else:
        suffers = above.lemma_.lower() in load_classes()["suffer"] or (above.lemma_.lower(), top.head.lower_) in LEADING
    return [m for head in syntax.subjects(above) for m in actors_of(head, index, False)] if suffers else []


def _announcers(head: Token, index: MentionIndex) -> tuple[Mention, ...]:
    """Return who says that "they" did something together: "Sheinbaum and Trump announce they have agreed"."""
    verb = head.head
    if head.lower_ != "they" or verb.dep_ != "ccomp":
        return ()
    found = [m for noun in syntax.subjects(verb.head) for member in syntax.conjuncts(noun) for m in index.at(member)]
    return tuple(found) if len({m.state for m in found}) > 1 else ()


def _named(head: Token, direct: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    return _coordinated(head, direct, index) or _named_beside(head, direct, index)


def _coordinated(head: Token, direct: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return the states that share a head: "Pakistani and Indian forces", "U.S. and Cuban officials"."""
    low, high = direct[0].start, direct[0].end
    shared = [m for m in index.within(syntax.modifiers(head)) if m.state and (m.end <= low or m.start >= high)]
    joined = any(child.dep_ == "cc" for word in head.lefts for child in (*word.children, word) if word.i < head.i)
    if not (joined and shared):
        return ()
    if any(m.kind == "person" for m in (*shared, *direct)):
        return (*shared, *direct)
    return (*shared, *(index.state_mention(m.state, m.start, m.end, m.surface) if m.state else m for m in direct))


def _named_beside(head: Token, direct: tuple[Mention, ...], index: MentionIndex) -> tuple[Mention, ...]:
    """Return the named actors of an apposition in place of a bare description ("the envoy, Sung Kim")."""
    if direct[0].kind not in {"person", "other"} or direct[0].score > DESCRIBED:
        return direct
    for child in head.children:
        if child.dep_ == "appos":
            named = tuple(m for member in syntax.conjuncts(child) for m in index.at(member))
            if named:
                return named
    return direct


def actors_of(head: Token, index: MentionIndex, places: bool) -> tuple[Mention, ...]:
    """Return the actors that a phrase stands for: its head's, else those inside it.

    "The attack by the RSF" as an object stands for the RSF, "Park's remarks" for Park.
    """
    direct = _announcers(head, index) or index.at(head, places)
    if direct:
        return _named(head, direct, index)
    if head.pos_ in {"VERB", "AUX"}:
        subject = [m for noun in syntax.subjects(head) for m in index.at(noun, places)]
        return tuple(subject)
    done_to = head.lemma_.lower() in VICTIMS
    others = head.lemma_.lower() in RELATIVES
    for noun in syntax.prepositional(head, "of") if head.lemma_.lower() in LANDS else ():
        if index.at(noun, places):
            return index.at(noun, places)
    for modifier in syntax.modifiers(head):
        if modifier.dep_ == "poss" and others:
            continue
        found = tuple(m for m in index.at(modifier, places) if not (done_to and m.kind == "person"))
        if found:
            return found
    for preposition in _INSIDE:
        if preposition == "of" and (others or done_to):
            continue
        nouns = syntax.prepositional(head, preposition)
        found = tuple(
            m
            for noun in nouns
            for member in syntax.conjuncts(noun)
            if index.at(member, places)
            for m in _named(member, index.at(member, places), index)
        )
        if found:
            return found
    for child in head.children:
        if child.dep_ == "appos":
            found = index.at(child, places)
            if found:
                return found
    return ()
