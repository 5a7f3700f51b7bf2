"""The command line: one thin file a command."""

from summitry.cli.app import main

__all__ = ["main"]
