"""Forecasts and backtests as text, tables and JSON."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from summitry.cli.output import answer, counted, table_width
from summitry.cli.safety import json_text, plain
from summitry.forecasting.backtesting import Backtest
from summitry.forecasting.chronicle import ANYONE
from summitry.forecasting.kinds import Kind
from summitry.forecasting.outlook import Forecast
from summitry.forecasting.scoring import Scores
from summitry.forecasting.told import days_untold, forecast_dict, percent, question_text, scores_dict, track_text

__all__ = ["write_backtest", "write_forecasts"]

_SHORT_ID = 10


def write_forecasts(found: Sequence[Forecast], format: str, single: bool, actor: str = "") -> None:
    """Print forecasts: one with its reasons, or a list.

    Args:
        found: what was answered.
        format: `table` or `json`.
        single: whether one question was asked.
        actor: whose partners are ranked, `""` where none are.
    """
    if format == "json":
        answer(json_text([forecast_dict(one) for one in found], indent=1))
    elif not found:
        answer("No basis: nothing was ever recorded that could be expected again.")
    elif single:
        _write_one(found[0])
    else:
        _write_list(found, actor)


def _write_one(forecast: Forecast) -> None:
    asked = forecast.asked
    answer(plain(question_text(asked)))
    _warn_of_gap(forecast)
    if not forecast.basis:
        answer(f"No basis: {plain(asked.first)} and {plain(asked.second)} were never recorded together before that.")
        return
    answer(
        f"  {percent(forecast.probability)}, with 80 of 100 between {percent(forecast.low)} and "
        f"{percent(forecast.high)}. Base rate {percent(forecast.base_rate)}: {forecast.hits} of "
        f"{counted(forecast.windows, 'past window')} of {asked.horizon} days had one."
    )
    if forecast.reasons:
        answer("What it rests on most (odds without it):")
    for one in forecast.reasons:
        ids = ", ".join(id_[:_SHORT_ID] for id_ in one.ids)
        answer("  " + plain(f"{one.day.isoformat()} {one.words} ({percent(one.without)}) {ids}"))
    if len(forecast.reasons) > 1:
        answer(f"  without all of these: {percent(forecast.without_all)}")
    if forecast.patterns:
        answer("What has been usual:")
    for line in forecast.patterns:
        answer(f"  {plain(line)}")
    answer(f"How good: {track_text(forecast.track, 'such' if forecast.of_kind else 'all')}")
    answer(f"  {forecast.verdict[0].upper()}{forecast.verdict[1:]}.")


def _warn_of_gap(forecast: Forecast) -> None:
    gap = days_untold(forecast)
    if gap:
        answer(
            f"  Beware: the record ends on {forecast.known_until.isoformat()}, {gap} days before; it reads as quiet."
        )


def _write_list(found: Sequence[Forecast], actor: str) -> None:
    first = found[0]
    asked = first.asked
    answer(f"{asked.as_of.isoformat()} to {asked.due.isoformat()}, as known before {asked.as_of.isoformat()}")
    _warn_of_gap(first)
    table = _table(("Odds", 9), ("80 of 100", 20), ("Base rate", 10), ("Act", 30), ("Who", 0))
    for one in found:
        sides = f"{one.asked.first} {'–' if one.asked.kind.mutual else '→'} {one.asked.second}"
        if one.asked.second == ANYONE:
            sides = one.asked.first
        cells = (
            percent(one.probability), f"{percent(one.low)} to {percent(one.high)}", percent(one.base_rate),
            one.asked.kind.text, sides,
        )  # fmt: skip
        table.add_row(*(Text(plain(cell)) for cell in cells))
    _print(table)
    if actor:
        answer(f"Partners that {plain(actor)} was ever recorded with; of others there is no basis to say.")
    answer("Name an act with --type for its reasons and for how good such odds have been.")


def write_backtest(done: Backtest, kind: Kind | None, format: str) -> None:
    """Print a backtest: of one kind with its reliability, or of all kinds in a table."""
    kinds = [kind] if kind else list(done.kinds)
    scored = {one.text: scores for one in kinds if (scores := done.scores(one)) is not None}
    total = done.scores()
    if format == "json":
        everything = {"all": total} if total and not kind else {}
        answer(json_text({name: scores_dict(scores) for name, scores in {**everything, **scored}.items()}, indent=1))
        return
    if total is None or not scored:
        answer(
            "Nothing of the kind could be forecast and resolved: the record is too short, or tells of it too seldom."
        )
        return
    rows = scored if kind else {"all": total, **scored}
    table = _table(
        ("Act", 24), ("Forecasts", 9), ("Came", 6), ("Brier", 7), ("Base rate", 9), ("As last", 7), ("Log", 7),
        ("Skill", 15), ("On last", 7), ("Sharp", 6), ("Slope", 6), ("ECE", 6),
    )  # fmt: skip
    for name, one in rows.items():
        cells = (
            name, f"{one.count:,}", f"{one.happened:.1%}", f"{one.brier:.4f}", f"{one.climatology:.4f}",
            f"{one.persistence:.4f}", f"{one.log_score:.4f}", _skill(one), f"{one.skill_on_persistence:+.0%}",
            f"{one.sharpness:.3f}", f"{one.slope:.2f}", f"{one.error:.4f}",
        )  # fmt: skip
        table.add_row(*(Text(plain(cell)) for cell in cells))
    _print(table)
    _write_reliability(next(iter(rows.values())))
    answer(_note(done))


def _skill(scores: Scores) -> str:
    if not scores.happened:
        return "nothing came"
    return f"{scores.skill:+.1%} ± {scores.error_of_skill:.1%}" if scores.skilled else f"none ({scores.skill:+.1%})"


def _write_reliability(scores: Scores) -> None:
    table = _table(("Odds given", 10), ("Came true", 10), ("Forecasts", 10))
    for one in scores.bins:
        table.add_row(f"{one.forecast:.1%}", f"{one.observed:.1%}", f"{one.count:,.0f}")
    _print(table)


def _note(done: Backtest) -> str:
    from datetime import date

    first, last = (date.fromordinal(day).isoformat() for day in (done.first, done.last))
    return (
        f"Asked from {first} to {last} of acts that had come at least twice before between the two, by weights fitted "
        "on what was resolved by then. Base rate: share of past windows. Skill: share of its error avoided."
    )


def _table(*columns: tuple[str, int]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for name, width in columns:
        table.add_column(name, width=width or None, ratio=None if width else 1)
    return table


def _print(table: Table) -> None:
    import sys

    from rich.console import Console

    Console(file=sys.stdout, width=table_width(), highlight=False, soft_wrap=False).print(table)
