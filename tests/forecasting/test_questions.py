"""Yes/no questions: odds follow the record, quiet pairs borrow, strangers have no basis, nothing looks ahead."""

from __future__ import annotations

import sys
from datetime import date

import numpy as np
import pytest

from summitry.errors import UsageError
from summitry.forecasting.arrays import Ints
from summitry.forecasting.calendar import tempo
from summitry.forecasting.panels import Dyad, Family, active_dyads, count_panel
from summitry.forecasting.question_trees import BoostedQuestionModel
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
    usual = np.ones(157)
    whole, cut = signals_at(panel, families, 150, 7, usual), signals_at(early, families, 150, 7, usual)
    assert whole.shape == (4, len(SIGNALS))
    assert np.array_equal(whole, cut)


def test_after_a_quiet_month_as_much_is_expected_as_before_it() -> None:
    """A record that falls to the tempo of the season: rates by what its days are worth are those of the rest."""
    worth = tempo(date(2018, 5, 1), 200)
    facts = np.array([(0, 0, 1, day) for day in range(200) if worth[day] == 1.0 or (day * 0.72) % 1 < 0.72])
    panel = count_panel(facts, 200, RELATIONS, STATE_OF, FAMILIES, ASKED[:1])
    own = SIGNALS.index("own, 120 days")
    families = np.array([0])
    plain, seasonal = (signals_at(panel, families, 123, 7, x)[0, own] for x in (np.ones(200), worth))
    assert np.exp(plain) / 7 < 0.95
    assert np.exp(seasonal) / 7 == pytest.approx(1.0, abs=0.02)


def test_a_week_of_recess_promises_less_than_another() -> None:
    panel = count_panel(record(), 200, RELATIONS, STATE_OF, FAMILIES, ASKED)
    families = np.array([0, 0, 2, 0])
    plain, recess = np.ones(187), np.r_[np.ones(180), np.full(7, 0.72)]
    one, other = (signals_at(panel, families, 180, 7, worth) for worth in (plain, recess))
    own = [i for i, name in enumerate(SIGNALS) if name.startswith("own, ")]
    assert (one - other)[:, own] == pytest.approx(-np.log(0.72))
    assert np.array_equal(np.delete(one, own, axis=1), np.delete(other, own, axis=1))


def test_trees_agree_on_who_meets_often_repeat_themselves_and_never_look_ahead() -> None:
    pytest.importorskip("lightgbm", reason="the optional extra `boosted` is not installed")
    trees = BoostedQuestionModel(FAMILIES, RELATIONS, STATE_OF)
    facts = record()
    often, seldom, *_ = found = trees.forecast(150, facts, ASKED, 7)
    assert often.probability > seldom.probability
    assert trees.forecast(150, facts[facts[:, 3] < 150], ASKED, 7) == found


def test_trees_without_lightgbm_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lightgbm", None)
    with pytest.raises(UsageError, match=r"summitry\[boosted\]"):
        BoostedQuestionModel(FAMILIES, RELATIONS, STATE_OF).forecast(150, record(), ASKED, 7)
