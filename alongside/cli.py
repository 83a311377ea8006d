"""The command line. Each command imports what it needs when it runs, so that --help answers at once."""

import gc
from importlib.metadata import version
from typing import Annotated

import typer

from alongside.cli_operating import backup, drill, inbox, keys, outbox, release, restore, texts
from alongside.cli_people import audit, erase, export, invite, practitioner
from alongside.cli_trials import check, faults, simulate, trial
from alongside.command import Json, run_command

app = typer.Typer(
    name="alongside",
    help="Check-ins between sessions, on Telegram, for people who are stopping smoking.",
    epilog="New here? Try: alongside demo. Settings are environment variables; see docs/operators-guide.md.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"alongside {version('alongside')}")
        raise typer.Exit


@app.callback()
def _before(
    wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """What may stand before a command."""


def run() -> None:
    """Run the service: take messages, send what is due. Stops within 20 seconds of SIGTERM or Ctrl-C."""
    from alongside.serve import serve

    run_command(serve())


def demo(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the page is served on this machine; 0 takes a free one.")
    ] = 8090,
) -> None:
    """Try it all in a browser: a page of phones and a clock to turn. No token, nothing leaves this machine."""
    from alongside.command import leave_at_once

    leave_at_once(None)  # what comes now takes seconds
    from alongside.demo.demo import demo as run_demo

    run_command(run_demo(port))


def migrate() -> None:
    """Bring the database up to this version. Make a backup first."""
    from alongside.operate import migrate as bring_up

    run_command(bring_up())


def doctor(as_json: Json = False) -> None:
    """Look at settings, keys, database, clock and Telegram, and say what to do about what is wrong."""
    from alongside.operating.doctor import doctor as look

    run_command(look(as_json=as_json))


for command in (run, demo, migrate, backup, restore, release, drill, erase, doctor, check, faults, simulate):
    app.command()(command)

for name, group in (
    ("invite", invite), ("inbox", inbox), ("outbox", outbox), ("texts", texts), ("keys", keys), ("trial", trial),
    ("practitioner", practitioner), ("audit", audit), ("export", export),
):  # fmt: skip
    app.add_typer(group, name=name)


def main() -> None:
    """The `alongside` command."""
    gc.disable()  # until run_command: nothing of what is loaded is garbage, and looking for some takes a second of it
    app()
