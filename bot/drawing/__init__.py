"""Pictures drawn as PNG: after the transaction, beside everything else, and one at a time."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import structlog

from bot.picture import Picture

log = structlog.get_logger(__name__)

# One thread for the whole process: what draws is not made for several at once, and each thread keeps memory of its own.
_EASEL: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="easel")


class NotDrawn(Exception):
    """A picture could not be drawn: a bug."""


async def draw(picture: Picture) -> bytes:
    """The picture as a PNG, in its turn. Raises NotDrawn."""
    try:
        return await asyncio.get_running_loop().run_in_executor(_EASEL, _png, picture)
    except Exception as error:
        log.error("picture_cannot_be_drawn", kind=type(picture).__name__, error=type(error).__name__)
        raise NotDrawn from error


def _png(picture: Picture) -> bytes:
    from bot.drawing.paint import png  # brings matplotlib: a second and 60 MB, for the first picture alone

    return png(picture)
