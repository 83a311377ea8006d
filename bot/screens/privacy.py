"""What is kept about the person, and who sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.screen import Screen, does
from bot.screens.parts import go, lines, paragraphs
from bot.screens.reads import route_of, sees_of
from bot.screens.sees import Sees
from bot.taps.people import SHARING
from bot.texts import Texts
from bot.texts.dates import dated
from care.privacy import held
from care.responsible import Responsible, responsible
from db import requests
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

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
class Facts:
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


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Counted now."""
    kept = await held(tx, person)
    said = await responsible(tx, person)
    waits = await requests.waiting_of(tx, person.id)
    asked = await route_of(tx, person) if waits else None
    sees = await sees_of(tx, person)
    return Facts(kept.named, person.is_client, sees, said, kept.counts, asked, kept.keep_until, person.id)


def held_lines(facts: Facts, texts: Texts) -> list[str]:
    """What is kept, a line a kind; kinds there is nothing of are left out."""
    counted = [texts(f"privacy-{kind}", count=facts.counts[kind]) for kind in COUNTED if facts.counts.get(kind)]
    named = [texts("privacy-name")] if facts.named else []
    return [f"· {line}" for line in (*named, *counted)] or [texts("privacy-nothing")]


def _who(facts: Facts, texts: Texts) -> str:
    if facts.sees.practitioner is None or not facts.client:
        return texts("privacy-sees-you")
    return texts(f"privacy-sees-{facts.sees.shown}", practitioner=facts.sees.practitioner)


def _how_long(facts: Facts, texts: Texts) -> str | None:
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


def screen(facts: Facts, texts: Texts) -> Screen:
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
