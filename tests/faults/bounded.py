"""Work done in a forked process that is ended when it takes too long: quadratic work fails and holds nothing up."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

__all__ = ["LONGEST", "ends_in_time"]

LONGEST = 60
"""Seconds of the processor: many times what the work takes, far less than it would take if it were quadratic."""


def ends_in_time(work: Callable[[], object], seconds: int = LONGEST) -> bool:
    """Return whether work ends within a time of the processor; a failure of the work itself fails the test."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            signal.setitimer(signal.ITIMER_PROF, seconds)  # a machine busy with other things does not count
            signal.alarm(20 * seconds)  # but what waits for ever ends too
            work()
            status = 0
        finally:
            os._exit(status)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in (0, -signal.SIGPROF, -signal.SIGALRM), "the work failed"
    return ended == 0
