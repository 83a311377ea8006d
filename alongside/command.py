"""What every command of the command line shares: how it runs, and how trouble is said."""

import asyncio
import gc
import sys
from collections.abc import Coroutine
from typing import Annotated, Any

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON, for a script.")]


def say_and_exit(words: object) -> None:
    """Say it beside what is printed, and end with exit code 1."""
    print(words, file=sys.stderr)  # the command line speaks
    raise typer.Exit(1)


def run_command(work: Coroutine[Any, Any, int | None]) -> None:
    """Runs a command; trouble a person can mend is said in words, without a traceback. The result is the exit code."""
    gc.enable()  # what the command needs is loaded, see alongside.cli.main
    from alongside.settings import SettingsWrong
    from alongside.trouble import NotAllowed, Trouble
    from db.errors import MemoryTrouble

    try:
        code = asyncio.run(work)
    except (SettingsWrong, MemoryTrouble, Trouble) as trouble:
        say_and_exit(trouble)
    except PermissionError as error:
        if error.filename is None:
            raise
        say_and_exit(NotAllowed(path=error.filename))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    else:
        raise typer.Exit(code or 0)
