"""A client's link, shown once, with words to pass it on."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import paragraphs
from bot.texts import Texts
from bot.texts.dates import when


@dataclass(frozen=True, slots=True)
class Facts:
    """`link` is None once it was shown; `label` whom it is for; `expires_at` UTC."""

    link: str | None
    label: str | None
    used: bool
    expires_at: datetime
    now: datetime
    zone: str | None


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
