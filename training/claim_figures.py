"""Measure the reading of claims on the sentences of `claim_sentences/`.

    python training/claim_figures.py [--show KIND|all]

Prints, for the half that may be read while readers are widened and for the half kept back (by a digest of each):
how many claims are found (same kind, overlapping words), how many of these with the value marked, how many findings of
the same kinds and words fell below the threshold, and how many claims were read where none is marked, in sentences with
claims and in sentences without. `--show` lists misses, wrong values and false claims of a kind in the readable half.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summitry.annotation import load_annotator
from summitry.cli.lines import LineReader
from summitry.coding import load_coder
from summitry.coding.claims.evidence import evidence_of
from summitry.coding.claims.reader import find_all, read_claims
from summitry.limits import Limits

SENTENCES = Path(__file__).parent / "claim_sentences"
_MARK = re.compile(r"\[(?P<kind>[a-z]+) (?P<value>[^|\[\]]*)\||\]")
_KINDS = ("count ordinal first last rank duration interval frequency sequence relation position cause forecast").split()


@dataclass(frozen=True, slots=True)
class Marked:
    """A claim marked in a sentence; no values where any will do."""

    kind: str
    values: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of ours, the day it is thought to be published, and its claims."""

    text: str
    published: str
    claims: tuple[Marked, ...]

    @property
    def kept(self) -> bool:
        """True for a sentence kept back while readers are widened."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 2 == 1


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a sentence: claims, and all findings, as kind, value, start and end."""

    line: Line
    claims: list[tuple[str, str, int, int]]
    findings: list[tuple[str, str, int, int]]


def lines() -> Iterator[Line]:
    """Yield the sentences of all files."""
    for path in sorted(SENTENCES.glob("*.tsv")):
        for row in path.read_text(encoding="utf-8").splitlines():
            published, marked = row.split("\t")
            yield Line(*_unmarked(marked, published))


def _unmarked(marked: str, published: str) -> tuple[str, str, tuple[Marked, ...]]:
    """Return a sentence without its marks, and the claims that they mark."""
    text, at, open_, found = "", 0, [], []
    for match in _MARK.finditer(marked):
        text, at = text + marked[at : match.start()], match.end()
        if match["kind"]:
            if match["kind"] not in _KINDS:
                raise ValueError(f"no kind of claim: {match['kind']} in {marked}")
            values = tuple(v.strip() for v in match["value"].split(" / ")) if match["value"] != "-" else ()
            open_.append((match["kind"], values, len(text)))
        else:
            kind, values, start = open_.pop()
            found.append(Marked(kind, values, start, len(text)))
    if open_:
        raise ValueError(f"a mark is not closed: {marked}")
    return text + marked[at:], published, tuple(sorted(found, key=lambda m: m.start))


def read(rows: list[Line]) -> Iterator[Read]:
    """Read the claims of sentences, each as a text of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentences.jsonl"
        documents = (
            {"id": str(i), "url": "", "published": row.published, "title": "", "text": row.text}
            for i, row in enumerate(rows)
        )
        path.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
        for annotation in load_annotator().annotate(LineReader(str(path), True, Limits()).documents()):
            page = load_coder().page_of(annotation)
            claims = [(c.kind, c.value, c.evidence.start, c.evidence.end) for c in read_claims(page)]
            found = [(f.kind, f.value, e.start, e.end) for f in find_all(page) for e in (evidence_of(page, f),)]
            yield Read(rows[int(annotation.document.id)], claims, found)


def main() -> None:
    """Read all sentences and print the figures."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--show", default="", help="list what went wrong with a kind, or all, in the readable half")
    args = cli.parse_args()
    every = list(read(list(lines())))
    for name, kept in (("readable", False), ("kept back", True)):
        report(name, [r for r in every if r.line.kept == kept])
    if args.show:
        for row in every:
            if not row.line.kept:
                show(row, args.show)


def paired(row: Read) -> dict[Marked, int]:
    """Return the claim read for each claim marked, one to one, those of the right value first."""
    pairs: dict[Marked, int] = {}
    for exact in (True, False):
        for mark in row.line.claims:
            for i, claim in enumerate(row.claims):
                free = mark not in pairs and i not in pairs.values() and _is_of(mark, claim)
                if free and (not exact or _is_right(mark, claim[1])):
                    pairs[mark] = i
    return pairs


def _is_of(mark: Marked, claim: tuple[str, str, int, int]) -> bool:
    return claim[0] == mark.kind and claim[2] < mark.end and mark.start < claim[3]


def _is_right(mark: Marked, value: str) -> bool:
    return not mark.values or _folded(value) in map(_folded, mark.values)


def _folded(value: str) -> str:
    return re.sub(r"\W+", " ", re.sub(r"(?<=\d),(?=\d)", "", value.casefold())).strip()


def report(name: str, rows: list[Read]) -> None:
    """Print the figures of one half, in all and by kind."""
    marked, hit, valued, right, below, said, good = (Counter[str]() for _ in range(7))
    empty = [row for row in rows if not row.line.claims]
    for row in rows:
        pairs = paired(row)
        said.update(c[0] for c in row.claims)
        good.update(row.claims[i][0] for i in pairs.values())
        for mark in row.line.claims:
            marked[mark.kind] += 1
            hit[mark.kind] += mark in pairs
            below[mark.kind] += mark not in pairs and any(_is_of(mark, f) for f in row.findings)
            valued[mark.kind] += mark in pairs and bool(mark.values)
            right[mark.kind] += mark in pairs and bool(mark.values) and _is_right(mark, row.claims[pairs[mark]][1])
    wrong = sum(len(row.claims) for row in empty)
    more = sum(said.values()) - sum(good.values()) - wrong
    print(
        f"{name}: {len(rows)} sentences; found {sum(hit.values())} of {sum(marked.values())}, values right "
        f"{sum(right.values())} of {sum(valued.values())}, {more} more claims "
        f"in sentences with claims, {wrong} in {len(empty)} without"
    )
    for kind in _KINDS:
        print(
            f"  {kind:<10} found {hit[kind]:>3} of {marked[kind]:>3}, below the threshold {below[kind]:>2}; "
            f"values right {right[kind]:>3} of {valued[kind]:>3}; others {said[kind] - good[kind]:>3}"
        )


def show(row: Read, kind: str) -> None:
    """Print what went wrong in a sentence."""
    pairs, text = paired(row), row.line.text
    for mark in row.line.claims:
        if kind not in ("all", mark.kind):
            continue
        words = text[mark.start : mark.end]
        if mark not in pairs:
            near = [f[1] for f in row.findings if _is_of(mark, f)]
            print(f"MISS  {mark.kind} {'/'.join(mark.values)}: {words} {near or ''} <<{text}>>")
        elif not _is_right(mark, row.claims[pairs[mark]][1]):
            print(f"VALUE {mark.kind} {'/'.join(mark.values)} not {row.claims[pairs[mark]][1]}: {words}")
    for i, claim in enumerate(row.claims):
        if i not in pairs.values() and kind in ("all", claim[0]):
            print(f"ALARM {claim[0]} {claim[1]}: {text[claim[2] : claim[3]]} <<{text}>>")


if __name__ == "__main__":
    main()
