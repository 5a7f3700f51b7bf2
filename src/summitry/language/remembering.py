"""Questions about a word that many rules ask: answered once, then remembered with the word."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

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
    def asked(word: Token, *more: Hashable) -> Any:
        memory = word.memory
        key: Hashable = (ask, more) if more else ask
        if key not in memory:
            memory[key] = ask(word, *more)  # type: ignore[arg-type,call-arg]  # callers see its own type
        answer = memory[key]
        return [*answer] if type(answer) is list else answer

    return asked  # type: ignore[return-value]  # it takes nothing by name
