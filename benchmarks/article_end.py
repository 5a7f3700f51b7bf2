"""Measure the cleaner on texts whose article's end is marked (`article_end`, `traps` of gold files).

    python benchmarks/article_end.py ../shared/gold/*_dev.jsonl ../shared/gold/seeds.jsonl

Prints for each file and in all: the share of documents with furniture after the article of which
nothing is kept; the share of article characters kept (text up to `article_end`, without traps
that are furniture); how many characters of furniture (text after `article_end`, furniture traps)
are kept; the time for one document.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from dataclasses import dataclass
from pathlib import Path

from summitry.reading import clean_text
from summitry.reading.markup import blank_markup, has_markup

FURNITURE = re.compile(
    r"furniture|marker|link|comment|byline|credit|menu|footer|script|spam|author note|newsletter", re.I
)


@dataclass
class Tally:
    """What was counted over documents."""

    documents: int = 0
    with_tail: int = 0
    tails_dropped: int = 0
    article: int = 0
    article_kept: int = 0
    furniture: int = 0
    furniture_kept: int = 0
    seconds: float = 0.0

    def add(self, other: Tally) -> None:
        """Add the counts of another tally."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def line(self) -> str:
        """Write the figures."""
        return (
            f"{self.documents:4d} documents; tails wholly dropped {self.tails_dropped}/{self.with_tail}; "
            f"article kept {self.article_kept / max(self.article, 1):.4f} of {self.article}; "
            f"furniture kept {self.furniture_kept} of {self.furniture} characters; "
            f"{1000 * self.seconds / max(self.documents, 1):.2f} ms a document"
        )


def ink(text: str, mask: list[bool]) -> int:
    """Count characters that are no blanks where the mask is set."""
    return sum(1 for character, on in zip(text, mask, strict=True) if on and not character.isspace())


def measure(document: dict[str, object], show: bool, titled: bool) -> Tally:
    """Clean one gold document and compare."""
    text, end_words = str(document["text"]), str(document["article_end"])
    started = time.perf_counter()
    spans = clean_text(text, str(document["title"]) if titled else "")
    seconds = time.perf_counter() - started
    end = text.rfind(end_words) + len(end_words) if end_words else len(text)
    words = blank_markup(text) if has_markup(text) else text
    article = [place < end and words[place] == text[place] for place in range(len(text))]
    for trap in document["traps"]:  # type: ignore[attr-defined]
        at = text.find(trap["evidence"])
        if at >= 0 and FURNITURE.search(trap["why"]):
            article[at : at + len(trap["evidence"])] = [False] * len(trap["evidence"])
    kept = [False] * len(text)
    for start, stop in spans:
        kept[start:stop] = [True] * (stop - start)
    tail = ink(text[end:], kept[end:])
    lost = [a and not k for a, k in zip(article, kept, strict=True)]
    wrong = [k and not a for a, k in zip(article, kept, strict=True)]
    if show:
        explain(document, text, lost, wrong)
    return Tally(
        1, int(bool(text[end:].strip())), int(bool(text[end:].strip()) and not tail), ink(text, article),
        ink(text, article) - ink(text, lost), ink(text, [not a for a in article]), ink(text, wrong), seconds,
    )  # fmt: skip


def explain(document: dict[str, object], text: str, lost: list[bool], wrong: list[bool]) -> None:
    """Print the pieces that went wrong."""
    for name, mask in (("LOST", lost), ("KEPT", wrong)):
        for piece in re.finditer(r"1+", "".join("1" if on else "0" for on in mask)):
            words = text[piece.start() : piece.end()].strip()
            if words:
                print(f"  {name} {document['id']}: {words[:160]!r}")


def main() -> None:
    """Measure the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="print what was lost or wrongly kept")
    parser.add_argument("--no-title", action="store_true", help="clean without being told the headline")
    options = parser.parse_args()
    whole = Tally()
    for file in options.files:
        part = Tally()
        for line in file.read_text(encoding="utf-8").splitlines():
            part.add(measure(json.loads(line), options.show, not options.no_title))
        print(f"{file.name:18s} {part.line()}")
        whole.add(part)
    print(f"{'all':18s} {whole.line()}")


if __name__ == "__main__":
    main()
