"""Which question typed words answer: the one that was asked last, one that they reply to, or one that waits for what
they are."""

from dataclasses import replace
from typing import Final

from aiogram.types import Message

from bot.kit.visit import Visit
from care.check_in.answers import stands_at
from db.delivery import screens
from db.delivery.screens import ScreenRow
from db.people import accounts
from programme.check_in.answers import Question
from programme.schedule.typed import as_digits

FEWEST: Final = 3  # letters of what is words
# What the next words may be for, by what they are. A test knows them all.
NUMBERS: Final = frozenset({"cigarettes", "smoked_many", "diary_many", "usual_a_day", "usual_packet_of"})
SHORT: Final = NUMBERS | {
    "usual_price", "time", "own_time", "slot_time", "summary_time", "morning_hour", "risk_hour", "route_hours",
    "session", "code", "co_reading",
}  # fmt: skip
JOINING: Final = frozenset({"name", "time", "helped", "country", "code"})
WORDS: Final = frozenset({
    "name", "helped", "country", "travel", "label", "item", "item_words", "own_now", "idea", "own_idea", "words",
    "pattern", "reason", "reason_words", "readier", "why_moved", "weekend", "diary_going_on", "diary_gave", "occasion",
    "occasion_part", "telling_ask", "telling_own", "belief", "phrase", "problem", "shelf_address", "shelf_title",
    "shelf_note", "goal", "support_name", "support_wish", "support_tell", "support_word", "prepare", "safety",
    "session_note", "easier",
})  # fmt: skip
# What a check-in awaits while that question stands.
OF_CHECK_IN: Final = {Question.CIGARETTES: "cigarettes", Question.WORDS: "words"}


async def aim(visit: Visit, message: Message) -> None:
    """Turn the visit to the question that these words answer.

    - A reply to the message that asks is an answer, also where only a part of it is quoted. One to another message of
      ours answers that, if it asks for words.
    - Any other reply, and what was forwarded, answers nothing while something is asked for: `visit.elsewhere`. What
      is asked for stays so.
    - A number, a time or a price goes to the newest question of the last day that asks for one, where what was asked
      last does not: they turned to something else meanwhile. On the way in, so do words.
    """
    text = message.text or ""
    if visit.crisis or not text or text.startswith("/"):
        return
    if message.forward_origin is not None:
        _answers_nothing(visit, "forwarded")
    elif message.external_reply is not None or message.reply_to_story is not None:
        _answers_nothing(visit, "reply-elsewhere")
    elif message.reply_to_message is not None and not message.reply_to_message.forum_topic_created:
        await _aim_reply(visit, message.reply_to_message)
    elif (found := await _waits_for(visit, text)) is not None:
        await _turn(visit, *found)


def _answers_nothing(visit: Visit, key: str) -> None:
    if visit.person.awaiting is not None:
        visit.elsewhere = key
        visit.person = replace(visit.person, awaiting=None, awaiting_screen=None)


async def _aim_reply(visit: Visit, to: Message) -> None:
    person = visit.person
    row = await screens.in_message(visit.tx, person.id, to.message_id)
    asking = await screens.get(visit.tx, person.awaiting_screen) if person.awaiting_screen else None
    if row is None and asking is not None and asking.message_id is None and to.from_user and to.from_user.is_bot:
        return  # its sending was never answered: it may well be that one
    if row is not None and asking is not None and row.id == asking.id:
        return
    awaits = await _awaits(visit, row) if row is not None else None
    if row is None or awaits is None:
        _answers_nothing(visit, "reply-elsewhere")
    else:
        await _turn(visit, awaits, row)


async def _awaits(visit: Visit, row: ScreenRow) -> str | None:
    if row.live and row.awaits is not None:
        return row.awaits
    if row.name != "check_in":
        return None
    question = await stands_at(visit.tx, visit.person.id, row.subject_id or 0)
    return OF_CHECK_IN.get(question) if question is not None else None


async def _waits_for(visit: Visit, text: str) -> tuple[str, ScreenRow] | None:
    """An earlier question that these words fit better than what was asked last."""
    person = visit.person
    number = as_digits(text).isdecimal()
    is_short = number or sum(map(str.isalpha, text)) < FEWEST
    if person.awaiting is None:
        wanted = SHORT if is_short else frozenset()
        if not person.roles:
            wanted |= JOINING
    elif number and person.awaiting in WORDS - JOINING:
        wanted = NUMBERS
    else:
        return None
    if not wanted:
        return None
    for row in await screens.asking(visit.tx, person.id):
        if row.awaits in wanted:
            return row.awaits, row
    return await _check_in_at_hand(visit) if number and person.awaiting is None else None


async def _check_in_at_hand(visit: Visit) -> tuple[str, ScreenRow] | None:
    """The check-in, if it stands newest of all that has buttons and asks for a number."""
    live = [row for row in await screens.live_of(visit.tx, visit.person.id) if not row.bare]
    if not live or live[-1].name != "check_in":
        return None
    awaits = await _awaits(visit, live[-1])
    return (awaits, live[-1]) if awaits in NUMBERS else None


async def _turn(visit: Visit, awaits: str, row: ScreenRow) -> None:
    await accounts.await_words(visit.tx, visit.person.id, awaits, row.id)
    visit.person = replace(visit.person, awaiting=awaits, awaiting_screen=row.id)
