"""Screens of a break, the greeting at its end, and "how is the timing?" """

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.check_in.facts import next_hello
from bot.check_in.taps import CHECK_IN_NOW
from bot.kit.parts import back, go, lines, rows
from bot.kit.people import Sees, sees_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_BELOW, OPEN_VIEW
from bot.quitting.taps import QUIT_DATE, TIMING_IS
from bot.schedule.taps import BACK_NOW, PAUSE, PAUSE_DAY, PAUSE_WHAT
from bot.schedule.why import VIEW, WhyFacts, why_of, why_screen
from bot.supporters.parts import ticked
from bot.texts import Texts
from bot.texts.dates import Expected, local, short_day, when
from care.quitting.progress import progress_of
from care.safety.cards import card_of
from care.schedule.closing import own_prompt
from care.schedule.days import is_soft
from care.schedule.pause import is_not_now, pause_of
from care.schedule.plans import greeting_at
from care.supporters.clients_side import names_of_nudged
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.pause import Length, Pause, PauseScope
from programme.schedule.plan import HELLO, NEVER, TIMING
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode


@dataclass(frozen=True, slots=True)
class GreetingFacts:
    """`next_at` (UTC) is when the next check-in comes by itself, or None. `view` is what was tapped open over it.

    `smoke_free` counts days over all attempts. `call`: a crisis card was shown the evening before, and whom to call.
    """

    now: datetime
    zone: str | None
    name: str | None
    why: WhyFacts
    next_at: Expected | None = None
    view: str = ""
    smoke_free: int = 0
    call: str | None = None

    @property
    def promised_for(self) -> str:
        """What it was promised for, as it was decided."""
        decision = self.why.prompt.decision
        return str(decision.get("promised") or decision["chosen"])


async def greeting_facts(tx: Tx, person: Person, row: ScreenRow) -> GreetingFacts | None:
    """The hello, where it is this person's."""
    prompt = await own_prompt(tx, person, row.subject_id, {HELLO})
    if prompt is None:
        return None
    why = await why_of(tx, prompt)
    return GreetingFacts(
        tx.now, person.zone, person.name, why, await next_hello(tx, person), row.args.get("view", ""),
        smoke_free=(await progress_of(tx, person)).days.smoke_free,
        call=(await card_of(tx, person)).call if await is_soft(tx, person.id) else None,
    )  # fmt: skip


def greeting_screen(facts: GreetingFacts, texts: Texts) -> Screen:
    """A few words, help close by, and why it came."""
    if facts.view == VIEW:
        return why_screen(facts.why, texts)
    following = None
    if facts.next_at is not None:
        following = texts("check-in-next", when=when(texts, facts.next_at, facts.now, facts.zone))
    craving = does(texts.label("hello-craving"), OPEN_BELOW, "craving")
    check_in = does(texts.label("hello-check-in"), CHECK_IN_NOW)
    why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
    is_morning = facts.promised_for in (ReasonCode.LAPSE, ReasonCode.TONIGHT)
    if facts.call and is_morning:
        talk = does(texts.label("very-low-talk"), OPEN_BELOW, "crisis")
        return Screen(lines(_soft(facts, facts.call, texts), following), ((talk,), (craving,), (check_in, why)))
    hello = texts("hello", name=facts.name) if facts.name else texts("hello-unnamed")
    none_yet = facts.promised_for == ReasonCode.LAPSE and not facts.smoke_free
    words = texts("hello-lapse-no-days" if none_yet else f"hello-{facts.promised_for}")
    own = ((craving,), (check_in, why)) if is_morning else ((go(texts, "hello-longer", "pause"), why),)
    return Screen(lines(hello, words, following), own)


def _soft(facts: GreetingFacts, call: str, texts: Texts) -> str:
    """The morning after a crisis card: no word of what was promised, and the number once."""
    name = texts("soft-morning", name=facts.name) if facts.name else texts("soft-morning-nameless")
    return lines(name, texts("soft-call", call=call))


DAYS = 14  # that may be picked by a tap
BACK = "back"  # the view of somebody who has come back


@dataclass(frozen=True, slots=True)
class PauseFacts:
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
    what: PauseScope = PauseScope.ALL


