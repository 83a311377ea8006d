"""`python -m simulator`: a Telegram on this computer, alone. Prints where it is, then runs until it is stopped."""

import argparse
import asyncio
import sys
from pathlib import Path

from simulator.faults import Faults
from simulator.limits import Limits
from simulator.simulator import TOKEN, Simulator


def read_arguments(words: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m simulator", description="A Telegram on a laptop.")
    parser.add_argument("--port", type=int, default=8081, help="where to listen on 127.0.0.1; 0 is any free port")
    parser.add_argument("--token", default=TOKEN, help="the bot's token (%(default)s)")
    parser.add_argument("--username", default="alongside_bot", help="the bot's user name (%(default)s)")
    parser.add_argument("--people", default="Sam,Lee", help="first names that have a phone (%(default)s)")
    parser.add_argument("--log", type=Path, help="write what truly happens to this file, one JSON object a line")
    parser.add_argument("--faults", type=float, default=0.0, metavar="RATE", help="share of calls that go wrong, 0..1")
    parser.add_argument("--seed", type=int, default=0, help="where the chance of the faults starts")
    parser.add_argument("--no-limits", action="store_true", help="do not enforce Telegram's limits")
    parser.add_argument("--lenient", action="store_true", help="overlook unknown fields, as the real server does")
    return parser.parse_args(words)


def build(options: argparse.Namespace) -> Simulator:
    """The simulator that was asked for."""
    simulator = Simulator(
        token=options.token,
        username=options.username,
        limits=None if options.no_limits else Limits(),
        faults=Faults.mixed(options.seed, options.faults),
        strict=not options.lenient,
        log_file=options.log,
    )
    for name in filter(None, options.people.split(",")):
        simulator.phone(name.strip())
    return simulator


async def run(options: argparse.Namespace) -> None:
    """Run until cancelled."""
    simulator = build(options)
    address = await simulator.start(options.port)
    print(f"The page is at {address}/ and the Bot API at {address}/bot{simulator.token}/", flush=True)  # noqa: T201
    try:
        await asyncio.Event().wait()
    finally:
        await simulator.stop()


def main() -> None:
    """Read the command line and run; Ctrl-C ends it quietly."""
    options = read_arguments()
    try:
        asyncio.run(run(options))
    except KeyboardInterrupt:
        return
    except (OSError, OverflowError) as error:
        sys.exit(f"Port {options.port} cannot be used ({error}). Choose another one with --port; 0 is any free port.")


if __name__ == "__main__":
    main()
