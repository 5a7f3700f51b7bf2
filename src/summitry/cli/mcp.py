"""`summitry mcp`: the record for assistants."""

from __future__ import annotations

import io
import sys

import typer

from summitry.cli.options import AnyRecord, Reference, open_asked
from summitry.cli.output import message

__all__ = ["register"]


def mcp(record: AnyRecord = None, reference: Reference = "") -> None:
    """Offer a record to assistants, reading only: Model Context Protocol over standard input and output.

    Example: summitry mcp --record my.sqlite
    """
    from summitry.web.mcp import serve_lines

    with open_asked(record, reference) as opened:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        message("summitry answers assistants here; end of input closes it.")
        serve_lines(opened, sys.stdin, sys.stdout)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(mcp)
