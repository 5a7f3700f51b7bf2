"""The tail of a page: author notes, link lists and chatter after the last paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summitry.reading.cues import Kind, load_lexicon
from summitry.reading.furniture import is_chatter, is_news, looks_like_menu
from summitry.reading.lines import Unit

__all__ = ["tail_furniture"]

_BIO = re.compile(
    r"(?:\W{0,3}(?:[Tt]he |[Tt]his )?(?:[Aa]uthor|[Ww]riter|[Cc]olumnist|[Cc]ontributor)s?\b"
    r"|\W{0,3}(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.?\s)?(?!(?:The|This|That|These|In|On|At|A|An|It|He|She|They|But|And)\s)"
    r"(?P<name>[A-Z][\w.-]+(?:\s(?:[A-Z][\w.-]*|de|van|von|bin|al|el|der|la|and|&)){1,5}))"
    r"(?:,\s[^,]{1,40},|,)?\s(?:is|are|was|were|teaches|teach|writes|write|covers|cover|reports|serves|served|"
    r"contributed|lives|studies|studied|directs|holds|specialises|specializes|works|worked|currently|"
    r"has (?:written|worked|covered|reported|been|published|served|taught))\b"
)
_BIO_WORDS = 75
_LINK_WORDS = 22
_LONE_WORDS = 14
_PARAGRAPH_WORDS = 14
_SMALL_PRINT_WORDS = 45
_MOST_ROUNDS = 60
"""Notes and links are taken off the end so many times; no page has more, and hostile ones cost no more."""
_PROSE_SHARE = 0.6
"""Share of a text that must be sentences before lines that are none are taken for links."""


def tail_furniture(units: Sequence[Unit], kinds: Sequence[Kind | None], out: Sequence[bool]) -> Iterator[int]:
    """Yield the places of what is left after the article's end.

    Args:
        units: the lines of the text.
        kinds: what furniture each is for itself, `None` where none.
        out: lines already known to be furniture.
    """
    block = closing_block(units, out)
    yield from block
    kept = [place for place in range(len(units)) if not out[place] and place not in block]
    dropped = _comments_without_heading(units, kept)
    yield from dropped
    kept = [place for place in kept if place not in dropped]
    for _ in range(_MOST_ROUNDS):
        if not kept:
            return
        place = kept[-1]
        before = [units[other] for other in kept[:-1]]
        chatter = is_chatter(units[place]) and not units[place].prose and len(before) > 1 and _share(before)
        small_print = bool(before) and place > 0 and out[place - 1] and _is_small_print(units[place])
        if chatter or small_print or (before and _is_bio(units[place], units[:place], before)):
            yield kept.pop()
        else:
            links = _links_at_end(units, out, kept)
            if not links:
                return
            yield from links
            kept = kept[: -len(links)]


def closing_block(units: Sequence[Unit], out: Sequence[bool]) -> range:
    """Return the places of the last block of lines, where a page sets its foot in one and paragraphs apart.

    Such a foot is known by its many lines of furniture; what stands between them (an archive note,
    a letter, a teaser in whole sentences) goes with them. A paragraph at its beginning stays.
    """
    first = next((place for place in range(len(units) - 1, 0, -1) if units[place].gap), 0)
    if first and is_news(units[first]) and not out[first] and units[first].size >= _PARAGRAPH_WORDS:
        first = next((place for place in range(first, len(units)) if out[place]), 0)
    if not _set_apart(units[:first], out):
        return range(0)
    block = range(first, len(units))
    furniture = sum(out[place] for place in block)
    left = sum(len(units[place].text) for place in block if not out[place] and is_news(units[place]))
    article = sum(len(units[place].text) for place in range(first) if not out[place] and units[place].prose)
    if not first or len(block) < 3 or furniture < 2 or furniture < len(block) / 5 or left > article / 2:
        return range(0)
    return block


def _set_apart(units: Sequence[Unit], out: Sequence[bool]) -> bool:
    """True where blank lines stand between the paragraphs of a text."""
    paragraphs = [unit for place, unit in enumerate(units) if place and not out[place] and is_news(unit)]
    return sum(unit.gap > 0 for unit in paragraphs) > len(paragraphs) / 2


def _comments_without_heading(units: Sequence[Unit], kept: list[int]) -> set[int]:
    """Find the comments at the end of a page that no heading announces: two or more that are plainly such."""
    early, late = kept[: len(kept) // 3], kept[len(kept) // 3 :]
    if any(is_chatter(units[place]) for place in early):
        return set()
    plain = [place for place in late if is_chatter(units[place])]
    after_first = [place for place in kept if plain and place >= plain[0]]
    dense = len(plain) >= 2 and len(plain) >= len(after_first) / 3
    return set(after_first) if dense and len(after_first) < len(kept) else set()


def _is_small_print(unit: Unit) -> bool:
    """True for a sentence below furniture that holds one cue: alone in the article it would stay."""
    cues = set(load_lexicon().anywhere(unit.words))
    return unit.size <= _SMALL_PRINT_WORDS and bool(cues & {"consent", "footer", "newsletter", "related", "share"})


def _is_bio(unit: Unit, page: Sequence[Unit], before: Sequence[Unit]) -> bool:
    """True where a last paragraph says who the author is: someone whom the article itself never names."""
    match = _BIO.match(unit.text)
    if not match or unit.size > _BIO_WORDS or "occupation" not in load_lexicon().anywhere(unit.words):
        return False
    if sum(other.prose for other in before) < 1:
        return False
    name = match["name"]
    if name is None:
        return True
    surname = name.split()[-1]
    return _in_byline(name, page) or not any(surname in other.text for other in before)


def _in_byline(name: str, page: Sequence[Unit]) -> bool:
    return any(re.search(rf"\b[Bb]y\b.{{0,80}}{re.escape(name)}", unit.text[:400]) for unit in page[:12])


def _share(units: Sequence[Unit]) -> bool:
    """True where most of a text is sentences."""
    whole = sum(len(unit.text) for unit in units)
    return sum(len(unit.text) for unit in units if unit.prose) >= _PROSE_SHARE * whole > 0


def _links_at_end(units: Sequence[Unit], out: Sequence[bool], kept: list[int]) -> list[int]:
    """Find the run of headlines at the end: two or more, or one beside furniture."""
    run: list[int] = []
    for place in reversed(kept):
        unit = units[place]
        if unit.prose or unit.terminal or unit.size > _LINK_WORDS:
            break
        run.append(place)
    rest = [units[place] for place in kept[: len(kept) - len(run)]]
    if not run or not _share(rest) or len(run) > 3 * len(rest) + 12:
        return []
    beside = run[-1] > 0 and out[run[-1] - 1]
    lone = units[run[0]]
    if len(run) >= 2 or (beside and lone.size <= _LONE_WORDS) or looks_like_menu(lone):
        return sorted(run)
    return []
