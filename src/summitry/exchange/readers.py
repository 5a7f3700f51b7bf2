"""Which way a file of a shape is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from summitry.exchange.gdelt import gdelt_plan
from summitry.exchange.icews import icews_plan, polecat_plan
from summitry.exchange.phoenix import phoenix_plan
from summitry.exchange.plain import plain_reader
from summitry.exchange.plans import Plan, first_line
from summitry.exchange.plover_rows import plover_event_rows
from summitry.exchange.polecat_json import polecat_rows
from summitry.exchange.rowwise import Bad, Rows, csv_rows, json_rows, plain_plan, write_plain
from summitry.exchange.schema import Shape
from summitry.exchange.travel import travel_reader

__all__ = ["Work", "work_on"]


@dataclass(frozen=True, slots=True)
class Work:
    """A file ready to be read in bulk.

    Args:
        path: the file.
        plan: how it is read.
        bad: rows kept aside already.
        temporary: the file is ours and goes when it is read.
    """

    path: Path
    plan: Plan
    bad: list[Bad] = field(default_factory=list)
    temporary: bool = False


def work_on(path: Path, name: str, shape: Shape, mapped: Mapping[str, str], scratch: Path) -> Work:
    """Return how a file is read; what is read row by row is first made plain in a scratch folder.

    Args:
        path: the unpacked file.
        name: how the user named it.
        shape: its shape.
        mapped: for `csv`, the column of each field.
        scratch: where a plain copy goes.

    Raises:
        InputError: the file is not of the shape.
        UsageError: a mapped field is unknown.
    """
    line = first_line(path, name)
    if shape in ("gdelt", "gdelt2"):
        return Work(path, gdelt_plan(line.count("\t") + 1, shape, name))
    if shape == "phoenix":
        return Work(path, phoenix_plan(line.count("\t") + 1, name))
    if shape == "icews":
        return Work(path, icews_plan(line, name))
    if shape == "polecat" and not line.lstrip().startswith(("{", "[")):
        return Work(path, polecat_plan(line, name))
    return _made_plain(_rows(path, name, shape, mapped), scratch)


def _rows(path: Path, name: str, shape: Shape, mapped: Mapping[str, str]) -> Rows:
    if shape == "travel":
        return csv_rows(path, name, travel_reader)
    if shape == "csv":
        return csv_rows(path, name, plain_reader(mapped))
    return json_rows(path, polecat_rows if shape == "polecat" else plover_event_rows)


def _made_plain(rows: Rows, scratch: Path) -> Work:
    path = scratch / "plain.tsv"
    write_plain(rows, path)
    return Work(path, plain_plan(), rows.bad, temporary=True)
