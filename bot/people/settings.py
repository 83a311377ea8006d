"""Screens of what can be changed and what works here: /settings, more, /help, and what "stop" means."""

from dataclasses import dataclass
from datetime import datetime

from bot.check_in.facts import next_at
from bot.check_in.taps import ASK_FIRST, CHECK_IN_NOW
from bot.diary.taps import DIARY_OPEN, LOOK_BACK
from bot.kit.menus import Menu, described, names
from bot.kit.parts import back, go, lines, paragraphs, rows
from bot.kit.people import Sees, sees_of
from bot.kit.screen import Button, Screen, does
from bot.kit.taps import OPEN_MINE, OPEN_PLAN, OPEN_VIEW
from bot.people.taps import CHANGE_NAME, SHARING
from bot.practice.taps import ROUTE, SESSION, SUMMARY_TIME
from bot.quitting.taps import QUIT_DATE
from bot.safety import crisis
from bot.safety.crisis import card_lines
from bot.safety.plan import to_plan
from bot.safety.taps import SAFE_OPEN
from bot.schedule.taps import CHANGE_TIME, PLACE, TRAVEL
from bot.texts import Texts, texts_for
from bot.texts.dates import Expected, clock, clocks, local, place, when
from care.check_in.answers import smoking_first
from care.diary.entries import agreed_to_stress_follow_up
from care.practice.sessions import next_session
from care.practice.weekly import summary_plan
from care.safety.cards import card_of
from care.schedule.course import check_in_plan
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.safety.cards import BRITAIN, CrisisCard
from programme.schedule.plan import Rule


@dataclass(frozen=True, slots=True)
class SettingsFacts:
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


async def settings_facts(tx: Tx, person: Person, row: ScreenRow) -> SettingsFacts:
    """How everything stands now."""
    plan, summary = await check_in_plan(tx, person.id), await summary_plan(tx, person.id)
    return SettingsFacts(
        now=tx.now,
        name=person.name,
        zone=person.zone,
        client=person.is_client,
        sees=await sees_of(tx, person),
        rule=plan.rule if plan else None,
        next_at=await next_at(tx, person) if plan else None,
        practitioner=person.is_practitioner,
        summary_at=summary.next_due_at if summary else None,
        session_at=await next_session(tx, person.id) if person.is_client else None,
        smoking_first=await smoking_first(tx, person),
        look_back=person.is_client and await agreed_to_stress_follow_up(tx, person),
        numbers=(await card_of(tx, person)).country,
        choosing=row.args.get("view") == crisis.CHOOSING,
    )


def _check_in_line(facts: SettingsFacts, texts: Texts) -> str | None:
    if not facts.client:
        return None
    if facts.rule is None or facts.next_at is None:
        return texts("settings-no-time")
    next_at = when(texts, facts.next_at, facts.now, facts.zone)
    window = facts.rule.chance
    after = texts("settings-window", minutes=window.minutes) if window else None
    return lines(texts("settings-time", time=clocks(facts.rule.times), when=next_at), after)


def _summary_line(facts: SettingsFacts, texts: Texts) -> str | None:
    if not facts.practitioner:
        return None
    if facts.summary_at is None:
        return texts("summary-time-none")
    return texts("summary-time-next", when=when(texts, facts.summary_at, facts.now, facts.zone))


def _session_line(facts: SettingsFacts, texts: Texts) -> str | None:
    if facts.session_at is None:
        return None
    return texts("session-own-next", when=when(texts, facts.session_at, facts.now, facts.zone))


def _sharing_line(facts: SettingsFacts, texts: Texts) -> str | None:
    if not facts.client or facts.sees.practitioner is None:
        return None
    shown = texts(f"settings-sharing-{facts.sees.shown}", practitioner=facts.sees.practitioner)
    return lines(shown, texts("settings-same-day") if facts.sees.same_day else None)


def _first(facts: SettingsFacts) -> str:
    return "smoking" if facts.smoking_first else "mood"


def _buttons(facts: SettingsFacts, texts: Texts) -> list[Button]:
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
        does(texts.label("nation-setting"), OPEN_VIEW, crisis.CHOOSING),
        go(texts, "settings-language", "language"),
    ]


def _look_back(facts: SettingsFacts, texts: Texts) -> Button:
    """How it stands, and a tap turns it round."""
    now = "on" if facts.look_back else "off"
    return does(texts.label(f"settings-look-back-{now}"), LOOK_BACK, not facts.look_back)


