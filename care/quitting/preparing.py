"""Getting ready for the quit date, and telling others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from care.check_in.cards_shown import cards_shown
from care.schedule.course import check_in_plan
from care.toolkit import keeps_words
from db import events, planning, quitting
from db.tx import Tx
from programme.check_in.closing_card import Card, CardContext
from programme.people.person import Person, today_of
from programme.planning.events import NotReady, Prepared
from programme.planning.reasons import OwnWords, Purpose
from programme.quitting.attempts import DUE, Thing, due_step
from programme.schedule.course import WHOLE
from programme.toolkit.items import clean_words

MOST_OWN = 8
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Preparing:
    """The list as it stands: what of it is `done`, and things of their `own`. `quit_on`: a quit date still to come."""

    done: frozenset[Thing] = frozenset()
    own: Sequence[OwnWords] = ()
    quit_on: date | None = None

    @property
    def ready(self) -> int:
        """How many things are done."""
        return len(self.done) + sum(one.on_date is not None for one in self.own)

    @property
    def all(self) -> int:
        """How many there are."""
        return len(Thing) + len(self.own)


async def preparing_of(tx: Tx, person: Person) -> Preparing:
    """That person's list."""
    attempt, today = await quitting.current_attempt(tx, person.id), today_of(tx.now, person)
    ahead = attempt.quit_on if attempt is not None and attempt.quit_on > today else None
    own = await planning.own_words_of_person(tx, person.id, {Purpose.PREPARE})
    return Preparing(await quitting.prepared_of_person(tx, person.id), own, ahead)


async def tick(tx: Tx, person: Person, thing: Thing) -> bool:
    """That is done, or, where it was, not after all. False where answers are not to be kept."""
    if not await keeps_words(tx, person):
        return False
    done = thing not in await quitting.prepared_of_person(tx, person.id)
    if done:
        await quitting.put_prepared(tx, person.id, thing)
    else:
        await quitting.remove_prepared(tx, person.id, thing)
    await events.add(tx, person.id, Prepared(thing=thing, done=done), actor=person.id)
    return True


async def tick_own(tx: Tx, person: Person, own_id: int) -> bool:
    """The same of something of their own; False where it is not on the list."""
    own = await own_of(tx, person, own_id)
    if own is None:
        return False
    done = own.on_date is None
    await planning.change_own_words(tx, replace(own, on_date=today_of(tx.now, person) if done else None))
    await events.add(tx, person.id, Prepared(own=own_id, done=done), actor=person.id)
    return True


async def add_own(tx: Tx, person: Person, text: str) -> int | None:
    """Something of their own to get ready; gives its id. None: no words, a full list, or answers are not kept."""
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return None
    own = await planning.own_words_of_person(tx, person.id, {Purpose.PREPARE})
    same = next((one.id for one in own if one.words == words), None)
    if same is not None or len(own) >= MOST_OWN:
        return same
    return await planning.add_own_words(tx, person.id, Purpose.PREPARE, words)


async def remove_own(tx: Tx, person: Person, own_id: int, *, back: bool = False) -> bool:
    """It is taken off the list; `back`: it stays after all."""
    found = await planning.get_own_words(tx, own_id, person.id)
    if found is None or found.purpose is not Purpose.PREPARE:
        return False
    return await planning.end_own_words(tx, own_id, person.id, None if back else tx.now)


async def not_ready(tx: Tx, person: Person) -> None:
    """They say that they are not ready, which is as good an answer as any."""
    await events.add(tx, person.id, NotReady(), actor=person.id)


async def own_of(tx: Tx, person: Person, own_id: int) -> OwnWords | None:
    """That thing of theirs, where it is on the list."""
    found = await planning.get_own_words(tx, own_id, person.id)
    return found if found is not None and found.purpose is Purpose.PREPARE and not found.ended else None


