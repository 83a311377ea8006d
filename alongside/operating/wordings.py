"""`alongside texts stop` and `alongside texts received`: meeting a text that was wrong."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from typing import Any

from alongside.clock import WallClock
from alongside.operate import console, own_memory
from alongside.operating.find_person import who_types
from bot.kit.people import shown_name
from bot.kit.stopping import ALWAYS, may_stop_text
from bot.screens import SCREENS
from bot.texts import locales, texts_for
from care.operators.texts import Readers, Report, close_open, kinds_of, note_named, resume_saying, stop_saying, who_read
from db.delivery import errata, wordings
from db.delivery.wordings import STOPS_SCREEN, STOPS_TEXT, Stop
from db.store.engine import Database
from programme.operators import OperatorTrouble
from programme.schedule.kinds import KINDS

LATELY = timedelta(days=7)
GOES = ("goes on", "was not stopped")  # what is said of a name that is not stopped now


class NothingCalledSo(OperatorTrouble):
    """There is no text, no screen and no kind of message called {name}. {near}"""


class SeveralCalledSo(OperatorTrouble):
    """More than one thing is called {name}. Say which: {which}."""


class NeverStopped(OperatorTrouble):
    """{name} cannot be stopped: the crisis card, its numbers, requests for help, what is kept about somebody and every
    way out are always there. A wrong number is changed in the file of ALONGSIDE_CRISIS_CARDS (see the operator's
    guide); any other text of them needs a new version of the program."""


class StopWhat(OperatorTrouble):
    """Name what to stop, as in `alongside texts stop hello`; `--list` shows what is stopped."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Whom a stop touches: who got it in the last seven days, who has it due in the next, what of it is open now."""

    lately: int
    due: int


async def texts_stop(key: str | None, *, back: bool, dry: bool, listed: bool, as_json: bool) -> None:
    """Stops KEY for everybody, lets it go on (`back`), says whom that would touch (`dry`) or lists what is stopped."""
    now = WallClock().now()
    async with own_memory() as database:
        if listed:
            _print_stops(await database.read(wordings.every_stop), as_json=as_json)
            return
        if key is None:
            raise StopWhat
        name = _to_stop(key, await _known(database))
        touched = await _touched(database, now, name)
        if back:
            done = await database.write(lambda tx: resume_saying(tx.at(now), name, who_types()))
            _say(name, GOES[0] if done else GOES[1], touched, closed=0, as_json=as_json)
        elif dry:
            _say(name, "would be stopped", touched, closed=0, as_json=as_json)
        else:
            done = await database.write(lambda tx: stop_saying(tx.at(now), name, who_types()))
            _say(
                name,
                "is stopped" if done else "was stopped before",
                touched,
                closed=await _close_all(database, now, name),
                as_json=as_json,
            )


async def texts_received(key: str, *, version: str | None, as_json: bool) -> None:
    """Prints who got KEY: a text by its key, a kind of message by its name or its screen's."""
    async with own_memory() as database:
        name = one_of(key, await _known(database))
        report = await database.read(
            lambda tx: who_read(tx, key=_bare(name, STOPS_TEXT), screen=_bare(name, STOPS_SCREEN), version=version)
        )
        await database.write(lambda tx: note_named(tx.at(WallClock().now()), report))
    if as_json:
        print(json.dumps({"what": name} | _plain(report), ensure_ascii=False))
    else:
        _print_report(name, report)


def _to_stop(key: str, texts: frozenset[str]) -> str:
    meant = candidates(key, texts)
    if meant and not any(map(may_stop, meant)):
        raise NeverStopped(name=key)
    name = one_of(key, texts)
    if not may_stop(name):
        raise NeverStopped(name=name)
    return name


async def _known(database: Database) -> frozenset[str]:
    """The key of every text there is, or was since it is known what is sent."""
    now = frozenset(key for locale in locales() for key in texts_for(locale).written)
    return now | await database.read(wordings.known_keys)


def one_of(key: str, texts: frozenset[str]) -> str:
    """What is meant by KEY: "screen:..." or "text:...". Raises NothingCalledSo with near names, and SeveralCalledSo."""
    found = candidates(key, texts)
    if len(found) == 1:
        return found[0]
    if found:
        raise SeveralCalledSo(name=key, which=" or ".join(found))
    bare = key.removeprefix(STOPS_SCREEN).removeprefix(STOPS_TEXT)
    known = sorted(texts | SCREENS.keys() | KINDS.keys())
    near = list(dict.fromkeys([*get_close_matches(bare, known, 5), *(one for one in known if bare and bare in one)]))
    raise NothingCalledSo(name=key, near=f"Near to it: {', '.join(near[:8])}." if near else "")


def candidates(key: str, texts: frozenset[str]) -> Sequence[str]:
    """Everything that KEY may mean: the kind of that name comes before a text, as it is what comes by itself."""
    if key.startswith(STOPS_TEXT):
        return [key] if key.removeprefix(STOPS_TEXT) in texts else []
    text = [f"{STOPS_TEXT}{key}"] if key in texts else []
    name = key.removeprefix(STOPS_SCREEN)
    name = name if text else name.replace("-", "_")  # check-in is check_in
    screen = [f"{STOPS_SCREEN}{name}"] if name in SCREENS else []
    if key.startswith(STOPS_SCREEN):
        return screen
    if name in KINDS:
        return list(dict.fromkeys([*screen, f"{STOPS_SCREEN}{KINDS[name].screen}"]))
    return [*screen, *text]


