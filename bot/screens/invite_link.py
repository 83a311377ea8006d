"""A client's link, shown once, with words to pass it on."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import paragraphs
from bot.texts import Texts
from bot.texts.dates import when
from db import invites, service_facts
from db.screens import ScreenRow
from db.tx import Tx
from programme.invite import InviteState
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`link` is None once it was shown; `label` whom it is for; `expires_at` UTC."""

    link: str | None
    label: str | None
    used: bool
    expires_at: datetime
    now: datetime
    zone: str | None


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:
    """The link from the token, as long as the token is there; it goes when the message was delivered."""
    invite = await invites.get(tx, int(row.args["invite_id"]))
    if invite is None:
        return None
    token, bot = row.args.get("token"), await service_facts.get(tx, service_facts.BOT_USERNAME)
    link = f"https://t.me/{bot}?start={token}" if token and bot else None
    used = invite.state(now) is InviteState.USED
    return Facts(link, invite.label, used, invite.expires_at, now, person.zone)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The link stands alone, so that it can be copied."""
    another = ((does(texts.label("invite-another"), "invite"),),)
    if facts.used:
        return Screen(texts("invite-gone-used"), another)
    if facts.link is None:
        return Screen(texts("invite-gone"), another)
    until = when(texts, facts.expires_at, facts.now, facts.zone)
    if facts.label:
        top = texts("invite-link", label=facts.label, when=until, link=facts.link)
    else:
        top = texts("invite-link-nobody", when=until, link=facts.link)
    return Screen(paragraphs(top, texts("invite-words")), another)
