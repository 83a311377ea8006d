"""How people answer a check-in, and the messages that ask one thing."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random

from care.check_in import answers as care_answers
from care.check_in import starting
from care.check_in.answering import Answered, AnswerStatus
from care.check_in.starting import snoozes_of
from care.practice import sessions
from care.quitting import outcomes
from care.schedule import change_slot, pause
from db import check_in
from db.schedule import days, prompts
from programme.check_in.answers import CHOICES, CheckIn, DayInOneTap, Question
from programme.practice.sessions import Note
from programme.quitting.follow_ups import RANGES
from programme.schedule.course import Form
from programme.schedule.pause import ProposalReply
from programme.schedule.plan import SESSION_BEFORE
from trials.simulate.residents import Happening, LifeTurn, PlannedReply
from trials.simulate.scene import Act, Said, Scene

ANSWERS_PROPOSAL = 0.8
SEVERAL_DAYS = 0.4
_CODES: Mapping[Question, tuple[str, ...]] = {
    **{question: tuple(one.value for one in of) for question, of in CHOICES.items()},
    Question.URGE: ("0", "1", "2", "2", "3", "4", "5"),
    Question.CIGARETTES: ("0", "0", "0", "0", "1", "2-5", "6+"),
    Question.HELPED: ("0",),
}


async def answers(scene: Scene, reply: PlannedReply) -> Said:
    """They answer a check-in from the beginning, or go on with it; one tap where that is asked, the last word none."""
    tx, person = scene.tx, scene.person
    prompt = await prompts.get(tx, reply.prompt_id)
    if prompt is not None and prompt.form in (Form.QUIET, Form.SOFT):
        return {**(await taps_reminder(scene, reply.prompt_id) or {}), "answers": 1}
    if prompt is not None and prompt.form == Form.LAST:
        return None
    stands = await starting.resume(tx, person, reply.prompt_id)
    taps = 0
    while stands.status is AnswerStatus.NEXT and stands.question is not None and taps < reply.most:
        stands = await _one(scene, reply.prompt_id, stands.question)
        taps += 1
    if stands.status is AnswerStatus.NEXT and reply.finishes:
        stands = await care_answers.finish(tx, person, reply.prompt_id)
        taps += 1
    await _considers(scene)
    return {"taps": taps or 1, "prompt": reply.prompt_id, "took": stands.status.value, "answers": taps}


async def _considers(scene: Scene) -> None:
    """What was put to them in the closing message, they say something to in a while; or never."""
    mine = await days.proposals_of_person(scene.tx, scene.person.id)
    chance = scene.chance
    if mine and mine[-1].made_at == scene.now and chance.random() < ANSWERS_PROPOSAL:
        says = chance.choice((ProposalReply.YES, ProposalReply.YES, ProposalReply.NOT_NOW, ProposalReply.NEVER))
        at = scene.now + timedelta(minutes=chance.randrange(1, 90))
        scene.town.plan(LifeTurn(at, scene.who.name, Happening.PROPOSAL, (mine[-1].id, says)))


async def _one(scene: Scene, prompt_id: int, question: Question) -> Answered:
    tx, person, chance = scene.tx, scene.person, scene.chance
    if question is Question.CIGARETTES and (said := await check_in.get(tx, prompt_id)) and said.which_day:
        return await _which_day(scene, said)
    if chance.random() < 0.06 or question is Question.WORDS:
        return await care_answers.skip_question(tx, person, prompt_id, question)
    return await care_answers.answer(tx, person, prompt_id, question, _code(question, chance))


async def _which_day(scene: Scene, said: CheckIn) -> Answered:
    """One of the days that were asked about; or more than one, which passes the question over."""
    tx, person, chance = scene.tx, scene.person, scene.chance
    prompt = await prompts.get(tx, said.prompt_id)
    if said.since is None or prompt is None or chance.random() < SEVERAL_DAYS:
        return await care_answers.skip_question(tx, person, said.prompt_id, Question.CIGARETTES)
    on = said.since + timedelta(days=chance.randrange((prompt.local_date - said.since).days + 1))
    return await care_answers.answer(tx, person, said.prompt_id, Question.CIGARETTES, on.isoformat())


def _code(question: Question, chance: Random) -> str:
    return chance.choice(_CODES.get(question, ("0",)))


async def taps_reminder(scene: Scene, prompt_id: int) -> Said:
    """The reminder's one tap."""
    done = await care_answers.one_tap(scene.tx, scene.person, prompt_id, scene.chance.choice(tuple(DayInOneTap)))
    return {"prompt": prompt_id, "took": done.status.value}


