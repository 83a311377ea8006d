"""What people see, one file a screen: `facts` reads what is remembered, `screen` turns it into words and buttons."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.screen import Screen
from bot.screens import (
    aids,
    ask_code,
    ask_heard,
    ask_label,
    ask_name,
    ask_place,
    ask_reading,
    ask_session,
    ask_summary_time,
    ask_time,
    at_hand,
    belief,
    beliefs,
    body,
    browse,
    caffeine,
    calming,
    check_in,
    choices,
    client_list,
    closer,
    cover,
    coverage,
    craving,
    craving_after,
    crisis,
    cycle,
    diary,
    done_today,
    easier,
    erratum,
    follow_up,
    goal,
    hand_over,
    handed_over,
    hello,
    help_,
    how_often,
    hsi,
    hsi_entry,
    invite_link,
    kind_stopped,
    language,
    leave,
    links,
    look_back,
    medicine,
    medicines,
    more,
    mpss,
    next_,
    note,
    notes,
    nudge,
    numbers,
    occasion,
    occasions,
    outcome,
    outcomes,
    own_note,
    passed_on,
    passing_on,
    patterns,
    pause,
    phrases,
    picture,
    picture_of,
    plan,
    practitioner_ready,
    prepare,
    privacy,
    problem,
    progress,
    quiet_line,
    quit_date,
    quit_morning,
    rating,
    ready,
    reasons,
    relapse,
    reminder,
    request,
    request_late,
    request_opened,
    rough,
    route,
    safety_plan,
    safety_shown,
    scores,
    session_asked,
    session_note,
    settings,
    shelf,
    shelf_link,
    smoked,
    stage,
    stop_what,
    summary,
    support_asked,
    support_days,
    support_home,
    support_line,
    support_link,
    support_who,
    supporter,
    supporters,
    take_link,
    tell,
    telling,
    timing,
    tips,
    toolkit,
    travel,
    tries,
    usual,
    weekend,
    weekly,
    welcome,
    who_sees_what,
    why_moved,
    withdrawal,
    withheld,
    worked_with,
)
from bot.screens.stopping import ALWAYS, without_gaps
from bot.texts import Texts, listening, texts_for
from bot.texts.heard import Heard
from db import invites
from db.screens import ScreenRow
from db.text_stops import NONE, Stops
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Subject:
    """One screen. `facts`: what is true now, or None where there is nothing to say any more; `screen`: words and
    buttons, from the facts alone.
    """

    facts: Callable[[Tx, Person, ScreenRow], Awaitable[Any]]
    screen: Callable[[Any, Texts], Screen]


SCREENS: dict[str, Subject] = {
    "aids": Subject(aids.facts, aids.screen),
    "ask_code": Subject(ask_code.facts, ask_code.screen),
    "ask_label": Subject(ask_label.facts, ask_label.screen),
    "ask_name": Subject(ask_name.facts, ask_name.screen),
    "ask_place": Subject(ask_place.facts, ask_place.screen),
    "ask_heard": Subject(ask_heard.facts, ask_heard.screen),
    "ask_reading": Subject(ask_reading.facts, ask_reading.screen),
    "ask_session": Subject(ask_session.facts, ask_session.screen),
    "ask_summary_time": Subject(ask_summary_time.facts, ask_summary_time.screen),
    "ask_time": Subject(ask_time.facts, ask_time.screen),
    "at_hand": Subject(at_hand.facts, at_hand.screen),
    "browse": Subject(browse.facts, browse.screen),
    "body": Subject(body.facts, body.screen),
    "caffeine": Subject(caffeine.facts, caffeine.screen),
    "belief": Subject(belief.facts, belief.screen),
    "beliefs": Subject(beliefs.facts, beliefs.screen),
    "calming": Subject(calming.facts, calming.screen),
    "check_in": Subject(check_in.facts, check_in.screen),
    "choices": Subject(choices.facts, choices.screen),
    "client_list": Subject(client_list.facts, client_list.screen),
    "closer": Subject(closer.facts, closer.screen),
    "cover": Subject(cover.facts, cover.screen),
    "cover_ended": Subject(cover.facts, cover.screen),
    "coverage": Subject(coverage.facts, coverage.screen),
    "craving": Subject(craving.facts, craving.screen),
    "craving_after": Subject(craving_after.facts, craving_after.screen),
    "crisis": Subject(crisis.facts, crisis.screen),
    "cycle": Subject(cycle.facts, cycle.screen),
    "diary": Subject(diary.facts, diary.screen),
    "done_today": Subject(done_today.facts, done_today.screen),
    "easier": Subject(easier.facts, easier.screen),
    "erratum": Subject(erratum.facts, erratum.screen),
    "goal": Subject(goal.facts, goal.screen),
    "follow_up": Subject(follow_up.facts, follow_up.screen),
    "handed_on": Subject(hand_over.facts, hand_over.screen),
    "handed_over": Subject(handed_over.facts, handed_over.screen),
    "hello": Subject(hello.facts, hello.screen),
    "help": Subject(help_.facts, help_.screen),
    "how_often": Subject(how_often.facts, how_often.screen),
    "hsi": Subject(hsi.facts, hsi.screen),
    "hsi_entry": Subject(hsi_entry.facts, hsi_entry.screen),
    "invite_link": Subject(invite_link.facts, invite_link.screen),
    "kind_stopped": Subject(kind_stopped.facts, kind_stopped.screen),
    "language": Subject(language.facts, language.screen),
    "leave": Subject(leave.facts, leave.screen),
    "medicine": Subject(medicine.facts, medicine.screen),
    "medicines": Subject(medicines.facts, medicines.screen),
    "links": Subject(links.facts, links.screen),
    "look_back": Subject(look_back.facts, look_back.screen),
    "more": Subject(more.facts, more.screen),
    "mpss": Subject(mpss.facts, mpss.screen),
    "next": Subject(next_.facts, next_.screen),
    "note": Subject(note.facts, note.screen),
    "notes": Subject(notes.facts, notes.screen),
    "nudge": Subject(nudge.facts, nudge.screen),
    "numbers": Subject(numbers.facts, numbers.screen),
    "occasion": Subject(occasion.facts, occasion.screen),
    "occasions": Subject(occasions.facts, occasions.screen),
    "outcome": Subject(outcome.facts, outcome.screen),
    "outcomes": Subject(outcomes.facts, outcomes.screen),
    "own_note": Subject(own_note.facts, own_note.screen),
    "passed_on": Subject(passed_on.facts, passed_on.screen),
    "passing_on": Subject(passing_on.facts, passing_on.screen),
    "patterns": Subject(patterns.facts, patterns.screen),
    "pause": Subject(pause.facts, pause.screen),
    "phrases": Subject(phrases.facts, phrases.screen),
    "picture": Subject(picture.facts, picture.screen),
    "picture_of": Subject(picture_of.facts, picture_of.screen),
    "plan": Subject(plan.facts, plan.screen),
    "practitioner_ready": Subject(practitioner_ready.facts, practitioner_ready.screen),
    "prepare": Subject(prepare.facts, prepare.screen),
    "privacy": Subject(privacy.facts, privacy.screen),
    "problem": Subject(problem.facts, problem.screen),
    "progress": Subject(progress.facts, progress.screen),
    "quiet_line": Subject(quiet_line.facts, quiet_line.screen),
    "quit_date": Subject(quit_date.facts, quit_date.screen),
    "quit_morning": Subject(quit_morning.facts, quit_morning.screen),
    "rating": Subject(rating.facts, rating.screen),
    "ready": Subject(ready.facts, ready.screen),
    "reasons": Subject(reasons.facts, reasons.screen),
    "relapse": Subject(relapse.facts, relapse.screen),
    "reminder": Subject(reminder.facts, reminder.screen),
    "request": Subject(request.facts, request.screen),
    "request_late": Subject(request_late.facts, request_late.screen),
    "request_opened": Subject(request_opened.facts, request_opened.screen),
    "rough": Subject(rough.facts, rough.screen),
    "route": Subject(route.facts, route.screen),
    "safety_plan": Subject(safety_plan.facts, safety_plan.screen),
    "safety_shown": Subject(safety_shown.facts, safety_shown.screen),
    "scores": Subject(scores.facts, scores.screen),
    "session_after": Subject(session_asked.facts, session_asked.screen),
    "session_before": Subject(session_asked.facts, session_asked.screen),
    "session_note": Subject(session_note.facts, session_note.screen),
    "settings": Subject(settings.facts, settings.screen),
    "shelf": Subject(shelf.facts, shelf.screen),
    "shelf_link": Subject(shelf_link.facts, shelf_link.screen),
    "smoked": Subject(smoked.facts, smoked.screen),
    "stage": Subject(stage.facts, stage.screen),
    "stop_what": Subject(stop_what.facts, stop_what.screen),
    "summary": Subject(summary.facts, summary.screen),
    "support_asked": Subject(support_asked.facts, support_asked.screen),
    "support_days": Subject(support_days.facts, support_days.screen),
    "support_home": Subject(support_home.facts, support_home.screen),
    "support_line": Subject(support_line.facts, support_line.screen),
    "support_link": Subject(support_link.facts, support_link.screen),
    "support_who": Subject(support_who.facts, support_who.screen),
    "supporter": Subject(supporter.facts, supporter.screen),
    "supporters": Subject(supporters.facts, supporters.screen),
    "take_link": Subject(take_link.facts, take_link.screen),
    "tell": Subject(tell.facts, tell.screen),
    "tell_about": Subject(tell.facts, tell.screen),  # as it was called before
    "ask_helped": Subject(ready.facts, ready.screen),  # as a part of it was called before
    "telling": Subject(telling.facts, telling.screen),
    "timing": Subject(timing.facts, timing.screen),
    "tips": Subject(tips.facts, tips.screen),
    "took_over": Subject(hand_over.facts, hand_over.screen),
    "toolkit": Subject(toolkit.facts, toolkit.screen),
    "travel": Subject(travel.facts, travel.screen),
    "tries": Subject(tries.facts, tries.screen),
    "usual": Subject(usual.facts, usual.screen),
    "weekend": Subject(weekend.facts, weekend.screen),
    "weekly": Subject(weekly.facts, weekly.screen),
    "welcome": Subject(welcome.facts, welcome.screen),
    "who_sees_what": Subject(who_sees_what.facts, who_sees_what.screen),
    "withdrawal": Subject(withdrawal.facts, withdrawal.screen),
    "withheld": Subject(withheld.facts, withheld.screen),
    "worked_with": Subject(worked_with.facts, worked_with.screen),
    "why_moved": Subject(why_moved.facts, why_moved.screen),
}
PICTURED = frozenset(
    {"picture", "picture_of"}
)  # screens that are a photo with a caption: those and words never turn into each other

# What clients and strangers read. Who was asked to be on somebody's side meanwhile reads as little of it as if they
# had asked for it now, whatever was on its way to them or stands on their phone (docs/decisions/0027).
NOT_FOR_GUESTS = frozenset({"welcome", "who_sees_what", "craving", "craving_after", "rough", "stop_what"})
_UNKNOWN = {"key": "unknown-command"}
_WITHHELD = "withheld"  # in place of a screen that is stopped


async def render(tx: Tx, person: Person, row: ScreenRow, stops: Stops = NONE) -> Screen | None:
    """The screen as it is now true for that person, its buttons stamped; None where there is nothing to say any more.

    Of `stops` nothing is said: a text is left out, and a line takes the place of a screen that is stopped, or has no
    words left. Raises KeyError for a name that no screen has.
    """
    if row.name in NOT_FOR_GUESTS and person.is_guest and await _is_on_no_way(tx, person, row):
        row = replace(row, name="note", args=_UNKNOWN)
    if row.name in stops.screens - ALWAYS:
        return await _render(tx, person, replace(row, name=_WITHHELD), NONE)
    return await _render(tx, person, row, stops)


async def _render(tx: Tx, person: Person, row: ScreenRow, stops: Stops) -> Screen | None:
    subject, heard = SCREENS[row.name], Heard(texts_for(person.locale), stops.texts)
    with listening(heard):
        known = await subject.facts(tx, person, row)
        if known is None:
            return None
        shown = subject.screen(known, heard)
    whole = without_gaps(shown) if stops.texts else shown
    if whole is None:
        return await _render(tx, person, replace(row, name=_WITHHELD), NONE)
    return replace(whole.stamped(row.id), techniques=heard.techniques, wording=heard.wording(row.name))


async def _is_on_no_way(tx: Tx, person: Person, row: ScreenRow) -> bool:
    """Whether no link of their own is open, nor let go of on this very screen."""
    return "invite" not in row.args and await invites.on_the_way(tx, person.id) is None
