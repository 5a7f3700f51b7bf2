"""The codebook is what the coder's data say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_codebook_is_current() -> None:
    spec = importlib.util.spec_from_file_location("generate_codebook", DOCS / "generate_codebook.py")
    assert spec
    assert spec.loader
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    assert (DOCS / "codebook.md").read_text(encoding="utf-8") == generator.page(), "run docs/generate_codebook.py"
