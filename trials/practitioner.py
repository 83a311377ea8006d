"""The practitioner of a trial, who lets the clients in."""

import re
from collections.abc import Iterator

from simulator import Phone
from trials.clients import Client
from trials.townsfolk import Resident, Street

LINK = re.compile(r"start=([A-Za-z0-9_-]{16,64})")


class Practitioner(Resident):
    """Lets clients in, one link for each who has none, and looks at weeks."""

    def __init__(self, street: Street, phone: Phone, token: str, code: str, clients: list[Client]) -> None:
        super().__init__(street, phone)
        self._token = token
        self._code = code
        self._clients = clients
        self._passed_on: set[str] = set()
        self._joined = False

    def answer(self) -> bool:
        """Gives the code, makes links, passes them on."""
        self._pass_on()
        self._joined = self._joined or bool(self.buttons("invite"))
        if not self._joined and self.reads("six"):
            self.phone.writes(self._code)
            return True
        if found := self.buttons("no_label"):
            return self.taps(found[0])
        if seen := self.buttons("seen"):
            return self.taps(seen[0])
        return self._invites() if self.chance.random() < 0.7 else False

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
        self.phone.writes(self.chance.choice(("/summary", "/clients", "/help")))
        return True

    def _invites(self) -> bool:
        if not self._joined or not any(client.token is None for client in self._clients):
            return False
        self.phone.writes("/invite")
        return True

    def _pass_on(self) -> None:
        for token in self._links():
            waiting = next((client for client in self._clients if client.token is None), None)
            if waiting is not None and token not in self._passed_on and token != self._token:
                self._passed_on.add(token)
                waiting.token = token

    def _links(self) -> Iterator[str]:
        for bubble in self.phone.messages:
            if not bubble.from_me:
                urls = [button.url or "" for row in bubble.buttons for button in row]
                yield from LINK.findall(" ".join([bubble.text, bubble.html, *urls]))
