"""What clients write down: diary, notes, beliefs, and My plan."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from care.diary import entries
from care.diary.entries import answer_stress_follow_up
from care.planning import goals, occasions, worries
from care.practice import clients
from care.quitting import lapses, preparing
from programme.diary.entries import HOURS, PLACES, hours_code
from programme.diary.patterns import Company, Feeling
from programme.people.person import today_of
from programme.planning.goals import GoalOutcome, IdeaResult
from programme.planning.occasions import HowWas, OccasionPart
from programme.planning.reasons import BeliefTopic, ReasonSide
from programme.quitting.attempts import Thing
from programme.toolkit.strategies import Function
from trials.simulate.residents import Happening
from trials.simulate.scene import Act, Said, Scene

URGES = 0.4  # of what they write down
EARLIER = 0.2
TAKEN_BACK = 0.1


async def writes_down(scene: Scene, _: object) -> Said:
    """A cigarette or an urge with what was around it; now and then it was earlier, or was none."""
    if not scene.person.is_client:
        return None
    tx, chance = scene.tx, scene.chance
    if chance.random() < URGES:
        entry, lapse = await entries.write_urge(tx, scene.person, chance.randrange(1, 6)), False
    else:
        told = (await lapses.tell_smoked(tx, scene.person)).smoked
        entry, lapse = await entries.entry_of(tx, scene.person, told.id, urge=False), told.is_lapse
        if not lapse and await entries.is_stress_asked(tx, scene.person, told):
            await entries.rate_stress(tx, scene.person, told.id, chance.randrange(6))
    assert entry is not None, "it was written down this moment"
    around = replace(entry, place=chance.choice(PLACES), company=chance.choice([*Company]))
    await entries.keep_entry(tx, replace(around.felt(chance.choice([*Feeling])), function=chance.choice([*Function])))
    if not entry.is_urge and await entries.offers_stress_follow_up(tx, scene.person, entry.id):
        await entries.choose_stress_follow_up(tx, scene.person, yes=chance.random() < 0.8)
    if not lapse and chance.random() < EARLIER:
        await entries.entry_was_at(tx, scene.person, entry, hours_code(HOURS[0]))
    gone = chance.random() < TAKEN_BACK and await entries.take_back_entry(tx, scene.person, entry)
    cigarette = None if entry.is_urge else entry.id
    return {"taps": 4, "lapse": lapse and not gone, "cigarette": cigarette, "taken_back": gone}


async def looks_back(scene: Scene, smoked_id: int) -> Said:
    """How stressed they are by now."""
    kept = await answer_stress_follow_up(scene.tx, scene.person, smoked_id, scene.chance.randrange(6))
    return {} if kept else None


DIARY_ACTS: Mapping[Happening, Act] = {Happening.WRITE_DOWN: writes_down, Happening.LOOK_BACK: looks_back}


async def types_a_note(scene: Scene, parks: bool) -> Said:
    """They type what is on their mind; it is kept, and parked where they say so."""
    kept = await worries.keep_note(scene.tx, scene.person, "Nights are the problem")
    if kept is None:
        return None
    parked = parks and await worries.park_note(scene.tx, scene.person, kept)
    return {"taps": int(parks), "parked": parked}


async def tells_of_a_belief(scene: Scene, sure: int | None) -> Said:
    """They write one down and rate it; or they rate the first one that they wrote again."""
    tx, person = scene.tx, scene.person
    if sure is None:
        mine = await worries.beliefs_of_client(tx, person)
        if not mine:
            return None
        await worries.rate_belief(tx, person, mine[0].id, scene.chance.randrange(6), again=True)
        return {"taps": 2}
    kept = await worries.write_belief(tx, person, "I'll be hungry", scene.chance.choice(tuple(BeliefTopic)))
    if kept is None:
        return None
    await worries.rate_belief(tx, person, kept, sure, again=False)
    return {"taps": 4, "sure": sure}


NOTE_ACTS: Mapping[Happening, Act] = {Happening.NOTE: types_a_note, Happening.BELIEF: tells_of_a_belief}


async def lives_plan(scene: Scene, _: object) -> Said:
    """One step of one piece of it."""
    if not scene.person.is_client:
        return None
    return {"taps": 3, "piece": await scene.chance.choice(_PIECES)(scene)}


async def _goal(scene: Scene) -> str:
    """A goal is set; or they say what became of it, and half of them keep it on."""
    tx, person = scene.tx, scene.person
    there = await goals.current_goal(tx, person)
    if there is None:
        await goals.set_goal(tx, person, "Tea first")
    else:
        await goals.review_goal(tx, person, there.id, scene.chance.choice(tuple(GoalOutcome)))
        if scene.chance.random() < 0.5:
            await goals.keep_goal(tx, person, there.id)
    return "goal"


async def _problem(scene: Scene) -> str:
    """Something is named with an idea that is picked; then they say how that went, or leave it."""
    tx, person, chance = scene.tx, scene.person, scene.chance
    there = await goals.current_problem(tx, person)
    if there is None:
        await goals.name_problem(tx, person, "The walk home")
        idea = await goals.add_idea(tx, person, "Take the bus")
        on = today_of(tx.now, person) + timedelta(chance.randrange(3))
        if idea is not None:
            await goals.pick_idea(tx, person, idea, on)
    elif there.trying is not None:
        await goals.tell_tried(tx, person, there.trying.id, chance.choice((*IdeaResult, None)))
    else:
        await goals.end_problem(tx, person, there.barrier.id)
    return "problem"


async def _gets_ready(scene: Scene) -> str:
    """One thing is ticked, or is not done after all; a reason is written down."""
    await preparing.tick(scene.tx, scene.person, scene.chance.choice(tuple(Thing)))
    await occasions.add_reason(scene.tx, scene.person, "Mia", scene.chance.choice(tuple(ReasonSide)))
    await clients.links_for(scene.tx, scene.person)
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
        await occasions.write_part(tx, person, made, OccasionPart.THEN, "Stand by the door")
    return "occasion"


_PIECES: tuple[Callable[[Scene], Awaitable[str]], ...] = (_goal, _problem, _gets_ready, _occasion)
PLAN_ACTS: Mapping[Happening, Act] = {Happening.PLAN: lives_plan}
