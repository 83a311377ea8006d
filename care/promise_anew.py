"""What comes by itself to a client is promised from what stands: their quit date, their next session, their break.

Said once more wherever they can be written to anew: they joined, said yes, are in another place, or want a kind back.
"""

from care.hello import BACK, say_hello_at
from care.outcomes import promise_outcomes
from care.quit_morning import promise_quit_morning
from care.sessions import promise_session
from db import attempts, pauses
from db.tx import Tx
from programme.pause import HELLO_AT
from programme.people import Person
from programme.plan import NEVER
from programme.today import today_of


async def promise_anew(tx: Tx, person: Person) -> None:
    """All of it for that client (locked) that is still to come; what is promised already stays as it is.

    - The word on the morning of the quit date, and the questions weeks after it.
    - What is asked before the next session, and after it.
    - The hello at the end of a break that has one.
    """
    attempt = await attempts.current(tx, person.id)
    if attempt is not None:
        await promise_quit_morning(tx, person, attempt.quit_on)
    await promise_outcomes(tx, person)
    await promise_session(tx, person)
    pause = (await pauses.running(tx, [person.id])).get(person.id)
    if pause is not None and pause.of_client and pause.until < NEVER:
        await say_hello_at(tx, person, today_of(pause.until, person), HELLO_AT, BACK)
