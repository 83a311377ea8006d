"""What can be changed, and how it stands."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Button, Screen, does
from bot.screens import nations
from bot.screens.check_in.reads import next_at
from bot.screens.parts import back, go, lines, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.taps.check_in import ASK_FIRST
from bot.taps.diary import LOOK_BACK
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.people import CHANGE_NAME, SHARING
from bot.taps.practice import ROUTE, SESSION, SUMMARY_TIME
from bot.taps.schedule import CHANGE_TIME, PLACE, TRAVEL
from bot.texts import Texts
from bot.texts.dates import Expected, clock, clocks, local, place, when
from care.cards import card_of
from care.wants_look_back import agreed
from db import clients, plans, sessions
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import BRITAIN
from programme.people import Person
from programme.plan import CHECK_IN, SUMMARY
from programme.rule import Rule


@dataclass(frozen=True, slots=True)
class Facts:
    """`rule` and `next_at` (UTC) are of the check-in, None without one; `client`: has joined and not left.

    `summary_at` (UTC) is when a practitioner's next weekly summary comes, `session_at` a client's next session.
    `look_back`: the client is asked about stress after a cigarette. `numbers` is the country or nation of the crisis
    numbers they see; `choosing`: they are picking it.
    """

    now: datetime
    name: str | None
    zone: str | None
    client: bool
    sees: Sees
    rule: Rule | None = None
    next_at: Expected | None = None
    practitioner: bool = False
    summary_at: datetime | None = None
    session_at: datetime | None = None
    smoking_first: bool = False
    look_back: bool = False
    numbers: str = BRITAIN
    choosing: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """How everything stands now."""
    own = {plan.kind: plan for plan in await plans.of_person(tx, person.id)}
    plan, summary = own.get(CHECK_IN), own.get(SUMMARY)
    return Facts(
        now=tx.now,
        name=person.name,
        zone=person.zone,
        client=person.is_client,
        sees=await sees_of(tx, person),
        rule=plan.rule if plan else None,
        next_at=await next_at(tx, person) if plan else None,
        practitioner=person.is_practitioner,
        summary_at=summary.next_due_at if summary else None,
        session_at=(await sessions.coming(tx, [person.id])).get(person.id) if person.is_client else None,
        smoking_first=await clients.smoking_first(tx, person.id),
        look_back=person.is_client and await agreed(tx, person),
        numbers=(await card_of(tx, person)).country,
        choosing=row.args.get("view") == nations.CHOOSING,
    )


def _check_in_line(facts: Facts, texts: Texts) -> str | None:
    if not facts.client:
        return None
    if facts.rule is None or facts.next_at is None:
        return texts("settings-no-time")
    next_at = when(texts, facts.next_at, facts.now, facts.zone)
    window = facts.rule.chance
    after = texts("settings-window", minutes=window.minutes) if window else None
    return lines(texts("settings-time", time=clocks(facts.rule.times), when=next_at), after)


def _summary_line(facts: Facts, texts: Texts) -> str | None:
    if not facts.practitioner:
        return None
    if facts.summary_at is None:
        return texts("summary-time-none")
    return texts("summary-time-next", when=when(texts, facts.summary_at, facts.now, facts.zone))


def _session_line(facts: Facts, texts: Texts) -> str | None:
    if facts.session_at is None:
        return None
    return texts("session-own-next", when=when(texts, facts.session_at, facts.now, facts.zone))


def _sharing_line(facts: Facts, texts: Texts) -> str | None:
    if not facts.client or facts.sees.practitioner is None:
        return None
    shown = texts(f"settings-sharing-{facts.sees.shown}", practitioner=facts.sees.practitioner)
    return lines(shown, texts("settings-same-day") if facts.sees.same_day else None)


def _first(facts: Facts) -> str:
    return "smoking" if facts.smoking_first else "mood"


def _buttons(facts: Facts, texts: Texts) -> list[Button]:
    of_client = {"time": CHANGE_TIME, "sharing": SHARING} if facts.client else {}
    changes = {**of_client, "name": CHANGE_NAME, "place": PLACE}
    pause = (go(texts, "settings-pause", "pause"),) if facts.client else ()
    other = "mood" if facts.smoking_first else "smoking"
    order = (does(texts.label(f"settings-ask-{other}"), ASK_FIRST, other),) if facts.client else ()
    often = (go(texts, "settings-how-often", "how_often"),) if facts.client else ()
    travel = (does(texts.label("settings-travel"), TRAVEL),) if facts.zone else ()
    session = (does(texts.label("session-own-button"), SESSION),) if facts.client else ()
    summary = ("summary-time-change", SUMMARY_TIME), ("settings-route", ROUTE)
    return [
        *(does(texts.label(f"settings-change-{what}"), tap) for what, tap in changes.items()),
        *often,
        *order,
        *pause,
        *session,
        *(does(texts.label(key), tap) for key, tap in summary if facts.practitioner),
        *travel,
        *((_look_back(facts, texts),) if facts.client and facts.sees.keep else ()),
        does(texts.label("nation-setting"), OPEN_VIEW, nations.CHOOSING),
        go(texts, "settings-language", "language"),
    ]


def _look_back(facts: Facts, texts: Texts) -> Button:
    """How it stands, and a tap turns it round."""
    now = "on" if facts.look_back else "off"
    return does(texts.label(f"settings-look-back-{now}"), LOOK_BACK, not facts.look_back)


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line for each thing as it stands, a button for each to change."""
    if facts.choosing:
        return Screen(texts("nation-which"), (*nations.buttons(texts), (back(texts),)))
    name = texts("settings-name", name=facts.name) if facts.name else None
    there = None
    if facts.zone:
        there = texts("settings-place", place=place(texts, facts.zone), now=clock(local(facts.now, facts.zone)))
    own = (
        _check_in_line(facts, texts),
        texts(f"settings-first-{_first(facts)}") if facts.client else None,
        _session_line(facts, texts),
        _sharing_line(facts, texts),
        _summary_line(facts, texts),
        nations.line(facts.numbers, texts),
    )
    words = lines(texts("settings"), name, there, *own)
    return Screen(words, rows(_buttons(facts, texts), 2))
