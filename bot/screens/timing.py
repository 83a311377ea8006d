"""How is the timing? Asked once a fortnight of somebody who said "not now"; coming back is one tap."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Button, Screen, does
from bot.screens.check_in.reads import next_hello
from bot.screens.parts import lines
from bot.screens.why import VIEW, Why, why_of, why_screen
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.quitting import QUIT_DATE, TIMING_IS
from bot.texts import Texts
from bot.texts.dates import Expected, when
from care.timing import is_not_now
from db import prompts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.plan import TIMING
from programme.prompt import PromptState


@dataclass(frozen=True, slots=True)
class Facts:
    """`back`: they are not in "not now" any more, and `next_at` (UTC) is when their next check-in comes."""

    now: datetime
    zone: str | None
    name: str | None
    why: Why
    back: bool = False
    next_at: Expected | None = None
    view: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """How it stands; None where it is not this person's."""
    prompt = await prompts.get(tx, row.subject_id or 0)
    if prompt is None or prompt.person_id != person.id or prompt.kind != TIMING:
        return None
    back = not await is_not_now(tx, person)
    next_at = await next_hello(tx, person) if back else None
    return Facts(tx.now, person.zone, person.name, await why_of(tx, prompt), back, next_at, row.args.get("view", ""))


def screen(facts: Facts, texts: Texts) -> Screen:
    """One tap, and none of them is wrong."""
    if facts.view == VIEW:
        return why_screen(facts.why, texts)
    state = facts.why.prompt.state
    good = does(texts.label("timing-good"), TIMING_IS, "good")
    if facts.back:
        return Screen(lines(texts("timing-back"), _next(facts, texts)), ((_pick(texts),),))
    if state is PromptState.SKIPPED:
        return Screen(texts("timing-stopped"), ((good,),))
    if state is not PromptState.OPEN:
        return Screen(texts("timing-not-yet-said" if state is PromptState.DONE else "timing-closed"), ((good,),))
    hello = texts("hello", name=facts.name) if facts.name else texts("hello-unnamed")
    stop = does(texts.label("timing-stop"), TIMING_IS, "stop")
    why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
    buttons = ((good, does(texts.label("timing-not-yet"), TIMING_IS, "not_yet")), (stop, why))
    return Screen(lines(hello, texts("timing")), buttons)


def _next(facts: Facts, texts: Texts) -> str | None:
    if facts.next_at is None:
        return None
    return texts("check-in-next", when=when(texts, facts.next_at, facts.now, facts.zone))


def _pick(texts: Texts) -> Button:
    return does(texts.label("timing-pick"), QUIT_DATE)
