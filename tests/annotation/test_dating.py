"""Undated texts are dated by their own words, or not at all."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summitry.annotation import Annotation, load_annotator
from summitry.annotation.dating import WIDEST
from summitry.limits import Limits
from summitry.model import Address, Document, Interval
from summitry.reading.documents import build_document

_TEXTS = tomllib.loads((Path(__file__).parent / "undated.toml").read_text(encoding="utf-8"))["text"]
_SHARED = Path(os.environ.get("SUMMITRY_SHARED", Path(__file__).parents[3] / "shared"))
shared = pytest.mark.shared


def _annotate(text: str, published: Interval | None = None) -> Annotation:
    document = Document(id="t", text=text, article=((0, len(text)),), published=published)
    (annotation,) = load_annotator().annotate([document])
    return annotation


def _times(annotation: Annotation) -> dict[str, Interval]:
    text = annotation.document.text
    return {text[time.start : time.end]: time.interval for time in annotation.times}


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: text["words"][:40])
def test_a_text_is_dated_by_its_words_or_left_undated(text: dict[str, Any]) -> None:
    published = _annotate(text["words"]).document.published
    if "written" not in text:
        assert published is None
        return
    assert published is not None
    assert published.overlaps(Interval.day(text["written"]))
    assert published.first is not None
    assert published.last is not None
    assert (published.last - published.first).days < WIDEST


def test_the_window_tells_its_rule_and_its_words() -> None:
    published = _annotate(_TEXTS[0]["words"]).document.published
    assert published is not None
    assert published.rule == "text: known-meeting"
    assert published.anchor.startswith("Monday (")


def test_times_are_resolved_against_the_window() -> None:
    annotation = _annotate(
        "Russian President Vladimir Putin and US President Donald Trump met in Helsinki on Monday. "
        "Congress had been told in June, and a hearing is due next month. A spokesman denied it yesterday."
    )
    times = _times(annotation)
    assert times["Monday"] == Interval.day(date(2018, 7, 16), "known-meeting", times["Monday"].anchor)
    assert (times["June"].first, times["June"].last) == (date(2018, 6, 1), date(2018, 6, 30))
    assert (times["next month"].first, times["next month"].last) == (date(2018, 8, 1), date(2018, 8, 31))
    assert (times["yesterday"].first, times["yesterday"].last) == (date(2018, 7, 15), date(2018, 7, 21))
    assert times["yesterday"].precision == "range"


def test_offices_are_those_of_the_window() -> None:
    annotation = _annotate(_TEXTS[0]["words"])
    offices = {mention.name: mention.office for mention in annotation.mentions}
    assert offices["Donald Trump"] == "President"


def test_a_dated_text_keeps_its_date() -> None:
    given = Interval.day(date(2020, 1, 1), "given")
    assert _annotate(_TEXTS[0]["words"], given).document.published == given


def test_the_present_title_of_a_former_holder_binds_nothing() -> None:
    text = _TEXTS[0]["words"] + " Former President Bill Clinton called it a disgrace."
    published = _annotate(text).document.published
    assert published is not None
    assert published.first == date(2018, 7, 16)


def test_names_of_another_time_speak_against_a_window() -> None:
    crowd = " ".join(
        f"{name} had warned of it."
        for name in ("Boris Yeltsin", "Helmut Kohl", "Jacques Chirac", "Tony Blair", "Jiang Zemin")
    )
    news = "Leaders of NATO held their summit in Warsaw on Friday. Polish President Andrzej Duda thanked them. "
    assert _annotate(news).document.published is not None
    assert _annotate(news + crowd).document.published is None


def _gold() -> list[dict[str, Any]]:
    files = sorted((_SHARED / "gold").glob("*.jsonl"))
    if not files:
        pytest.skip(f"no gold documents under {_SHARED}")
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]


@shared
def test_windows_of_real_texts_hold_the_true_date_and_histories_get_none() -> None:
    rows = _gold()
    documents = [replace(build_document(row["text"], Address("t"), b"", Limits()), published=None) for row in rows]
    inferred = [annotation.document.published for annotation in load_annotator().annotate(documents)]
    windows = [(row["published"], window) for row, window in zip(rows, inferred, strict=True) if window is not None]
    assert all(published for published, _ in windows)
    right = sum(window.overlaps(Interval.parse(published[:10])) for published, window in windows)
    assert len(windows) >= 3
    assert right >= 0.95 * len(windows)
