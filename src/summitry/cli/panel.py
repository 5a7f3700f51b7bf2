"""`summitry import-events` and `summitry panel`: large event data sets, and dyads by month."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from summitry.cli.output import answer, counted, is_terminal, message, open_target
from summitry.cli.safety import csv_cell, json_text, plain
from summitry.errors import UsageError
from summitry.exchange import (
    Conversion,
    Cut,
    ImportReport,
    Panel,
    Shape,
    Step,
    columns_of,
    dyad_series,
    find_table,
    import_events,
    load_rules,
    open_panel,
    read_table,
    write_panel,
)
from summitry.exchange.countries import state_of
from summitry.exchange.engine import MEMORY
from summitry.model import HAPPENED, Interval, Status

__all__ = ["register"]

PanelFormat = Literal["table", "csv", "json", "parquet"]

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Event files, zipped or not.")]
Folder = Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The panel, a folder; made if needed.")]
Memory = Annotated[str, typer.Option(metavar="SIZE", help="Memory for tables before they spill to disk.")]
_ARROW = {True: "→", False: "–"}
_SHOWN = ("period", "events", "score_mean", "verbal_cooperation", "material_cooperation", "verbal_conflict",
          "material_conflict")  # fmt: skip


def import_files(
    files: Files,
    output: Folder,
    shape: Annotated[Shape, typer.Option("--from", help="The shape of the files.")],
    map: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=COLUMN", help="With csv: which column holds a field.")
    ] = None,
    conversion: Annotated[
        str,
        typer.Option(
            metavar="WHICH",
            help="CAMEO to PLOVER: `rules` (ours), the path of CAMEO2PLOVER-2021.txt, or `auto`: that table where "
            "SUMMITRY_SHARED has it.",
        ),
    ] = "auto",
    memory: Memory = MEMORY,
) -> int:
    """Import event files into a panel of Parquet files by year. A file imported before is passed over.

    Example: summitry import-events 2018*.export.CSV.zip --from gdelt -o panel
    """
    with _progress() as tell:
        report = import_events(
            files, output, shape, conversion=_conversion(conversion), mapped=_mapped(map), memory=memory, progress=tell
        )
    for error in report.failed:
        message(f"Skipped {error}")
    _tell(report, output)
    return 1 if report.failed else 0


def _conversion(which: str) -> Conversion:
    if which == "rules":
        return load_rules()
    table = find_table() if which == "auto" else Path(which)
    return read_table(table) if table else load_rules()


def _mapped(pairs: list[str] | None) -> dict[str, str]:
    found = [pair.partition("=") for pair in pairs or ()]
    if wrong := next((field for field, equals, column in found if not equals or not column), ""):
        raise UsageError(f"--map {wrong} needs a field and a column, for example start_date=Day")
    return {field: column for field, _, column in found}


def _tell(report: ImportReport, output: Path) -> None:
    for entry in report.inputs:
        if entry.rejected:
            message(f"{entry.name}: {counted(entry.rejected, 'row')} kept aside in {output / entry.kept}")
    if report.known:
        message(f"{counted(len(report.known), 'file')} already in the panel.")
    if report.uncoded:
        message(f"{counted(report.uncoded, 'event')} without a PLOVER category (public statements, unknown codes).")
    message(
        f"{counted(report.rows, 'event')} imported from {counted(len(report.inputs), 'file')}; "
        f"{counted(report.rejected, 'row')} kept aside. {_summary(report.panel)}"
    )


def _summary(panel: Panel) -> str:
    span = f", {panel.first} to {panel.last}" if panel.parts else ""
    how = "our rules" if panel.conversion == "rules" else f"the published {panel.conversion}"
    return f"The panel holds {counted(panel.rows, 'event')}{span}; CAMEO read by {how}."


def panel(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A panel that `import-events` made.")],
    dyad: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Two states; all dyads if left out.")
    ] = None,
    by: Annotated[Step, typer.Option(help="Step of time.")] = "month",
    directed: Annotated[bool, typer.Option("--directed", help="Acts of the first on the second alone.")] = False,
    status: Annotated[
        list[str] | None,
        typer.Option(metavar="STATUS", help="A status that counts; again for more. Else the two that happened."),
    ] = None,
    since: Annotated[str, typer.Option(metavar="DATE", help="First day: 2018-03-25, 2018-03 or 2018.")] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="Last day.")] = "",
    format: Annotated[PanelFormat, typer.Option(help="How to write.")] = "table",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="File; - for standard output.")] = "-",
    memory: Memory = MEMORY,
) -> None:
    """Count a panel's events by dyad and step, with category, quadrant and PLOVER score.

    Example: summitry panel panel --dyad CHN PRK --by month
    """
    opened = open_panel(folder)
    cut = Cut(by, directed, _statuses(status), _day(since, last=False), _day(until, last=True))
    if dyad is None:
        _all_dyads(opened, cut, format, output, memory)
        return
    first, second = map(_state, dyad)
    rows = dyad_series(opened, first, second, cut, memory=memory)
    if format == "parquet":
        raise UsageError("--format parquet is for all dyads; leave out --dyad, or choose csv or json")
    if format == "json":
        with open_target(output) as target:
            target.write(json_text([_plain_row(row) for row in rows], indent=1) + "\n")
    elif format == "csv":
        with open_target(output) as target:
            writer = csv.writer(target, lineterminator="\n")
            writer.writerow(columns_of())
            writer.writerows([_cell(row[name]) for name in columns_of()] for row in rows)
    else:
        _print_table(rows, by, output)
        message(f"{_rule(cut, f'{first} {_ARROW[directed]} {second}', rows)} {_summary(opened)}")


def _all_dyads(opened: Panel, cut: Cut, format: PanelFormat, output: str, memory: str) -> None:
    if format in ("table", "json"):
        raise UsageError("all dyads are too many to print: give --dyad A B, or --format csv or parquet with -o FILE")
    if output == "-":
        raise UsageError(f"--format {format} of all dyads needs -o FILE.{format}")
    target = Path(output)
    if target.suffix != f".{format}":
        raise UsageError(f"--format {format} needs a file that ends in .{format}")
    with _progress() as tell:
        tell(f"counting {counted(opened.rows, 'event')}", 0)
        rows = write_panel(opened, target, cut, memory=memory)
    message(f"{counted(rows, 'row')} written to {target}. {_summary(opened)}")


def _rule(cut: Cut, pair: str, rows: list[dict[str, object]]) -> str:
    events = sum(int(str(row["events"])) for row in rows)
    silent = sum(1 for row in rows if not row["events"])
    return f"{pair}: {counted(events, 'event')}, {' or '.join(cut.statuses)}; {counted(silent, cut.by)} without any."


def _state(name: str) -> str:
    code = name.upper() if len(name) == 3 and state_of(name) == name.upper() else state_of(name)
    if not code:
        raise UsageError(f"there is no state called {plain(name)!r}; give its alpha-3 code, for example CHN")
    return code


def _statuses(given: list[str] | None) -> tuple[Status, ...]:
    if wrong := next((status for status in given or () if status not in get_args(Status)), ""):
        raise UsageError(f"there is no status {wrong!r}; there are {', '.join(get_args(Status))}")
    return tuple(given) if given else HAPPENED  # type: ignore[arg-type]


def _day(text: str, *, last: bool) -> str:
    if not text:
        return ""
    try:
        interval = Interval.parse(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date; give 2018-03-25, 2018-03 or 2018") from error
    return str(interval.last if last else interval.first)


def _cell(value: object) -> str:
    """A cell of CSV: numbers in full."""
    if isinstance(value, float):
        return repr(round(value, 6))
    return csv_cell(value) if isinstance(value, str) else "" if value is None else str(value)


def _shown(value: object, by: Step) -> str:
    """A cell of a table: numbers and periods as short as they are readable."""
    if isinstance(value, date):
        return (
            f"{value:%Y}-Q{value.month // 3 + 1}" if by == "quarter" else f"{value:%Y-%m}"[: 4 if by == "year" else 7]
        )
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else f"{value:,}"


def _plain_row(row: dict[str, object]) -> dict[str, object]:
    return {name: value if isinstance(value, int | float | None) else str(value) for name, value in row.items()}


def _print_table(rows: list[dict[str, object]], by: Step, output: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in _SHOWN:
        table.add_column(name.replace("_", " "), justify="left" if name == "period" else "right")
    for row in rows:
        table.add_row(*(_shown(row[name], by) for name in _SHOWN))
    with open_target(output) as target:
        Console(file=target, width=None if target is sys.stdout and sys.stdout.isatty() else 120).print(table)
    if not rows:
        answer("No such time in the panel.")


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """Show what is being worked on, where a person watches."""
    if not is_terminal(sys.stderr):
        yield lambda name, rows: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as line:
        yield lambda name, rows: line.update(plain(f"{name} · {rows:,} events" if rows else name))


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import-events")(import_files)
    app.command("panel")(panel)
