"""How handlers answer: a tap turns its own message into what is now true; words and commands are answered below."""

from collections.abc import Mapping
from typing import Any

from bot.kit.visit import Visit
from bot.screens import PICTURED
from care.delivery import say
from care.safety import cards, crisis
from care.toolkit import keeps_words
from db.delivery.screens import ScreenRow
from programme.safety import danger
from programme.schedule.kinds import SCREENS as UNASKED
from programme.toolkit.items import ITEM_LENGTH, is_cut

Args = Mapping[str, Any]


async def answer(visit: Visit, name: str, args: Args | None = None, *, subject_id: int | None = None) -> int:
    """Show that screen: in the tapped message, or below. Returns the screen's id.

    Telegram turns no picture into words, so what goes from one to the other stands below (docs/decisions/0017).
    """
    if visit.screen is None or (visit.screen.name in PICTURED) is not (name in PICTURED):
        return await append_and_retire(visit, name, args, subject_id=subject_id)
    await say.become(visit.tx, visit.screen.id, name, args, subject_id=subject_id)
    return visit.screen.id


async def append(visit: Visit, name: str, args: Args | None = None, *, subject_id: int | None = None) -> int:
    """Show that screen as a new message; older ones of that name and subject lose their buttons, and ask no more."""
    return await say.show_in_place(visit.tx, visit.person, name, args, subject_id=subject_id)


async def append_and_retire(visit: Visit, name: str, args: Args | None = None, *, subject_id: int | None = None) -> int:
    """Show that screen below; the tapped one keeps its words and loses its buttons."""
    shown = await append(visit, name, args, subject_id=subject_id)
    if visit.screen is not None:
        await say.retire(visit.tx, visit.screen.id)
    return shown


async def ask(
    visit: Visit, awaited: str | None, name: str, args: Args | None = None, *, subject_id: int | None = None
) -> None:
    """Show a screen whose answer may be typed: the next words are for `awaited` (None: for nothing)."""
    screen_id = await answer(visit, name, args, subject_id=subject_id)
    await say.await_words(visit.tx, visit.person, awaited, screen_id)


async def asked(visit: Visit) -> ScreenRow | None:
    """The screen that asked for the words that have come."""
    return await say.screen_that_asked(visit.tx, visit.person)


async def taken(visit: Visit) -> ScreenRow | None:
    """The same, and its buttons go, as what follows stands below."""
    row = await asked(visit)
    if row is not None:
        await say.retire(visit.tx, row.id)
    return row


async def detach(visit: Visit) -> None:
    """What follows is said below: a message that came by itself stays, and what was opened over it goes."""
    if visit.screen is not None and visit.screen.name in UNASKED:
        await view(visit)
        visit.screen = None


async def view(visit: Visit, name: str = "") -> None:
    """Open something over the tapped screen, or go back to it; its other args stay."""
    row = visit.screen
    assert row is not None, "a view is opened by a tap"
    args = _plain(row) | ({"view": name} if name else {})
    await say.become(visit.tx, row.id, row.name, args, subject_id=row.subject_id)


async def close_overlay(visit: Visit, row: ScreenRow) -> None:
    """What was opened over that screen goes: it stands below as it was, or where it is if it came by itself."""
    if row.name in UNASKED:
        await say.become(visit.tx, row.id, row.name, _plain(row), subject_id=row.subject_id)
    else:
        await append(visit, row.name, _plain(row), subject_id=row.subject_id)


def _plain(row: ScreenRow) -> dict[str, Any]:
    return {key: value for key, value in row.args.items() if key != "view"}


async def note(visit: Visit, key: str, **codes: str | int) -> None:
    """One kind answer below. What had been asked for stays asked for."""
    await say.show(visit.tx, visit.person.id, "note", {"key": key, **codes})


async def forget(visit: Visit) -> None:
    """The next words are for nothing any more, and the screen that asked for them asks no more."""
    await say.forget_asked(visit.tx, visit.person)


async def let_go(visit: Visit) -> None:
    """They turn to something else. What was asked for is asked for where it stands: see bot.door.awaited."""
    await say.await_words(visit.tx, visit.person, None)


async def pin(visit: Visit) -> None:
    """A client who has no pinned message yet gets it with this answer; not beside the crisis card."""
    if not visit.crisis and visit.person.pinned_at is None:
        await cards.pin_numbers(visit.tx, visit.person.id)


async def menu(visit: Visit) -> None:
    """The person's list of commands follows what they now are."""
    await say.renew_menu(visit.tx, visit.person)


async def checked(visit: Visit, typed: str | None) -> bool:
    """Words that nothing was waiting for may mean danger: then the quiet line is all that is said to them.

    Within the hour of another, or of a card, they hear where the numbers are.
    """
    found = None if visit.crisis else danger.scan(typed or "")
    if found is None or found.brings.is_card:
        return False
    if not await crisis.check_quiet_line(visit.tx, visit.person):
        await note(visit, "numbers-here")
    return True


async def can_keep(visit: Visit) -> bool:
    """Whether what they write is kept; where it is not, they are told so."""
    if await keeps_words(visit.tx, visit.person):
        return True
    await note(visit, "not-kept")
    return False


async def typed_taken(visit: Visit, text: str | None, most: int = ITEM_LENGTH) -> ScreenRow | None:
    """As speak.taken, for words that were kept; where only their first `most` characters were, that is said."""
    if is_cut(text or "", most):
        await note(visit, "kept-part")
    return await taken(visit)


async def typed_refused(visit: Visit, text: str | None) -> None:
    """Words that were not taken: there were none, or the list is full."""
    await note(visit, "full-list" if (text or "").strip() else "not-helped")


async def not_there(visit: Visit) -> None:
    """What that button was about is not there any more, or is somebody else's."""
    visit.toast = "toast-old"
