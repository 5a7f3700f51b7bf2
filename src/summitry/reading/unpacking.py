"""Bytes in, with a cap on what they may cost: sizes are checked before anything is allocated."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from summitry.errors import InputError, LimitError
from summitry.limits import Limits

__all__ = ["GZIP_MAGIC", "GunzipStream", "megabytes", "read_all"]

GZIP_MAGIC = b"\x1f\x8b"

_CHUNK = 1 << 16
_RATIO_FREE = 1_000_000
"""Output up to this many bytes is never called a bomb, whatever its ratio."""


class GunzipStream(io.RawIOBase):
    """Reads gzip, refusing a bomb by its ratio before it unfolds.

    Args:
        stream: compressed bytes.
        name: how messages name the input.
        limits: `unpacked_ratio` is what is held.
    """

    def __init__(self, stream: BinaryIO, name: str, limits: Limits) -> None:
        self._stream = stream
        self._name = name
        self._ratio = limits.unpacked_ratio
        self._member = zlib.decompressobj(wbits=31)
        self._waiting = b""
        self._inside = False
        self._taken = 0
        self._given = 0

    def readable(self) -> bool:
        """Return True: it is there to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with unpacked bytes.

        Raises:
            LimitError: the data unpack to more than the ratio allows.
            InputError: the data are damaged or end early.
        """
        while self._waiting or self._refill():
            self._inside = True
            try:
                unpacked = self._member.decompress(self._waiting, len(buffer))
            except zlib.error as error:
                raise InputError(self._name, "its gzip data are damaged") from error
            self._waiting = self._member.unconsumed_tail
            if self._member.eof:
                self._start_member()
            if unpacked:
                self._check_ratio(len(unpacked))
                buffer[: len(unpacked)] = unpacked
                return len(unpacked)
        return 0

    def _refill(self) -> bool:
        self._waiting = self._stream.read(_CHUNK)
        self._taken += len(self._waiting)
        if not self._waiting and self._inside:
            raise InputError(self._name, "its gzip data end early")
        return bool(self._waiting)

    def _start_member(self) -> None:
        """Go on to the next member; bytes after the last that are none (padding) are left out."""
        rest = self._member.unused_data.lstrip(b"\0")
        self._waiting = rest if rest[:2] in (GZIP_MAGIC, GZIP_MAGIC[: len(rest)]) else b""
        self._member = zlib.decompressobj(wbits=31)
        self._inside = False

    def _check_ratio(self, size: int) -> None:
        self._given += size
        if self._given > _RATIO_FREE and self._given > self._ratio * self._taken:
            raise LimitError(self._name, f"unpacks to more than {self._ratio} times its size (a gzip bomb?)")


def read_all(stream: BinaryIO, name: str, limit: int, what: str = "is larger than") -> bytes:
    """Read a whole stream, refusing one that is longer than `limit` bytes.

    Raises:
        LimitError: it is longer.
    """
    parts: list[bytes] = []
    size = 0
    while part := stream.read(min(_CHUNK * 16, limit + 1 - size)):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise LimitError(name, f"{what} {megabytes(limit)}")
    return b"".join(parts)


def megabytes(size: int) -> str:
    """Write a size for people.

    >>> megabytes(50_000_000)
    '50 MB'
    """
    return f"{size / 1_000_000:,.0f} MB" if size >= 1_000_000 else f"{size:,} bytes"
