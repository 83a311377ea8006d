"""From a step of joining to the screen that asks for it."""

from bot.routers import speak
from bot.visit import Visit
from care import joining, say
from programme.joining import Step, next_step

# The screen of each step, and what the next words are for while it is asked.
ASKED: dict[Step, tuple[str, str | None]] = {
    Step.WELCOME: ("welcome", None),
    Step.CHOICES: ("choices", None),
    Step.NAME: ("ask_name", "name"),
    Step.TIME: ("ask_time", "time"),
    Step.HELPED: ("ask_helped", "helped"),
    Step.READY: ("ready", None),
}


async def go_on(visit: Visit, step: Step) -> None:
    """Show what is asked at that step. Once somebody is ready, their four buttons and their menu are there too."""
    name, awaited = ASKED[step]
    if step is Step.READY:
        await say.show(visit.tx, visit.now, visit.person.id, "at_hand")
    await speak.ask(visit, awaited, name)
    if step is Step.READY:
        await speak.menu(visit)
        await speak.pin(visit)


async def where(visit: Visit) -> Step:
    """The step that this person stands at, by what is remembered."""
    return next_step(await joining.known(visit.tx, visit.person))
