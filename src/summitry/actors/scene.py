"""What the resolver knows while it reads one document: the page, the names found, and who came up before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice

from summitry.actors.family_names import shorts_of
from summitry.actors.folding import fold, fold_text
from summitry.actors.lexicon import Lexicon, load_lexicon
from summitry.actors.names import Alias, Match
from summitry.actors.page import Page
from summitry.actors.personal_names import short_forms
from summitry.actors.registry import Registry
from summitry.actors.screening import is_acronym, plausible
from summitry.model import Actor, Interval, Mention, Tenure

__all__ = ["Name", "Scene", "Seen", "nobody", "pick_state"]

_ORDER = tuple("name long-name adjective demonym acronym former-name native capital seat nickname".split())
"""Types of aliases, the plainest first."""
_WOMAN = frozenset("she her hers herself mrs ms miss madame queen lady spokeswoman chairwoman".split())
_MAN = frozenset("he him his himself mr king emperor sir prince emir sultan spokesman".split())
_TELLING = frozenset({"media", "none"})
"""Kinds of those whose state a text need not speak of: the press that it cites, and nobody."""
_MEMORY = 200
"""How many mentions back an antecedent is looked for; keeps the work linear in the length of a text."""


@dataclass(frozen=True, slots=True)
class Name:
    """A registry name found in the page: half-open range of words and its possible aliases."""

    begin: int
    end: int
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor that the text has mentioned before."""

    index: int
    mention: Mention
    shorts: frozenset[str]
    female: bool | None
    subject: bool


