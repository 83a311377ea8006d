"""When something next comes due by itself, so that the pulse knows how long it may sleep."""

from datetime import datetime

from db import plans, prompts, requests
from db.tx import Tx


async def next_due_at(tx: Tx) -> datetime | None:
    """The earliest moment (UTC) at which a plan, an open prompt or a request wants something, or None."""
    times = (await plans.earliest(tx), await prompts.earliest_step(tx), await requests.earliest(tx))
    return min((at for at in times if at is not None), default=None)
