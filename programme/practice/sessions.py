"""What practitioner and client share: sessions, links that are passed on, and what clients are called."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from programme.schedule.slots import DAY, LATEST_CHECK_IN

LASTS: Final = timedelta(hours=1)  # a session; not known, and no later word depends on more
LEAVE: Final = timedelta(hours=1)  # that they have to themselves after it
NEXT: Final = date.max  # in place of a session's date: whichever comes next, as none is known yet


class Note(StrEnum):
    """What a client's words about a session are."""

    BRING = "bring"  # what they want to bring; shown to the practitioner where they share it
    AGREED = "agreed"  # what was agreed, kept for them


@dataclass(frozen=True, slots=True)
class SessionNote:
    """A client's words about one session. `session_on` is its local date where they are."""

    id: int
    person_id: int
    session_on: date
    note: Note
    words: str
    shared: bool


def word_before(at: datetime, evening: time, zone: str) -> tuple[date, time]:
    """The local date and wall time of the word before a session at `at`: their own evening, the day before."""
    return at.astimezone(ZoneInfo(zone)).date() - DAY, evening


def word_after(at: datetime, evening: time, zone: str) -> tuple[date, time]:
    """The same of the word after it: that day's evening, at least an hour after it ended; or else the next one."""
    ended = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) + LASTS + LEAVE
    on = at.astimezone(ZoneInfo(zone)).date()
    soonest = datetime.combine(on, evening)
    if soonest >= ended:
        return on, evening
    if ended <= datetime.combine(on, LATEST_CHECK_IN):
        return on, ended.time().replace(second=0, microsecond=0)
    return on + DAY, evening


LONGEST_ADDRESS: Final = 400  # characters; it has to fit a button
TITLE_LENGTH: Final = 60
NOTE_LENGTH: Final = 200
OLD: Final = timedelta(days=365)  # since anybody looked: what it leads to may be another page now


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

    - https only, and a name for a host: no number, no sign-in before it, no port.
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


MOST_OF_LABEL: Final = 15  # characters of each, on a button of forty with a word before it


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody by their id, the name they gave (None: none), and what stands on the link they joined with."""

    id: int
    name: str | None
    label: str | None = None


def marks_of(clients: Iterable[Called]) -> dict[int, str]:
    """What tells those apart who share a name: what stands on their link, else their number, which is nobody else's.

    Who shares it with nobody, or gave none, is left out. Capitals and spaces make no other name.
    """
    known = {one.id: one for one in clients}.values()
    shared = Counter(_plain(one.name) for one in known)
    alike = [one for one in known if one.name and shared[_plain(one.name)] > 1]
    labelled = Counter(map(_as_read, alike))
    return {one.id: _label_of(one, labelled) or str(one.id) for one in alike}


def names_of(clients: Iterable[Called]) -> dict[int, str]:
    """What each of these is called on every screen of their practitioner: "Sam", or "Sam (S.P.)" of two.

    No two are called the same. Who gave no name is left out.
    """
    known = {one.id: one for one in clients if one.name}
    marks = marks_of(known.values())
    names = {one.id: with_mark(one.name or "", marks.get(one.id)) for one in known.values()}
    again = Counter(map(_plain, names.values()))
    return {one: name if again[_plain(name)] == 1 else f"{name} ({one})" for one, name in names.items()}


def with_mark(name: str, mark: str | None) -> str:
    """The name with its mark, such that a short button keeps both."""
    if mark is None:
        return name
    return f"{_short(name)} ({_short(mark)})"


def _short(words: str) -> str:
    return words if len(words) <= MOST_OF_LABEL else f"{words[: MOST_OF_LABEL - 1].rstrip()}…"


def _label_of(one: Called, labelled: Counter[tuple[str, str]]) -> str | None:
    """Their label, unless it is a number, or the name itself, or a namesake has the same."""
    plain = _plain(one.label)
    tells = plain and plain != _plain(one.name) and not plain.isdecimal()
    return one.label if tells and labelled[_as_read(one)] == 1 else None


def _as_read(one: Called) -> tuple[str, str]:
    return _plain(one.name), _plain(_short(one.label or ""))


def _plain(words: str | None) -> str:
    return " ".join((words or "").casefold().split())
