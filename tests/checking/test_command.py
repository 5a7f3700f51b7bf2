"""`summitry check`, `forecasts`, `positions` on the command line, with a coder that knows one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from checking.making import claim, window
from summitry.cli.app import run
from summitry.model import Claim, CodedDocument, Document, Evidence

FALSE = "Kim Jong Un and Xi Jinping met five times in 2018."
TRUE = "Kim Jong Un and Xi Jinping met three times in 2018."
HOSTILE = "Officials in <script>alert(1)</script> Seoul wrote 5 < 7 & more."


@dataclass(frozen=True)
class OneSentenceCoder:
    name: str = "one sentence"

    def code(self, documents: Iterable[Document]) -> Iterator[CodedDocument]:
        for document in documents:
            claims: list[Claim] = []
            for sentence, value in ((FALSE, "5"), (TRUE, "3")):
                at = document.text.find(sentence)
                if at >= 0:
                    made = claim("count", sentence, "Kim Xi", value, window=window("2018", "2018"))
                    evidence = Evidence(at, at + len(sentence), sentence, sentence)
                    claims.append(Claim(**{**{f: getattr(made, f) for f in made.__slots__}, "evidence": evidence}))
            yield CodedDocument(document, (), self.name, tuple(claims))


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., tuple]:
    """Return a function that checks a text and returns status, output and messages."""
    monkeypatch.setattr("summitry.record.checks.load_bundled_coder", OneSentenceCoder)

    def call(text: str, *more: str) -> tuple[int, str, str]:
        draft = tmp_path / "draft.txt"
        draft.write_text(text, encoding="utf-8")
        status = run(["check", str(draft), "--reference", "korea", "--published", "2019-06-19", *more])
        out, err = capsys.readouterr()
        assert "defect" not in err
        return status, out, err

    return call


def test_the_status_is_three_where_something_is_contradicted_else_zero(check: Callable[..., tuple]) -> None:
    assert check(f"It was said. {FALSE} It was not so.")[0] == 3
    status, out, _ = check(f"It was said. {TRUE} It was so.")
    assert status == 0
    assert "1 claim: 1 supported." in out


def test_the_table_tells_verdict_words_arithmetic_rule_and_correction(check: Callable[..., tuple]) -> None:
    out = " ".join(check(f"It was said. {FALSE} It was not so.")[1].split())
    for told in (
        "CONTRADICTED",
        "3 in window 2018-01-01…2018-12-31",
        "status occurred or ongoing",
        "entered by hand",
        "Kim Jong Un and Xi Jinping met three times in 2018.",
        "2018-05-07 – 2018-05-08 CONSULT Kim Jong Un → Xi Jinping, Dalian, China",
    ):
        assert told in out


def test_json_bears_the_fields_of_the_format(check: Callable[..., tuple]) -> None:
    (one,) = json.loads(check(f"It was said. {FALSE} It was not so.", "--format", "json")[1])
    assert {"kind", "verdict", "why", "incidents", "evidence", "near_misses", "correction", "coverage"} <= set(one)
    assert len(one["incidents"]) == 3


def test_markdown_marks_the_claim_in_the_article(check: Callable[..., tuple]) -> None:
    out = check(f"It was said. {FALSE} It was not so.", "--format", "markdown")[1]
    assert f"**{FALSE}**[1] It was not so." in out
    assert "1. **contradicted** (count)" in out


def test_html_shows_hostile_text_as_text_and_fetches_nothing(check: Callable[..., tuple]) -> None:
    out = check(f"{HOSTILE} {FALSE} It was not so.", "--format", "html")[1]
    assert '<mark class="contradicted"' in out
    assert "<script" not in out
    assert "5 &lt; 7 &amp; more" in out
    assert "src=" not in out
    assert "http" not in out


def test_claim_review_is_written_for_what_was_decided(check: Callable[..., tuple]) -> None:
    reviews = json.loads(check(f"{FALSE} {TRUE} So it was.", "--format", "claimreview")[1])
    assert [review["reviewRating"]["alternateName"] for review in reviews] == ["False", "True"]


def test_a_draft_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "nowhere.txt", "--reference", "korea"]) in (1, 2)
    assert "nowhere.txt" in capsys.readouterr().err


def test_forecasts_and_positions_of_a_record_without_any(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forecasts", "--reference", "korea"]) == 0
    assert run(["positions", "--reference", "korea", "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert "No such forecasts in the record." in out
    assert json.loads(out.split("record.\n")[1]) == []
