"""/next: what comes by itself in seven days, each with its day and time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.screen import Button, Screen, does
from bot.screens.parts import go, lines, paragraphs
from bot.screens.reads import zone_of
from bot.texts import Texts
from bot.texts.dates import clock, local, short_day, when
from care.coming import Coming, coming
from db import pauses, people
from db.screens import ScreenRow
from db.tx import Tx
from programme.pause import Pause
from programme.people import Person
from programme.plan import CHECK_IN, NEVER


@dataclass(frozen=True, slots=True)
class Facts:
    """`names` are of whom something is about, by id. `client`: has a break to take; `pause` is the one that holds."""

    now: datetime
    zone: str
    coming: Sequence[Coming]
    names: Mapping[int, str | None] = field(default_factory=dict)
    client: bool = False
    pause: Pause | None = None


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """All that is planned for this person, whatever they are."""
    found = await coming(tx, now, person)
    known = await people.get_many(tx, {one.about_id for one in found if one.about_id is not None})
    held = await pauses.running(tx, now, [person.id]) if person.is_client else {}
    names = {one.id: one.name for one in known.values()}
    return Facts(now, zone_of(person), found, names, person.is_client, held.get(person.id))


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line for each, in order; and how to change it."""
    words = [_line(one, facts, texts) for one in facts.coming]
    remind = texts("next-reminder") if any(one.kind == CHECK_IN for one in facts.coming) else None
    listed = lines(texts("next"), *words) if words else texts("next-none")
    return Screen(paragraphs(_paused(facts, texts), listed, remind), _buttons(facts, texts))


def _line(one: Coming, facts: Facts, texts: Texts) -> str:
    at = local(one.at, facts.zone)
    name = facts.names.get(one.about_id) if one.about_id is not None else None
    what = texts.label(f"next-{one.kind}-for", name=name) if name else texts.label(f"next-{one.kind}")
    return texts("next-line", day=short_day(texts, at.date()), time=clock(at), what=what)


def _paused(facts: Facts, texts: Texts) -> str | None:
    if facts.pause is None:
        return None
    if facts.pause.until == NEVER:
        return texts("pause-until-back")
    return texts("pause-until-quiet", when=when(texts, facts.pause.until, facts.now, facts.zone))


def _buttons(facts: Facts, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    if not facts.client:
        return ()
    change = does(texts.label("why-change"), "time")
    return ((change, go(texts, "next-pause", "pause")),)
