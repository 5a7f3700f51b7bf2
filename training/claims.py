"""Weigh the signs of claims: a logistic model over readable features, cross-validated by document.

    python training/claims.py [--write] [--show KIND]

Reads the dev gold of the shared data (SUMMITRY_SHARED, default ../shared), finds whatever may be a claim, and fits
weights so that the findings which annotators entered score high. Prints claim F1 and values right, for every text by
weights fitted without it, and by parts: rules were written from half A and the seeds, widened from B1 and from the half
`tune` of the texts annotated blind (`benchmarks/blind/`); B2 and `held` were only ever scored.
`--write` fits on all texts but `held` and writes `src/summitry/coding/claims/data/weights.csv`; no text goes into it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claim_fitting import Candidate, Sheet, fit, predict

from summitry.annotation import Annotation, load_annotator
from summitry.cli.lines import LineReader
from summitry.coding import load_coder
from summitry.coding.claims.evidence import evidence_of
from summitry.coding.claims.reader import find_all, is_double
from summitry.coding.claims.scoring import THRESHOLD, by_hand, lowest_of, weighed
from summitry.limits import Limits

SHARED = Path(os.environ.get("SUMMITRY_SHARED", "../shared"))
sys.path[:0] = [str(SHARED / "gold"), str(Path(__file__).parents[1] / "benchmarks")]
WEIGHTS = Path(__file__).parents[1] / "src/summitry/coding/claims/data/weights.csv"
FOLDS = 8
THRESHOLDS = [round(0.2 + 0.02 * step, 2) for step in range(20)]


def main() -> None:
    """Fit, cross-validate, print; write the weights where asked to."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--write", action="store_true", help="write the weights")
    cli.add_argument("--show", default="", help="print misses and false alarms of a kind, in half A and the seeds")
    args = cli.parse_args()
    read = list(read_sheets())
    sheets = [sheet for sheet in read if sheet.half != "held"]
    scores = cross_scores(sheets)
    gold = [sheet for sheet in sheets if sheet.half != "tune"]
    report("gold, best threshold", gold, scores, best_threshold(gold, scores))
    threshold = THRESHOLD
    report("gold, cross-validated", gold, scores, threshold)
    for half in ("A", "B1", "B2", "seeds", "tune"):
        some = [sheet for sheet in sheets if sheet.half == half]
        report(f"{half}, cross-validated", some, scores, threshold)
    weights = fit([s for s in sheets if s.half != "B2"])
    untouched = [s for s in sheets if s.half == "B2"]
    report("B2, weights without it", untouched, {s.name: predict(weights, s) for s in untouched}, threshold)
    weights, held = fit(sheets), [s for s in read if s.half == "held"]
    report("held, never fitted", held, {s.name: predict(weights, s) for s in held}, threshold)
    by_kind(gold, scores, threshold)
    if args.show:
        show(sheets, scores, threshold, args.show)
    if args.write:
        write(weights, sheets)


def read_sheets() -> Iterator[Sheet]:
    """Find and label the candidates of every gold document."""
    gold = dict(read_gold())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        fields = ("id", "url", "published", "title", "text")
        path.write_text("".join(json.dumps({k: d[k] for k in fields}) + "\n" for d, _ in gold.values()))
        for annotation in load_annotator().annotate(LineReader(str(path), True, Limits()).documents()):
            document, half = gold[annotation.document.id]
            claims = [(c["kind"], str(c["value"]), place_of(document["text"], c)) for c in document["claims"]]
            candidates = list(candidates_of(annotation))
            yield Sheet(document["id"], half, claims, candidates, labels_of(candidates, claims))


def place_of(text: str, claim: Mapping[str, Any]) -> tuple[int, int]:
    """Return the offsets of a claim's words."""
    from score import locate

    return locate(text, claim["evidence"])


