"""What people see, one file a screen: `facts` reads what is remembered, `screen` turns it into words and buttons."""

from datetime import datetime
from typing import Any, Protocol

from bot.screen import Screen
from bot.screens import (
    ask_code,
    ask_helped,
    ask_label,
    ask_name,
    ask_place,
    ask_reading,
    ask_session,
    ask_summary_time,
    ask_time,
    at_hand,
    browse,
    calming,
    check_in,
    choices,
    client_list,
    craving,
    craving_after,
    crisis,
    done_today,
    follow_up,
    hello,
    help_,
    how_often,
    invite_link,
    kind_stopped,
    language,
    leave,
    more,
    next_,
    note,
    nudge,
    outcome,
    outcomes,
    passed_on,
    passing_on,
    pause,
    phrases,
    practitioner_ready,
    privacy,
    progress,
    quit_date,
    quit_morning,
    rating,
    ready,
    reasons,
    relapse,
    reminder,
    request,
    request_opened,
    rough,
    session_asked,
    session_note,
    settings,
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
)
from bot.texts import Texts, texts_for
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


class Subject(Protocol):
    """What a screen's file holds."""

    async def facts(self, tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Any:
        """What is true now, or None where there is nothing to say any more."""

    def screen(self, facts: Any, texts: Texts) -> Screen:
        """Words and buttons, from the facts alone."""


SCREENS: dict[str, Subject] = {
    "ask_code": ask_code,
    "ask_helped": ask_helped,
    "ask_label": ask_label,
    "ask_name": ask_name,
    "ask_place": ask_place,
    "ask_reading": ask_reading,
    "ask_session": ask_session,
    "ask_summary_time": ask_summary_time,
    "ask_time": ask_time,
    "at_hand": at_hand,
    "browse": browse,
    "calming": calming,
    "check_in": check_in,
    "choices": choices,
    "client_list": client_list,
    "craving": craving,
    "craving_after": craving_after,
    "crisis": crisis,
    "done_today": done_today,
    "follow_up": follow_up,
    "hello": hello,
    "help": help_,
    "how_often": how_often,
    "invite_link": invite_link,
    "kind_stopped": kind_stopped,
    "language": language,
    "leave": leave,
    "more": more,
    "next": next_,
    "note": note,
    "nudge": nudge,
    "outcome": outcome,
    "outcomes": outcomes,
    "passed_on": passed_on,
    "passing_on": passing_on,
    "pause": pause,
    "phrases": phrases,
    "practitioner_ready": practitioner_ready,
    "privacy": privacy,
    "progress": progress,
    "quit_date": quit_date,
    "quit_morning": quit_morning,
    "rating": rating,
    "ready": ready,
    "reasons": reasons,
    "relapse": relapse,
    "reminder": reminder,
    "request": request,
    "request_opened": request_opened,
    "rough": rough,
    "session_after": session_asked,
    "session_before": session_asked,
    "session_note": session_note,
    "settings": settings,
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
    "timing": timing,
    "tips": tips,
    "toolkit": toolkit,
    "travel": travel,
    "tries": tries,
    "usual": usual,
    "weekend": weekend,
    "weekly": weekly,
    "welcome": welcome,
    "who_sees_what": who_sees_what,
    "why_moved": why_moved,
}


async def render(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Screen | None:
    """The screen as it is now true for that person, its buttons stamped; None where there is nothing to say any more.

    Raises KeyError for a name that no screen has.
    """
    subject = SCREENS[row.name]
    known = await subject.facts(tx, now, person, row)
    if known is None:
        return None
    return subject.screen(known, texts_for(person.locale)).stamped(row.id)
