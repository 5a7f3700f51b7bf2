"""Name the PLOVER root category of a marked pair, with nothing fitted to the benchmark.

    python benchmarks/plover_pairs.py IN.tsv -o OUT.jsonl      one {"uid", "root"} a row
    python benchmarks/plover_pairs.py --score [IN.tsv]         macro-F1, F1 a class, confusions on PLV_train
    python benchmarks/plover_pairs.py --binary [IN.tsv]        cooperation against conflict on AW_train
    python benchmarks/plover_pairs.py --score --alone          the judge without the frames' votes
    python benchmarks/plover_pairs.py --score --fallback       the linear judge

A row bears a `marked_sentence` with `<s>source</s>` and `<t>target</t>`. The bundled judge and the trigger frames
vote: neither has been fitted to a row. PLOVER lets a future act of cooperation be AGREE, a future act of conflict
THREATEN, and a refused one REJECT; the judge's status says which. Leaving office, our TRANSITION, is a YIELD there. The
shared data: SUMMITRY_SHARED, default ../shared.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from summitry.coding.coder import load_coder
from summitry.coding.judge import Judgement, Span, load_judge
from summitry.model import Document, Event

EVENTS = Path(os.environ.get("SUMMITRY_SHARED", "../shared")) / "data" / "events"
LATER_COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "TRANSITION"})
LATER_CONFLICT = frozenset({"PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"})
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
ROOTS = (
    *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT"),
    *("REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"),
)
VOTE = {2: 0.6, 1: 0.4, 0: 0.2}
"""Weight of a frame's vote by how many of its participants are the pair's; chosen on held-out training sentences."""
SURE = 0.7
"""Share that moves to another root where a word of the sentence says so."""
_PROMISE = re.compile(
    r"\b(agree[sd]?|agreeing|promis\w+|pledg\w+|vow\w*|offer(ed|s)?|consent\w*|commit(ted|s)?)\b", re.I
)
_APOLOGY = re.compile(r"\b(apolog\w+|forg[ai]v\w+)\b", re.I)
_OCCUPATION = re.compile(r"\b(blockad\w+|occup(ation|ied|ies|y|ying)|captur\w+|conquer\w*|overr[au]n|annex\w*)\b", re.I)
_FORMAL = re.compile(
    r"\b(reach\w*|struck|strike|clinch\w*|seal(ed|s)?|sign(ed|ing|s)?|conclud\w+|finali[sz]\w+|ratif\w+)\b"
    r"[^.;]{0,60}\b(agreement|accord|deal|pact|treaty|memorandum)\b",
    re.I,
)
_MARK = re.compile(r"<(/?)([st])>")
_ROLE = re.compile(r"[A-Z]\w*:")


@dataclass(frozen=True, slots=True)
class Row:
    """One pair in one sentence."""

    uid: str
    sentence: str
    source: Span | None
    target: Span | None
    gold: str


def read_rows(path: Path) -> list[Row]:
    """Read a file of the benchmark's shape; a missing mark is sought by its name, of a doubled one the first counts."""
    csv.field_size_limit(10**7)
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(cells) for cells in csv.DictReader(file, delimiter="\t")]


def _row(cells: dict[str, str]) -> Row:
    marked, plain, last = cells.get("marked_sentence") or cells.get("sentence") or "", "", 0
    opened: dict[str, int] = {}
    found: dict[str, Span] = {}
    for mark in _MARK.finditer(marked):
        plain += marked[last : mark.start()]
        last = mark.end()
        if not mark[1]:
            opened.setdefault(mark[2], len(plain))
        elif mark[2] in opened and mark[2] not in found:
            found[mark[2]] = (opened[mark[2]], len(plain))
    plain += marked[last:]
    for letter, column in (("s", "source"), ("t", "target")):
        name = _ROLE.sub("", cells.get(column) or "", count=1).strip()
        at = plain.casefold().find(name.casefold()) if name else -1
        if letter not in found and at >= 0:
            found[letter] = (at, at + len(name))
    gold = cells.get("gold_root") or cells.get("gold_binary") or ""
    return Row(cells.get("uid", ""), plain, found.get("s"), found.get("t"), gold)


def judge_rows(rows: Sequence[Row], frames: bool = True) -> list[dict[str, float]]:
    """Return each row's roots with their shares."""
    judge = load_judge()
    shares = [_roots(judge.read(row.sentence).judge((row.source, row.target)), row.sentence) for row in rows]
    if frames:
        documents = (Document(str(at), row.sentence, _all_of(row.sentence)) for at, row in enumerate(rows))
        for share, row, coded in zip(shares, rows, load_coder().code(documents), strict=True):
            _vote(share, row, coded.events)
    return shares


def _all_of(text: str) -> tuple[Span, ...]:
    return ((0, len(text)),) if text else ()


def _roots(verdict: Judgement, sentence: str) -> dict[str, float]:
    """Fold categories, modes and statuses into the benchmark's roots, by its codebook."""
    later = verdict.statuses["planned"] + verdict.statuses["possible"]
    never = verdict.statuses["denied"] + verdict.statuses["cancelled"]
    share = dict.fromkeys(ROOTS, 0.0)
    for kind, weight in verdict.types.items():
        for root, part in _elsewhere(kind, verdict.modes["SANCTION", "convict"], sentence).items():
            share[root] += weight * part
            weight *= 1 - part
        for part, root in ((1 - later - never, _root(kind)), (later, _later(kind)), (never, _never(kind))):
            if root in share:
                share[root] += weight * part
    return share


