"""What the doorway does with updates inside one transaction: finds the person and the button, and calls the handler."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from aiogram import Bot, Dispatcher
from aiogram.enums import ChatMemberStatus
from aiogram.types import CallbackQuery, ChatMemberUpdated, Update

from bot.door.after_delivery import arrived
from bot.door.awaited import aim
from bot.door.crisis_scan import locale_of
from bot.door.raw import typed_words
from bot.kit.visit import Visit, read_data
from bot.screens import render
from bot.sending.build_call import brings
from care.delivery import say
from care.delivery.check_before_send import cannot_reach, reachable_again
from care.people.consent import are_to_be_shown
from care.people.leaving import Erased
from care.safety.crisis import check_quiet_line
from db.delivery import inbox, screens, sending, wordings
from db.delivery.inbox import InboxRow
from db.delivery.screens import ScreenRow
from db.people import accounts as db_accounts
from db.people import consents
from db.tx import Tx
from programme.people.person import Person
from programme.safety import danger


async def show_reconsent_prompt(visit: Visit) -> None:
    """One kind screen, the next time a client does anything; never beside the crisis card, nor with a goodbye."""
    if not visit.person.is_client or visit.crisis or visit.erased is not None:
        return
    if await are_to_be_shown(visit.tx, visit.person):
        choices = await consents.in_force(visit.tx, visit.person.id)
        args = {"choices": choices.codes(), "for": "settings", "anew": 1}
        await say.show(visit.tx, visit.person.id, "choices", args)


_BIGGEST = 2**63  # more than any id of ours


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update that was read. `update` is None for a group, of which nothing was kept."""

    row: InboxRow
    update: Update | None
    locale: str
    words: str = ""
    screen_id: int | None = None  # that the tapped button says it stands on: a claim


@dataclass(frozen=True, slots=True)
class After:
    """What is left to do once the commit is through: a tap's answer, leaving a group, deleting somebody's key."""

    query_id: str | None = None
    toast: str | None = None
    locale: str = "en"
    leave: int | None = None
    erased: Erased | None = None


def read(bot: Bot, row: InboxRow) -> Arrival:
    """The update in a row. Raises pydantic.ValidationError where it is not one."""
    if row.payload is None:
        return Arrival(row, None, "en")
    raw = json.loads(row.payload)
    update = Update.model_validate(raw, context={"bot": bot})
    return Arrival(row, update, locale_of(raw), typed_words(raw), _claimed_screen(update.callback_query))


def _claimed_screen(query: CallbackQuery | None) -> int | None:
    said = read_data(query.data) if query else None
    return said.screen if said is not None and 0 < said.screen < _BIGGEST else None


async def handle(tx: Tx, bot: Bot, dispatcher: Dispatcher, rows: Sequence[InboxRow]) -> list[After]:
    """Handle these updates, of different people, and mark them done. An exception is for the caller to roll back on."""
    arrivals = [read(bot, row) for row in rows]
    present = await _people(tx, arrivals)
    claimed = {arrival.screen_id for arrival in arrivals if arrival.screen_id is not None}
    tapped = await screens.get_many(tx, claimed) if claimed else {}
    afters = [
        await _one(tx, bot, dispatcher, arrival, present.get(arrival.row.telegram_id), tapped) for arrival in arrivals
    ]
    await inbox.done(tx, [row.update_id for row in rows])
    erasing = [row.update_id for row, after in zip(rows, afters, strict=True) if after and after.erased]
    await inbox.disown(tx, erasing)
    return [after for after in afters if after is not None]


async def _people(tx: Tx, arrivals: Sequence[Arrival]) -> dict[int, Person]:
    """Who is behind these updates, held until the commit. Somebody new is made, except where they only block us."""
    accounts = {arrival.row.telegram_id for arrival in arrivals if arrival.row.telegram_id > 0}
    if not accounts:
        return {}
    await db_accounts.lock_accounts(tx, accounts)
    found = await db_accounts.find_many(tx, accounts)
    new = {
        arrival.row.telegram_id: arrival.locale
        for arrival in arrivals
        if arrival.row.telegram_id in accounts - found.keys() and arrival.update and not arrival.update.my_chat_member
    }
    if new:
        found |= await db_accounts.ensure_many(tx, new)
    await db_accounts.touch_last_seen(tx, [person.id for person in found.values()])
    return found


async def _one(
    tx: Tx,
    bot: Bot,
    dispatcher: Dispatcher,
    arrival: Arrival,
    person: Person | None,
    tapped: Mapping[int, ScreenRow],
) -> After | None:
    row, update = arrival.row, arrival.update
    tx = replace(tx, update_id=row.update_id)
    if update is None:
        return After(leave=row.telegram_id) if row.telegram_id < 0 else None
    if person is None:
        return None
    if update.my_chat_member:
        await _membership(tx, person, update.my_chat_member)
        return None
    if person.cannot_reach_since is not None:
        await reachable_again(tx, person.id)
        person = replace(person, cannot_reach_since=None)
    screen = await _screen(tx, person, update.callback_query, tapped.get(arrival.screen_id or 0))
    visit = Visit(tx, person, row.update_id, row.crisis, screen)
    if update.message is not None:
        await aim(visit, update.message)
    await dispatcher.feed_update(bot, update, visit=visit)
    await show_reconsent_prompt(visit)
    await _check(visit, arrival.words)
    if visit.toast is not None and visit.toast in (await wordings.stops_in_force(tx)).texts:
        visit.toast = None
    return _answer(update.callback_query, visit)


async def _check(visit: Visit, typed: str) -> None:
    """Words that may mean danger stay the answer they were; a quiet line comes below whatever was said to them."""
    found = None if visit.crisis or visit.erased is not None else danger.scan(typed)
    if found is not None and not found.brings.is_card:
        await check_quiet_line(visit.tx, visit.person)


async def _membership(tx: Tx, person: Person, change: ChatMemberUpdated) -> None:
    """Blocked or unblocked: the person's own doing, told by Telegram."""
    if change.new_chat_member.status in {ChatMemberStatus.KICKED, ChatMemberStatus.LEFT}:
        await cannot_reach(tx, person.id)
    else:
        await reachable_again(tx, person.id)


async def _screen(tx: Tx, person: Person, query: CallbackQuery | None, claimed: ScreenRow | None) -> ScreenRow | None:
    """The tapped screen, if it is this person's. Its tap is a receipt for the message it stands in."""
    if query is None or claimed is None or claimed.person_id != person.id:
        return None
    if query.message is None or query.message.message_id == claimed.message_id:
        return claimed
    if await sending.receipt(tx, claimed.id, query.message.message_id):
        await arrived(tx, claimed)
        await _receives(tx, person, claimed)
    return replace(claimed, message_id=query.message.message_id)


async def _receives(tx: Tx, person: Person, row: ScreenRow) -> None:
    """What a tap proves to have arrived was received, though its sending was never answered."""
    picture = await render(tx, person, row)
    found = brings(tx.now, person, row.id, picture) if picture else None
    await wordings.add_received(tx, [found] if found else [])


def _answer(query: CallbackQuery | None, visit: Visit) -> After | None:
    if query is None:
        return None
    return After(query_id=query.id, toast=visit.toast, locale=visit.person.locale, erased=visit.erased)
