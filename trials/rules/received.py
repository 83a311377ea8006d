"""What people did: nothing lost, nothing counted twice; and what is remembered agrees with itself."""

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from db.delivery.outbox import Rank
from programme.check_in.answers import CheckIn, DayInOneTap, Question
from programme.event import AnyEvent
from programme.schedule.kinds import KINDS
from programme.schedule.prompt import Prompt, PromptState
from simulator.truth import UpdateMade
from trials.case import Case

SOON = timedelta(minutes=10)  # what closed so soon after a tap may have closed before the tap was handled
_TAPPED = {**{question.value: question.value for question in Question}, "one_tap": "day"}


@dataclass(frozen=True, slots=True)
class SaidByPerson:
    """An answer somebody gave on the phone. Words typed are for whatever was asked: `prompt` is None then."""

    update_id: int
    prompt: Prompt | None
    question: str
    value: str | None
    at: datetime

    def is_told_by(self, event: AnyEvent) -> bool:
        """Whether that event is this answer, as far as the event tells: a value may not be kept."""
        data = event.data
        if self.prompt is not None and data["prompt_id"] != self.prompt.id:
            return False
        return data["question"] == self.question and data.get("value") in (self.value, None)


def update_lost(case: Case) -> Iterator[str]:
    """Every update that will not come back from Telegram is in the inbox, but for those counted as having no room."""
    missing = sorted(case.log.confirmed() - case.memory.inbox.keys()) if case.log else []
    for update_id in missing[case.memory.dropped :]:
        yield f"update {update_id} was confirmed to Telegram, and is not in the inbox"


def words_unanswered(case: Case) -> Iterator[str]:
    """Whatever somebody writes is answered below: between two calm moments there are no fewer answers than messages."""
    if case.log is None:
        return
    written, answered = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
    for made in case.log.updates():
        person_id, heard = case.chats.get(made.user_id or 0), case.memory.inbox.get(made.update_id)
        if person_id is None or made.kind != "message" or case.is_of_before(made.user_id, made.at):
            continue
        if heard and heard.state == "done" and not heard.error:
            written[person_id, bisect(case.calms, made.at)] += 1
    for row in case.memory.outbox:
        if row.verb == "send" and row.rank is not Rank.PROMPT:
            answered[row.person_id, bisect(case.calms, row.made_at)] += 1
    for (person_id, time), count in written.items():
        if answered[person_id, time] < count:
            until = case.calms[time] if time < len(case.calms) else "the end"
            yield f"person {person_id} wrote {count} messages before {until}: {answered[person_id, time]} answers"


def tap_lost(case: Case) -> Iterator[str]:
    """Every answer tapped on a check-in that took answers is among what was answered."""
    for said, event, later in _matched(case):
        if event is None and said.prompt is not None and (later or _took_answers(said.prompt, said.at)):
            yield f"update {said.update_id}: {said.question} {said.value} of prompt {said.prompt.id} was not kept"


def answer_out_of_turn(case: Case) -> Iterator[str]:
    """What was answered is what people said, in the order in which they said it, each once."""
    if case.log is None:
        return
    matched = {event.id for _, event, _ in _matched(case) if event is not None}
    for event in (event for events in _told(case).values() for event in events if event.id not in matched):
        what = f"{event.data['question']} {event.data.get('value')} of prompt {event.data['prompt_id']}"
        yield f"event {event.id}: {what} was never said, or is told twice or out of turn"


def _matched(case: Case) -> Iterator[tuple[SaidByPerson, AnyEvent | None, bool]]:
    """Each answer with the event that tells of it, found in order, and whether a later one of its prompt has one."""
    if case.log is None:
        return
    told = _told(case)
    for person_id, answers in _said(case).items():
        kept_since: set[int] = set()
        for said, event in reversed(_pair(answers, told.get(person_id, ()))):
            prompt_id = said.prompt.id if said.prompt else 0
            yield said, event, prompt_id in kept_since
            if event is not None:
                kept_since.add(event.data["prompt_id"])


def _pair(answers: Sequence[SaidByPerson], events: Sequence[AnyEvent]) -> list[tuple[SaidByPerson, AnyEvent | None]]:
    """The events in order, each to the first answer after the one before it that it can tell of."""
    pairs: list[tuple[SaidByPerson, AnyEvent | None]] = []
    left = list(events)
    for said in answers:
        found = left.pop(0) if left and said.is_told_by(left[0]) else None
        pairs.append((said, found))
    return pairs


def _took_answers(prompt: Prompt, at: datetime) -> bool:
    return prompt.opened_at is not None and (prompt.closed_at is None or prompt.closed_at > at + SOON)


