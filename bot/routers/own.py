"""What the routers of a client's own words share: whether words can be kept, and a kind answer where they were not."""

from bot.routers import speak
from bot.visit import Visit
from care.toolkit import keeps_words


async def keeps(visit: Visit) -> bool:
    """Whether what they write is kept; where it is not, they are told so."""
    if await keeps_words(visit.tx, visit.person):
        return True
    await speak.note(visit, "not-kept")
    return False


async def refused(visit: Visit, text: str | None) -> None:
    """Words that were not taken: there were none, or the list is full."""
    await speak.note(visit, "full-list" if (text or "").strip() else "not-helped")


async def gone(visit: Visit) -> None:
    """What that button was about is not there any more, or is somebody else's."""
    visit.toast = "toast-old"
