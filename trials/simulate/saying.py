"""What people say to the messages that ask one thing: a session, an outcome, the timing, a proposal."""

from collections.abc import Mapping
from datetime import timedelta

from care import outcomes, proposals, sessions, timing
from db import prompts
from programme.outcome import RANGES
from programme.plan import SESSION_BEFORE
from programme.proposal import Reply
from programme.session import Note
from trials.simulate.residents import What
from trials.simulate.scene import Act, Said, Scene

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
            done = await timing.now_is_good(tx, person) is not None
        case "not yet":
            done = await timing.not_yet(tx, person, prompt_id)
        case _:
            done = await timing.stop_asking(tx, person, prompt_id)
    return {"prompt": prompt_id, "how": how} if done else None


async def says_to_proposal(scene: Scene, put: tuple[int, Reply]) -> Said:
    """Yes, not now, or never."""
    proposal_id, reply = put
    done = await proposals.answer(scene.tx, scene.person, proposal_id, reply)
    return None if done is None else {"proposal": proposal_id, "reply": reply.value}


ACTS: Mapping[What, Act] = {
    What.SESSION_NOTE: says_of_session,
    What.OUTCOME: says_how_it_went,
    What.TIMING: says_of_timing,
    What.PROPOSAL: says_to_proposal,
}
