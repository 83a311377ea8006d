"""Places where the fault runner may kill the process, named by ALONGSIDE_FAILPOINT=name:n."""

import os
import signal
from collections.abc import Callable


def _never(name: str) -> None:
    """Where no failpoint is set, passing one costs a call and nothing else."""


def killer(setting: str, kill: Callable[[], object]) -> Callable[[str], None]:
    """A function to call at each named place; it calls `kill` at the n-th passing of the place in `setting`.

    `setting` is "name:n" with n counted from 1; "name" alone means the first passing, "" means never.
    """
    if not setting:
        return _never
    place, _, count = setting.partition(":")
    left = int(count or "1")

    def pass_by(name: str) -> None:
        nonlocal left
        if name == place:
            left -= 1
            if left == 0:
                kill()

    return pass_by


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


_armed = [killer(os.environ.get("ALONGSIDE_FAILPOINT", ""), _kill)]


def failpoint(name: str) -> None:
    """A place of that name is passed; where it is the one that was set, and for the n-th time, all ends here."""
    _armed[0](name)


def arm(setting: str) -> None:
    """Sets the failpoint of this process anew: for one that was forked, and so read its environment long before."""
    _armed[0] = killer(setting, _kill)
