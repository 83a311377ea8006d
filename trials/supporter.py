"""Somebody on a client's side: opens the links that are forwarded to them, says yes or no, and goes again."""

from collections.abc import Mapping

from simulator import Phone
from trials.townsfolk import Resident, Street

SAYS = ("/encourage", "/encourage", "/encourage", "/tips", "/help", "/start", "hello", "stop", "/settings",
        "/privacy", "/leave")  # fmt: skip
LIKING: Mapping[str, float] = {
    "view": 1, "support_yes": 6, "support_no": 1, "support_not_me": 0.05, "support_home": 1,
    "nudge_done": 2, "nudge_skip": 1, "nudge_stop": 2, "support_days": 5, "support_day": 1, "support_at": 0.3,
    "support_days_done": 2, "support_word": 2, "support_stop": 0.7, "pass_send": 5, "pass_anew": 0.5,
    "leave_keep": 0.5, "meant_else": 2,
}  # fmt: skip
ENOUGH = 0.15


class Supporter(Resident):
    """`forwarded` are links that a client sent them, each opened once."""

    def __init__(self, street: Street, phone: Phone) -> None:
        super().__init__(street, phone)
        self.forwarded: list[str] = []
        self._came = False

    @property
    def is_in(self) -> bool:
        """Whether they ever opened one."""
        return self._came

    @property
    def is_called(self) -> bool:
        """Whether there is a link to open."""
        return bool(self.forwarded)

    def begin(self) -> bool:
        """Opens the next link."""
        if not self.forwarded:
            return False
        self._came = True
        self.phone.starts(self.forwarded.pop(0))
        return True

    def answer(self) -> bool:
        """Reads, taps, writes a line where one is asked for."""
        if self.forwarded and self.chance.random() < 0.5:
            return self.begin()
        if self.chance.random() < ENOUGH:
            return False
        if self.buttons("cancel") and not self.buttons("pass_send", "leave_keep"):
            return self.says()
        return self.taps_one(LIKING)

    def chatter(self) -> bool:
        """Says something, once they were asked."""
        if not self._came:
            return False
        self.phone.writes(self.chance.choice(SAYS))
        return True
