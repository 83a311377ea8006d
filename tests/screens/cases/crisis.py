"""The crisis cards: each of them in each nation, for whom it stands there, and every face that a tap brings."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from bot.kit.menus import described, everybodys, names
from bot.kit.people import Sees
from bot.people.joining import ReadyFacts, WelcomeFacts
from bot.people.settings import HelpFacts, SettingsFacts
from bot.practice.caseload import PractitionerReadyFacts
from bot.safety.crisis import CrisisFacts, QuietLineFacts
from bot.texts import texts_for
from programme.people.person import Role
from programme.safety.cards import ANYWHERE, BRITAIN, CARDS
from programme.safety.danger import Brings
from programme.schedule.plan import Rule

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
            facts = CrisisFacts(card, team, brings=brings, deletes=own)
            yield f"{brings}, {country}", "crisis", facts
        stranger = CrisisFacts(ENGLAND, None, brings=brings, deletes=own)
        yield f"{brings}, nobody to tell", "crisis", stranger
    yield from _faces(locale)
    yield from _where(locale)
    yield "", "quiet_line", QuietLineFacts()
    yield "all right", "quiet_line", QuietLineFacts(right=True)


def _faces(locale: str) -> Iterator[tuple[str, str, Any]]:
    crisis = CrisisFacts(ENGLAND, "Lee")
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
    yield "no nation", "help", HelpFacts(UNKNOWN, everybodys(locale))
    yield "supporter, no nation", "help", HelpFacts(UNKNOWN, guests, guest=True)
    yield "choosing another", "help", HelpFacts(CARDS["GB-SCT"], everybodys(locale), choosing=True)
    yield "another country", "help", HelpFacts(CARDS[ANYWHERE], everybodys(locale))
    for country in CARDS:
        yield f"a link, {country}", "welcome", WelcomeFacts("Lee", CARDS[country].danger)
    yield "a stranger, no nation", "welcome", WelcomeFacts(None, UNKNOWN.danger)
    tomorrow = NOW + timedelta(days=1)
    yield "no nation", "ready", ReadyFacts("Sam", NOW, LONDON, tomorrow, UNKNOWN)
    yield "no nation", "practitioner_ready", PractitionerReadyFacts("Lee", NOW, LONDON, UNKNOWN, tomorrow)
    settings = SettingsFacts(NOW, "Sam", LONDON, True, Sees("Lee"), Rule((time(18, 30),)), tomorrow, numbers="GB-WLS")
    yield "client in Wales", "settings", settings
    yield "client in Ireland, where the service has a card", "settings", replace(settings, numbers="IE")
    yield "choosing whose numbers", "settings", replace(settings, choosing=True)
