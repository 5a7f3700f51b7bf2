"""What was linked before and what comes or goes: always the incidents of linking all at once."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from linking.making import event, statement
from summitry.linking import Cluster, Linked, Statement, link, load_rules, renew
from summitry.linking.reach import said
from summitry.linking.spans import Span, Spans
from summitry.model import Event

RULES = load_rules()
NARROW = RULES.vague_days + RULES.weak_before + RULES.weak_after


@dataclass
class Shelves:
    """Keeps what was linked as a record does, and knows no more than it must when something changes."""

    held: dict[str, Linked] = field(default_factory=dict)
    incidents: dict[int, Cluster] = field(default_factory=dict)
    made: int = 0
    most_known: int = 0

    def change(self, new: Iterable[Statement] = (), gone: Iterable[str] = ()) -> None:
        changed = [replace(self.held.pop(name), gone=True) for name in gone]
        changed += [Linked(one, None) for one in new]
        for key in sorted({c.statement.key for c in changed}):
            self._renew([c for c in changed if c.statement.key == key], key)

    def _renew(self, changed: list[Linked], key: str) -> None:
        covered: list[Span] = []
        while True:
            known = [*changed, *self._near(changed, key, covered)]
            renewal = renew(known, covered, RULES)
            if not renewal.missing:
                break
            assert not all(Spans(covered).cover(span) for span in renewal.missing), "asked for what was known"
            covered += renewal.missing
        self.most_known = max(self.most_known, len(known))
        left = {k.statement.id for k in known if not k.gone}
        assert sorted(left) == sorted(s.id for cluster in renewal.clusters for s in cluster.members)
        for number in {k.incident for k in known if k.incident is not None}:
            del self.incidents[number]
        for cluster in renewal.clusters:
            self.made += 1
            self.incidents[self.made] = cluster
            for one in cluster.members:
                self.held[one.id] = Linked(one, self.made, one.id in cluster.guessed)

    def _near(self, changed: list[Linked], key: str, covered: list[Span]) -> Iterator[Linked]:
        words = {said(c.statement) for c in changed}
        of_key = [one for one in self.held.values() if one.statement.key == key]
        asked = {c.incident for c in changed} - {None}
        asked |= {one.incident for one in of_key if said(one.statement) in words or _lies_in(one.statement, covered)}
        return (one for one in of_key if one.incident in asked)


def _lies_in(one: Statement, covered: list[Span]) -> bool:
    if one.start is None or one.end is None or one.count > 1 or (one.width > NARROW and not one.persons):
        return False
    return any(one.start <= end and one.end >= start for start, end in covered)


def told(clusters: Iterable[Cluster]) -> list[tuple[str, list[str], list[str]]]:
    """Return incidents as the one that leads each, its members and those that are guessed."""
    return sorted((c.members[0].id, sorted(s.id for s in c.members), sorted(c.guessed)) for c in clusters)


def assert_whole(shelves: Shelves) -> None:
    assert told(shelves.incidents.values()) == told(link(one.statement for one in shelves.held.values()))


def dense_days() -> st.SearchStrategy[str]:
    """Return dates close enough that days, guesses, months and years all touch one another."""
    day = st.integers(1, 28)
    month = st.integers(1, 4)
    return st.one_of(
        st.builds(lambda m, d: f"2018-{m:02}-{d:02}", month, day),
        st.builds(lambda d: f"2018-03-{d:02}", day),
        st.builds(lambda m: f"2018-{m:02}", month),
        st.builds(lambda m, d, w: f"2018-{m:02}-{d:02}/2018-{m:02}-{min(d + w, 28):02}", month, day, st.integers(1, 9)),
        st.sampled_from(["2018", "2017/2018", "", "2018-02-20/2018-03-05"]),
    )


EVENTS = st.one_of(
    st.builds(
        lambda who, date, place, mode, rule, count: event(
            who, date=date, place=place, mode=mode, count=count, **({"rule": rule} if rule else {})
        ),
        st.sampled_from(["Kim Xi", "Kim Xi", "Kim Li", "PRK CHN", "Kim CHN"]),
        dense_days(),
        st.sampled_from(["", "", "Beijing, China", "Hanoi, Vietnam"]),
        st.sampled_from(["", "", "phone", "visit"]),
        st.sampled_from(["", "", "present-tense"]),
        st.sampled_from([1, 1, 1, 1, 1, 2]),
    ),
    st.builds(
        lambda kind, sides, date, place, status, rule: event(
            *sides, date=date, type=kind, place=place, status=status, **({"rule": rule} if rule else {})
        ),
        st.sampled_from(["ASSAULT", "ACCUSE", "TRANSITION"]),
        st.sampled_from([("USA", "CHN"), ("CHN", "USA"), ("Trump", "Xi")]),
        dense_days(),
        st.sampled_from(["", "Kyiv, Ukraine", "Kharkiv, Ukraine"]),
        st.sampled_from(["occurred", "possible"]),
        st.sampled_from(["", "lead-day"]),
    ),
)
MADE = st.lists(st.tuples(st.sampled_from("abcdefgh"), EVENTS), min_size=1, max_size=40)


def named(made: list[tuple[str, Event]]) -> list[Statement]:
    return [statement(f"{document}{number}", one) for number, (document, one) in enumerate(made)]


@settings(max_examples=150, deadline=None)
@given(MADE, st.randoms(use_true_random=False))
def test_any_cut_into_runs_gives_the_incidents_of_one_run(made: list[tuple[str, Event]], chance: random.Random) -> None:
    statements = named(made)
    chance.shuffle(statements)
    shelves = Shelves()
    while statements:
        cut = chance.randint(1, 6)
        shelves.change(statements[:cut])
        statements = statements[cut:]
        assert_whole(shelves)


@settings(max_examples=150, deadline=None)
@given(MADE, st.randoms(use_true_random=False))
def test_what_is_withdrawn_and_told_otherwise_leaves_no_trace(
    made: list[tuple[str, Event]], chance: random.Random
) -> None:
    statements = named(made)
    shelves = Shelves()
    shelves.change(statements)
    for _ in range(4):
        if shelves.held:
            gone = chance.sample(sorted(shelves.held), chance.randint(1, min(5, len(shelves.held))))
            again = [shelves.held[name].statement for name in gone if chance.random() < 0.4]
            shelves.change([replace(one, weak=chance.random() < 0.5) for one in again], gone)
            assert_whole(shelves)


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_meetings_of_an_unbroken_row_of_days_are_parted_as_at_once(chance: random.Random) -> None:
    days = [(date(2018, 1, 1) + timedelta(days=n)).isoformat() for n in range(160)]
    made = [statement(f"{chr(97 + n % 7)}{n}", event("Kim Xi", date=day)) for n, day in enumerate(days)]
    before = [one for one in made if chance.random() < 0.7]
    shelves = Shelves()
    shelves.change(before)
    for _ in range(4):
        gone = {one.id for one in chance.sample(made, 2)} & set(shelves.held)
        new = [one for one in chance.sample(made, 3) if one.id not in shelves.held]
        shelves.change(new, gone)
        assert_whole(shelves)


def test_one_told_just_alike_takes_in_what_another_had_taken_in() -> None:
    year = event("PRK CHN", date="2018")
    shelves = Shelves()
    shelves.change([statement("a2", year), statement("b3", year)])
    shelves.change([statement("a1", year)])
    assert_whole(shelves)
    assert [ids for _, ids, _ in told(shelves.incidents.values())] == [["e-a1", "e-b3"], ["e-a2"]]


def test_those_told_just_alike_find_each_other_when_the_first_is_withdrawn() -> None:
    year, perhaps = event("PRK CHN", date="2018"), event("PRK CHN", date="2018", status="possible")
    shelves = Shelves()
    shelves.change([statement("b1", year), statement("d2", perhaps), statement("e3", perhaps)])
    shelves.change(gone=["e-b1"])
    assert_whole(shelves)
    assert [ids for _, ids, _ in told(shelves.incidents.values())] == [["e-d2", "e-e3"]]


def test_a_day_added_to_a_dense_key_needs_few_of_its_statements() -> None:
    days = [(date(2000, 1, 1) + timedelta(days=n)).isoformat() for n in range(1200)]
    statements = [statement(f"{chr(97 + n % 7)}{n}", event("Kim Xi", date=day)) for n, day in enumerate(days)]
    statements += [statement(f"h{n}", event("PRK CHN", date=day[:7])) for n, day in enumerate(days[::10])]
    shelves = Shelves()
    shelves.change(statements)
    shelves.most_known = 0
    new = [event("Kim Xi", date=days[-1]), event("PRK CHN", date=days[-1]), event("Kim Xi", date=days[-1][:7])]
    shelves.change([statement(f"i{n}", one) for n, one in enumerate(new)], [statements[603].id])
    assert_whole(shelves)
    assert shelves.most_known < len(statements) / 8
