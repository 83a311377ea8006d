"""From which day on a check-in asks about cigarettes: of its own day alone, or of all since the last answer."""

from dataclasses import replace
from datetime import date

from care.record import said_by
from db import asked, attempts, check_ins
from db.tx import Tx
from programme.check_in import CheckIn, Question
from programme.occurrence import DAY
from programme.prompt import Prompt


async def asked_since(tx: Tx, prompt: Prompt, said: CheckIn) -> CheckIn:
    """`said`, with the days between that its question about cigarettes is about.

    - Where one of the days since the last answer had no check-in that reached them: what we did not ask is asked now,
      in the same question. Days on which they were asked and kept silent are nothing to catch up on.
    - From the quit date on, and about days of that try alone. Before it how many a day is what counts, and no day
      between is counted.
    - The first answer ever is about its day.
    - Not about days that their own "none" to an outcome question filled. What was heard in a session fills none.
    - What was answered stays about the days that it was asked of.
    """
    if said.since is not None or said.has(Question.CIGARETTES) or Question.CIGARETTES not in said.asked:
        return said
    last = await check_ins.last_said(tx, prompt.person_id, prompt.local_date)
    yesterday = prompt.local_date - DAY
    if last is None or last == yesterday:
        return said
    attempt = await attempts.current(tx, prompt.person_id)
    if attempt is None or not attempt.quit_on < prompt.local_date:
        return said
    first = max(attempt.quit_on, last + DAY)
    told = [one for one in (await said_by(tx, prompt.person_id)).said if one.attempt_id == attempt.id]
    first = max([first, *(one.last + DAY for one in told if one.most == 0 and one.by is None)])
    if first > yesterday or await _was_asked_all(tx, prompt, first):
        return said
    return replace(said, since=first)


async def _was_asked_all(tx: Tx, prompt: Prompt, first: date) -> bool:
    between = (prompt.local_date - first).days
    found = await asked.days(tx, prompt.person_id, first)
    return sum(first <= day < prompt.local_date for day in found) == between
