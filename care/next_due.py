"""When something next comes due by itself, so that the pulse knows how long it may sleep."""

from datetime import datetime

from db import plans, prompts
from db.tx import Tx


async def next_due_at(tx: Tx) -> datetime | None:
    """The earliest moment (UTC) at which a plan or an open prompt wants something; None where nothing does."""
    times = (await plans.earliest(tx), await prompts.earliest_step(tx))
    return min((at for at in times if at is not None), default=None)
