"""A tap is declared once: its verb, its argument, who may, and the screens that carry it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.taps.args import Arg
from programme.people import Role

T = TypeVar("T")


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

    What a check-in carries, its reminder does too: that one shows the closing words once it is answered.
    """
    return Tap(do, arg, who, frozenset(on) | ({"reminder"} if "check_in" in on else set()), from_before)


ANYBODY = None
CLIENT, PRACTITIONER = Role.CLIENT, Role.PRACTITIONER
