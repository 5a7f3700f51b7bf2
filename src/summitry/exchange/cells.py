"""Text cells that no spreadsheet takes for a formula, and back again without loss."""

from __future__ import annotations

import re

__all__ = ["NOTHING", "guard", "one_line", "restore", "restore_sql"]

NOTHING = ("None", "nan", "NULL", "null")
"""What programs write for an empty cell."""

_STARTS = "=+\\-@\\t\\r＝＋－＠"
_DANGEROUS = re.compile(f"'*[{_STARTS}]")
_GUARDED = re.compile(f"'+[{_STARTS}]")


def guard(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet might run it (OWASP, CSV injection).

    A text that already looks guarded gets one more, so that `restore` gives back any text exactly.

    >>> guard("=1+1"), guard("'=1+1"), guard("Xi")
    ("'=1+1", "''=1+1", 'Xi')
    """
    return f"'{text}" if _DANGEROUS.match(text) else text


def restore(text: str) -> str:
    """Undo `guard`.

    >>> restore("'=1+1"), restore("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if _GUARDED.match(text) else text


def restore_sql(column: str) -> str:
    """Return SQL that undoes `guard` on a column."""
    return (
        f"CASE WHEN starts_with({column}, '''') AND regexp_matches({column}, '^''+[{_STARTS}]') "
        f"THEN {column}[2:] ELSE {column} END"
    )


def one_line(text: str) -> str:
    """Return a text with its tabs and line ends as blanks, for tables without quoting."""
    return " ".join(text.replace("\x00", "").split())
