"""What was tapped on a screen that says nothing is kept: forgotten once the screen stands on the phone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from db import outbox, screens, wordings
from db.answers import OF_ANSWERS
from db.screens import ScreenRow
from db.tx import Tx

PREGNANT: Final = "pregnant"  # a view of the screen "medicines"
# Screens of which some say to everybody that nothing is kept; to who keeps no answers, OF_ANSWERS say so.
SAY_SO: Final = frozenset({"caffeine", "medicines", "withdrawal"})


def says_so(name: str, args: Mapping[str, Any]) -> bool:
    """Whether that screen, drawn from these codes, says that nothing is kept of what they tell."""
    match name:
        case "caffeine":
            return "drinks" in args
        case "withdrawal":
            return "felt" in args
        case "medicines":
            return args.get("view") == PREGNANT
    return False


async def shown(tx: Tx, row: ScreenRow) -> None:
    """That screen arrived, drawn from the codes in `row`: they are forgotten, and so is which texts it had.

    Not where something else is to be drawn there by now: that arrives too. Its buttons carry what follows from them.
    """
    if not says_so(row.name, row.args) or await outbox.has_waiting(tx, row.id, "edit"):
        return
    now_there = await screens.get(tx, row.id)
    if now_there is not None and (now_there.name, now_there.args) == (row.name, row.args):
        await _forget(tx, [row.id])


async def forget_rest(tx: Tx, since: datetime, before: datetime) -> int:
    """The same for what was made between these moments and never known to arrive; how many screens that were.

    Of who never agreed to have answers kept the codes go on all screens of OF_ANSWERS: some of them are answers.
    """
    found = await screens.with_codes(tx, SAY_SO, since, before)
    told = [row.id for row in found if says_so(row.name, row.args)]
    unkept = await screens.with_codes(tx, OF_ANSWERS, since, before, unkept=True)
    await _forget(tx, told)
    await screens.forget_args(tx, [row.id for row in unkept])
    return len({*told, *(row.id for row in unkept)})


async def _forget(tx: Tx, screen_ids: list[int]) -> None:
    await screens.forget_args(tx, screen_ids)
    await wordings.forget(tx, screen_ids)
