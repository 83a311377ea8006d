"""How people answer a check-in: question by question, as it is asked."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random

from care import check_in
from care.check_in import Answered, Took
from care.put_off import snoozes_of
from db import check_ins, prompts, proposals
from programme.check_in import CheckIn, Day, HardMoment, Mood, Question
from programme.course import Form
from programme.proposal import Reply as ToProposal
from trials.simulate.residents import Reply, Turn, What
from trials.simulate.scene import Act, Said, Scene

ANSWERS_PROPOSAL = 0.8
SEVERAL_DAYS = 0.4
_CODES: Mapping[Question, tuple[str, ...]] = {
    Question.MOOD: tuple(mood.value for mood in Mood),
    Question.URGE: ("0", "1", "2", "2", "3", "4", "5"),
    Question.CIGARETTES: ("0", "0", "0", "0", "1", "2-5", "6+"),
    Question.MOMENT: tuple(moment.value for moment in HardMoment),
    Question.HELPED: ("0",),
}


async def answers(scene: Scene, reply: Reply) -> Said:
    """They answer a check-in from the beginning, or go on with it; one tap where that is asked, the last word none."""
    tx, person = scene.tx, scene.person
    prompt = await prompts.get(tx, reply.prompt_id)
    if prompt is not None and prompt.form in (Form.QUIET, Form.SOFT):
        return {**(await taps_reminder(scene, reply.prompt_id) or {}), "answers": 1}
    if prompt is not None and prompt.form == Form.LAST:
        return None
    stands = await check_in.resume(tx, person, reply.prompt_id)
    taps = 0
    while stands.took is Took.NEXT and stands.question is not None and taps < reply.most:
        stands = await _one(scene, reply.prompt_id, stands.question)
        taps += 1
    if stands.took is Took.NEXT and reply.finishes:
        stands = await check_in.finish(tx, person, reply.prompt_id)
        taps += 1
    await _considers(scene)
    return {"taps": taps or 1, "prompt": reply.prompt_id, "took": stands.took.value, "answers": taps}


async def _considers(scene: Scene) -> None:
    """What was put to them in the closing message, they say something to in a while; or never."""
    mine = await proposals.of_person(scene.tx, scene.person.id)
    chance = scene.chance
    if mine and mine[-1].made_at == scene.now and chance.random() < ANSWERS_PROPOSAL:
        says = chance.choice((ToProposal.YES, ToProposal.YES, ToProposal.NOT_NOW, ToProposal.NEVER))
        at = scene.now + timedelta(minutes=chance.randrange(1, 90))
        scene.town.plan(Turn(at, scene.who.name, What.PROPOSAL, (mine[-1].id, says)))


async def _one(scene: Scene, prompt_id: int, question: Question) -> Answered:
    tx, person, chance = scene.tx, scene.person, scene.chance
    if question is Question.CIGARETTES and (said := await check_ins.get(tx, prompt_id)) and said.which_day:
        return await _which_day(scene, said)
    if chance.random() < 0.06 or question is Question.WORDS:
        return await check_in.skip_question(tx, person, prompt_id, question)
    return await check_in.answer(tx, person, prompt_id, question, _code(question, chance))


async def _which_day(scene: Scene, said: CheckIn) -> Answered:
    """One of the days that were asked about; or more than one, which passes the question over."""
    tx, person, chance = scene.tx, scene.person, scene.chance
    prompt = await prompts.get(tx, said.prompt_id)
    if said.since is None or prompt is None or chance.random() < SEVERAL_DAYS:
        return await check_in.skip_question(tx, person, said.prompt_id, Question.CIGARETTES)
    on = said.since + timedelta(days=chance.randrange((prompt.local_date - said.since).days + 1))
    return await check_in.answer(tx, person, said.prompt_id, Question.CIGARETTES, on.isoformat())


def _code(question: Question, chance: Random) -> str:
    return chance.choice(_CODES.get(question, ("0",)))


async def taps_reminder(scene: Scene, prompt_id: int) -> Said:
    """The reminder's one tap."""
    done = await check_in.one_tap(scene.tx, scene.person, prompt_id, scene.chance.choice(tuple(Day)))
    return {"prompt": prompt_id, "took": done.took.value}


async def puts_off(scene: Scene, prompt_id: int) -> Said:
    """Later today, tonight or tomorrow: what there is to choose from."""
    prompt = await prompts.get(scene.tx, prompt_id)
    choices = await snoozes_of(scene.tx, scene.person, prompt) if prompt and prompt.is_open else ()
    if not choices:
        return None
    until = scene.chance.choice([one.until for one in choices])
    done = await check_in.later(scene.tx, scene.person, prompt_id, until)
    return {"taps": 2, "prompt": prompt_id, "took": done.took.value, "until": until.value}


async def leaves_it(scene: Scene, prompt_id: int) -> Said:
    """Not today."""
    took = await check_in.not_today(scene.tx, scene.person, prompt_id)
    return {"taps": 2, "prompt": prompt_id, "took": took.value}


ACTS: Mapping[What, Act] = {
    What.ANSWER: answers,
    What.ONE_TAP: taps_reminder,
    What.LATER: puts_off,
    What.NOT_TODAY: leaves_it,
}
