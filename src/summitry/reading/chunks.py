"""Articles that a page sets in several containers of one kind, with advertisements between.

An extractor that looks for the one element with the article finds the first chunk, or some. The
paragraphs of the others stand in elements of the same name and class, so they can be put back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

__all__ = ["Paragraph", "list_paragraphs", "restore_chunks"]

_LEAST_CHARS = 60
_LEAST_GAIN = 0.25
"""Share of the extracted text that the missing paragraphs must come to: less is a caption or a note."""
_MOST_GAIN = 4.0
_KEY_CHARS = 50
_ELSEWHERE = frozenset({"aside", "footer", "form", "header", "li", "nav", "table"})
_OTHER_BLOCKS = re.compile(r"comment|disqus|related|sidebar|promo|newsletter|teaser|recirc|footer|widget|bio\b", re.I)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a page.

    Args:
        text: its words, spacing made single.
        container: name and class of the element that it stands in.
        article: which `<article>` or `<main>` it stands in, 0 where none.
    """

    text: str
    container: tuple[str, str]
    article: int


def list_paragraphs(tree: HtmlElement) -> list[Paragraph]:
    """List the paragraphs of a page that are long enough and in no list, menu or comment."""
    found: list[Paragraph] = []
    articles: dict[HtmlElement, int] = {}
    for element in tree.iter("p"):
        text = " ".join(element.text_content().split())
        parent = element.getparent()
        if len(text) < _LEAST_CHARS or parent is None:
            continue
        home = _home(element)
        if home is not None:
            number = articles.setdefault(home, len(articles) + 1) if home.tag != "body" else 0
            found.append(Paragraph(text, (str(parent.tag), str(parent.get("class") or "")), number))
    return found


def _home(element: HtmlElement) -> HtmlElement | None:
    """Return the article (else the body) that a paragraph stands in, `None` where it stands in a side block."""
    for above in element.iterancestors():
        if above.tag in ("article", "main", "body"):
            return above
        names = f"{above.get('class') or ''} {above.get('id') or ''}"
        if above.tag in _ELSEWHERE or _OTHER_BLOCKS.search(names):
            return None
    return None


def restore_chunks(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """Put back the paragraphs of a page's article that an extractor left out.

    Args:
        text: what was extracted, a paragraph a line.
        paragraphs: what the page holds, in its order.

    Returns:
        the text with them in their places; the text as it was where nothing plain is missing.
    """
    lines = text.split("\n")
    places = {line.strip(" -|")[:_KEY_CHARS]: place for place, line in enumerate(lines)}
    kept = [paragraph for paragraph in paragraphs if paragraph.text[:_KEY_CHARS] in places]
    containers = Counter((paragraph.container, paragraph.article) for paragraph in kept)
    inserted: dict[int, list[str]] = {}
    gain, here = 0, -1
    for paragraph in paragraphs:
        place = places.get(paragraph.text[:_KEY_CHARS])
        if place is not None:
            here = place
        elif containers[paragraph.container, paragraph.article] >= 2 and _is_new(paragraph.text, text):
            inserted.setdefault(here, []).append(paragraph.text)
            gain += len(paragraph.text)
    if not _LEAST_GAIN * len(text) <= gain <= _MOST_GAIN * len(text):
        return text
    whole = inserted.get(-1, [])[:]
    for place, line in enumerate(lines):
        whole += [line, *inserted.get(place, [])]
    return "\n".join(whole)


def _is_new(paragraph: str, text: str) -> bool:
    return paragraph.rstrip('"”’)').endswith((".", "!", "?", "…")) and paragraph[-_KEY_CHARS:] not in text
