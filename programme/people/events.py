"""Who is here and what they agreed to: links, joining, leaving, consent, and what was printed about them."""

from programme.event import Action, Consented, Logged, PractitionerId, Viewed, WholeLogged, absent, event
from programme.people.consent import ConsentItem
from programme.people.person import Role


@event
class ConsentSet(Consented):
    """A client said yes or no: to one `item`; or confirmed them all at once, and these are the yeses."""

    item: ConsentItem | None = absent()
    granted: bool | tuple[ConsentItem, ...] = ()
    version: int | None = absent()


@event
class ChoicesShown(Consented):
    """The words of the choices changed, and a client was shown them."""

    version: int


@event
class ClientJoined(Consented):
    """A client joined with a practitioner's link."""

    practitioner: PractitionerId
    invite: int


@event
class ClientLeft(Consented):
    """A client left."""

    practitioner: PractitionerId


@event
class PractitionerJoined(Action):
    """A practitioner joined."""

    invite: int


@event
class PractitionerLeft(Action):
    """A practitioner is none any more."""

    by: str | None = absent()


@event
class NameSet(Action):
    """Somebody said what they want to be called."""


@event
class PlaceSet(Action):
    """Somebody said where they are: a country's code and an IANA zone."""

    country: str
    zone: str


@event
class NationChosen(Action):
    """Somebody chose whose numbers a crisis card shows."""

    nation: str


@event
class InviteMade(Action):
    """A link was made, for that role."""

    invite: int
    role: Role


@event
class InviteOpened(Action):
    """Somebody opened a link."""

    invite: int


@event
class InviteDeclined(Action):
    """Somebody does not join with the link that they opened."""

    invite: int


@event
class InviteTakenBack(Action):
    """Nobody can join with that link any more."""

    invite: int
    by: str | None = absent()


@event
class InviteTried(Logged):
    """A link or a code was wrong (`what`). `whose` is the fingerprint of an account that was erased since."""

    what: str
    whose: str | None = absent()


@event
class NamePrinted(Viewed):
    """An operator's command printed their name."""

    by: str
    command: str


@event
class TrailShown(Viewed):
    """An operator's command printed who saw or changed what of them."""

    by: str
    command: str


@event
class Exported(Viewed):
    """All that is kept about them was written into files; `by` is who typed it."""

    by: str


@event
class ErasedByOperator(WholeLogged):
    """An operator erased somebody; `by` is who typed it."""

    by: str
