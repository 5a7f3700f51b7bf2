"""The parts of forecasting: fading counts, patterns, homes, categories, the logit."""

from __future__ import annotations

import numpy as np
import pytest

from summitry.forecasting.arrays import expand_slices, top_per_group
from summitry.forecasting.codes import UNKNOWN_ROOT, root_of, roots_of
from summitry.forecasting.counts import NEVER, DecayedCounts
from summitry.forecasting.homes import NO_HOME, homes_of
from summitry.forecasting.logit import fit_logit
from summitry.forecasting.patterns import LAGS, PatternTable, lag_of


def test_counts_fade_by_half_in_a_half_life() -> None:
    counts = DecayedCounts((2, float("inf")))
    counts.add(3, np.array([7, 7, 9]))
    counts.add(5, np.array([9]))
    values, ages = counts.lookup(np.array([7, 9, 8]))
    assert values.tolist() == [[1.0, 2.0], [1.5, 2.0], [0.0, 0.0]]
    assert ages.tolist() == [2, 0, NEVER]


def test_counts_do_not_go_back_in_time() -> None:
    counts = DecayedCounts((2,))
    counts.move_to(5)
    with pytest.raises(ValueError, match="cannot go back"):
        counts.move_to(4)


def test_lag_classes_begin_where_they_say() -> None:
    assert lag_of(np.array(LAGS)).tolist() == list(range(len(LAGS)))
    assert lag_of(np.array([3, 90, 400])).tolist() == [1, 5, 6]


def test_the_pattern_table_counts_what_followed() -> None:
    """Code 1 follows code 0 the day after, on 10 of 10 occasions; its rate there is the highest."""
    table, triples = PatternTable(np.array([0, 1, 2, 3]), strength=1.0), DecayedCounts((10,))
    for day in range(20):
        code = np.array([day % 2])
        table.learn(triples, day, np.array([0]), code)
        triples.add(day, code)
    assert table.hits[0, 0, 1] == 10
    assert table.chances[0, 0] == 10
    assert table.rates()[0, 0, 1] > 0.8 > 0.2 > table.rates()[0, 1, 1]
    triples.move_to(20)
    total, best = table.scores(triples, np.array([0, 5]), np.array([0, 0]))
    assert best[0] == max(table.rates()[1, 0, 0], table.rates()[0, 1, 0])
    assert total[0] > best[0] > total[1] == 0


def test_homes_come_from_brackets_names_and_partners() -> None:
    names = ("Arden", "Police (Arden)", "Citizen (Borduria)", "Ann Ardenne", "Nobody")
    homes = homes_of(names, np.array([[3, 1], [3, 0], [3, 2]]))
    assert homes.home.tolist() == [1, 1, 2, 1, NO_HOME]
    assert homes.sector.tolist() == [0, 3, 2, 1, 1]


@pytest.mark.parametrize(
    ("name", "root"),
    [
        ("Make statement", 1), ("Make a visit", 4), ("Express intent to meet or negotiate", 3), ("Consult", 4),
        ("Demonstrate or rally", 14), ("Demonstrate military or police power", 15), ("Reduce relations", 16),
        ("Expel or deport individuals", 17), ("fight with small arms and light weapons", 19),
        ("Use unconventional violence", 18), ("Engage in mass killings", 20), ("Cook dinner", UNKNOWN_ROOT),
    ],
)  # fmt: skip
def test_names_of_acts_have_their_cameo_root(name: str, root: int) -> None:
    assert root_of(name) == root
    assert roots_of([name]).tolist() == [root]


def test_the_logit_finds_the_weights_that_made_the_choices() -> None:
    rng = np.random.default_rng(2)
    features = rng.normal(size=(4000, 2)).astype(np.float32)
    owners = np.repeat(np.arange(1000), 4)
    noisy = features @ np.array([2.0, -1.0]) + rng.gumbel(size=4000)
    answers = np.zeros(4000, dtype=bool)
    answers[top_per_group(noisy, owners, 1)] = True
    weights = fit_logit(features, owners, answers, np.zeros(2), penalty=0.01)
    assert weights == pytest.approx([2.0, -1.0], abs=0.25)


def test_slices_are_laid_end_to_end() -> None:
    positions, owners = expand_slices(np.array([5, 2, 9]), np.array([7, 2, 10]))
    assert positions.tolist() == [5, 6, 9]
    assert owners.tolist() == [0, 0, 2]