def _elsewhere(kind: str, convicting: float, sentence: str) -> dict[str, float]:
    """Return what the benchmark's codebook files under another root than PLOVER of 2021 and our guidelines.

    A conviction is ACCUSE; a promise to yield is AGREE; an apology is SUPPORT; blockade and occupation are ASSAULT; an
    agreement signed or reached is SUPPORT (CAMEO 057, "sign formal agreement").
    """
    if kind == "SANCTION":
        return {"ACCUSE": convicting}
    if kind in {"CONCEDE", "RETREAT"} and _PROMISE.search(sentence):
        return {"AGREE": SURE}
    if kind == "CONCEDE" and _APOLOGY.search(sentence):
        return {"SUPPORT": SURE}
    if kind == "AGREE" and _FORMAL.search(sentence):
        return {"SUPPORT": SURE}
    if kind == "COERCE" and _OCCUPATION.search(sentence):
        return {"ASSAULT": SURE}
    return {}


def _root(kind: str) -> str:
    return "YIELD" if kind in {"CONCEDE", "RETREAT", "TRANSITION"} else kind


def _later(kind: str) -> str:
    return "AGREE" if kind in LATER_COOPERATION else "THREATEN" if kind in LATER_CONFLICT else _root(kind)


def _never(kind: str) -> str:
    return "REJECT" if kind in LATER_COOPERATION | {"AGREE"} else _root(kind)


def _vote(share: dict[str, float], row: Row, events: Iterable[Event]) -> None:
    """Add the vote of the frame that fits the pair best."""
    total = sum(share.values()) or 1.0
    for root in share:
        share[root] /= total
    ranked = sorted(events, key=lambda event: -_fit(event, row))
    if ranked:
        kind, status, vote = ranked[0].type, ranked[0].status, VOTE[_fit(ranked[0], row)]
        for root, part in _elsewhere(kind, float(ranked[0].mode == "convict"), row.sentence).items():
            share[root] += vote * part
            vote *= 1 - part
        share[_later(kind) if status in {"planned", "possible"} else _root(kind)] += vote


def _fit(event: Event, row: Row) -> int:
    sides = {"actor": row.source, "recipient": row.target}
    met = {p.role for p in event.participants if p.span and (side := sides[p.role]) and _meet(p.span, side)}
    return len(met) if "actor" in met else 0


def _meet(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def f1_by_class(gold: Sequence[str], found: Sequence[str], classes: Iterable[str]) -> dict[str, float]:
    """Return each class's F1."""
    pairs = list(zip(gold, found, strict=True))
    counts = Counter(gold), Counter(found)
    return {c: 2 * pairs.count((c, c)) / max(counts[0][c] + counts[1][c], 1) for c in classes}


def print_scores(gold: Sequence[str], found: Sequence[str], classes: Sequence[str]) -> float:
    """Print macro-F1, F1 a class and the confusion table; return the first."""
    scores = f1_by_class(gold, found, classes)
    macro = sum(scores.values()) / len(scores)
    right = sum(g == f for g, f in zip(gold, found, strict=True)) / len(gold)
    print(f"rows {len(gold)}   macro-F1 {macro:.3f}   accuracy {right:.3f}\n")
    table = Counter(zip(gold, found, strict=True))
    print("gold \\ found " + " ".join(f"{c[:6]:>6}" for c in classes) + "     F1")
    for row in classes:
        cells = " ".join(f"{table[row, column] or '.':>6}" for column in classes)
        print(f"{row:12} {cells}  {scores[row]:.3f}")
    return macro


def main() -> int:
    """Answer or score a file."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("file", nargs="?", type=Path)
    cli.add_argument("-o", "--output", type=Path, help="write {uid, root} a row")
    cli.add_argument("--score", action="store_true", help="score against gold_root")
    cli.add_argument("--binary", action="store_true", help="score cooperation against conflict")
    cli.add_argument("--alone", action="store_true", help="the judge without the frames' votes")
    cli.add_argument("--fallback", action="store_true", help="the linear judge, as where onnxruntime is missing")
    args = cli.parse_args()
    if args.fallback:
        sys.modules["onnxruntime"] = None  # type: ignore[assignment]  # as the import system marks what is missing
    path = args.file or EVENTS / ("AW_train.tsv" if args.binary else "PLV_train.tsv")
    if not path.exists():
        print(f"{path}: no such file; set SUMMITRY_SHARED or name one", file=sys.stderr)
        return 2
    rows = read_rows(path)
    shares = judge_rows(rows, frames=not args.alone)
    found = [max(ROOTS, key=lambda root: share[root]) for share in shares]
    if args.output:
        lines = (json.dumps({"uid": row.uid, "root": root}) for row, root in zip(rows, found, strict=True))
        args.output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    if args.binary:
        sums = [sum(share[root] for root in COOPERATION) / (sum(share.values()) or 1.0) for share in shares]
        sides = ["cooperation" if value > 0.5 else "conflict" for value in sums]
        wanted = ["conflict" if row.gold == "1" else "cooperation" for row in rows]
        print_scores(wanted, sides, ("cooperation", "conflict"))
    elif args.score or not args.output:
        print_scores([row.gold for row in rows], found, ROOTS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
