"""Stopping a text or a kind of message for everybody, and who read one."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from care.delivery import say
from care.schedule import closing
from care.schedule.closing import PromptEnding
from db import events
from db.delivery import errata, wordings
from db.delivery.errata import WordingSaid
from db.delivery.wordings import STOPS_SCREEN, Stop
from db.people import accounts, clients, consents
from db.schedule import prompts
from db.tx import Tx
from programme.delivery import TextResumed, TextStopped
from programme.event import OPERATOR, NewEvent
from programme.people.consent import ShownLine
from programme.people.events import NamePrinted
from programme.people.person import Person, Role
from programme.schedule.kinds import KINDS
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode

CLAIM = 500  # open prompts that are closed in one transaction


def kinds_of(name: str) -> frozenset[str]:
    """The kinds of prompts that are shown on that stopped screen ("screen:hello"); of a text there are none."""
    return frozenset(kind.name for kind in KINDS.values() if name == f"{STOPS_SCREEN}{kind.screen}")


async def stop_saying(tx: Tx, name: str, by: str) -> bool:
    """From now on nothing of that name is said to anybody; False where that was so. `by`: who typed it, a login."""
    if not await wordings.add_stop(tx, Stop(name, tx.now, by)):
        return False
    await events.add(tx, None, TextStopped(what=name, by=by))
    return True


async def close_open(tx: Tx, name: str) -> int:
    """What is open of that kind is over, as missed by us and never as silence; what was answered of it stays.

    At most CLAIM at a time: how many it were. Call until it is 0.
    """
    for kind in sorted(kinds_of(name)):
        before = await prompts.open_of_kind(tx, kind, CLAIM)
        await accounts.lock(tx, {one.person_id for one in before})
        still = {one.id: one for one in await prompts.open_of_kind(tx, kind, CLAIM)}  # answered meanwhile: no more
        found = {one.id: still[one.id] for one in before if one.id in still}
        if found:
            await say.refresh_prompts(tx, {one.id: one.person_id for one in found.values()}, ReasonCode.STOPPED_BY_US)
            await closing.close_many(
                tx, [PromptEnding(one, _over(one.answered_at), ReasonCode.STOPPED_BY_US) for one in found.values()]
            )
            return len(found)
    return 0


def _over(answered_at: datetime | None) -> PromptState:
    return PromptState.MISSED_BY_US if answered_at is None else PromptState.PART


async def resume_saying(tx: Tx, name: str, by: str) -> bool:
    """It is said from now on as before; False where it was not stopped. What was missed meanwhile stays missed."""
    if not await wordings.remove_stop(tx, name):
        return False
    await events.add(tx, None, TextResumed(what=name, by=by))
    return True


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a text and what became of it: to how many it went, in how many messages, from when to when (UTC).

    `standing`: on how many messages it can still be read, as far as we know; others were edited since, or deleted.
    `maybe`: of these messages, how many may not have arrived. `words` are as they stood in their file (None: a screen,
    which has no words of its own).
    """

    version: str
    locale: str | None
    words: str | None
    people: int
    messages: int
    standing: int
    maybe: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class TextReader:
    """A client by name, as their practitioner knows them (None: they gave no name), and the versions they read."""

    person_id: int
    name: str | None
    versions: tuple[str, ...]
    last: datetime
    standing: bool


