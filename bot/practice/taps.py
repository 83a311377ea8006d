"""Taps of practitioners, and of clients towards them: weeks, sessions, requests, outcomes, links."""

from datetime import date
from typing import Final

from bot.kit.taps import (
    A_DAY,
    A_DAY_IN_FULL,
    A_MONTH,
    A_TIME,
    ANYBODY,
    CLIENT,
    IGNORED,
    NOTHING,
    ONE_ZERO,
    PAGE,
    PRACTITIONER,
    YES_NO,
    Arg,
    choice,
    code,
    number,
    optional,
    pair,
    read_by,
    read_day,
    row,
    row_or_none,
    tap,
)
from care.quitting.readings import FollowUpEnd
from programme.measures.dependence import First, PerDay
from programme.people.owned import Owned
from programme.practice.requests import RequestTopic
from programme.practice.sessions import Note
from programme.quitting.follow_ups import RANGES

_LETTERS: Final = {Note.BRING: "b", Note.AGREED: "a"}


def _read_session(said: str) -> tuple[Note, date] | None:
    note = next((note for note, letter in _LETTERS.items() if letter == said[:1]), None)
    on = read_day(said[1:])
    return None if note is None or on is None else (note, on)


ABOUT_SESSION: Final[Arg[tuple[Note, date]]] = read_by(
    _read_session, lambda about: f"{_LETTERS[about[0]]}{about[1]:%Y%m%d}"
)
INVITE = tap("invite", NOTHING, PRACTITIONER, "client_list", "invite_link", "practitioner_ready", "weekly")
NO_LABEL = tap("no_label", NOTHING, PRACTITIONER, "ask_label")
SUMMARY = tap("summary", row(Owned.CLIENT), PRACTITIONER, "client_list", "coverage", "next", "outcomes")
CLIENTS = tap(
    "clients",
    optional(PAGE),
    PRACTITIONER,
    "client_list",
    "coverage",
    "erratum",
    "follow_up",
    "outcomes",
    "picture_of",
    "scores",
    "shelf",
    "summary",
    "take_link",
    "took_over",
)
TAKE_LINK = tap("take_link", row(Owned.INVITE), PRACTITIONER, "client_list", "invite_link")
TAKE_LINK_YES = tap("take_link_yes", NOTHING, PRACTITIONER, "take_link")
CO_READING = tap("co_reading", NOTHING, PRACTITIONER, "outcomes")
HEARD = tap("heard", NOTHING, PRACTITIONER, "outcomes")
ON_DAY = tap("on_day", A_DAY, PRACTITIONER, "ask_heard", "ask_reading")
ON_MONTH = tap("on_month", A_MONTH, PRACTITIONER, "ask_heard", "ask_reading")
HEARD_SAID = tap("heard_said", code(*RANGES), PRACTITIONER, "ask_heard")
ENTRY_UNDO = tap("entry_undo", row(Owned.ENTRY), PRACTITIONER, "outcomes")
OUTCOMES = tap("outcomes", NOTHING, PRACTITIONER, "ask_heard", "ask_reading", "follow_up", "outcomes", "summary")
TREATED = tap("treated", ONE_ZERO, PRACTITIONER, "outcomes")
FOLLOW_UP = tap("follow_up", NOTHING, PRACTITIONER, "outcomes")
GONE_BY = tap("gone", choice(FollowUpEnd), PRACTITIONER, "follow_up")
GONE_MONTH = tap("gone_month", A_MONTH, PRACTITIONER, "follow_up")
GONE_DAY = tap("gone_day", A_DAY, PRACTITIONER, "follow_up")
FOLLOW_UP_BACK = tap("follow_up_back", NOTHING, PRACTITIONER, "follow_up")
COVERAGE = tap("coverage", NOTHING, PRACTITIONER, "summary")
WORKED_WITH = tap("worked_with", NOTHING, CLIENT, "progress")
WEEK_OF = tap("week_of", PAGE, ANYBODY, "coverage", "worked_with")
WEEK_PAGE = tap("week_page", optional(PAGE), PRACTITIONER, "weekly")
WEEK_STEADY = tap("week_steady", optional(PAGE), PRACTITIONER, "weekly")
WEEK_OPEN = tap("week_open", row(Owned.CLIENT), PRACTITIONER, "request", "weekly")
WEEK_ALL = tap("week_all", NOTHING, PRACTITIONER, "weekly")
WEEK_READ = tap("week_read", NOTHING, PRACTITIONER, "summary", "weekly")
SUMMARY_TIME = tap("summary_time", NOTHING, PRACTITIONER, "practitioner_ready", "settings", "weekly")
SUMMARY_DAY = tap("summary_day", number(6), PRACTITIONER, "ask_summary_time")
SUMMARY_AT = tap("summary_at", A_TIME, PRACTITIONER, "ask_summary_time")
SUMMARY_NONE = tap("summary_none", NOTHING, PRACTITIONER, "ask_summary_time", "weekly")
SESSION = tap("session", NOTHING, ANYBODY, "settings", "summary")
SESSION_DAY = tap("session_day", A_DAY_IN_FULL, ANYBODY, "ask_session")
SESSION_AT = tap("session_at", A_TIME, ANYBODY, "ask_session")
SESSION_CLEAR = tap("session_clear", NOTHING, ANYBODY, "ask_session", "summary")
SESSION_BACK = tap("session_back", NOTHING, ANYBODY, "ask_session")
NOTE_ASK = tap("note_ask", ABOUT_SESSION, CLIENT, "check_in", "session_after", "session_before", "session_note")
NOTE_SHARE = tap("note_share", YES_NO, CLIENT, "session_note")
NOTE_DROP = tap("note_drop", row(Owned.NOTE), CLIENT, "session_note")
NOTE_NOTHING = tap("note_nothing", NOTHING, CLIENT, "session_after", "session_before")
AGREED_HIDE = tap("agreed_hide", A_DAY, CLIENT, "check_in")
TELL_CARD = tap("tell_card", NOTHING, ANYBODY, "crisis")
TELL = tap("tell", NOTHING, ANYBODY, "crisis", from_before=True)
ABOUT = tap("about", choice(RequestTopic), CLIENT, "aids", "medicine", "medicines")
TELL_SEND = tap("tell_send", NOTHING, CLIENT, "tell", "tell_about")
ABOUT_SEND = tap("about_send", IGNORED, CLIENT, "tell_about", from_before=True)
SEEN = tap("seen", NOTHING, PRACTITIONER, "request")
REQUEST = tap("request", row(Owned.REQUEST), PRACTITIONER, "client_list", "summary", "weekly")
ROUTE = tap("route", NOTHING, PRACTITIONER, "settings")
ROUTE_HOURS = tap("route_hours", NOTHING, PRACTITIONER, "route")
ROUTE_BACK = tap("route_back", NOTHING, PRACTITIONER, "route")
ROUTE_PICK = tap("route_pick", optional(PAGE), PRACTITIONER, "route")
ROUTE_COVER = tap("route_cover", row_or_none(Owned.COLLEAGUE), PRACTITIONER, "route")
COVER_END = tap("cover_end", NOTHING, PRACTITIONER, "cover")
SHELF = tap("shelf", NOTHING, PRACTITIONER, "client_list", "shelf", "shelf_link")
SHELF_ASK = tap("shelf_ask", NOTHING, PRACTITIONER, "shelf")
SHELF_CALLED = tap("shelf_called", row(Owned.LINK), PRACTITIONER, "shelf_link")
SHELF_NO_NOTE = tap("shelf_no_note", row(Owned.LINK), PRACTITIONER, "shelf_link")
SHELF_PAGE = tap("shelf_page", PAGE, PRACTITIONER, "shelf_link")
SHELF_FOR = tap("shelf_for", pair(row(Owned.LINK), row_or_none(Owned.CLIENT)), PRACTITIONER, "shelf_link")
SHELF_LINK = tap("shelf_link", row(Owned.LINK), PRACTITIONER, "shelf")
SHELF_FITS = tap("shelf_fits", row(Owned.LINK), PRACTITIONER, "shelf_link")
SHELF_DROP = tap("shelf_drop", row(Owned.LINK), PRACTITIONER, "shelf_link")
SHELF_BACK = tap("shelf_back", row(Owned.LINK), PRACTITIONER, "shelf")
SCORES = tap("scores", NOTHING, PRACTITIONER, "hsi_entry", "picture_of", "scores", "summary")
PICTURE_OF = tap("picture_of", NOTHING, PRACTITIONER, "hsi_entry", "picture_of", "scores", "summary")
SCORES_WEEK = tap("scores_week", NOTHING, PRACTITIONER, "hsi_entry", "picture_of", "scores", "summary")
HSI_ENTER = tap("hsi_enter", NOTHING, PRACTITIONER, "hsi_entry", "picture_of", "scores", "summary")
HSI_FIRST_OF = tap("hsi_first_of", choice(First), PRACTITIONER, "hsi_entry", "picture_of", "scores", "summary")
HSI_MANY_OF = tap(
    "hsi_many_of",
    pair(choice(First), choice(PerDay), "."),
    PRACTITIONER,
    "hsi_entry",
    "picture_of",
    "scores",
    "summary",
)
MED_CHECKED = tap("med_checked", NOTHING, PRACTITIONER, "hsi_entry", "picture_of", "scores", "summary")
