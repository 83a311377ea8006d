"""Supporters: who they are, what is shared with them, and words that are passed on."""

from programme.event import Action, Answer, ClientAction, Consented, absent, event
from programme.supporters.support import Shared


@event
class SupporterNamed(ClientAction):
    """A client named somebody."""

    support: int


@event
class SupporterRemoved(ClientAction):
    """A client took them off the list."""

    support: int


@event
class WishSet(ClientAction):
    """A client wrote down what helps, or took it back."""

    support: int
    wish: bool


@event
class SharingSet(Consented):
    """A client shows that supporter an item, or not any more."""

    support: int
    item: Shared
    granted: bool
    version: int | None = absent()


@event
class SupporterAsked(Action):
    """They opened the link."""

    support: int


@event
class SupporterAccepted(Action):
    """They said yes."""

    support: int


@event
class SupporterDeclined(Action):
    """They said no."""

    support: int


@event
class SupporterStopped(Action):
    """They do not support that client any more."""

    support: int


@event
class SupporterLetGo(Action):
    """The link was not for them, or is another now."""

    support: int


@event
class PassedOn(Action):
    """A supporter sent a client words."""

    words: int
    support: int


@event
class PassedOnRated(Answer):
    """A client said whether these helped."""

    words: int
    helped: bool
