"""The quit date: a month to pick from, and how it stands once it is picked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.screen import Screen, does
from bot.screens.month import month_rows, read_month, title
from bot.screens.parts import lines, paragraphs
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.texts import Texts
from bot.texts.dates import clock, day
from care.progress import progress_of
from db import plans
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.plan import NEVER, QUIT_DAY
from programme.quitting import EARLIEST, LATEST, Attempt, is_weekend
from programme.smoking import MORNING


@dataclass(frozen=True, slots=True)
class Facts:
    """`month` is shown to pick from (None: how it stands). `args` hold what was done: "done" and the day "before".

    `hello`: a word is promised for that morning. `smoke_free` counts days over all attempts.
    """

    today: date
    attempt: Attempt | None
    sees: Sees
    month: date | None = None
    args: Mapping[str, Any] = field(default_factory=dict)
    hello: bool = False
    smoke_free: int = 0


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:
    """The attempt as it is now."""
    lived = await progress_of(tx, now, person)
    promised = [plan for plan in await plans.of_person(tx, person.id) if plan.kind == QUIT_DAY]
    month = read_month(row.args.get("month", ""))
    return Facts(
        today=lived.today,
        attempt=lived.attempt,
        sees=await sees_of(tx, person),
        month=month,
        args=row.args,
        hello=any(plan.next_due_at < NEVER for plan in promised),
        smoke_free=lived.days.smoke_free,
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """The month, or the day with what can be done about it."""
    if facts.args.get("done") in ("unset", "not_yet"):
        key = "quit-date-unset" if facts.args["done"] == "unset" else "quit-date-not-yet-said"
        return Screen(paragraphs(texts(key), _counts(facts, texts)))
    if facts.attempt is None or facts.month is not None:
        return _pick(facts, texts)
    return _stands(facts, facts.attempt, texts)


def _pick(facts: Facts, texts: Texts) -> Screen:
    chosen = facts.attempt.quit_on if facts.attempt else None
    shown = facts.month or facts.today
    rows = month_rows(texts, shown, facts.today - EARLIEST, facts.today + LATEST, chosen)
    refused = texts("quit-date-outside") if facts.args.get("done") == "outside" else None
    words = texts("quit-date-pick" if facts.attempt else "quit-date-none")
    leave = does(texts.label("button-back"), "quit_date") if facts.attempt else None
    last = leave or does(texts.label("quit-date-not-yet"), "not_yet")
    return Screen(paragraphs(lines(refused, words), f"<b>{title(texts, shown)}</b>"), (*rows, (last,)))


def _stands(facts: Facts, attempt: Attempt, texts: Texts) -> Screen:
    days, on = attempt.day_number(facts.today), attempt.quit_on
    if days == 0:
        words = texts("quit-date-today", day=day(texts, on))
    else:
        key = "quit-date-past" if days > 0 else "quit-date-ahead"
        words = texts(key, day=day(texts, on), days=abs(days))
    moved = None
    if before := facts.args.get("before"):
        moved = texts("quit-date-moved", before=day(texts, date.fromisoformat(before)))
    weekend = texts("quit-date-weekend") if days < 0 and is_weekend(on) else None
    hello = texts("quit-date-morning", time=clock(MORNING)) if facts.hello else None
    buttons = (
        (does(texts.label("quit-date-reasons"), "mine", "reasons"),),
        (does(texts.label("quit-date-change"), "month", f"{max(on, facts.today):%Y%m}"),),
        (does(texts.label("quit-date-unset-it"), "quit_unset"),),
    )
    told = lines(moved, _counts(facts, texts), weekend, hello)
    return Screen(paragraphs(words, told, _who(facts.sees, texts)), buttons)


def _counts(facts: Facts, texts: Texts) -> str | None:
    done = facts.args.get("before") or facts.args.get("done") == "unset"
    return texts("quit-date-counts", days=facts.smoke_free) if done and facts.smoke_free else None


def _who(sees: Sees, texts: Texts) -> str:
    if sees.practitioner is None or not sees.summary:
        return texts("quit-date-who-you")
    return texts("quit-date-who-sees", practitioner=sees.practitioner)
