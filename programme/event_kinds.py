"""Every kind of event: what it is, with which yes it goes when that is taken back, and how long it stays.

Erasing, retention and exports read this one table; an event of a kind that does not stand here may not be written.
Periods: FIELD.md section 3 (Retention), docs/decisions/0041.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from programme.consent import Item
from programme.kinds import KINDS as PROMPTED


class What(StrEnum):
    """What kind of thing happened."""

    ANSWER = "answer"  # the telling is the answer, or shows that there was one
    CONSENT = "consent"  # a yes or a no, or what somebody chose to show
    ACT = "act"  # what somebody set, changed or asked for
    LOOK = "look"  # who looked at what
    LOG = "log"  # what the service did, and why


class Stays(StrEnum):
    """How long an event stays of somebody who is here."""

    HERE = "here"  # as long as they are: something is still read off it
    YEAR = "year"
    SIX_YEARS = "six_years"


@dataclass(frozen=True, slots=True)
class EventKind:
    """`goes_with`: the yes whose taking back deletes it; where it `keeps_rest`, its "value" alone goes."""

    name: str
    what: What
    stays: Stays
    goes_with: Item | None = None
    keeps_rest: bool = False


def _kinds(what: What, stays: Stays, names: str) -> Iterator[EventKind]:
    goes_with = Item.KEEP_ANSWERS if what is What.ANSWER else None
    return (EventKind(name, what, stays, goes_with) for name in names.split())


def _prompted() -> Iterator[EventKind]:
    """What became of what was asked: two kinds for each kind of prompt."""
    for kind in PROMPTED.values():
        yield from _kinds(What.LOG, Stays.YEAR, f"{kind.event}Opened {kind.event}Closed")


# Answers that something is read off for as long as somebody is here: outcomes, progress, what holds by their last word.
_HELD = """
    OutcomeTold HeardEntered CoEntered EntryTakenBack TreatedSaid FollowUpEnded FollowUpGoesOn MilestoneReached
    RelapseNamed StageSaid
    PatternSaid PatternUnsaid CycleShared CycleUnshared LookBackOffered LookBackFits NextTimeKept ReplayShown
    ReplayStopped AgreementHidden
"""
_TOLD = """
    SmokedTold SmokedTakenBack CravingRated StrategyTried UsualTold UsualTakenBack BarrierTold ReadySaid ConfidenceSaid
    BeliefKept BeliefRated NoteKept NoteForgotten SessionNoteKept SessionNoteForgotten PassedOnRated EasierSaid
    GoalSet GoalReviewed GoalBack GoalDropped ProblemNamed ProblemBack ProblemLeft IdeaAdded IdeaPicked IdeaTried
    OccasionPlanned OccasionSet OccasionWas Prepared NotReady LeftForTonight BackForTonight
    HsiAnswered HsiEntered MpssAnswered MedicineAnswered MedicineChecked SameDayTold AidSaid
"""
_SAID_YES = """
    ConsentSet ChoicesShown SharingSet WordsShared WordsUnshared SessionNoteShared SessionNoteUnshared
    SafetyPlanShown SafetyPlanHidden LookBackSet ClientJoined ClientLeft
"""
_DONE_AS_CLIENT = """
    HowOftenSet CheckInPutOff OrderPicked NotNow NowIsGood TimingStopped ProposalAnswered ProposalsWelcome
    QuitDateSet QuitDateMoved QuitDateUnset QuitDateKept SessionSet SessionCleared
    ReasonAdded ReasonChanged ReasonRemoved ReasonBack ReasonPinned PhraseAdded PhraseEnded
    ToolkitAdded ToolkitChanged ToolkitDescribed ToolkitHidden ToolkitPinned SafetyPlanChanged
    SupporterNamed SupporterRemoved WishSet CardTold
