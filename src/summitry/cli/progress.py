"""A bar with counts and rate, on standard error, where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from summitry.cli.output import is_terminal
from summitry.record import LinkProgress, Progress
from summitry.record.summary import ProgressCallback

__all__ = ["linking_progress", "reading_progress"]


@contextmanager
def reading_progress() -> Iterator[ProgressCallback | None]:
    """Show how far a run is; yields what the run reports to, `None` where nobody watches."""
    if not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("files · {task.fields[documents]} documents · {task.fields[skipped]} skipped · {task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None, documents=0, skipped=0, rate="")

        def show(progress: Progress) -> None:
            elapsed = bar.tasks[0].elapsed or 0.0
            bar.update(
                task,
                description="reading" if progress.documents else "starting",
                completed=progress.sources_done,
                total=progress.sources_total or None,
                documents=progress.documents,
                skipped=progress.skipped,
                rate=f"{progress.documents / elapsed:.1f}/s" if elapsed > 1 and progress.documents else "",
            )

        yield show


@contextmanager
def linking_progress() -> Iterator[LinkProgress | None]:
    """Show how far the linking of events is; yields what it reports to, `None` where nobody watches."""
    if not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("linking", total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield show
