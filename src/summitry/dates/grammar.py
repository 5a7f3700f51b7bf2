"""The grammar: which runs of tokens are time expressions, and the reading each becomes.

The rules stand in `data/grammar.toml` over class names; here they are compiled to one pattern over
the string of classes, so that a text is parsed in one pass from left to right.
"""

from __future__ import annotations

import re
from functools import cache

from summitry.dates.builders import BUILDERS
from summitry.dates.lexicon import lexicon, load_table
from summitry.dates.readings import Reading
from summitry.dates.scan import Tokens
from summitry.errors import DataError

__all__ = ["read_expressions"]

_NAME = re.compile(r"[a-z][a-z0-9]*")
_RUN = re.compile(r"[^.]+")
"""Tokens between two that no rule speaks of; an expression lies within one such run."""
_MACRO = re.compile(r"\{([a-z]+)\}")


def read_expressions(tokens: Tokens) -> list[Reading]:
    """Return the readings of a text in order; no two share a token."""
    found: list[Reading] = []
    for run in _RUN.finditer(tokens.classes):
        if _triggers().search(run.group()):
            _read_run(tokens, run.start(), run.end(), found)
    return found


def _read_run(tokens: Tokens, position: int, end: int, found: list[Reading]) -> None:
    """Add the readings of a run of tokens to those found."""
    pattern, rules = _grammar()
    while match := pattern.search(tokens.classes, position, end):
        number = int((match.lastgroup or "r0")[1:])
        name, make = rules[number]
        readings = BUILDERS[make](tokens, match.start(), match.end(), name)
        found.extend(readings)
        position = readings[-1].last if readings else match.start() + 1


@cache
def _triggers() -> re.Pattern[str]:
    """Return the pattern of the classes without which no expression is."""
    characters = lexicon().characters
    return re.compile("[" + "".join(characters[name] for name in load_table("grammar")["triggers"]) + "]")


@cache
def _grammar() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """Return the compiled grammar and, for each alternative, its rule name and builder."""
    table = load_table("grammar")
    macros: dict[str, str] = {}
    for name, body in table["macro"].items():
        macros[name] = _expand(body, macros)
    parts, rules = [], []
    for number, rule in enumerate(table["rule"]):
        if rule["make"] not in BUILDERS:
            raise DataError(f"grammar.toml: rule {rule['name']}: no builder is called {rule['make']!r}")
        parts.append(f"(?P<r{number}>{_compile(_expand(rule['pattern'], macros))})")
        rules.append((rule["name"], rule["make"]))
    return re.compile("|".join(parts)), tuple(rules)


def _expand(pattern: str, macros: dict[str, str]) -> str:
    return _MACRO.sub(lambda match: macros[match.group(1)], pattern)


def _compile(pattern: str) -> str:
    """Turn class names into their characters; groups become non-capturing."""
    characters = lexicon().characters

    def character(match: re.Match[str]) -> str:
        name = match.group()
        if name not in characters:
            raise DataError(f"grammar.toml: no class of words is called {name!r}")
        return characters[name]

    written = _NAME.sub(character, pattern).replace(" ", "")
    return re.sub(r"\((?!\?)", "(?:", written)
