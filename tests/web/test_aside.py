"""What is worked out beside the pages."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from summitry.errors import RecordError
from summitry.web.aside import Aside


def until(done: Callable[[], bool]) -> None:
    """Wait for something that another thread does."""
    for _ in range(1000):
        if done():
            return
        threading.Event().wait(0.005)
    raise AssertionError("it never came")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "record").write_text("one")
    return tmp_path / "record"


def test_nobody_waits_longer_than_they_would(file: Path) -> None:
    go = threading.Event()
    aside: Aside[str, str] = Aside(file, lambda key: (go.wait(10), key.upper())[1])
    assert aside.get("a", 0.01) is None
    go.set()
    assert aside.get("a", 10) == "A"
    aside.close()


def test_an_answer_is_kept_while_the_record_stands_and_made_anew_where_it_changed(file: Path) -> None:
    asked: list[str] = []
    aside: Aside[str, int] = Aside(file, lambda key: (asked.append(key), len(asked))[1])
    assert [aside.get("a", 10), aside.get("a", 10)] == [1, 1]
    file.write_text("another")
    until(lambda: aside.get("a", 10) == 2)
    aside.close()


def test_what_is_forgotten_is_asked_again(file: Path) -> None:
    asked: list[str] = []
    aside: Aside[str, int] = Aside(file, lambda key: (asked.append(key), len(asked))[1])
    aside.get("a", 10)
    aside.forget("a")
    assert aside.get("a", 10) == 2
    aside.close()


def test_the_oldest_answers_give_way(file: Path) -> None:
    asked: list[str] = []
    aside: Aside[str, int] = Aside(file, lambda key: (asked.append(key), len(asked))[1], most=2)
    for key in "abacab":
        aside.get(key, 10)
    assert asked == ["a", "b", "c", "b"]
    aside.close()


def test_a_question_that_cannot_be_answered_raises_and_may_be_asked_again(file: Path) -> None:
    tries: list[str] = []

    def work(key: str) -> str:
        tries.append(key)
        if len(tries) == 1:
            raise RecordError("away")
        return "here"

    aside: Aside[str, str] = Aside(file, work)
    with pytest.raises(RecordError):
        aside.get("a", 10)
    assert aside.get("a", 10) == "here"
    aside.close()


def test_too_many_questions_are_not_taken(file: Path) -> None:
    go = threading.Event()
    taken: list[int] = []
    aside: Aside[int, int] = Aside(file, lambda key: (go.wait(10), taken.append(key), key)[2], most=50)
    assert [aside.get(key, 0) for key in range(20)] == [None] * 20
    go.set()
    until(lambda: len(taken) == 8)
    assert aside.get(19, 10) == 19
    assert taken[:8] == list(range(8))
    aside.close()
