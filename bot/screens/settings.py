"""What can be changed, and how it stands."""

from dataclasses import dataclass
from datetime import datetime, time

from bot.screen import Button, Screen, does
from bot.screens.parts import go, lines, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.texts import Texts
from bot.texts.dates import clock, local, place, when
from db import plans
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.plan import CHECK_IN


@dataclass(frozen=True, slots=True)
class Facts:
    """`at` and `next_at` (UTC) are of the check-in, None without one; `client`: has joined and not left."""

    now: datetime
    name: str | None
    zone: str | None
    client: bool
    sees: Sees
    at: time | None = None
    next_at: datetime | None = None


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """How everything stands now."""
    plan = next((plan for plan in await plans.of_person(tx, person.id) if plan.kind == CHECK_IN), None)
    return Facts(
        now=now,
        name=person.name,
        zone=person.zone,
        client=person.is_client,
        sees=await sees_of(tx, person),
        at=plan.rule.times[0] if plan else None,
        next_at=plan.next_due_at if plan else None,
    )


def _check_in_line(facts: Facts, texts: Texts) -> str | None:
    if not facts.client:
        return None
    if facts.at is None or facts.next_at is None:
        return texts("settings-no-time")
    next_at = when(texts, facts.next_at, facts.now, facts.zone)
    return texts("settings-time", time=clock(facts.at), when=next_at)


def _sharing_line(facts: Facts, texts: Texts) -> str | None:
    if not facts.client or facts.sees.practitioner is None:
        return None
    return texts(f"settings-sharing-{facts.sees.shown}", practitioner=facts.sees.practitioner)


def _buttons(facts: Facts, texts: Texts) -> list[Button]:
    of_client = ("time", "sharing") if facts.client else ()
    verbs = [*of_client, "name", "place"]
    pause = (go(texts, "settings-pause", "pause"),) if facts.client else ()
    return [
        *(does(texts.label(f"settings-change-{verb}"), verb) for verb in verbs),
        *pause,
        go(texts, "settings-language", "language"),
    ]


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line for each thing as it stands, a button for each to change."""
    name = texts("settings-name", name=facts.name) if facts.name else None
    there = None
    if facts.zone:
        there = texts("settings-place", place=place(texts, facts.zone), now=clock(local(facts.now, facts.zone)))
    words = lines(texts("settings"), name, there, _check_in_line(facts, texts), _sharing_line(facts, texts))
    return Screen(words, rows(_buttons(facts, texts), 2))
