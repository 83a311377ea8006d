"""What a supporter sees: whether it is them, where they stand, days, whom, tips."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from bot.kit.parts import back, lines, paragraphs, rows
from bot.kit.people import zone_of
from bot.kit.screen import Screen, does
from bot.kit.taps import CANCEL, OPEN_VIEW
from bot.schedule.taps import PLACE
from bot.supporters.parts import day_name, day_names, supporter_name, ticked
from bot.supporters.taps import (
    SUPPORT_AT,
    SUPPORT_DAY,
    SUPPORT_DAYS,
    SUPPORT_DAYS_DONE,
    SUPPORT_HOME,
    SUPPORT_NO,
    SUPPORT_NO_WISH,
    SUPPORT_NOT_ME,
    SUPPORT_STOP,
    SUPPORT_TELL_DAYS,
    SUPPORT_WORD,
    SUPPORT_YES,
)
from bot.texts import Texts
from bot.texts.dates import clock, local, place
from care.quitting.progress import progress_of
from care.supporters import clients_side, their_side
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.supporters.support import Shared, Support, SupportState

_OPEN = (SupportState.OPENED, SupportState.DECLINED)


@dataclass(frozen=True, slots=True)
class SupportAskedFacts:
    """`name` is what the client calls them. `view`: "", "means", "declined", "not_you" or "ended"."""

    client: str = ""
    name: str = ""
    knows: bool = False
    view: str = ""


async def support_asked_facts(tx: Tx, person: Person, row: ScreenRow) -> SupportAskedFacts:
    """What the client chose to show, looked up now."""
    view = row.args.get("view", "")
    support = await their_side.support_of(tx, person, row.subject_id)
    if support is None or support.state not in _OPEN:
        return SupportAskedFacts(view=view if view == "not_you" else "ended")
    return SupportAskedFacts(
        await supporter_name(tx, support.client_id), support.label, Shared.STOPPING in support.shares, view
    )


def support_asked_screen(facts: SupportAskedFacts, texts: Texts) -> Screen:
    """Who it is first, then what it means."""
    match facts.view:
        case "ended":
            return Screen(texts("supporting-ended"))
        case "declined":
            return Screen(texts("supporting-declined"))
        case "not_you":
            return Screen(texts("supporting-not-you"))
        case "means":
            knows = texts("supporting-knows", client=facts.client) if facts.knows else None
            means = texts("supporting-means", client=facts.client)
            yes = does(texts.label("supporting-accept"), SUPPORT_YES)
            no = does(texts.label("supporting-decline"), SUPPORT_NO)
            privacy = texts("supporting-privacy", client=facts.client)
            return Screen(paragraphs(means, knows, privacy), ((yes,), (no,)))
    me = does(texts.label("supporting-me", name=facts.name), OPEN_VIEW, "means")
    not_me = does(texts.label("supporting-not-me"), SUPPORT_NOT_ME)
    return Screen(texts("supporting-asked", client=facts.client, name=facts.name), ((me,), (not_me,)))


@dataclass(frozen=True, slots=True)
class SupportHomeFacts:
    """`support` is None once it has ended. `view`: "" or "stop"."""

    client: str
    support: Support | None
    now: datetime
    zone: str
    view: str = ""


async def support_home_facts(tx: Tx, person: Person, row: ScreenRow) -> SupportHomeFacts:
    """How it stands now."""
    support = await their_side.support_of(tx, person, row.subject_id)
    held = support if support and support.holds else None
    client = await supporter_name(tx, held.client_id) if held else ""
    return SupportHomeFacts(client, held, tx.now, zone_of(person), row.args.get("view", ""))


def support_home_screen(facts: SupportHomeFacts, texts: Texts) -> Screen:
    """The days, on a clock they can check; what works; the ways to change it."""
    if facts.support is None:
        return Screen(texts("supporting-ended"))
    if facts.view == "stop":
        yes = does(texts.label("supporting-stop-yes"), SUPPORT_STOP)
        return Screen(texts("supporting-stop", client=facts.client), ((yes,), (back(texts),)))
    rule = facts.support.rule
    here = {"place": place(texts, facts.zone), "now": clock(local(facts.now, facts.zone))}
    days = texts("supporting-when", days=day_names(texts, rule.weekdays), time=clock(rule.times[0]), **here)
    words = lines(
        texts("supporting-home", client=facts.client), days, texts("supporting-commands", client=facts.client)
    )
    change = does(texts.label("supporting-button-days"), SUPPORT_DAYS)
    moved = does(texts.label("supporting-button-place"), PLACE)
    word = does(texts.label("supporting-button-word", client=facts.client), SUPPORT_WORD)
    return Screen(words, ((change, moved), (word,), (does(texts.label("supporting-button-stop"), OPEN_VIEW, "stop"),)))


TIMES = (time(9), time(11), time(17), time(19))


@dataclass(frozen=True, slots=True)
class SupportDaysFacts:
    """`days` are picked (Monday is 0), `at` the time; `taken` days are somebody else's. `own`: the supporter reads."""

    days: Sequence[int]
    at: time
    taken: frozenset[int] = frozenset()
    own: bool = True


