"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, older encodings; binaries are refused."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from summitry.errors import InputError

__all__ = ["decode", "neutralise"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_MAGICS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program",
    b"MZ\x90\x00": "a program",
    b"\x1f\x8b": "gzip data",
    b"SQLite format 3\0": "an SQLite database",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"BZh": "bzip2 data",
    b"\xfd7zXZ": "xz data",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"OggS": "audio",
    b"ID3": "audio",
}
_SAMPLE = 1 << 16
_CONTROLS = bytes(set(range(32)) - {8, 9, 10, 12, 13, 27})
_MOST_CONTROLS = 0.02
"""Share of control bytes above which bytes are no text; texts hold none, random bytes 10 in 100."""
_MOST_BROKEN = 0.002
"""Share of broken UTF-8 sequences below which a text is damaged UTF-8, not another encoding."""

_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_ZERO_WIDTH_SPACE = "\u200b"


def neutralise(text: str) -> str:
    """Replace characters that break stores, terminals or readers, one for one, so that offsets stay.

    Control characters become a space, lone surrogates U+FFFD, marks that turn the direction of
    reading (bidi controls) a zero-width space. Everything else stays as it came.

    >>> neutralise("Xi\\x00met\\x1b[31m Kim")
    'Xi met [31m Kim'
    """
    return _UNSAFE.sub(_harmless, text)


def _harmless(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF or code >= 0xFFFE:
        return "\ufffd"
    return _ZERO_WIDTH_SPACE if code >= 0x200E else " "


def decode(data: bytes, name: str, declared: str = "") -> str:
    """Turn bytes into text that is safe to store.

    Args:
        data: the bytes.
        name: how messages name the input.
        declared: the encoding that the source declares, `""` where none.

    Raises:
        InputError: the bytes are no text.
    """
    _refuse_known_binary(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return neutralise(data[len(mark) :].decode(encoding, "replace"))
    wide = _wide_encoding(data[:_SAMPLE])
    if wide:
        return neutralise(data.decode(wide, "replace"))
    if _control_share(data[:_SAMPLE]) > _MOST_CONTROLS:
        raise InputError(name, "is binary data, not text")
    return neutralise(_decode_narrow(data, declared))


def _refuse_known_binary(data: bytes, name: str) -> None:
    for magic, what in _BINARY_MAGICS.items():
        if data.startswith(magic):
            raise InputError(name, f"is {what}, not text")


def _wide_encoding(sample: bytes) -> str:
    """Guess UTF-16 without a mark: Latin text has a NUL in every second byte."""
    pairs = len(sample) // 2
    if pairs < 4:
        return ""
    for encoding, nul_side in (("utf-16-le", 1), ("utf-16-be", 0)):
        nuls = sample[nul_side::2].count(0)
        others = sample[1 - nul_side :: 2].count(0)
        if nuls > 0.4 * pairs and others < 0.02 * pairs:
            return encoding
    return ""


def _control_share(sample: bytes) -> float:
    return 1 - len(sample.translate(None, _CONTROLS)) / max(len(sample), 1)


def _decode_narrow(data: bytes, declared: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and _is_codec(declared):
        return data.decode(declared, "replace")
    lenient = data.decode("utf-8", "replace")
    if lenient.count("\ufffd") <= _MOST_BROKEN * len(lenient) and not lenient.isascii():
        whole = sum(1 for character in lenient[:_SAMPLE] if "\x7f" < character != "\ufffd")
        if whole > lenient[:_SAMPLE].count("\ufffd"):
            return lenient
    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _is_codec(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False
