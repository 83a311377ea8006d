"""Nobody has opened what the client asked, in the time that was promised: whom to call instead, and who has it now."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import lines
from bot.screens.reads import zone_of
from bot.taps.everywhere import OPEN_BELOW
from bot.texts import Texts
from care.cards import card_of
from care.follow_up import ended_by
from care.readings import Gone
from db import people, requests
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.quiet import is_quiet


@dataclass(frozen=True, slots=True)
class Facts:
    """`had`: the one who had it (None: nobody, or several), `has` the one who has it now too. `call`: whom to call.

    `is_night`: it comes without sound.
    """

    call: str
    had: str | None = None
    has: str | None = None
    is_night: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """As it stands when it is sent; nothing to say once it was opened, or taken back."""
    if await ended_by(tx, person.id) is Gone.DIED:
        return None
    found = await requests.get(tx, row.subject_id or 0)
    if found is None or found.person_id != person.id or not found.waits:
        return None
    told = [one for one in await requests.line_of(tx, [found.id]) if one.told_at is not None]
    told.sort(key=lambda one: one.told_at or tx.now)
    known = await people.get_many(tx, [one.practitioner_id for one in told])
    names = [known[one.practitioner_id].name for one in told if one.practitioner_id in known]
    passed = bool(told) and told[-1].told_at != found.made_at and found.due_at is not None
    had, has = (names[:-1], names[-1]) if passed and names else (names, None)
    card = await card_of(tx, person)
    call = card.call if found.about is None else card.medicines
    return Facts(call, had[0] if len(had) == 1 else None, has, is_quiet(tx.now, zone_of(person)))


def screen(facts: Facts, texts: Texts) -> Screen:
    """Not to wait for them, and whom to call."""
    if facts.had is None:
        late = texts("request-late-nobody", call=facts.call)
    else:
        late = texts("request-late", name=facts.had, call=facts.call)
    has = texts("request-late-passed", name=facts.has) if facts.has else None
    talk = does(texts.label("very-low-talk"), OPEN_BELOW, "crisis")
    return Screen(lines(late, has), ((talk,),), silent=facts.is_night)
