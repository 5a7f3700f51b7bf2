"""A panel as a chronicle to forecast from."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from summitry.cli.app import run
from summitry.exchange import import_events, open_panel
from summitry.exchange.past import chronicle_of_panel
from summitry.forecasting.chronicle import ANYONE


def write_panel(folder: Path) -> Path:
    """A panel of five years: two states meet every fortieth day, one accuses the other every seventieth."""
    rows = ["day,who,whom,what,id"]
    for number in range(0, 1800, 10):
        day = (date(2015, 1, 1) + timedelta(days=number)).isoformat()
        if number % 40 == 0:
            rows.append(f"{day},KOR,PRK,CONSULT,m{number}")
        if number % 70 == 0:
            rows.append(f"{day},PRK,USA,ACCUSE,a{number}")
    file = folder / "events.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    mapped = {"start_date": "day", "source": "who", "target": "whom", "type": "what", "event_id": "id"}
    import_events([file], folder / "panel", "csv", mapped=mapped)
    return folder / "panel"


def test_each_act_stands_between_its_sides_and_under_its_doer(tmp_path: Path) -> None:
    chronicle = chronicle_of_panel(open_panel(write_panel(tmp_path)))
    assert set(chronicle.sides) == {ANYONE, "KOR", "PRK", "USA"}
    assert date.fromordinal(chronicle.first_day) == date(2015, 1, 1)
    meetings = chronicle.between("PRK", "KOR")
    assert len(meetings) == 45
    assert meetings.both.all()
    assert not chronicle.between("PRK", "USA").both.any()
    assert len(chronicle.between("PRK", ANYONE)) == len(chronicle.between("PRK", "USA"))
    assert chronicle.ids[int(meetings.act[0])] == "m0"


def test_forecasts_are_asked_of_a_panel(tmp_path: Path, capsys) -> None:
    panel = str(write_panel(tmp_path))
    assert run(["forecast", "South Korea", "PRK", "--type", "CONSULT", "--horizon", "45d", "--panel", panel,
                "--format", "json"]) == 0  # fmt: skip
    (told,) = json.loads(capsys.readouterr().out)
    assert told["probability"] > 0.5
    assert told["base_rate"] > 0.9
    assert run(["forecast", "PRK", "USA", "--type", "ACCUSE", "--level", "leader", "--panel", panel]) == 2
    assert "levels" in capsys.readouterr().err
