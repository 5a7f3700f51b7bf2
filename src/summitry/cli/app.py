"""`summitry`: the commands, and the one place where errors become a line and an exit status.

0  done, all inputs read
1  done in part: some inputs were skipped, or the run stopped
2  wrong use: nothing was done
3  `check` found a claim that the record contradicts
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

import summitry
from summitry.cli.commands import MODULES, modules_for, register_commands
from summitry.cli.output import message
from summitry.errors import NewerRecordError, NotARecordError, SummitryError, UsageError

__all__ = ["main", "make_app", "run"]

# Typer carries its own copy of click or uses the installed one, by version; this is the right one's.
CommandLineError: Any = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")

INTERRUPTED = 130
"""128 + SIGINT, as shells expect."""


def make_app(modules: Sequence[str] = tuple(MODULES)) -> typer.Typer:
    """Return the command line with the commands of some modules of `summitry.cli`, of all unless told."""
    app = typer.Typer(
        name="summitry",
        no_args_is_help=True,
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    register_commands(app, modules)
    return app


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"summitry {summitry.__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read articles into a sourced record of diplomacy, and ask it who did what to whom, when and where."""


def main() -> None:
    """Run the command line and exit. What goes into a file or pipe is UTF-8 in every locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status; whatever goes wrong becomes one line."""
    try:
        app = make_app(modules_for(arguments))
        status = app(args=list(arguments), prog_name="summitry", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _leave_pipe()
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except CommandLineError as error:
        error.show()
        return 2
    except SummitryError as error:
        message(f"Error: {error}")
        return 2 if isinstance(error, UsageError | NotARecordError | NewerRecordError) else 1
    except OSError as error:
        if error.errno == errno.EPIPE:
            return _leave_pipe()
        if error.errno == errno.ENOSPC:
            message("Error: the disk is full; make room and run again.")
            return 1
        message(f"Error: {error.filename or 'the system'}: {error.strerror or error}")
        return 1
    except MemoryError:
        message("Error: memory ran out. What was reported done is kept; run again with fewer --workers.")
        return 1
    except Exception as error:
        if os.environ.get("SUMMITRY_TRACEBACK"):
            raise
        message(
            f"Error: a defect of summitry ({type(error).__name__}: {error}). "
            "What was reported done is kept. SUMMITRY_TRACEBACK=1 shows where; please report it."
        )
        return 1
    if status == INTERRUPTED:  # Typer of some versions turns Ctrl-C into this status itself
        message("Stopped. What was reported done is kept; run the same command again to go on.")
    return status if isinstance(status, int) else 0


def _leave_pipe() -> int:
    """The reader of our output has gone (`| head`): stop quietly, and keep Python from flushing into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
