"""How often the rules for turning points cry wolf, and how often they find a change that is there. Made-up counts.

python benchmarks/turning.py
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from summitry.incidents import level_of_incident
from summitry.model import Incident, Interval, Participant
from summitry.relations import silences
from summitry.relations.bonds import Bond
from summitry.relations.changes import change_points
from summitry.relations.turning import penalty

DRAWS = 200
QUARTERS = 120
"""Thirty years."""

PEOPLE = (
    Participant("actor", "Ann Able", "QAA", "President", "person", "ann"),
    Participant("recipient", "Ben Bold", "QBB", "President", "person", "ben"),
)


def main() -> None:
    generator = np.random.default_rng(1)
    print(f"{DRAWS} made-up relations of {QUARTERS} quarters each; seed 1")
    print("\nacts a year, nothing changes        share with a turning point all the same")
    for rate in (0.5, 1, 3, 8):
        print(f"  {rate:>4}                              {_found(generator, np.full(QUARTERS, rate / 4)):.3f}")
    print("\nacts a year before -> after half-way   share in which it is found within a year")
    for before, after in ((1, 2), (1, 3), (1, 5), (4, 2), (4, 1), (4, 0)):
        rates = np.where(np.arange(QUARTERS) < QUARTERS // 2, before / 4, after / 4)
        print(f"  {before} -> {after}                               {_found(generator, rates, near=QUARTERS // 2):.3f}")
    print("\nleader meetings a year, by chance      share with a silence told all the same")
    for rate in (0.5, 1, 2):
        print(f"  {rate:>4}                              {_silent(generator, rate):.3f}")


def _found(generator: np.random.Generator, rates: np.ndarray, near: int = -1) -> float:
    hits = 0
    for _ in range(DRAWS):
        signal = generator.poisson(rates)[:, None].astype(float)
        ends = change_points(signal, penalty(signal), 2)[:-1] if signal.sum() > 1 else []
        hits += any(abs(end - near) <= 4 for end in ends) if near >= 0 else bool(ends)
    return hits / DRAWS


def _silent(generator: np.random.Generator, rate: float) -> float:
    hits = 0
    for _ in range(DRAWS):
        days = np.cumsum(generator.exponential(365.25 / rate, size=int(30 * rate * 2) + 20))
        met = [date(1990, 1, 1) + timedelta(days=int(day)) for day in days if day < 30 * 365]
        bonds = [Bond(_meeting(day, k), "forth", 4.0) for k, day in enumerate(met)]
        hits += bool(silences(bonds, date(2019, 12, 31)))
    return hits / DRAWS


def _meeting(day: date, number: int) -> Incident:
    level = level_of_incident(PEOPLE)
    return Incident(f"i-{number}", "CONSULT", "visit", PEOPLE, Interval.day(day), "", "occurred", level)


if __name__ == "__main__":
    main()
