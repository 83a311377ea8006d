"""The same for what clients and supporters live between check-ins: see tests.trials.spoils."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from db.delivery.outbox import OutboxState
from programme.event import AnyEvent
from programme.schedule.prompt import PromptState
from simulator import Call, TruthLog
from tests.trials.lived import Lived
from tests.trials.spoils import SPOILS, changed, spoils, with_

__all__ = ["SPOILS"]
HOUR = timedelta(hours=1)


def _event(lived: Lived, kind: str) -> AnyEvent:
    return next(event for event in lived.memory.events if event.kind == kind)


def _without_event(lived: Lived, kind: str) -> Lived:
    gone = _event(lived, kind)
    return with_(lived, events=tuple(event for event in lived.memory.events if event.id != gone.id))


def _call(lived: Lived, words: str) -> Call:
    """The first message that says so."""
    calls = (one for one in lived.log.entries if isinstance(one, Call) and one.effect in ("sent", "edited"))
    return next(call for call in calls if words in str(call.params.get("text")))


def _logged(lived: Lived, call: Call, **facts: Any) -> Lived:
    """That request is somehow another one."""
    log = TruthLog()
    log.entries = [replace(one, **facts) if one is call else one for one in lived.log.entries]
    return replace(lived, log=log)


def _said(lived: Lived, call: Call, words: str) -> Lived:
    return _logged(lived, call, params={**call.params, "text": words})


@spoils("nudged_after_the_end")
def _an_idea_came_after_the_end(lived: Lived) -> Lived:
    nudge, end = _call(lived, "One small idea"), _event(lived, "SupporterRemoved")
    return _logged(lived, nudge, at=end.at + HOUR)


@spoils("nudged_after_the_end")
def _an_idea_came_before_the_yes(lived: Lived) -> Lived:
    return _without_event(lived, "SupporterAccepted")


@spoils("waits_after_the_end")
def _an_idea_still_waits(lived: Lived) -> Lived:
    nudge = next(one for one in lived.memory.prompts if one.kind == "nudge")
    row = next(row for row in lived.memory.outbox if row.key == f"p{nudge.id}:ask")
    return with_(lived, **changed(lived.memory, "outbox", row.id, state=OutboxState.WAITING))


@spoils("waits_after_the_end")
def _an_idea_is_still_open(lived: Lived) -> Lived:
    nudge = next(one for one in lived.memory.prompts if one.kind == "nudge")
    return with_(lived, **changed(lived.memory, "prompts", nudge.id, state=PromptState.OPEN))


@spoils("named_after_the_end")
def _sam_is_named_after_the_end(lived: Lived) -> Lived:
    last = _last_to_jo(lived)
    at = _event(lived, "SupporterRemoved").at + HOUR
    return _logged(lived, last, at=at, params={**last.params, "text": "Sam would like a walk."})


@spoils("told_too_much")
def _jo_is_told_of_smoking(lived: Lived) -> Lived:
    return _said(lived, _call(lived, "One small idea"), "One small idea: Sam is stopping smoking.")


@spoils("told_too_much")
def _a_button_tells_of_sessions(lived: Lived) -> Lived:
    last = _last_to_jo(lived)
    keyboard = {"inline_keyboard": [[{"text": "Your sessions", "callback_data": "x"}]]}
    return _logged(lived, last, params={**last.params, "reply_markup": keyboard})


def _last_to_jo(lived: Lived) -> Call:
    jo = next(one.person_id for one in lived.memory.supporters.values())
    chat = lived.memory.people[jo or 0].telegram_id
    return [one for one in lived.log.entries if isinstance(one, Call) and one.chat_id == chat and one.effect == "sent"][
        -1
    ]


@spoils("words_not_put_down")
def _a_line_was_sent_and_never_put_down(lived: Lived) -> Lived:
    return with_(lived, outbox=tuple(row for row in lived.memory.outbox if not (row.key or "").endswith(":pass")))


def _card(lived: Lived) -> Any:
    return next(row for row in lived.memory.outbox if (row.key or "").endswith(":crisis"))


@spoils("card_missing")
def _words_of_danger_brought_no_card(lived: Lived) -> Lived:
    card = _card(lived)
    return with_(lived, outbox=tuple(row for row in lived.memory.outbox if row.id != card.id))


@spoils("card_missing")
def _a_card_came_twice(lived: Lived) -> Lived:
    twice = replace(_card(lived), id=9999, key="u9999:crisis")
    return with_(lived, outbox=(*lived.memory.outbox, twice))


@spoils("card_missing")
def _a_card_was_not_wanted_any_more(lived: Lived) -> Lived:
    gone = {"state": OutboxState.CANCELLED, "reason": "newer"}
    return with_(lived, **changed(lived.memory, "outbox", _card(lived).id, **gone))


@spoils("card_missing")
def _a_card_still_waits(lived: Lived) -> Lived:
    waits = {"state": OutboxState.WAITING, "made_at": _card(lived).made_at - HOUR}
    return with_(lived, **changed(lived.memory, "outbox", _card(lived).id, **waits))


@spoils("card_behind")
def _an_answer_went_before_the_card(lived: Lived) -> Lived:
    card = _card(lived)
    earlier = [row for row in lived.memory.outbox if row.person_id == card.person_id and row.verb == "send"]
    return with_(lived, **changed(lived.memory, "outbox", earlier[0].id, id=card.id + 10_000))


@spoils("asked_in_a_break")
def _somebody_was_asked_in_a_break(lived: Lived) -> Lived:
    return _logged(lived, _to(lived, "Pat", "How is your mood"), at=_event(lived, "PauseBegan").at + 9 * HOUR)


@spoils("break_counted")
def _a_break_counts_as_silence(lived: Lived) -> Lived:
    paused = next(one for one in lived.memory.prompts if one.state is PromptState.PAUSED)
    return with_(lived, **changed(lived.memory, "prompts", paused.id, state=PromptState.EXPIRED))


@spoils("asked_after_a_lapse")
def _somebody_was_asked_after_a_lapse(lived: Lived) -> Lived:
    return _logged(lived, _to(lived, "Pat", "How is your mood"), at=_event(lived, "SmokedTold").at + HOUR)


def _to(lived: Lived, name: str, words: str) -> Call:
    """The first such message to somebody of that name."""
    made = next(one for one in lived.log.updates() if name in str(one.update.get("message", {}).get("from", {})))
    calls = (one for one in lived.log.entries if isinstance(one, Call) and one.chat_id == made.user_id)
    return next(one for one in calls if one.effect == "sent" and words in str(one.params.get("text")))


@spoils("no_word_after_a_lapse")
def _no_hello_was_due(lived: Lived) -> Lived:
    return with_(_unpaused(lived), prompts=tuple(one for one in lived.memory.prompts if one.kind != "hello"))


def _unpaused(lived: Lived) -> Lived:
    return _without_event(lived, "PauseBegan")


@spoils("attempt_unlike_its_events")
def _a_lapse_ended_the_try(lived: Lived) -> Lived:
    pats = lived.memory.attempts[-1]
    ended = replace(pats, ended_on=_event(lived, "SmokedTold").at.date())
    return with_(lived, attempts=(*lived.memory.attempts[:-1], ended))


@spoils("attempt_unlike_its_events")
def _a_try_is_gone(lived: Lived) -> Lived:
    return with_(lived, attempts=lived.memory.attempts[:-1])


@spoils("days_taken_away")
def _a_lapse_began_the_days_anew(lived: Lived) -> Lived:
    call = _call(lived, "Your 2 smoke-free days still count")
    return _said(lived, call, "Your 0 smoke-free days still count")


@spoils("rating_lost")
def _the_first_rating_is_gone(lived: Lived) -> Lived:
    craving = next(iter(lived.memory.cravings.values()))
    return with_(lived, **changed(lived.memory, "cravings", craving.id, before=0))


@spoils("rating_lost")
def _the_second_rating_is_gone(lived: Lived) -> Lived:
    craving = next(iter(lived.memory.cravings.values()))
    return with_(lived, **changed(lived.memory, "cravings", craving.id, after=None))


@spoils("rating_unlike_its_event")
def _a_rating_is_not_what_was_told(lived: Lived) -> Lived:
    craving = next(iter(lived.memory.cravings.values()))
    return with_(lived, **changed(lived.memory, "cravings", craving.id, before=5))


@spoils("quit_morning_missing")
def _a_quit_morning_is_not_due(lived: Lived) -> Lived:
    plans = {one.id: one for one in lived.memory.plans.values() if one.kind != "quit_day"}
    return with_(lived, plans=plans)
