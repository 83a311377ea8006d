"""Every tap that a button may ask for, by subject."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from bot.taps.kit import Tap


def declared() -> Iterator[Tap[Any]]:
    """Every tap that is declared in a module of this package."""
    for found in iter_modules(__path__):
        yield from (one for one in vars(import_module(f"{__name__}.{found.name}")).values() if isinstance(one, Tap))
