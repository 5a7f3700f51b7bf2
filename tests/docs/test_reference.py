"""The reference of the command line is what the program says, and the index leads to every page."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def linked(page: Path) -> set[Path]:
    return {(page.parent / target).resolve() for target in LINK.findall(page.read_text(encoding="utf-8"))}


def test_the_command_line_reference_is_current() -> None:
    spec = importlib.util.spec_from_file_location("generate_reference", DOCS / "generate_reference.py")
    assert spec
    assert spec.loader
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    page = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    assert page == generator.page(), "run docs/generate_reference.py"
    assert {"## summitry read", "## summitry annotate", "## Limits"} <= set(page.splitlines())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_links_lead_somewhere(page: Path) -> None:
    assert [target for target in linked(page) if not target.exists()] == []


def test_the_index_leads_to_every_page() -> None:
    index = DOCS / "index.md"
    assert [page for page in PAGES if page != index and page not in linked(index)] == []
