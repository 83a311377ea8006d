"""Real processes of the service that start at once: all is imported here, and each is forked from it, to be killed.

Its process reads a JSON line for each birth and writes one for each birth and death.
"""

import asyncio
import json
import os
import selectors
import signal
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from alongside.serve import serve
from db.store.files import arm
from trials.clock import SharedClock


def _live(order: Mapping[str, Any]) -> NoReturn:
    """The life of a service: the same code as `alongside run`, with the trial's clock."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    code = 1
    try:
        output = os.open(order["output"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for number, target in enumerate((nothing, output, output)):
            os.dup2(target, number)
        os.environ.update(order["settings"])
        arm(order["failpoint"])
        asyncio.run(serve(SharedClock(Path(order["clock"]))))
        code = 0
    except BaseException as error:
        print(json.dumps({"event": "died", "error": repr(error), "words": str(error)}), file=sys.stderr, flush=True)
    os._exit(code)


def _tell(**what: Any) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _bear(line: bytes) -> int:
    order = json.loads(line)
    pid = os.fork()
    if pid == 0:
        _live(order)
    _tell(born=order["name"], pid=pid)
    return pid


def _bury(children: set[int]) -> None:
    while children:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == 0:
            return
        children.discard(pid)
        _tell(died=pid, code=os.waitstatus_to_exitcode(status))


def main() -> None:
    """Lives until nobody writes any more, and takes every child along."""
    ring, bell = socket.socketpair()
    for end in (ring, bell):
        end.setblocking(False)
    signal.set_wakeup_fd(bell.fileno())
    signal.signal(signal.SIGCHLD, lambda *_: None)
    children: set[int] = set()
    selector = selectors.DefaultSelector()
    selector.register(0, selectors.EVENT_READ)
    selector.register(ring, selectors.EVENT_READ)
    waiting = b""
    _tell(ready=os.getpid())
    while True:
        for key, _ in selector.select():
            if key.fileobj is ring:
                ring.recv(4096)
                _bury(children)
                continue
            read = os.read(0, 65536)
            if not read:
                for pid in children:
                    os.kill(pid, signal.SIGKILL)
                return
            *lines, waiting = (waiting + read).split(b"\n")
            children.update(map(_bear, lines))
