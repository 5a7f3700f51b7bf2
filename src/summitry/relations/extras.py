"""Libraries of the extra `plots`, imported where they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from summitry.errors import UsageError

__all__ = ["needed"]


def needed(name: str, purpose: str) -> Any:
    """Return a module of the extra `plots`.

    Raises:
        UsageError: it is not installed; says how to install it.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise UsageError(f"{purpose} needs {error.name}; install it with: pip install 'summitry[plots]'") from error
