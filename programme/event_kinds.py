"""Every kind of event, collected from the subjects. Erasing, retention and exports read what their classes say."""

from typing import Final

from programme import relapse
from programme.consent import Item
from programme.event import EVENTS, Category, Stays
from programme.events import (
    check_in,
    delivery,
    diary,
    measures,
    medicines,
    people,
    planning,
    practice,
    quitting,
    safety,
    schedule,
    supporters,
    toolkit,
)

SUBJECTS: Final = (
    check_in, delivery, diary, measures, medicines, people, planning, practice, quitting, relapse, safety, schedule,
    supporters, toolkit,
)  # fmt: skip


def _of(*categories: Category) -> frozenset[str]:
    return frozenset(name for name, kind in EVENTS.items() if kind.category in categories)


# What goes of somebody who was a client and is none any more: their answers, and what they set for themselves.
OF_CLIENT: Final = frozenset(name for name, kind in EVENTS.items() if kind.of_client)
# What outlives an account, under a number that names nobody: see programme.keeping.
OUTLIVES: Final = _of(Category.CONSENT, Category.LOOK, Category.LOG)

# Who saw or changed what of whom, to be put into the chain of db.audit: each of these, and answers that somebody else
# entered. What the service did by itself is none of it; nor is what people tell of themselves.
CHAINED: Final = frozenset(name for name, kind in EVENTS.items() if kind.chained)
CHAINED_OF_OTHERS: Final = _of(Category.ANSWER)


def going_with(item: Item) -> frozenset[str]:
    """The kinds of which nothing stays when that yes is taken back."""
    return frozenset(name for name, kind in EVENTS.items() if kind.consent is item and not kind.keeps_rest)


def parted_with(item: Item) -> frozenset[str]:
    """The kinds that lose their "value" when that yes is taken back: that they were asked, and answered, stays."""
    return frozenset(name for name, kind in EVENTS.items() if kind.consent is item and kind.keeps_rest)


def staying(*stays: Stays) -> frozenset[str]:
    """The kinds that stay for one of these periods."""
    return frozenset(name for name, kind in EVENTS.items() if kind.stays in stays)
