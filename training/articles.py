"""Whole articles written for this project, each sentence with the acts it tells: what natural text looks like.

A file of `articles/` holds articles one after another:

    == A headline | 2016-05-12 | agency
    A sentence, one a line.
    > TYPE mode status | word | who acts | who is acted upon
    The next sentence, which tells no act.

Under a sentence stand its acts, one a line: the word that tells it, who acts, who is acted upon. All are words of the
sentence, several who act joined by ` + `; `-` where it names nobody; `word#2` where the second such word is meant.
Every other word tells no act, everybody else takes no part.

    python training/articles.py          check every file, say what is wrong with which line
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summitry.coding.judge.labels import MODES, STATUSES, TYPES

__all__ = ["Act", "Article", "Told", "read_articles"]

FOLDER = Path(__file__).parent / "articles"
KINDS = frozenset({"agency", "release", "history", "guide", "current", "essay"})
"""News agency reports, governments' releases, history pages, recognition guides, lists of a day's events, analyses."""
CELLS = 4
_HEAD = re.compile(r"== (?P<title>.+?) \| (?P<published>(?:\d{4}(?:-\d\d){0,2})?) ?\| (?P<kind>\w+)")


@dataclass(frozen=True, slots=True)
class Act:
    """One act that a sentence tells.

    Args:
        type: PLOVER category.
        mode: its mode, `""` where none.
        status: whether it happened.
        trigger: the word that tells it, as characters of the sentence.
        actors: who acts.
        recipients: who is acted upon.
    """

    type: str
    mode: str
    status: str
    trigger: tuple[int, int]
    actors: tuple[tuple[int, int], ...]
    recipients: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and the acts it tells."""

    sentence: str
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    Args:
        id: file and number in it.
        title: headline.
        published: ISO date, `""` where untold.
        kind: one of `KINDS`.
        told: its sentences in order.
    """

    id: str
    title: str
    published: str
    kind: str
    told: tuple[Told, ...]


def read_articles(folder: Path = FOLDER) -> tuple[list[Article], list[str]]:
    """Read every file of a folder.

    Returns:
        The articles in the order of file names, and a complaint for each line left out.
    """
    articles: list[Article] = []
    complaints: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        for number, (line, block) in enumerate(_blocks(path.read_text(encoding="utf-8").splitlines()), 1):
            head = _HEAD.fullmatch(block[0])
            if head is None or head["kind"] not in KINDS:
                complaints.append(f"{path.name}:{line}: expected == headline | date | kind, found {block[0]!r}")
                continue
            told = tuple(_sentences(block[1:], f"{path.name}:{line}", complaints))
            articles.append(Article(f"{path.stem}-{number}", head["title"], head["published"], head["kind"], told))
    return articles, complaints


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    begin = [at for at, line in enumerate(lines) if line.startswith("== ")]
    for at, after in zip(begin, [*begin[1:], len(lines)], strict=True):
        yield at + 1, [line.strip() for line in lines[at:after] if line.strip()]


def _sentences(lines: list[str], where: str, complaints: list[str]) -> Iterator[Told]:
    sentence, acts = "", list[Act]()
    for line in [*lines, ""]:
        if not line.startswith(">"):
            if sentence:
                yield Told(sentence, tuple(acts))
            sentence, acts = line, []
            continue
        try:
            acts.append(_act(line[1:], sentence))
        except ValueError as error:
            complaints.append(f"{where}: {line}: {error}")


def _act(line: str, sentence: str) -> Act:
    cells = [cell.strip() for cell in line.split("|")]
    words = cells[0].split()
    if len(cells) != CELLS or len(words) != 3:
        raise ValueError("expected TYPE mode status | word | who acts | who is acted upon")
    kind, mode, status = words[0], "" if words[1] == "-" else words[1], words[2]
    if kind not in TYPES or (kind, mode) not in MODES or status not in STATUSES:
        raise ValueError("no such category, mode or status")
    trigger, actors, recipients = (_spans(cell, sentence) for cell in cells[1:])
    if len(trigger) != 1:
        raise ValueError("expected one word that tells the act")
    return Act(kind, mode, status, trigger[0], actors, recipients)


def _spans(cell: str, sentence: str) -> tuple[tuple[int, int], ...]:
    if cell == "-":
        return ()
    spans = []
    for told in cell.split(" + "):
        words, _, number = told.partition("#")
        found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", sentence))
        if len(found) < int(number or 1):
            raise ValueError(f"{told!r} is not in the sentence")
        spans.append(found[int(number or 1) - 1].span())
    return tuple(spans)


def main() -> int:
    """Check the articles and count what they hold."""
    articles, complaints = read_articles()
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    told = [sentence for article in articles for sentence in article.told]
    acts = [act for sentence in told for act in sentence.acts]
    idle = sum(not sentence.acts for sentence in told)
    print(f"{len(articles)} articles, {len(told)} sentences, {idle} of them without an act, {len(acts)} acts")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
