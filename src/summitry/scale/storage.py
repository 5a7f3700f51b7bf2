"""Files by address, on this machine or in object storage, through fsspec."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast
from uuid import uuid4

from summitry.errors import SummitryError, UsageError
from summitry.exchange.engine import MissingExtraError

__all__ = ["WHOLE_WRITES", "Folder", "Stored", "find_files"]

WHOLE_WRITES = frozenset({"abfs", "adl", "az", "gcs", "gs", "memory", "s3"})
"""Storage in which an object appears whole or not at all, so that it needs no temporary name (S3, GCS, Azure)."""

_GLOB = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Stored:
    """A file by its address.

    Args:
        name: as messages and parts name it, with the protocol where it is not on this machine.
        path: as its file system names it.
        system: the file system, of fsspec.
    """

    name: str
    path: str
    system: Any

    def stamp(self) -> str:
        """Return what changes when the file does: a digest of its size, time and what else its storage tells."""
        return str(self.system.ukey(self.path))

    def open(self) -> BinaryIO:
        """Open it to be read."""
        return cast(BinaryIO, self.system.open(self.path, "rb"))


def find_files(addresses: list[str]) -> list[Stored]:
    """Return the files that addresses name, each once, in the order of their names.

    Args:
        addresses: files, folders or patterns: `news/`, `s3://bucket/2019/*.warc.gz`.

    Raises:
        UsageError: an address names no file, or its storage needs a package that is not installed.
    """
    found: dict[str, Stored] = {}
    for address in addresses:
        system, path = _system_of(address)
        paths = _paths(system, path)
        if not paths:
            raise UsageError(f"there is no file at {address}")
        for each in paths:
            name = str(system.unstrip_protocol(each)) if "://" in address else each
            found.setdefault(name, Stored(name, each, system))
    return [found[name] for name in sorted(found)]


def _paths(system: Any, path: str) -> list[str]:
    if _GLOB & set(path):
        return [str(found) for found in system.glob(path) if system.isfile(found)]
    return [str(found) for found in system.find(path)]


def _system_of(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtraError("coding at scale needs more packages: pip install 'summitry[scale]'") from error
    try:
        return cast(tuple[Any, str], url_to_fs(address))
    except (ImportError, ValueError) as error:
        raise UsageError(f"{address} cannot be reached: {error}") from error


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder by its address. What is put there is there whole or not at all.

    Args:
        address: a path, or an address such as `s3://bucket/coded`.
    """

    address: str

    def names(self, below: str) -> set[str]:
        """Return the names of the finished files in a folder below this one; none where it is not there."""
        system, path = _system_of(self.address)
        system.invalidate_cache()
        try:
            listed = system.ls(f"{path}/{below}", detail=False)
        except FileNotFoundError:
            return set()
        return {name for each in listed if not (name := str(each).rpartition("/")[2]).startswith(".")}

    def get(self, name: str) -> bytes:
        """Return what a file holds."""
        system, path = _system_of(self.address)
        return cast(bytes, system.cat_file(f"{path}/{name}"))

    def put(self, name: str, data: bytes) -> None:
        """Write a file under a temporary name and rename it, so that a writer that dies leaves nothing half done.

        Raises:
            SummitryError: it cannot be written.
        """
        system, path = _system_of(self.address)
        try:
            if _protocol(system) == "file":
                _put_local(Path(path, name), data)
            elif _protocol(system) in WHOLE_WRITES:
                system.pipe_file(f"{path}/{name}", data)
            else:
                _put_renamed(system, f"{path}/{name}", data)
        except OSError as error:
            raise SummitryError(f"{self.address}/{name} cannot be written: {error.strerror or error}") from error

    def remove(self, name: str) -> None:
        """Remove a file; nothing happens where it is gone."""
        system, path = _system_of(self.address)
        if system.exists(f"{path}/{name}"):
            system.rm_file(f"{path}/{name}")


def _protocol(system: Any) -> str:
    protocol = system.protocol
    return str(protocol if isinstance(protocol, str) else protocol[0])


def _put_local(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _put_renamed(system: Any, path: str, data: bytes) -> None:
    parent, _, name = path.rpartition("/")
    part = f"{parent}/.{name}.{uuid4().hex}"
    system.makedirs(parent, exist_ok=True)
    system.pipe_file(part, data)
    system.mv(part, path)
