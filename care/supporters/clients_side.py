"""A client's side of having supporters, and words that pass between both."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from care.delivery import say
from care.delivery.say import NotYet, Unwanted, Verdict, Wanted
from care.people.accounts import names_of
from care.people.invites import MadeInvite, make_supporter_invite
from care.supporters.their_side import end_nudges
from db import events, supporters
from db.delivery.outbox import Rank
from db.people import accounts, clients, consents
from db.schedule import days, plans
from db.tx import Tx
from programme.people.person import HOME, Person, clean_name
from programme.quitting.lapses import is_quiet_evening, quiet_until
from programme.schedule.plan import Rule
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY, is_quiet, quiet_end_after
from programme.supporters.events import (
    PassedOn,
    PassedOnRated,
    SharingSet,
    SupporterLetGo,
    SupporterNamed,
    SupporterRemoved,
    WishSet,
)
from programme.supporters.support import (
    MOST_SUPPORTERS,
    VERSION,
    WISH_LENGTH,
    WORDS_A_DAY,
    WORDS_LENGTH,
    PassedWords,
    Shared,
    Support,
    SupportState,
    nudge_rule,
    one_line,
)

SEED_BITS = 31
_ASKED = frozenset({SupportState.OPENED, SupportState.ACCEPTED, SupportState.DECLINED})


async def supporters_listed(tx: Tx, client: Person) -> Sequence[Support]:
    """Whom that client asked, without those they took off the list."""
    return [one for one in await supporters.of_client(tx, client.id) if one.state is not SupportState.REMOVED]


async def supporter_of_client(tx: Tx, client: Person, support_id: int | None) -> Support | None:
    """The one of that id, if it is theirs and still on the list."""
    if not client.is_client:
        return None
    return next((one for one in await supporters_listed(tx, client) if one.id == support_id), None)


async def names_of_nudged(tx: Tx, client: Person) -> tuple[str | None, ...]:
    """What those are called to whom nudges about that client come, in the order in which they are known here."""
    names = await names_of(tx, {plan.person_id for plan in await plans.about(tx, client.id)})
    return tuple(names[one] for one in sorted(names))


async def is_gone(tx: Tx, support: Support) -> bool:
    """Whether somebody who said yes is not here any more, or blocked the service."""
    if not support.holds or support.person_id is None:
        return False
    person = await accounts.get(tx, support.person_id)
    return person is None or person.cannot_reach_since is not None


async def _words_of(tx: Tx, passed_id: int | None) -> tuple[PassedWords, Support] | None:
    passed = await supporters.get_encouragement(tx, passed_id or 0)
    support = await supporters.get(tx, passed.support_id) if passed else None
    return None if passed is None or support is None else (passed, support)


async def words_written(tx: Tx, writer: Person, passed_id: int | None) -> tuple[PassedWords, Support] | None:
    """The words of that id, for who wrote them."""
    found = await _words_of(tx, passed_id)
    return found if found is not None and found[0].person_id == writer.id else None


async def words_received(tx: Tx, reader: Person, passed_id: int | None) -> tuple[PassedWords, Support] | None:
    """The words of that id, for whom they were written."""
    found = await _words_of(tx, passed_id)
    return found if found is not None and found[0].to_id == reader.id else None


async def add_supporter(tx: Tx, client: Person, text: str) -> Support | None:
    """Somebody whom that client may ask, by what they call them. None where that is no name, or the list is full.

    Nothing is shown to them before the client ticks it, and the order of ideas is drawn here, once.
    """
    label = clean_name(text)
    if label is None or not client.is_client or len(await supporters_listed(tx, client)) >= MOST_SUPPORTERS:
        return None
    made = await supporters.add(tx, client.id, label, nudge_rule(), secrets.randbits(SEED_BITS))
    await events.add(tx, client.id, SupporterNamed(made.id), actor=client.id)
    return made


async def turn_shared(tx: Tx, client: Person, support_id: int, item: Shared) -> bool:
    """Show that item to that supporter from now on, or no more; False where there is no such supporter."""
    support = await supporter_of_client(tx, client, support_id)
    if support is None:
        return False
    after = replace(support, shares=support.toggle(item))
    if after.would_tell(after.wish):  # they knew while it was written; from now on they are not to
        after = replace(after, wish=None, waits=after.wish)
    await supporters.change(tx, support, after)
    await events.add(
        tx,
        client.id,
        SharingSet(support=support.id, item=item, granted=item in after.shares, version=VERSION),
        actor=client.id,
    )
    return True


class Wished(StrEnum):
    """What became of a wish."""

    KEPT = "kept"
    ASKS = "asks"  # it would tell them of stopping: it waits for the client's word
    OVER = "over"


async def set_wish(tx: Tx, client: Person, support_id: int, text: str | None, *, sure: bool = False) -> Wished:
    """What the client asks of that supporter, shown in every nudge as it is written; None: nothing.

    - Words that tell of stopping somebody who is not to know of it wait, sealed, and an older wish stays meanwhile.
    - `sure`: the client says that they may.
    """
    support = await supporter_of_client(tx, client, support_id)
    if support is None:
        return Wished.OVER
    wish = one_line(text or "", WISH_LENGTH)
    if support.would_tell(wish) and not sure:
        await supporters.change(tx, support, replace(support, waits=wish))
        return Wished.ASKS
    await supporters.change(tx, support, replace(support, wish=wish, waits=None))
    await events.add(tx, client.id, WishSet(support=support.id, wish=bool(wish)), actor=client.id)
    return Wished.KEPT


async def say_of_wish(tx: Tx, client: Person, support_id: int, *, send: bool) -> bool:
    """The wish that waits may be read, or is left out and forgotten; False where none waits."""
    support = await supporter_of_client(tx, client, support_id)
    if support is None or support.waits is None:
        return False
    if send:
        return await set_wish(tx, client, support_id, support.waits, sure=True) is Wished.KEPT
    await supporters.change(tx, support, replace(support, waits=None))
    return True


async def propose_rule(tx: Tx, client: Person, support_id: int, rule: Rule) -> bool:
    """When nudges come, as long as nobody said yes: from then on only the supporter says when."""
    support = await supporter_of_client(tx, client, support_id)
    if support is None or support.holds:
        return False
    await supporters.change(tx, support, replace(support, rule=rule))
    return True


async def make_link(tx: Tx, client: Person, support_id: int) -> MadeInvite | None:
    """A link to forward to them. A later one takes the place of an earlier one, and whoever opened that is asked no
    more; none once they said yes."""
    support = await supporter_of_client(tx, client, support_id)
    if support is None or support.state in (SupportState.ACCEPTED, SupportState.ENDED):
        return None
    made = await make_supporter_invite(tx, client)
    if made is not None:
        anew = replace(support, invite_id=made.id, person_id=None, state=SupportState.MADE)
        await supporters.change(tx, support, anew)
        if support.person_id is not None:
            await events.add(tx, support.person_id, SupporterLetGo(support.id), actor=client.id)
    return made


async def remove_supporter(tx: Tx, client: Person, support_id: int) -> bool:
    """It ends at once and silently: nothing is sent to the supporter, and what they have open says "This has ended".

    What waits to be sent to them is not sent: see care.delivery.check_before_send.
    """
    support = await supporter_of_client(tx, client, support_id)
    if support is None:
        return False
    await supporters.change(tx, support, replace(support, state=SupportState.REMOVED, waits=None))
    await events.add(tx, client.id, SupporterRemoved(support.id), actor=client.id)
    if support.person_id is not None and support.state in _ASKED:
        await accounts.lock(tx, [support.person_id])
        await end_nudges(tx, support)
    return True


async def end_supporters(tx: Tx, client: Person) -> None:
    """The client leaves: it ends with all of them."""
    for one in await supporters_listed(tx, client):
        await remove_supporter(tx, client, one.id)


_PREFIX, _WHAT = "e", "pass"


class WordsSent(StrEnum):
    """What became of sending."""

    SENT = "sent"
    ENOUGH = "enough"  # as many today as one may
    ENDED = "ended"


async def draft_words(tx: Tx, writer: Person, support: Support, text: str) -> int | None:
    """Keep what that person may want to tell the other one; the id; None for no words, and where it ended."""
    words = one_line(text, WORDS_LENGTH)
    if words is None or not _may(support, writer.id) or support.person_id is None:
        return None
    reader = support.person_id if writer.id == support.client_id else support.client_id
    return await supporters.add_encouragement(tx, support.id, writer.id, reader, words)


async def send_words(tx: Tx, writer: Person, passed_id: int) -> WordsSent:
    """Send what that person wrote to the other one. Twice is as once; at most WORDS_A_DAY in a day and a night."""
    found = await words_written(tx, writer, passed_id)
    if found is None or not _may(found[1], writer.id):
        return WordsSent.ENDED
    passed, support = found
    if passed.sent_at is not None:
        return WordsSent.SENT
    if await supporters.encouragements_since(tx, support.id, writer.id, tx.now - DAY) >= WORDS_A_DAY:
        return WordsSent.ENOUGH
    await supporters.send_encouragement(tx, passed.id)
    await events.add(tx, passed.to_id, PassedOn(words=passed.id, support=support.id), actor=writer.id)
    key = f"{_PREFIX}{passed.id}:{_WHAT}"
    await say.show(tx, passed.to_id, "passed_on", subject_id=passed.id, rank=Rank.PROMPT, key=key)
    return WordsSent.SENT


async def rate_words(tx: Tx, reader: Person, passed_id: int, *, helped: bool) -> bool:
    """The client says whether these words helped: an answer, so nothing is kept of who wants none kept. Whoever wrote
    them is not told."""
    passed = await supporters.get_encouragement(tx, passed_id)
    if passed is None or passed.to_id != reader.id or passed.sent_at is None:
        return False
    if not (await consents.in_force(tx, reader.id)).keep_answers:
        return False
    await supporters.rate_encouragement(tx, passed.id, helped=helped)
    await events.add(tx, reader.id, PassedOnRated(words=passed.id, helped=helped), actor=reader.id)
    return True


def words_of_key(key: str | None) -> int | None:
    """The id of the words that an outbox key is about, or None."""
    head, _, what = (key or "").partition(":")
    return int(head[1:]) if what == _WHAT and head.startswith(_PREFIX) and head[1:].isdecimal() else None


async def check_words(tx: Tx, passed_id: int) -> Verdict:
    """Whether these words may still go: not once it has ended. Neither at night, nor in the reader's break, nor before
    the night after a lapse of theirs, or one they left smoking for, is over: nothing comes then that they did not ask
    for."""
    found = await _words_of(tx, passed_id)
    if found is None or not await _stands(tx, found[1], found[0]):
        return Unwanted(ReasonCode.WITHDRAWN)
    passed = found[0]
    reader = await accounts.get(tx, passed.to_id)
    if reader is None or reader.cannot_reach_since is not None:
        return Unwanted(ReasonCode.BLOCKED)
    pause = (await plans.running_pauses(tx, [reader.id])).get(reader.id)
    if pause is not None and pause.of_client:
        return NotYet(min(pause.until, tx.now + timedelta(days=1)))
    zone = reader.zone or HOME.zone
    quiet = [one.at for one in (await days.evenings_of_people(tx, [reader.id], tx.now - 2 * DAY)).get(reader.id, [])]
    if is_quiet_evening(tx.now, quiet, zone):
        return NotYet(quiet_until(max(quiet), zone))
    return NotYet(quiet_end_after(tx.now, zone)) if is_quiet(tx.now, zone) else Wanted()


async def _stands(tx: Tx, support: Support, passed: PassedWords) -> bool:
    client = await clients.get(tx, support.client_id)
    return client is not None and client.left_at is None and _may(support, passed.person_id)


def _may(support: Support, writer_id: int) -> bool:
    if not support.holds:
        return False
    return writer_id == support.person_id or (writer_id == support.client_id and support.may_be_told)
