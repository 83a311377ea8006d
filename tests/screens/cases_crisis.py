"""The crisis cards: each of them in each nation, for whom it stands there, and every face that a tap brings."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from bot.menus import described, everybodys, names
from bot.screens.crisis import Facts as Crisis
from bot.screens.help_ import Facts as Help
from bot.screens.practitioner_ready import Facts as PractitionerReady
from bot.screens.quiet_line import Facts as QuietLine
from bot.screens.ready import Facts as Ready
from bot.screens.sees import Sees
from bot.screens.settings import Facts as Settings
from bot.screens.welcome import Facts as Welcome
from bot.texts import texts_for
from programme.crisis_card import ANYWHERE, BRITAIN, CARDS
from programme.people import Role
from programme.rule import Rule
from programme.safety.danger import Brings

NOW = datetime(2026, 3, 10, 19, 5, tzinfo=UTC)
LONDON = "Europe/London"
ENGLAND = CARDS["GB-ENG"]
UNKNOWN = CARDS[BRITAIN]
TEAM = frozenset({Brings.LIFE, Brings.VIOLENCE, Brings.NUMBERS})  # the cards on which a client's team stands


def crisis_cases(locale: str) -> Iterator[tuple[str, str, Any]]:
    """A client of Lee's sees each card in each nation; then what others see, and what comes after."""
    for brings in Brings:
        if not brings.is_card:
            continue
        team, own = ("Lee" if brings in TEAM else None), brings is Brings.VIOLENCE
        for country, card in CARDS.items():
            facts = Crisis(card, team, brings=brings, deletes=own)
            yield f"{brings}, {country}", "crisis", facts
        stranger = Crisis(ENGLAND, None, brings=brings, deletes=own)
        yield f"{brings}, nobody to tell", "crisis", stranger
    yield from _faces(locale)
    yield from _where(locale)
    yield "", "quiet_line", QuietLine()
    yield "all right", "quiet_line", QuietLine(right=True)


def _faces(locale: str) -> Iterator[tuple[str, str, Any]]:
    crisis = Crisis(ENGLAND, "Lee")
    for view in ("asked", "else"):
        yield view, "crisis", replace(crisis, view=view)
    yield "asked, no nation", "crisis", replace(crisis, card=UNKNOWN, view="asked")
    for language in ("pl", "cy", "ro"):
        for brings in (Brings.LIFE, Brings.VIOLENCE, Brings.MEDICAL):
            yield f"{brings} in {language}", "crisis", replace(crisis, brings=brings, language=language)
    violence = replace(crisis, brings=Brings.VIOLENCE, deletes=True)
    yield "violence, else", "crisis", replace(violence, view="else")
    yield "held", "crisis", replace(crisis, view="held", plan=True)
    yield "held, asked for", "crisis", replace(crisis, view="held_asked")
    yield "held, no nation", "crisis", replace(crisis, card=UNKNOWN, view="held")
    yield "held, violence", "crisis", replace(violence, view="held")


def _where(locale: str) -> Iterator[tuple[str, str, Any]]:
    guests = described(names(frozenset({Role.SUPPORTER})), texts_for(locale))
    yield "no nation", "help", Help(UNKNOWN, everybodys(locale))
    yield "supporter, no nation", "help", Help(UNKNOWN, guests, guest=True)
    yield "choosing another", "help", Help(CARDS["GB-SCT"], everybodys(locale), choosing=True)
    yield "another country", "help", Help(CARDS[ANYWHERE], everybodys(locale))
    for country in CARDS:
        yield f"a link, {country}", "welcome", Welcome("Lee", CARDS[country].danger)
    yield "a stranger, no nation", "welcome", Welcome(None, UNKNOWN.danger)
    tomorrow = NOW + timedelta(days=1)
    yield "no nation", "ready", Ready("Sam", NOW, LONDON, tomorrow, UNKNOWN)
    yield "no nation", "practitioner_ready", PractitionerReady("Lee", NOW, LONDON, UNKNOWN, tomorrow)
    settings = Settings(NOW, "Sam", LONDON, True, Sees("Lee"), Rule((time(18, 30),)), tomorrow, numbers="GB-WLS")
    yield "client in Wales", "settings", settings
    yield "client in Ireland, where the service has a card", "settings", replace(settings, numbers="IE")
    yield "choosing whose numbers", "settings", replace(settings, choosing=True)
