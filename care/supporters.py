"""A client's side of having supporters: whom they ask, what is shown, what is wished for, and the end of it.

Everything here is asked for in the client's own chat, and shown to nobody else (FIELD 3: coercive control).
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from care.invites import MadeInvite, make_supporter_invite
from care.supporting import end_nudges
from db import events, people, supporters
from db.tx import Tx
from programme.people import Person, clean_name
from programme.plan import Rule
from programme.support import MOST, VERSION, WISH_LENGTH, Shared, Support, SupportState, nudge_rule, one_line

SEED_BITS = 31
_ASKED = frozenset({SupportState.OPENED, SupportState.ACCEPTED, SupportState.DECLINED})


async def listed(tx: Tx, client: Person) -> Sequence[Support]:
    """Whom that client asked, without those they took off the list."""
    return [one for one in await supporters.of_client(tx, client.id) if one.state is not SupportState.REMOVED]


async def of_client(tx: Tx, client: Person, support_id: int | None) -> Support | None:
    """The one of that id, if it is theirs and still on the list."""
    if not client.is_client:
        return None
    return next((one for one in await listed(tx, client) if one.id == support_id), None)


async def add(tx: Tx, client: Person, text: str) -> Support | None:
    """Somebody whom that client may ask, by what they call them. None where that is no name, or the list is full.

    Nothing is shown to them before the client ticks it, and the order of ideas is drawn here, once.
    """
    label = clean_name(text)
    if label is None or not client.is_client or len(await listed(tx, client)) >= MOST:
        return None
    made = await supporters.add(tx, client.id, label, nudge_rule(), secrets.randbits(SEED_BITS))
    await events.add(tx, "SupporterNamed", client.id, client.id, {"support": made.id})
    return made


async def turn(tx: Tx, client: Person, support_id: int, item: Shared) -> bool:
    """Show that item to that supporter from now on, or no more; False where there is no such supporter."""
    support = await of_client(tx, client, support_id)
    if support is None:
        return False
    after = replace(support, shares=support.toggle(item))
    if after.would_tell(after.wish):  # they knew while it was written; from now on they are not to
        after = replace(after, wish=None, waits=after.wish)
    await supporters.change(tx, support, after)
    said = {"support": support.id, "item": item.value, "granted": item in after.shares, "version": VERSION}
    await events.add(tx, "SharingSet", client.id, client.id, said)
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
    support = await of_client(tx, client, support_id)
    if support is None:
        return Wished.OVER
    wish = one_line(text or "", WISH_LENGTH)
    if support.would_tell(wish) and not sure:
        await supporters.change(tx, support, replace(support, waits=wish))
        return Wished.ASKS
    await supporters.change(tx, support, replace(support, wish=wish, waits=None))
    await events.add(tx, "WishSet", client.id, client.id, {"support": support.id, "wish": bool(wish)})
    return Wished.KEPT


async def say_of_wish(tx: Tx, client: Person, support_id: int, *, send: bool) -> bool:
    """The wish that waits may be read, or is left out and forgotten; False where none waits."""
    support = await of_client(tx, client, support_id)
    if support is None or support.waits is None:
        return False
    if send:
        return await set_wish(tx, client, support_id, support.waits, sure=True) is Wished.KEPT
    await supporters.change(tx, support, replace(support, waits=None))
    return True


async def propose_rule(tx: Tx, client: Person, support_id: int, rule: Rule) -> bool:
    """When nudges come, as long as nobody said yes: from then on the supporter alone says when."""
    support = await of_client(tx, client, support_id)
    if support is None or support.holds:
        return False
    await supporters.change(tx, support, replace(support, rule=rule))
    return True


async def make_link(tx: Tx, client: Person, support_id: int) -> MadeInvite | None:
    """A link to forward to them. A later one takes the place of an earlier one, and whoever opened that is asked no
    more; none once they said yes."""
    support = await of_client(tx, client, support_id)
    if support is None or support.state in (SupportState.ACCEPTED, SupportState.ENDED):
        return None
    made = await make_supporter_invite(tx, client)
    if made is not None:
        anew = replace(support, invite_id=made.id, person_id=None, state=SupportState.MADE)
        await supporters.change(tx, support, anew)
        if support.person_id is not None:
            await events.add(tx, "SupporterLetGo", support.person_id, client.id, {"support": support.id})
    return made


async def remove(tx: Tx, client: Person, support_id: int) -> bool:
    """It ends at once and silently: nothing is sent to the supporter, and what they have open says "This has ended".

    What waits to be sent to them is not sent: see care.look_again.
    """
    support = await of_client(tx, client, support_id)
    if support is None:
        return False
    await supporters.change(tx, support, replace(support, state=SupportState.REMOVED, waits=None))
    await events.add(tx, "SupporterRemoved", client.id, client.id, {"support": support.id})
    if support.person_id is not None and support.state in _ASKED:
        await people.lock(tx, [support.person_id])
        await end_nudges(tx, support)
    return True


async def end_all(tx: Tx, client: Person) -> None:
    """The client leaves: it ends with all of them."""
    for one in await listed(tx, client):
        await remove(tx, client, one.id)
