"""A panel on disk: Parquet files by year, and one JSON file that says which of them count.

    PANEL/panel.json               what was imported and which parts belong to the panel
    PANEL/year=2018/part-00003.parquet
    PANEL/rejected/00002-name.tsv  rows kept aside, with their line numbers

`panel.json` is replaced in one step after the parts of a run are written, so a run that is killed leaves the panel as
it was; parts that it does not name are left over from such a run and are cleared away by the next.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from summitry.errors import RecordError, UsageError

__all__ = ["Input", "Panel", "Part", "locked", "open_panel", "save_panel"]

VERSION = 1
MANIFEST = "panel.json"
OWN = (".lock", ".scratch", "rejected")
"""What a first import that was stopped may have left in a folder."""


@dataclass(frozen=True, slots=True)
class Part:
    """One Parquet file of a panel, sorted by dyad and day.

    Args:
        path: within the panel's folder.
        year: the year its events began in.
        rows: how many events.
        first: first day in it; last: last day.
    """

    path: str
    year: int
    rows: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Input:
    """A file that was imported.

    Args:
        name: as the user named it.
        fingerprint: size and checksum, by which it is known again.
        shape: `gdelt`, `icews` …
        rows: how many events it gave.
        rejected: how many rows were kept aside; kept: the file they stand in.
        uncoded: how many events have no PLOVER category.
    """

    name: str
    fingerprint: str
    shape: str
    rows: int
    rejected: int
    kept: str
    uncoded: int


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel: its folder and what is in it.

    Args:
        folder: where it lies.
        conversion: name of the conversion from CAMEO it was made with, `""` before the first import.
        parts: its Parquet files, by year.
        inputs: what was imported, in order.
        number: the next part's.
    """

    folder: Path
    conversion: str = ""
    parts: tuple[Part, ...] = ()
    inputs: tuple[Input, ...] = ()
    number: int = 0

    @property
    def rows(self) -> int:
        """How many events it holds."""
        return sum(part.rows for part in self.parts)

    @property
    def years(self) -> tuple[int, ...]:
        """The years it has events of."""
        return tuple(sorted({part.year for part in self.parts}))

    @property
    def first(self) -> str:
        """The first day, ISO; `""` where it is empty."""
        return min((part.first for part in self.parts), default="")

    @property
    def last(self) -> str:
        """The last day."""
        return max((part.last for part in self.parts), default="")

    def files(self, year: int | None = None) -> list[str]:
        """Return the paths of its parts, of one year or of all."""
        return [str(self.folder / part.path) for part in self.parts if year in (None, part.year)]


def open_panel(folder: Path, *, create: bool = False) -> Panel:
    """Open a panel.

    Raises:
        UsageError: there is none there, or the folder holds something else.
        RecordError: its list of parts cannot be read, a part is missing, or a newer version wrote it.
    """
    manifest = folder / MANIFEST
    if not manifest.is_file():
        if not create:
            raise UsageError(f"{folder} is no panel; `summitry import-events … -o {folder}` makes one")
        if folder.is_dir() and any(path.name not in OWN for path in folder.iterdir()):
            raise UsageError(f"{folder} is not empty and no panel; name a new folder")
        return Panel(folder)
    try:
        data = json.loads(manifest.read_text(encoding="utf-8"))
        if data["version"] > VERSION:
            raise RecordError(f"{folder}: was written by a newer version of summitry; update it")
        panel = Panel(
            folder,
            str(data["conversion"]),
            tuple(Part(**part) for part in data["parts"]),
            tuple(Input(**entry) for entry in data["inputs"]),
            int(data["number"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise RecordError(f"{manifest}: is damaged ({error}); import the files again into a new folder") from error
    if missing := next((path for path in panel.files() if not Path(path).is_file()), ""):
        raise RecordError(f"{missing}: this part of the panel is gone; import its files again into a new folder")
    return panel


def save_panel(panel: Panel) -> None:
    """Make a panel what its folder holds, in one step; then clear away what no longer belongs to it."""
    data = {
        "version": VERSION,
        "conversion": panel.conversion,
        "number": panel.number,
        "parts": [asdict(part) for part in panel.parts],
        "inputs": [asdict(entry) for entry in panel.inputs],
    }
    manifest = panel.folder / MANIFEST
    draft = manifest.with_suffix(".part")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(manifest)
    clear(panel)


def clear(panel: Panel) -> None:
    """Remove parts that the panel does not name, left over from a run that was stopped or merged since."""
    known = set(panel.files())
    for path in panel.folder.glob("year=*/part-*.parquet"):
        if str(path) not in known:
            path.unlink()


@contextmanager
def locked(folder: Path) -> Iterator[Path]:
    """Hold a panel's folder for writing, made where it is not there; gives a scratch folder in it.

    Raises:
        RecordError: somebody else is writing to it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = folder / ".lock"
    scratch = folder / ".scratch"
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise RecordError(f"{folder}: another import is writing to it; wait for it to end") from error
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        try:
            yield scratch
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
            lock.unlink(missing_ok=True)
