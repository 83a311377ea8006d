"""What was asked before is over, because something newer takes its place (FIELD S6)."""

from collections.abc import Sequence

from care import closing, say_many
from care.closing import Ending
from db.tx import Tx
from programme.prompt import Prompt, Trace


async def make_way(tx: Tx, old: Sequence[Prompt | Trace], *, actor_id: int | None = None) -> None:
    """These open prompts are closed, kindly and without a sound; one that never went out was missed by us."""
    unsent = await say_many.refresh_prompts(tx, {one.id: one.person_id for one in old}, "newer")
    endings = [Ending(one, closing.replaced(one, unsent), "newer") for one in old]
    await closing.close_many(tx, endings, actor_id=actor_id)
