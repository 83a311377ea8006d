"""A practitioner's look at the weeks of many is written down once its message has arrived: rendering writes nothing."""

from datetime import datetime

from bot.screens import weekly
from care.caseload import write_looks
from db import people
from db.screens import ScreenRow
from db.tx import Tx


async def arrived(tx: Tx, now: datetime, row: ScreenRow) -> None:
    """That screen stands on the phone as it was then: sent, or changed by a tap. Called once for each.

    Whose week stands on it by name was looked at (OWASP ASVS 5.0 16.3.2); the week of one client is written down as
    it is asked for, see care.week.week_asked.
    """
    if row.name != "weekly" or (person := await people.get(tx, row.person_id)) is None:
        return
    found = await weekly.facts(tx, now, person, row)
    if found is not None:
        await write_looks(tx, now, person, weekly.on_screen(found))
