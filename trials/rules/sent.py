"""What was said: every message ended as it says; and requests for help, each with somebody."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from db.delivery.outbox import OutboxRow, OutboxState, Rank
from db.event_replay import ShownScreen
from programme.event import AnyEvent
from programme.schedule.prompt import ASK, PromptState, prompt_key
from simulator import Call
from trials.case import Case

IN_HAND_ASKED = timedelta(minutes=15)  # what was due by then has been looked at
_OVER = ("RequestOpened", "RequestTakenBack")


def request_lost(case: Case) -> Iterator[str]:
    """Whoever is first in line and can be reached was sent it; nobody could: it waits, and its client was told."""
    keys = {row.key for row in case.memory.outbox if row.key}
    away = {one.id for one in case.memory.people.values() if one.cannot_reach_since}
    for made in _made(case):
        number = made.data["request"]
        sent = [one for one in made.data["line"] if f"r{number}:to{one}" in keys]
        if not sent and not away.intersection(made.data["line"]) and not _ends(case, made):
            yield f"request {number} was made, and was sent to nobody"


def request_left_unopened(case: Case) -> Iterator[str]:
    """What was not opened by the time that was promised was passed on, and the client was told."""
    keys = {row.key for row in case.memory.outbox if row.key}
    for made in _made(case):
        number, due_at = made.data["request"], _due_at(case, made)
        if due_at is None:
            continue
        late = [one for one in case.happened_to(made.person_id, "RequestLate") if one.data["request"] == number]
        in_time = [
            one for one in _ends(case, made) if one.at <= due_at + IN_HAND_ASKED or _stood_still(case, due_at, one.at)
        ]
        if not late and not in_time and due_at + IN_HAND_ASKED < case.newest:
            yield f"request {number} was to be opened by {due_at}, and nobody was told that it was not"
        if late and f"r{number}:late0" not in keys and late[0].at > case.newest - KEPT_FOR:
            yield f"request {number} was not opened in time, and its client was never told"


def request_opened_in_silence(case: Case) -> Iterator[str]:
    """Whoever asked is told that it was opened."""
    keys = {row.key for row in case.memory.outbox if row.key}
    for one in case.happened("RequestOpened"):
        if one.at > case.newest - KEPT_FOR and f"r{one.data['request']}:opened" not in keys:
            yield f"request {one.data['request']} was opened, and its client was never told"


def _due_at(case: Case, made: AnyEvent) -> datetime | None:
    """The moment that was promised first, or last as it was handed to somebody else before that moment."""
    due: str | None = made.data["due"]
    for one in case.happened_to(made.person_id, "RequestHanded"):
        if one.data["request"] == made.data["request"] and due is not None and one.at <= datetime.fromisoformat(due):
            due = one.data["due"]
    return None if due is None else datetime.fromisoformat(due)


def _stood_still(case: Case, since: datetime, until: datetime) -> bool:
    """Whether the service was not there meanwhile, for nothing at all happened: what came then is heard first."""
    return not any(since < one.at < until for one in case.memory.events)


def _made(case: Case) -> Iterator[AnyEvent]:
    """Those of which it is known who was in line, and whose messages are still there."""
    for made in case.happened("RequestMade"):
        if "due" in made.data and made.at > case.newest - KEPT_FOR:
            yield made


def _ends(case: Case, made: AnyEvent) -> list[AnyEvent]:
    ends = case.happened_to(made.person_id, *_OVER)
    return [one for one in ends if one.data["request"] == made.data["request"]]


NIGHT_FROM, NIGHT_TO = 22, 7  # o'clock
KEPT_FOR = timedelta(days=89)  # what was said goes a day later
MOST_HIDDEN = 4  # answers that the network may hide before nothing is sent any more
IN_HAND = timedelta(seconds=60)  # what was taken in time may arrive that much later
UNWRITTEN = 3.0  # seconds in which a killed process may have learned what it could not write down
STARTS_ANEW = 10.0  # seconds for which a new process cannot know what the one before it had sent
_WAITS = frozenset({OutboxState.WAITING, OutboxState.SENDING})
_WENT = frozenset({OutboxState.DELIVERED, OutboxState.UNCERTAIN})


def question_without_end(case: Case) -> Iterator[str]:
    """The question of every opened prompt was put down once; it waits while the prompt is open, and not after that."""
    asks = {row.key: row for row in case.memory.outbox if row.key}
    for prompt in case.memory.prompts:
        if prompt.opened_at is None or (prompt.closed_at is not None and prompt.closed_at < case.newest - KEPT_FOR):
            continue
        ask = asks.get(prompt_key(prompt.id, ASK))
        if ask is None:
            yield f"prompt {prompt.id} was opened, and its question was never put down"
        elif ask.state in _WAITS and not prompt.is_open:
            yield f"prompt {prompt.id} is {prompt.state}, and its question is still {ask.state}"
        elif prompt.state is PromptState.EXPIRED and ask.state not in _WENT and not _shown_below(case, prompt.id):
            yield f"prompt {prompt.id} counts as silence, and its question was {ask.state}"


def _shown_below(case: Case, prompt_id: int) -> bool:
    """Whether the question went as another message, because the person asked for it again."""
    screens = (one.id for one in case.memory.screens.values() if one.subject_id == prompt_id and one.name == "check_in")
    return any(row.state in _WENT for screen_id in screens for row in case.sends_of(screen_id))


def ending_without_reason(case: Case) -> Iterator[str]:
    """What was not delivered says why."""
    for row in case.memory.outbox:
        if row.state not in _WAITS | {OutboxState.DELIVERED} and not row.reason:
            yield f"outbox row {row.id} is {row.state} without a reason"


def hidden_too_often(case: Case) -> Iterator[str]:
    """No message is sent again after the network hid its answer too often, and each hidden answer was a try."""
    for row in case.memory.outbox:
        if row.ambiguous > min(MOST_HIDDEN, row.attempts):
            yield f"outbox row {row.id} counts {row.ambiguous} hidden answers of {row.attempts} tries"


def delivered_and_not_there(case: Case) -> Iterator[str]:
    """What counts as delivered is on the phone."""
    if case.log is None:
        return
    there = {(call.chat_id, call.message_id) for call in case.deliveries}
    for row in case.memory.outbox:
        shown = case.memory.screens.get(row.screen_id or 0)
        if row.verb != "send" or row.state is not OutboxState.DELIVERED or shown is None:
            continue
        under_way = any(other.state in _WAITS for other in case.sends_of(shown.id))
        if (_chat(case, row), shown.message_id) not in there and not under_way:
            yield f"outbox row {row.id} is delivered, and message {shown.message_id} is on nobody's phone"
    yield from _edits_not_there(case)


def _edits_not_there(case: Case) -> Iterator[str]:
    assert case.log is not None
    edits = [call for call in case.log.of(Call) if call.method.startswith("editMessage")]
    true = Counter(call.chat_id for call in edits if call.effect == "edited" or "not modified" in str(call.description))
    said = Counter(
        _chat(case, row)
        for row in case.memory.outbox
        if row.verb in ("edit", "strip") and row.state is OutboxState.DELIVERED
    )
    for chat, count in said.items():
        if count > true[chat]:
            yield f"{count} edits in chat {chat} count as delivered, and {true[chat]} were"


def delivered_too_often(case: Case) -> Iterator[str]:
    """Nothing arrives more often than once, and again for each answer that the network hid."""
    sends = [row for row in case.memory.outbox if row.verb == "send" and row.attempts]
    allowed = Counter[int | None]()
    for row in sends:
        allowed[_chat(case, row)] += 1 + row.ambiguous
    now_known = [call for call in case.deliveries if not case.is_of_before(call.chat_id, call.at)]
    for chat, count in Counter(call.chat_id for call in now_known).items():
        if count > allowed[chat]:
            yield f"{count} messages arrived in chat {chat}, and {allowed[chat]} could have"
    arrived = Counter(shown.id for call in case.deliveries if (shown := case.screen_of(call)))
    for screen_id, count in arrived.items():
        most = sum(1 + row.ambiguous for row in case.sends_of(screen_id) if row.attempts)
        if count > most:
            yield f"screen {screen_id} arrived {count} times, and could have {most} times"


def unasked_at_night(case: Case) -> Iterator[str]:
    """Between 22:00 and 7:00 where a person is nothing comes but answers."""
    for call, shown in case.unasked:
        if call.effect == "sent" and _is_night(case, call, shown):
            zone = case.zone_of(shown.person_id, call.at)
            yield f"screen {shown.id} came at {call.at:%Y-%m-%d %H:%M:%S} UTC, at night in {zone}"


def unasked_to_unreachable(case: Case) -> Iterator[str]:
    """Nothing unasked goes to somebody from when they blocked us until they are back."""
    for person_id, since, until in _away(case):
        for call, shown in case.unasked:
            if shown.person_id == person_id and since + IN_HAND < call.at and (until is None or call.at < until):
                yield f"screen {shown.id} went at {call.at} to person {person_id}, who was away since {since}"
    away = {one.id for one in case.memory.people.values() if one.cannot_reach_since}
    for row in case.memory.outbox:
        if row.person_id in away and row.state is OutboxState.WAITING and row.key and row.rank is Rank.PROMPT:
            yield f"outbox row {row.id} waits to go to person {row.person_id}, who cannot be reached"


def limit_broken(case: Case) -> Iterator[str]:
    """Telegram's limits are kept, and nothing goes to a chat before the time it was told to wait is over."""
    if case.log is None:
        return
    told = [call for call in case.log.of(Call) if call.status == 429]
    for early in case.log.violations():
        given = max((c.ticks for c in told if c.chat_id == early.chat_id and c.ticks < early.ticks), default=0.0)
        if not _died(case, given - 1, min(given + UNWRITTEN, early.ticks)):
            yield f"{early.method} to chat {early.chat_id} at {early.at}, before {early.retry_after} s were over"
    early_at = {one.ticks for one in case.log.violations()}
    for call in case.log.rate_limited():
        is_first = not any(abs(call.ticks - at) < 1 for at in early_at)
        if is_first and not _died(case, call.ticks - STARTS_ANEW, call.ticks):
            yield f"{call.method} to chat {call.chat_id} at {call.at} was more than Telegram allows"


