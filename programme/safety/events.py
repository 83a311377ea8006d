"""Crisis cards and the safety plan."""

from programme.event import ClientAction, Consented, Logged, Viewed, event


@event
class CrisisCardShown(Logged):
    """A crisis card was shown."""


@event
class SafetyPlanChanged(ClientAction):
    """A client's safety plan is another."""


@event
class SafetyPlanShown(Consented):
    """A client shows it to their practitioner, as it is."""


@event
class SafetyPlanHidden(Consented):
    """It is shown to nobody any more."""


@event
class SafetyPlanRead(Viewed):
    """A practitioner opened it."""
