"""A tap is declared once: its verb, its argument, who may, and the screens that carry it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.taps.args import Arg
from programme.people import Role

T = TypeVar("T")


# A reminder has the closing words of its check-in once it is answered; the others are older names of the same screen.
_DRAWN_AS = {"check_in": "reminder", "ready": "ask_helped", "tell": "tell_about"}


@dataclass(frozen=True, slots=True, eq=False)
class Tap(Generic[T]):
    """What a button may ask for.

    `do` is its verb and `arg` its argument: "t:<screen>:<do>:<arg>". `who` may tap it: None is everybody. `on` holds
    the names of the screens that carry it; without any, every screen may. `from_before`: no screen makes such a button
    any more, and those that stand on phones still work.
    """

    do: str
    arg: Arg[T]
    who: Role | None = None
    on: frozenset[str] = frozenset()
    from_before: bool = False


def tap(do: str, arg: Arg[T], who: Role | None, *on: str, from_before: bool = False) -> Tap[T]:
    """Declares a tap. Two may have the same verb, if no screen carries both.

    What a screen carries, one that is drawn as it carries too.
    """
    return Tap(do, arg, who, frozenset(on) | {_DRAWN_AS[one] for one in on if one in _DRAWN_AS}, from_before)


ANYBODY = None
CLIENT, PRACTITIONER = Role.CLIENT, Role.PRACTITIONER