async def puts_off(scene: Scene, prompt_id: int) -> Said:
    """Later today, tonight or tomorrow: what there is to choose from."""
    prompt = await prompts.get(scene.tx, prompt_id)
    choices = await snoozes_of(scene.tx, scene.person, prompt) if prompt and prompt.is_open else ()
    if not choices:
        return None
    until = scene.chance.choice([one.until for one in choices])
    done = await starting.snooze(scene.tx, scene.person, prompt_id, until)
    return {"taps": 2, "prompt": prompt_id, "took": done.status.value, "until": until.value}


async def leaves_it(scene: Scene, prompt_id: int) -> Said:
    """Not today."""
    took = await starting.not_today(scene.tx, scene.person, prompt_id)
    return {"taps": 2, "prompt": prompt_id, "took": took.value}


ANSWER_ACTS: Mapping[Happening, Act] = {
    Happening.ANSWER: answers,
    Happening.ONE_TAP: taps_reminder,
    Happening.LATER: puts_off,
    Happening.NOT_TODAY: leaves_it,
}

DAY = timedelta(days=1)


async def says_of_session(scene: Scene, prompt_id: int) -> Said:
    """They write down what to bring, or what was agreed; or that there is nothing."""
    tx, person = scene.tx, scene.person
    prompt = await prompts.get(tx, prompt_id)
    if prompt is None or not prompt.is_open or scene.chance.random() < 0.4:
        done = await sessions.nothing_to_say(tx, person, prompt_id)
        return {"prompt": prompt_id, "took": "nothing"} if done else None
    is_before = prompt.kind == SESSION_BEFORE
    note, on = (Note.BRING, prompt.local_date + DAY) if is_before else (Note.AGREED, prompt.local_date)
    kept = await sessions.write_note(tx, person, on, note, "Ask about the patches")
    return {"taps": 2, "prompt": prompt_id, "took": "kept" if kept else "unkept"}


async def says_how_it_went(scene: Scene, prompt_id: int) -> Said:
    """They say how many they smoked."""
    said = await outcomes.answer_outcome(scene.tx, scene.person, prompt_id, scene.chance.choice(tuple(RANGES)))
    return None if said is None else {"prompt": prompt_id, "milestone": said.milestone}


async def says_of_timing(scene: Scene, prompt_id: int) -> Said:
    """Now is good, not yet, or ask me no more."""
    tx, person = scene.tx, scene.person
    how = scene.chance.choice(("good", "not yet", "not yet", "stop"))
    match how:
        case "good":
            done = await pause.now_is_good(tx, person) is not None
        case "not yet":
            done = await pause.not_yet(tx, person, prompt_id)
        case _:
            done = await pause.stop_asking(tx, person, prompt_id)
    return {"prompt": prompt_id, "how": how} if done else None


async def says_to_proposal(scene: Scene, put: tuple[int, ProposalReply]) -> Said:
    """Yes, not now, or never."""
    proposal_id, reply = put
    done = await change_slot.answer_proposal(scene.tx, scene.person, proposal_id, reply)
    return None if done is None else {"proposal": proposal_id, "reply": reply.value}


SAYING_ACTS: Mapping[Happening, Act] = {
    Happening.SESSION_NOTE: says_of_session,
    Happening.OUTCOME: says_how_it_went,
    Happening.TIMING: says_of_timing,
    Happening.PROPOSAL: says_to_proposal,
}
