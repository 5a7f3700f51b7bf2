"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A machine that is busy with other things makes no test fail: how long things take is measured in benchmarks/.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
