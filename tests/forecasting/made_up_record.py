"""A made-up chronicle of fifteen years: some pairs meet often, some seldom, some only accuse."""

from __future__ import annotations

from datetime import date

import numpy as np

from summitry.forecasting.chronicle import Act, Chronicle, Plan, chronicle_of

START, END = date(2005, 1, 1).toordinal(), date(2020, 1, 1).toordinal()
MEETINGS = {
    ("CHN", "PRK"): 2.0, ("CHN", "RUS"): 4.0, ("JPN", "KOR"): 3.0, ("KOR", "USA"): 5.0, ("JPN", "USA"): 4.0,
    ("FRA", "DEU"): 6.0, ("PRK", "RUS"): 0.6, ("FRA", "USA"): 1.5, ("CHN", "USA"): 1.0, ("KOR", "PRK"): 0.5,
}  # fmt: skip
"""Meetings a year."""
ACCUSED = {("USA", "PRK"): 3.0, ("PRK", "USA"): 4.0, ("RUS", "USA"): 1.0, ("KOR", "PRK"): 2.0}


def made_up_acts(seed: int = 7) -> list[Act]:
    """Acts that come at random; those between KOR and USA, by leaders, every first week of May besides; and an
    agreement some days after every third meeting."""
    rng = np.random.default_rng(seed)
    acts: list[Act] = []

    def add(type_: str, level: int, day: int, doers: tuple[str, ...], targets: tuple[str, ...] = ()) -> None:
        if day < END:
            acts.append(Act(f"i-{len(acts):05d}", type_, "", level, day, doers, targets))

    for pair, rate in MEETINGS.items():
        days = START + np.cumsum(rng.exponential(365.25 / rate, size=int(rate * 60)))
        for number, day in enumerate(days[days < END].astype(int).tolist()):
            add("CONSULT", 0 if number % 2 else 1, day, pair)
            if number % 3 == 0:
                add("AGREE", 1, day + 10, pair)
    for (one, other), rate in ACCUSED.items():
        days = START + np.cumsum(rng.exponential(365.25 / rate, size=int(rate * 60)))
        for day in days[days < END].astype(int).tolist():
            add("ACCUSE", 3, day, (one,), (other,))
    for year in range(2005, 2020):
        add("CONSULT", 0, date(year, 5, 2).toordinal(), ("KOR", "USA"))
    return acts


def made_up_chronicle(seed: int = 7, plans: tuple[Plan, ...] = ()) -> Chronicle:
    """The acts in columns."""
    return chronicle_of(made_up_acts(seed), plans)
