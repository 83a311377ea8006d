"""The master keys are rotated while the service runs, also by an administrator who is cut off in the middle of it."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import time

from alongside.clock import WallClock
from db.store.url import is_sqlite
from simulator import Phone, Simulator
from trials.joining import LONDON, client_joins, practitioner_joins
from trials.operator.home import PATIENCE, Home, RunningService
from trials.operator.trial import TrialLine, TrialPlace

CUT_OFF_AT = ("keys_written", "vault_wrapped", "keys_rotated")
KILLED = -9


async def keys(place: TrialPlace) -> Sequence[TrialLine]:
    """Two processes run on PostgreSQL, one on SQLite; keys are rotated under them, cut off, and dropped."""
    async with Simulator() as simulator:
        home = Home(place.folder, place.url, simulator)
        made = await home.types("keys", "new")
        again = await home.types("keys", "new")
        lines = [
            TrialLine("a key is made, and never written over", (made.code, again.code) == (0, 1), again.err.strip()),
        ]
        await home.prepare()
        phones = [simulator.phone(name) for name in ("Lee", "Sam", "Kim", "Ade")]
        async with _services(home) as services:
            await _joins(home, phones[1], phones[0])
            lines += [await _rotates(home), await _comes(home, phones[2], phones[0], "while an older key is there")]
            for where in CUT_OFF_AT:
                lines.append(await _cut_off(home, where))
            lines.append(await _drops(home))
            lines.append(await _comes(home, phones[3], phones[0], "once the older keys are gone"))
            lines.append(await _reads(home, phones[1]))
            codes = [await service.stop() for service in services]
            lines.append(TrialLine("every process went on to its end", codes == [0] * len(services), str(codes)))
        async with home.running() as service:
            lines.append(await _reads(home, phones[3]))
            lines.append(TrialLine("a start finds keys that open all", await service.health() == 200))
        return lines


@asynccontextmanager
async def _services(home: Home) -> AsyncIterator[Sequence[RunningService]]:
    async with AsyncExitStack() as stack:
        count = 1 if is_sqlite(home.url) else 2
        yield [await stack.enter_async_context(home.running()) for _ in range(count)]


async def _joins(home: Home, phone: Phone, lee: Phone) -> None:
    now = WallClock().now()
    async with home.memory() as database:
        await database.write(lambda tx: practitioner_joins(tx.at(now), lee.id, lee.name))
        at = time(20, 30)
        await database.write(lambda tx: client_joins(tx.at(now), phone.id, phone.name, by=lee.id, at=at, place=LONDON))


async def _comes(home: Home, phone: Phone, lee: Phone, when: str) -> TrialLine:
    """A client joins, in a process that reads the newest keys, and is answered by one that had the old ones."""
    now, at = WallClock().now(), time(20, 30)
    async with home.memory() as database:
        await database.write(lambda tx: client_joins(tx.at(now), phone.id, phone.name, by=lee.id, at=at, place=LONDON))
    answered = await _answered(home, phone)
    return TrialLine(f"who joins {when} is answered by name", answered, _last(phone))


async def _reads(home: Home, phone: Phone) -> TrialLine:
    return TrialLine(f"{phone.name} is answered by name", await _answered(home, phone), _last(phone))


async def _answered(home: Home, phone: Phone) -> bool:
    """Their settings stand on the phone with the name that is sealed under their key."""
    phone.looks()
    phone.writes("/settings")
    return await _until(home, lambda: any(phone.name in bubble.text for bubble in phone.unseen))


async def _until(home: Home, is_so: Callable[[], object]) -> bool:
    try:
        await home.simulator.until(is_so, PATIENCE)
    except TimeoutError:
        return False
    return True


def _last(phone: Phone) -> str:
    return phone.last.text.split("\n")[0][:60] if phone.last else "nothing"


async def _rotates(home: Home) -> TrialLine:
    done = await home.types("keys", "rotate")
    return TrialLine(
        "keys are rotated while it runs", (done.code, home.count()) == (0, 2), done.out.split("\n")[0] or done.err
    )


async def _cut_off(home: Home, where: str) -> TrialLine:
    """A kill there leaves a vault that opens, for those who run and for who starts."""
    done = await home.types("keys", "rotate", ALONGSIDE_FAILPOINT=where)
    looked = await home.types("doctor", "--json")
    opens = '"what": "vault", "state": "ok"' in looked.out
    return TrialLine(f"cut off at {where}, the vault opens", done.code == KILLED and opens, f"ended with {done.code}")


async def _drops(home: Home) -> TrialLine:
    await home.types("keys", "rotate")
    done = await home.types("keys", "rotate", "--drop-old")
    so = (done.code, home.count()) == (0, 1)
    return TrialLine("then the newest key alone is left", so, done.out.split("\n")[0] or done.err)