"""
_DONE = """
    PractitionerJoined PractitionerLeft HandedOver NameSet PlaceSet NationChosen
    InviteMade InviteOpened InviteDeclined InviteTakenBack
    PlanSet PlanEnded SlotChanged KindStopped KindWanted Switched PauseBegan PauseEnded PauseMoved
    SupporterAsked SupporterAccepted SupporterDeclined SupporterStopped SupporterLetGo PassedOn
    RequestMade RequestHanded RequestOpened RequestLate RequestTakenBack
    LinkAdded LinkPassedOn LinkChecked LinkRemoved LinkBack
"""
_LOOKED = """
    SummaryRead WeekRead OutcomesRead ScoresRead CoverageRead PictureRead SafetyPlanRead ComingRead
    NamePrinted TrailShown Exported
"""
_LOGGED = "Proposed CrisisCardShown InviteTried MissedByUs CannotReach ReachableAgain UpdateSetAside"
_BY_OPERATOR = "UpdateRetried UpdateDropped MessageRetried MessageDropped"
_OF_NOBODY = """
    TextStopped TextResumed ErasedByOperator CopyMade VaultCopied CopyPutBack Released KeysRotated OldKeysDropped
"""


def _table() -> Iterator[EventKind]:
    yield from _kinds(What.ANSWER, Stays.HERE, _HELD)
    yield from _kinds(What.ANSWER, Stays.YEAR, _TOLD)
    yield EventKind("CheckInAnswered", What.ANSWER, Stays.YEAR, Item.KEEP_ANSWERS, keeps_rest=True)
    yield from _kinds(What.CONSENT, Stays.SIX_YEARS, _SAID_YES)
    yield from _kinds(What.ACT, Stays.HERE, _DONE_AS_CLIENT + _DONE)
    yield from _kinds(What.LOOK, Stays.YEAR, _LOOKED)
    yield from _kinds(What.LOG, Stays.YEAR, f"{_LOGGED} {_BY_OPERATOR}")
    yield from _kinds(What.LOG, Stays.HERE, _OF_NOBODY)
    yield from _prompted()


def _by_name(kinds: Iterable[EventKind]) -> Mapping[str, EventKind]:
    found: dict[str, EventKind] = {}
    for kind in kinds:
        if kind.name in found:
            raise ValueError(kind.name)
        found[kind.name] = kind
    return found


EVENT_KINDS: Final = _by_name(_table())


# What goes of somebody who was a client and is none any more: their answers, and what they set for themselves.
OF_CLIENT: Final = frozenset(
    {*_DONE_AS_CLIENT.split(), *(one.name for one in EVENT_KINDS.values() if one.what is What.ANSWER)}
)
# What outlives an account, under a number that names nobody: see programme.keeping.
OUTLIVES: Final = frozenset(one.name for one in EVENT_KINDS.values() if one.what in (What.CONSENT, What.LOOK, What.LOG))

# Who saw or changed what of whom, to be put into the chain of db.audit: each of these, and answers that somebody else
# entered. What the service did by itself is none of it; nor is what people tell of themselves.
CHAINED: Final = frozenset(
    {
        *_OF_NOBODY.split(),
        *_BY_OPERATOR.split(),
        *(one.name for one in EVENT_KINDS.values() if one.what in (What.CONSENT, What.ACT, What.LOOK)),
    }
)
CHAINED_OF_OTHERS: Final = frozenset(one.name for one in EVENT_KINDS.values() if one.what is What.ANSWER)


def going_with(item: Item) -> frozenset[str]:
    """The kinds of which nothing stays when that yes is taken back."""
    return frozenset(one.name for one in EVENT_KINDS.values() if one.goes_with is item and not one.keeps_rest)


def parted_with(item: Item) -> frozenset[str]:
    """The kinds that lose their "value" when that yes is taken back: that they were asked, and answered, stays."""
    return frozenset(one.name for one in EVENT_KINDS.values() if one.goes_with is item and one.keeps_rest)


def staying(*stays: Stays) -> frozenset[str]:
    """The kinds that stay for one of these periods."""
    return frozenset(one.name for one in EVENT_KINDS.values() if one.stays in stays)
