"""A client names a relapse, and what suits them now. The attempt ends with its history; what was counted stays."""

from care import same_day
from care.quit_date import anchor, today_of, unset_quit_date
from care.timing import not_now
from db import attempts, consents, events
from db.tx import Tx
from programme.medicines import Moment
from programme.people import Person
from programme.relapse import Choice

NAMED = "RelapseNamed"  # data: attempt, choice, on (their local date), most_days (said so, or stopped counting)
KEPT = "QuitDateKept"  # what was ended goes on; data: attempt, to (its day)


async def name_relapse(tx: Tx, person: Person, choice: Choice, *, most_days: bool = True) -> bool:
    """That client (locked) says that they smoke on most days, or stops counting (`most_days` False), and what suits
    them now; False where no attempt goes on whose day has come.

    - To keep going changes nothing else.
    - With any other choice the attempt ends today, and stays with its days. Check-ins follow no date from then on.
    - "Not now" ends them, but for the question about the timing, see care.timing.
    """
    attempt, today = await attempts.current(tx, person.id), today_of(tx.now, person)
    if attempt is None or not person.is_client:
        return False
    if choice is not Choice.KEEP_GOING:
        await unset_quit_date(tx, person)
    if (await consents.in_force(tx, person.id)).keep_answers:  # the telling is the answer
        said = {"attempt": attempt.id, "choice": choice.value, "on": today.isoformat(), "most_days": most_days}
        await events.add(tx, NAMED, person.id, person.id, said)
        await same_day.tell(tx, person, Moment.RELAPSE, today)
    if choice is Choice.NOT_NOW:
        await not_now(tx, person)
    return True


async def take_back(tx: Tx, person: Person, attempt_id: int) -> bool:
    """It was a slip of the finger: that attempt, which ended today, goes on, and what comes follows its day once more.

    False where it is not theirs, ended earlier, or another one goes on by now.
    """
    if await attempts.current(tx, person.id) is not None or not person.is_client:
        return False
    mine = [one for one in await attempts.of_person(tx, person.id) if one.id == attempt_id]
    if not mine or mine[0].ended_on != today_of(tx.now, person):
        return False
    await attempts.reopen(tx, attempt_id)
    await same_day.take_back(tx, person, (Moment.RELAPSE, mine[0].ended_on))
    data = {"attempt": attempt_id, "to": mine[0].quit_on.isoformat()}
    await events.add(tx, KEPT, person.id, person.id, data)
    await anchor(tx, person, mine[0].quit_on)
    return True


async def not_now_after_all(tx: Tx, person: Person) -> bool:
    """That client (locked) wants none of it for now, and a quit date that is still to come is taken away with it.

    False where a try goes on, which is for them to name (see `name_relapse`), or where there is nothing to end.
    """
    attempt = await attempts.current(tx, person.id)
    if attempt is not None and not attempt.has_come(today_of(tx.now, person)):
        await unset_quit_date(tx, person)
    return await not_now(tx, person)
