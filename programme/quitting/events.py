"""Quit dates, cigarettes that were told of, what was said after them, and outcomes. Relapses: see relapses."""

from datetime import date

from programme.event import Answer, ClientAction, HeldAnswer, Viewed, absent, event
from programme.quitting.lapses import Stage


@event
class QuitDateSet(ClientAction):
    """A client set a quit date; `from_` is the one of the attempt before, where that ended by it."""

    attempt: int
    to: date
    from_: date | None = None


@event
class QuitDateMoved(ClientAction):
    """The quit date of that attempt is another."""

    attempt: int
    from_: date
    to: date


@event
class QuitDateUnset(ClientAction):
    """That attempt ended."""

    attempt: int


@event
class StageSaid(HeldAnswer):
    """A client said where they are with smoking."""

    stage: Stage


@event
class SmokedTold(Answer):
    """A client told of a cigarette; `lapse`: after their quit date."""

    smoked: int
    local_date: date
    lapse: bool


@event
class SmokedTakenBack(Answer):
    """It was a mistake."""

    smoked: int
    local_date: date
    lapse: bool


@event
class MilestoneReached(HeldAnswer):
    """A milestone of that many days was told in that check-in."""

    prompt_id: int
    days: int


@event
class NextTimeKept(HeldAnswer):
    """What they would do next time: an item of their toolkit, kept after that lapse."""

    smoked: int
    item: int


@event
class ReplayShown(HeldAnswer):
    """What was learned from that lapse is put before them."""

    smoked: int


@event
class ReplayStopped(HeldAnswer):
    """It is not put before them any more."""

    smoked: int


@event
class ReadySaid(Answer):
    """How ready they are to stop, 0 to 10."""

    value: int
    about: int | None


@event
class ConfidenceSaid(Answer):
    """How sure they are to get through the next one, 0 to 10, after that lapse or in that attempt."""

    value: int
    about: int | None


@event
class UsualTold(Answer):
    """A client told how much they smoke, and what it costs."""


@event
class UsualTakenBack(Answer):
    """It goes."""


@event
class OutcomeTold(HeldAnswer):
    """A client answered an outcome question: `value` is a code of programme.quitting.follow_ups.RANGES, `on` their date
    of then."""

    attempt: int
    milestone: int
    value: str
    on: date | None = absent()


@event
class HeardEntered(HeldAnswer):
    """A practitioner entered what they heard on that date of the client's; `entered` is their own date."""

    attempt: int
    value: str
    on: date
    entered: date | None = absent()


@event
class CoEntered(HeldAnswer):
    """A practitioner entered a reading of carbon monoxide in ppm, of that date of the client's; `entered` is their own
    date."""

    ppm: int
    on: date
    entered: date | None = absent()


@event
class EntryTakenBack(HeldAnswer):
    """The event of that id, HeardEntered or CoEntered, is as if it had not been."""

    entry: int


@event
class TreatedSaid(HeldAnswer):
    """A practitioner said whether that attempt is a treated smoker's. Older rows name none."""

    treated: bool
    attempt: int | None = absent()
    entered: date | None = absent()


@event
class FollowUpEnded(HeldAnswer):
    """A client died, or moved where nobody can find them (`why`: care.quitting.readings.FollowUpEnd)."""

    why: str
    on: date


@event
class FollowUpGoesOn(HeldAnswer):
    """That was a mistake."""


@event
class OutcomesRead(Viewed):
    """A practitioner looked at a client's outcomes."""
