"""Being back to smoking, as the client names it. No rule does."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any


class Choice(StrEnum):
    """What suits them now. Nothing that was counted is taken away by any of it."""

    NEW_DATE = "new_date"
    CUT_DOWN = "cut_down"
    NOT_NOW = "not_now"
    KEEP_GOING = "keep_going"  # the attempt goes on


def is_named(data: Mapping[str, Any]) -> bool:
    """Whether they said that they smoke on most days; who stopped counting said no more than that (event data)."""
    return bool(data.get("most_days", True))


def day_named(data: Mapping[str, Any]) -> date | None:
    """The client's local date on which it was named, as its event keeps it; None in events older than that."""
    return date.fromisoformat(data["on"]) if "on" in data else None
