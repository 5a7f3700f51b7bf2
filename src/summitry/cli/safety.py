"""Untrusted words made safe for a terminal, a spreadsheet and a table."""

from __future__ import annotations

import json
import re

__all__ = ["csv_cell", "json_text", "markdown_cell", "plain"]

# ECMA-48: control sequences (CSI … final byte), strings (OSC, DCS, APC, PM, SOS) up to their end, and other escapes.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
# C0 and C1 controls, and the marks that turn the direction of writing around (Unicode TR 36).
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_RAW_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def plain(text: str) -> str:
    """Return a text on one line, without anything a terminal would obey.

    >>> plain("Talks\\x1b[31m in\\nHanoi\\x07")
    'Talks in Hanoi'
    """
    return " ".join(_CONTROLS.sub("", _ESCAPES.sub("", text)).split())


def csv_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    safe = plain(text)
    return f"'{safe}" if safe.startswith(_FORMULA_STARTS) else safe


def markdown_cell(text: str) -> str:
    """Return a text that stands in a cell of a Markdown table as it is."""
    safe = plain(text).replace("\\", "\\\\").replace("|", "\\|")
    for mark in "`*_<[":
        safe = safe.replace(mark, f"\\{mark}")
    return safe


def json_text(value: object, *, indent: int | None = None) -> str:
    """Return a value as JSON, control characters written as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _RAW_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
