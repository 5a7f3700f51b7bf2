"""The reference page names everything that stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from summitry.record import Record

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "record.md"


def rows_of(page: str) -> dict[str, str]:
    return {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}


def test_the_page_names_every_table_view_and_column(record: Record) -> None:
    rows = rows_of(PAGE.read_text(encoding="utf-8"))
    names = [
        name
        for (name,) in record._connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
            "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'documents_search_%' AND name NOT LIKE 'incidents_search_%'"
        )
    ]
    assert sorted(names) == sorted(rows)
    for name in names:
        columns = [row["name"] for row in record._connection.execute(f"PRAGMA table_info({name})")]
        assert [column for column in columns if f"`{column}`" not in rows[name]] == []


@pytest.mark.parametrize("told", ["--published", "--publisher", "record.damage()", "user_version"])
def test_the_page_tells_what_users_look_for(told: str) -> None:
    assert told in PAGE.read_text(encoding="utf-8")
