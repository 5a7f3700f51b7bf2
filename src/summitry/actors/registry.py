"""The registry: states, organisations and people, what they are called, and which office they held when."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache, cached_property

from summitry.actors.folding import fold
from summitry.actors.names import Alias, AliasIndex
from summitry.actors.offices import rank_tenure, same_office
from summitry.actors.personal_names import short_forms
from summitry.actors.rows import Row
from summitry.actors.tables import StateRow, Tables, read_tables, tables_from
from summitry.model import Actor, Interval, Tenure

__all__ = ["Registry", "load_registry"]

_UNWRITTEN = frozenset(
    (*"Anglo Austro Burman Burmese Cantonese Franco Indo Myanmarese Russo Sino".split(), "Hong Kongese")
)
"""Adjectives that only stand before a hyphen, or for which a record writes the name of the land."""


class Registry:
    """Everything known of actors before a text is read. Immutable; `with_rows` gives a larger one.

    Args:
        tables: checked rows.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._tenures: dict[str, list[Tenure]] = defaultdict(list)
        self._bodies: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in sorted(tables.tenures, key=lambda tenure: tenure.span.first or date.min):
            self._tenures[tenure.actor_id].append(tenure)
            self._bodies[tenure.body].append(tenure)

    @property
    def actors(self) -> Mapping[str, Actor]:
        """All actors by id."""
        return self._tables.actors

    @property
    def states(self) -> Mapping[str, StateRow]:
        """All states by code, with their lives and capitals."""
        return self._tables.states

    @cached_property
    def shorts(self) -> Mapping[str, Sequence[str]]:
        """Ids of people by folded short name: the family name, or what texts use in its place."""
        shorts: dict[str, dict[str, None]] = defaultdict(dict)
        for spelling, state, person in self._tables.spellings:
            for short in short_forms(spelling, state):
                shorts[short][person] = None
        return {short: tuple(people) for short, people in shorts.items()}

    @cached_property
    def names(self) -> AliasIndex:
        """Every alias, ready to be searched for in a text."""
        return AliasIndex(self._tables.aliases.values())

    @cached_property
    def _predecessors(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for state in self.states.values():
            if state.successor:
                found[state.successor].append(state.code)
        return found

    def actor(self, actor_id: str) -> Actor | None:
        """Return the actor of an id, `None` where there is none."""
        return self.actors.get(actor_id)

    def life(self, actor_id: str) -> Interval | None:
        """Return from when to when a state or organisation existed, `None` for anybody else."""
        state = self.states.get(actor_id)
        return state.life if state else self._tables.organisations.get(actor_id)

    def find(self, alias: str) -> tuple[Actor, ...]:
        """Return the actors that bear a name, in any casing, with any hyphen or apostrophe.

        >>> [actor.name for actor in load_registry().find("XI JINPING")]
        ['Xi Jinping']
        """
        bare = alias[4:] if alias[:4].casefold() == "the " else alias
        ids = dict.fromkeys(entry.actor_id for entry in self.names.find(alias) or self.names.find(bare))
        return tuple(self.actors[actor_id] for actor_id in ids)

    @cached_property
    def _aliases(self) -> Mapping[str, Sequence[Alias]]:
        found: dict[str, list[Alias]] = defaultdict(list)
        for alias in self._tables.aliases.values():
            found[alias.actor_id].append(alias)
        return found

    def aliases(self, actor_id: str) -> tuple[Alias, ...]:
        """Return every alias of an actor."""
        return tuple(self._aliases.get(actor_id, ()))

    def nationality(self, code: str) -> str:
        """Return the adjective of a state, or its name where a record writes that: "Austrian", "Hong Kong"."""
        forms = (alias.text for alias in self.aliases(code) if alias.type == "adjective")
        home = self.actors.get(code)
        return next((form for form in forms if form not in _UNWRITTEN), home.name if home else code)

    def person_forms(self) -> Iterator[tuple[str, str]]:
        """Yield ids of people with each way to write their full name in Latin letters."""
        for alias in self._tables.aliases.values():
            if self.actors[alias.actor_id].kind == "person" and " " in alias.text and alias.type != "misspelling":
                yield alias.actor_id, alias.text

    @cached_property
    def _words(self) -> Mapping[str, Sequence[str]]:
        words: dict[str, dict[str, None]] = defaultdict(dict)
        for person, form in self.person_forms():
            for word in fold(form).split():
                words[word][person] = None
        return {word: tuple(people) for word, people in words.items()}

    def bearers(self, word: str) -> Sequence[str]:
        """Return ids of the people whose full name has a folded word in it."""
        return self._words.get(word, ())

    def tenures(self, actor_id: str) -> tuple[Tenure, ...]:
        """Return the offices that an actor held, the earliest first."""
        return tuple(self._tenures.get(actor_id, ()))

    def tenures_of(self, body: str) -> tuple[Tenure, ...]:
        """Return the tenures held for a state or organisation."""
        return tuple(self._bodies.get(body, ()))

    def office_at(self, actor_id: str, interval: Interval | None, office: str = "") -> Tenure | None:
        """Return the office an actor held at a time.

        Args:
            actor_id: whose office.
            interval: when; of several offices that cover half of it or more the one that ranks
                highest counts, else the one that covers it longest.
            office: an office named by the text, preferred where it was held.

        Returns:
            The tenure, `None` where no office is known at that time or no time is given.
        """
        if interval is None or interval.first is None or interval.last is None:
            return None
        held = [tenure for tenure in self.tenures(actor_id) if tenure.span.overlaps(interval)]
        if office:
            held = [tenure for tenure in held if same_office(tenure.office, office)] or held
        return max(held, key=lambda tenure: _weight(tenure, interval), default=None)

    def holder(self, role: str, state: str, interval: Interval) -> Actor | None:
        """Return who held an office or role at a time.

        Args:
            role: a role (`head-of-state`), `effective-leader`, or the name of an office (`President`).
            state: alpha-3 code, or id of an organisation.
            interval: when; who held it for most of these days is returned.
        """
        tenure = self.holding(role, state, interval)
        return self.actors[tenure.actor_id] if tenure else None

    def holding(self, role: str, state: str, interval: Interval) -> Tenure | None:
        """Return the tenure behind `holder`."""
        if role == "effective-leader":
            return self._leader(state, interval)
        held = [
            tenure
            for tenure in self.tenures_of(state)
            if tenure.span.overlaps(interval) and (tenure.role == role or same_office(tenure.office, role))
        ]
        return max(held, key=lambda tenure: _claim(tenure, interval), default=None)

    def _leader(self, state: str, interval: Interval) -> Tenure | None:
        governing = "head-of-government"
        for code, role, life in self._tables.governing:
            if code == state and life.overlaps(interval):
                governing = role
        order = ("leader", governing, "head-of-state", "head-of-government", "party-leader")
        return next((tenure for role in order if (tenure := self.holding(role, state, interval))), None)

    def state_at(self, code: str, interval: Interval | None) -> StateRow | None:
        """Return the state that held a code's territory at a time: Russia in 1980 gives the Soviet Union.

        A predecessor that ruled from the same capital then comes first, then the state of `code`
        if it existed, then another predecessor, then an heir; without a time, the state of `code`.
        """
        state = self.states.get(code)
        if state is None or interval is None or not interval.known:
            return state
        former = [self.states[code] for code in self._predecessors.get(code, ())]
        living = [past for past in former if past.life.overlaps(interval)]
        at_home = next((past for past in living if past.capital == state.capital), None)
        if at_home or state.life.overlaps(interval):
            return at_home or state
        return next(iter(living), None) or self._heir(state, interval) or state

    def _heir(self, state: StateRow, interval: Interval) -> StateRow | None:
        seen = {state.code}
        while state.successor in self.states and state.successor not in seen:
            seen.add(state.successor)
            state = self.states[state.successor]
            if state.life.overlaps(interval):
                return state
        return None

    def with_rows(
        self,
        *,
        tenures: Iterable[Mapping[str, str] | Row] = (),
        people: Iterable[Mapping[str, str] | Row] = (),
        person_aliases: Iterable[Mapping[str, str] | Row] = (),
        states: Iterable[Mapping[str, str] | Row] = (),
        state_aliases: Iterable[Mapping[str, str] | Row] = (),
        organisations: Iterable[Mapping[str, str] | Row] = (),
        organisation_aliases: Iterable[Mapping[str, str] | Row] = (),
    ) -> Registry:
        """Return a registry with a user's own rows added; columns are those of the data files.

        Raises:
            DataError: a row is malformed, or names an actor that is not there.
        """
        added = {
            "tenures": tenures,
            "people": people,
            "person_aliases": person_aliases,
            "states": states,
            "state_aliases": state_aliases,
            "organisations": organisations,
            "organisation_aliases": organisation_aliases,
        }
        return Registry(tables_from(added, self._tables))


@cache
def load_registry() -> Registry:
    """Load the registry of the package once.

    Raises:
        DataError: a data file is malformed.
    """
    with _collector_paused():
        return Registry(read_tables())


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the garbage collector, which would search a hundred thousand new values for garbage in vain."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _days(tenure: Tenure, interval: Interval) -> int:
    """Count the days of an interval within a tenure."""
    assert interval.first is not None
    assert interval.last is not None
    first = max(interval.first, tenure.span.first or date.min)
    last = min(interval.last, tenure.span.last or date.max)
    return (last - first).days


def _weight(tenure: Tenure, interval: Interval) -> tuple[bool, int, int]:
    """Order the offices of one person at a time."""
    assert interval.first is not None
    assert interval.last is not None
    days = _days(tenure, interval)
    return 2 * days >= (interval.last - interval.first).days, rank_tenure(tenure), days


def _claim(tenure: Tenure, interval: Interval) -> tuple[int, bool, int, date]:
    """Order the holders of one office: the longest in the interval, then no mere acting one, then the latest."""
    return (
        _days(tenure, interval),
        not tenure.office.startswith("Acting"),
        rank_tenure(tenure),
        tenure.span.first or date.min,
    )
