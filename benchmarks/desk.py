"""Time the pages of the desk on a large record, alone and with fifty readers beside a running `read`.

    python benchmarks/record_scale.py --documents 10000 --keep big.sqlite
    python benchmarks/desk.py big.sqlite --readers 50 --seconds 30

Serves a copy of the record with `summitry serve`, asks for each kind of page over its addresses one after another,
and prints the median and the 95th percentile of the seconds until the last byte, and the kilobytes of the page with
its style sheet and scripts. Where Chromium is there, each kind of page is opened in it with nothing cached, and the
milliseconds until it first shows content are printed (`first-contentful-paint` of W3C Paint Timing). A forecast
is asked for, and the seconds are printed until the page is there, and until the odds are. Then the same addresses are
asked for by readers who each rest a second between two pages, while `summitry read` reads articles of the sample into
the same record.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.parse import quote, urlsplit

REST = 1.0
PAINTED = 5
PAINT = "performance.getEntriesByType('paint').find(entry => entry.name === 'first-contentful-paint')"
SHARED = ("/static/desk.css", "/static/desk.js", "/static/keys.js", "/static/search.js", "/static/queue.js",
          "/static/job.js", "/static/editing.js", "/static/icon.svg")  # fmt: skip
"""What every page loads beside itself."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes
    seconds: float


class Reader:
    """One connection that is kept open."""

    def __init__(self, netloc: str) -> None:
        self._connection = http.client.HTTPConnection(netloc, timeout=60)

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        begun = time.perf_counter()
        self._connection.request("GET", path)
        answer = self._connection.getresponse()
        body = answer.read()
        return Answer(answer.status, body, time.perf_counter() - begun)


