"""What comes next, how sure, and why: forecasts from a record of dated events."""

from summitry.forecasting.evidence import EvidenceIndex, Seen
from summitry.forecasting.explaining import Driver, Explanation, explain
from summitry.forecasting.panels import Dyad, Family
from summitry.forecasting.questions import Odds, QuestionModel, QuestionSettings
from summitry.forecasting.ranking import RankingModel, Settings
from summitry.forecasting.state import dump_model, load_model

__all__ = [
    "Driver",
    "Dyad",
    "EvidenceIndex",
    "Explanation",
    "Family",
    "Odds",
    "QuestionModel",
    "QuestionSettings",
    "RankingModel",
    "Seen",
    "Settings",
    "dump_model",
    "explain",
    "load_model",
]