def may_stop(name: str) -> bool:
    """Whether that may be stopped; of a text that is gone from the program there is nothing to stop."""
    if name.startswith(STOPS_SCREEN):
        return name.removeprefix(STOPS_SCREEN) not in ALWAYS
    return all(may_stop_text(name.removeprefix(STOPS_TEXT), texts_for(locale)) for locale in locales())


def _bare(name: str, prefix: str) -> str | None:
    return name.removeprefix(prefix) if name.startswith(prefix) else None


async def _touched(database: Database, now: datetime, name: str) -> Touched:
    screen, text = _bare(name, STOPS_SCREEN), _bare(name, STOPS_TEXT)

    async def look(tx: Any) -> Touched:
        found = await (wordings.of_screen(tx, screen) if screen else wordings.with_text(tx, text or ""))
        lately = {one.person_id for one in await errata.said_with_wordings(tx, found.keys(), now - LATELY)}
        return Touched(len(lately), await errata.said_to_plans(tx, kinds_of(name), now + LATELY))

    return await database.read(look)


async def _close_all(database: Database, now: datetime, name: str) -> int:
    closed = 0
    while number := await database.write(lambda tx: close_open(tx.at(now), name)):
        closed += number
    return closed


def _say(name: str, what: str, touched: Touched, *, closed: int, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"what": name, "state": what, "closed": closed} | asdict(touched)))
        return
    console.print(f"{name} {what}. In the last 7 days it went to {_people(touched.lately)}.")
    if kinds_of(name):
        stopped = "" if what in GOES else ": while it is stopped that counts as missed by us, never as silence"
        console.print(f"In the next 7 days it is due to {_people(touched.due)}{stopped}.")
    if closed:
        console.print(f"{closed} that were open are closed, as missed by us.")
    if what in ("is stopped", "was stopped before"):
        words = "Every running process follows with its next message. Who read it: alongside texts received"
        console.print(f"{words} {name}\nThe way back: alongside texts stop {name} --undo")


def _print_stops(stops: Sequence[Stop], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps([{"what": one.name, "at": one.at.isoformat(), "by": one.by} for one in stops]))
        return
    if not stops:
        console.print("Nothing is stopped.")
    for one in stops:
        console.print(f"{one.name}  since {_moment(one.at)}, by {one.by}")


def _print_report(name: str, report: Report) -> None:
    if report.since is None:
        console.print(f"{name}: nothing was sent yet since this version runs; of before nothing is known.")
        return
    console.print(
        f"{name} went to {_people(report.people)}. Known since {_moment(report.since)}, for 90 days at the most.",
    )
    for one in report.versions:
        maybe = f", {one.maybe} of them perhaps never arrived" if one.maybe else ""
        called = f"version {one.version}" if one.version else "as a screen"
        console.print(
            f"\n{called}: {_people(one.people)}, in {_messages(one.messages)}{maybe}; from {_moment(one.first)} to"
            f" {_moment(one.last)}; can still be read in {one.standing}, as far as we know",
        )
        if one.words:
            console.print(f"  {one.words}", markup=False)
    for readers in report.practitioners:
        _print_readers(readers)
    if report.others:
        console.print(f"\nNobody's clients: {', '.join(f'{count} {what}' for what, count in report.others.items())}")
    if report.unknown:
        console.print(
            f"\nOf {_messages(report.unknown)} it is not known any more which texts they had: their people's answers"
            " are not kept, or it was a crisis card.",
        )


def _print_readers(readers: Readers) -> None:
    texts = texts_for(None)
    names = [shown_name(one.person_id, one.name, texts) for one in readers.named]
    more = f"{readers.unnamed} who do not show them their week" if readers.unnamed else ""
    console.print(
        f"\nClients of {readers.practitioner or 'a practitioner'}: {', '.join([*names, *([more] if more else [])])}",
        markup=False,
    )


def _plain(report: Report) -> dict[str, Any]:
    texts = texts_for(None)
    return {
        "people": report.people,
        "since": report.since and report.since.isoformat(),
        "versions": [
            asdict(one) | {"first": one.first.isoformat(), "last": one.last.isoformat()} for one in report.versions
        ],
        "practitioners": [
            {
                "practitioner": one.practitioner,
                "clients": [
                    {
                        "name": shown_name(each.person_id, each.name, texts),
                        "versions": each.versions,
                        "last": each.last.isoformat(),
                        "standing": each.standing,
                    }
                    for each in one.named
                ],
                "more": one.unnamed,
            }
            for one in report.practitioners
        ],
        "others": dict(report.others),
        "unknown": report.unknown,
    }


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _messages(count: int) -> str:
    return "1 message" if count == 1 else f"{count} messages"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
