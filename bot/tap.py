"""What a button says when it is tapped: which screen it stood on, what to do, and with what."""

from aiogram.filters.callback_data import CallbackData

_LONGEST = 16  # digits


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
        return int(self.arg) if self.arg.isascii() and self.arg.isdecimal() and len(self.arg) <= _LONGEST else None
