"""Leaving: what becomes of what was kept, asked once, and once more before erasing."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import back
from bot.texts import Texts
from care import supporting
from db import clients
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`view`: "" or "sure" (erase, really?); `joined`: in any role; `left`: was a client before.

    `needed`: a practitioner whose people would be left with nobody. `guest`: here as a supporter alone; then `joined`
    says whether that still holds.
    """

    view: str = ""
    joined: bool = False
    left: bool = False
    needed: bool = False
    guest: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """What they are here now, and were."""
    client = await clients.get(tx, person.id)
    needed = person.is_practitioner and bool(await clients.of_practitioner(tx, person.id))
    left = client is not None and client.left_at is not None
    joined = bool(await supporting.asked(tx, person)) if person.is_guest else bool(person.roles)
    return Facts(row.args.get("view", ""), joined, left, needed, person.is_guest)


def screen(facts: Facts, texts: Texts) -> Screen:
    """A choice, and a way to stay."""
    if facts.needed:
        return Screen(texts("leave-practitioner"))
    erase = does(texts.label("leave-erase"), "view", "sure")
    if facts.view == "sure":
        yes = does(texts.label("leave-erase-yes"), "erase")
        return Screen(texts("leave-erase-sure"), ((yes,), (back(texts),)))
    stay = (does(texts.label("leave-stay"), "cancel"),)
    if facts.joined:
        keep = does(texts.label("supporting-leave-keep" if facts.guest else "leave-keep"), "leave_keep")
        return Screen(texts("supporting-leave" if facts.guest else "leave"), ((keep,), (erase,), stay))
    if facts.guest:
        return Screen(texts("supporting-left"), ((erase,),))
    return Screen(texts("leave-kept" if facts.left else "leave-stranger"), ((erase,),))
