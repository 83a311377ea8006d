"""What is checked at every start, letting a held database go, and following newer time zone data."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from care.people.leaving import delete_keys, erase_listed, leave
from care.schedule import closing
from care.schedule.closing import PromptEnding
from care.schedule.due import open_due
from db import events
from db.delivery import inbox, outbox, sending, sight
from db.delivery.sending import Dropped
from db.delivery.sight import Hold, HoldReason, figures
from db.people import accounts, erasing
from db.practice import sessions
from db.schedule import plans, prompts
from db.store import service_facts
from db.store.files import failpoint
from db.store.vault import Vault
from db.tx import Tx
from programme.people.person import Person, every_zone
from programme.practice.events import SessionSet
from programme.schedule.events import PauseMoved
from programme.schedule.plan import MOMENT, NEVER, Plan
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode
from programme.zones import FOUND, Offsets, in_use, moved, of_system, offsets

# Generations that a vault may be behind by kills and nothing else: each process leaves at most one unconfirmed, and
# while a vault cannot be written, so that it is STUCK, none is added.
BEHIND = 100
STUCK = 50


@dataclass(frozen=True, slots=True)
class Checked:
    """`held`: nothing goes out. `number`: the generation that the vault is to confirm; None where it is held.

    `behind`: by how many generations the vault was behind the database.
    """

    held: Hold | None
    number: int | None
    behind: int = 0


@dataclass(frozen=True, slots=True)
class Begun:
    """What a start found.

    `erased`: who was here though they were erased (Telegram account by person id). `gone`: everybody whose rows say
    that they were erased, whose keys are to go. `unknown`: people of whom the vault knows nothing.
    """

    checked: Checked
    erased: dict[int, int]
    gone: set[int]
    unknown: int

    @property
    def has_old_vault(self) -> bool:
        """Whether the vault is older than the database."""
        return bool(self.unknown) or self.checked.behind > BEHIND


async def check_at_start(tx: Tx, *, by_command: bool = False) -> Checked:
    """Raise the generation of the database, or hold the database where it is older than its vault knows, or is put back
    `by_command`.

    The vault is read first: what it has confirmed by then is committed, and so is seen by what is read after that.
    """
    known = tx.vault.generation()
    here = await service_facts.lock_generation(tx)
    if by_command:
        await sight.remove_hold(tx)  # of a copy that was made while it was held
    held = await sight.get_hold(tx)
    if held is None and (by_command or here < known):
        why: HoldReason = "command" if by_command else "older"
        held = await sight.put_hold(tx, why, database=here, vault=known)
    if held is not None:
        return Checked(held, None)
    further = here if here - known > STUCK else here + 1
    return Checked(None, await service_facts.put_generation(tx, further), behind=here - known)


def confirm_start(vault: Vault, checked: Checked) -> None:
    """To be called after the commit of `check_at_start`."""
    if checked.number is not None:
        failpoint("before_confirm")
        vault.confirm(checked.number)
        failpoint("after_confirm")


async def begin_start(tx: Tx, *, by_command: bool = False) -> Begun:
    """Check as above, and erase whoever the vault's list says was erased. `finish_start` is to be called after the
    commit.

    - In a database that is held from now on, whoever left since it was copied leaves, and nobody is told.
    - A vault that is older than the database holds it too, until the newest vault is in place or somebody lets it go:
      the vault may not know who was erased since.
    """
    was_held = await _still_held(tx)
    checked = await check_at_start(tx, by_command=by_command)
    erased = await erase_listed(tx)
    if checked.held and checked.held.why != "vault" and (by_command or not was_held):
        await _let_leave(tx, tx.vault.left_since(checked.held.database))
        checked = replace(checked, held=await sight.cover_hold(tx, checked.held))
    unknown = tx.vault.without_key(await erasing.living_people(tx))
    begun = Begun(checked, erased, await erasing.erased_people(tx), len(unknown))
    return replace(begun, checked=await _hold_for(tx, begun))


async def _still_held(tx: Tx) -> bool:
    """Is it held? Not any more, where it was for an older vault and the newest one is in place now."""
    held = await sight.get_hold(tx)
    if held is None or held.why != "vault":
        return held is not None
    known = tx.vault.generation()
    is_newest = held.vault < known and await service_facts.generation_here(tx) - known <= BEHIND
    if is_newest and not tx.vault.without_key(await erasing.living_people(tx)):
        await sight.remove_hold(tx)
        return False
    return True


async def _hold_for(tx: Tx, begun: Begun) -> Checked:
    """What `begun` checked; held from now on where the vault is older than the database."""
    if begun.checked.held or not begun.has_old_vault:
        return begun.checked
    here, known = await service_facts.generation_here(tx), tx.vault.generation()
    held = await sight.put_hold(tx, "vault", database=here, vault=known)
    return replace(begun.checked, held=held, number=None)


async def _let_leave(tx: Tx, left: set[int]) -> None:
    await accounts.lock(tx, left)
    found = (await accounts.get_many(tx, left)).values()
    for person in sorted(found, key=lambda one: one.is_practitioner):  # who stays as long as anybody is theirs
        await leave(tx, person)


def finish_start(vault: Vault, begun: Begun) -> None:
    """Delete the keys of everybody who was erased, and confirm the generation."""
    if begun.erased:
        vault.erase_all(begun.erased)
    delete_keys(vault, begun.gone)
    confirm_start(vault, begun.checked)


NOTHING = Dropped(0, 0)


@dataclass(frozen=True, slots=True)
class Release:
    """What became of what was due and unsent, and what waits to be handled now.

    `requests`: requests for help that the copy knows as not opened. `without_key`: people whose key in the vault is
    lost, so that their names and words are. `why` it was held.
    """

    missed: int
    cancelled: int
    uncertain: int
    updates: int
    requests: int
    without_key: int
    why: HoldReason


async def release(tx: Tx) -> tuple[Release, Checked] | None:
    """Let this database go, at that moment; None where it is not held. `starting.confirm` is called after the commit.

    - Every slot that was due now, and every prompt that was open, is missed by us: it may have been answered since
      the copy was made, so it counts as nobody's silence. What was answered in part stays.
    - What the copy was to send is not sent: it may have gone out since. A card that was sent while it was held stays.
    - A request for help that nobody opened goes on as the copy knows it: said twice is better than never.
    - What people wrote while it was held is handled from now on.
    - Where the vault was older than the database, nothing of it is a copy, and all goes on as after a standstill.
    - Who has no key in the vault gets a new one: what was sealed for them is lost.
    """
    known = tx.vault.generation()
    here = await service_facts.lock_generation(tx)
    held = await sight.get_hold(tx)
    if held is None:
        return None
    unknown = tx.vault.without_key(await erasing.living_people(tx))
    if unknown:
        tx.vault.replace_lost(unknown)
    missed, dropped = (0, NOTHING) if held.why == "vault" else await _let_rest(tx, held)
    await sight.remove_hold(tx)
    number = await service_facts.put_generation(tx, max(here, known) + 1)
    waiting, counts = await inbox.waiting_in_all(tx), await figures(tx)
    found = Release(
        missed=missed,
        cancelled=dropped.cancelled,
        uncertain=dropped.uncertain,
        updates=waiting,
        requests=counts.requests_waiting,
        without_key=len(unknown),
        why=held.why,
    )
    return found, Checked(None, number)


async def _let_rest(tx: Tx, held: Hold) -> tuple[int, Dropped]:
    """What was due in the copy is missed by us, how often; and what it was to send is dropped."""
    newest = await outbox.last_id(tx)
    missed = await _miss_open(tx)
    while (tally := await open_due(tx)).more:
        missed += tally.missed_by_us
    missed += tally.missed_by_us + await _miss_open(tx)
    dropped = await sending.drop_unsent(tx, ReasonCode.RESTORED, up_to=held.last_row, beyond=newest)
    return missed, dropped


async def _miss_open(tx: Tx) -> int:
    """End what is open; how many nobody had answered."""
    found = await prompts.all_open(tx)
    ends = [
        PromptEnding(one, PromptState.PART)
        if one.answered_at
        else PromptEnding(one, PromptState.MISSED_BY_US, ReasonCode.RESTORED)
        for one in found
    ]
    await closing.close_many(tx, ends)
    return sum(end.state is PromptState.MISSED_BY_US for end in ends)


AHEAD: Final = timedelta(days=400)  # offsets that reach less far are taken down again: a session lies a year ahead


async def follow_zone_data(tx: Tx) -> int:
    """Where the data that runs is another than at the last start, plans, open prompts, sessions and breaks of people
    in zones that changed keep their wall time. Returns how many people those are.

    Any number of processes may call it at their start: one of them does it. A database that was written before
    offsets were kept was reckoned with the system's data, where there was any.
    """
    kept = await service_facts.lock(tx, service_facts.ZONE_DATA)
    before = Offsets.from_json(json.loads(kept)) if kept else None
    version = in_use().version
    if before is not None and before.version == version and tx.now + AHEAD < before.until:
        return 0
    current = offsets({name: ZoneInfo(name) for name in every_zone()}, tx.now, version)
    if before is None:
        before = await _of_system(tx)
    found = await accounts.in_zones(tx, before.differing(current))
    await accounts.lock(tx, found)
    for _, person in sorted(found.items()):
        await _move(tx, person, before)
    await service_facts.put(tx, service_facts.ZONE_DATA, json.dumps(current.to_json(), separators=(",", ":")))
    return len(found)


async def _of_system(tx: Tx) -> Offsets:
    """The offsets by the system's data; of no zone where nobody is here, or the system has none."""
    wanted = await accounts.in_zones(tx, every_zone())
    zones = {person.zone: of_system(person.zone, FOUND) for person in wanted.values() if person.zone}
    return offsets({name: zone for name, zone in zones.items() if zone is not None}, tx.now, "")


