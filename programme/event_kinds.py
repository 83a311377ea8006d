"""Every kind of event, collected from the subjects. Erasing, retention and exports read what their classes say."""

from typing import Final

from programme import delivery
from programme.check_in import events
from programme.diary import events as diary_events
from programme.event import EVENTS, Category, Stays
from programme.measures import events as measures_events
from programme.medicines import events as medicines_events
from programme.people import events as people_events
from programme.people.consent import ConsentItem
from programme.planning import events as planning_events
from programme.practice import events as practice_events
from programme.quitting import events as quitting_events
from programme.quitting import relapses
from programme.safety import events as safety_events
from programme.schedule import events as schedule_events
from programme.supporters import events as supporters_events
from programme.toolkit import events as toolkit_events

SUBJECTS: Final = (
    events, delivery, diary_events, measures_events, medicines_events, people_events, planning_events, practice_events,
    quitting_events, relapses, safety_events, schedule_events,
    supporters_events, toolkit_events,
)  # fmt: skip


def _of(*categories: Category) -> frozenset[str]:
    return frozenset(name for name, kind in EVENTS.items() if kind.category in categories)


# What goes of somebody who was a client and is none any more: their answers, and what they set for themselves.
OF_CLIENT: Final = frozenset(name for name, kind in EVENTS.items() if kind.of_client)
# What outlives an account, under a number that names nobody: see programme.people.retention.
OUTLIVES: Final = _of(Category.CONSENT, Category.LOOK, Category.LOG)
# Who saw or changed what of whom, to be put into the chain of db.events: each of these, and answers that somebody else
# entered. What the service did by itself is none of it; nor is what people tell of themselves.
CHAINED: Final = frozenset(name for name, kind in EVENTS.items() if kind.chained)
CHAINED_OF_OTHERS: Final = _of(Category.ANSWER)


def going_with(item: ConsentItem) -> frozenset[str]:
    """The kinds of which nothing stays when that yes is taken back."""
    return frozenset(name for name, kind in EVENTS.items() if kind.consent is item and not kind.keeps_rest)


def parted_with(item: ConsentItem) -> frozenset[str]:
    """The kinds that lose their "value" when that yes is taken back: that they were asked, and answered, stays."""
    return frozenset(name for name, kind in EVENTS.items() if kind.consent is item and kind.keeps_rest)


def staying(*stays: Stays) -> frozenset[str]:
    """The kinds that stay for one of these periods."""
    return frozenset(name for name, kind in EVENTS.items() if kind.stays in stays)