async def support_days_facts(tx: Tx, person: Person, row: ScreenRow) -> SupportDaysFacts:
    """What is picked so far is in the screen's args; nothing counts before Done."""
    support = await their_side.support_of(tx, person, row.subject_id)
    taken = await their_side.taken_days(tx, person, support) if support else frozenset()
    return SupportDaysFacts(row.args["days"], time.fromisoformat(row.args["at"]), taken, support is not None)


def support_days_screen(facts: SupportDaysFacts, texts: Texts) -> Screen:
    """A box for each day that is free, a few times, and Done."""
    days = [
        ticked(texts, day_name(texts, day), day in facts.days, SUPPORT_DAY, day)
        for day in range(7)
        if day not in facts.taken
    ]
    times = [ticked(texts, clock(at), at == facts.at, SUPPORT_AT, at) for at in TIMES]
    done = does(texts.label("button-done"), SUPPORT_DAYS_DONE)
    words = paragraphs(texts("days-ask"), None if facts.own else texts("days-of-theirs"))
    return Screen(words, (*rows(days, 2), *rows(times, 2), (done,)))


@dataclass(frozen=True, slots=True)
class SupportWhoFacts:
    """Id and name of each; none: all of it has ended."""

    people: Sequence[tuple[int, str]] = ()


async def support_who_facts(tx: Tx, person: Person, row: ScreenRow) -> SupportWhoFacts:  # noqa: ARG001
    """Whom they support now."""
    return SupportWhoFacts(
        [(one.id, await supporter_name(tx, one.client_id)) for one in await their_side.support_holding(tx, person)]
    )


def support_who_screen(facts: SupportWhoFacts, texts: Texts) -> Screen:
    """A button for each."""
    if not facts.people:
        return Screen(texts("supporting-ended"))
    return Screen(texts("support-who"), tuple((does(name, SUPPORT_HOME, one),) for one, name in facts.people))


ASKS = {
    "name": "support-ask-name",
    "wish": "support-ask-wish",
    "tell": "support-ask-tell",
    "word": "supporting-ask-word",
}


@dataclass(frozen=True, slots=True)
class SupportLineFacts:
    """What is asked for (see ASKS), and about whom. `days`: smoke-free ones that could be told of."""

    what: str
    name: str = ""
    days: int = 0


async def support_line_facts(tx: Tx, person: Person, row: ScreenRow) -> SupportLineFacts:
    """The name of the other one."""
    what = row.args.get("what", "name")
    if what == "word":
        theirs = await their_side.support_of(tx, person, row.subject_id)
        return SupportLineFacts(what, await supporter_name(tx, theirs.client_id) if theirs else "")
    support = await clients_side.supporter_of_client(tx, person, row.subject_id)
    days = (await progress_of(tx, person)).days.smoke_free if what == "tell" else 0
    return SupportLineFacts(what, support.label if support else "", days)


def support_line_screen(facts: SupportLineFacts, texts: Texts) -> Screen:
    """The question, and a way out of it."""
    cancel = does(texts.label("button-cancel"), CANCEL)
    key = ASKS[facts.what]
    if facts.what == "name":
        return Screen(texts(key), ((cancel,),))
    if facts.what == "word":
        return Screen(texts(key, client=facts.name), ((cancel,),))
    none = ((does(texts.label("support-no-wish"), SUPPORT_NO_WISH),),) if facts.what == "wish" else ()
    if facts.days:
        none = ((does(texts.label("support-tell-days", days=facts.days), SUPPORT_TELL_DAYS),),)
    return Screen(texts(key, name=facts.name), (*none, (cancel,)))


@dataclass(frozen=True, slots=True)
class TipsFacts:
    """`knows`: somebody whom they support wants them to know of stopping."""

    knows: bool = False


async def tips_facts(tx: Tx, person: Person, row: ScreenRow) -> TipsFacts:  # noqa: ARG001
    """By what is shown to them now."""
    return TipsFacts(any(Shared.STOPPING in one.shares for one in await their_side.support_holding(tx, person)))


def tips_screen(facts: TipsFacts, texts: Texts) -> Screen:
    """What helps first."""
    more = (texts("tips-stopping"), texts("tips-smokers")) if facts.knows else ()
    return Screen(paragraphs(texts("tips"), texts("tips-leave-out"), *more, texts("tips-you")))
