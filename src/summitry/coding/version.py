"""The coder's name and version, known without loading its models."""

from __future__ import annotations

__all__ = ["CODER"]

VERSION = "frames-9"
"""Raised with every change that can change an event, so that records know what to code again."""

CODER = f"summitry {VERSION}"
"""Name and version, under which a record keeps what the bundled coder read."""
