"""Files as they are downloaded, some of them zipped, made ready to be read."""

from __future__ import annotations

import gzip
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from summitry.errors import InputError, LimitError, UsageError
from summitry.limits import Limits

__all__ = ["fingerprint", "unpacked"]

RATIO = Limits().unpacked_ratio
"""Largest ratio of unpacked to packed size; event tables shrink about tenfold, a zip bomb a thousandfold."""

SPARE_DISK = 1_000_000_000
"""Bytes of disk left free when a file is unpacked."""

_BLOCK = 1 << 20


@contextmanager
def unpacked(path: Path, folder: Path) -> Iterator[Path]:
    """Give the path of a file's plain content, unpacked into a folder where it is zipped (`.zip`, `.gz`).

    Raises:
        UsageError: there is no such file.
        InputError: the archive is broken or has not exactly one member.
        LimitError: it unpacks to far more than it should.
    """
    if not path.is_file():
        raise UsageError(f"there is no file {path}")
    with path.open("rb") as file:
        head = file.read(4)
    if not head.startswith((b"PK\x03\x04", b"\x1f\x8b")):
        yield path
        return
    plain = folder / "unpacked.tsv"
    try:
        _unpack(path, plain, zipped=head.startswith(b"PK"))
        yield plain
    finally:
        plain.unlink(missing_ok=True)


def _unpack(path: Path, plain: Path, *, zipped: bool) -> None:
    try:
        if not zipped:
            with gzip.open(path) as packed:
                _copy(packed, plain, path)
            return
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if len(members) != 1:
                raise InputError(str(path), f"holds {len(members)} files; unpack it and name the event files")
            with archive.open(members[0]) as packed:
                _copy(packed, plain, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, gzip.BadGzipFile, RuntimeError, NotImplementedError) as error:
        raise InputError(str(path), f"cannot be unpacked: {error}") from error


def _copy(packed: IO[bytes] | gzip.GzipFile, plain: Path, path: Path) -> None:
    limit = path.stat().st_size * RATIO
    written = 0
    with plain.open("wb") as file:
        while block := packed.read(_BLOCK):
            written += len(block)
            if written > limit:
                raise LimitError(str(path), f"unpacks to more than {limit:_} bytes; unpack it yourself")
            if shutil.disk_usage(plain.parent).free < SPARE_DISK:
                raise LimitError(str(path), f"leaves less than {SPARE_DISK:_} bytes of disk free when it is unpacked")
            file.write(block)


def fingerprint(path: Path) -> str:
    """Return what tells a file from another: its size and a checksum of all its bytes (fast, not proof of forgery)."""
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            checksum = zlib.crc32(block, checksum)
    return f"{path.stat().st_size}-{checksum:08x}"
