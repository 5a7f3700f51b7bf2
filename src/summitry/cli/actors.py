"""`summitry actors`: who is known, and actors of your own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summitry.cli.actortable import entry_json, write_entries, write_entry
from summitry.cli.options import RecordFile
from summitry.cli.output import answer, message
from summitry.cli.safety import json_text, plain
from summitry.errors import UsageError
from summitry.model.actor import ActorKind as Kind
from summitry.model.actor import OfficeRole as Role
from summitry.record import open_record

if TYPE_CHECKING:
    from summitry.actors.entries import Entry

__all__ = ["register"]

Name = Annotated[str, typer.Argument(metavar="NAME", help="Its name; family name first for Chinese, Korean and so on.")]
Known = Annotated[str, typer.Argument(metavar="NAME|ID", help="A name, an alias or an id.")]
SomeRecord = Annotated[
    Path | None, typer.Option("--record", "-r", metavar="FILE", help="A record, for the actors added to it too.")
]
Format = Annotated[Literal["table", "json"], typer.Option(help="How to print.")]

_SEVERAL = 12
"""Ids told where a name stands for several actors."""

actors = typer.Typer(
    name="actors",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="See who is known, with offices and dates, and add actors of your own.\n\n"
    "Example: summitry actors show 'Kim Jong Un'",
)


@actors.command()
def add(
    name: Name,
    record: RecordFile,
    source: Annotated[str, typer.Option(metavar="TEXT", help="Where it can be checked.")],
    kind: Annotated[Kind | None, typer.Option(help="What it is; person unless known.")] = None,
    state: Annotated[str, typer.Option(metavar="XXX", help="Alpha-3 code of its state; a state's own code.")] = "",
    alias: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Another way to write it; repeat.")] = None,
    office: Annotated[str, typer.Option(metavar="OFFICE", help="An office that the person held.")] = "",
    role: Annotated[Role | None, typer.Option(help="What the office is; other unless told.")] = None,
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="Since when: 2019-06-19, 2019-06, 2019.")] = "",
    end: Annotated[str, typer.Option("--to", metavar="DATE", help="Until when; left out where it goes on.")] = "",
    body: Annotated[str, typer.Option(metavar="XXX", help="Code or id that the office is held for.")] = "",
) -> None:
    """Add an actor to a record, or tell more of one. Adding it again changes nothing.

    Example: summitry actors add 'Ada Example' --state CHE --office 'Special Envoy' --role envoy
    --from 2019-06 --source 'our file 12' --record my.sqlite
    """
    with open_record(record) as opened:
        new = opened.actors.add(
            name,
            source=source,
            kind=kind or "",
            state=state,
            aliases=alias or (),
            office=office,
            role=role or "",
            start=start,
            end=end,
            body=body,
        )
        write_entry(_one(opened.actors.find(state if kind == "state" else name), name))
    _tell(new)


@actors.command(name="import")
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE.csv…", help="CSV with the columns of our data files.")],
    record: RecordFile,
) -> None:
    """Add the rows of CSV files: tenures, people, organisations, their aliases. All of them or, if one is bad, none.

    Example: summitry actors import tenures.csv person_aliases.csv --record my.sqlite
    """
    with open_record(record) as opened:
        new = opened.actors.import_csv(*files)
    _tell(new)


@actors.command()
def remove(name: Known, record: RecordFile) -> None:
    """Take back what you added of an actor.

    Example: summitry actors remove 'Ada Example' --record my.sqlite
    """
    with open_record(record, create=False) as opened:
        gone = opened.actors.remove(name)
    answer(f"{_rows(gone)} removed. {_AT_THE_NEXT_READING}")


@actors.command(name="list")
def list_(
    words: Annotated[str, typer.Argument(metavar="[FILTER]", help="Words of a name, office or kind, or a code.")] = "",
    record: SomeRecord = None,
    format: Format = "table",
) -> None:
    """List actors: those you added to the record, or whose names, offices, kind or state hold the words.

    Example: summitry actors list 'special envoy' --record my.sqlite
    """
    found = _search(words, record)
    if format == "json":
        answer(json_text([entry_json(entry) for entry in found], indent=1))
        return
    write_entries(found)
    if not words and record:
        message("These are your own; give words to look through the registry too.")


@actors.command()
def show(name: Known, record: SomeRecord = None, format: Format = "table") -> None:
    """Print one actor: kind, state, names, and offices with dates and sources.

    Example: summitry actors show 'Kim Jong Un'
    """
    entry = _one(_find(name, record), name)
    answer(json_text(entry_json(entry), indent=1)) if format == "json" else write_entry(entry)


def _search(words: str, record: Path | None) -> Sequence[Entry]:
    from summitry.actors import load_registry
    from summitry.actors.entries import entries

    if record is None:
        return list(entries(load_registry(), words))
    with open_record(record, create=False, writable=False) as opened:
        return opened.actors.search(words) if words else list(opened.actors)


def _find(name: str, record: Path | None) -> Sequence[Entry]:
    from summitry.actors import load_registry
    from summitry.actors.entries import entry_of, named

    if record is None:
        registry = load_registry()
        return [entry_of(registry, actor) for actor in named(registry, name)]
    with open_record(record, create=False, writable=False) as opened:
        return opened.actors.find(name)


def _one(found: Sequence[Entry], name: str) -> Entry:
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"nobody is called {name!r}; `summitry actors list WORDS` looks through all names")
    ids = ", ".join(entry.actor.id for entry in found[:_SEVERAL])
    raise UsageError(f"several actors are called {name!r}; name one by its id: {ids}")


_AT_THE_NEXT_READING = "The next `summitry read` codes the record's documents with it."


def _tell(new: int) -> None:
    answer(plain(f"{_rows(new)} added. {_AT_THE_NEXT_READING}" if new else "Nothing new: it was told before."))


def _rows(count: int) -> str:
    return f"{count} row{'' if count == 1 else 's'}"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(actors)