def preparing_about(quit_on: date, step: int) -> int:
    """What a reminder is about, as one number: of which quit date, and that many days before it."""
    return quit_on.toordinal() * 10 + step


def read_preparing_about(number: int) -> tuple[date, int]:
    """The quit date and the step of such a number."""
    return date.fromordinal(number // 10), number % 10


async def _is_asked(tx: Tx, person: Person, on: date) -> bool:
    plan = await check_in_plan(tx, person.id)
    return plan is not None and any(one.form in WHOLE for one in plan.rule.asked_on(on))


async def prepare_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """The step of the quit date that the list is brought up for, once each; None where nothing is left to do.

    - Another quit date has steps of its own; none of them comes the day after one of the date before it.
    - The last step comes with the last check-in before the date: two days before it where the day before has none.
    """
    step = due_step(context.day)
    if context.day == -2 and not await _is_asked(tx, person, context.on + A_DAY):
        step = DUE[-1]  # nothing comes tomorrow to bring it up in
    if step is None or context.day is None:
        return None
    quit_on = context.on - context.day * A_DAY
    number = preparing_about(quit_on, step)
    told = await cards_shown(tx, person.id, Card.PREPARE)
    if any(one.event.about == number for one in told):
        return None
    other = [one for one in told if read_preparing_about(one.event.about)[0] != quit_on]
    if other and today_of(other[-1].at, person) >= context.on - A_DAY:
        return None
    there = await preparing_of(tx, person)
    return number if there.ready < there.all else None


LONGEST_TOLD = 250  # of a draft, as Telegram counts characters, in UTF-16: a button copies no more than 256
MOST_TOLD = 12  # people on the list
MOST_DRAFTS = 5
_LISTS = frozenset({Purpose.TELLS, Purpose.KNOWS})


async def told_list(tx: Tx, person: Person, purpose: Purpose) -> list[OwnWords]:
    """Their drafts, or whom they want to tell, oldest first."""
    return list(await planning.own_words_of_person(tx, person.id, {purpose}))


async def add_draft(tx: Tx, person: Person, text: str) -> int | None:
    """Words of their own to tell others with, up to LONGEST; gives their id.

    None: no words, MOST_DRAFTS are there, or answers are not kept.
    """
    words = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
    words = words.encode("utf-16-le")[: 2 * LONGEST_TOLD].decode("utf-16-le", "ignore").strip()
    return await _add(tx, person, Purpose.TELLS, words, MOST_DRAFTS)


async def add_who(tx: Tx, person: Person, text: str) -> int | None:
    """Somebody they may want to tell; gives the id, None as in `add_draft`."""
    return await _add(tx, person, Purpose.KNOWS, clean_words(text) or "", MOST_TOLD)


async def _add(tx: Tx, person: Person, purpose: Purpose, words: str, most: int) -> int | None:
    if not words or not await keeps_words(tx, person):
        return None
    there = await told_list(tx, person, purpose)
    same = next((one.id for one in there if one.words == words), None)
    if same is not None or len(there) >= most:
        return same
    return await planning.add_own_words(tx, person.id, purpose, words)


async def tick_knows(tx: Tx, person: Person, own_id: int) -> bool:
    """That one knows, or does not after all; False where they are not on the list."""
    found = await planning.get_own_words(tx, own_id, person.id)
    if found is None or found.purpose is not Purpose.KNOWS or found.ended:
        return False
    await planning.change_own_words(tx, replace(found, on_date=None if found.on_date else today_of(tx.now, person)))
    return True


async def remove_told(tx: Tx, person: Person, own_id: int, *, back: bool = False) -> OwnWords | None:
    """A draft, or somebody, is taken off; `back`: stays after all. What that was, None where it is not theirs."""
    found = await planning.get_own_words(tx, own_id, person.id)
    if found is None or found.purpose not in _LISTS:
        return None
    await planning.end_own_words(tx, own_id, person.id, None if back else tx.now)
    return found
