"""When words may speak of danger: the crisis card, at once, and what people hear while the database is held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from care import craving
from care.delivery.check_before_send import reachable_again
from care.delivery.say import become, show
from care.safety.cards import card_of
from care.schedule.days import soften
from db import events
from db.delivery import outbox, screens, wordings
from db.delivery.outbox import Rank
from db.delivery.screens import ScreenRow
from db.delivery.sight import Hold
from db.people import accounts
from db.schedule import days
from db.tx import Tx
from programme.people.person import Person
from programme.safety.danger import Brings, Danger
from programme.safety.events import CrisisCardShown
from programme.schedule.prompt import CRISIS_SCREEN
from programme.schedule.reason_code import ReasonCode

QUIET_LINE: Final = "quiet_line"
HELD_VIEW: Final = "held"  # the card of a database that is held, where a tap would bring nothing
HELD_ASKED: Final = "held_asked"  # the same for somebody who asked for the numbers
AN_HOUR: Final = timedelta(hours=1)  # at most one quiet line in it
DELETABLE: Final = timedelta(hours=48)  # how long Telegram lets a bot delete what somebody wrote to it
A_MONTH: Final = timedelta(days=30)  # longer than the service is ever down
# What the row of a card holds so that it can be drawn: it goes with the card's last button.
_DRAWN: Final = ("kind", "lang", "wrote", "sent")


@dataclass(frozen=True, slots=True)
class WrittenMessage:
    """The message with the words: its number in the chat, and when it was sent (UTC)."""

    message_id: int
    at: datetime


async def crisis(
    tx: Tx,
    person: Person,
    update_id: int,
    danger: Danger,
    written: WrittenMessage | None = None,
    *,
    view: str = "",
) -> None:
    """Put the crisis card down to be sent before everything else.

    - It goes before all else, whoever it is for: quiet hours, pauses and choices do not hold it back.
    - One card for one update, however often that comes.
    - A craving talk is let go of: no exercise goes on beside the card.
    - The evening and the next morning are soft (care.schedule.days).
    - What is remembered is that a card was shown, never the words, nor for how long which.

    `view`: the face of the card, as in bot.safety.crisis.
    """
    if person.cannot_reach_since is not None:
        await reachable_again(tx, person.id)
    await craving.let_go_of_question(tx, person.id, ReasonCode.CRISIS)
    drawn = _drawn(danger, written) | ({"view": view} if view else {})
    shown = await show(tx, person.id, CRISIS_SCREEN, drawn, key=f"u{update_id}:crisis")
    await soften(tx, person, shown, danger.brings)
    await events.add(tx, person.id, CrisisCardShown())


def _drawn(danger: Danger, written: WrittenMessage | None) -> dict[str, Any]:
    """What is needed to draw the card; nothing for the one that is opened from a button too."""
    kind = {} if danger.brings is Brings.LIFE else {"kind": danger.brings.value}
    lang = {} if danger.language == "en" else {"lang": danger.language}
    if danger.brings is not Brings.VIOLENCE or written is None:
        return {**kind, **lang}
    return {**kind, **lang, "wrote": written.message_id, "sent": int(written.at.timestamp())}


def brings_of(args: Mapping[str, Any]) -> Brings:
    """Which card it is: suicide and self-harm, unless its row says another."""
    kind = args.get("kind")
    return Brings(kind) if kind in set(Brings) else Brings.LIFE


async def forget_what(tx: Tx, row: ScreenRow) -> None:
    """Nothing of that card says any more what it was about."""
    await screens.keep_args(tx, row.id, {name: value for name, value in row.args.items() if name not in _DRAWN})
    await wordings.forget(tx, [row.id])


async def meant_else(tx: Tx, row: ScreenRow) -> None:
    """That card was not meant: it says no more what it was about, and the evening is as any other."""
    await days.take_back_soft(tx, row.id)
    await forget_what(tx, row)
    await become(tx, row.id, CRISIS_SCREEN, {"view": "else"})


async def delete_messages(tx: Tx, person: Person, tapped: ScreenRow) -> bool:
    """Every such card of that person's goes from their phone, with their own words that brought it.

    False where Telegram does not let a bot delete words so old: then nothing goes, so that it can say so.
    """
    found = [row for row in await screens.live_of(tx, person.id, CRISIS_SCREEN) if "wrote" in row.args]
    young = [row for row in found if tx.now < datetime.fromtimestamp(row.args["sent"], tx.now.tzinfo) + DELETABLE]
    if tapped.id not in {row.id for row in young}:
        return False
    for row in young:
        await screens.keep_args(tx, row.id, {"wrote": row.args["wrote"]})
        await wordings.forget(tx, [row.id])
        await screens.retire(tx, row.id)
        await outbox.cancel_waiting(tx, row.id, ReasonCode.DELETED, verbs=("edit", "strip"))
        await outbox.put(tx, person.id, row.id, "delete", rank=Rank.CARD)
    return True


async def was_shown_lately(tx: Tx, person_id: int) -> bool:
    """Whether a card came within the hour."""
    return await screens.made_since(tx, person_id, {CRISIS_SCREEN}, tx.now - AN_HOUR)


async def check_quiet_line(tx: Tx, person: Person) -> bool:
    """One quiet line below, for words that may mean danger; none within an hour of another, or of a card: False.

    Nothing is written down of it but the line's own row, and that forgets within the hour after (see forget_lines).
    """
    if await screens.made_since(tx, person.id, {QUIET_LINE, CRISIS_SCREEN}, tx.now - AN_HOUR):
        return False
    await show(tx, person.id, QUIET_LINE)
    return True


async def forget_lines(tx: Tx) -> bool:
    """Quiet lines an hour old, and cards two days old, keep their buttons and say no more what they were. Always True.

    A line that could not be sent within the hour is not sent any more.
    """
    for row in await screens.passing_between(tx, tx.now - A_MONTH, tx.now - AN_HOUR):
        if row.name == QUIET_LINE:
            await outbox.cancel_waiting(tx, row.id, ReasonCode.LATE, verbs=("send",))
            await screens.become(tx, row.id, "note", {"key": "let-be"}, None)
            await wordings.forget(tx, [row.id])
    cards = await screens.passing_between(tx, tx.now - A_MONTH, tx.now - DELETABLE)
    await wordings.forget(tx, [row.id for row in cards])
    for row in cards:
        if any(name in row.args for name in _DRAWN):
            await forget_what(tx, row)
    return True


async def tell_held(tx: Tx, held: Hold, locales: Mapping[int, str]) -> None:
    """Tell whoever is behind these Telegram accounts (by account: the language they read), once in this hold.

    Somebody new is made a stranger here, as an answer to anything else would.
    """
    if not locales:
        return
    await accounts.lock_accounts(tx, locales)
    for person in (await accounts.ensure_many(tx, locales)).values():
        key = f"held:{person.id}:{held.last_row}"
        if await outbox.of_key(tx, key) is None:
            call = (await card_of(tx, person)).call
            await show(tx, person.id, "note", {"key": "held", "call": call}, key=key)


async def show_numbers(tx: Tx, locales: Mapping[int, str]) -> None:
    """Show the card without buttons to whoever is behind these accounts (as above); none within an hour of another."""
    if not locales:
        return
    await accounts.lock_accounts(tx, locales)
    for person in (await accounts.ensure_many(tx, locales)).values():
        if not await was_shown_lately(tx, person.id):
            await show(tx, person.id, CRISIS_SCREEN, {"view": HELD_ASKED})