@dataclass(slots=True)
class Scene:
    """Everything the resolving steps share for one document; only `seen` and `introduced` grow."""

    page: Page
    registry: Registry
    lexicon: Lexicon
    names: dict[int, Name]
    seen: list[Seen] = field(default_factory=list)
    introduced: dict[str, Mention] = field(default_factory=dict)
    ahead: dict[str, list[str]] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    _by_short: dict[str, deque[Seen]] = field(default_factory=dict)

    @classmethod
    def open(cls, page: Page, registry: Registry) -> Scene:
        """Find all registry names of a page."""
        scene = cls(page, registry, load_lexicon(), {})

        def fits(match: Match) -> bool:
            surface = page.text[match.start : match.end]
            return " " not in surface or not all(is_acronym(alias.text) for alias in match.aliases)  # "a U.S. ship"

        for match in registry.names.search(fold_text(page.text), fits):
            begin, end = page.words_between(match.start, match.end)
            surface = page.text[match.start : match.end]
            aliases = tuple(a for a in match.aliases if plausible(a, surface, page, begin, registry.actors[a.actor_id]))
            if aliases and begin < end:
                scene.names[begin] = Name(begin, end, aliases)
        scene._look_ahead()
        scene._drop_strangers()
        return scene

    def _drop_strangers(self) -> None:
        """Drop generic names (`the Communist Party`) and past capitals of states that the text does not speak of."""
        for begin, name in list(self.names.items()):
            kept = tuple(alias for alias in name.aliases if not self._is_loose(alias) or self._speaks_of(alias))
            if kept:
                self.names[begin] = replace(name, aliases=kept)
            else:
                del self.names[begin]

    def _is_loose(self, alias: Alias) -> bool:
        """True for a name that means somebody only where the text speaks of their state: today Salisbury is a town."""
        published = self.page.published
        past = bool(published and published.first and alias.span.last and alias.span.last < published.first)
        return alias.type == "generic" or (alias.type == "capital" and past)

    def _speaks_of(self, alias: Alias) -> bool:
        state = self.registry.actors[alias.actor_id].state
        row = self.registry.states.get(state)
        return any(self.codes.get(code) for code in (state, row.successor if row else ""))

    def _look_ahead(self) -> None:
        for name in self.names.values():
            for alias in name.aliases:
                if self._is_loose(alias):
                    continue
                actor = self.registry.actors[alias.actor_id]
                if actor.kind == "person":
                    for short in short_forms(actor.name, actor.state):
                        ids = self.ahead.setdefault(short, [])
                        if actor.id not in ids:
                            ids.append(actor.id)
                if actor.state and actor.kind != "media" and not self._given_name(name, actor):
                    self.codes[actor.state] = self.codes.get(actor.state, 0) + 1

    def _given_name(self, name: Name, actor: Actor) -> bool:
        """True for the first word of a longer personal name, as in `Jordan Baker`."""
        page, end = self.page, name.end
        if actor.kind == "person" or end - name.begin > 1 or end >= len(page) or not page.adjoins(end):
            return False
        return page.capital(end) and page.pos[end] == "PROPN" and end not in self.names

    # -- looking back ---------------------------------------------------------------------

    def recent(self) -> Iterator[Seen]:
        """Yield mentions, the latest first, as far back as a reader remembers."""
        return islice(reversed(self.seen), _MEMORY)

    def bearers(self, short: str) -> Sequence[Seen]:
        """Return the mentions of people whose short name this is, the latest last."""
        return self._by_short.get(short, ())

    def people(self, index: int, reach: int = 10_000) -> Iterator[Seen]:
        """Yield people mentioned before a word, the latest first, within a number of sentences."""
        here = self.page.sentence[index]
        for seen in self.recent():
            if here - self.page.sentence[seen.index] > reach:
                return
            if seen.mention.kind == "person" and seen.index < index:
                yield seen

    def states(self, index: int, reach: int = 10_000) -> Iterator[str]:
        """Yield the codes of states that came up before a word, the latest first, each once."""
        here = self.page.sentence[index]
        known: set[str] = set()
        for seen in self.recent():
            if here - self.page.sentence[seen.index] > reach:
                return
            state = seen.mention.state
            if state and state not in known and state in self.registry.states and seen.mention.kind not in _TELLING:
                known.add(state)
                yield state

    def remember(self, mention: Mention, index: int) -> None:
        """Keep a mention for what comes after it."""
        shorts: frozenset[str] = frozenset()
        female = None
        if mention.kind in ("person", "none"):
            shorts = shorts_of(self.registry, mention.actor_id, mention.name, mention.state)
            female = self._female(mention)
        seen = Seen(index, mention, shorts, female, self.page.is_subject(index))
        self.seen.append(seen)
        for short in shorts:
            self._by_short.setdefault(short, deque(maxlen=_MEMORY)).append(seen)

    def _female(self, mention: Mention) -> bool | None:
        words = {*fold(mention.surface).split()}
        if words & _WOMAN:
            return True
        if words & _MAN:
            return False
        name = fold(mention.name)
        if name in self.lexicon.women or name.split(" ", 1)[0] in self.lexicon.women:
            return True
        return False if mention.actor_id in self.registry.actors else None

    # -- making mentions ------------------------------------------------------------------

    def span(self, begin: int, end: int) -> tuple[int, int, str]:
        """Return the offsets and words of a range, with a `the` that stands right before it."""
        page = self.page
        if begin > 0 and page.folded[begin - 1] == "the" and page.adjoins(begin):
            begin -= 1
        start, stop = page.starts[begin], page.ends[end - 1]
        return start, stop, page.text[start:stop]

    def mention_of(
        self,
        actor: Actor,
        begin: int,
        end: int,
        *,
        office: str = "",
        state: str | None = None,
        kind: str = "",
        name: str = "",
        score: float = 1.0,
        reasons: tuple[str, ...] = (),
        article: bool = True,
    ) -> Mention:
        """Return a mention of an actor on a range of words."""
        start, stop, surface = self.span(begin, end) if article else self._bare(begin, end)
        return Mention(
            start,
            stop,
            surface,
            name or actor.name,
            actor.state if state is None else state,
            office,
            kind or actor.kind,  # type: ignore[arg-type]
            actor.id,
            score,
            reasons,
        )

    def _bare(self, begin: int, end: int) -> tuple[int, int, str]:
        start, stop = self.page.starts[begin], self.page.ends[end - 1]
        return start, stop, self.page.text[start:stop]

    def state_mention(
        self, code: str, begin: int, end: int, *, kind: str = "state", score: float = 1.0, reasons: tuple[str, ...] = ()
    ) -> Mention:
        """Return a mention of a state."""
        return self.mention_of(self.registry.actors[code], begin, end, kind=kind, score=score, reasons=reasons)

    # -- offices --------------------------------------------------------------------------

    def tenure_of(self, actor_id: str, index: int, office: str = "") -> Tenure | None:
        """Return the office an actor held at the time a word speaks of."""
        told = False
        for time in self.page.times_for(index):
            if time is self.page.published and told and not office:
                return None
            if tenure := self.registry.office_at(actor_id, time, office):
                return tenure
            if time is self.page.published:
                break
            told = told or self._long_past(time)
        return self._at_death(actor_id, index, office) or self._carried(actor_id, index, office)

    def _long_past(self, time: Interval) -> bool:
        """True for a time more than a year before publication, which tells of another day than today's."""
        published = self.page.published
        return bool(published and published.first and time.last and (published.first - time.last).days > 365)

    def time_of_office(self, index: int) -> Interval | None:
        """Return the time a word speaks of, reaching back a few days where a death is told."""
        time = self.page.time_for(index)
        if time is None or time.first is None or time is not self.page.published or not self.page.tells_death(index):
            return time
        return Interval(time.first - timedelta(days=10), time.last, "range", "before-death")

    def _at_death(self, actor_id: str, index: int, office: str) -> Tenure | None:
        """Return an office that ended in the week before, where the sentences around tell of a death."""
        time = self.page.published
        if time is None or time.first is None or not self.page.tells_death(index):
            return None
        return self.registry.office_at(actor_id, Interval(time.first - timedelta(days=10), time.last), office)

    def _carried(self, actor_id: str, index: int, office: str) -> Tenure | None:
        """Fall back to the last time told before, where the sentence tells none."""
        times = list(self.page.times_for(index))
        return self.registry.office_at(actor_id, times[-1], office) if times else None

    def public(self, code: str) -> str:
        """Return the code that mentions carry for a state, `""` where a state of ours has no such code."""
        actor = self.registry.actors.get(code)
        return actor.state if actor else code

    def state_on(self, code: str, time: Interval | None) -> str:
        """Return the code of the state that was there at a time."""
        state = self.registry.state_at(code, time)
        return state.code if state else code


def pick_state(scene: Scene, name: Name) -> Alias | None:
    """Choose the state that a name means: in use at the time, spoken of in the text, by kind of alias."""
    aliases = [alias for alias in name.aliases if scene.registry.actors[alias.actor_id].kind == "state"]
    if len(aliases) < 2:
        return aliases[0] if aliases else None
    time = scene.page.time_of_names(name.begin)

    def weight(alias: Alias) -> tuple[bool, bool, int, int]:
        row = scene.registry.states[alias.actor_id]
        current = alias.span.overlaps(time) if time else alias.span.last is None  # undated: who bears it today
        living = time is None or row.life.overlaps(time)
        rank = _ORDER.index(alias.type) if alias.type in _ORDER else len(_ORDER)
        return current, living, scene.codes.get(alias.actor_id, 0), -rank

    return max(aliases, key=weight)


def nobody(scene: Scene, begin: int, end: int, reason: str, name: str = "") -> Mention:
    """Return a mention that says that words name no diplomatic actor."""
    start, stop = scene.page.starts[begin], scene.page.ends[end - 1]
    return Mention(start, stop, scene.page.text[start:stop], name, "", "", "none", "", 0.75, (reason,))
