"""Yes/no questions: odds follow the record, quiet pairs borrow, strangers have no basis, nothing looks ahead."""

from __future__ import annotations

import numpy as np
import pytest

from summitry.forecasting.arrays import Ints
from summitry.forecasting.panels import Dyad, Family, active_dyads, count_panel
from summitry.forecasting.questions import QuestionModel
from summitry.forecasting.signals import SIGNALS, signals_at

STATES = ("Arden", "Borduria", "Calisota", "Draconia", "Elbonia", "Freedonia", "Graustark")
RELATIONS = ("Consult", "Make a visit", "Host a visit", "Accuse")
FAMILIES = (
    Family("meet", False, frozenset({"Consult", "Make a visit", "Host a visit"})),
    Family("visit", True, frozenset({"Make a visit"}), frozenset({"Host a visit"})),
    Family("accuse", True, frozenset({"Accuse"})),
)
STATE_OF = dict(enumerate(STATES)) | {7: "Arden"}


def record(days: int = 200) -> Ints:
    """Arden and Borduria meet often, Calisota and Draconia seldom, Graustark never; Elbonia accuses Freedonia."""
    rng = np.random.default_rng(11)
    rates = {(0, 1): 0.3, (2, 3): 0.02, (0, 2): 0.08, (1, 3): 0.05, (4, 5): 0.1, (0, 4): 0.04}
    facts = [
        (a, int(rng.integers(3)), b, day)
        for day in range(days)
        for (a, b), rate in rates.items()
        if rng.random() < rate
    ]
    facts += [(4, 3, 5, day) for day in range(days) if rng.random() < 0.2]
    return np.array(facts, dtype=np.int64)


@pytest.fixture(scope="module")
def model() -> QuestionModel:
    return QuestionModel(FAMILIES, RELATIONS, STATE_OF)


ASKED = [
    Dyad("meet", "Arden", "Borduria"), Dyad("meet", "Calisota", "Draconia"), Dyad("accuse", "Elbonia", "Freedonia"),
    Dyad("meet", "Arden", "Graustark"),
]  # fmt: skip


def test_pairs_that_meet_often_have_higher_odds(model: QuestionModel) -> None:
    often, seldom, *_ = model.forecast(180, record(), ASKED, 7)
    assert often.probability > 0.6 > 0.35 > seldom.probability


def test_a_longer_horizon_has_higher_odds(model: QuestionModel) -> None:
    week, month = (model.forecast(180, record(), ASKED, horizon) for horizon in (7, 30))
    assert all(short.probability < long.probability for short, long in zip(week[:3], month[:3], strict=True))


def test_strangers_have_no_basis_and_borrow_from_their_family(model: QuestionModel) -> None:
    stranger = model.forecast(180, record(), ASKED, 7)[3]
    assert not stranger.basis
    assert 0 < stranger.base_rate < 0.5


def test_facts_after_the_cutoff_change_no_odds(model: QuestionModel) -> None:
    """The leak test: shuffle or delete everything from the cut-off on."""
    facts = record()
    past, future = facts[facts[:, 3] < 150], facts[facts[:, 3] >= 150].copy()
    future[:, :3] = np.random.default_rng(5).permutation(future[:, :3])
    shuffled = model.forecast(150, np.concatenate([past, future]), ASKED, 7)
    assert model.forecast(150, facts, ASKED, 7) == shuffled == model.forecast(150, past, ASKED, 7)


def test_removing_the_past_of_a_pair_lowers_its_odds(model: QuestionModel) -> None:
    facts = record()
    without = facts[~((facts[:, 0] == 0) & (facts[:, 2] == 1) & (facts[:, 3] >= 120))]
    before, after = (model.forecast(180, history, ASKED, 7)[0].probability for history in (facts, without))
    assert after < before - 0.2


def test_asking_twice_gives_the_same_odds(model: QuestionModel) -> None:
    assert model.forecast(170, record(), ASKED, 7) == model.forecast(170, record(), ASKED, 7)


def test_a_record_too_short_to_learn_from_is_refused(model: QuestionModel) -> None:
    with pytest.raises(ValueError, match="no question of 30 days"):
        model.forecast(70, record(), ASKED, 30)


def test_a_visit_hosted_counts_as_a_visit_by_the_guest() -> None:
    facts = np.array([[1, 2, 0, 3], [7, 1, 1, 4], [0, 1, 7, 5]])
    dyads = [Dyad("visit", "Arden", "Borduria"), Dyad("meet", "Borduria", "Arden")]
    panel = count_panel(facts, 6, RELATIONS, STATE_OF, FAMILIES, dyads)
    assert panel.own.tolist() == [[0, 0, 0, 1, 1, 0], [0, 0, 0, 1, 1, 0]]
    assert active_dyads(facts, 6, RELATIONS, STATE_OF, FAMILIES, 2) == [
        Dyad("meet", "Arden", "Borduria"),
        Dyad("visit", "Arden", "Borduria"),
    ]


def test_signals_have_names_and_see_only_the_days_before() -> None:
    panel = count_panel(record(), 200, RELATIONS, STATE_OF, FAMILIES, ASKED)
    families = np.array([0, 0, 2, 0])
    early = count_panel(record(), 150, RELATIONS, STATE_OF, FAMILIES, ASKED)
    whole, cut = signals_at(panel, families, 150, 7), signals_at(early, families, 150, 7)
    assert whole.shape == (4, len(SIGNALS))
    assert np.array_equal(whole, cut)
