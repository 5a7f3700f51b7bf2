"""Write codebook.md from the data that the coder reads.

python docs/generate_codebook.py
"""

from __future__ import annotations

import csv
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

from summitry.coding.frames import TABLE
from summitry.coding.ontology import load_ontology

PAGE = Path(__file__).with_name("codebook.md")
HEAD = """# Codebook

What the coder looks for, written by `docs/generate_codebook.py` from the data that it reads:
`src/summitry/coding/data/ontology.toml` and `frames.csv`. Words that no frame knows tell an act where the judge says so
(`model-card.md`). Categories and modes are those of PLOVER (2021),
with one extension, TRANSITION. A future act keeps its category and bears the status `planned`.

Statuses: `occurred`, `ongoing`, `planned` (announced or scheduled), `possible` (speculated, conditional, wished),
`denied` (said not to have happened), `cancelled`.
"""


def triggers() -> dict[str, dict[str, set[str]]]:
    """Return the trigger words of each category by part of speech."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    text = files("summitry.coding").joinpath(f"data/{TABLE}").read_text(encoding="utf-8")
    for row in csv.DictReader(line for line in text.splitlines() if line.strip() and not line.startswith("#")):
        if row["type"]:
            words = row["trigger"].split("|")
            # Beside "dine" stands "din", as the parser sometimes gives the lemma of "dined".
            found[row["type"]][row["pos"]].update(word for word in words if f"{word}e" not in words)
    return found


def page() -> str:
    """Return the codebook as Markdown."""
    words = triggers()
    parts = [HEAD]
    for category in load_ontology().values():
        parts.append(f"## {category.name}\n\n*{category.quadrant}.* {category.means}\n")
        if category.modes:
            parts.append(f"Modes: {', '.join(f'`{mode}`' for mode in category.modes)}.\n")
        for pos, name in (("v", "Verbs"), ("n", "Nouns"), ("a", "Adjectives")):
            if words[category.name][pos]:
                parts.append(f"{name}: {', '.join(sorted(words[category.name][pos]))}.\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
