"""`alongside inbox dead` and `alongside outbox uncertain`: looking at what was set aside, and ending it."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from alongside.clock import WallClock
from alongside.operate import console, own_memory, print_rows
from alongside.trouble import LinkWentOnce, NoSuchMessage, NoSuchUpdate, WordsNotKept
from care.operators import trail as acts
from care.operators.trail import SetAsideResult
from db.delivery import sending
from db.delivery.outbox import Rank
from db.people import accounts
from db.tx import Tx
from programme.people.retention import SAID, SET_ASIDE

Act = Callable[[Tx, int], Awaitable[SetAsideResult]]


async def list_dead(*, as_json: bool) -> None:
    """Lists the updates that were set aside, each with the day on which it goes by itself."""
    async with own_memory() as database:
        rows = await database.read(sending.dead_updates)
    shown = [row | {"goes_on": (row["received_at"] + SET_ASIDE).date()} for row in rows]
    print_rows(shown, as_json=as_json, nothing="Nothing was set aside.")
    if rows and not as_json:
        console.print("For each: alongside inbox dead look NUMBER, then retry NUMBER or drop NUMBER.")


async def list_uncertain(*, as_json: bool) -> None:
    """Lists the messages that may or may not have arrived."""
    async with own_memory() as database:
        rows = await database.read(sending.uncertain_messages)
    shown = [row | {"goes_on": (row["ended_at"] + SAID).date()} for row in rows]
    print_rows(shown, as_json=as_json, nothing="Every message is known to have arrived, or was never sent.")
    if rows and not as_json:
        console.print("For each: alongside outbox uncertain look NUMBER, then retry NUMBER or drop NUMBER.")


async def look_at_dead(number: int, *, as_json: bool) -> None:
    """Says what is known of one update, never its words. Raises NoSuchUpdate."""
    async with own_memory() as database:
        found = await database.write(lambda tx: sending.dead_update(tx, number))
        if found is None:
            raise NoSuchUpdate(number=number)
        account = found["telegram_id"]
        person = await database.read(lambda tx: accounts.find(tx, account)) if account > 0 else None
    _say(
        {
            "update_id": number,
            "received_at": found["received_at"],
            "what": _what(found["payload"]),
            "person_id": person.id if person else None,
            "attempts": found["attempts"],
            "error": found["error"],
            "can_be_retried": found["payload"] is not None,
            "goes_on": (found["received_at"] + SET_ASIDE).date(),
        },
        as_json=as_json,
    )


def _what(payload: str | None) -> str:
    """What kind of thing somebody did, by the names of its parts alone."""
    if payload is None:
        return "not kept"
    update = json.loads(payload)
    kind = next((name for name in update if name != "update_id"), "nothing")
    body = update.get(kind)
    parts = ("text", "data", "photo", "voice", "video", "sticker", "document", "location", "contact")
    held = next((part for part in parts if isinstance(body, dict) and part in body), None)
    return f"{kind}, {held}" if held else kind


async def look_at_uncertain(number: int, *, as_json: bool) -> None:
    """Says what is known of one message, never its words. Raises NoSuchMessage."""
    async with own_memory() as database:
        found = await database.write(lambda tx: sending.uncertain_message(tx, number))
    if found is None:
        raise NoSuchMessage(number=number)
    more = {
        "rank": Rank(found["rank"]).name.lower(),
        "can_be_retried": found["screen"] not in acts.ONCE or found["verb"] != "send",
        "goes_on": (found["ended_at"] + SAID).date(),
    }
    _say(found | more, as_json=as_json)


def _say(facts: Mapping[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(dict(facts), default=str))
        return
    for name, value in facts.items():
        console.print(f"{name:<15} {'' if value is None else value}")


async def retry_dead(number: int) -> None:
    """Gives that update one more go. Raises NoSuchUpdate, WordsNotKept."""
    await _do(acts.retry_update, number, NoSuchUpdate(number=number))
    console.print("It is handled once more within seconds. If that goes wrong too, it is listed here again.")


async def drop_dead(number: int) -> None:
    """Is done with that update. Raises NoSuchUpdate."""
    await _do(acts.drop_update, number, NoSuchUpdate(number=number))
    console.print("Done with it. Its words are gone; that it was dropped is kept as an event.")


async def retry_uncertain(number: int) -> None:
    """Sends that message again. Raises NoSuchMessage, LinkWentOnce."""
    await _do(acts.retry_message, number, NoSuchMessage(number=number))
    console.print("It goes once more if it is still wanted. It may then stand on the phone twice.")


async def drop_uncertain(number: int) -> None:
    """Is done with that message. Raises NoSuchMessage."""
    await _do(acts.drop_message, number, NoSuchMessage(number=number))
    console.print("Done with it. Nobody knows whether it arrived, and it is listed here no more.")


async def _do(act: Act, number: int, not_there: Exception) -> None:
    async with own_memory() as database:
        now = WallClock().now()
        done = await database.write(lambda tx: act(tx.at(now), number))
    if done is SetAsideResult.NOT_THERE:
        raise not_there
    if done is SetAsideResult.NOT_KEPT:
        raise WordsNotKept(number=number)
    if done is SetAsideResult.ONCE_ONLY:
        raise LinkWentOnce(number=number)
