"""A client asked the practitioner to get in touch."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import paragraphs
from bot.texts import Texts
from bot.texts.dates import when


@dataclass(frozen=True, slots=True)
class Facts:
    """Who asked and when (UTC), and when it was opened; `zone` is the practitioner's."""

    name: str
    made_at: datetime
    opened_at: datetime | None
    now: datetime
    zone: str | None


def screen(facts: Facts, texts: Texts) -> Screen:
    """It is open until it is said to be seen."""
    asked = texts("request", name=facts.name, when=when(texts, facts.made_at, facts.now, facts.zone))
    if facts.opened_at is None:
        return Screen(asked, ((does(texts.label("request-seen-button"), "seen"),),))
    seen = texts("request-seen", when=when(texts, facts.opened_at, facts.now, facts.zone))
    return Screen(paragraphs(asked, seen))
