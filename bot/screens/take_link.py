"""Taking a link back, asked once: it may be the right person who has it."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.reads import zone_of
from bot.taps.practice import CLIENTS, TAKE_LINK_YES
from bot.texts import Texts, texts_for
from bot.texts.dates import local, short_day
from db import invites
from db.screens import ScreenRow
from db.tx import Tx
from programme.invite import InviteState
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """What the link is called, and what became of it."""

    label: str
    state: InviteState


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """A link of this practitioner's own; nothing to say of another's."""
    invite = await invites.get(tx, row.subject_id or 0)
    if invite is None or invite.issued_by != person.id:
        return None
    texts = texts_for(person.locale)
    made = short_day(texts, local(invite.made_at, zone_of(person)).date())
    return Facts(invite.label or texts.label("client-link-unnamed", day=made), invite.state(tx.now))


def screen(facts: Facts, texts: Texts) -> Screen:
    """Whether to; then that it is done, or why not."""
    back = does(texts.label("button-back"), CLIENTS)
    if facts.state is InviteState.USED:
        return Screen(texts("take-link-used", label=facts.label), ((back,),))
    if facts.state is InviteState.TAKEN_BACK:
        return Screen(texts("take-link-done", label=facts.label), ((back,),))
    key = "take-link-opened" if facts.state is InviteState.OPENED else "take-link"
    yes = does(texts.label("take-link-yes"), TAKE_LINK_YES)
    return Screen(texts(key, label=facts.label), ((yes, back),))