def settings_screen(facts: SettingsFacts, texts: Texts) -> Screen:
    """A line for each thing as it stands, a button for each to change."""
    if facts.choosing:
        return Screen(texts("nation-which"), (*crisis.nation_buttons(texts), (back(texts),)))
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
        crisis.nation_line(facts.numbers, texts),
    )
    words = lines(texts("settings"), name, there, *own)
    return Screen(words, rows(_buttons(facts, texts), 2))


MINE = ("toolkit", "progress", "patterns", "reasons")


@dataclass(frozen=True, slots=True)
class MoreFacts:
    """Nothing needs to be known."""


async def more_facts(tx: Tx, person: Person, row: ScreenRow) -> MoreFacts:  # noqa: ARG001
    """There is nothing to look up."""
    return MoreFacts()


def more_screen(facts: MoreFacts, texts: Texts) -> Screen:  # noqa: ARG001
    """A button for each."""
    toolkit, *own = (does(texts.label(f"more-{name}"), OPEN_MINE, name) for name in MINE)
    return Screen(
        texts("more"),
        rows(
            (
                does(texts.label("more-check-in"), CHECK_IN_NOW),
                does(texts.label("more-diary"), DIARY_OPEN),
                does(texts.label("more-plan"), OPEN_PLAN, "plan"),
                does(texts.label("safety-mine"), SAFE_OPEN),
                toolkit,
                *own,
                does(texts.label("more-quit-date"), QUIT_DATE),
                does(texts.label("more-medicines"), OPEN_MINE, "medicines"),
                go(texts, "more-settings", "settings"),
                go(texts, "more-help", "help"),
            ),
            2,
        ),
    )


@dataclass(frozen=True, slots=True)
class StopWhatFacts:
    """`view` is what they meant; `joined`: there is something to change or to leave."""

    view: str = ""
    joined: bool = True


async def stop_what_facts(tx: Tx, person: Person, row: ScreenRow) -> StopWhatFacts:  # noqa: ARG001
    """Whether there is something to change or to leave."""
    return StopWhatFacts(row.args.get("view", ""), joined=person.is_client)


def stop_what_screen(facts: StopWhatFacts, texts: Texts) -> Screen:
    """Four things it may mean."""
    if facts.view in {"smoking", "nothing"}:
        return Screen(texts(f"stop-{facts.view}"))
    ways = (go(texts, "stop-what-messages", "settings"), go(texts, "stop-what-leave", "leave")) if facts.joined else ()
    smoking = does(texts.label("stop-what-smoking"), OPEN_VIEW, "smoking")
    nothing = does(texts.label("stop-what-nothing"), OPEN_VIEW, "nothing")
    return Screen(texts("stop-what"), tuple((button,) for button in (*ways, smoking, nothing)))


@dataclass(frozen=True, slots=True)
class HelpFacts:
    """The crisis card of the person's country and the commands they have. `guest`: here as a supporter only.

    `client`: may have a safety plan. `choosing`: they are picking another country for the numbers.
    """

    card: CrisisCard
    menu: Menu
    guest: bool = False
    client: bool = False
    choosing: bool = False


async def help_facts(tx: Tx, person: Person, row: ScreenRow) -> HelpFacts:
    """By where and what the person is now."""
    return HelpFacts(
        await card_of(tx, person),
        described(names(person.roles), texts_for(person.locale)),
        person.is_guest,
        person.is_client,
        row.args.get("view") == crisis.CHOOSING,
    )


def help_screen(facts: HelpFacts, texts: Texts) -> Screen:
    """Numbers, then commands."""
    numbers = lines(texts("help"), card_lines(facts.card), texts("crisis-right-words"))
    if facts.choosing:
        return Screen(paragraphs(numbers, texts("nation-which")), (*crisis.nation_buttons(texts), (back(texts),)))
    plan = ((to_plan(texts),),) if facts.client else ()
    commands = (texts("help-line", command=command, does=words) for command, words in facts.menu)
    return Screen(
        paragraphs(
            numbers,
            crisis.nation_question(facts.card, texts),
            lines(texts("help-commands"), *commands),
        ),
        (
            *crisis.while_nation_asked(facts.card, texts),
            *(() if facts.guest else ((go(texts, "welcome-craving", "craving"),), *plan)),
            *crisis.another_nation(facts.card, texts),
        ),
    )
