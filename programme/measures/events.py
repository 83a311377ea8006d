"""Questionnaires, and who looked at their scores."""

from programme.event import Answer, Viewed, event


@event
class HsiAnswered(Answer):
    """A client filled the HSI in."""


@event
class HsiEntered(Answer):
    """A practitioner entered it for a client."""


@event
class MpssAnswered(Answer):
    """A client filled the MPSS in to its end."""

    mpss: int


@event
class ScoresRead(Viewed):
    """A practitioner looked at a client's scores."""