def wrong_by_the_book(case: Case) -> Iterator[str]:
    """Every request is as Telegram's own description has it."""
    for wrong in case.log.strictness() if case.log else ():
        yield f"{wrong.method}: {wrong.complaint}"


def _is_night(case: Case, call: Call, shown: ShownScreen) -> bool:
    zone = case.zone_of(shown.person_id, call.at)
    hours = [moment.astimezone(zone).hour for moment in (call.at - IN_HAND, call.at)]
    return all(hour >= NIGHT_FROM or hour < NIGHT_TO for hour in hours)


def _away(case: Case) -> Iterator[tuple[int, datetime, datetime | None]]:
    """Since when and until when (None: still) people could not be reached, as the events tell."""
    since: dict[int, datetime] = {}
    for event in case.memory.events:
        if event.person_id is None:
            continue
        if event.kind == "CannotReach" and "since" in event.data:
            since[event.person_id] = event.at
        elif event.kind == "ReachableAgain" and event.person_id in since:
            yield event.person_id, since.pop(event.person_id), event.at
    yield from ((person_id, at, None) for person_id, at in since.items())


def _chat(case: Case, row: OutboxRow) -> int | None:
    return case.memory.people[row.person_id].telegram_id


def _died(case: Case, since: float, until: float) -> bool:
    return any(since <= death <= until for death in case.deaths)
