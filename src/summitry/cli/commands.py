"""Which module holds which commands, so that a command is started without importing the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

import typer

__all__ = ["MODULES", "modules_for", "register_commands"]

MODULES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "read": ("read",),
        "timeline": ("timeline",),
        "incidents": ("incidents",),
        "questions": ("count", "rank", "sequence", "actor"),
        "courses": ("series", "compare", "plot"),
        "show": ("show",),
        "check": ("check", "forecasts", "positions"),
        "outlook": ("forecast", "backtest"),
        "correct": ("correct",),
        "actors": ("actors",),
        "documents": ("documents",),
        "stages": ("annotate", "code"),
        "export": ("export",),
        "upkeep": ("check-record", "backup", "restore"),
        "panel": ("import-events", "panel"),
        "sample": ("sample",),
        "serve": ("serve",),
        "publish": ("publish",),
        "mcp": ("mcp",),
    }
)
"""The modules of this package that hold commands, with the names of these, in the order of `--help`."""


def modules_for(arguments: Sequence[str]) -> tuple[str, ...]:
    """Return the module of the command that a command line names, all modules where it names none that is known.

    >>> modules_for(["backup", "my.sqlite"])
    ('upkeep',)
    """
    command = next((word for word in arguments if not word.startswith("-")), "")
    return tuple(module for module, commands in MODULES.items() if command in commands) or tuple(MODULES)


def register_commands(app: typer.Typer, modules: Sequence[str]) -> None:
    """Add the commands of some modules, which are imported here."""
    for module in modules:
        import_module(f"summitry.cli.{module}").register(app)
