"""What a Markdown file says about itself in its front matter (YAML between two lines of dashes)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitry.model import Interval
from summitry.reading.published import parse_stamp

__all__ = ["FrontMatter", "read_front_matter"]

_BLOCK = re.compile(r"\s{0,9}---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.S)
_FIELD = re.compile(r"^([A-Za-z_-]{1,30}):[ \t]+(\S.*)$", re.M)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields that we use; empty where the file has none.

    Args:
        end: offset after the block, 0 where there is none.
        title: headline.
        author: byline.
        url: address.
        published: publication date.
    """

    end: int = 0
    title: str = ""
    author: str = ""
    url: str = ""
    published: Interval | None = None


def read_front_matter(text: str) -> FrontMatter:
    """Read simple `key: value` lines; YAML's other forms are left alone.

    >>> read_front_matter("---\\ntitle: Xi in Pyongyang\\ndate: 2019-06-20\\n---\\nText").title
    'Xi in Pyongyang'
    """
    block = _BLOCK.match(text)
    if not block:
        return FrontMatter()
    fields = {match[1].lower(): match[2].strip().strip("\"'") for match in _FIELD.finditer(block[1])}
    stamp = fields.get("published") or fields.get("date") or ""
    return FrontMatter(
        block.end(),
        fields.get("title", ""),
        fields.get("author", ""),
        fields.get("url") or fields.get("link") or "",
        parse_stamp(stamp, "metadata") if stamp else None,
    )
