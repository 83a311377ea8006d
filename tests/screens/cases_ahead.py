"""Cases of the screens that say what comes and why, and of a break from it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.screens.hello import Facts as HelloFacts
from bot.screens.next_ import Facts as NextFacts
from bot.screens.pause import Facts as PauseFacts
from bot.screens.sees import Sees
from bot.screens.why import Why
from care.coming import Coming
from care.hello import BACK, LAPSE
from programme.pause import Pause
from programme.plan import CHECK_IN, HELLO, NEVER, NUDGE, SUMMARY
from programme.prompt import Prompt, PromptState

NOW = datetime(2026, 3, 10, 19, 5, tzinfo=UTC)
TOMORROW = datetime(2026, 3, 11, 18, 30, tzinfo=UTC)
MORNING = datetime(2026, 3, 10, 8, tzinfo=UTC)
LONDON = "Europe/London"
BOTH = Sees("Lee", summary=True, keep=True)
NASTY = '<b>"Jo" & co</b>'
TOLD = Prompt(
    id=13, plan_id=4, person_id=7, kind=HELLO, local_date=MORNING.date(), slot="08:00", due_at=MORNING,
    opened_at=MORNING, closes_at=MORNING + timedelta(hours=4), next_at=None, next_step=None, state=PromptState.OPEN,
    reason=None, reminded_at=None, seen_at=None, answered_at=None, closed_at=None, late=False, plan_version=1,
    decision={"chosen": LAPSE, "asked_for": "08:00"},
)  # fmt: skip


def ahead() -> Iterator[tuple[str, str, Any]]:
    """Case, screen and facts."""
    lapse = HelloFacts(NOW, LONDON, "Sam", Why(TOLD), TOMORROW)
    back = replace(lapse, why=Why(replace(TOLD, decision={"chosen": BACK})))
    for name, hello in (("after a lapse", lapse), ("after a break", back)):
        yield name, "hello", hello
        yield f"{name}, why", "hello", replace(hello, view="why")
    yield "no name, no check-in", "hello", replace(lapse, name=None, next_at=None)
    yield "asked", "pause", PauseFacts(NOW, LONDON)
    for_a_week = PauseFacts(NOW, LONDON, Pause(NOW, NOW + timedelta(days=7)), hello=True, sees=BOTH)
    yield "a week", "pause", for_a_week
    yield "one supporter", "pause", replace(for_a_week, supporters=(NASTY,), hello=False)
    yield "supporters", "pause", replace(for_a_week, supporters=("Jo", "Kim"), sees=Sees())
    yield "until back", "pause", replace(for_a_week, pause=Pause(NOW, NEVER), hello=False)
    yield "changing", "pause", replace(for_a_week, view="change")
    yield "back", "pause", PauseFacts(NOW, LONDON, next_at=TOMORROW, view="back")
    week = [Coming(TOMORROW, CHECK_IN), Coming(TOMORROW, HELLO), Coming(TOMORROW + timedelta(days=1), CHECK_IN)]
    yield "client", "next", NextFacts(NOW, LONDON, week, client=True)
    yield "paused", "next", NextFacts(NOW, LONDON, week[:1], client=True, pause=for_a_week.pause)
    yield "until back", "next", NextFacts(NOW, LONDON, (), client=True, pause=Pause(NOW, NEVER))
    nudges = (Coming(TOMORROW, NUDGE, 7), Coming(TOMORROW, NUDGE, 8), Coming(TOMORROW, SUMMARY))
    yield "supporter and practitioner", "next", NextFacts(NOW, LONDON, nudges, {7: NASTY, 8: None})
    yield "nothing", "next", NextFacts(NOW, LONDON, ())