async def pause_facts(tx: Tx, person: Person, row: ScreenRow) -> PauseFacts | None:
    """For clients only."""
    if not person.is_client:
        return None
    pause = await pause_of(tx, person)
    return PauseFacts(
        now=tx.now,
        zone=person.zone,
        pause=pause,
        hello=pause is not None and await greeting_at(tx, person.id) == pause.until,
        supporters=await names_of_nudged(tx, person),
        sees=await sees_of(tx, person),
        next_at=await next_hello(tx, person),
        view=row.args.get("view", ""),
        what=PauseScope(row.args.get("what") or (pause.what if pause else PauseScope.ALL)),
    )


def pause_screen(facts: PauseFacts, texts: Texts) -> Screen:
    """The question, or how it stands."""
    if facts.pause is None and facts.view == BACK:
        return Screen(lines(texts("pause-over"), _next_pause(facts, texts)))
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


def _whats(facts: PauseFacts, texts: Texts) -> Rows:
    """What to pause, where there is a choice."""
    if not facts.supporters:
        return ()
    boxes = (ticked(texts, texts.label(f"pause-what-{one}"), one is facts.what, PAUSE_WHAT, one) for one in PauseScope)
    return tuple((box,) for box in boxes)


def _days(facts: PauseFacts, texts: Texts) -> Iterator[Button]:
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


def _supporters(facts: PauseFacts, texts: Texts) -> str | None:
    """Who is left alone with them, by name where it is one."""
    if not facts.supporters or facts.pause is None or not facts.pause.of_client:
        return None
    name = facts.supporters[0] if len(facts.supporters) == 1 else None
    if facts.pause.what is PauseScope.CHECK_INS:
        return texts("pause-supporter-goes-on", supporter=name) if name else texts("pause-supporters-go-on")
    return texts("pause-supporter", supporter=name) if name else texts("pause-supporters")


def _next_pause(facts: PauseFacts, texts: Texts) -> str | None:
    if facts.next_at is None:
        return None
    return texts("check-in-next", when=when(texts, facts.next_at, facts.now, facts.zone))


@dataclass(frozen=True, slots=True)
class TimingFacts:
    """`back`: they are not in "not now" any more, and `next_at` (UTC) is when their next check-in comes."""

    now: datetime
    zone: str | None
    name: str | None
    why: WhyFacts
    back: bool = False
    next_at: Expected | None = None
    view: str = ""


async def timing_facts(tx: Tx, person: Person, row: ScreenRow) -> TimingFacts | None:
    """How it stands; None where it is not this person's."""
    prompt = await own_prompt(tx, person, row.subject_id, {TIMING})
    if prompt is None:
        return None
    back = not await is_not_now(tx, person)
    next_at = await next_hello(tx, person) if back else None
    return TimingFacts(
        tx.now, person.zone, person.name, await why_of(tx, prompt), back, next_at, row.args.get("view", "")
    )


def timing_screen(facts: TimingFacts, texts: Texts) -> Screen:
    """One tap, and none of them is wrong."""
    if facts.view == VIEW:
        return why_screen(facts.why, texts)
    state = facts.why.prompt.state
    good = does(texts.label("timing-good"), TIMING_IS, "good")
    if facts.back:
        return Screen(lines(texts("timing-back"), _next_timing(facts, texts)), ((_pick(texts),),))
    if state is PromptState.SKIPPED:
        return Screen(texts("timing-stopped"), ((good,),))
    if state is not PromptState.OPEN:
        return Screen(texts("timing-not-yet-said" if state is PromptState.DONE else "timing-closed"), ((good,),))
    hello = texts("hello", name=facts.name) if facts.name else texts("hello-unnamed")
    stop = does(texts.label("timing-stop"), TIMING_IS, "stop")
    why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
    buttons = ((good, does(texts.label("timing-not-yet"), TIMING_IS, "not_yet")), (stop, why))
    return Screen(lines(hello, texts("timing")), buttons)


def _next_timing(facts: TimingFacts, texts: Texts) -> str | None:
    if facts.next_at is None:
        return None
    return texts("check-in-next", when=when(texts, facts.next_at, facts.now, facts.zone))


def _pick(texts: Texts) -> Button:
    return does(texts.label("timing-pick"), QUIT_DATE)
