"""The reference record, opened once for all tests of relations."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summitry.record import Record
from summitry.record.reference import open_reference


@pytest.fixture(scope="session")
def korea() -> Iterator[Record]:
    with open_reference("korea") as record:
        yield record
