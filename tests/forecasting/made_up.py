"""A small made-up record: three states and their people who meet, quarrel and trade in regular ways."""

from __future__ import annotations

import numpy as np

from summitry.forecasting.arrays import Ints

ACTORS = (
    "Arden", "Borduria", "Calisota", "Police (Arden)", "Citizen (Arden)", "Police (Borduria)", "Citizen (Borduria)",
    "Ann Ardenne", "Bo Bordurian", "Press (Calisota)",
)  # fmt: skip
RELATIONS = ("Consult", "Make a visit", "Host a visit", "Accuse", "Threaten", "Arrest, detain", "Praise or endorse")


def made_up_facts(days: int = 90) -> Ints:
    """Arden and Borduria visit each other two days after they consult; accusations are answered by threats."""
    rng = np.random.default_rng(7)
    facts = set()
    for day in range(days):
        if day % 6 == 0:
            facts |= {(0, 0, 1, day), (1, 0, 0, day), (7, 0, 8, day)}
        if day % 6 == 2:
            facts |= {(0, 1, 1, day), (1, 2, 0, day)}
        if day % 9 == 4:
            facts |= {(2, 3, 0, day)}
        if day % 9 == 5:
            facts |= {(0, 4, 2, day)}
        if day % 4 == 1:
            facts |= {(3, 5, 4, day), (5, 5, 6, day)}
        s, o = rng.choice(len(ACTORS), size=2, replace=False).tolist()
        facts |= {(s, int(rng.integers(len(RELATIONS))), o, day)}
    return np.array(sorted(facts, key=lambda fact: fact[3]), dtype=np.int64)