def _said(case: Case) -> Mapping[int, Sequence[SaidByPerson]]:
    assert case.log is not None
    prompts = {prompt.id: prompt for prompt in case.memory.prompts}
    found: dict[int, list[SaidByPerson]] = defaultdict(list)
    for made in sorted(case.log.updates(), key=lambda made: made.update_id):
        person_id = case.chats.get(made.user_id or 0)
        heard = case.memory.inbox.get(made.update_id)
        if person_id is None or heard is None or heard.state != "done" or heard.error:
            continue
        said = _read(case, made, person_id, prompts)
        if said is not None:
            found[person_id].append(said)
    return found


def _read(case: Case, made: UpdateMade, person_id: int, prompts: Mapping[int, Prompt]) -> SaidByPerson | None:
    if made.kind == "callback_query":
        return _tap(case, made, person_id, prompts)
    text = made.update.get("message", {}).get("text", "") if made.kind == "message" else ""
    if not text or text.startswith("/"):
        return None
    number = text.strip().isdecimal()
    question = Question.CIGARETTES if number else Question.WORDS
    return SaidByPerson(made.update_id, None, question.value, text.strip() if number else None, made.at)


def _tap(case: Case, made: UpdateMade, person_id: int, prompts: Mapping[int, Prompt]) -> SaidByPerson | None:
    parts = str(made.update["callback_query"].get("data", "")).split(":")
    if len(parts) != 4 or parts[0] != "t" or parts[2] not in {*_TAPPED, "skip"} or not parts[1].isdecimal():
        return None
    shown = case.memory.screens.get(int(parts[1]))
    prompt = prompts.get(shown.subject_id or 0) if shown else None
    if shown is None or prompt is None or shown.person_id != person_id or shown.name not in ("check_in", "reminder"):
        return None
    skipped = parts[2] == "skip"
    question, value = (parts[3], None) if skipped else (_TAPPED[parts[2]], parts[3])
    return SaidByPerson(made.update_id, prompt, question, value, made.at)


def _told(case: Case) -> Mapping[int, list[AnyEvent]]:
    found: dict[int, list[AnyEvent]] = defaultdict(list)
    for event in case.memory.events:
        if event.kind == "CheckInAnswered" and event.person_id is not None:
            found[event.person_id].append(event)
    return found


MISSED = ("MissedByUs", "CannotReach")


def two_open(case: Case) -> Iterator[str]:
    """Nobody has two open questions of one kind, nor a supporter two about one client."""
    for (person_id, kind, _), count in Counter(one.family for one in case.memory.prompts if one.is_open).items():
        if count > 1:
            yield f"person {person_id} has {count} open questions ({kind})"


def open_too_long(case: Case) -> Iterator[str]:
    """No prompt is open once its window is over: each has an outcome."""
    for prompt in case.memory.prompts:
        if prompt.is_open and (prompt.closes_at is None or prompt.closes_at < case.newest - SOON):
            yield f"prompt {prompt.id} ({prompt.kind}) is open, and its window ended at {prompt.closes_at}"


def prompt_unlike_its_events(case: Case) -> Iterator[str]:
    """That a prompt was opened is told once, and what became of it as it is."""
    for prompt in case.memory.prompts:
        name = KINDS[prompt.kind].event
        opened = len(case.data_of(prompt.id, f"{name}Opened"))
        if opened != (prompt.opened_at is not None):
            yield f"prompt {prompt.id} was opened, as the events tell, {opened} times, and it says {prompt.opened_at}"
        ends = case.data_of(prompt.id, f"{name}Opened", *MISSED, f"{name}Closed")
        told = [data["state"] for data in ends if "state" in data]
        going_on = prompt.late and prompt.state is PromptState.PART
        if not told or (told[-1] != prompt.state and not going_on):
            yield f"prompt {prompt.id} is {prompt.state}, and the events tell {' > '.join(told) or 'nothing'}"


def answers_unlike_their_events(case: Case) -> Iterator[str]:
    """What is kept of a check-in is what its events add up to."""
    for prompt in case.memory.prompts:
        told = case.data_of(prompt.id, "CheckInAnswered")
        kept = case.memory.check_ins.get(prompt.id)
        if not any("value" in data for data in told):
            continue  # nothing was answered, or it is not to be kept
        if kept is None:
            yield f"prompt {prompt.id} was answered, and nothing of it is there"
        elif kept.codes() != _added_up(kept, told).codes():
            yield f"prompt {prompt.id} holds {kept.codes()}, and the events tell {_added_up(kept, told).codes()}"


def _added_up(kept: CheckIn, told: Sequence[Mapping[str, Any]]) -> CheckIn:
    said = CheckIn(kept.prompt_id, kept.person_id, since=kept.since)
    for data in told:
        value = data.get("value")
        if data["question"] == "day" and value is not None:
            said = replace(said, day=DayInOneTap(value))
        elif data["question"] == Question.WORDS and not data.get("skipped"):
            said = said.with_words()
        elif value is not None:
            said = said.answer(Question(data["question"]), value) or said
    return said
