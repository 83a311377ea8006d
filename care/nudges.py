"""What a supporter says to a nudge. The client is not told of it."""

from care import closing, say_many
from care.closing import Ending
from db import prompts, supporters
from db.tx import Tx
from programme.people import Person
from programme.plan import NUDGE
from programme.prompt import Prompt, PromptState
from programme.support import Support

_NOT_THIS_WEEK = "not this week"


async def nudge_of(tx: Tx, person: Person, prompt_id: int | None) -> tuple[Prompt, Support] | None:
    """That person's nudge and whom it is about; None where it is not theirs, or has ended."""
    prompt = await prompts.get(tx, prompt_id or 0)
    if prompt is None or prompt.person_id != person.id or prompt.kind != NUDGE:
        return None
    found = await supporters.of_supporter(tx, person.id)
    support = next((one for one in found if one.holds and one.client_id == prompt.about_id), None)
    return None if support is None else (prompt, support)


async def answer_nudge(tx: Tx, person: Person, prompt_id: int, *, done: bool) -> bool:
    """They did it, or leave it for this week; False where it is over."""
    found = await nudge_of(tx, person, prompt_id)
    if found is None or not found[0].is_open:
        return False
    prompt = found[0]
    end = Ending(prompt, PromptState.DONE) if done else Ending(prompt, PromptState.SKIPPED, _NOT_THIS_WEEK)
    await closing.close_many(tx, [end], actor_id=person.id)
    await say_many.refresh_prompts(tx, {prompt.id: person.id}, "answered")
    return True
