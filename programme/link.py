"""A link that a practitioner passes on: its address as we take it, and whether somebody looked at it lately."""

from dataclasses import dataclass
from datetime import date, timedelta
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

LONGEST_ADDRESS: Final = 400  # characters; it has to fit a button
TITLE_LENGTH: Final = 60
NOTE_LENGTH: Final = 200
OLD: Final = timedelta(days=365)  # since anybody looked: what it leads to may be another page by now


@dataclass(frozen=True, slots=True)
class Link:
    """One link. `client_id` is whom it is for (None: all of that practitioner's clients); dates are UTC.

    Clients see it while it is `shown`.
    """

    id: int
    practitioner_id: int
    client_id: int | None
    title: str
    address: str
    note: str | None
    added_on: date
    checked_on: date
    shown: bool = True

    @property
    def called(self) -> str:
        """What it is called: its host until somebody says."""
        return self.title or self.host

    @property
    def host(self) -> str:
        """Where it leads, as it is shown beside it: "nhs.uk"."""
        return (urlsplit(self.address).hostname or "").removeprefix("www.")

    def is_old(self, today: date) -> bool:
        """Whether nobody has looked at it for over a year."""
        return today - self.checked_on > OLD


def read_address(text: str) -> str | None:
    """A web address as we keep it, or None where we do not take it.

    - https alone, and a name for a host: no number, no sign-in before it, no port.
    - The host in its plain letters, so that what is shown is where it leads, and no look-alike stands for it.
    """
    typed = text.strip()
    plain = typed.isascii() and typed.isprintable() and not set(typed) & set(' "<>\\')
    if not plain or len(typed) > LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(typed if "://" in typed else f"https://{typed}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme.lower() != "https" or "@" in parts.netloc or port is not None or not _is_name(host):
        return None
    return parts._replace(scheme="https", netloc=host).geturl()


def _is_name(host: str) -> bool:
    labels = host.split(".")
    if len(labels) < 2 or not all(label.replace("-", "").isalnum() for label in labels):
        return False
    try:
        ip_address(host)
    except ValueError:
        return not labels[-1].isdecimal()
    return False
