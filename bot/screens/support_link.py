"""A supporter's link, shown once, to be forwarded. It says nothing of what the service is."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import paragraphs
from bot.taps.supporters import SUPPORT_LINK
from bot.texts import Texts
from care import supporters
from db import invites, service_facts
from db.screens import ScreenRow
from db.tx import Tx
from programme.invite import EXPIRES_AFTER
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`link` is None once it was shown."""

    link: str | None
    name: str


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """The link from the token, as long as the token is there; it goes when the message was delivered."""
    support = await supporters.of_client(tx, person, row.subject_id)
    invite = await invites.get(tx, int(row.args["invite_id"]))
    if support is None or invite is None:
        return None
    token, bot = row.args.get("token"), await service_facts.get(tx, service_facts.BOT_USERNAME)
    link = f"https://t.me/{bot}?start={token}" if token and bot else None
    return Facts(link, support.label)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The link stands alone, so that it can be copied. It is forwarded as it is: no clock of the client's is in it."""
    if facts.link is None:
        return Screen(texts("support-link-gone"), ((does(texts.label("support-link-another"), SUPPORT_LINK, False),),))
    top = texts("support-link", name=facts.name, days=EXPIRES_AFTER.days, link=facts.link)
    return Screen(paragraphs(top, texts("support-link-words")))
