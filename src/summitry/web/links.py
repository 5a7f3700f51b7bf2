"""Addresses within the desk, and which addresses outside it may become links."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

__all__ = ["address", "outward", "with_query"]


def address(*parts: object, **query: object) -> str:
    """Return an address of the desk.

    Args:
        parts: its parts, each one quoted whole.
        query: its query; what is empty, `None` or `False` is left out, `True` is `1`.

    >>> address("dyads", "CHN", "PRK", since="2018", conflicts=True, q="")
    '/dyads/CHN/PRK?since=2018&conflicts=1'
    """
    return with_query("/" + "/".join(quote(str(part), safe="") for part in parts), query)


def with_query(path: str, query: Mapping[str, object]) -> str:
    """Return a path with a query; what is empty, `None` or `False` is left out, `True` is `1`."""
    kept = {
        name: "1" if value is True else str(value) for name, value in query.items() if value not in ("", None, False)
    }
    return f"{path}?{urlencode(kept)}" if kept else path


def outward(url: str) -> str:
    """Return a web address that may become a link, `""` for anything but plain http and https.

    >>> outward("https://example.org/a"), outward("javascript:alert(1)"), outward(" http://example.org")
    ('https://example.org/a', '', '')
    """
    if any(unicodedata.category(character)[0] in "CZ" for character in url) or "\\" in url:
        return ""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return ""
    return url if sound else ""
