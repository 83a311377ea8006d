"""What a button says when it is tapped: which screen it stood on, what to do, and with what."""

from aiogram.filters.callback_data import CallbackData

from bot.screen import read_number


class Tap(CallbackData, prefix="t"):
    """One shape for all buttons: ids and codes, never words, 64 bytes at most.

    Nothing in it is believed: whose screen it is, and what that person may do, is looked up on every tap.
    """

    screen: int
    do: str
    arg: str = ""

    @property
    def number(self) -> int | None:
        """The id or number it names; None where it names none."""
        return read_number(self.arg)
