"""What people see, one file a screen: `facts` reads what is remembered, `screen` turns it into words and buttons."""

from dataclasses import replace
from typing import Any, Protocol

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


class Subject(Protocol):
    """What a screen's file holds."""

    async def facts(self, tx: Tx, person: Person, row: ScreenRow) -> Any:
        """What is true now, or None where there is nothing to say any more."""

    def screen(self, facts: Any, texts: Texts) -> Screen:
        """Words and buttons, from the facts alone."""


SCREENS: dict[str, Subject] = {
    "aids": aids,
    "ask_code": ask_code,
    "ask_label": ask_label,
    "ask_name": ask_name,
    "ask_place": ask_place,
    "ask_heard": ask_heard,
    "ask_reading": ask_reading,
    "ask_session": ask_session,
    "ask_summary_time": ask_summary_time,
    "ask_time": ask_time,
    "at_hand": at_hand,
    "browse": browse,
    "body": body,
    "caffeine": caffeine,
    "belief": belief,
    "beliefs": beliefs,
    "calming": calming,
    "check_in": check_in,
    "choices": choices,
    "client_list": client_list,
    "closer": closer,
    "cover": cover,
    "cover_ended": cover,
    "coverage": coverage,
    "craving": craving,
    "craving_after": craving_after,
    "crisis": crisis,
    "cycle": cycle,
    "diary": diary,
    "done_today": done_today,
    "easier": easier,
    "erratum": erratum,
    "goal": goal,
    "follow_up": follow_up,
    "handed_on": hand_over,
    "handed_over": handed_over,
    "hello": hello,
    "help": help_,
    "how_often": how_often,
    "hsi": hsi,
    "hsi_entry": hsi_entry,
    "invite_link": invite_link,
    "kind_stopped": kind_stopped,
    "language": language,
    "leave": leave,
    "medicine": medicine,
    "medicines": medicines,
    "links": links,
    "look_back": look_back,
    "more": more,
    "mpss": mpss,
    "next": next_,
    "note": note,
    "notes": notes,
    "nudge": nudge,
    "numbers": numbers,
    "occasion": occasion,
    "occasions": occasions,
    "outcome": outcome,
    "outcomes": outcomes,
    "own_note": own_note,
    "passed_on": passed_on,
    "passing_on": passing_on,
    "patterns": patterns,
    "pause": pause,
    "phrases": phrases,
    "picture": picture,
    "picture_of": picture_of,
    "plan": plan,
    "practitioner_ready": practitioner_ready,
    "prepare": prepare,
    "privacy": privacy,
    "problem": problem,
    "progress": progress,
    "quiet_line": quiet_line,
    "quit_date": quit_date,
    "quit_morning": quit_morning,
    "rating": rating,
    "ready": ready,
    "reasons": reasons,
    "relapse": relapse,
    "reminder": reminder,
    "request": request,
    "request_late": request_late,
    "request_opened": request_opened,
    "rough": rough,
    "route": route,
    "safety_plan": safety_plan,
    "safety_shown": safety_shown,
    "scores": scores,
    "session_after": session_asked,
    "session_before": session_asked,
    "session_note": session_note,
    "settings": settings,
    "shelf": shelf,
    "shelf_link": shelf_link,
    "smoked": smoked,
    "stage": stage,
    "stop_what": stop_what,
    "summary": summary,
    "support_asked": support_asked,
    "support_days": support_days,
    "support_home": support_home,
    "support_line": support_line,
    "support_link": support_link,
    "support_who": support_who,
    "supporter": supporter,
    "supporters": supporters,
    "take_link": take_link,
    "tell": tell,
    "tell_about": tell,  # as it was called before
    "ask_helped": ready,  # as a part of it was called before
    "telling": telling,
    "timing": timing,
    "tips": tips,
    "took_over": hand_over,
    "toolkit": toolkit,
    "travel": travel,
    "tries": tries,
    "usual": usual,
    "weekend": weekend,
    "weekly": weekly,
    "welcome": welcome,
    "who_sees_what": who_sees_what,
    "withdrawal": withdrawal,
    "withheld": withheld,
    "worked_with": worked_with,
    "why_moved": why_moved,
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
