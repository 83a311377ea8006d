"""Screens of what is kept about a person, and of leaving."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.kit.parts import go, lines, paragraphs
from bot.kit.people import Sees, route_of, sees_of
from bot.kit.screen import Screen, does
from bot.kit.taps import CANCEL
from bot.people.taps import ERASE_ALL, KEEP, LEAVE_ASKED, LEAVE_ERASE, LEAVE_KEEP, SHARING, TAKE_BACK
from bot.texts import Texts, texts_for
from bot.texts.dates import dated
from care.people.accounts import names_of
from care.people.consent import Responsible, held_data, responsible
from care.people.leaving import leaving_state
from care.practice.requests import first_waiting
from care.supporters import their_side
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person

COUNTED = (
    "check-ins",
    "words",
    "toolkit",
    "readings",
    "reasons",
    "quit-dates",
    "smoked",
    "cravings",
    "usual",
    "outcomes",
    "heard",
    "hsi",
    "mpss",
    "medicines",
    "aids",
    "easier",
    "supporters",
    "supported",
    "passed-on",
    "requests",
    "own-words",
    "prepared",
    "links",
    "session-notes",
    "sessions",
    "proposals",
    "stopped",
    "clients",
    "invites",
    "prompts",
    "choices",
    "messages",
    "received",
    "events",
)


@dataclass(frozen=True, slots=True)
class PrivacyFacts:
    """`counts` by the names in COUNTED; `client`: has joined and not left; `named`: a name is kept.

    `said`: who is responsible, as far as this person may be told. `asked` names whom they asked to get in touch, where
    that waits to be opened. `until`: of who left, the last day on which it is kept. `number`: their own, as operators
    have it."""

    named: bool
    client: bool
    sees: Sees
    said: Responsible = field(default_factory=Responsible)
    counts: Mapping[str, int] = field(default_factory=dict)
    asked: str | None = None
    until: date | None = None
    number: int = 0


async def privacy_facts(tx: Tx, person: Person, row: ScreenRow) -> PrivacyFacts:  # noqa: ARG001
    """Counted now."""
    kept = await held_data(tx, person)
    said = await responsible(tx, person)
    asked = await route_of(tx, person) if await first_waiting(tx, person) is not None else None
    sees = await sees_of(tx, person)
    return PrivacyFacts(kept.named, person.is_client, sees, said, kept.counts, asked, kept.keep_until, person.id)


def held_lines(facts: PrivacyFacts, texts: Texts) -> list[str]:
    """What is kept, a line a kind; kinds there is nothing of are left out."""
    counted = [texts(f"privacy-{kind}", count=facts.counts[kind]) for kind in COUNTED if facts.counts.get(kind)]
    named = [texts("privacy-name")] if facts.named else []
    return [f"· {line}" for line in (*named, *counted)] or [texts("privacy-nothing")]


def _who(facts: PrivacyFacts, texts: Texts) -> str:
    if facts.sees.practitioner is None or not facts.client:
        return texts("privacy-sees-you")
    return texts(f"privacy-sees-{facts.sees.shown}", practitioner=facts.sees.practitioner)


def _how_long(facts: PrivacyFacts, texts: Texts) -> str | None:
    """How long what is kept stays; nothing to say of somebody who is no client."""
    if facts.until is not None:
        return texts("privacy-until", day=dated(texts, facts.until))
    if not facts.client:
        return None
    answers = texts("privacy-long-answers") if facts.sees.keep else None
    return lines(texts("privacy-long"), answers, texts("privacy-long-left"))


def _responsible(said: Responsible, texts: Texts) -> list[str]:
    """Who runs this; what the operator did not say is left out."""
    service = [texts("privacy-service", service=said.service)] if said.service else []
    controller = [texts("privacy-controller", controller=said.controller)] if said.controller else []
    return service + controller


def privacy_screen(facts: PrivacyFacts, texts: Texts) -> Screen:
    """Counts, who sees them, and the two ways to change that."""
    held = lines(texts("privacy"), *held_lines(facts, texts))
    itself = texts("privacy-sees-same-day") if facts.client and facts.sees.same_day else None
    enters = facts.client and facts.sees.keep and facts.sees.practitioner
    entered = texts("privacy-enters", practitioner=facts.sees.practitioner or "") if enters else None
    asked = texts("privacy-sees-request", route=facts.asked) if facts.asked else None
    who = lines(texts("privacy-who"), _who(facts, texts), entered, itself, asked, *_responsible(facts.said, texts))
    change = ((does(texts.label("privacy-change"), SHARING),),) if facts.client else ()
    leave = (go(texts, "privacy-leave", "leave"),)
    end = lines(texts("privacy-locked"), texts("privacy-number", number=str(facts.number)))
    return Screen(paragraphs(held, who, _how_long(facts, texts), end), (*change, leave))


ASKED, ASKED_ERASE = "asked", "asked_erase"
_UNTIL = {  # by whether they have left: of answers, and of what somebody set up who keeps none
    False: ("leave-until", "leave-until-things"),
    True: ("leave-kept-until", "leave-kept-until-things"),
}


@dataclass(frozen=True, slots=True)
class LeaveFacts:
    """`view`: "" or "sure" (erase, really?); `joined`: in any role; `left`: was a client before.

    `needed`: a practitioner whose people would be left with nobody. `guest`: here as a supporter only; then `joined`
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


async def leave_facts(tx: Tx, person: Person, row: ScreenRow) -> LeaveFacts:
    """What they are here now, and were."""
    state = await leaving_state(tx, person)
    joined = bool(await their_side.supports_asked(tx, person)) if person.is_guest else bool(person.roles)
    asked = await asked_of(tx, person)
    read_by = None if state.read_by is None else state.read_by.name or texts_for(person.locale).label("someone")
    return LeaveFacts(
        view=row.args.get("view", ""),
        joined=joined,
        left=state.left,
        needed=state.needed,
        guest=person.is_guest,
        waiting=state.waiting,
        asked=asked,
        until=state.until,
        answers=state.answers,
        read_by=read_by,
    )


async def asked_of(tx: Tx, person: Person) -> str | None:
    """Whom that client asked to get in touch, where nobody has opened it yet; None: there is nothing to decide."""
    found = await first_waiting(tx, person)
    known = await names_of(tx, [found.practitioner_id]) if found is not None else {}
    return next((name or texts_for(person.locale).label("someone") for name in known.values()), None)


def leave_screen(facts: LeaveFacts, texts: Texts) -> Screen:
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


def _until(facts: LeaveFacts, texts: Texts) -> str | None:
    """How long what they keep with us stays, where it is known."""
    if facts.until is None:
        return None
    key, of_things = _UNTIL[facts.left]
    return texts(key if facts.answers else of_things, day=dated(texts, facts.until))


def _unread(key: str, facts: LeaveFacts, texts: Texts) -> str | None:
    """What was shown was read: it is taken off that phone, as far as Telegram lets us."""
    return None if facts.read_by is None else texts(key, practitioner=facts.read_by)


def _asked(facts: LeaveFacts, name: str, texts: Texts) -> Screen:
    """A request for help is in nobody's way: it stays, or it is taken back, as they say."""
    unheard = texts("leave-asked-erased") if facts.view == ASKED_ERASE else None
    words = lines(texts("leave-asked", name=name), texts("leave-asked-kept"), unheard)
    ways = (does(texts.label(f"leave-asked-{one}"), LEAVE_ASKED, one) for one in (KEEP, TAKE_BACK))
    return Screen(words, (*((one,) for one in ways), (does(texts.label("leave-stay"), CANCEL),)))
