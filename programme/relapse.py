"""Being back to smoking, as the client names it. No rule does."""

from enum import StrEnum


class Choice(StrEnum):
    """What suits them now. Nothing that was counted is taken away by any of it."""

    NEW_DATE = "new_date"
    CUT_DOWN = "cut_down"
    NOT_NOW = "not_now"
    KEEP_GOING = "keep_going"  # the attempt goes on
