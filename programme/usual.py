"""What somebody smoked on a usual day before, and what it cost: asked of nobody, for their own counts."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

MOST_A_DAY: Final = 100
MOST_IN_A_PACKET: Final = 500  # cigarettes that a large pouch makes
A_PACKET: Final = 20
TELLING: Final = 11  # of up to so many a day half is under six, so that "6+" is no halving for certain
DEAREST: Final = Decimal(100_000)  # whole units of any currency
_PRICE = re.compile(r"[^\d-]{0,4}(\d{1,7})(?:[.,](\d{1,2}))?\D{0,4}")


@dataclass(frozen=True, slots=True)
class UsualDay:
    """`a_day` cigarettes; a packet or pouch makes `packet_of` and costs `price`, in the smallest unit of `currency`.

    `since` is the person's own date on which they first told it. None: not said.
    """

    a_day: int
    since: date
    price: int | None = None
    currency: str | None = None
    packet_of: int = A_PACKET


@dataclass(frozen=True, slots=True)
class UsualBefore:
    """What held before the person's own date `until`, on which they told something else; as in a usual day."""

    until: date
    a_day: int
    price: int | None = None
    currency: str | None = None
    packet_of: int = A_PACKET


def read_number(text: str, most: int) -> int | None:
    """A whole number from 1 to `most`; None for anything else."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 4):
        return None
    return int(typed) if 1 <= int(typed) <= most else None


def read_price(text: str, places: int) -> int | None:
    """A price such as "12.50", "£12,5" or "12", in the smallest unit of a currency with so many decimal places.

    None for anything else, and for nothing at all.
    """
    found = _PRICE.fullmatch(text.strip())
    if found is None:
        return None
    price = Decimal(f"{found[1]}.{found[2] or 0}")
    smallest = price.scaleb(places)
    return int(smallest) if 0 < price <= DEAREST and smallest == int(smallest) else None
