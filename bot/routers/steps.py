"""From a step of joining to the screen that asks for it."""

from bot.routers import speak
from bot.screens.ready import HELPED
from bot.screens.welcome import FITS
from bot.visit import Visit
from care import joining, say
from programme.joining import Step, next_step

# The screen of each step, what the next words are for while it is asked, and which view of the screen it is.
ASKED: dict[Step, tuple[str, str | None, str]] = {
    Step.WELCOME: ("welcome", None, ""),
    Step.FITS: ("welcome", None, FITS),
    Step.CHOICES: ("choices", None, ""),
    Step.NAME: ("ask_name", "name", ""),
    Step.TIME: ("ask_time", "time", ""),
    Step.HELPED: ("ready", "helped", HELPED),
    Step.READY: ("ready", None, ""),
}


async def go_on(visit: Visit, step: Step) -> None:
    """Show what is asked at that step. Once somebody is set up, their four buttons and their menu are there too."""
    name, awaited, view = ASKED[step]
    if step is Step.HELPED:
        await _ask_helped(visit)
        return
    if step is Step.READY:
        await say.show(visit.tx, visit.person.id, "at_hand")
    await speak.ask(visit, awaited, name, {"view": view} if view else None)
    if step is Step.READY:
        await speak.menu(visit)
        await speak.pin(visit)


async def _ask_helped(visit: Visit) -> None:
    """All that comes with being set up goes first, so that the question is the last thing to be seen."""
    name, awaited, view = ASKED[Step.HELPED]
    await say.show(visit.tx, visit.person.id, "at_hand")
    await speak.pin(visit)
    tapped, visit.screen = visit.screen, None
    await speak.ask(visit, awaited, name, {"view": view, "asked": int(visit.now.timestamp())})
    if tapped is not None:
        await say.retire(visit.tx, tapped.id)
    await speak.menu(visit)


async def where(visit: Visit) -> Step:
    """The step that this person stands at, by what is remembered."""
    return next_step(await joining.known(visit.tx, visit.person))
