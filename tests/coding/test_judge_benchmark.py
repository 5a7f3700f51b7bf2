"""The benchmark of marked pairs answers every row, also where marks are missing, doubled or broken."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "plover_pairs.py"
ROWS = [
    ("whole", "<s>Peru</s> condemned <t>Chile</t> on Monday.", "Peru", "Chile"),
    ("no target", "<s>Peru</s> condemned Chile on Monday.", "Peru", "Chile"),
    ("no source", "Peru condemned <t>Chile</t> on Monday.", "Agent:Peru", "Chile"),
    ("doubled", "<s>Peru</s> condemned <t>Chile</t>, and <s>Peru</s> sued <t>Chile</t>.", "Peru", "Chile"),
    ("nested", "<s><t>Peru</t>'s bishops</s> condemned it.", "Peru's bishops", "Peru"),
    ("unclosed", "<s>Peru condemned <t>Chile</t>.", "nobody here", ""),
    ("quoted", '"<s>Peru</s>" condemned\t"<t>Chile</t>".', "Peru", "Chile"),
    ("bare", "", "", ""),
]


def test_every_row_is_answered(tmp_path: Path) -> None:
    source, out = tmp_path / "in.tsv", tmp_path / "out.jsonl"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(["uid", "marked_sentence", "source", "target"])
        writer.writerows(ROWS)
    subprocess.run([sys.executable, str(BENCHMARK), str(source), "-o", str(out)], check=True, capture_output=True)
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [answer["uid"] for answer in answers] == [uid for uid, *_ in ROWS]
    roots = {answer["uid"]: answer["root"] for answer in answers}
    assert {roots[uid] for uid in ("whole", "no target", "no source", "doubled", "quoted")} == {"ACCUSE"}
    assert all(root.isupper() for root in roots.values())
