#!/usr/bin/env python3
"""Compare the registry's tenures with the reference tables of office-holders.

    python benchmarks/registry.py [--state CHN] [--missing] [--dates] [--ministers] [--faults]

Effective leaders come from Archigos 4.1 (to 2015) and REIGN (starts from 2016 on). A leader counts as
present where a tenure of the same state, near in time, bears the same name. A start or end agrees where
some start or end of that person's tenures (or of tenures of theirs that touch) lies within 7 or 31 days.
Works on the CSV files alone, so that a data file can be checked while it is being written.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote

from rapidfuzz.distance import JaroWinkler

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "summitry" / "actors" / "data"
SHARED = Path(os.environ.get("SUMMITRY_SHARED", ROOT.parent / "shared"))
MAIN_CODES = """
USA CAN MEX BRA ARG CUB GBR FRA DEU ITA ESP POL UKR RUS SUN TUR EGY SYR IRQ IRN ISR SAU ZAF NGA ETH IND PAK AFG
CHN MNG TWN PRK KOR JPN VNM IDN PHL AUS
"""
MAIN = frozenset(MAIN_CODES.split())
GOVERNING = {"head-of-state", "head-of-government", "leader", "party-leader", "deputy", "other"}
CUT = date(2015, 12, 31)
REIGN_END = date(2021, 3, 31)


@dataclass(frozen=True)
class Spell:
    """One effective leader in the reference: ends at month precision where `end_exact` is false."""

    cow: str
    name: str
    start: date
    end: date | None
    end_exact: bool
    origin: str


@dataclass
class Row:
    """One tenure of the registry."""

    person: str
    state: str
    office: str
    role: str
    start: date | None
    end: date | None
    place: str


@dataclass
class Score:
    """Counts of one state, with the disagreements."""

    leaders: int = 0
    present: int = 0
    dates: int = 0
    week: int = 0
    month: int = 0
    missing: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        self.leaders += other.leaders
        self.present += other.present
        self.dates += other.dates
        self.week += other.week
        self.month += other.month


def fold(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = plain.replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("đ", "d")
    return re.sub(r"[^\w]+", " ", re.sub(r"['’.]", "", plain)).split()


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def bound(text: str, last: bool) -> date | None:
    """Read an ISO date at any precision as its first or last day."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else (12 if last else 1)
    if not last:
        return date(year, month, 1)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def tenure_files() -> list[Path]:
    return sorted((DATA / "tenures").glob("*.csv"))


def tenures() -> tuple[list[Row], list[str]]:
    rows, faults = [], []
    for path in tenure_files():
        for number, raw in enumerate(read(path), 2):
            place = f"{path.name}:{number}"
            try:
                start, end = bound(raw["start"], last=False), bound(raw["end"], last=True)
                if None in raw or any(value is None for value in raw.values()):
                    faults.append(f"{place}: wrong number of columns: {raw}")
                    continue
                rows.append(Row(raw["person"], raw["state"], raw["office"], raw["role"], start, end, place))
                if start and end and start > end:
                    faults.append(f"{place}: ends before it begins: {raw}")
            except (ValueError, KeyError, TypeError) as error:
                faults.append(f"{place}: {error!r}: {raw}")
    return rows, faults


def aliases() -> dict[str, set[str]]:
    known: dict[str, set[str]] = defaultdict(set)
    for path in sorted((DATA / "person_aliases").glob("*.csv")):
        for raw in read(path):
            known[raw["person"]].update(fold(raw["alias"] or ""))
    return known


def codes() -> dict[str, set[str]]:
    """Alpha-3 codes by Correlates of War and Gleditsch-Ward number."""
    table: dict[str, set[str]] = defaultdict(set)
    for raw in read(DATA / "states.csv"):
        for column in ("cow", "gw"):
            if raw[column]:
                table[raw[column]].add(raw["code"])
    return table


def spells() -> list[Spell]:
    found = []
    for raw in read(SHARED / "data/actors/archigos_4.1.csv"):
        start, end = date.fromisoformat(raw["startdate"]), date.fromisoformat(raw["enddate"])
        if end >= date(1945, 1, 1):
            name = raw["leader"] + " " + unquote(raw["dbpedia"]).replace("_", " ")
            found.append(Spell(raw["ccode"], name, start, None if end >= CUT else end, True, "archigos"))
    for raw in read(SHARED / "data/actors/reign_leaders_2021-03.csv"):
        start = date(int(raw["syear"]), int(raw["smonth"]), int(raw["sdate"]))
        if start <= CUT:
            continue
        end = bound(f"{int(raw['eyear']):04d}-{int(raw['emonth']):02d}", last=True) if raw["eyear"] else None
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", raw["leader"])
        found.append(Spell(raw["ccode"], name, start, end if end and end < REIGN_END else None, False, "reign"))
    return found


def alike(spell: Spell, row: Row, known: dict[str, set[str]]) -> bool:
    theirs = [word for word in fold(spell.name) if len(word) > 1]
    ours = set(fold(re.sub(r"\(\d+\)", "", row.person))) | known.get(row.person, set())
    return any(
        a == b or (min(len(a), len(b)) > 3 and JaroWinkler.similarity(a, b) >= 0.88) for a in theirs for b in ours
    )


def near(spell: Spell, row: Row, days: int) -> bool:
    begin, end = row.start or date(1800, 1, 1), row.end or date(2100, 1, 1)
    slack = timedelta(days=days)
    return begin - slack <= (spell.end or date(2100, 1, 1)) and spell.start - slack <= end


def gap(day: date, candidates: list[date | None]) -> int:
    return min((abs((day - other).days) for other in candidates if other), default=10_000)


