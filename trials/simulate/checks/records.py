"""S1, S2, S12, S13, S14: every due slot has its whole record, history stays, and nothing changes by itself."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from programme.schedule.kinds import KINDS
from programme.schedule.plan import QUIT_DAY
from programme.schedule.prompt import Prompt, PromptState
from trials.simulate.life import A_MOMENT, TownLife, about_prompt, ends_attempt
from trials.simulate.residents import EDITS, Happening
from trials.simulate.town import Did, Edited

NOT_SAID = frozenset(
    {
        PromptState.MISSED_BY_US, PromptState.CANNOT_REACH, PromptState.CANCELLED, PromptState.PAUSED,
        PromptState.REPLACED,
    }
)  # fmt: skip
EXCUSED = frozenset(
    {PromptState.MISSED_BY_US, PromptState.CANNOT_REACH, PromptState.PAUSED, PromptState.SKIPPED, PromptState.CANCELLED}
)
YES = "yes"
STEPS = ("quiet", "last", "soft")  # forms that take the place of what was due
OF_A_COURSE = {"morning": "morning", "risk": "risk"}  # forms that come once a day; all else is the evening's
CHANGE = EDITS | {
    Happening.JOIN, Happening.LEAVE, Happening.SMOKED, Happening.WRITE_DOWN, Happening.PAUSE, Happening.BACK,
    Happening.SET_SESSION, Happening.ANSWER_INVITE,
    Happening.OUTCOME, Happening.TIMING, Happening.TONIGHT,
}  # fmt: skip
DECIDED = ("rule", "zone", "window", "chosen", "held_back", "told")


def s1(life: TownLife) -> Iterator[str | None]:
    """Every prompt is a row with kind, anchor, window, seed, and all that became of it."""
    for one in life.memory.prompts:
        wrong = _incomplete(life, one)
        yield f"prompt {one.id} of {life.who(one.person_id)} ({one.kind}, {one.state}) {wrong}" if wrong else None


def _incomplete(life: TownLife, one: Prompt) -> str | None:
    ask = life.rows.get(f"p{one.id}:ask")
    wants = {
        "has no kind that we know": one.kind in KINDS,
        "does not say how it was decided": all(name in one.decision for name in DECIDED),
        "has no window of two moments": len(one.decision.get("window", ())) == 2,
        "does not say how wide the window of its chance was": one.decision.get("chosen") != "by chance"
        or {"drawn", "span"} <= one.decision.keys(),
        "does not say which version of its plan": one.plan_id is None or one.plan_version is not None,
        "does not say why": one.state not in NOT_SAID or bool(one.reason),
        "does not say when it ended": (one.state is PromptState.OPEN) == (one.closed_at is None),
        "was opened without a question": one.opened_at is None or ask is not None,
        "arrived, and its row does not say so": one.id not in life.asks
        or (ask is not None and ask.ended_at is not None),
    }
    return next((wrong for wrong, holds in wants.items() if not holds), None)


def s2(life: TownLife) -> Iterator[str | None]:
    """Editing content or schedule never sends history again, nor changes it."""
    for edit in life.truth.edited:
        yield _rewritten(life, edit)
    most = Counter[int]()
    for event in life.events("PlanSet"):
        plan_id, rule = event.data["plan_id"], event.data["rule"]
        most[plan_id] = max(most[plan_id], len(rule["times"]))
    plainly = [one for one in life.planned if one.form not in STEPS]
    asked = Counter((one.plan_id or 0, one.local_date, OF_A_COURSE.get(one.form or "")) for one in plainly)
    for (plan_id, day, form), count in asked.items():
        times = most[plan_id] if form is None else 1  # what a course asks besides the evening's, once
        wrong = most[plan_id] and count > times
        yield f"plan {plan_id} was due {count} times on {day}, and has {times} times a day" if wrong else None


def _rewritten(life: TownLife, edit: Edited) -> str | None:
    after = {one.id: one for one in edit.after}
    for one in edit.before:
        if one.state is not PromptState.OPEN and after.get(one.id) != one:
            return f"prompt {one.id} of {edit.who} was over, and changed at {edit.at} ({edit.what})"
    known = {one.id for one in edit.before}
    for new in edit.after:
        if new.id not in known and new.due_at < edit.at:
            return f"prompt {new.id} of {edit.who} was made for a time before {edit.at} ({edit.what})"
    for row in life.rows_made(edit.person_id, edit.at):
        about = about_prompt(row.key)
        before = next((one for one in edit.before if about and one.id == about[0]), None)
        if before is not None and before.opened_at != edit.at and not (before.next_at and before.next_at <= edit.at):
            return f"{row.key} was put down to be sent to {edit.who} at {edit.at} ({edit.what})"
    return None


def s12(life: TownLife) -> Iterator[str | None]:
    """Moving the quit date changes the future alone, says what changed, and keeps the old attempt."""
    told: dict[tuple[int | None, datetime], list[str]] = {}  # in order: two are chosen at once after a standstill
    for event in life.events("QuitDateSet", "QuitDateMoved"):
        told.setdefault((event.person_id, event.at), []).append(event.data["to"])
    before: dict[int, str] = {}
    for did in life.doings(Happening.NAME_QUIT_DATE, Happening.NO_QUIT_DATE, Happening.RELAPSE):
        if ends_attempt(did):
            before.pop(did.person_id, None)
        if did.what is not Happening.NAME_QUIT_DATE:
            continue
        same, day = before.get(did.person_id) == did.said["day"], did.said["day"]
        before[did.person_id] = day
        days = told.get((did.person_id, did.at), [])
        said = days.pop(0) if days and not same else None
        yield None if same or said == day else f"{did.who} chose {day} at {did.at}, and the events tell of {said}"
    yield from (_rewritten(life, edit) for edit in life.truth.edited if edit.what is Happening.NAME_QUIT_DATE)
    yield from (_wrong_morning(life, one) for one in life.planned if one.kind == QUIT_DAY and one.opened_at)
    yield from _attempts_gone(life)


def _wrong_morning(life: TownLife, one: Prompt) -> str | None:
    """What they changed at that very instant came before it, or after."""
    assert one.opened_at is not None
    days = [life.quit_date(one.person_id, at) for at in (one.opened_at, one.opened_at - A_MOMENT)]
    who = life.who(one.person_id)
    return None if one.local_date in days else f"{who} stops on {days[0]}: a morning on {one.local_date}"


def _attempts_gone(life: TownLife) -> Iterator[str | None]:
    made = {(event.person_id, event.data["attempt"]) for event in life.events("QuitDateSet")}
    there = {(person_id, one.id) for person_id, found in life.attempts.items() for one in found}
    for person_id, attempt in sorted(made, key=str):
        yield (
            None
            if (person_id, attempt) in there
            else f"attempt {attempt} of {life.who(person_id)} is not there any more"
        )


def s13(life: TownLife) -> Iterator[str | None]:
    """After a standstill it is sent within its window, or was missed by us, which is never the client's silence."""
    for prompt_id, ask in life.asks.items():
        one = life.prompts.get(prompt_id)
        if one is None:
            yield f"the question of prompt {prompt_id} came to {ask.who}, and there is no record of it"
            continue
        closes = one.closes_at
        late = closes is not None and not one.due_at <= ask.at < closes
        yield f"the question of prompt {prompt_id} came at {ask.at}, outside {one.due_at} to {closes}" if late else None
    for one in life.planned:
        still = life.standstill(one.due_at)
        if still is None or one.closes_at is None or one.closes_at > still[1]:
            continue
        wrong = one.state not in EXCUSED
        yield f"prompt {one.id} came due while we stood still, and is {one.state}" if wrong else None
    for one in life.planned:
        if one.state is PromptState.MISSED_BY_US:
            arrived = one.id in life.asks and not _never_came_back(life, one)
            yield f"prompt {one.id} was missed by us, and its question arrived" if arrived else None
        elif one.state is PromptState.EXPIRED and one.decision.get("returns"):
            wrong = _never_came_back(life, one)
            yield f"prompt {one.id} was put off, did not come back, and counts as silence" if wrong else None


def _never_came_back(life: TownLife, one: Prompt) -> bool:
    """It was put off, and what was to come again did not."""
    returns = one.decision.get("returns", 0)
    return returns > 0 and f"p{one.id}:return{returns}" not in life.arrived_keys


def s14(life: TownLife) -> Iterator[str | None]:
    """No plan changes by itself: who it is for, or who may, asked for that at that moment; a proposal, with yes."""
    acted = {(did.person_id, did.at) for did in life.truth.did if _asks_for_change(did)}
    for event in life.events("PlanSet"):
        by_them = (event.actor_id, event.at) in acted or (event.person_id, event.at) in acted
        yield (
            None
            if by_them
            else f"plan {event.data['plan_id']} of {life.who(event.person_id)} changed by itself: {event.at}"
        )


def _asks_for_change(did: Did) -> bool:
    return did.what in CHANGE and (did.what is not Happening.PROPOSAL or did.said["reply"] == YES)