@dataclass(frozen=True, slots=True)
class Readers:
    """Of one practitioner: the clients by name who show them their week; of the others only how many there are."""

    practitioner: str | None
    named: tuple[TextReader, ...]
    unnamed: int


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of who read it. `since`: nothing is known of before (UTC; None: nothing was sent yet).

    `others`: those who are nobody's client, by what they are: left, supporter, practitioner, stranger. `unknown`: how
    many messages there were since, to all, of whose texts nothing is known any more, as their answers are not kept.
    """

    since: datetime | None
    versions: tuple[Version, ...] = ()
    practitioners: tuple[Readers, ...] = ()
    others: Mapping[str, int] = field(default_factory=dict)
    unknown: int = 0

    @property
    def people(self) -> int:
        """How many read it, in any version."""
        return sum(len(one.named) + one.unnamed for one in self.practitioners) + sum(self.others.values())


async def who_read(tx: Tx, *, key: str | None = None, screen: str | None = None, version: str | None = None) -> Report:
    """Who read that text, or that screen; of that version only, named by how it begins."""
    since = await wordings.since(tx)
    if since is None:
        return Report(None)
    found = await (wordings.of_screen(tx, screen) if screen else wordings.with_text(tx, key or ""))
    by_wording = {one: of for one, of in found.items() if version is None or of.startswith(version)}
    those = await errata.said_with_wordings(tx, by_wording.keys())
    shown = await errata.shown_now(tx, by_wording.keys())
    standing = {screen_id for screen_id, now in shown.items() if now in by_wording}
    known = {(one.version, one.locale): one.words for one in await wordings.versions_of(tx, key)} if key else {}
    versions = _versions(those, by_wording, shown, known)
    practitioners, others = await _readers(tx, those, by_wording, standing)
    return Report(since, versions, practitioners, others, await errata.said_unknown(tx, since))


def _versions(
    those: Sequence[WordingSaid],
    by_wording: Mapping[int, str],
    shown: Mapping[int, int | None],
    known: Mapping[tuple[str, str], str],
) -> tuple[Version, ...]:
    grouped: dict[str, list[WordingSaid]] = defaultdict(list)
    for one in those:
        grouped[by_wording[one.wording_id]].append(one)
    words = {version: (locale, text) for (version, locale), text in known.items()}
    found = []
    for version, every in grouped.items():
        locale, text = words.get(version, (None, None))
        now_there = {one.screen_id for one in every if _is(by_wording, shown.get(one.screen_id), version)}
        found.append(
            Version(
                version, locale, text,
                people=len({one.person_id for one in every}),
                messages=len({one.screen_id for one in every}),
                standing=len(now_there),
                maybe=len({one.screen_id for one in every if one.uncertain}),
                first=every[0].at, last=every[-1].at,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.first))


def _is(by_wording: Mapping[int, str], wording_id: int | None, version: str) -> bool:
    return wording_id is not None and by_wording.get(wording_id) == version


async def _readers(
    tx: Tx, those: Sequence[WordingSaid], by_wording: Mapping[int, str], standing: set[int]
) -> tuple[tuple[Readers, ...], Mapping[str, int]]:
    read: dict[int, list[WordingSaid]] = defaultdict(list)
    for one in those:
        read[one.person_id].append(one)
    known, joined = await accounts.get_many(tx, read.keys()), await clients.get_many(tx, read.keys())
    showing = await consents.showing(tx, read.keys(), ShownLine.COUNTS)
    named: dict[int, list[TextReader]] = defaultdict(list)
    unnamed: Counter[int] = Counter()
    others: Counter[str] = Counter()
    for whose, every in sorted(read.items()):
        client = joined.get(whose)
        if client is None or client.left_at is not None:
            others["left" if client is not None else _role(known.get(whose))] += 1
        elif whose in showing:
            named[client.practitioner_id].append(_reader(known[whose], every, by_wording, standing))
        else:
            unnamed[client.practitioner_id] += 1
    theirs = await accounts.get_many(tx, named.keys() | unnamed.keys())
    found = [Readers(theirs[one].name, tuple(named[one]), unnamed[one]) for one in sorted(theirs)]
    return tuple(sorted(found, key=lambda one: one.practitioner or "")), dict(others)


def _role(person: Person | None) -> str:
    roles = frozenset() if person is None else person.roles
    return next((role.value for role in (Role.SUPPORTER, Role.PRACTITIONER) if role in roles), "stranger")


def _reader(
    person: Person, every: Sequence[WordingSaid], by_wording: Mapping[int, str], standing: set[int]
) -> TextReader:
    versions = tuple(dict.fromkeys(by_wording[one.wording_id] for one in every))
    stands = any(one.screen_id in standing for one in every)
    return TextReader(person.id, person.name, versions, every[-1].at, stands)


async def note_named(tx: Tx, report: Report) -> None:
    """Write down, of each client whom that report names, that it was printed for whoever runs the service."""
    named = [one.person_id for of in report.practitioners for one in of.named]
    printed = NamePrinted(OPERATOR, "texts received")
    await events.add_many(tx, [NewEvent(printed, one) for one in named])
