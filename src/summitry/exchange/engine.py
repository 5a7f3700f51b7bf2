"""DuckDB, which reads, sorts and counts large tables within a stated memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summitry.errors import SummitryError, UsageError

if TYPE_CHECKING:
    import duckdb

__all__ = ["MEMORY", "MissingExtraError", "connect", "quoted"]

MEMORY = "2GB"
"""What DuckDB may hold before it spills to disk; the whole process stays below twice that."""


class MissingExtraError(UsageError):
    """A part of summitry is asked for that was not installed."""


def connect(spill: Path | None = None, threads: int = 0, memory: str = MEMORY) -> duckdb.DuckDBPyConnection:
    """Open an empty database in memory that never reaches for the network.

    Args:
        spill: folder for what does not fit into memory; `None` for DuckDB's own choice.
        threads: how many threads; 0 for one a core.
        memory: for example `2GB`.

    Raises:
        MissingExtraError: DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("panels need DuckDB: pip install 'summitry[panels]'") from error
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "memory_limit": memory,
        "preserve_insertion_order": False,
    }
    if threads:
        config["threads"] = threads
    if spill:
        config["temp_directory"] = str(spill)
    try:
        return duckdb.connect(config=config)
    except duckdb.Error as error:
        raise SummitryError(f"DuckDB cannot start: {str(error).splitlines()[0]}") from error


def quoted(text: str | Path) -> str:
    """Return a text as an SQL literal."""
    return "'" + str(text).replace("'", "''") + "'"
