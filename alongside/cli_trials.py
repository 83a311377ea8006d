"""Commands that live the service through, with people who are made up and trouble that is made."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from alongside.command import Json, run_command

trial = typer.Typer(help="Live it through the real service.", no_args_is_help=True, rich_markup_mode=None)


def check(as_json: Json = False) -> None:
    """Compare every due slot with its record: missing, double, missed by us, uncertain. Exit code 1 if any is off."""
    from trials.check import check_database as compare

    run_command(compare(as_json=as_json))


def faults(
    kills: Annotated[int, typer.Option(help="How often the service is killed with SIGKILL.")] = 30,
    seed: Annotated[
        list[int] | None,
        typer.Option(help="The same seed gives the same faults; 1 unless said. May come several times."),
    ] = None,
    seeds: Annotated[int, typer.Option(help="So many seeds more that nobody picked, each printed.")] = 0,
    rate: Annotated[float, typer.Option(help="The share of calls to Telegram that go wrong.")] = 0.25,
    database: Annotated[str, typer.Option(help="sqlite, postgresql (two processes) or both.")] = "both",
    as_json: Json = False,
) -> None:
    """Kill the service at any moment while Telegram misbehaves, start it anew, and look whether anything was lost."""
    from trials.faults.command import faults as run_faults
    from trials.faults.command import fresh_seeds

    chosen = [*(seed or ()), *fresh_seeds(seeds)] or [1]
    run_command(run_faults(kills=kills, seeds=chosen, rate=rate, database=database, as_json=as_json))


def simulate(
    clients: Annotated[int, typer.Option(min=1, help="How many clients live in the town.")] = 20,
    weeks: Annotated[int, typer.Option(min=1, help="For how many weeks.")] = 8,
    seed: Annotated[int, typer.Option(help="The same seed gives the same people, and the same lives.")] = 7,
    first: Annotated[
        datetime,
        typer.Option(
            "--from",
            formats=["%Y-%m-%d"],
            show_default="2026-03-02",
            help="The first day. Around 29 March clocks change.",
        ),
    ] = datetime(2026, 3, 2),  # noqa: DTZ001 - a date
    database: Annotated[
        str | None, typer.Option(help="The address of an empty database. Without it: a file in a temporary folder.")
    ] = None,
    towns: Annotated[
        int, typer.Option(min=0, help="So many towns, each of a seed and a first day by chance, and a line for each.")
    ] = 0,
    jobs: Annotated[int, typer.Option(min=1, help="How many towns live side by side, with --towns.")] = 2,
    as_json: Json = False,
) -> None:
    """Let made-up people live for months in minutes, and look whether every rule of the schedule held.

    They answer soon or late, fall silent and come back, block, travel across clock changes, move their quit date,
    lapse, take breaks and leave; the service stands still now and then. Nothing is sent to anybody. Exit code 1 if a
    rule was broken.

    Try --clients 5 --weeks 2 for a first look; --json for all plans, records and messages of the run; and before a
    release --towns 50 --clients 40 --weeks 4: whatever breaks a rule there is told with the command that lives it once
    more.
    """
    if towns:
        from trials.simulate.towns import simulate_towns

        run_command(simulate_towns(towns=towns, clients=clients, weeks=weeks, jobs=jobs, as_json=as_json))
        return
    from trials.simulate.command import simulate as run_simulate

    run_command(run_simulate(clients=clients, weeks=weeks, seed=seed, first=first, database=database, as_json=as_json))


@trial.command("danger")
def trial_danger(
    as_json: Json = False,
    quick: Annotated[bool, typer.Option("--quick", help="A small crowd and one play, as in CI.")] = False,
    only: Annotated[str | None, typer.Option(help="One scenario, by its name.")] = None,
) -> None:
    """Live what somebody in danger lives, against the real service, and measure how soon what reaches them.

    A crowd of strangers writes while clients live: how late a card, an answer to a client and a due check-in come.
    Then little plays: people write, tap and read, days pass, and each line says what had to come and whether it did.
    Times are printed with their goals; exit code 1 where something never came. What each phone showed is kept.
    """
    from trials.danger.command import danger

    run_command(danger(as_json=as_json, quick=quick, only=only))


@trial.command("clinic")
def trial_clinic(
    as_json: Json = False,
    quick: Annotated[bool, typer.Option("--quick", help="Four people and two weeks, as in CI.")] = False,
    only: Annotated[str | None, typer.Option(help="One client alone, by name; Nobody says who there is.")] = None,
    out: Annotated[Path | None, typer.Option(help="The folder to write to. Without it: a new one.")] = None,
) -> None:
    """Live eight months in one clinic, on phones over HTTP with the clock turned, and look whether all of it is true.

    Two practitioners, twelve clients and a supporter: one answers, one is silent, one cuts down, one relapses and tries
    anew, two leave, two have one name, one travels, one corrects an answer, one shows nothing. Each line of the table
    says what had to be so and what was found: weeks add up, outcomes are those of what was told, promises are kept,
    nobody reads what was not shared. Exit code 1 if any was not so.

    Takes some minutes. What stood on the phones is kept: every Monday, and pages at four moments, in
    clinic-eight-months.txt; each whole chat in chats.

    Try --quick for a first look, --only Dan for one life; --out docs/lived makes anew what is kept there.
    """
    from trials.clinic.command import clinic

    run_command(clinic(as_json=as_json, quick=quick, only=only, out=out))


@trial.command("operator")
def trial_operator(
    as_json: Json = False,
    quick: Annotated[bool, typer.Option("--quick", help="The short trials, as in CI.")] = False,
    only: Annotated[str | None, typer.Option(help="One trial, by its name; Nothing says which there are.")] = None,
    database: Annotated[str | None, typer.Option(help="sqlite or postgresql. Without it: both.")] = None,
) -> None:
    """Live an administrator's afternoon and the worst night after it, against the real service over HTTP.

    Backups that are put back, keys, hand-overs, full disks, servers that go away, clocks that jump: each line of the
    table says what had to be so, whether it was, and what was seen. Seconds and megabytes are printed with their goals
    and decide nothing. Exit code 1 where something was not so. What was written is kept in a folder.

    Try --quick for a first look, --only Nothing to see their names.
    """
    from trials.operator.command import operator

    run_command(operator(as_json=as_json, quick=quick, only=only, database=database))
