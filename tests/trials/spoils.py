"""What must never be: a memory or a log that was lived, spoiled in one way, and the rule that is there for that."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from db.delivery.outbox import OutboxState
from db.event_replay import Memory
from programme.schedule.plan import NEVER
from programme.schedule.prompt import PromptState
from simulator import Call, TruthLog
from simulator.truth import Strictness, UpdateConfirmed
from simulator.truth import Violation as Early
from tests.trials.lived import Lived

Spoil = Callable[[Lived], Lived]
SPOILS: dict[str, tuple[Spoil, str]] = {}


def spoils(rule: str) -> Callable[[Spoil], Spoil]:
    """Marks what breaks that rule."""

    def mark(spoil: Spoil) -> Spoil:
        SPOILS[spoil.__name__.strip("_")] = spoil, rule
        return spoil

    return mark


def _prompt(lived: Lived, state: PromptState) -> Any:
    return next(one for one in lived.memory.prompts if one.state is state and one.plan_id)


def with_(lived: Lived, **tables: Any) -> Lived:
    """With these tables in the place of what was remembered."""
    return replace(lived, memory=replace(lived.memory, **tables))


def changed(memory: Memory, table: str, row_id: int, **values: Any) -> dict[str, Any]:
    """That table, in which one row is another one."""
    rows = getattr(memory, table)
    if isinstance(rows, dict):
        return {table: {**rows, row_id: replace(rows[row_id], **values)}}
    return {table: tuple(replace(row, **values) if row.id == row_id else row for row in rows)}


def logged(lived: Lived, **facts: Any) -> Lived:
    """With the first delivery of the log in it once more, somehow changed."""
    log = TruthLog()
    entries = lived.log.entries
    first = next(entry for entry in entries if isinstance(entry, Call) and entry.effect == "sent")
    log.entries = [*entries, replace(first, number=len(entries), **facts)]
    return replace(lived, log=log)


def _added(lived: Lived, *new: Any) -> Lived:
    log = TruthLog()
    log.entries = [*lived.log.entries, *new]
    return replace(lived, log=log)


@spoils("slot_missing")
def _a_record_is_gone(lived: Lived) -> Lived:
    gone = _prompt(lived, PromptState.CANNOT_REACH)
    return with_(lived, prompts=tuple(one for one in lived.memory.prompts if one.id != gone.id))


@spoils("slot_missing")
def _a_plan_moved_on_too_far(lived: Lived) -> Lived:
    plan = next(iter(lived.memory.plans.values()))
    return with_(lived, **changed(lived.memory, "plans", plan.id, next_due_at=plan.next_due_at + timedelta(days=1)))


@spoils("slot_double")
def _a_slot_has_two_records(lived: Lived) -> Lived:
    twice = replace(_prompt(lived, PromptState.EXPIRED), id=999)
    return with_(lived, prompts=(*lived.memory.prompts, twice))


@spoils("slot_outside")
def _a_record_stands_before_the_plan(lived: Lived) -> Lived:
    one = _prompt(lived, PromptState.EXPIRED)
    early = replace(one, id=999, local_date=one.local_date - timedelta(days=20))
    return with_(lived, prompts=(*lived.memory.prompts, early))


@spoils("slot_outside")
def _a_record_has_the_hour_of_before_the_change(lived: Lived) -> Lived:
    one = _prompt(lived, PromptState.EXPIRED)
    return with_(lived, **changed(lived.memory, "prompts", one.id, due_at=one.due_at + timedelta(hours=1)))


@spoils("plan_unlike_its_events")
def _a_plan_is_due_at_no_slot(lived: Lived) -> Lived:
    plan = next(iter(lived.memory.plans.values()))
    return with_(lived, **changed(lived.memory, "plans", plan.id, next_due_at=plan.next_due_at + timedelta(minutes=1)))


@spoils("plan_unlike_its_events")
def _a_plan_is_due_never_with_days_to_come(lived: Lived) -> Lived:
    plan = next(one for one in lived.memory.plans.values() if one.next_due_at != NEVER)
    return with_(lived, **changed(lived.memory, "plans", plan.id, next_due_at=NEVER))


@spoils("plan_unlike_its_events")
def _a_plan_changed_and_nobody_told(lived: Lived) -> Lived:
    plan = next(iter(lived.memory.plans.values()))
    return with_(lived, **changed(lived.memory, "plans", plan.id, zone="Asia/Tokyo"))


@spoils("question_without_end")
def _a_question_was_never_put_down(lived: Lived) -> Lived:
    key = f"p{_prompt(lived, PromptState.DONE).id}:ask"
    return with_(lived, outbox=tuple(row for row in lived.memory.outbox if row.key != key))


@spoils("question_without_end")
def _a_question_we_did_not_send_counts_as_silence(lived: Lived) -> Lived:
    key = f"p{_prompt(lived, PromptState.EXPIRED).id}:ask"
    row = next(row for row in lived.memory.outbox if row.key == key)
    return with_(lived, **changed(lived.memory, "outbox", row.id, state=OutboxState.REFUSED, reason="x"))


@spoils("ending_without_reason")
def _something_was_cancelled_for_no_reason(lived: Lived) -> Lived:
    row = lived.memory.outbox[0]
    return with_(lived, **changed(lived.memory, "outbox", row.id, state=OutboxState.CANCELLED, reason=None))


@spoils("hidden_too_often")
def _something_was_sent_for_ever(lived: Lived) -> Lived:
    row = lived.memory.outbox[0]
    return with_(lived, **changed(lived.memory, "outbox", row.id, attempts=6, ambiguous=5))


@spoils("delivered_and_not_there")
def _a_message_was_marked_before_it_went(lived: Lived) -> Lived:
    log = TruthLog()
    last = [entry for entry in lived.log.entries if isinstance(entry, Call) and entry.effect == "sent"][-1]
    log.entries = [entry for entry in lived.log.entries if entry is not last]
    return replace(lived, log=log)


@spoils("delivered_and_not_there")
def _an_edit_was_marked_before_it_went(lived: Lived) -> Lived:
    log = TruthLog()
    last = [entry for entry in lived.log.entries if isinstance(entry, Call) and entry.effect == "edited"][-1]
    log.entries = [entry for entry in lived.log.entries if entry is not last]
    return replace(lived, log=log)


@spoils("delivered_too_often")
def _a_message_came_twice(lived: Lived) -> Lived:
    return logged(lived, message_id=99999)


@spoils("unasked_at_night")
def _a_question_came_at_night(lived: Lived) -> Lived:
    log = TruthLog()
    log.entries = [_at_night(entry) for entry in lived.log.entries]
    return replace(lived, log=log)


def _at_night(entry: Any) -> Any:
    if isinstance(entry, Call) and entry.effect == "sent" and "How is your mood" in entry.params["text"]:
        return replace(entry, at=entry.at.replace(hour=2))
    return entry


@spoils("unasked_to_unreachable")
def _somebody_who_blocked_us_was_written_to(lived: Lived) -> Lived:
    away = next(event for event in lived.memory.events if event.kind == "CannotReach" and "since" in event.data)
    log = TruthLog()
    log.entries = [_moved_to(entry, away.at + timedelta(hours=3)) for entry in lived.log.entries]
    return replace(lived, log=log)


def _moved_to(entry: Any, at: Any) -> Any:
    unasked = isinstance(entry, Call) and entry.effect == "sent" and "How is your mood" in entry.params["text"]
    return replace(entry, at=at) if unasked else entry


@spoils("limit_broken")
def _a_chat_was_not_left_alone(lived: Lived) -> Lived:
    last = lived.log.entries[-1]
    early = Early(number=last.number + 1, at=last.at, ticks=last.ticks, method="sendMessage", chat_id=1, retry_after=3)
    return _added(lived, early)


@spoils("limit_broken")
def _more_was_sent_than_is_allowed(lived: Lived) -> Lived:
    return logged(lived, status=429, effect="none")


@spoils("wrong_by_the_book")
def _a_request_was_not_by_the_book(lived: Lived) -> Lived:
    last = lived.log.entries[-1]
    wrong = Strictness(number=last.number + 1, at=last.at, ticks=last.ticks, method="sendMessage", complaint="x")
    return _added(lived, wrong)


@spoils("update_lost")
def _an_update_was_confirmed_and_not_kept(lived: Lived) -> Lived:
    last = lived.log.entries[-1]
    gone = UpdateConfirmed(number=last.number + 1, at=last.at, ticks=last.ticks, update_id=5, how="offset")
    return _added(lived, gone)


@spoils("words_unanswered")
def _somebody_wrote_and_nothing_came(lived: Lived) -> Lived:
    sends = [row for row in lived.memory.outbox if row.verb == "send" and row.rank == 0 and row.person_id == 2]
    gone = {row.id for row in sends[1:]}
    return with_(lived, outbox=tuple(row for row in lived.memory.outbox if row.id not in gone))


def _answered(lived: Lived) -> list[Any]:
    return [event for event in lived.memory.events if event.kind == "CheckInAnswered"]


@spoils("tap_lost")
def _a_tap_was_not_kept(lived: Lived) -> Lived:
    second = _answered(lived)[1]
    return with_(lived, events=tuple(event for event in lived.memory.events if event.id != second.id))


@spoils("answer_out_of_turn")
def _a_tap_counted_twice(lived: Lived) -> Lived:
    first = _answered(lived)[0]
    return with_(lived, events=(*lived.memory.events, replace(first, id=99999)))


@spoils("answer_out_of_turn")
def _two_taps_changed_places(lived: Lived) -> Lived:
    first, second = _answered(lived)[:2]
    places = {first.id: replace(first, data=second.data), second.id: replace(second, data=first.data)}
    return with_(lived, events=tuple(places.get(event.id, event) for event in lived.memory.events))


@spoils("two_open")
def _somebody_has_two_open_questions(lived: Lived) -> Lived:
    sams = [one for one in lived.memory.prompts if one.person_id == _prompt(lived, PromptState.DONE).person_id]
    opened = {one.id: replace(one, state=PromptState.OPEN) for one in sams[:2]}
    return with_(lived, prompts=tuple(opened.get(one.id, one) for one in lived.memory.prompts))


@spoils("prompt_unlike_its_events")
def _a_prompt_ended_and_nobody_told(lived: Lived) -> Lived:
    one = _prompt(lived, PromptState.DONE)
    return with_(lived, **changed(lived.memory, "prompts", one.id, state=PromptState.SKIPPED))


@spoils("prompt_unlike_its_events")
def _a_prompt_was_opened_twice(lived: Lived) -> Lived:
    opened = next(event for event in lived.memory.events if event.kind == "CheckInOpened")
    return with_(lived, events=(replace(opened, id=0), *lived.memory.events))


@spoils("answers_unlike_their_events")
def _an_answer_is_not_what_was_tapped(lived: Lived) -> Lived:
    done = _prompt(lived, PromptState.DONE).id
    changed = replace(lived.memory.check_ins[done], urge=0)
    return with_(lived, check_ins={**lived.memory.check_ins, done: changed})


@spoils("answers_unlike_their_events")
def _all_answers_of_a_check_in_are_gone(lived: Lived) -> Lived:
    done = _prompt(lived, PromptState.DONE).id
    return with_(lived, check_ins={key: one for key, one in lived.memory.check_ins.items() if key != done})


@spoils("open_too_long")
def _a_question_was_never_closed(lived: Lived) -> Lived:
    one = _prompt(lived, PromptState.EXPIRED)
    return with_(lived, **changed(lived.memory, "prompts", one.id, state=PromptState.OPEN))
