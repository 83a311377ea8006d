"""The practitioner of a trial, who lets the clients in and looks at their weeks."""

from collections.abc import Mapping

from simulator import Phone
from trials.clients import Client
from trials.townsfolk import Resident, Street

SAYS = ("/summary", "/clients", "/help", "/settings")
LIKING: Mapping[str, float] = {
    "week_read": 3, "week_open": 1, "week_all": 0.5, "week_steady": 1, "week_page": 0.5, "view": 0.3,
    "clients": 0.5, "summary": 1, "session": 2, "session_day": 0.3, "session_at": 1, "session_clear": 0.5,
    "meant_else": 2, "session_back": 0.5, "request": 1, "summary_time": 1, "summary_day": 0.5, "summary_at": 0.5,
}  # fmt: skip
SESSIONS = ("Mon 11:00", "tomorrow 9am", "Thu 14:30", "some day", "today 0:30")
ENOUGH = 0.3  # how often they leave it at what they see


class Practitioner(Resident):
    """Lets clients in, one link for each who has none, reads weeks, and enters sessions."""

    def __init__(self, street: Street, phone: Phone, clients: list[Client]) -> None:
        super().__init__(street, phone)
        self._token = ""
        self._code = ""
        self._clients = clients
        self._passed_on: set[str] = set()
        self._joined = False

    def may_come_in(self, token: str, code: str) -> None:
        """With this link and these digits."""
        self._token, self._code = token, code

    @property
    def is_in(self) -> bool:
        """Whether the digits were right."""
        return self._joined

    def answer(self) -> bool:
        """Gives the code, makes links, passes them on; reads."""
        self._pass_on()
        self._joined = self._joined or bool(self.buttons("invite"))
        if not self._joined and self.reads("six"):
            self.phone.writes(self._code)
            return True
        if found := self.buttons("no_label", "seen"):
            return self.taps(found[0])
        if self._invites():
            return True
        if not self._joined or self.chance.random() < ENOUGH:
            return False
        return self._types_a_session() or self.taps_one(LIKING)

    def begin(self) -> bool:
        """Opens the own link, then invites."""
        if not self._joined:
            self.phone.starts(self._token)
            return True
        return self._invites()

    def chatter(self) -> bool:
        """Looks at how people are."""
        if not self._joined:
            return False
        self.phone.writes(self.chance.choice(SAYS))
        return True

    def _types_a_session(self) -> bool:
        if not self.buttons("session_day", "session_at") or self.chance.random() < 0.5:
            return False
        self.phone.writes(self.chance.choice(SESSIONS))
        return True

    def _invites(self) -> bool:
        if not self._joined or not any(client.token is None for client in self._clients):
            return False
        if self.chance.random() < 0.3:
            return False
        self.phone.writes("/invite")
        return True

    def _pass_on(self) -> None:
        for token in self.links():
            waiting = next((client for client in self._clients if client.token is None), None)
            if waiting is not None and token not in self._passed_on and token != self._token:
                self._passed_on.add(token)
                waiting.token = token
