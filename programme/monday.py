"""A practitioner's week over all their clients: who is to be looked at, by name, and how many are steady.

What is not known is not counted against anybody. Numbers are of those who show a summary; others have joined, and that
is all (FIELD.md 4.7, hazards H12 and H15). No score, no order by risk.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from programme.of_client import OfClient
from programme.request import Waiting
from programme.under import STANDS, Under

__all__ = ["Asked", "Count", "Gone", "Look", "Monday", "OfClient", "Under", "monday"]

AHEAD: Final = timedelta(days=7)  # of sessions and quit dates
VERY_LOW_RUN: Final = 3  # days running, from which on it is one of the counts to look at


class Count(StrEnum):
    """Which count is to be looked at."""

    VERY_LOW = "very_low"  # so many days running
    FELT_LOW = "felt_low"  # the nine questions have a rule for their first
    QUITS = "quits"  # their quit date comes within a week
    MEDICINE = "medicine"  # not checked, and not said beside the quit date already
    WEEK_4 = "week_4"  # how it went after four weeks may be asked, and is not known yet
    RESULT = "result"  # they told how it went, so many weeks after the quit date
    TWO_ANSWERS = "two_answers"  # what they told of one try, this time and before, cannot both be so
    LAPSED = "lapsed"  # smoked on so many days after the quit date, as they told us; no verdict


@dataclass(frozen=True, slots=True)
class Look:
    """One count to look at."""

    client: OfClient
    count: Count


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asked the practitioner to get in touch, and that was not opened yet.

    `client` is None for somebody who is not theirs: a client of whom they cover for, or one who has left.
    """

    client: OfClient | None
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody who left in these days: what they were called, and on which date. Nothing else is shown of them."""

    id: int
    name: str | None
    on: date


@dataclass(frozen=True, slots=True)
class Monday:
    """All clients of a practitioner: each who shows a summary stands somewhere; `steady` those who stand nowhere else.

    `under` has those heads that anybody stands under. `not_shared`: joined, no more.
    """

    people: int
    asked: tuple[Asked, ...]
    sessions: tuple[OfClient, ...]
    looks: tuple[Look, ...]
    under: Mapping[Under, tuple[OfClient, ...]]
    steady: tuple[OfClient, ...]
    not_shared: tuple[OfClient, ...]
    left: tuple[Gone, ...] = ()
    by_name: Mapping[int, OfClient] = field(default_factory=dict)

    @property
    def named(self) -> frozenset[int]:
        """Whose week stands here by name: who shows a summary, and is not steady."""
        return frozenset(self.by_name)


def monday(
    clients: Sequence[OfClient], requests: Iterable[Waiting], now: datetime, left: Sequence[Gone] = ()
) -> Monday:
    """The clients of one practitioner, in the order given, each where they belong.

    - Asked for you: whoever asked, whatever else they show or whose client they are: they told it themselves.
    - Sessions within seven days, as either of the two entered them; without a summary they stand there without numbers.
    - What is so of somebody stands under a head of its own: a block, a break, a choice, the end of the plan.
      Silence is told of nobody else, nor "not asked" of anybody for whom it was not us.
    - Who was due nothing by their rhythm, and was heard of before, is as steady as who replied.
    """
    by_id = {one.id: one for one in clients}
    shared = [one for one in clients if one.week is not None]
    asked = tuple(Asked(_theirs(one, by_id), one) for one in requests)
    sessions = tuple(sorted((one for one in clients if _comes(one.session_at, now)), key=_session))
    looks = tuple(Look(one, count) for count in Count for one in shared if _LOOKS[count](one))
    stand = {head: tuple(one for one in shared if is_so(one)) for head, is_so in STANDS.items()}
    under = {head: found for head, found in stand.items() if found}
    named = (*(one.client for one in asked), *sessions, *(one.client for one in looks), *sum(under.values(), ()))
    by_name = {one.id: one for one in named if one is not None and one.week is not None}
    return Monday(
        people=len(clients),
        asked=asked,
        sessions=sessions,
        looks=looks,
        under=under,
        steady=tuple(one for one in shared if one.id not in by_name),
        not_shared=tuple(one for one in clients if one.week is None),
        left=tuple(left),
        by_name=by_name,
    )


def _theirs(waiting: Waiting, clients: Mapping[int, OfClient]) -> OfClient | None:
    whose = waiting.request.person_id
    return None if whose is None or waiting.request.kept_at is not None else clients.get(whose)


def _comes(at: datetime | None, now: datetime) -> bool:
    return at is not None and now <= at < now + AHEAD


def _session(one: OfClient) -> tuple[datetime, int]:
    assert one.session_at is not None, "who has a session knows when"
    return one.session_at, one.id


def _runs_low(one: OfClient) -> bool:
    return one.week is not None and one.week.very_low_run >= VERY_LOW_RUN


def _quits(one: OfClient) -> bool:
    return one.quit_day is not None and -AHEAD.days <= one.quit_day <= 0


def _felt_low(one: OfClient) -> bool:
    return one.felt_low is not None


def _unchecked(one: OfClient) -> bool:
    return one.medicine and (one.same_day or not _quits(one))


def _owes_result(one: OfClient) -> bool:
    return one.due_by is not None


def _told_result(one: OfClient) -> bool:
    return one.result_alone is not None


def _contradicts(one: OfClient) -> bool:
    return one.week is not None and any(two.last_on >= one.week.first for two in one.two_answers)


def _lapsed(one: OfClient) -> bool:
    return one.lapsed > 0


_LOOKS: dict[Count, Callable[[OfClient], bool]] = {
    Count.VERY_LOW: _runs_low,
    Count.FELT_LOW: _felt_low,
    Count.QUITS: _quits,
    Count.MEDICINE: _unchecked,
    Count.WEEK_4: _owes_result,
    Count.RESULT: _told_result,
    Count.TWO_ANSWERS: _contradicts,
    Count.LAPSED: _lapsed,
}
