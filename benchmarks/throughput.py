"""Documents a second and peak memory of `summitry read`, over articles of about 500 words.

    python benchmarks/throughput.py --documents 2000 --workers 2
    python benchmarks/throughput.py --written --workers 2

The articles are made by a seeded chance from the sentences below, with varied actors, places and
dates, so that no two are near-duplicates; nearly every sentence tells an act, 32 events an article.
With `--written` the texts written for training are cut into articles of that length, as many as
they give: natural text, which tells much less. Measured from
the start of the command to its end, models loaded and record written, in a process of its own;
memory is the most that the process and its workers held together (proportional set size, looked at
twice a second where the system tells).
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

LEADERS = (
    ("Xi Jinping", "Chinese President", "China", "Beijing"),
    ("Kim Jong Un", "North Korean leader", "North Korea", "Pyongyang"),
    ("Moon Jae-in", "South Korean President", "South Korea", "Seoul"),
    ("Donald Trump", "U.S. President", "the United States", "Washington"),
    ("Vladimir Putin", "Russian President", "Russia", "Moscow"),
    ("Shinzo Abe", "Japanese Prime Minister", "Japan", "Tokyo"),
    ("Emmanuel Macron", "French President", "France", "Paris"),
    ("Angela Merkel", "German Chancellor", "Germany", "Berlin"),
    ("Narendra Modi", "Indian Prime Minister", "India", "New Delhi"),
    ("Recep Tayyip Erdogan", "Turkish President", "Turkey", "Ankara"),
    ("Hassan Rouhani", "Iranian President", "Iran", "Tehran"),
    ("Benjamin Netanyahu", "Israeli Prime Minister", "Israel", "Jerusalem"),
)
SENTENCES = (
    "{title} {name} met {title2} {name2} in {city2} on {weekday}.",
    "{name} arrived in {city2} on {day} for a visit of {n} days at the invitation of {name2}.",
    "The foreign ministry of {country} condemned the {adjective} exercises that {country2} held near the {thing}.",
    "{country} said it would impose sanctions on {n} companies from {country2} over the {thing}.",
    "According to officials in {city}, the two sides signed an agreement on the {thing} after {n} rounds of talks.",
    "{name2} told reporters that {country2} would not accept a {adjective} settlement of the {thing}.",
    "On {day}, {country} tested a {adjective} missile that flew about {n} kilometres, the defence ministry said.",
    "{name} is expected to travel to {city2} next month, but no date has been announced for the {thing}.",
    "Relations between {country} and {country2} have been {adjective} since the dispute over the {thing}.",
    "{country2} withdrew its ambassador from {city} in {month} {year} and has not sent another.",
    "Analysts in {city2} doubted that the {adjective} plan for the {thing} would survive the winter.",
    "“We will keep talking about the {thing} for as long as it takes,” {name} said at a dinner in {city}.",
    "{country} delivered {n} tonnes of rice to {country2} after the floods of {month} {year}.",
    "{name2} praised {name} for the {adjective} reception and called the {thing} a model for the region.",
    "The talks in {city}, the first since {year}, ended without a statement on the {thing}.",
    "A spokesman for {name2} denied that {country2} had offered {n} million dollars for the {thing}.",
    "Troops of {country} crossed the border near the {thing} on {day}, residents said by telephone.",
    "{country} and {country2} agreed to reopen the {adjective} crossing by the end of {month}.",
    "Several thousand people marched through {city2} on {weekday} against the {adjective} accord.",
    "Under the plan, {country2} would close {n} sites and {country} would lift part of its embargo on the {thing}.",
)
ADJECTIVES = ("joint", "disputed", "lasting", "secret", "limited", "regional", "new", "interim", "costly", "naval")
THINGS = (
    "pipeline",
    "nuclear reactor",
    "fishing grounds",
    "border villages",
    "trade corridor",
    "prisoner exchange",
    "railway link",
    "tariff schedule",
    "islands",
    "satellite programme",
    "water treaty",
    "refugee camps",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def article(chance: random.Random, number: int, words: int) -> dict[str, str]:
    """Return one article as a line of JSON Lines."""
    published = date(2013, 1, 1) + timedelta(days=chance.randrange(3000))
    paragraphs, count = [], 0
    while count < words:
        paragraph = " ".join(sentence(chance, published) for _ in range(chance.randint(2, 4)))
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    title = f"{chance.choice(LEADERS)[2]} and the {chance.choice(THINGS)}, {number}"
    return {
        "id": f"b{number}",
        "published": published.isoformat(),
        "title": title,
        "text": "\n\n".join(paragraphs),
    }


def sentence(chance: random.Random, published: date) -> str:
    """Return one sentence with its blanks filled."""
    (name, title, country, city), (name2, title2, country2, city2) = chance.sample(LEADERS, 2)
    past = published - timedelta(days=chance.randrange(20))
    return chance.choice(SENTENCES).format(
        name=name,
        title=title,
        country=country,
        city=city,
        name2=name2,
        title2=title2,
        country2=country2,
        city2=city2,
        weekday=chance.choice(WEEKDAYS),
        day=f"{past:%B} {past.day}",
        month=f"{past:%B}",
        year=published.year - chance.randint(1, 12),
        n=chance.randint(2, 900),
        adjective=chance.choice(ADJECTIVES),
        thing=chance.choice(THINGS),
    )


def written(words: int) -> Iterator[dict[str, str]]:
    """Yield the sentences written for training in their order, cut into documents of so many words."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "training"))
    from articles import read_articles  # training's

    told: list[str] = []
    count = 0
    for article in read_articles()[0]:
        for number, one in enumerate(article.told):
            told.append(one.sentence)
            count += len(one.sentence.split())
            if count >= words:
                name = f"{article.id}-{number}"
                yield {"id": name, "published": article.published, "title": article.title, "text": "\n\n".join(told)}
                told, count = [], 0


def memory_of(process: int) -> int:
    """Return the proportional set size of a process and its children, in bytes; 0 where the system does not tell."""
    return sum(_pss(number) for number in _family(process))


def _family(process: int) -> Iterator[int]:
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _pss(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--written", action="store_true", help="natural text: the articles written for training")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        source, record = Path(folder, "articles.jsonl"), Path(folder, "record.sqlite")
        made = (article(chance, number, asked.words) for number in range(asked.documents))
        lines = [json.dumps(row) for row in (written(asked.words) if asked.written else made)]
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        entry = "from summitry.cli import main; main()"
        command = ["read", source.name, "--record", record.name, "--workers", str(asked.workers)]
        start, peak = time.perf_counter(), 0
        run = subprocess.Popen([sys.executable, "-c", entry, *command], cwd=folder)
        while run.poll() is None:
            peak = max(peak, memory_of(run.pid))
            time.sleep(0.5)
        seconds = time.perf_counter() - start
        size = record.stat().st_size
    print(f"documents                 {len(lines)} of about {asked.words} words, {asked.workers} workers")
    print(f"seconds                   {seconds:.1f}")
    print(f"documents a second        {len(lines) / seconds:.1f}")
    print(f"peak memory, MB           {peak / 1e6:.0f}")
    print(f"record, kB a document     {size / 1e3 / len(lines):.1f}")
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
