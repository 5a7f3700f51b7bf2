"""The coder's data files hold together."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from summitry.coding.frames import TABLE, Frame, FrameSet, Need, _parse, load_frames, parse_frames
from summitry.coding.lexicon import load_classes
from summitry.coding.ontology import load_ontology
from summitry.errors import DataError


def test_every_category_has_frames() -> None:
    frames = load_frames()
    assert isinstance(frames, FrameSet)
    told = {frame.type for rows in frames._index.values() for frame in rows}
    assert told - {None} == set(load_ontology())


def test_every_mode_has_a_frame_or_is_told_by_circumstance() -> None:
    told = {(frame.type, frame.mode) for rows in load_frames()._index.values() for frame in rows}
    missing = {(c.name, mode) for c in load_ontology().values() for mode in c.modes} - told
    by_circumstance = {("CONSULT", "third-party"), ("THREATEN", "violence")}
    assert missing - by_circumstance == RARE


RARE = {
    ("COERCE", "misinformation"),
    ("THREATEN", "ban"),
    ("THREATEN", "arrest"),
    ("THREATEN", "expel"),
    ("THREATEN", "territory"),
    ("THREATEN", "relations"),
    ("THREATEN", "restrict"),
    ("ASSAULT", "suicide-attack"),
    ("ASSAULT", "drone"),
    ("REQUEST", "yield"),
    ("REJECT", "assist"),
    ("REJECT", "change"),
}
"""Modes that no frame tells yet: what a frame comes to tell is struck off."""


def test_word_classes_are_lower_case_and_hold_words() -> None:
    for name, words in load_classes().items():
        assert words, name
        assert all(word == word.lower() for word in words), name


def test_each_word_class_is_referred_to_by_a_frame_or_by_name_in_the_code() -> None:
    package = files("summitry.coding")
    frames = package.joinpath("data/frames.csv").read_text(encoding="utf-8")
    code = "".join(path.read_text(encoding="utf-8") for path in Path(str(package)).rglob("*.py"))
    used = {*re.findall(r"@(\w+)", frames), *re.findall(r'"(\w+)"', code)}
    assert set(load_classes()) - used == set()


@pytest.mark.parametrize(
    "row",
    [
        ["meet", "v", "", "CONSULT", ""],
        ["meet", "x", "", "CONSULT", "", "subj", ""],
        ["meet", "v", "", "GATHER", "", "subj", ""],
        ["meet", "v", "", "CONSULT", "aerial", "subj", ""],
        ["meet", "v", "obj:@nothing", "CONSULT", "", "subj", ""],
    ],
)
def test_malformed_frame_names_its_line(row: list[str]) -> None:
    with pytest.raises(DataError, match=r"frames\.csv:7"):
        _parse(row, TABLE, 7)


HEAD = "trigger,pos,needs,type,mode,actor,recipient"


@pytest.mark.parametrize(
    "second",
    ["meet,v,!near:no obj:@actor,CONSULT,visit,subj,obj", "greet|meet,v,obj:@actor !near:no,,,,"],
    ids=["another mode", "no event"],
)
def test_a_frame_that_an_equal_one_precedes_is_refused(second: str) -> None:
    with pytest.raises(DataError, match=r"acts\.csv:3: meet has the needs of line 2"):
        parse_frames(f"{HEAD}\nmeet,v,obj:@actor !near:no,CONSULT,,subj obj,\n{second}\n", "acts.csv")


def _always_comes_first(first: Frame, second: Frame) -> bool:
    """True where every condition of one frame holds wherever those of another do."""

    def holds(need: Need) -> bool:
        there = [n for n in second.needs if replace(n, words=frozenset()) == replace(need, words=frozenset())]
        if need.negated:
            return any(need.words <= n.words for n in there)
        anything = not (need.words or need.actor or need.people)
        told = [n for n in second.needs if n.where == need.where and not n.negated]
        return bool(told) if anything else any(n.words <= need.words for n in there if n.words or not need.words)

    return all(holds(need) for need in first.needs)


def test_no_frame_stands_behind_one_that_always_comes_before_it() -> None:
    for rows in load_frames()._index.values():
        for place, frame in enumerate(rows):
            beaten_by = [
                first.line
                for first in rows[:place]
                if (first.type, first.mode) != (frame.type, frame.mode) and _always_comes_first(first, frame)
            ]
            assert beaten_by == [], frame.name


def test_a_frame_bears_the_name_of_its_table() -> None:
    frames = parse_frames(f"{HEAD}\nvoyage,n,,CONSULT,visit,by,to\n", "acts.csv")
    assert [frame.name for frame in frames.of_noun("voyage")] == ["frame voyage/n (acts.csv:2)"]
