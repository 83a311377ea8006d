"""What is said in a check-in, and what is told in its closing words."""

from programme.event import Answer, ClientAction, Consented, absent, event
from programme.planning.goals import Barrier


@event
class CheckInAnswered(Answer):
    """A client answered that question, or passed it over. What they said goes where answers are not kept; that they
    answered stays."""

    keeps_rest = True
    prompt_id: int
    question: str
    value: int | str | None = absent()
    skipped: bool | None = absent()
    late: bool = False


@event
class BarrierTold(Answer):
    """A client said what got in the way, or took it back (None)."""

    prompt_id: int
    value: Barrier | None


@event
class OrderPicked(ClientAction):
    """A client picked whether check-ins begin with smoking."""

    smoking_first: bool


@event
class WordsShared(Consented):
    """A client shows their practitioner the words of that check-in."""

    prompt_id: int


@event
class WordsUnshared(Consented):
    """They are shown to nobody any more."""

    prompt_id: int


@event
class CardTold(ClientAction):
    """That card (programme.check_in.closing_card; an older row may name one that is none any more) stood in the closing
    words of that check-in, and what it was about."""

    prompt_id: int
    card: str
    about: int
