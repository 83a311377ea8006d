"""Requests for help: each is with somebody, is passed on when nobody opens it in time, and its client hears of both."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from programme.event import AnyEvent
from trials.case import Case
from trials.rules.said import KEPT_FOR

IN_HAND = timedelta(minutes=15)  # what was due by then has been looked at
_OVER = ("RequestOpened", "RequestTakenBack")


def request_lost(case: Case) -> Iterator[str]:
    """Whoever is first in line and can be reached was sent it; nobody could: it waits, and its client was told."""
    keys = {row.key for row in case.memory.outbox if row.key}
    away = {one.id for one in case.memory.people.values() if one.cannot_reach_since}
    for made in _made(case):
        number = made.data["request"]
        sent = [one for one in made.data["line"] if f"r{number}:to{one}" in keys]
        if not sent and not away.intersection(made.data["line"]) and not _ends(case, made):
            yield f"request {number} was made, and was sent to nobody"


def request_left_unopened(case: Case) -> Iterator[str]:
    """What was not opened by the time that was promised was passed on, and the client was told."""
    keys = {row.key for row in case.memory.outbox if row.key}
    for made in _made(case):
        number, due_at = made.data["request"], _due_at(case, made)
        if due_at is None:
            continue
        late = [one for one in case.happened_to(made.person_id, "RequestLate") if one.data["request"] == number]
        in_time = [one for one in _ends(case, made) if one.at <= due_at + IN_HAND or _stood_still(case, due_at, one.at)]
        if not late and not in_time and due_at + IN_HAND < case.newest:
            yield f"request {number} was to be opened by {due_at}, and nobody was told that it was not"
        if late and f"r{number}:late0" not in keys and late[0].at > case.newest - KEPT_FOR:
            yield f"request {number} was not opened in time, and its client was never told"


def request_opened_in_silence(case: Case) -> Iterator[str]:
    """Whoever asked is told that it was opened."""
    keys = {row.key for row in case.memory.outbox if row.key}
    for one in case.happened("RequestOpened"):
        if one.at > case.newest - KEPT_FOR and f"r{one.data['request']}:opened" not in keys:
            yield f"request {one.data['request']} was opened, and its client was never told"


def _due_at(case: Case, made: AnyEvent) -> datetime | None:
    """The moment that was promised first, or last as it was handed to somebody else before that moment."""
    due: str | None = made.data["due"]
    for one in case.happened_to(made.person_id, "RequestHanded"):
        if one.data["request"] == made.data["request"] and due is not None and one.at <= datetime.fromisoformat(due):
            due = one.data["due"]
    return None if due is None else datetime.fromisoformat(due)


def _stood_still(case: Case, since: datetime, until: datetime) -> bool:
    """Whether the service was not there meanwhile, for nothing at all happened: what came then is heard first."""
    return not any(since < one.at < until for one in case.memory.events)


def _made(case: Case) -> Iterator[AnyEvent]:
    """Those of which it is known who was in line, and whose messages are still there."""
    for made in case.happened("RequestMade"):
        if "due" in made.data and made.at > case.newest - KEPT_FOR:
            yield made


def _ends(case: Case, made: AnyEvent) -> list[AnyEvent]:
    ends = case.happened_to(made.person_id, *_OVER)
    return [one for one in ends if one.data["request"] == made.data["request"]]
