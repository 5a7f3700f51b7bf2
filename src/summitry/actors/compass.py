"""Divided countries in one breath: `North and South Korea`, `the North and South`, `inter-Korean`."""

from __future__ import annotations

from collections.abc import Mapping

from summitry.actors.scene import Scene, pick_state
from summitry.model import Mention

__all__ = ["divided_at"]

_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}
_OTHER: Mapping[str, str] = {"PRK": "KOR", "KOR": "PRK", "VNM": "VDR", "VDR": "VNM", "DDR": "DEU", "DEU": "DDR"}
"""The other half of a country that was or is divided."""


def divided_at(scene: Scene, index: int) -> tuple[tuple[Mention, ...], int] | None:
    """Resolve the half of a divided country that is named by its direction alone, beside the other half."""
    page = scene.page
    word = page.folded[index]
    if word == "inter" and index + 2 < len(page) and page.folded[index + 2] in ("korean", "koreas"):
        return _both(scene, index, index + 3)
    if word not in _OPPOSITE or index in scene.names or not page.capital(index):
        return None
    code = _half_after(scene, index) or _half_before(scene, index)
    if not code:
        return None
    return (scene.state_mention(code, index, index + 1, score=0.8, reasons=("the other half",)),), index + 1


def _both(scene: Scene, begin: int, end: int) -> tuple[tuple[Mention, ...], int]:
    return tuple(
        scene.state_mention(code, begin, end, score=0.8, reasons=("both halves",)) for code in ("PRK", "KOR")
    ), end


def _half_after(scene: Scene, index: int) -> str:
    """Return the North of `North and South Korea`."""
    page = scene.page
    name = scene.names.get(index + 2)
    if name is None or page.folded[index + 1] not in ("and", "or"):
        return ""
    alias = pick_state(scene, name)
    if alias is None or page.folded[name.begin] != _OPPOSITE[page.folded[index]] or name.end - name.begin < 2:
        return ""
    return _OTHER.get(alias.actor_id, "")


def _half_before(scene: Scene, index: int) -> str:
    """Return the South of `the North and South`."""
    page = scene.page
    if index < 3 or page.folded[index - 1] not in ("and", "or") or page.folded[index - 3] != "the":
        return ""
    if page.folded[index - 2] != _OPPOSITE[page.folded[index]]:
        return ""
    if index + 1 < len(page) and page.adjoins(index + 1) and page.capital(index + 1):
        return ""
    last = next(iter(scene.recent()), None)
    return _OTHER.get(last.mention.state, "") if last and last.mention.end == page.ends[index - 2] else ""
