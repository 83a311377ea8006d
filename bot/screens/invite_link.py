"""A client's link, shown once, with words to pass it on."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import paragraphs
from bot.taps.practice import INVITE, TAKE_LINK
from bot.texts import Texts
from bot.texts.dates import when
from db import invites, service_facts
from db.screens import ScreenRow
from db.tx import Tx
from programme.invite import InviteState
from programme.people import Person

_OPEN = frozenset({InviteState.WAITING, InviteState.OPENED})


@dataclass(frozen=True, slots=True)
class Facts:
    """`link` is None once it was shown; `label` whom it is for; `expires_at` UTC; `state` what became of it, `id` its
    number."""

    link: str | None
    label: str | None
    state: InviteState
    expires_at: datetime
    now: datetime
    zone: str | None
    id: int = 0


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """The link from the token, as long as the token is there; it goes when the message was delivered."""
    invite = await invites.get(tx, int(row.args["invite_id"]))
    if invite is None:
        return None
    token, bot = row.args.get("token"), await service_facts.get(tx, service_facts.BOT_USERNAME)
    link = f"https://t.me/{bot}?start={token}" if token and bot else None
    return Facts(link, invite.label, invite.state(tx.now), invite.expires_at, tx.now, person.zone, invite.id)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The link stands alone, so that it can be copied."""
    another = does(texts.label("invite-another"), INVITE)
    if facts.state is InviteState.USED:
        return Screen(texts("invite-gone-used"), ((another,),))
    if facts.state is InviteState.TAKEN_BACK:
        return Screen(texts("invite-gone-back"), ((another,),))
    take = does(texts.label("invite-take-back"), TAKE_LINK, facts.id)
    ways = ((another, take),) if facts.state in _OPEN else ((another,),)
    if facts.link is None:
        return Screen(texts("invite-gone"), ways)
    until = when(texts, facts.expires_at, facts.now, facts.zone)
    if facts.label:
        top = texts("invite-link", label=facts.label, when=until, link=facts.link)
    else:
        top = texts("invite-link-nobody", when=until, link=facts.link)
    return Screen(paragraphs(top, texts("invite-words")), ways)