def read_gold() -> Iterator[tuple[str, tuple[dict[str, Any], str]]]:
    """Yield the annotated documents with their halves, those of the dev gold by a digest of their ids."""
    from blind import HALVES, annotated  # the annotations are the benchmarks'

    for half in HALVES:
        for document in annotated(half):
            yield document["id"], (document, half)
    for name in ("korea_dev", "world_dev"):
        lines = (SHARED / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = sorted(map(json.loads, lines), key=lambda d: hashlib.md5(d["id"].encode()).hexdigest())
        for position, document in enumerate(rows):
            yield document["id"], (document, "A" if position % 2 == 0 else f"B{position // 2 % 2 + 1}")
    for line in (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        yield document["id"], (document, "seeds")


def candidates_of(annotation: Annotation) -> Iterator[Candidate]:
    """Yield whatever may be a claim in a document."""
    page = load_coder().page_of(annotation)
    for finding, features in weighed(find_all(page), page):
        evidence = evidence_of(page, finding)
        yield Candidate(
            annotation.document.id,
            finding.kind,
            finding.value,
            evidence.start,
            evidence.end,
            finding.anchor.idx,
            evidence.quote,
            features,
        )


def labels_of(candidates: Sequence[Candidate], gold: Sequence[tuple[str, str, tuple[int, int]]]) -> list[int]:
    """Return 1 for every candidate that a gold claim stands for.

    Of several candidates on a claim's words those count that give its value; where none does, those whose
    anchor stands in them; else all.
    """
    from score import fold

    labels = [0] * len(candidates)
    for kind, value, span in gold:
        near = [
            i for i, c in enumerate(candidates) if c.kind == kind and span and c.start < span[1] and span[0] < c.end
        ]
        exact = [i for i in near if fold(candidates[i].value) == fold(value)]
        inside = [i for i in near if span[0] <= candidates[i].anchor < span[1]]
        for i in exact or inside or near:
            labels[i] = 1
    return labels


def cross_scores(sheets: Sequence[Sheet]) -> dict[str, list[float]]:
    """Return the scores of every document by weights fitted without it."""
    folds = {s.name: int(hashlib.sha256(s.name.encode()).hexdigest(), 16) % FOLDS for s in sheets}
    scores = {}
    for fold in range(FOLDS):
        weights = fit([s for s in sheets if folds[s.name] != fold])
        scores |= {s.name: predict(weights, s) for s in sheets if folds[s.name] == fold}
    return scores


def chosen(sheet: Sheet, scores: Sequence[float], threshold: float) -> list[Candidate]:
    """Return the candidates that would be written as claims."""
    likely = (i for i, s in enumerate(scores) if s >= lowest_of(sheet.candidates[i].kind, threshold))
    ranked = sorted(likely, key=lambda i: -scores[i])
    kept: list[Candidate] = []
    for i in ranked:
        candidate = sheet.candidates[i]
        if not any(
            is_double(
                k.kind, (k.start, k.end), k.value, candidate.kind, (candidate.start, candidate.end), candidate.value
            )
            for k in kept
        ):
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.start, c.end, c.kind, c.value))


def hits(sheet: Sheet, kept: Sequence[Candidate]) -> list[tuple[int, int, bool]]:
    """Return pairs of gold claim and kept candidate, with whether the value is right, as the scorer pairs them."""
    from score import fold

    taken: set[int] = set()
    found = []
    for g, (kind, value, span) in enumerate(sheet.gold):
        for j, c in enumerate(kept):
            if j not in taken and c.kind == kind and span and c.start < span[1] and span[0] < c.end:
                taken.add(j)
                found.append((g, j, fold(c.value) == fold(value)))
                break
    return found


def figures(
    sheets: Sequence[Sheet], scores: Mapping[str, list[float]], threshold: float, kind: str = ""
) -> tuple[float, ...]:
    """Return precision, recall, F1, share of values right and counts."""
    gold = kept = hit = right = 0
    for sheet in sheets:
        row = chosen(sheet, scores[sheet.name], threshold)
        pairs = hits(sheet, row)
        gold += sum(1 for k, _, _ in sheet.gold if kind in ("", k))
        kept += sum(1 for c in row if kind in ("", c.kind))
        pairs = [p for p in pairs if kind in ("", sheet.gold[p[0]][0])]
        hit += len(pairs)
        right += sum(p[2] for p in pairs)
    p, r = hit / max(kept, 1), hit / max(gold, 1)
    return p, r, 2 * p * r / max(p + r, 1e-9), right / max(hit, 1), gold, kept, hit


