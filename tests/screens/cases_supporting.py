"""The screens of clients' supporters and of supporters, face by face."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from bot.menus import described, names
from bot.screens.help_ import Facts as Help
from bot.screens.leave import Facts as Leave
from bot.screens.nudge import Facts as Nudge
from bot.screens.passed_on import Facts as PassedOn
from bot.screens.passing_on import Facts as PassingOn
from bot.screens.support_asked import Facts as Asked
from bot.screens.support_days import Facts as Days
from bot.screens.support_home import Facts as Home
from bot.screens.support_line import ASKS
from bot.screens.support_line import Facts as Line
from bot.screens.support_link import Facts as Link
from bot.screens.support_who import Facts as Who
from bot.screens.supporter import Facts as One
from bot.screens.supporters import Facts as Supporters
from bot.screens.supporters import Listed
from bot.screens.tips import Facts as Tips
from bot.texts import texts_for
from programme.crisis_card import CARDS
from programme.ideas import IDEAS
from programme.people import Role
from programme.plan import NUDGE
from programme.prompt import PromptState
from programme.support import Shared, Support, SupportState, nudge_rule
from tests.screens.cases_ahead import TOLD

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
    yield "nobody", "supporters", Supporters()
    yield "every state", "supporters", Supporters([Listed(n, NASTY, state) for n, state in enumerate(STATES)])
    yield "new", "supporter", One(replace(HELD, person_id=None, state=SupportState.MADE), "Sam", "made")
    yield "said yes", "supporter", One(KNOWS, "Sam", "accepted")
    waits = replace(HELD, waits="Don't ask if I smoked.")
    yield "a wish that tells", "supporter", One(waits, "Sam", "accepted")
    buddy = replace(HELD, person_id=None, state=SupportState.MADE, label="Quit buddy")
    yield "a name that tells", "supporter", One(buddy, "Sam", "made", "label")
    yield "ended", "supporter", One(replace(KNOWS, state=SupportState.ENDED), "Sam", "ended")
    yield "end it?", "supporter", One(KNOWS, "Sam", "accepted", "end")
    yield "what they see", "supporter", One(KNOWS, "Sam", "accepted", "preview")
    link = Link("https://t.me/some_bot?start=abc_-123", "Jo")
    yield "fresh", "support_link", link
    yield "shown", "support_link", replace(link, link=None)
    for what in ASKS:
        yield what, "support_line", Line(what, "Jo")
    yield "with days to tell of", "support_line", Line("tell", "Jo", 7)
    yield "good news", "passing_on", PassingOn(NASTY, "1 week of smoke-free days.", client=NASTY)
    yield "news that tells", "passing_on", PassingOn("Jo", "1 smoke-free day.", client="Sam", tells=True)
    yield "of theirs", "support_days", Days([5], time(11), own=False)
    yield "from Jo", "passed_on", PassedOn("Jo", NASTY, to_client=True)
    yield "from Jo, no answers kept", "passed_on", PassedOn("Jo", "Thinking of you.", to_client=True, asks=False)
    yield "rated", "passed_on", PassedOn("Jo", "Thinking of you.", to_client=True, rated=True)
    yield "why from Jo", "passed_on", PassedOn("Jo", "Thinking of you.", to_client=True, view="why")


def _of_guest(locale: str) -> Iterator[tuple[str, str, Any]]:
    menu = described(names(frozenset({Role.SUPPORTER})), texts_for(locale))
    yield "supporter", "help", Help(CARDS["GB-ENG"], menu, guest=True)
    yield "supporter", "leave", Leave(joined=True, guest=True)
    yield "supporter who left", "leave", Leave(guest=True)


def of_supporter(shown: Support = HELD) -> Iterator[tuple[str, str, Any]]:
    """What a supporter may read, where the client shows what `shown` says."""
    yield "is it you", "support_asked", Asked("Sam", "Jo")
    for view in ("means", "declined", "not_you", "ended"):
        yield view, "support_asked", Asked("Sam", "Jo", Shared.STOPPING in shown.shares, view)
    yield "knows", "support_asked", Asked("Sam", "Jo", knows=True, view="means")
    yield "", "support_home", Home("Sam", shown, NOW, LONDON)
    yield "stop", "support_home", Home("Sam", shown, NOW, LONDON, "stop")
    yield "ended", "support_home", Home("", None, NOW, LONDON)
    yield "two", "support_who", Who([(3, "Sam"), (4, NASTY)])
    yield "nobody", "support_who", Who()
    yield "own", "support_days", Days([5, 6], time(11), frozenset({0}))
    yield "not said", "tips", Tips()
    yield "said", "tips", Tips(knows=True)
    for idea in IDEAS:
        yield idea.code, "nudge", Nudge("Jo", "Sam", shown, idea.code)
    yield "with a wish", "nudge", Nudge("Jo", "Sam", KNOWS, "walk")
    for state in PromptState:
        yield state.value, "nudge", Nudge("Jo", "Sam", shown, "walk", state)
    yield "worried", "nudge", Nudge("Jo", "Sam", shown, "walk", view="worried", card=CARDS["GB"])
    for view in ("why", "stop"):
        yield view, "nudge", Nudge("Jo", "Sam", shown, "walk", view=view, prompt=replace(TOLD, kind=NUDGE))
    yield "over", "nudge", Nudge()
    for view in ("", "sent", "enough", "ended"):
        yield view, "passing_on", PassingOn("Sam", "Thinking of you.", view)
    yield "news", "passed_on", PassedOn("Sam", "A good week.", to_client=False)
    yield "why", "passed_on", PassedOn("Sam", "A good week.", to_client=False, view="why")
