"""Every case of cases.tsv: an invented sentence and the days its marked words stand for."""

import pytest

from summitry.dates import find_times

from .helpers import Case, answer, read_cases


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: f"{case.kind}:{case.expression}"[:60])
def test_marked_words_stand_for_their_days(case: Case) -> None:
    found = find_times(case.text, case.published)
    assert answer(found, case.start, case.end) == case.days