def gap_to_month(day: date, candidates: list[date | None]) -> int:
    """Distance to a month whose last day is `day`."""
    first = day.replace(day=1)
    return (
        min(
            (0 if first <= other <= day else min(abs((day - other).days), abs((first - other).days)))
            for other in candidates or [None]
            if other
        )
        if any(candidates)
        else 10_000
    )


def compare(spell: Spell, rows: list[Row], known: dict[str, set[str]], score: Score) -> None:
    score.leaders += 1
    label = f"{spell.name.strip()} {spell.start}..{spell.end or ''} ({spell.origin})"
    close = [row for row in rows if near(spell, row, 40) and alike(spell, row, known)]
    if not close:
        exact = [row for row in rows if row.start and abs((row.start - spell.start).days) <= 7]
        close = [row for row in exact if spell.end and row.end and abs((row.end - spell.end).days) <= 7]
        if not close:
            score.missing.append(label)
            return
    score.present += 1
    people = {row.person for row in close}
    theirs = [row for row in rows if row.person in people]
    checks = [("start", spell.start, [row.start for row in theirs], True)]
    if spell.end:
        checks.append(("end", spell.end, [row.end for row in theirs], spell.end_exact))
    for word, day, candidates, exact_day in checks:
        score.dates += 1
        distance = gap(day, candidates) if exact_day else gap_to_month(day, candidates)
        score.week += distance <= 7
        score.month += distance <= 31
        if distance > 7:
            ours = ", ".join(sorted({f"{row.person} {row.office} {row.start}..{row.end or ''}" for row in close}))
            score.wrong.append(f"{word} off by {distance} days: {label}; ours: {ours}")


def agreement() -> dict[str, Score]:
    """Score every state; keys are alpha-3 codes joined by a slash where a number has several."""
    rows, _ = tenures()
    known, table = aliases(), codes()
    by_state: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.role in GOVERNING:
            by_state[row.state].append(row)
    scores: dict[str, Score] = defaultdict(Score)
    for spell in spells():
        wanted = table.get(spell.cow, set())
        main = bool(wanted & MAIN)
        if not main and (spell.end or date(2100, 1, 1)) < date(1990, 1, 1):
            continue
        key = "/".join(sorted(wanted)) or f"cow {spell.cow}"
        compare(spell, [row for code in wanted for row in by_state[code]], known, scores[key])
    return dict(scores)


def totals(scores: dict[str, Score]) -> Score:
    total = Score()
    for score in scores.values():
        total.add(score)
    return total


def ministers(rows: list[Row], known: dict[str, set[str]]) -> None:
    """Print how many foreign ministers and heads of the check-only table the registry holds, by state."""
    names = {tuple(fold(raw["name"])): raw["code"] for raw in read(DATA / "states.csv")}
    for raw in read(DATA / "state_aliases.csv"):
        names.setdefault(tuple(fold(raw["alias"])), raw["code"])
    wanted: dict[str, list[tuple[str, Spell]]] = defaultdict(list)
    for raw in read(SHARED / "data/actors/officeholders_to_2023-01.csv"):
        code = names.get(tuple(fold(raw["country"])))
        if code and raw["role"] in {"FM", "HoS", "HoG"} and raw["start"]:
            start = bound(raw["start"], last=False) or date.min
            name = raw["person"] + " " + raw["enwiki_if_different"]
            wanted[code].append((raw["role"], Spell("", name, start, bound(raw["end"], last=True), True, raw["role"])))
    for code in sorted(wanted, key=lambda code: (code not in MAIN, code)):
        ours = [row for row in rows if row.state == code]
        gone = [
            f"{role} {spell.name.strip()} {spell.start}..{spell.end or ''}"
            for role, spell in wanted[code]
            if not any(near(spell, row, 400) and alike(spell, row, known) for row in ours)
        ]
        print(f"{code}  {len(wanted[code]) - len(gone)}/{len(wanted[code])}  {'; '.join(gone)}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--state", action="append", default=[], help="only this alpha-3 code (repeatable)")
    parser.add_argument("--missing", action="store_true", help="list the leaders that are missing")
    parser.add_argument("--dates", action="store_true", help="list starts and ends more than 7 days off")
    parser.add_argument("--ministers", action="store_true", help="list heads and foreign ministers 1998-2023 missing")
    parser.add_argument("--faults", action="store_true", help="list malformed rows")
    options = parser.parse_args()
    rows, faults = tenures()
    print(f"{len(rows)} tenures of {len({row.person for row in rows})} people in {len(tenure_files())} files")
    print(f"{len(faults)} malformed rows (see --faults)")
    if options.faults:
        print("\n".join(faults))
    if options.ministers:
        ministers([row for row in rows if not options.state or row.state in options.state], aliases())
        return 0
    scores = agreement()
    print(f"{'state':16s} {'leaders':>7s} {'present':>7s} {'dates':>6s} {'<=31':>6s} {'<=7':>6s}")
    for key in sorted(scores, key=lambda key: (not MAIN & set(key.split("/")), key)):
        if options.state and not set(options.state) & set(key.split("/")):
            continue
        score = scores[key]
        print(f"{key:16s} {score.leaders:7d} {score.present:7d} {score.dates:6d} {score.month:6d} {score.week:6d}")
        for line in score.missing if options.missing else []:
            print(f"    missing: {line}")
        for line in score.wrong if options.dates else []:
            print(f"    {line}")
    total = totals(scores)
    print(
        f"{'ALL':16s} present {total.present}/{total.leaders} = {total.present / max(1, total.leaders):.3f},"
        f" within 31 days {total.month}/{total.dates} = {total.month / max(1, total.dates):.3f},"
        f" within 7 days {total.week}/{total.dates} = {total.week / max(1, total.dates):.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
