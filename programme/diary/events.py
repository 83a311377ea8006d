"""What a client says of the patterns in what they wrote down, and how stressed they were by a cigarette."""

from typing import Any

from programme.event import Consented, HeldAnswer, Viewed, absent, event


@event
class PatternSaid(HeldAnswer):
    """An observation fits or does not, by its code (programme.diary.pictures); `instead` is what it is in its place."""

    of: str
    fits: bool
    instead: str | None = absent()


@event
class PatternUnsaid(HeldAnswer):
    """They did not say that."""

    of: str


@event
class CycleShared(HeldAnswer):
    """A client shows their practitioner how it goes round: what stood there, as
    programme.diary.pictures.Cycle.codes()."""

    moment: tuple[Any, ...]
    felt: tuple[Any, ...] | None
    later: tuple[Any, ...] | None


@event
class CycleUnshared(HeldAnswer):
    """It is shown to nobody any more."""


@event
class LookBackOffered(HeldAnswer):
    """After that cigarette they were asked whether they want to be asked later how stressed they are."""

    smoked: int


@event
class LookBackSet(Consented):
    """They want it, or not."""

    yes: bool


@event
class LookBackFits(HeldAnswer):
    """Whether what these answers come to fits."""

    fits: bool


@event
class PictureRead(Viewed):
    """A practitioner looked at a client's pictures."""
