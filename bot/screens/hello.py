"""A hello that was promised: the morning after a lapse, the end of a break. Nothing is asked."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.check_in.reads import next_hello
from bot.screens.parts import go, lines
from bot.screens.why import VIEW, Why, why_of, why_screen
from bot.taps.check_in import CHECK_IN_NOW
from bot.taps.everywhere import OPEN_BELOW, OPEN_VIEW
from bot.texts import Texts
from bot.texts.dates import Expected, when
from care.cards import card_of
from care.progress import progress_of
from care.soft import is_soft
from db import prompts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.plan import HELLO
from programme.reason_code import ReasonCode


@dataclass(frozen=True, slots=True)
class Facts:
    """`next_at` (UTC) is when the next check-in comes by itself, or None. `view` is what was tapped open over it.

    `smoke_free` counts days over all attempts. `call`: a crisis card was shown the evening before, and whom to call.
    """

    now: datetime
    zone: str | None
    name: str | None
    why: Why
    next_at: Expected | None = None
    view: str = ""
    smoke_free: int = 0
    call: str | None = None

    @property
    def promised_for(self) -> str:
        """What it was promised for, as it was decided."""
        decision = self.why.prompt.decision
        return str(decision.get("promised") or decision["chosen"])


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """The hello, where it is this person's."""
    prompt = await prompts.get(tx, row.subject_id or 0)
    if prompt is None or prompt.person_id != person.id or prompt.kind != HELLO:
        return None
    why = await why_of(tx, prompt)
    return Facts(
        tx.now, person.zone, person.name, why, await next_hello(tx, person), row.args.get("view", ""),
        smoke_free=(await progress_of(tx, person)).days.smoke_free,
        call=(await card_of(tx, person)).call if await is_soft(tx, person.id) else None,
    )  # fmt: skip


def screen(facts: Facts, texts: Texts) -> Screen:
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


def _soft(facts: Facts, call: str, texts: Texts) -> str:
    """The morning after a crisis card: no word of what was promised, and the number once."""
    name = texts("soft-morning", name=facts.name) if facts.name else texts("soft-morning-nameless")
    return lines(name, texts("soft-call", call=call))
