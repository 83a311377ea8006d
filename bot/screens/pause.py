"""/pause: how long, and then until when, and who is told what."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.screen import Button, Screen, does
from bot.screens.check_in.reads import next_hello
from bot.screens.parts import back, lines, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.texts import Texts
from bot.texts.dates import when
from care.hello import promised
from db import pauses, people, plans
from db.screens import ScreenRow
from db.tx import Tx
from programme.pause import Length, Pause
from programme.people import Person
from programme.plan import NEVER

BACK = "back"  # the view of somebody who has come back


@dataclass(frozen=True, slots=True)
class Facts:
    """`pause` is the one that holds now. `hello`: one is promised for its end. `supporters` are those who are nudged.

    `next_at` (UTC) is when the next check-in comes by itself, or None. `view`: "change" or "back".
    """

    now: datetime
    zone: str | None
    pause: Pause | None = None
    hello: bool = False
    supporters: tuple[str | None, ...] = ()
    sees: Sees = field(default_factory=Sees)
    next_at: datetime | None = None
    view: str = ""


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:
    """For clients alone."""
    if not person.is_client:
        return None
    nudged = {plan.person_id for plan in await plans.about(tx, person.id)}
    known = await people.get_many(tx, nudged)
    return Facts(
        now=now,
        zone=person.zone,
        pause=(await pauses.running(tx, now, [person.id])).get(person.id),
        hello=await promised(tx, person.id) is not None,
        supporters=tuple(known[one].name for one in sorted(known)),
        sees=await sees_of(tx, person),
        next_at=await next_hello(tx, person.id),
        view=row.args.get("view", ""),
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """The question, or how it stands."""
    if facts.pause is None and facts.view == BACK:
        return Screen(lines(texts("pause-over"), _next(facts, texts)))
    if facts.pause is None or facts.view == "change":
        lengths = (does(texts.label(f"pause-{length}"), "pause", length) for length in Length)
        return Screen(texts("pause"), (*rows(lengths, 2), *(((back(texts),),) if facts.pause else ())))
    sees = None
    if facts.sees.practitioner and facts.sees.summary:
        sees = texts("pause-sees", practitioner=facts.sees.practitioner)
    words = lines(_until(facts.pause, facts, texts), _supporters(facts, texts), sees)
    return Screen(words, (_buttons(texts),))


def _buttons(texts: Texts) -> tuple[Button, ...]:
    return does(texts.label("pause-back"), "back_now"), does(texts.label("pause-change"), "view", "change")


def _until(pause: Pause, facts: Facts, texts: Texts) -> str:
    if pause.until == NEVER:
        return texts("pause-until-back")
    key = "pause-until-hello" if facts.hello else "pause-until-quiet"
    return texts(key, when=when(texts, pause.until, facts.now, facts.zone))


def _supporters(facts: Facts, texts: Texts) -> str | None:
    """Who is left alone with them, by name where it is one."""
    if not facts.supporters:
        return None
    name = facts.supporters[0] if len(facts.supporters) == 1 else None
    return texts("pause-supporter", supporter=name) if name else texts("pause-supporters")


def _next(facts: Facts, texts: Texts) -> str | None:
    if facts.next_at is None:
        return None
    return texts("check-in-next", when=when(texts, facts.next_at, facts.now, facts.zone))
