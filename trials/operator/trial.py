"""What a trial of an operator is, and what it gives back."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

BOTH = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trial is lived: a folder of its own, the address of an empty database, and whether it is to be short."""

    folder: Path
    url: str
    short: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that had to be so, and whether it was; `seen` says what was seen, in words.

    A `figure` in `unit` (s, MB) is printed beside its `goal`, and never decides whether the trial is green.
    """

    says: str
    so: bool
    seen: str = ""
    figure: float | None = None
    goal: float | None = None
    unit: str = "s"

    @property
    def met(self) -> bool | None:
        """Whether the figure reaches its goal; None where there is none."""
        return None if self.figure is None or self.goal is None else self.figure <= self.goal


@dataclass(frozen=True, slots=True)
class Trial:
    """One thing that an operator lives through. `says` is for the table; `short` is lived in CI too."""

    name: str
    says: str
    live: Callable[[Place], Awaitable[Sequence[Line]]]
    databases: tuple[str, ...] = BOTH
    short: bool = True
