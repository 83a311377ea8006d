"""What the routers of a client's own words share: can words be kept, and what is said where they were not."""

from bot.routers import speak
from bot.visit import Visit
from care.toolkit import keeps_words
from db.screens import ScreenRow
from programme.toolkit import ITEM_LENGTH, is_cut


async def keeps(visit: Visit) -> bool:
    """Whether what they write is kept; where it is not, they are told so."""
    if await keeps_words(visit.tx, visit.person):
        return True
    await speak.note(visit, "not-kept")
    return False


async def taken(visit: Visit, text: str | None, most: int = ITEM_LENGTH) -> ScreenRow | None:
    """As speak.taken, for words that were kept; where only their first `most` characters were, that is said."""
    if is_cut(text or "", most):
        await speak.note(visit, "kept-part")
    return await speak.taken(visit)


async def refused(visit: Visit, text: str | None) -> None:
    """Words that were not taken: there were none, or the list is full."""
    await speak.note(visit, "full-list" if (text or "").strip() else "not-helped")


async def gone(visit: Visit) -> None:
    """What that button was about is not there any more, or is somebody else's."""
    visit.toast = "toast-old"
