"""What every command shares: how it runs, how trouble is said, and how a process ends at once."""

import asyncio
import gc
import os
import shutil
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
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
    from alongside.trouble import NotAllowed
    from programme.operators import OperatorTrouble

    try:
        code = asyncio.run(work)
    except OperatorTrouble as trouble:
        say_and_exit(trouble)
    except PermissionError as error:
        if error.filename is None:
            raise
        say_and_exit(NotAllowed(path=error.filename))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    else:
        raise typer.Exit(code or 0)


ATTEMPTS = 50  # a thread that still writes may put a file back


def leave_at_once(folder: Path | None) -> None:
    """From now on Ctrl-C, SIGTERM and a closed terminal end this process with 0; `folder` is gone then."""

    def leave(*_: object) -> None:
        for _attempt in range(ATTEMPTS):
            if folder is None or not folder.exists():
                break
            shutil.rmtree(folder, ignore_errors=True)
        sys.stdout.flush()
        os._exit(0)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
