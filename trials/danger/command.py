"""Living the scenarios one after the other, and printing what came of them."""

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from trials.danger.asking import FRIDAY, friday, unreached
from trials.danger.evenings import after, home, plan
from trials.danger.load import load
from trials.danger.play import played
from trials.danger.stage import FULL, QUICK, DangerStage, Figure, Scenario, Size
from trials.danger.words import everywhere, words

SCENARIOS: Final = (
    Scenario("load", "a crowd of strangers writes while clients live and somebody is in danger", load),
    Scenario("words", "what each person writes on one Monday, and what they read", played(words)),
    Scenario("everywhere", "whoever writes it, and whatever it stands in", played(everywhere), short=False),
    Scenario("home", "violence at home, and the whole next day", played(home), short=False),
    Scenario("after", "the evening and the morning after a card, and Lee's Monday", played(after), short=False),
    Scenario("plan", "the pinned numbers, and a safety plan", played(plan), short=False),
    Scenario("friday", "a request from the card on a Friday night", played(friday), FRIDAY, short=False),
    Scenario("unreached", "a practitioner who blocked, and clients who leave", played(unreached), FRIDAY, short=False),
)

console = Console(highlight=False)
Lived = Mapping[str, Sequence[Figure]]


async def danger(*, as_json: bool, quick: bool, only: str | None = None) -> int:
    """Lives them and prints the figures; 1 where there is no scenario of that name, or something never came."""
    chosen = [one for one in SCENARIOS if (only == one.name if only else one.short or not quick)]
    if not chosen:
        console.print(f"The scenarios: {', '.join(one.name for one in SCENARIOS)}")
        return 1
    folder = Path(tempfile.mkdtemp(prefix="alongside-trial-danger-"))
    lived = {one.name: await run_scenario(one, folder, QUICK if quick else FULL) for one in chosen}
    if as_json:
        print(json.dumps({"folder": str(folder), "load": os.getloadavg()[0], "figures": _values(lived)}))
    else:
        _show(chosen, lived, folder)
    return 1 if any(one.came < one.wanted for figures in lived.values() for one in figures) else 0


async def run_scenario(scenario: Scenario, folder: Path, size: Size) -> Sequence[Figure]:
    """One scenario over an SQLite file of its own; its transcript lies in the folder."""
    home = folder / scenario.name
    home.mkdir()
    stage = DangerStage(home, f"sqlite:///{home}/alongside.db", scenario.start)
    async with stage.open():
        try:
            return await scenario.live(stage, size)
        finally:
            (folder / f"{scenario.name}.txt").write_text(stage.transcript(), encoding="utf-8")


def _values(lived: Lived) -> list[Mapping[str, object]]:
    return [{"scenario": name, **asdict(one), "met": one.met} for name, figures in lived.items() for one in figures]


def _show(chosen: Sequence[Scenario], lived: Lived, folder: Path) -> None:
    for one in chosen:
        table = Table("", title=f"{one.name}: {one.says}", title_justify="left")
        for column in ("came", "middle", "worst", "goal", "met"):
            table.add_column(column, justify="right")
        for found in lived[one.name]:
            came = f"{found.came} of {found.wanted}" if found.wanted else str(found.came)
            met = {True: "yes", False: "[bold red]no[/]", None: ""}[found.met]
            table.add_row(found.name, came, _seconds(found.middle), _seconds(found.worst), _seconds(found.goal), met)
        console.print(table)
    console.print(f"What each phone showed: {folder}; load of this machine: {os.getloadavg()[0]:.1f}", soft_wrap=True)


def _seconds(seconds: float | None) -> str:
    return "" if seconds is None else f"{seconds:.1f} s"
