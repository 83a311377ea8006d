"""Being back to smoking, as the client names it. No rule does."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from programme.event import Event


class Choice(StrEnum):
    """What suits them now. Nothing that was counted is taken away by any of it."""

    NEW_DATE = "new_date"
    CUT_DOWN = "cut_down"
    NOT_NOW = "not_now"
    KEEP_GOING = "keep_going"  # the attempt goes on


def is_named(data: Mapping[str, Any]) -> bool:
    """Whether they said that they smoke on most days; who stopped counting said no more than that (event data)."""
    return bool(data.get("most_days", True))


def not_taken_back(happened: Iterable[Event]) -> list[Event]:
    """The relapses that were named, in these events, oldest first: what was taken back is the last of its try, also
    where that one stopped counting and named none."""
    found: list[Event] = []
    for one in happened:
        if one.kind == "RelapseNamed":
            found.append(one)
        elif one.kind == "QuitDateKept":
            last = next((each for each in reversed(found) if each.data["attempt"] == one.data["attempt"]), None)
            found = [each for each in found if each is not last]
    return [one for one in found if is_named(one.data)]


def day_named(data: Mapping[str, Any]) -> date | None:
    """The client's local date on which it was named, as its event keeps it; None in events older than that."""
    return date.fromisoformat(data["on"]) if "on" in data else None
