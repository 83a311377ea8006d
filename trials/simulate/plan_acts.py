"""What clients do about My plan, one step at a time: a goal, what is in the way, getting ready, an occasion."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from care import goal, links, occasions, preparing, problem, reasons
from care.quit_date import today_of
from programme.goal import Outcome
from programme.occasion import HowWas, Part
from programme.preparing import Thing
from programme.problem import Tried
from programme.reason import Side
from trials.simulate.residents import What
from trials.simulate.scene import Act, Said, Scene


async def lives_plan(scene: Scene, _: object) -> Said:
    """One step of one piece of it."""
    if not scene.person.is_client:
        return None
    return {"taps": 3, "piece": await scene.chance.choice(_PIECES)(scene)}


async def _goal(scene: Scene) -> str:
    """A goal is set; or they say what became of it, and half of them keep it on."""
    tx, person = scene.tx, scene.person
    there = await goal.current(tx, person)
    if there is None:
        await goal.set_goal(tx, person, "Tea first")
    else:
        await goal.review_goal(tx, person, there.id, scene.chance.choice(tuple(Outcome)))
        if scene.chance.random() < 0.5:
            await goal.keep_goal(tx, person, there.id)
    return "goal"


async def _problem(scene: Scene) -> str:
    """Something is named with an idea that is picked; then they say how that went, or leave it."""
    tx, person, chance = scene.tx, scene.person, scene.chance
    there = await problem.current(tx, person)
    if there is None:
        await problem.name_problem(tx, person, "The walk home")
        idea = await problem.add_idea(tx, person, "Take the bus")
        on = today_of(tx.now, person) + timedelta(chance.randrange(3))
        if idea is not None:
            await problem.pick_idea(tx, person, idea, on)
    elif there.trying is not None:
        await problem.tell_tried(tx, person, there.trying.id, chance.choice((*Tried, None)))
    else:
        await problem.end_problem(tx, person, there.barrier.id)
    return "problem"


async def _gets_ready(scene: Scene) -> str:
    """One thing is ticked, or is not done after all; a reason is written down."""
    await preparing.tick(scene.tx, scene.person, scene.chance.choice(tuple(Thing)))
    await reasons.add_reason(scene.tx, scene.person, "Mia", scene.chance.choice(tuple(Side)))
    await links.links_for(scene.tx, scene.person)
    return "preparing"


async def _occasion(scene: Scene) -> str:
    """One is planned for the coming days; of what is over they say how it was."""
    tx, person, chance = scene.tx, scene.person, scene.chance
    there, today = await occasions.occasions_of(tx, person), today_of(tx.now, person)
    if there and there[0].own.on_date is not None and there[0].own.on_date < today:
        await occasions.tell_how(tx, person, there[0].own.id, chance.choice(tuple(HowWas)))
        return "occasion"
    made = await occasions.plan_occasion(tx, person, "Pub quiz")
    if made is not None:
        await occasions.set_day(tx, person, made, today + timedelta(chance.randrange(5)))
        await occasions.write_part(tx, person, made, Part.THEN, "Stand by the door")
    return "occasion"


_PIECES: tuple[Callable[[Scene], Awaitable[str]], ...] = (_goal, _problem, _gets_ready, _occasion)
ACTS: Mapping[What, Act] = {What.PLAN: lives_plan}
