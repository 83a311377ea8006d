"""What a button sends when it is tapped: "t:<screen>:<do>:<arg>"."""

from dataclasses import dataclass

_PARTS = 4


@dataclass(frozen=True, slots=True)
class Tapped:
    """The id of the screen it says it stands on, the verb of the tap, and its argument, as a code.

    Nothing in it is believed: whose screen it is, and what that person may do, is looked up on every tap.
    """

    screen: int
    do: str
    arg: str

    @property
    def data(self) -> str:
        """The same as the button carries it: 64 bytes at most, ids and codes, never words."""
        return f"t:{self.screen}:{self.do}:{self.arg}"


def read_data(data: str | None) -> Tapped | None:
    """What that button says; None where it is none of ours."""
    parts = (data or "").split(":")
    if len(parts) != _PARTS or parts[0] != "t":
        return None
    try:
        return Tapped(int(parts[1]), parts[2], parts[3])
    except ValueError:
        return None
