"""Quit dates, smoking and cravings: what counts is never taken away, and no rating is lost."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TypeGuard
from zoneinfo import ZoneInfo

from programme.quitting.attempts import Attempt
from programme.schedule.plan import NEVER
from simulator import Call
from simulator.truth import UpdateMade
from trials.case import Case
from trials.rules.received import SOON
from trials.rules.slots import instant

IN_HAND = timedelta(seconds=60)  # what is shown may have been true that much earlier
MORNING = time(8)
FREE_DAYS = re.compile(r"Smoke-free days: (?:<b>)?(\d+)|Your (\d+) smoke-free day")
KEEP = "keep_answers"
TOLD = ("SmokedTold", "CheckInAnswered")


def attempt_unlike_its_events(case: Case) -> Iterator[str]:
    """Tries at stopping are what was set, moved and taken away; smoking changes none of them, and none is ever gone."""
    told, kept = _told(case), {one.id: one for one in case.memory.attempts}
    for attempt_id in told.keys() | kept.keys():
        was, now = told.get(attempt_id), kept.get(attempt_id)
        if was is None or now is None:
            yield f"attempt {attempt_id} is {'told of and not there' if now is None else 'there, and not told of'}"
        elif (was.quit_on, was.moved, was.ended_on is None) != (now.quit_on, now.moved, now.ended_on is None):
            yield f"attempt {attempt_id} is {now}, and the events tell {was}"


def days_taken_away(case: Case) -> Iterator[str]:
    """The number of smoke-free days that is shown goes down by one at most for each time that smoking was told of."""
    told, keeping = _tellings(case), _keeping(case)
    for person_id, shown in _shown_days(case).items():
        if person_id not in keeping:
            continue
        for (before, many), (at, few) in pairwise(shown):
            reasons = sum(before - IN_HAND <= one <= at for one in told[person_id])
            if few < many - reasons:
                yield f"person {person_id} had {many} smoke-free days at {before}, and {few} at {at}"


def rating_lost(case: Case) -> Iterator[str]:
    """How strong a craving is, and how strong it was ten minutes later, is kept as it was tapped."""
    keeping = _keeping(case)
    for person_id, tapped in _rated(case).items():
        if person_id not in keeping:
            continue
        kept = [one.before for one in case.memory.cravings.values() if one.person_id == person_id]
        for screen_id, strengths in tapped.items():
            if not strengths & set(kept):
                yield f"person {person_id} rated a craving {strengths} on screen {screen_id}, and {kept} are kept"
    told = [(event.data["craving"], event.data["after"]) for event in case.happened("CravingRated")]
    for craving_id, strength in _rated_after(case).items():
        craving = case.memory.cravings.get(craving_id)
        if craving is None or craving.person_id not in keeping:
            continue
        if craving.after is None or (craving.after != strength and (craving_id, strength) not in told):
            yield f"craving {craving_id} was {strength} after ten minutes, and {craving.after} is kept"


def rating_unlike_its_event(case: Case) -> Iterator[str]:
    """Both ratings of a craving are what was told of last."""
    last = {event.data["craving"]: event.data for event in case.happened("CravingRated")}
    for craving_id, told in last.items():
        craving = case.memory.cravings.get(craving_id)
        if craving is not None and (craving.before, craving.after) != (told["before"], told["after"]):
            yield f"craving {craving_id} was {craving.before} and {craving.after}, and the events tell {dict(told)}"


def quit_morning_missing(case: Case) -> Iterator[str]:
    """A word is due on the morning of every quit date that is still to come."""
    plans = case.memory.plans.values()
    due = {(one.person_id, one.next_due_at) for one in plans if one.kind == "quit_day"}
    asked = {one.person_id for one in plans if one.kind == "check_in" and one.next_due_at < NEVER}
    for attempt in case.memory.attempts:
        zone = ZoneInfo(case.memory.people[attempt.person_id].zone or "UTC")
        at = instant(attempt.quit_on, MORNING, zone)
        to_come = attempt.ended_on is None and at is not None and at > case.newest
        if to_come and attempt.person_id in asked and (attempt.person_id, at) not in due:
            yield f"attempt {attempt.id} begins on {attempt.quit_on}, and no word is due that morning"


def _keeping(case: Case) -> set[int]:
    """Who said yes to keeping what they answer, and never no: of others it goes."""
    said: dict[int, list[bool]] = defaultdict(list)
    for event in case.happened("ConsentSet"):
        if event.data.get("item", KEEP) == KEEP:
            granted = event.data["granted"]
            said[event.person_id or 0].append(granted if isinstance(granted, bool) else KEEP in granted)
    return {person_id for person_id, answers in said.items() if all(answers)}


def _told(case: Case) -> Mapping[int, Attempt]:
    found: dict[int, Attempt] = {}
    goes_on: dict[int, int] = {}
    for event in case.happened("QuitDateSet", "QuitDateMoved", "QuitDateKept", "QuitDateUnset"):
        attempt_id, person_id = event.data["attempt"], event.person_id or 0
        if event.kind == "QuitDateMoved":
            was = found.get(attempt_id)
            if was is not None:
                found[attempt_id] = replace(was, quit_on=date.fromisoformat(event.data["to"]), moved=was.moved + 1)
            continue
        if (old := goes_on.pop(person_id, None)) is not None:
            found[old] = replace(found[old], ended_on=event.at.date())
        if event.kind == "QuitDateSet":
            found[attempt_id] = Attempt(attempt_id, person_id, date.fromisoformat(event.data["to"]))
            goes_on[person_id] = attempt_id
        elif event.kind == "QuitDateKept":
            found[attempt_id] = replace(found[attempt_id], ended_on=None)
            goes_on[person_id] = attempt_id
    return found


def _tellings(case: Case) -> Mapping[int, list[datetime]]:
    """When each person said anything that may turn a smoke-free day into another: also that it was another day."""
    found: dict[int, list[datetime]] = defaultdict(list)
    for event in case.happened(*TOLD):
        found[event.person_id or 0].append(event.at)
    for made, do, _, _ in _taps(case):
        if do in ("smoked_day", "diary_at"):
            found[case.chats[made.user_id or 0]].append(made.at)
    return found


def _shown_days(case: Case) -> Mapping[int, list[tuple[datetime, int]]]:
    """What each phone was told, in order."""
    found: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    for call in case.log.of(Call) if case.log else ():
        seen = FREE_DAYS.search(str(call.params.get("text", ""))) if call.effect in ("sent", "edited") else None
        if seen:
            found[case.chats.get(call.chat_id or 0, 0)].append((call.at, int(seen[1] or seen[2])))
    return found


def _rated(case: Case) -> Mapping[int, Mapping[int, set[int]]]:
    """What each person rated cravings, by the screen they stood on: tapped more than once, either may count.

    A screen that another has replaced by the time the tap is handled asks below, and takes no answer.
    """
    found: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for made, do, screen_id, arg in _taps(case):
        shown = case.memory.screens.get(screen_id)
        if shown is not None and do in ("rate", "morning_rate") and not _is_replaced(case, screen_id, made.at):
            found[shown.person_id][screen_id].add(int(arg))
    return found


def _rated_after(case: Case) -> Mapping[int, int]:
    """What was tapped first on the message that asked for it, by craving: later that message may be another one.

    Where it was said on another message a moment before, this one takes no answer.
    """
    asking = {row.screen_id: int(row.key[1:].partition(":")[0]) for row in case.memory.outbox if _asks_after(row.key)}
    first: dict[int, tuple[str, str]] = {}
    for made, do, screen_id, arg in _taps(case):
        if screen_id in asking and not _is_replaced(case, screen_id, made.at):
            first.setdefault(screen_id, (do, arg))
    return {asking[screen_id]: int(arg) for screen_id, (do, arg) in first.items() if do == "rate_after"}


def _is_replaced(case: Case, screen_id: int, at: datetime) -> bool:
    rows = case.rows_of_screen.get(screen_id, ())
    return any(row.verb == "strip" and row.made_at <= at + SOON for row in rows)


def _asks_after(key: str | None) -> TypeGuard[str]:
    return key is not None and re.fullmatch(r"c\d+:after:\d+", key) is not None


def _taps(case: Case) -> Iterator[tuple[UpdateMade, str, int, str]]:
    """Every tap that was handled, by somebody who is known, in order: what it does, on which screen, with what."""
    for made in sorted(case.log.updates(), key=lambda made: made.update_id) if case.log else ():
        heard = case.memory.inbox.get(made.update_id)
        if made.kind != "callback_query" or heard is None or heard.state != "done" or heard.error:
            continue
        parts = str(made.update["callback_query"].get("data", "")).split(":")
        if len(parts) == 4 and parts[1].isdecimal() and made.user_id in case.chats:
            yield made, parts[2], int(parts[1]), parts[3]
