"""The questions behind "How often": own times and days, a window, the hardest hour, the morning's time."""

from collections.abc import Mapping
from datetime import time
from typing import Any, Final

from bot.screen import Button, Screen, does
from bot.screens.ask_summary_time import name_of
from bot.screens.parts import back, lines, rows
from bot.screens.support_parts import ticked
from bot.taps.kit import Tap
from bot.taps.schedule import MORNING, OWN_BACK, OWN_DAY, OWN_DONE, OWN_OUT, RISK, WINDOW
from bot.texts import Texts
from bot.texts.dates import clock, clocks
from care.course import WINDOWS
from programme.rule import Rule

OWN: Final = "own"
ASKED: Final = frozenset({OWN, "window", "risk", "morning"})
RISKS: Final = (time(10), time(13), time(16), time(18), time(20), time(21))
MORNINGS: Final = (time(7), time(7, 30), time(8), time(8, 30), time(9), time(10))


def screen(rule: Rule, args: Mapping[str, Any], texts: Texts) -> Screen:
    """The one that was tapped; `args` hold what is picked of own days and times, and why something was refused."""
    refused = texts(f"how-often-refused-{args['refused']}") if args.get("refused") else None
    match args["view"]:
        case "own":
            return _own(args, refused, texts)
        case "window":
            return _window(rule, refused, texts)
        case "risk":
            held = rule.course.risk if rule.course else None
            none = (does(texts.label("risk-none"), RISK, None),)
            return Screen(lines(refused, texts("risk-ask")), (*_hours(RISKS, RISK, held), none, (back(texts),)))
    held = rule.course.morning if rule.course else None
    return Screen(lines(refused, texts("morning-ask")), (*_hours(MORNINGS, MORNING, held), (back(texts),)))


def _hours(hours: tuple[time, ...], tap: Tap[Any], held: time | None) -> tuple[tuple[Button, ...], ...]:
    return rows((does(f"[{clock(at)}]" if at == held else clock(at), tap, at) for at in hours), 3)


def _own(args: Mapping[str, Any], refused: str | None, texts: Texts) -> Screen:
    days = (ticked(texts, name_of(texts, n, "EEE"), n in args["days"], OWN_DAY, n) for n in range(7))
    times = (does(f"{at} ✕", OWN_OUT, time.fromisoformat(at)) for at in args["times"])
    told = ", ".join(args["times"])
    picked = texts("own-plan-times", times=told) if told else texts("own-plan-no-times")
    last = (does(texts.label("button-done"), OWN_DONE), does(texts.label("button-back"), OWN_BACK))
    return Screen(lines(refused, texts("own-plan"), picked), (*rows(days, 4), *rows(times, 3), last))


def _window(rule: Rule, refused: str | None, texts: Texts) -> Screen:
    exact = (does(texts.label("window-none"), WINDOW, 0),)
    wide = ((does(texts.label(f"window-{one}"), WINDOW, one),) for one in WINDOWS)
    return Screen(lines(refused, texts("window-ask", times=clocks(rule.times))), (exact, *wide, (back(texts),)))
