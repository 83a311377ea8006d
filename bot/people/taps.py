"""Taps with which people join, choose, say who they are, keep a note, and leave."""

from bot.kit.taps import ANYBODY, CLIENT, NOTHING, PAGE, choice, code, optional, row, tap
from programme.people.consent import ConsentItem
from programme.people.owned import Owned

KEEP, TAKE_BACK = "keep", "back"  # what becomes of what they asked of a practitioner, when they leave
SET_UP = tap("set_up", NOTHING, ANYBODY, "welcome")
JOIN_FITS = tap("fits", NOTHING, ANYBODY, "welcome")
DECLINE = tap("decline", NOTHING, ANYBODY, "welcome")
JOIN_AGAIN = tap("join_again", NOTHING, ANYBODY, "welcome")
SHARING = tap("sharing", NOTHING, ANYBODY, "handed_over", "privacy", "settings")
HANDED_PRIVATE = tap("handed_private", NOTHING, ANYBODY, "handed_over")
TOGGLE = tap("toggle", choice(ConsentItem), ANYBODY, "choices")
CHOICES_DONE = tap("choices_done", NOTHING, ANYBODY, "choices")
CHANGE_NAME = tap("name", NOTHING, ANYBODY, "settings")
OWN_NAME = tap("own_name", NOTHING, ANYBODY, "ask_name")
SKIP_HELPED = tap("skip_helped", NOTHING, ANYBODY, "ask_helped", "ready")
LEAVE_KEEP = tap("leave_keep", NOTHING, ANYBODY, "leave")
LEAVE_ERASE = tap("leave_erase", NOTHING, ANYBODY, "leave")
LEAVE_ASKED = tap("leave_asked", code(KEEP, TAKE_BACK), ANYBODY, "leave")
ERASE_ALL = tap("erase", NOTHING, ANYBODY, "leave")
NOTE_PARK = tap("note_park", NOTHING, CLIENT, "own_note")
NOTE_FORGET = tap("note_forget", NOTHING, CLIENT, "own_note")
NOTES = tap("notes", optional(PAGE), CLIENT, "notes", "own_note", "progress")
OWN_NOTE = tap("own_note", row(Owned.WORDS), CLIENT, "notes")
