"""Whatever comes, goes or is corrected, in whatever runs: the incidents of a record that was given all at once."""

from __future__ import annotations

import io
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from record.fakes import FAKE_SIGNER, load_fake_coder, load_newer_coder, make_document
from summitry.model import Document
from summitry.record import Record, open_record, relinking

PAIRS = [
    ("Xi Jinping", "Kim Jong Un"),
    ("Xi Jinping", "Kim Jong Un"),
    ("China", "Kim Jong Un"),
    ("Kim Jong Un", "China"),
]
DAYS = [f"2018-03-{day:02}" for day in (5, 6, 7, 9, 12, 13, 15, 17, 26, 27, 28)] + ["2018-03", "2018-04-02", "2018", ""]


@pytest.fixture(autouse=True)
def _never_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have even the smallest key linked by what changed in it."""
    monkeypatch.setattr(relinking, "_MANY", 0)


def report(number: int, edition: int, chance: random.Random) -> Document:
    one, other = chance.choice(PAIRS)
    words = " ".join(f"n{number}w{word}" for word in range(90))  # so that an edition takes the place of the one before
    verb, place = chance.choice(["met", "met", "will meet"]), chance.choice(["Beijing", "Dalian", "Hanoi"])
    rule = chance.choice(["metadata", "metadata", "present-tense"])
    text = f"{words} {one} {verb} {other} in {place}"
    return make_document(text, f"{number}.txt", chance.choice(DAYS), digest=f"{number} edition {edition}", rule=rule)


def add(record: Record, *documents: Document, newer: bool = False) -> None:
    record.add(documents, load_coder=load_newer_coder if newer else load_fake_coder)


def correct(record: Record, chance: random.Random) -> None:
    """Make some correction, or take one back."""
    incidents = [incident for incident in record.incidents(rejected=True) if incident.event_ids]
    made = list(record.corrections)
    one, other = (chance.choice(incidents) for _ in range(2))
    match chance.choice(["edit", "reject", "confirm", "merge", "split", "undo", "add"]):
        case "edit":
            record.corrections.edit(one.id, "place", f"Hall {chance.randrange(9)}", author="ann", reason="")
        case "reject":
            record.corrections.reject(one.id, author="ann", reason="")
        case "confirm":
            record.corrections.confirm(one.id, author="bob")
        case "merge" if one.id != other.id:
            record.corrections.merge([one.id, other.id], author="ann", reason="")
        case "split" if len(one.event_ids) > 1:
            record.corrections.split(one.id, [chance.choice(one.event_ids)], author="ann", reason="")
        case "undo" if made:
            record.corrections.undo(chance.choice(made).id, author="bob")
        case "add":
            people = [{"name": "Kim Jong Un", "state": "PRK", "kind": "person", "actor_id": "kim-jong-un"}]
            hosts = [{"name": "Xi Jinping", "state": "CHN", "kind": "person", "actor_id": "xi-jinping"}]
            day = chance.choice([day for day in DAYS if day])
            incident = {"type": "CONSULT", "actors": people, "recipients": hosts, "start": day, "end": day}
            record.corrections.add(incident, citation="a list", author="ann")


def at_once(record: Record, folder: Path) -> list[dict[str, object]]:
    """Return the incidents of a new record that is given the same documents and corrections in one run."""
    file = io.StringIO()
    record.corrections.export(file)
    with open_record(folder / "at-once.sqlite") as other:
        other.corrections.import_lines(iter(file.getvalue().splitlines()))
        add(other, *(stored.document for stored in record.documents()))
        return other.incidents(rejected=True).to_dicts()


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 6), st.booleans())
def test_any_history_ends_in_the_same_incidents(chance: random.Random, runs: int, corrected: bool) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("summitry.record.record.bundled_signer", lambda: FAKE_SIGNER)
        with open_record(Path(folder, "grown.sqlite")) as record:
            for run in range(runs):
                numbers = chance.sample(range(25), 8)
                add(record, *(report(number, run, chance) for number in numbers), newer=chance.random() < 0.3)
                if corrected:
                    correct(record, chance)
            assert record.damage() == []
            assert record.unlinked == 0
            assert record.incidents(rejected=True).to_dicts() == at_once(record, Path(folder))
