"""The screens of clients' supporters and of supporters, face by face."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from bot.kit.menus import described, names
from bot.people.rights import LeaveFacts
from bot.people.settings import HelpFacts
from bot.supporters.passing import PassedOnFacts, PassingOnFacts
from bot.supporters.screens import ListedSupporter, NudgeFacts, SupporterFacts, SupportersFacts, SupportLinkFacts
from bot.supporters.supporting import (
    ASKS,
    SupportAskedFacts,
    SupportDaysFacts,
    SupportHomeFacts,
    SupportLineFacts,
    SupportWhoFacts,
    TipsFacts,
)
from bot.texts import texts_for
from programme.people.person import Role
from programme.safety.cards import CARDS
from programme.schedule.plan import NUDGE
from programme.schedule.prompt import PromptState
from programme.supporters.support import IDEAS, Shared, Support, SupportState, nudge_rule
from tests.screens.cases.ahead import TOLD

NOW = datetime(2026, 3, 10, 19, 5, tzinfo=UTC)
LONDON = "Europe/London"
NASTY = '<b>"Jo" & co</b>'
HELD = Support(3, 7, 9, 5, "Jo", None, frozenset(), nudge_rule(), SupportState.ACCEPTED, 1, NOW)
KNOWS = replace(HELD, wish="Text about 5. Please don't ask how it goes.", shares=frozenset(Shared))
STATES = (*(state.value for state in SupportState if state is not SupportState.REMOVED), "gone")


def supporting(locale: str) -> Iterator[tuple[str, str, Any]]:
    """All faces, the client's first."""
    yield from _of_client()
    yield from _of_guest(locale)
    yield from of_supporter()


def _of_client() -> Iterator[tuple[str, str, Any]]:
    yield "nobody", "supporters", SupportersFacts()
    yield (
        "every state",
        "supporters",
        SupportersFacts([ListedSupporter(n, NASTY, state) for n, state in enumerate(STATES)]),
    )
    yield "new", "supporter", SupporterFacts(replace(HELD, person_id=None, state=SupportState.MADE), "Sam", "made")
    yield "said yes", "supporter", SupporterFacts(KNOWS, "Sam", "accepted")
    waits = replace(HELD, waits="Don't ask if I smoked.")
    yield "a wish that tells", "supporter", SupporterFacts(waits, "Sam", "accepted")
    buddy = replace(HELD, person_id=None, state=SupportState.MADE, label="Quit buddy")
    yield "a name that tells", "supporter", SupporterFacts(buddy, "Sam", "made", "label")
    yield "ended", "supporter", SupporterFacts(replace(KNOWS, state=SupportState.ENDED), "Sam", "ended")
    yield "end it?", "supporter", SupporterFacts(KNOWS, "Sam", "accepted", "end")
    yield "what they see", "supporter", SupporterFacts(KNOWS, "Sam", "accepted", "preview")
    link = SupportLinkFacts("https://t.me/some_bot?start=abc_-123", "Jo")
    yield "fresh", "support_link", link
    yield "shown", "support_link", replace(link, link=None)
    for what in ASKS:
        yield what, "support_line", SupportLineFacts(what, "Jo")
    yield "with days to tell of", "support_line", SupportLineFacts("tell", "Jo", 7)
    yield "good news", "passing_on", PassingOnFacts(NASTY, "1 week of smoke-free days.", client=NASTY)
    yield "news that tells", "passing_on", PassingOnFacts("Jo", "1 smoke-free day.", client="Sam", tells=True)
    yield "of theirs", "support_days", SupportDaysFacts([5], time(11), own=False)
    yield "from Jo", "passed_on", PassedOnFacts("Jo", NASTY, to_client=True)
    yield "from Jo, no answers kept", "passed_on", PassedOnFacts("Jo", "Thinking of you.", to_client=True, asks=False)
    yield "rated", "passed_on", PassedOnFacts("Jo", "Thinking of you.", to_client=True, rated=True)
    yield "why from Jo", "passed_on", PassedOnFacts("Jo", "Thinking of you.", to_client=True, view="why")


def _of_guest(locale: str) -> Iterator[tuple[str, str, Any]]:
    menu = described(names(frozenset({Role.SUPPORTER})), texts_for(locale))
    yield "supporter", "help", HelpFacts(CARDS["GB-ENG"], menu, guest=True)
    yield "supporter", "leave", LeaveFacts(joined=True, guest=True)
    yield "supporter who left", "leave", LeaveFacts(guest=True)


def of_supporter(shown: Support = HELD) -> Iterator[tuple[str, str, Any]]:
    """What a supporter may read, where the client shows what `shown` says."""
    yield "is it you", "support_asked", SupportAskedFacts("Sam", "Jo")
    for view in ("means", "declined", "not_you", "ended"):
        yield view, "support_asked", SupportAskedFacts("Sam", "Jo", Shared.STOPPING in shown.shares, view)
    yield "knows", "support_asked", SupportAskedFacts("Sam", "Jo", knows=True, view="means")
    yield "", "support_home", SupportHomeFacts("Sam", shown, NOW, LONDON)
    yield "stop", "support_home", SupportHomeFacts("Sam", shown, NOW, LONDON, "stop")
    yield "ended", "support_home", SupportHomeFacts("", None, NOW, LONDON)
    yield "two", "support_who", SupportWhoFacts([(3, "Sam"), (4, NASTY)])
    yield "nobody", "support_who", SupportWhoFacts()
    yield "own", "support_days", SupportDaysFacts([5, 6], time(11), frozenset({0}))
    yield "not said", "tips", TipsFacts()
    yield "said", "tips", TipsFacts(knows=True)
    for idea in IDEAS:
        yield idea.code, "nudge", NudgeFacts("Jo", "Sam", shown, idea.code)
    yield "with a wish", "nudge", NudgeFacts("Jo", "Sam", KNOWS, "walk")
    for state in PromptState:
        yield state.value, "nudge", NudgeFacts("Jo", "Sam", shown, "walk", state)
    yield "worried", "nudge", NudgeFacts("Jo", "Sam", shown, "walk", view="worried", card=CARDS["GB"])
    for view in ("why", "stop"):
        yield view, "nudge", NudgeFacts("Jo", "Sam", shown, "walk", view=view, prompt=replace(TOLD, kind=NUDGE))
    yield "over", "nudge", NudgeFacts()
    for view in ("", "sent", "enough", "ended"):
        yield view, "passing_on", PassingOnFacts("Sam", "Thinking of you.", view)
    yield "news", "passed_on", PassedOnFacts("Sam", "A good week.", to_client=False)
    yield "why", "passed_on", PassedOnFacts("Sam", "A good week.", to_client=False, view="why")
