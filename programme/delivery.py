"""Updates and messages, whether somebody is reached, and what operators do to the whole."""

from datetime import datetime

from programme.event import Logged, OperatorLogged, WholeLogged, absent, event


@event
class CannotReach(Logged):
    """Somebody blocks the bot, since then (UTC). Rows without that moment are about one prompt."""

    since: datetime | None = absent()


@event
class ReachableAgain(Logged):
    """They are back; `since` is from when on nothing reached them (UTC)."""

    since: datetime | None = absent()


@event
class UpdateSetAside(Logged):
    """An update could not be handled: the class of the error."""

    update_id: int
    error: str


@event
class UpdateRetried(OperatorLogged):
    """An operator has it handled again."""

    update_id: int


@event
class UpdateDropped(OperatorLogged):
    """An operator let it go."""

    update_id: int


@event
class MessageRetried(OperatorLogged):
    """An operator has a message of unknown fate sent again: its row of the outbox."""

    row: int


@event
class MessageDropped(OperatorLogged):
    """An operator let it go."""

    row: int


@event
class TextStopped(WholeLogged):
    """Nothing of that name is said to anybody; `by` is who typed it."""

    what: str
    by: str


@event
class TextResumed(WholeLogged):
    """It is said again."""

    what: str
    by: str


@event
class CopyMade(WholeLogged):
    """A copy of the database was made; `by` is who typed it, here and below."""

    by: str


@event
class VaultCopied(WholeLogged):
    """A copy of the vault was made."""

    by: str


@event
class CopyPutBack(WholeLogged):
    """A copy was put back."""

    by: str


@event
class Released(WholeLogged):
    """A database that was held is in use again."""

    by: str


@event
class KeysRotated(WholeLogged):
    """The vault has a new key."""

    by: str


@event
class OldKeysDropped(WholeLogged):
    """The vault's old keys are gone."""

    by: str
