"""How handlers answer: a tap turns its own message into what is now true; words and commands are answered below."""

from collections.abc import Mapping
from typing import Any

from bot.visit import Visit
from care import say
from db import people, screens


async def answer(
    visit: Visit, name: str, args: Mapping[str, Any] | None = None, *, subject_id: int | None = None
) -> int:
    """Show that screen: in the tapped message, or as a new one while the old ones like it lose their buttons.

    Returns the screen's id.
    """
    if visit.screen is not None:
        await say.become(visit.tx, visit.now, visit.screen.id, name, args, subject_id=subject_id)
        return visit.screen.id
    return await below(visit, name, args, subject_id=subject_id)


async def below(
    visit: Visit, name: str, args: Mapping[str, Any] | None = None, *, subject_id: int | None = None
) -> int:
    """Show that screen as a new message. What it takes the place of, and what had asked for words, loses its buttons."""
    tx, now, person = visit.tx, visit.now, visit.person
    old = {row.id for row in await screens.live_of(tx, person.id, name, subject_id)}
    for screen_id in sorted(old | ({person.awaiting_screen} if person.awaiting_screen else set())):
        await say.retire(tx, now, screen_id)
    return await say.show(tx, now, person.id, name, args, subject_id=subject_id)


async def view(visit: Visit, name: str = "") -> None:
    """Open something over the tapped screen, or go back to it; its other args stay."""
    row = visit.screen
    assert row is not None, "a view is opened by a tap"
    args = {key: value for key, value in row.args.items() if key != "view"}
    await say.become(
        visit.tx, visit.now, row.id, row.name, args | ({"view": name} if name else {}), subject_id=row.subject_id
    )


async def ask(
    visit: Visit, what: str, name: str, args: Mapping[str, Any] | None = None, *, subject_id: int | None = None
) -> None:
    """Show a screen whose answer may be typed: the next words are for `what`."""
    screen_id = await answer(visit, name, args, subject_id=subject_id)
    await people.await_words(visit.tx, visit.person.id, what, screen_id)


async def note(visit: Visit, key: str, **codes: str | int) -> None:
    """One kind answer below. What had been asked for stays asked for."""
    await say.show(visit.tx, visit.now, visit.person.id, "note", {"key": key, **codes})
