"""Pictures drawn as PNG: after the transaction, beside everything else, and one at a time."""

import asyncio

import structlog

from bot.picture import Picture

log = structlog.get_logger(__name__)


class NotDrawn(Exception):
    """A picture could not be drawn: a bug."""


class Studio:
    """Draws in a thread of its own, one picture after the other: what draws is not made for several at once."""

    def __init__(self) -> None:
        self._easel = asyncio.Lock()

    async def draw(self, picture: Picture) -> bytes:
        """The picture as a PNG. Raises NotDrawn."""
        async with self._easel:
            try:
                return await asyncio.to_thread(_png, picture)
            except Exception as error:
                log.error("picture_cannot_be_drawn", kind=type(picture).__name__, error=type(error).__name__)
                raise NotDrawn from error


def _png(picture: Picture) -> bytes:
    from bot.drawing.paint import png  # brings matplotlib: a second and 60 MB, for the first picture alone

    return png(picture)
