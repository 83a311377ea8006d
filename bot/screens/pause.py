"""/pause: how long, and then until when, and who is told what."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.screen import Button, Rows, Screen, does
from bot.screens.check_in.reads import next_hello
from bot.screens.parts import back, lines, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.screens.support_parts import ticked
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.schedule import BACK_NOW, PAUSE, PAUSE_DAY, PAUSE_WHAT
from bot.texts import Texts
from bot.texts.dates import Expected, local, short_day, when
from care.hello import promised
from db import pauses, people, plans
from db.screens import ScreenRow
from db.tx import Tx
from programme.pause import Length, Pause, What
from programme.people import Person
from programme.plan import NEVER

DAYS = 14  # that may be picked by a tap
BACK = "back"  # the view of somebody who has come back


@dataclass(frozen=True, slots=True)
class Facts:
    """`pause` is the one that holds now. `hello`: one is promised for its end. `supporters` are those who are nudged.

    `next_at` (UTC) is when the next check-in comes by itself, or None. `view`: "change", "days" or "back". `what` is
    picked to be paused; nothing of it counts before how long is.
    """

    now: datetime
    zone: str | None
    pause: Pause | None = None
    hello: bool = False
    supporters: tuple[str | None, ...] = ()
    sees: Sees = field(default_factory=Sees)
    next_at: Expected | None = None
    view: str = ""
    what: What = What.ALL


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """For clients alone."""
    if not person.is_client:
        return None
    nudged = {plan.person_id for plan in await plans.about(tx, person.id)}
    known = await people.get_many(tx, nudged)
    pause = (await pauses.running(tx, [person.id])).get(person.id)
    return Facts(
        now=tx.now,
        zone=person.zone,
        pause=pause,
        hello=pause is not None and await promised(tx, person.id) == pause.until,
        supporters=tuple(known[one].name for one in sorted(known)),
        sees=await sees_of(tx, person),
        next_at=await next_hello(tx, person),
        view=row.args.get("view", ""),
        what=What(row.args.get("what") or (pause.what if pause else What.ALL)),
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """The question, or how it stands."""
    if facts.pause is None and facts.view == BACK:
        return Screen(lines(texts("pause-over"), _next(facts, texts)))
    if facts.view == "days":
        return Screen(texts("pause-which-day"), (*rows(_days(facts, texts), 3), (back(texts),)))
    if facts.pause is None or facts.view == "change":
        lengths = (does(texts.label(f"pause-{length}"), PAUSE, length) for length in Length)
        day = (does(texts.label("pause-pick"), OPEN_VIEW, "days"), *((back(texts),) if facts.pause else ()))
        return Screen(texts("pause"), (*_whats(facts, texts), *rows(lengths, 2), day))
    sees = None
    if facts.sees.practitioner and facts.sees.summary and facts.pause.of_client:
        sees = texts("pause-sees", practitioner=facts.sees.practitioner)
    words = lines(
        until_line(facts.pause, facts.now, facts.zone, texts, hello=facts.hello), _supporters(facts, texts), sees
    )
    return Screen(words, (_buttons(texts),))


def _whats(facts: Facts, texts: Texts) -> Rows:
    """What to pause, where there is a choice."""
    if not facts.supporters:
        return ()
    boxes = (ticked(texts, texts.label(f"pause-what-{one}"), one is facts.what, PAUSE_WHAT, one) for one in What)
    return tuple((box,) for box in boxes)


def _days(facts: Facts, texts: Texts) -> Iterator[Button]:
    today = local(facts.now, facts.zone).date()
    for ahead in range(1, DAYS + 1):
        day = today + timedelta(days=ahead)
        yield does(short_day(texts, day), PAUSE_DAY, day)


def _buttons(texts: Texts) -> tuple[Button, ...]:
    return does(texts.label("pause-back"), BACK_NOW), does(texts.label("pause-change"), OPEN_VIEW, "change")


def until_line(pause: Pause, now: datetime, zone: str | None, texts: Texts, *, hello: bool = False) -> str:
    """What is paused, and until when; `hello`: one is promised for then."""
    until = None if pause.until == NEVER else when(texts, pause.until, now, zone)
    if not pause.of_client:
        return texts("pause-nudges-until", when=until) if until else texts("pause-nudges-until-back")
    if until is None:
        return texts("pause-until-back")
    return texts("pause-until-hello" if hello else "pause-until-quiet", when=until)


def _supporters(facts: Facts, texts: Texts) -> str | None:
    """Who is left alone with them, by name where it is one."""
    if not facts.supporters or facts.pause is None or not facts.pause.of_client:
        return None
    name = facts.supporters[0] if len(facts.supporters) == 1 else None
    if facts.pause.what is What.CHECK_INS:
        return texts("pause-supporter-goes-on", supporter=name) if name else texts("pause-supporters-go-on")
    return texts("pause-supporter", supporter=name) if name else texts("pause-supporters")


def _next(facts: Facts, texts: Texts) -> str | None:
    if facts.next_at is None:
        return None
    return texts("check-in-next", when=when(texts, facts.next_at, facts.now, facts.zone))
