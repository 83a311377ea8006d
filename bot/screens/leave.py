"""Leaving: what becomes of what was kept, asked once, and once more before erasing."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import lines
from bot.texts import Texts, texts_for
from care import supporting
from db import clients, people, requests
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

ASKED, ASKED_ERASE = "asked", "asked_erase"
KEEP, TAKE_BACK = "keep", "back"


@dataclass(frozen=True, slots=True)
class Facts:
    """`view`: "" or "sure" (erase, really?); `joined`: in any role; `left`: was a client before.

    `needed`: a practitioner whose people would be left with nobody. `guest`: here as a supporter alone; then `joined`
    says whether that still holds. `waiting`: what a practitioner is to open first. `asked` names whom they asked to get
    in touch, where nobody opened that yet: what becomes of it is asked first (view "asked" or "asked_erase").
    """

    view: str = ""
    joined: bool = False
    left: bool = False
    needed: bool = False
    guest: bool = False
    waiting: bool = False
    asked: str | None = None


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """What they are here now, and were."""
    client = await clients.get(tx, person.id)
    needed = person.is_practitioner and bool(await clients.of_practitioner(tx, person.id))
    left = client is not None and client.left_at is not None
    joined = bool(await supporting.asked(tx, person)) if person.is_guest else bool(person.roles)
    waiting = person.is_practitioner and await requests.has_waiting(tx, person.id)
    asked = await asked_of(tx, person)
    return Facts(row.args.get("view", ""), joined, left, needed, person.is_guest, waiting, asked)


async def asked_of(tx: Tx, person: Person) -> str | None:
    """Whom that client asked to get in touch, where nobody has opened it yet; None: there is nothing to decide."""
    found = await requests.waiting_of(tx, person.id)
    practitioner = await people.get(tx, found[0].practitioner_id) if found else None
    return None if practitioner is None else practitioner.name or texts_for(person.locale).label("someone")


def screen(facts: Facts, texts: Texts) -> Screen:
    """A choice, and a way to stay."""
    if facts.needed:
        return Screen(texts("leave-practitioner"))
    if facts.waiting:
        return Screen(texts("leave-needed"))
    if facts.view in (ASKED, ASKED_ERASE) and facts.asked is not None:
        return _asked(facts, facts.asked, texts)
    erase = does(texts.label("leave-erase"), "leave_erase")
    if facts.view == "sure":
        yes = does(texts.label("leave-erase-yes"), "erase")
        return Screen(texts("leave-erase-sure"), ((yes,), (does(texts.label("leave-stay"), "cancel"),)))
    stay = (does(texts.label("leave-stay"), "cancel"),)
    if facts.joined:
        keep = does(texts.label("supporting-leave-keep" if facts.guest else "leave-keep"), "leave_keep")
        return Screen(texts("supporting-leave" if facts.guest else "leave"), ((keep,), (erase,), stay))
    if facts.guest:
        return Screen(texts("supporting-left"), ((erase,),))
    left = "leave-kept-asked" if facts.asked is not None else "leave-kept"
    return Screen(texts(left if facts.left else "leave-stranger"), ((erase,),))


def _asked(facts: Facts, name: str, texts: Texts) -> Screen:
    """A request for help is in nobody's way: it stays, or it is taken back, as they say."""
    unheard = texts("leave-asked-erased") if facts.view == ASKED_ERASE else None
    words = lines(texts("leave-asked", name=name), texts("leave-asked-kept"), unheard)
    ways = (does(texts.label(f"leave-asked-{one}"), "leave_asked", one) for one in (KEEP, TAKE_BACK))
    return Screen(words, (*((one,) for one in ways), (does(texts.label("leave-stay"), "cancel"),)))
