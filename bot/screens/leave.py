"""Leaving: what becomes of what was kept, asked once, and once more before erasing."""

from dataclasses import dataclass
from datetime import date

from bot.screen import Screen, does
from bot.screens.parts import lines, paragraphs
from bot.taps.everywhere import CANCEL
from bot.taps.people import ERASE_ALL, KEEP, LEAVE_ASKED, LEAVE_ERASE, LEAVE_KEEP, TAKE_BACK
from bot.texts import Texts, texts_for
from bot.texts.dates import dated
from care import supporting
from db import clients, consents, people, requests
from db.screens import ScreenRow
from db.tx import Tx
from programme.consent import Item
from programme.keeping import kept_until
from programme.people import Client, Person

ASKED, ASKED_ERASE = "asked", "asked_erase"
_UNTIL = {  # by whether they have left: of answers, and of what somebody set up who keeps none
    False: ("leave-until", "leave-until-things"),
    True: ("leave-kept-until", "leave-kept-until-things"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """`view`: "" or "sure" (erase, really?); `joined`: in any role; `left`: was a client before.

    `needed`: a practitioner whose people would be left with nobody. `guest`: here as a supporter alone; then `joined`
    says whether that still holds. `waiting`: what a practitioner is to open first. `asked` names whom they asked to get
    in touch, where nobody opened that yet: what becomes of it is asked first (view "asked" or "asked_erase"). `until`:
    the last day on which what they keep with us is there; `answers`: their answers too. `read_by` names whose phone has
    what they showed.
    """

    view: str = ""
    joined: bool = False
    left: bool = False
    needed: bool = False
    guest: bool = False
    waiting: bool = False
    asked: str | None = None
    until: date | None = None
    answers: bool = True
    read_by: str | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """What they are here now, and were."""
    client = await clients.get(tx, person.id)
    needed = person.is_practitioner and bool(await clients.of_practitioner(tx, person.id))
    left = client is not None and client.left_at is not None
    joined = bool(await supporting.asked(tx, person)) if person.is_guest else bool(person.roles)
    waiting = person.is_practitioner and await requests.has_waiting(tx, person.id)
    asked = await asked_of(tx, person)
    until = None if client is None else client.keep_until if left else kept_until(tx.now, person)
    read_by = await _read_by(tx, client, texts_for(person.locale)) if client else None
    view = row.args.get("view", "")
    answers = Item.KEEP_ANSWERS in await consents.up_to_leaving(tx, person.id)
    return Facts(view, joined, left, needed, person.is_guest, waiting, asked, until, answers, read_by)


async def _read_by(tx: Tx, client: Client, texts: Texts) -> str | None:
    """Who that client showed their week to, and may have read it; None: nobody."""
    if not any(one.granted and one.item is Item.SUMMARY for one in await consents.of_person(tx, client.person_id)):
        return None
    practitioner = await people.get(tx, client.practitioner_id)
    return None if practitioner is None else practitioner.name or texts.label("someone")


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
    erase = does(texts.label("leave-erase"), LEAVE_ERASE)
    if facts.view == "sure":
        yes = does(texts.label("leave-erase-yes"), ERASE_ALL)
        words = paragraphs(texts("leave-erase-sure"), _unread("leave-erase-read", facts, texts))
        return Screen(words, ((yes,), (does(texts.label("leave-stay"), CANCEL),)))
    stay = (does(texts.label("leave-stay"), CANCEL),)
    if facts.joined:
        label = "supporting-leave-keep" if facts.guest else "leave-keep" if facts.answers else "leave-keep-things"
        keep = does(texts.label(label), LEAVE_KEEP)
        words = lines(texts("supporting-leave" if facts.guest else "leave"), _until(facts, texts))
        return Screen(words, ((keep,), (erase,), stay))
    if facts.guest:
        return Screen(texts("supporting-left"), ((erase,),))
    if not facts.left:
        return Screen(texts("leave-stranger"), ((erase,),))
    left = texts("leave-left-asked" if facts.asked is not None else "leave-left")
    kept = _until(facts, texts) or texts("leave-kept")
    return Screen(paragraphs(lines(left, kept), _unread("leave-read", facts, texts), texts("leave-back")), ((erase,),))


def _until(facts: Facts, texts: Texts) -> str | None:
    """How long what they keep with us stays, where it is known."""
    if facts.until is None:
        return None
    key, of_things = _UNTIL[facts.left]
    return texts(key if facts.answers else of_things, day=dated(texts, facts.until))


def _unread(key: str, facts: Facts, texts: Texts) -> str | None:
    """What was shown was read: it is taken off that phone, as far as Telegram lets us."""
    return None if facts.read_by is None else texts(key, practitioner=facts.read_by)


def _asked(facts: Facts, name: str, texts: Texts) -> Screen:
    """A request for help is in nobody's way: it stays, or it is taken back, as they say."""
    unheard = texts("leave-asked-erased") if facts.view == ASKED_ERASE else None
    words = lines(texts("leave-asked", name=name), texts("leave-asked-kept"), unheard)
    ways = (does(texts.label(f"leave-asked-{one}"), LEAVE_ASKED, one) for one in (KEEP, TAKE_BACK))
    return Screen(words, (*((one,) for one in ways), (does(texts.label("leave-stay"), CANCEL),)))
