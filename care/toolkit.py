"""The toolkit: a client's own strategies and their own words for hard moments."""

from collections.abc import Sequence
from dataclasses import replace

from db import events, planning, toolkit
from db.people import consents
from db.tx import Tx
from programme.check_in.answers import HardMoment
from programme.craving import TriedItem
from programme.people.person import Person
from programme.planning.events import PhraseAdded, PhraseEnded
from programme.planning.reasons import OwnWords, Purpose
from programme.toolkit.events import ToolkitAdded, ToolkitChanged, ToolkitDescribed, ToolkitHidden, ToolkitPinned
from programme.toolkit.items import MINUTES, ToolkitItem, clean_words
from programme.toolkit.strategies import Function, StrategyPlace, strategy

MOST_ITEMS = 30  # items that are offered, and reasons


async def keeps_words(tx: Tx, person: Person) -> bool:
    """Whether that person is a client who agreed that what they say is kept."""
    return person.is_client and (await consents.in_force(tx, person.id)).keep_answers


async def items_of(tx: Tx, person: Person, *, also_hidden: bool = False) -> Sequence[ToolkitItem]:
    """Their items, oldest first."""
    return await toolkit.of_person(tx, person.id, also_hidden=also_hidden)


async def item_of(tx: Tx, person: Person, item_id: int) -> ToolkitItem | None:
    """That item, if it is theirs."""
    return await toolkit.get(tx, person.id, item_id)


async def items_and_tries(tx: Tx, person: Person) -> tuple[Sequence[ToolkitItem], Sequence[TriedItem]]:
    """All their items, hidden ones too, and all that they told of what helped."""
    return await toolkit.of_person(tx, person.id, also_hidden=True), await toolkit.told(tx, person.id)


async def add_item(tx: Tx, person: Person, text: str, moment: HardMoment | None = None) -> int | None:
    """Keep a strategy, for any hard moment or for that one; gives its id.

    - What is there in the same words is that one, shown again if it was hidden.
    - None where there are no words in it, there are MOST already, or answers are not to be kept.
    """
    words = clean_words(text)
    return None if words is None else await _keep(tx, person, words, moment, None)


async def take_idea(tx: Tx, person: Person, code: str, moment: HardMoment | None = None) -> int | None:
    """Take that strategy of the catalogue among their own; gives its id.

    Twice is as once, and one that was hidden is shown again. None as in `add_item`, and where there is no such
    strategy.
    """
    return None if strategy(code) is None else await _keep(tx, person, "", moment, code)


async def _keep(tx: Tx, person: Person, words: str, moment: HardMoment | None, code: str | None) -> int | None:
    if not await keeps_words(tx, person):
        return None
    items = await toolkit.of_person(tx, person.id, also_hidden=True)
    same = next((one for one in items if _is_same(one, words, moment, code)), None)
    if same is not None:
        await toolkit.hide(tx, person.id, same.id, None)
        return same.id
    if sum(not one.hidden for one in items) >= MOST_ITEMS:
        return None
    item_id = await toolkit.add(tx, person.id, words, moment, code)
    await events.add(tx, person.id, ToolkitAdded(item_id, moment, code or None), actor=person.id)
    return item_id


def _is_same(one: ToolkitItem, words: str, moment: HardMoment | None, code: str | None) -> bool:
    return one.code == code if code else (one.words, one.moment) == (words, moment)


async def edit_item(tx: Tx, person: Person, item_id: int, text: str) -> bool:
    """Other words for that item of theirs; what it was picked for before keeps counting for it."""
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person) or not await toolkit.change(tx, person.id, item_id, words):
        return False
    await events.add(tx, person.id, ToolkitChanged(item_id), actor=person.id)
    return True


async def describe_item(tx: Tx, person: Person, item_id: int, what: str, code: str) -> bool:
    """Keep of that item of theirs the `moment` it is for, what it `gives`, the `place` for it, or its `minutes`.

    "any" takes it away. False where it is not theirs, or no such code.
    """
    item = await toolkit.get(tx, person.id, item_id)
    after = None if item is None else _described(item, what, code)
    if after is None or not await keeps_words(tx, person):
        return False
    await toolkit.describe(tx, person.id, after)
    await events.add(tx, person.id, ToolkitDescribed(item_id, what, code), actor=person.id)
    return True


def _described(item: ToolkitItem, what: str, code: str) -> ToolkitItem | None:
    match what:
        case "moment" if code in {*HardMoment, "any"}:
            return replace(item, moment=None if code == "any" else HardMoment(code))
        case "gives" if code in {*Function, "any"}:
            return replace(item, gives=None if code == "any" else Function(code))
        case "place" if code in set(StrategyPlace):
            return replace(item, place=StrategyPlace(code))
        case "minutes" if code in {*map(str, MINUTES), "any"}:
            return replace(item, minutes=None if code == "any" else int(code))
    return None


async def hide_item(tx: Tx, person: Person, item_id: int, *, hidden: bool = True) -> bool:
    """Offer that item of theirs no more, or offer it again."""
    if not await toolkit.hide(tx, person.id, item_id, tx.now if hidden else None):
        return False
    await events.add(tx, person.id, ToolkitHidden(item_id, hidden=hidden), actor=person.id)
    return True


async def pin_item(tx: Tx, person: Person, item_id: int, *, pinned: bool = True) -> bool:
    """That item of theirs stands first, or where its counts put it."""
    if not await toolkit.pin(tx, person.id, item_id, tx.now if pinned else None):
        return False
    await events.add(tx, person.id, ToolkitPinned(item_id, pinned=pinned), actor=person.id)
    return True


MOST_PHRASES = 10


async def add_phrase(tx: Tx, person: Person, text: str) -> int | None:
    """Keep these words; gives their id. The same words again are those.

    None where there are no words in it, there are MOST already, or answers are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return None
    there = await planning.own_words_of_person(tx, person.id, [Purpose.PHRASE])
    same = next((one.id for one in there if one.words == words), None)
    if same is not None or len(there) >= MOST_PHRASES:
        return same
    kept = await planning.add_own_words(tx, person.id, Purpose.PHRASE, words)
    await events.add(tx, person.id, PhraseAdded(kept), actor=person.id)
    return kept


async def end_phrase(tx: Tx, person: Person, phrase_id: int, *, ended: bool = True) -> bool:
    """These words of theirs are not shown any more, or are again. False: not theirs, or no phrase."""
    found = await planning.get_own_words(tx, phrase_id, person.id)
    if found is None or found.purpose is not Purpose.PHRASE:
        return False
    await planning.end_own_words(tx, phrase_id, person.id, tx.now if ended else None)
    await events.add(tx, person.id, PhraseEnded(words=phrase_id, ended=ended), actor=person.id)
    return True


async def phrases_of(tx: Tx, person: Person, *, also_ended: bool = False) -> Sequence[OwnWords]:
    """Their words for hard moments, oldest first."""
    return await planning.own_words_of_person(tx, person.id, [Purpose.PHRASE], also_ended=also_ended)