async def _move(tx: Tx, person: Person, before: Offsets) -> None:
    """That person (locked) keeps their wall times. What is over stays as it was recorded."""
    zone = person.zone or ""
    coming = [(plan, _due(plan, before)) for plan in await plans.of_person(tx, person.id)]
    await plans.move(tx, [(plan.id, at) for plan, at in coming if at != plan.next_due_at])
    for one in await prompts.open_of(tx, person.id):
        closes, steps = (at and moved(at, zone, before) for at in (one.closes_at, one.next_at))
        await prompts.save_progress(tx, one, replace(one, closes_at=closes, next_at=steps))
    session = (await sessions.upcoming(tx, [person.id])).get(person.id)
    if session is not None and (at := moved(session, zone, before)) != session:
        await sessions.move(tx, person.id, at)
        await events.add(tx, person.id, SessionSet(at))
    running = (await plans.running_pauses(tx, [person.id])).get(person.id)
    if running is not None and (until := moved(running.until, zone, before)) != running.until:
        await plans.start_pause(tx, person.id, replace(running, until=until))
        await events.add(tx, person.id, PauseMoved(until))


def _due(plan: Plan, before: Offsets) -> datetime:
    """When the slot that the plan waits for comes now. A time that the clocks skip moves on to the next slot."""
    at = moved(plan.next_due_at, plan.zone, before)
    if at == plan.next_due_at:
        return at
    coming = plan.rule.due_after(at - MOMENT, plan.zone)
    return at if coming == NEVER else coming
