"""Starts `alongside run` several ways at once. All is imported once, and each start is a process forked from there.

`python tests/trials/starts.py` reads JSON: the settings of each start. It writes JSON: exit code and stderr of each.
"""

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from typing import NoReturn

import alongside.serve  # noqa: F401 (imported before the forks, for all of them)
from alongside.cli import main


def start(settings: Mapping[str, str], errors: int) -> NoReturn:
    """What the command line does with these settings."""
    code: object = 70
    os.dup2(errors, 2)
    os.environ.update(settings)
    sys.argv = ["alongside", "run"]
    try:
        main()
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 70)


def all_of_them() -> None:
    """Reads, starts, waits, writes."""
    wanted: dict[str, dict[str, str]] = json.load(sys.stdin)
    with ExitStack() as files:
        started = {}
        for name, settings in wanted.items():
            errors = files.enter_context(tempfile.TemporaryFile())
            pid = os.fork()
            if pid == 0:
                start(settings, errors.fileno())
            started[name] = pid, errors
        ended = {}
        for name, (pid, errors) in started.items():
            code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            errors.seek(0)
            ended[name] = code, errors.read().decode()
    json.dump(ended, sys.stdout)


if __name__ == "__main__":
    all_of_them()
