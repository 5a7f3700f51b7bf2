"""From CAMEO to PLOVER: by the published table where there is one, else by our rules in `data/cameo_to_plover.csv`."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

from summitry.errors import DataError, UsageError
from summitry.exchange.countries import rows_of
from summitry.model import EventType, Status

__all__ = ["Act", "Conversion", "cameo_code", "find_table", "load_rules", "read_table"]

TABLE_NAME = "CAMEO2PLOVER-2021.txt"
"""The file of the PLOVER repository that holds the published table."""

_LINE = re.compile(r"(\d{2,4})\s*:\s*([A-Z]+)?\s*,?([^,#]*),?([^#]*)")
_DIGITS = ("", *"0123456789")


@dataclass(frozen=True, slots=True)
class Act:
    """A PLOVER category, its mode and contexts; all empty where PLOVER has no category for the act."""

    type: str = ""
    mode: str = ""
    contexts: tuple[str, ...] = ()


NOTHING = Act()


@dataclass(frozen=True, slots=True)
class Conversion:
    """Acts by CAMEO code or the beginning of one.

    Args:
        name: `rules`, or `table` and a digest of the published file: what a panel remembers it was made with.
        acts: the longest beginning that stands here decides.
    """

    name: str
    acts: Mapping[str, Act]

    def act(self, code: str) -> Act:
        """Return what a code stands for.

        >>> load_rules().act("0841")
        Act(type='RETREAT', mode='release', contexts=())
        """
        beginnings = (code[:length] for length in range(len(code), 1, -1))
        return next((self.acts[part] for part in beginnings if part in self.acts), NOTHING)

    def all_codes(self) -> dict[str, Act]:
        """Return every code that CAMEO's numbering allows, roots 01 to 20 with up to two digits more."""
        codes = (
            f"{root:02d}{third}{fourth}" for root, third, fourth in product(range(1, 21), _DIGITS, _DIGITS) if third
        )
        return {code: self.act(code) for code in (*(f"{root:02d}" for root in range(1, 21)), *codes)}


@cache
def load_rules() -> Conversion:
    """Return our own rules, compiled from the definitions of both manuals."""
    return Conversion(
        "rules", {row["beginning"]: Act(row["category"], row["mode"]) for row in _rows("cameo_to_plover")}
    )


def find_table() -> Path | None:
    """Return the published table of a checkout with shared data (SUMMITRY_SHARED), `None` where there is none."""
    shared = os.environ.get("SUMMITRY_SHARED")
    path = Path(shared) / "data" / "events" / TABLE_NAME if shared else None
    return path if path and path.is_file() else None


def read_table(path: Path) -> Conversion:
    """Read the published table: lines `code: CATEGORY, mode, context; context # note`.

    Codes that it leaves out, the roots 01 and 02 among them, have no category.

    Raises:
        UsageError: the file is no such table.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"the conversion table {path} cannot be read: {error.strerror}") from error
    acts: dict[str, Act] = {}
    for line in data.decode("utf-8", "replace").splitlines():
        match = _LINE.match(line.strip())
        if match and match[2] in get_args(EventType):
            contexts = tuple(context.strip() for context in match[4].split(";") if context.strip())
            act = Act(match[2], match[3].strip(), contexts)
            if len(match[1]) > 2 or match[1] not in acts:
                acts[match[1]] = act
    if len(acts) < 20:
        raise UsageError(f"{path} is no CAMEO to PLOVER table: it has {len(acts)} lines like '042: CONSULT, visit,'")
    return Conversion(f"table {hashlib.sha256(data).hexdigest()[:12]}", acts)


@cache
def _codes() -> Mapping[tuple[str, str], tuple[str, str]]:
    return {(row["category"], row["mode"]): (row["code"], row["planned"]) for row in _rows("plover_to_cameo")}


def cameo_code(category: str, mode: str, status: Status) -> str:
    """Return the CAMEO code of an act, `""` where CAMEO has none.

    An act that is planned is an intent (root 03), which comes back as AGREE; what is only possible, was denied or
    called off has no code.
    """
    if status not in ("occurred", "ongoing", "planned"):
        return ""
    code, planned = _codes().get((category, mode)) or _codes().get((category, "")) or ("", "")
    return planned if status == "planned" else code


def _rows(name: str) -> list[dict[str, str]]:
    rows = list(rows_of("summitry.exchange", name))
    if any(row["category"] not in ("", *get_args(EventType)) for row in rows):
        raise DataError(f"{name}.csv: a category is none of PLOVER's")
    return rows
