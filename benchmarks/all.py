"""Run the benchmarks and keep their figures in RESULTS.md.

    python benchmarks/all.py                 every section
    python benchmarks/all.py gold dates      some of them
    python benchmarks/all.py --list

Needs the shared data (SUMMITRY_SHARED, default ../shared). Timings want an idle machine.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from results import keep

SHARED = os.environ.get("SUMMITRY_SHARED", "../shared")
HERE = str(Path(__file__).parent)
GOLD = "../shared/gold/korea_dev.jsonl ../shared/gold/world_dev.jsonl ../shared/gold/seeds.jsonl"
TIME = "../shared/data/time"
EVENTS = "../shared/data/events"
TKG = "python ../shared/data/forecast/score_tkg.py"
SCRATCH = ("answers.jsonl", "big.sqlite")
"""Files that commands of a section pass on, made in a folder that goes afterwards."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of RESULTS.md.

    Args:
        name: how the command line calls it.
        title: its heading.
        commands: what is run, with `../shared` for the shared data and the names of `SCRATCH`.
        last: keep only this many of the lines printed, the last ones; 0 keeps all.
    """

    name: str
    title: str
    commands: tuple[str, ...]
    last: int = 0


def _dates(name: str, docs: str, gold: str) -> Section:
    command = f"python benchmarks/dates.py {TIME}/{docs} --scorer {TIME}/score_time.py --gold {TIME}/{gold}"
    return Section("dates", f"Time expressions: {name}", (command,))


SECTIONS = (
    Section("gold", "Events against the dev gold", ("python benchmarks/gold.py",)),
    Section(
        "blind",
        "Events and claims on texts annotated blind",
        ("python benchmarks/blind.py", "python benchmarks/blind.py again"),
    ),
    Section(
        "written",
        "Events of articles of our own",
        ("python benchmarks/gold.py benchmarks/written/check.jsonl",),
    ),
    Section("linking", "Reports linked to incidents", ("python benchmarks/linking.py",)),
    Section(
        "checking",
        "Claims checked against the chronology korea",
        ("python benchmarks/claim_checks.py", "python benchmarks/claim_checks.py --speed"),
    ),
    Section("errors", "Events: the twenty worst errors", ("python benchmarks/gold.py --show 20",)),
    Section(
        "pairs",
        "PLOVER roots of marked pairs, zero-shot",
        (
            f"python benchmarks/plover_pairs.py {EVENTS}/PLV_train.tsv --score",
            f"python benchmarks/plover_pairs.py {EVENTS}/AW_train.tsv --binary",
        ),
    ),
    Section(
        "calibration", "Scores of events: are they right as often as they say?", ("python benchmarks/calibration.py",)
    ),
    Section(
        "record",
        "A record of 100,000 documents",
        ("python benchmarks/record_scale.py --documents 100000",),
    ),
    Section(
        "desk",
        "The desk on a record of 100,000 documents",
        (
            "python benchmarks/record_scale.py --documents 100000 --keep big.sqlite",
            "python benchmarks/desk.py big.sqlite",
        ),
    ),
    Section(
        "panels", "Panels of 100 million events", ("python benchmarks/panels.py --events 100000000 --rows 10000000",)
    ),
    Section(
        "actors",
        "Mentions resolved: the dev cases",
        (
            "python benchmarks/resolution.py ../shared/data/actors/resolution_dev.jsonl -o answers.jsonl",
            "python ../shared/data/actors/score_resolution.py ../shared/data/actors/resolution_dev.jsonl answers.jsonl",
        ),
    ),
    Section("actors", "Mentions found: recall of gold participants", (f"python benchmarks/finding.py {GOLD}",)),
    Section("registry", "The registry against reference tables", ("python benchmarks/registry.py",), 8),
    _dates("TimeBank", "timebank.docs.jsonl", "timebank.gold.jsonl"),
    _dates("AQUAINT", "aquaint.docs.jsonl", "aquaint.gold.jsonl"),
    _dates("WikiWars dev", "wikiwars_dev.docs.jsonl", "wikiwars_dev.gold.jsonl"),
    _dates("diplomatic dev", "diplomatic_dev.jsonl", "diplomatic_dev.jsonl"),
    Section(
        "dates",
        "Time expressions: speed on one core",
        (f"python benchmarks/dates.py {TIME}/timebank.docs.jsonl --speed",),
    ),
    Section("dating", "Undated texts dated by their own words", (f"python benchmarks/dating.py {GOLD}",)),
    Section("places", "Places looked up and found", ("python benchmarks/places.py --shared ../shared",)),
    Section("pages", "Article text of pages", ("python benchmarks/html_pages.py ../shared/data/html",)),
    Section(
        "cleaning",
        "Furniture taken from texts",
        (f"python benchmarks/article_end.py {GOLD} ../shared/gold/noise_dev.jsonl",),
    ),
    Section(
        "forecast",
        "Who comes next: ICEWS14, valid",
        (f"{TKG} rank --dataset icews14 --data ../shared/data/forecast --split valid --predictor tkg:make",),
    ),
    Section(
        "forecast18",
        "Who comes next: ICEWS18, valid",
        (f"{TKG} rank --dataset icews18 --data ../shared/data/forecast --split valid --predictor tkg:make",),
    ),
    Section(
        "boosted14",
        "Who comes next, with trees: ICEWS14, valid",
        (f"{TKG} rank --dataset icews14 --data ../shared/data/forecast --split valid --predictor tkg:make_boosted",),
    ),
    Section(
        "boosted18",
        "Who comes next, with trees: ICEWS18, valid",
        (f"{TKG} rank --dataset icews18 --data ../shared/data/forecast --split valid --predictor tkg:make_boosted",),
    ),
    Section(
        "questions",
        "Yes/no questions of dyads, dev",
        (f"{TKG} binary --data ../shared/data/forecast --split dev --predictor tkg:make_binary",),
    ),
    Section(
        "backtest",
        "Yes/no questions of dyads, at earlier origins",
        ("python benchmarks/backtest_questions.py ../shared/data/forecast",),
    ),
    Section(
        "speed",
        "Documents a second",
        ("python benchmarks/throughput.py --documents 2000 --workers 2", "python benchmarks/throughput.py --written"),
    ),
    Section("kill", "Killed reads", ("python benchmarks/kill.py --kills 200 --documents 60",)),
    Section("turning", "Turning points: false alarms and finds", ("python benchmarks/turning.py",)),
    Section("peers", "Beside peers on the same texts", ("python benchmarks/peers.py --documents 200",)),
    Section("growth", "Cost of an article in growing records", ("python benchmarks/growth.py 1000 10000",)),
    Section("scale", "Workers of a Ray cluster", ("python benchmarks/scale.py --documents 2000 --workers 1 2",)),
    Section("soak", "An hour of reading", ("python benchmarks/soak.py",)),
)


def run(section: Section, scratch: Path) -> str:
    """Run a section's commands and return what they printed, Markdown-fenced."""
    printed = []
    for command in section.commands:
        words = [
            str(scratch / word) if word in SCRATCH else word.replace("../shared", SHARED) for word in command.split()
        ]
        done = subprocess.run(
            [sys.executable, *words[1:]],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": HERE},
        )
        printed.append(done.stdout.strip() or done.stderr.strip()[-2000:])
    lines = "\n".join(part for part in printed if part).splitlines()
    text = "\n".join(lines[-section.last :]).replace(str(scratch), "").replace(SHARED, "../shared")
    return f"```\n{text}\n```"


def main() -> int:
    """Run the chosen sections."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("names", nargs="*", help="sections to run; all where none is named")
    cli.add_argument("--list", action="store_true", help="list the sections")
    args = cli.parse_args()
    if args.list:
        for section in SECTIONS:
            print(f"{section.name:<10} {section.title}")
        return 0
    unknown = set(args.names) - {section.name for section in SECTIONS}
    if unknown or not Path(SHARED).exists():
        print(f"no such section: {unknown}" if unknown else "the shared data is not here", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        for section in SECTIONS:
            if not args.names or section.name in args.names:
                print(section.title, file=sys.stderr)
                keep(section.title, " && ".join(section.commands), run(section, Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
