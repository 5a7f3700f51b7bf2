"""Reads the CSV files that the gazetteer is made of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib import resources

from summitry.errors import DataError

__all__ = ["rows_of"]


def rows_of(package: str, file: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file in a package's `data` folder.

    Args:
        package: for example `summitry.places`.
        file: file name in its `data` folder.
        columns: columns that every row must have.

    Raises:
        DataError: a column is missing or a row has too few or too many fields; names the file and the line.
    """
    text = resources.files(package).joinpath("data", file).read_text(encoding="utf-8")
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    if not set(columns) <= set(header):
        raise DataError(f"{file}: needs the columns {', '.join(columns)}")
    for values in reader:
        if len(values) != len(header):
            raise DataError(f"{file}, line {reader.line_num}: has {len(values)} fields, not {len(header)}")
        yield dict(zip(header, values, strict=True))
