"""Who cannot be reached: they blocked the bot or are gone from Telegram. That is not silence (FIELD S15)."""

from care import closing, handed_over, requests, say_many
from care.closing import Ending
from db import events, people, prompts, speaking
from db.tx import Tx
from programme.prompt import ASK, PromptState, of_key


async def cannot_reach(tx: Tx, person_id: int) -> bool:
    """Nothing unasked goes to that person (locked) from now on; False where that was known.

    - What waits to be sent to them unasked is not sent later either, nor an answer that was put down for later.
    - A check-in whose question never went out is recorded as "cannot reach".
    - What somebody asked of them as a practitioner is passed on to the next in line at once.
    """
    person = await people.get(tx, person_id)
    if person is None or person.cannot_reach_since is not None:
        return False
    await people.set_cannot_reach(tx, person_id, tx.now)
    await requests.pass_over(tx, person_id)
    await events.add(tx, "CannotReach", person_id, data={"since": tx.now.isoformat()})
    keys = map(of_key, await speaking.cancel_prompts_of(tx, person_id, "blocked"))
    unasked = {key[0] for key in keys if key is not None and key[1] == ASK}
    waiting = [one for one in await prompts.open_of(tx, person_id) if one.id in unasked]
    await say_many.retire_prompts(tx, {one.id: one.person_id for one in waiting}, "blocked")
    await closing.close_many(tx, [Ending(one, PromptState.CANNOT_REACH, "blocked") for one in waiting])
    return True


async def reachable_again(tx: Tx, person_id: int) -> bool:
    """That person (locked) is back; what was due meanwhile is not sent, but what somebody asked of them as a
    practitioner is, what became of what they asked, and who is there for them now. False where they were not away."""
    person = await people.get(tx, person_id)
    if person is None or person.cannot_reach_since is None:
        return False
    await people.set_cannot_reach(tx, person_id, None)
    await events.add(tx, "ReachableAgain", person_id, data={"since": person.cannot_reach_since.isoformat()})
    if person.is_practitioner:
        await requests.tell_again(tx, person)
    await requests.tell_client_again(tx, person_id)
    await handed_over.tell_again(tx, person_id)
    return True
