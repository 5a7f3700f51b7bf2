"""The resolved mentions of one document, found by the words that they stand on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence

from summitry.coding.parts import Parts
from summitry.coding.rows import rows_of
from summitry.language import Doc, Span, Token
from summitry.model import Mention, PlaceMention

__all__ = ["UNKNOWN", "MentionIndex"]

UNKNOWN = "unknown"
"""Id of a doer whom nobody names."""
NO_ACTORS = frozenset({"place", "none"})
GOVERNMENTS = frozenset({"administration", "government", "regime", "cabinet", "team"})
"""Heads under which a person's name stands for the state that the person governs."""
REPRESENTING = frozenset("counterpart counterparts delegates delegation mediators negotiators representatives".split())
"""Last words of phrases that stand for the state whom the unnamed people represent."""


_OF = frozenset({" of ", " of the "})
_OWNS = frozenset({"'s ", "’s "})
_OWNERS = frozenset({"its", "their"})
"""What parts somebody from the state that only tells whose office it is."""


class MentionIndex:
    """The mentions of one document, found by the words that they stand on.

    Args:
        doc: the parsed document; `token.idx` are offsets in the document's text.
        mentions: resolved mentions of actors.
        places: place mentions; they count as states where a slot says so.
        state_name: gives the name of a state by its alpha-3 code.
        is_about: the document is about somebody; a list of items of the day is not.
        issuers: the states and organisations in whose name the document is issued; none for a text of the press.
        parts: knows who takes part in what; doubts nobody where none is given.
    """

    def __init__(
        self,
        doc: Doc,
        mentions: Iterable[Mention],
        places: Iterable[PlaceMention],
        state_name: Callable[[str], str],
        is_about: bool = True,
        issuers: tuple[Mention, ...] = (),
        parts: Parts | None = None,
    ) -> None:
        self.issuers = issuers
        self.parts = parts or Parts()
        self._by_token: dict[int, list[Mention]] = {}
        self._place_by_token: dict[int, PlaceMention] = {}
        self._state_name = state_name
        self._doc = doc
        mentions = tuple(map(self._as_state, mentions))
        counts = Counter(m.state for m in mentions if is_about and m.state and m.kind not in NO_ACTORS)
        self._salient = tuple(sorted(counts, key=lambda state: (-counts[state], state)))
        for mention in mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None:
                for token in span:
                    self._by_token.setdefault(token.i, []).append(mention)
        for rows in self._by_token.values():
            rows.sort(key=lambda m: (m.start - m.end, m.actor_id))  # the longest first
        self._acting = {i: _of_the_longest(rows) for i, rows in self._by_token.items()}
        self._rows = dict(rows_of(doc.text, [m for m in mentions if m.kind not in NO_ACTORS]))
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
            span = self.span_of(mention)
            named = span is not None and any(child.dep_ == "appos" for child in span.root.children)
            stands = bool(words) and words[-1] in REPRESENTING and not named
        else:
            span = self.span_of(mention)
            after = [token.lower_ for token in self._doc[span.end : span.end + 2]] if span is not None else []
            stands = bool({*after[:1], *(after[1:] if after[:1] in (["'s"], ["’s"]) else ())} & GOVERNMENTS)
        return self.state_mention(mention.state, mention.start, mention.end, mention.surface) if stands else mention

    def span_of(self, mention: Mention) -> Span | None:
        """Return the words of a mention."""
        return self._doc.char_span(mention.start, mention.end, alignment_mode="expand")

    def distinct(self, row: Sequence[Mention]) -> tuple[Mention, ...]:
        """Return a row, nobody twice, without the states that only tell whose somebody in it is: "*Peru's* Humala"."""
        once = {m.actor_id: m for m in reversed(row)}
        people = [m for m in row if m.kind == "person"]
        return tuple(m for m in row if once[m.actor_id] is m and not any(self._is_home(m, one) for one in people))

    def _is_home(self, state: Mention, person: Mention) -> bool:
        text, ours = self._doc.text, state.kind == "state" and person.state == state.state
        before = text[state.end : person.start]
        owning = before in _OWNS or (before == " " and state.surface.lower() in _OWNERS)
        return ours and (owning or text[person.end : state.start] in _OF)

    def state_name(self, code: str) -> str:
        """Return the name of a state by its alpha-3 code."""
        return self._state_name(code)

    def at(self, token: Token, places: bool = False) -> tuple[Mention, ...]:
        """Return the mentions of actors that cover a word, all members of the longest one's span."""
        acting = self._acting.get(token.i, ())
        return self._state_at(token) if places and not acting else acting

    def with_rows(self, found: Sequence[Mention]) -> list[Mention]:
        """Return mentions, nobody twice, with those of the lists they stand in: "Mali, the UN, and Chad"."""
        told: dict[str, Mention] = {}
        for mention in found:
            row = self._rows.get((mention.start, mention.end), (mention,))
            if len(row) > 1 and any(m.end <= mention.start or m.start >= mention.end for m in row):
                row = tuple(self._of_a_list(m, row) for m in row)
            for member in row:
                told.setdefault(member.actor_id, member)
        return list(told.values())

    def _of_a_list(self, mention: Mention, row: Sequence[Mention]) -> Mention:
        """Return the state of the last of "Thai, Lao and Burmese troops", whose first are states alone."""
        alone = any(reason.endswith("(adjective)") for m in row[:-1] for reason in m.reasons[-1:])
        if not alone or mention.kind in {"state", "person"} or not mention.state:
            return mention
        return self.state_mention(mention.state, mention.start, mention.end, mention.surface)

    def _state_at(self, token: Token) -> tuple[Mention, ...]:
        for mention in self._by_token.get(token.i, ()):
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


def _of_the_longest(rows: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions of actors that cover what the longest one covers, which is the first."""
    acting = [m for m in rows if m.kind not in NO_ACTORS]
    return tuple(m for m in acting if (m.start, m.end) == (acting[0].start, acting[0].end))
