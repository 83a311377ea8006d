"""Leaving smoking for tonight: an evening without questions, and back in the morning."""

from care.hello import TONIGHT, hello_plan, no_hello
from care.plans import close_open
from care.smoked import promise_a_word
from db import consents, evenings, events, pauses, prompts
from db.tx import Tx
from programme.day import ASKING
from programme.occurrence import DAY
from programme.people import Person
from programme.places import HOME
from programme.plan import CHECK_IN
from programme.prompt import PromptState
from programme.smoking import peace_at


async def leave_for_tonight(tx: Tx, person: Person) -> int | None:
    """That client (locked) leaves smoking for this evening; gives how many open check-ins were closed for it. None for
    somebody who is no client, or has a break already.

    - What is open is closed in kindness, and nothing more is asked before the night is over.
    - The next morning a hello comes, or the check-in that is due by then.
    - What they begin by themselves works as ever. It is no answer and no silence, and nobody is told.
    """
    pause = (await pauses.running(tx, [person.id])).get(person.id)
    if not person.is_client or (pause is not None and pause.of_client):
        return None
    await evenings.begin(tx, person.id)
    await _note(tx, person, "LeftForTonight")
    left = [one for one in await prompts.open_of(tx, person.id) if one.kind in ASKING]
    await close_open(tx, left, PromptState.SKIPPED, TONIGHT)
    await promise_a_word(tx, person, TONIGHT)
    return sum(one.kind == CHECK_IN for one in left)


async def after_all(tx: Tx, person: Person) -> bool:
    """Tonight is as any other night; False where it was. What was closed stays closed."""
    if not await evenings.take_back(tx, person.id):
        return False
    await _note(tx, person, "BackForTonight")
    hello = await hello_plan(tx, person.id)
    if hello is not None and hello.rule.why == TONIGHT and await _peace(tx, person) is None:
        await no_hello(tx, person.id)
    return True


async def _note(tx: Tx, person: Person, kind: str) -> None:
    """The history tells of it only where answers are kept."""
    if (await consents.in_force(tx, person.id)).keep_answers:
        await events.add(tx, kind, person.id, person.id)


async def keep_the_word(tx: Tx, person: Person) -> None:
    """That client's (locked) check-ins have changed: where this evening is left in peace, a word in the morning stays
    promised."""
    why = await _peace(tx, person)
    if why is not None:
        await promise_a_word(tx, person, why)


async def is_left_for_tonight(tx: Tx, person: Person) -> bool:
    """Whether this is such an evening."""
    return await _peace(tx, person, TONIGHT) is not None


async def _peace(tx: Tx, person: Person, *whys: str) -> str | None:
    """Why nothing comes unasked just now, of these reasons or of any."""
    own = (await evenings.of_people(tx, [person.id], tx.now - 2 * DAY)).get(person.id, [])
    return peace_at(tx.now, [one for one in own if not whys or one.why in whys], person.zone or HOME.zone)
