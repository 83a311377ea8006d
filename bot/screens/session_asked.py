"""The evening before a session, and the one after it: one thing to write down, or not."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import lines
from bot.screens.reads import sees_of
from bot.screens.session_card import NOTES, Card, card_of, question, think_of_a_date, write
from bot.screens.why import VIEW, Why, why_of, why_screen
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.practice import NOTE_NOTHING
from bot.texts import Texts
from db import prompts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.prompt import PromptState


@dataclass(frozen=True, slots=True)
class Facts:
    """`keep`: words are kept, so there is something to write. `view` is what was tapped open over it."""

    why: Why
    card: Card
    zone: str | None
    name: str | None
    keep: bool = True
    view: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """The session that it is about; None where it is not this person's."""
    prompt = await prompts.get(tx, row.subject_id or 0)
    if prompt is None or prompt.person_id != person.id or prompt.kind not in NOTES:
        return None
    sees = await sees_of(tx, person)
    card = await card_of(tx, person, prompt.kind, prompt.local_date, sees.practitioner)
    return Facts(await why_of(tx, prompt), card, person.zone, person.name, sees.keep, row.args.get("view", ""))


def screen(facts: Facts, texts: Texts) -> Screen:
    """Asked once; answered, left or closed it says so."""
    if facts.view == VIEW:
        return why_screen(facts.why, texts)
    state, note = facts.why.prompt.state, facts.card.note
    if state is PromptState.SKIPPED:
        return Screen(texts(f"session-nothing-{note}"))
    if state is PromptState.DONE:
        return Screen(texts("session-note-done"), ((write(facts.card, texts, "session-note-more"),),))
    asked = question(facts.card, facts.zone, texts)
    if state is not PromptState.OPEN:
        closed = texts("check-in-closed")
        return Screen(closed, ((write(facts.card, texts),),)) if facts.keep else Screen(closed)
    hello = texts("hello", name=facts.name) if facts.name else texts("hello-unnamed")
    nothing = does(texts.label("session-note-nothing"), NOTE_NOTHING)
    why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
    if not facts.keep:
        return Screen(lines(hello, asked, texts("session-note-unkept")), ((nothing, why),))
    own = (write(facts.card, texts), *think_of_a_date(facts.card, texts))
    return Screen(lines(hello, asked), (own, (nothing, why)))
