"""What a supporter gets: nothing before they said yes nor after either ended it, and no word that was not shared."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache

from db.delivery.outbox import OutboxState
from db.event_replay import SupporterRow
from programme.event import AnyEvent
from simulator import Call
from trials.case import Case

IN_HAND = timedelta(seconds=60)  # what was taken before it ended may arrive that much later
TREATMENT = re.compile(
    r"therap|depress|anxi|mood|practitioner|\bLee\b|session|clinic|\bcheck-?ins?\b|\blaps|relaps|\burges?\b|crav",
    re.IGNORECASE,
)
SMOKING = re.compile(r"smok|cigar|nicotin|\bquit|stopping|stopped", re.IGNORECASE)
_ENDS = ("SupporterStopped", "SupporterRemoved", "SupporterLetGo")


@dataclass(frozen=True, slots=True)
class Time:
    """From when and until when (None: still) something held between a client and a supporter."""

    support_id: int
    client_id: int
    person_id: int
    since: datetime
    until: datetime | None

    def covers(self, at: datetime) -> bool:
        """Whether it did then."""
        return self.since <= at and (self.until is None or at < self.until)

    def holds(self, at: datetime) -> bool:
        """Whether it did then, or a moment before."""
        return self.since <= at and self.covers(max(self.since, at - IN_HAND))

    def within(self, since: datetime, until: datetime | None) -> "Time":
        """What of it lies between these two; nothing is covered by it where nothing does."""
        return replace(self, since=max(self.since, since), until=_earliest(self.until, until))


def nudged_after_the_end(case: Case) -> Iterator[str]:
    """No idea and no good news comes to somebody who did not say yes, or after either of the two ended it."""
    held = _times(case, "SupporterAccepted")
    for call in case.calls:
        shown = case.screen_of(call)
        about = None if shown is None else _about(case, shown.name, shown.subject_id or 0)
        if shown is not None and about is not None and not _any(held, about, shown.person_id, call.at):
            yield f"screen {shown.id} ({shown.name}) went at {call.at} to person {shown.person_id}: it had ended"


def waits_after_the_end(case: Case) -> Iterator[str]:
    """No nudge waits to be sent, or is open, between two people of whom one ended it."""
    held = {(one.client_id, one.person_id) for one in case.memory.supporters.values() if one.state == "accepted"}
    over = {one.id for one in case.memory.prompts if one.kind == "nudge" and (one.about_id, one.person_id) not in held}
    for prompt in case.memory.prompts:
        if prompt.id in over and prompt.is_open:
            yield f"prompt {prompt.id} is open, and it has ended"
    for row in case.memory.outbox:
        about = int(row.key[1:].partition(":")[0]) if row.key and re.match(r"p\d+:", row.key) else 0
        if about in over and row.verb == "send" and row.state is OutboxState.WAITING:
            yield f"outbox row {row.id} waits with a nudge, and it has ended"


def named_after_the_end(case: Case) -> Iterator[str]:
    """Nothing new that comes to a supporter names a client with whom it has ended, asked for or not."""
    asked, names = _times(case, "SupporterAsked"), _names(case)
    for call in case.deliveries:
        person_id = case.chats.get(call.chat_id or 0, 0)
        for client_id in {one.client_id for one in asked if one.person_id == person_id}:
            name = names.get(client_id)
            if name and re.search(rf"\b{name}\b", _words(call)) and not _any(asked, client_id, person_id, call.at):
                yield f"{call.method} at {call.at} named client {client_id} to person {person_id}: it had ended"


def told_too_much(case: Case) -> Iterator[str]:
    """Nothing that somebody reads who is here as a supporter alone tells of therapy, nor of smoking without a yes."""
    guests, shared = _guests(case), _shared(case)
    for call in case.log.of(Call) if case.log else ():
        person_id = case.chats.get(call.chat_id or 0, 0)
        asked = [one.since for one in guests.get(person_id, ()) if one.covers(call.at)]
        if not asked or _was_in_hand(case, person_id, min(asked), call.at):
            continue
        words = _words(call)
        told = TREATMENT.search(words) or (
            None if any(one.person_id == person_id and one.holds(call.at) for one in shared) else SMOKING.search(words)
        )
        if told:
            yield f"{call.method} at {call.at} told person {person_id}, a supporter, of {told[0]!r}"


def _was_in_hand(case: Case, person_id: int, since: datetime, at: datetime) -> bool:
    """Whether it may be what they asked for as a stranger, and what was taken to be sent before they were asked."""
    mine = case.rows_of_person.get(person_id, ()) if at <= since + IN_HAND else ()
    return any(row.made_at < since and row.attempts and (row.ended_at is None or row.ended_at >= since) for row in mine)


def words_not_put_down(case: Case) -> Iterator[str]:
    """Whatever somebody sent to the other one was put down to go, once."""
    keys = {row.key for row in case.memory.outbox}
    for event in case.happened("PassedOn"):
        if event.data["words"] in case.memory.passed_on and f"e{event.data['words']}:pass" not in keys:
            yield f"words {event.data['words']} were sent at {event.at}, and never put down"


def _about(case: Case, name: str, subject_id: int) -> int | None:
    """The client whom a screen to a supporter is about; None for every other screen."""
    if name == "nudge":
        return next((one.about_id for one in case.memory.prompts if one.id == subject_id), None)
    words = case.memory.passed_on.get(subject_id) if name == "passed_on" else None
    support = case.memory.supporters.get(words.support_id) if words else None
    return support.client_id if support and words and words.to_id != support.client_id else None


def _any(times: list[Time], client_id: int, person_id: int, at: datetime) -> bool:
    return any((one.client_id, one.person_id) == (client_id, person_id) and one.holds(at) for one in times)


def _times(case: Case, beginning: str, *endings: str) -> list[Time]:
    """When it held between two people: from that event on until the first of these, or else until either ended it, the
    client left, or the link went to somebody else."""
    return [
        Time(side.id, side.client_id, event.person_id or 0, event.at, _end(case, event, side, endings))
        for event in case.happened(beginning)
        if (side := case.memory.supporters.get(event.data["support"])) is not None
    ]


def _end(case: Case, beginning: AnyEvent, side: SupporterRow, endings: tuple[str, ...]) -> datetime | None:
    ends = (
        event.at
        for event in case.happened(*(endings or (*_ENDS, "ClientLeft")))
        if event.id > beginning.id
        and (event.person_id == side.client_id if event.kind == "ClientLeft" else event.data["support"] == side.id)
    )
    return next(ends, None)


def _shared(case: Case) -> list[Time]:
    """When each of those who were asked was shown that their client is stopping."""
    ticked: dict[int, list[tuple[datetime, datetime | None]]] = defaultdict(list)
    for event in case.happened("SharingSet"):
        if event.data["item"] != "stopping":
            continue
        times = ticked[event.data["support"]]
        if event.data["granted"]:
            times.append((event.at, None))
        elif times:
            times[-1] = times[-1][0], event.at
    asked = _times(case, "SupporterAsked")
    return [one.within(since, until) for one in asked for since, until in ticked[one.support_id]]


def _earliest(*moments: datetime | None) -> datetime | None:
    return min((at for at in moments if at is not None), default=None)


def _guests(case: Case) -> Mapping[int, Sequence[Time]]:
    """When people were on somebody's side, or had been asked to be, who are neither client nor practitioner.

    Whose link went to somebody else, or who said that it is not them, is a stranger, and reads what strangers read.
    """
    others = {plan.person_id for plan in case.memory.plans.values() if plan.kind != "nudge"}
    others |= {event.person_id for event in case.happened("ClientJoined", "PractitionerJoined") if event.person_id}
    found: dict[int, list[Time]] = defaultdict(list)
    for one in _times(case, "SupporterAsked", "SupporterLetGo"):
        if one.person_id not in others:
            found[one.person_id].append(one)
    return found


def _names(case: Case) -> Mapping[int, str]:
    """What people are called on Telegram, which is what clients of a trial want to be called."""
    found: dict[int, str] = {}
    for made in case.log.updates() if case.log else ():
        heard = case.memory.inbox.get(made.update_id)
        if heard is not None and heard.state == "done" and not heard.error and made.kind == "callback_query":
            found[case.chats.get(made.user_id or 0, 0)] = made.update["callback_query"]["from"]["first_name"]
    return found


def _words(call: Call) -> str:
    """Everything that can be read in a request: its text, its buttons, a menu."""
    read = {name: call.params[name] for name in ("text", "caption", "commands") if name in call.params}
    return json.dumps(read, ensure_ascii=False) + " ".join(_labels(json.dumps(call.params.get("reply_markup"))))


@cache
def _labels(markup: str) -> tuple[str, ...]:
    return tuple(re.findall(r'"text": "((?:[^"\\]|\\.)*)"', markup))
