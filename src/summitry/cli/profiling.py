"""`--profile`: where the time goes, by stage. A clock looks two hundred times a second at what the program is doing.

The folders of the program are its stages, so that the file that runs tells the stage.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import summitry

__all__ = ["StageClock", "profile_lines", "watched"]

_EVERY = 0.005
_AT_ONCE = 1e-4
"""How soon the clock gets its turn: one that waits longer would mostly see the code that waits for nobody, in C."""
_HERE = str(Path(summitry.__file__).parent)

STAGES: Mapping[str, str] = {
    "loading": "models and tables loaded, once",
    "reading": "bytes to clean texts",
    "language": "sentences, words, names",
    "dates": "dates",
    "actors": "actors and offices",
    "places": "places",
    "annotation": "dateless texts dated",
    "coding": "events",
    "coding/judge": "second reading",
    "coding/claims": "claims",
    "record": "duplicates, writing",
    "linking": "incidents linked",
    "other": "all else",
}


@dataclass(slots=True)
class StageClock:
    """Seconds of processor time by stage. Use `watched`."""

    seconds: Counter[str] = field(default_factory=Counter)
    _done: threading.Event = field(default_factory=threading.Event)

    def watch(self, thread: int) -> None:
        """Look at a thread until told to stop, and give the time since the last look to what is seen."""
        before = time.process_time()
        while not self._done.wait(_EVERY):
            frame = sys._current_frames().get(thread)
            now = time.process_time()
            self.seconds[_stage_of(frame)] += now - before  # type: ignore[assignment]  # a Counter of seconds
            before = now

    def stop(self) -> None:
        """Stop looking."""
        self._done.set()


@contextmanager
def watched() -> Iterator[StageClock]:
    """Watch what this thread does within the block."""
    clock = StageClock()
    patience = sys.getswitchinterval()
    sys.setswitchinterval(_AT_ONCE)
    watcher = threading.Thread(target=clock.watch, args=(threading.get_ident(),), daemon=True)
    watcher.start()
    try:
        yield clock
    finally:
        clock.stop()
        watcher.join()
        sys.setswitchinterval(patience)


def profile_lines(clock: StageClock, documents: int) -> Iterator[str]:
    """Yield a table of the stages: seconds, milliseconds a document, share."""
    total = sum(clock.seconds.values()) or 1.0
    yield f"{'stage':32}{'CPU s':>8}{'ms/doc':>9}{'share':>7}"
    for stage, told in STAGES.items():
        seconds = clock.seconds[stage]
        each = "" if stage == "loading" or not documents else f"{1e3 * seconds / documents:.1f}"
        yield f"{told:32}{seconds:8.1f}{each:>9}{seconds / total:7.0%}"


def _stage_of(frame: FrameType | None) -> str:
    """Return the stage of the innermost of our files; loading wherever a table or module is being loaded."""
    stage = ""
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith("<frozen importlib") or code.co_name.startswith("load_"):
            return "loading"
        if not stage and code.co_filename.startswith(_HERE):
            stage = _room_of(Path(code.co_filename).relative_to(_HERE))
        frame = frame.f_back
    return stage or "other"


_LINKING = ("record/relinking.py", "record/touched.py", "record/linked_rows.py")


def _room_of(path: Path) -> str:
    if path.as_posix() in _LINKING or path.parts[0] == "incidents":
        return "linking"
    inner = "/".join(path.parts[:2])
    room = inner if inner in STAGES else path.parts[0]
    return room if room in STAGES else "other"
