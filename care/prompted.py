"""What somebody says to one of the messages that ask one thing: a session, an outcome, the timing."""

from collections.abc import Collection
from dataclasses import replace

from care import closing, say_many
from care.closing import Ending
from db import prompts
from db.tx import Tx
from programme.people import Person
from programme.prompt import Prompt, PromptState


async def own(tx: Tx, person: Person, prompt_id: int | None, kinds: Collection[str]) -> Prompt | None:
    """That person's message of one of these kinds; None where it is not theirs."""
    prompt = await prompts.get(tx, prompt_id or 0)
    return prompt if prompt is not None and prompt.person_id == person.id and prompt.kind in kinds else None


async def open_one(tx: Tx, person: Person, kind: str) -> Prompt | None:
    """The one of that kind that waits for that person's answer."""
    found = [one for one in await prompts.open_of(tx, person.id) if one.kind == kind]
    return found[-1] if found else None


async def answered(tx: Tx, prompt: Prompt, state: PromptState = PromptState.DONE, reason: str | None = None) -> None:
    """It was answered, or put aside in words; what stands on the phone says so. Closed before, it is marked late."""
    after = replace(prompt, seen_at=prompt.seen_at or tx.now, answered_at=prompt.answered_at or tx.now)
    await prompts.save_progress(tx, prompt, after if prompt.is_open else replace(after, late=True))
    if prompt.is_open:
        await closing.close_many(tx, [Ending(after, state, reason)], actor_id=prompt.person_id)
    await say_many.refresh_prompts(tx, {prompt.id: prompt.person_id}, "answered")
