"""Write the transcript in README.md from a real run over the bundled sample.

python benchmarks/readme.py
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

DRAFT = "Xi arrived in Pyongyang on Thursday for his fifth meeting with Kim Jong Un in 15 months."
README = Path(__file__).parent.parent / "README.md"
COMMANDS = (
    "summitry read articles --record my.sqlite",
    "summitry incidents --record my.sqlite --between CHN PRK --since 2018 --type CONSULT",
    "summitry check draft.txt --reference korea --published 2019-06-21",
)


def transcript() -> str:
    """Run the commands in a fresh folder and return what a user sees."""
    environment = os.environ | {"COLUMNS": "110"}
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        run = [sys.executable, "-m", "summitry"]
        subprocess.run([*run, "sample", "--to", "articles"], cwd=folder, check=True, capture_output=True)
        (Path(folder) / "draft.txt").write_text(f"{DRAFT}\n", encoding="utf-8")
        for command in COMMANDS:
            done = subprocess.run(
                [*run, *command.split()[1:]], cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            if "draft.txt" in command:
                lines += ["$ cat draft.txt", DRAFT]
            lines += [f"$ {command}", *(line.rstrip() for line in (done.stderr + done.stdout).splitlines())]
    return "\n".join(lines)


def main() -> int:
    """Put the transcript between its two marks."""
    text = README.read_text(encoding="utf-8")
    marks = r"(<!-- transcript[^\n]*-->\n).*?(<!-- end of transcript -->)"
    fresh, count = re.subn(marks, lambda m: f"{m[1]}```\n{transcript()}\n```\n{m[2]}", text, flags=re.DOTALL)
    if count != 1:
        print("README.md has no marks for the transcript", file=sys.stderr)
        return 1
    README.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
