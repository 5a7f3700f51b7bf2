"""The fitted weights as plain data: JSON in, JSON out, no pickle."""

from __future__ import annotations

import json
from dataclasses import asdict

import numpy as np

from summitry.errors import DataError
from summitry.forecasting.arrays import Ints
from summitry.forecasting.features import FEATURES
from summitry.forecasting.history import History
from summitry.forecasting.homes import Homes
from summitry.forecasting.ranking import RankingModel, Settings

__all__ = ["dump_model", "load_model"]

VERSION = 1


def dump_model(model: RankingModel) -> str:
    """The weights of a fitted logit by category and feature, with what they belong to.

    The counts are not in it: they are counted again from the record by `load_model`.
    """
    homes = model.past().homes
    return json.dumps(
        {
            "version": VERSION,
            "features": list(FEATURES),
            "actors": list(model.actors),
            "relations": list(model.relations),
            "settings": asdict(model.settings),
            "home": homes.home.tolist(),
            "sector": homes.sector.tolist(),
            "homes": homes.homes,
            "sectors": homes.sectors,
            "weights": model.weights.tolist(),
        },
        ensure_ascii=False,
    )


def load_model(text: str, quads: Ints) -> RankingModel:
    """A model from what `dump_model` wrote, having seen the facts given.

    Raises:
        DataError: the text was written by another version or for other features.
    """
    data = json.loads(text)
    if data.get("version") != VERSION or data.get("features") != list(FEATURES):
        raise DataError("the weights belong to another version of the ranking model: fit it again")
    model = RankingModel(data["actors"], data["relations"], Settings(**data["settings"]))
    model.weights = np.array(data["weights"], dtype=np.float64)
    home, sector = (np.array(data[name], dtype=np.int64) for name in ("home", "sector"))
    homes = Homes(home, sector, int(data["homes"]), int(data["sectors"]))
    model.history = History(len(model.actors), len(model.relations), model.roots, homes)
    return model.replay(quads)