def best_threshold(sheets: Sequence[Sheet], scores: Mapping[str, list[float]]) -> float:
    """Return the threshold of the best F1."""
    return max(THRESHOLDS, key=lambda threshold: figures(sheets, scores, threshold)[2])


def report(name: str, sheets: Sequence[Sheet], scores: Mapping[str, list[float]], threshold: float) -> None:
    """Print one line of figures."""
    p, r, f, v, gold, kept, hit = figures(sheets, scores, threshold)
    print(
        f"{name:<30} threshold {threshold:.2f}  P {p:.3f}  R {r:.3f}  F1 {f:.3f}  values {v:.3f}  "
        f"gold {gold} kept {kept} hit {hit}"
    )


def by_kind(sheets: Sequence[Sheet], scores: Mapping[str, list[float]], threshold: float) -> None:
    """Print the figures of every kind, with the share of gold claims that any candidate covers."""
    covered: Counter[str] = Counter()
    candidates = Counter(c.kind for s in sheets for c in s.candidates)
    for sheet in sheets:
        for kind, _, span in sheet.gold:
            covered[kind] += any(
                c.kind == kind and span and c.start < span[1] and span[0] < c.end for c in sheet.candidates
            )
    for kind in sorted({k for s in sheets for k, _, _ in s.gold}):
        p, r, f, v, gold, kept, hit = figures(sheets, scores, threshold, kind)
        print(
            f"  {kind:<10} P {p:.2f} R {r:.2f} F1 {f:.2f} values {v:.2f}  gold {gold} kept {kept} hit {hit}  "
            f"covered {covered[kind]} of {candidates[kind]} candidates"
        )


def show(sheets: Sequence[Sheet], scores: Mapping[str, list[float]], threshold: float, wanted: str) -> None:
    """Print what was missed, wrongly entered or given another value, but of B2."""
    for sheet in sheets:
        if sheet.half == "B2":
            continue
        kept = chosen(sheet, scores[sheet.name], threshold)
        pairs = hits(sheet, kept)
        hit_gold, hit_kept = {g for g, _, _ in pairs}, {j for _, j, _ in pairs}
        for g, j, right in pairs:
            if not right and wanted in ("all", sheet.gold[g][0]):
                print(f"VALUE {sheet.name} {sheet.gold[g][:2]} got {kept[j].value!r}: {kept[j].quote[:60]}")
        for g, (kind, value, span) in enumerate(sheet.gold):
            if g not in hit_gold and wanted in ("all", kind):
                near = [
                    round(s, 2)
                    for c, s in zip(sheet.candidates, scores[sheet.name], strict=True)
                    if c.kind == kind and span and c.start < span[1] and span[0] < c.end
                ]
                print(f"MISS  {sheet.name} {kind}: {value!r} {near}")
        for j, c in enumerate(kept):
            if j not in hit_kept and wanted in ("all", c.kind):
                print(f"ALARM {sheet.name} {c.kind}: {c.value!r}: {c.quote[:110]}")


def write(weights: Mapping[str, float], sheets: Sequence[Sheet]) -> None:
    """Write the weights with the number of documents that each feature was seen in."""
    seen: dict[str, set[str]] = defaultdict(set)
    for sheet in sheets:
        for candidate in sheet.candidates:
            for feature in ("all", *candidate.features):
                seen[feature].add(sheet.name)
    rows = [
        f'"{name}",{weight:.3f},{len(seen[name])}' for name, weight in sorted(weights.items()) if name not in by_hand()
    ]
    fitted = "fitted by training/claims.py on the dev gold and benchmarks/blind/tune.jsonl"
    head = f"# feature,weight,documents it was seen in; {fitted}\n"
    WEIGHTS.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
