"""Words from a supporter to a client, and good news the other way: written, looked at once more, sent, and read."""

from datetime import timedelta
from enum import StrEnum

from care import say
from care.verdict import NotYet, Unwanted, Verdict, Wanted
from db import clients, consents, encouragements, evenings, events, pauses, people, supporters
from db.outbox import Rank
from db.tx import Tx
from programme.occurrence import DAY
from programme.people import Person
from programme.places import HOME
from programme.quiet import is_quiet, quiet_end_after
from programme.smoking import is_left_in_peace, quiet_until
from programme.support import WORDS_A_DAY, WORDS_LENGTH, PassedOn, Support, one_line

_PREFIX, _WHAT = "e", "pass"


class Sent(StrEnum):
    """What became of sending."""

    SENT = "sent"
    ENOUGH = "enough"  # as many today as one may
    ENDED = "ended"


async def draft(tx: Tx, writer: Person, support: Support, text: str) -> int | None:
    """Keep what that person may want to tell the other one; the id; None for no words, and where it ended."""
    words = one_line(text, WORDS_LENGTH)
    if words is None or not _may(support, writer.id) or support.person_id is None:
        return None
    reader = support.person_id if writer.id == support.client_id else support.client_id
    return await encouragements.add(tx, support.id, writer.id, reader, words)


async def send(tx: Tx, writer: Person, passed_id: int) -> Sent:
    """Send what that person wrote to the other one. Twice is as once; at most WORDS_A_DAY in a day and a night."""
    passed = await encouragements.get(tx, passed_id)
    support = await supporters.get(tx, passed.support_id) if passed and passed.person_id == writer.id else None
    if passed is None or support is None or not _may(support, writer.id):
        return Sent.ENDED
    if passed.sent_at is not None:
        return Sent.SENT
    if await encouragements.sent_since(tx, support.id, writer.id, tx.now - DAY) >= WORDS_A_DAY:
        return Sent.ENOUGH
    await encouragements.send(tx, passed.id)
    await events.add(tx, "PassedOn", passed.to_id, writer.id, {"words": passed.id, "support": support.id})
    key = f"{_PREFIX}{passed.id}:{_WHAT}"
    await say.show(tx, passed.to_id, "passed_on", subject_id=passed.id, rank=Rank.PROMPT, key=key)
    return Sent.SENT


async def rate(tx: Tx, reader: Person, passed_id: int, *, helped: bool) -> bool:
    """The client says whether these words helped: an answer, so nothing is kept of who wants none kept. Whoever wrote
    them is not told."""
    passed = await encouragements.get(tx, passed_id)
    if passed is None or passed.to_id != reader.id or passed.sent_at is None:
        return False
    if not (await consents.in_force(tx, reader.id)).keep_answers:
        return False
    await encouragements.rate(tx, passed.id, helped=helped)
    await events.add(tx, "PassedOnRated", reader.id, reader.id, {"words": passed.id, "helped": helped})
    return True


def of_key(key: str | None) -> int | None:
    """The id of the words that an outbox key is about, or None."""
    head, _, what = (key or "").partition(":")
    return int(head[1:]) if what == _WHAT and head.startswith(_PREFIX) and head[1:].isdecimal() else None


async def look(tx: Tx, passed_id: int) -> Verdict:
    """Whether these words may still go: not once it has ended. Neither at night, nor in the reader's break, nor before
    the night after a lapse of theirs, or one they left smoking for, is over: nothing comes then that they did not ask
    for."""
    passed = await encouragements.get(tx, passed_id)
    support = await supporters.get(tx, passed.support_id) if passed else None
    if passed is None or support is None or not await _stands(tx, support, passed):
        return Unwanted("withdrawn")
    reader = await people.get(tx, passed.to_id)
    if reader is None or reader.cannot_reach_since is not None:
        return Unwanted("blocked")
    pause = (await pauses.running(tx, [reader.id])).get(reader.id)
    if pause is not None and pause.of_client:
        return NotYet(min(pause.until, tx.now + timedelta(days=1)))
    zone = reader.zone or HOME.zone
    quiet = [one.at for one in (await evenings.of_people(tx, [reader.id], tx.now - 2 * DAY)).get(reader.id, [])]
    if is_left_in_peace(tx.now, quiet, zone):
        return NotYet(quiet_until(max(quiet), zone))
    return NotYet(quiet_end_after(tx.now, zone)) if is_quiet(tx.now, zone) else Wanted()


async def _stands(tx: Tx, support: Support, passed: PassedOn) -> bool:
    client = await clients.get(tx, support.client_id)
    return client is not None and client.left_at is None and _may(support, passed.person_id)


def _may(support: Support, writer_id: int) -> bool:
    if not support.holds:
        return False
    return writer_id == support.person_id or (writer_id == support.client_id and support.may_be_told)
