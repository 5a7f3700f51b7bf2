"""`summitry forecast` and `summitry backtest`: what comes next, how sure, why, and how good such odds have been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summitry.cli.incidents import OfLevel, OfMode, OfType
from summitry.cli.options import AnyRecord, Reference, open_asked
from summitry.cli.output import message
from summitry.cli.suggesting import suggest
from summitry.errors import RecordError, UsageError

if TYPE_CHECKING:
    from summitry.forecasting.backtesting import Backtest
    from summitry.forecasting.chronicle import Chronicle
    from summitry.forecasting.outlook import Forecast


__all__ = ["Log", "OfPanel", "register"]

Horizon = Annotated[str, typer.Option(metavar="TIME", help="How far ahead: 90d, 12w, 3m, 1y; 7 to 365 days.")]
AsOf = Annotated[str, typer.Option(metavar="DATE", help="Ask as on this day; later acts are not used.")]
OfPanel = Annotated[
    Path | None, typer.Option("--panel", metavar="DIR", help="A panel that import-events made, in place of a record.")
]
Log = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Where forecasts from a chronicle or panel are logged; a record keeps its own."),
]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question as the options tell it."""

    first: str
    second: str
    type: str | None
    mode: str | None
    level: str | None
    horizon: str
    as_of: str
    who: bool


def forecast(
    one: Annotated[str, typer.Argument(metavar="A", help="Who acts: a code, a state, a person or a body.")],
    other: Annotated[str, typer.Argument(metavar="[B]", help="On or with whom; left out: anyone.")] = "",
    record: AnyRecord = None,
    reference: Reference = "",
    panel: OfPanel = None,
    type: OfType = None,
    mode: OfMode = None,
    level: OfLevel = None,
    horizon: Horizon = "90d",
    as_of: AsOf = "",
    who: Annotated[bool, typer.Option("--who", help="Rank with whom, or to whom, A is likeliest to do it.")] = False,
    log: Log = None,
    limit: Annotated[int, typer.Option(min=1, help="Most rows of a list.")] = 15,
    format: Annotated[Literal["table", "json"], typer.Option(help="How to print.")] = "table",
) -> None:
    """Say how likely an act is, with the base rate, the reasons, and how good such odds have been.

    Without --type, list what is likeliest between A and B.

    Example: summitry forecast CHN PRK --type CONSULT --level leader --horizon 90d --reference korea
    """
    from summitry.cli.outlooktable import write_forecasts

    if who and other:
        raise UsageError("--who asks for the other side; leave B out")
    asked = _Asked(one, other, type, mode, level, horizon, as_of, who)
    if panel is not None:
        _alone(record, reference)
        found = _from_panel(panel, asked)[:limit]
        _log(found, log)
    else:
        found = _from_record(record, reference, asked, limit, log)
    write_forecasts(found, format, single=bool(type) and not who, actor=one if who else "")


def _alone(record: Path | None, reference: str) -> None:
    if record is not None or reference:
        raise UsageError("name one of --record, --reference and --panel")


def _from_record(
    record: Path | None, reference: str, asked: _Asked, limit: int, log: Path | None
) -> tuple[Forecast, ...]:
    with open_asked(record, reference) as opened:
        suggest(opened, (), *(name for name in (asked.first, asked.second) if name))
        found = opened.forecast(
            asked.first, asked.second, type=asked.type, mode=asked.mode, level=asked.level, horizon=asked.horizon,
            as_of=asked.as_of or None, who=asked.who, seal=False,
        )[:limit]  # fmt: skip
    if record is None:
        _log(found, log)
    else:
        _seal(record, found)
    return found


def _seal(record: Path, found: Sequence[Forecast]) -> None:
    """Append what is shown to the record's own log."""
    from summitry.record import open_record

    try:
        with open_record(record, create=False) as opened:
            opened.seal(found)
    except RecordError as error:
        message(f"Not logged: {error}")


def _log(found: Sequence[Forecast], log: Path | None) -> None:
    """Append what is shown to a file, where one is named."""
    if log is None:
        message("Not logged: name a file with --log to have these forecasts scored when their day comes.")
        return
    from summitry.record.runs import now
    from summitry.record.sealed import seal_in_file

    if not log.parent.is_dir():
        raise UsageError(f"there is no folder {log.parent} to keep the log in; make it first")
    seal_in_file(log, found, now())


def _from_panel(folder: Path, asked: _Asked) -> tuple[Forecast, ...]:
    from summitry.record.outlook import forecasts_of, horizon_days, kind_asked, present

    if asked.level:
        raise UsageError("a panel does not tell levels of office; leave --level out")
    kind = kind_asked(asked.type, asked.mode, asked.level)
    first, second = _state(asked.first), _state(asked.second)
    chronicle = panel_chronicle(folder)
    day = present(chronicle, asked.as_of or None)
    return forecasts_of(chronicle, first, second, kind, horizon_days(asked.horizon), day, asked.who)


def panel_chronicle(folder: Path) -> Chronicle:
    """Return what a panel tells, to forecast from or to resolve forecasts by."""
    from summitry.exchange.past import chronicle_of_panel
    from summitry.exchange.store import open_panel

    return chronicle_of_panel(open_panel(folder))


def _state(name: str) -> str:
    from summitry.exchange.countries import state_of
    from summitry.forecasting.chronicle import ANYONE

    if not name:
        return ANYONE
    code = state_of(name)
    if not code:
        raise UsageError(f"no state is called {name!r}; a panel knows states by code or name")
    return code


def backtest(
    record: AnyRecord = None,
    reference: Reference = "",
    panel: OfPanel = None,
    type: OfType = None,
    mode: OfMode = None,
    level: OfLevel = None,
    horizon: Horizon = "90d",
    as_of: AsOf = "",
    plot: Annotated[
        str, typer.Option(metavar="FILE", help="Draw the reliability too: a file .svg, .png or .html.")
    ] = "",
    format: Annotated[Literal["table", "json"], typer.Option(help="How to print.")] = "table",
) -> None:
    """Roll an origin through a record, forecast without looking ahead, and score the odds.

    Example: summitry backtest --reference korea --type CONSULT --level leader --horizon 90d
    """
    from summitry.cli.outlooktable import write_backtest
    from summitry.record.outlook import kind_asked

    kind = kind_asked(type, mode, level)
    if panel is None:
        with open_asked(record, reference) as opened:
            done = opened.backtest(type=type, mode=mode, level=level, horizon=horizon, as_of=as_of or None)
    else:
        _alone(record, reference)
        done = _panel_backtest(panel, type, mode, level, horizon, as_of)
    if plot:
        from summitry.cli.reliability import draw_reliability

        draw_reliability(done.scores(kind), Path(plot))
    write_backtest(done, kind, format)


def _panel_backtest(
    panel: Path, type: str | None, mode: str | None, level: str | None, horizon: str, as_of: str
) -> Backtest:
    from summitry.record.outlook import backtest_of, kind_asked

    if level:
        raise UsageError("a panel does not tell levels of office; leave --level out")
    return backtest_of(panel_chronicle(panel), kind_asked(type, mode, level), horizon, as_of or None)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(forecast)
    app.command()(backtest)
