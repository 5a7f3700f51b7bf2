"""What the tests of forecasting share."""

from __future__ import annotations

import pytest

from summitry.forecasting.arrays import Ints

from .made_up import made_up_facts


@pytest.fixture(scope="session")
def facts() -> Ints:
    """The made-up record, days 0 to 89."""
    return made_up_facts()