def addresses(reader: Reader, chance: random.Random, each: int) -> dict[str, list[str]]:
    """Return addresses of every kind of page, drawn from the record."""
    overview = json.loads(reader.get("/overview.json").body)
    incidents, documents = [], []
    for _ in range(each):
        page = chance.randint(1, max(1, overview["incidents"] // 50))
        incidents += [i["id"] for i in json.loads(reader.get(f"/incidents.json?page={page}").body)["items"][:2]]
        page = chance.randint(1, max(1, overview["documents"] // 50))
        documents += [d["id"] for d in json.loads(reader.get(f"/documents.json?page={page}").body)["items"][:2]]
    dyads = [chance.choice(overview["dyads"]) for _ in range(each)]
    actors = [chance.choice(overview["actors"]) for _ in range(each)]
    words = [
        w for i in incidents[:each] for w in json.loads(reader.get(f"/incidents/{i}.json").body)["sentence"].split()
    ]
    years = [row["year"] for row in overview["by_year"] if row["year"]]
    dated = list(zip(dyads, chance.choices(years, k=each), strict=True))
    return {
        "overview": ["/"],
        "incidents": [f"/incidents?page={chance.randint(1, 200)}" for _ in range(each)],
        "incidents, narrowed": [f"/incidents?type=CONSULT&since={y}&until={y}" for y in chance.choices(years, k=each)],
        "incident": [f"/incidents/{i}" for i in incidents],
        "document": [f"/documents/{d}" for d in documents],
        "documents": [f"/documents?page={chance.randint(1, 200)}" for _ in range(each)],
        "dyad": [f"/dyads/{d['one']}/{d['other']}" for d in dyads],
        "dyad, one year": [f"/dyads/{d['one']}/{d['other']}?since={y}&until={y}" for d, y in dated],
        "actor": [f"/actors/{quote(a['name'])}" for a in actors],
        "dyads, actors": ["/dyads", "/actors"],
        "actors, A to Z": [f"/actors?initial={letter}" for letter in "abcdefghl"],
        "claims, corrections": ["/claims", "/corrections"],
        "search": [f"/search?q={quote(chance.choice(words))}+{quote(chance.choice(words))}" for _ in range(each)],
        "queue": ["/queue?of=conflicts", "/queue?of=low", "/queue?of=unresolved"],
        "incidents, JSON": [f"/api/v1/incidents?page={chance.randint(1, 200)}" for _ in range(each)],
    }  # fmt: skip


def dyad_of(reader: Reader) -> tuple[str, str]:
    """Return the most active dyad."""
    first = json.loads(reader.get("/overview.json").body)["dyads"][0]
    return first["one"], first["other"]


def report(title: str, times: Mapping[str, Sequence[float]], weights: Mapping[str, int]) -> None:
    """Print a line for each kind of page."""
    print(f"\n{title}\n{'page':<22}{'asked':>7}{'median s':>10}{'p95 s':>9}{'kB':>8}")
    for name, seconds in times.items():
        cuts = quantiles(seconds, n=20, method="inclusive") if len(seconds) > 1 else [seconds[0]] * 19
        weight = f"{weights[name] / 1000:.0f}" if name in weights else ""
        print(f"{name:<22}{len(seconds):>7}{cuts[9]:>10.3f}{cuts[18]:>9.3f}{weight:>8}", flush=True)


def alone(netloc: str, pages: Mapping[str, Sequence[str]]) -> None:
    """Ask for every address twice, one after another."""
    reader = Reader(netloc)
    shared = sum(len(reader.get(path).body) for path in SHARED)
    times: dict[str, list[float]] = defaultdict(list)
    weights: dict[str, int] = {}
    for _ in range(2):
        for name, paths in pages.items():
            for path in paths:
                answer = reader.get(path)
                assert answer.status == 200, (answer.status, path)
                times[name].append(answer.seconds)
                weights[name] = max(weights.get(name, 0), len(answer.body) + (0 if "api" in path else shared))
    report("one reader", times, weights)


def painted(netloc: str, pages: Mapping[str, Sequence[str]]) -> None:
    """Open some pages of each kind in a browser that has seen none of them."""
    program = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
    )
    if not program:
        print("\nfirst paint: not measured, there is no Chromium")
        return
    from playwright.sync_api import sync_playwright

    print(f"\nfirst paint in Chromium, nothing cached\n{'page':<22}{'asked':>7}{'median ms':>11}{'most ms':>9}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, paths in pages.items():
            if "JSON" not in name:
                times = sorted(_paint(browser, f"http://{netloc}{path}") for path in paths[:PAINTED])
                print(f"{name:<22}{len(times):>7}{times[len(times) // 2]:>11.0f}{times[-1]:>9.0f}", flush=True)
        browser.close()


def _paint(browser: Any, address: str) -> float:
    """Return the milliseconds from asking for a page to its first content."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    while (milliseconds := page.evaluate(f"{PAINT}?.startTime ?? null")) is None:  # the policy of the page bars waiting
        time.sleep(0.02)  # for a function, which Playwright would write into it
    context.close()
    return float(milliseconds)


def foretold(netloc: str, dyad: tuple[str, str]) -> None:
    """Ask for a forecast, and wait for it."""
    reader, query = Reader(netloc), f"a={dyad[0]}&b={dyad[1]}&type=CONSULT"
    first = reader.get(f"/forecast?{query}")
    begun = time.perf_counter() - first.seconds
    while json.loads(reader.get(f"/forecast/state?{query}").body)["state"] == "working":
        time.sleep(0.5)
    there = time.perf_counter() - begun
    second = reader.get(f"/forecast?{query}")
    told = "odds" if b'class="odds"' in second.body else "no odds"
    print(
        f"\nforecast {dyad[0]}, {dyad[1]}: page after {first.seconds:.3f} s, {told} after {there:.1f} s, "
        f"then in {second.seconds:.3f} s, {len(second.body) / 1000:.0f} kB"
    )


def together(netloc: str, pages: Mapping[str, Sequence[str]], readers: int, seconds: float, read: list[str]) -> None:
    """Let readers ask at once beside a running `read`."""
    times: dict[str, list[float]] = defaultdict(list)
    failed: list[tuple[int, str]] = []
    end = time.monotonic() + seconds

    def run(number: int) -> None:
        chance, reader = random.Random(number), Reader(netloc)
        time.sleep(chance.random() * REST)
        while time.monotonic() < end:
            name = chance.choice(list(pages))
            path = chance.choice(pages[name])
            answer = reader.get(path)
            times[name].append(answer.seconds)
            if answer.status != 200:
                failed.append((answer.status, path))
            time.sleep(REST)

    reading = subprocess.Popen(read, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    threads = [threading.Thread(target=run, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    _, told = reading.communicate()
    report(f"{readers} readers, {REST:g} s of rest each, beside `read` (status {reading.returncode})", times, {})
    every = [second for found in times.values() for second in found]
    cuts = quantiles(every, n=20, method="inclusive")
    print(f"all: {len(every)} answers, median {cuts[9]:.3f} s, p95 {cuts[18]:.3f} s, {len(failed)} failed {failed[:3]}")
    if reading.returncode not in (0, 1):
        print(told.decode(errors="replace")[-500:])


def main() -> None:
    """Serve a copy and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--each", type=int, default=15, help="addresses of each kind")
    asked = parser.parse_args()
    command = [sys.executable, "-m", "summitry"]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / asked.record.name
        shutil.copy(asked.record, copy)
        subprocess.run([*command, "sample", "--to", f"{folder}/sample"], check=True, stdout=subprocess.DEVNULL)
        serve = [*command, "serve", "--record", str(copy), "--port", "0"]
        with subprocess.Popen(serve, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            try:
                assert server.stdout is not None
                netloc = urlsplit(server.stdout.readline().split()[-1]).netloc
                pages = addresses(Reader(netloc), random.Random(1), asked.each)
                Reader(netloc).get("/actors/CHN")  # the gazetteer is loaded once, beside the first pages
                alone(netloc, pages)
                painted(netloc, pages)
                foretold(netloc, dyad_of(Reader(netloc)))
                read = [*command, "read", f"{folder}/sample", "--record", str(copy)]
                together(netloc, pages, asked.readers, asked.seconds, read)
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
