"""The predictors that the forecasting scorers import."""

from __future__ import annotations

from typing import Any

from summitry.forecasting.ranking import RankingModel, Settings


def make(info: dict[str, Any]) -> RankingModel:
    """The default model."""
    relations = info["relations"][: info["num_relations"]]
    return RankingModel(info["entities"], relations, Settings())
