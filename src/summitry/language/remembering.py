"""Questions about a word that many rules ask: answered once, then remembered with the word."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from summitry.language.token import Token

__all__ = ["remembered"]

_More = ParamSpec("_More")
_Answer = TypeVar("_Answer")


def remembered(ask: Callable[Concatenate[Token, _More], _Answer]) -> Callable[Concatenate[Token, _More], _Answer]:
    """Let a function answer once for each word, and for what else it is told by position.

    Its answer must follow from the parse alone. A list is given out as a copy; nothing else that can be changed is to
    be returned.
    """

    @wraps(ask)
    def asked(word: Token, *more: _More.args, **named: _More.kwargs) -> _Answer:
        assert not named, "told by position, so that it can be remembered"
        key: Hashable = (ask, *more) if more else ask
        memory = word.memory
        if key not in memory:
            memory[key] = ask(word, *more, **named)
        answer: _Answer = memory[key]
        return answer.copy() if isinstance(answer, list) else answer  # type: ignore[return-value]  # a copy is as good

    return asked  # type: ignore[return-value]  # which no longer calls its first argument by a name of its own
