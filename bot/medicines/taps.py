"""Taps about medicines that smoking changes, about caffeine, and about what people use to stop."""

from typing import Final

from bot.kit.taps import CLIENT, NOTHING, ONE_ZERO, YES_NO, Arg, choice, optional, pair, read_by, tap
from care.measures.due import read_about
from programme.medicines.aids import Aid, Going
from programme.medicines.regular import Medicine, Takes

_FIRST: Final = 2020  # a year: a code of a day before it is none of ours


def _read_about(said: str) -> int | None:
    if not (said.isascii() and said.isdecimal() and len(said) == 8):
        return None
    found = read_about(int(said))
    return None if found is None or found[1].year < _FIRST else int(said)


OF_WHAT: Final[Arg[int]] = read_by(_read_about)  # what is asked: see care.measures.due.about_of
_HOW_IT_GOES: Final[Arg[Going]] = choice(one for one in Going if one is not Going.USING)
MED = tap(
    "med", pair(OF_WHAT, choice(Takes), "."), CLIENT, "check_in", "medicine", "quit_date", "quit_morning", "relapse"
)
MED_KNOWS = tap(
    "med_knows", pair(OF_WHAT, ONE_ZERO, "."), CLIENT, "check_in", "medicine", "quit_date", "quit_morning", "relapse"
)
MED_SAY = tap("med_say", OF_WHAT, CLIENT, "medicine")
MED_WHICH = tap("med_which", pair(OF_WHAT, choice(Medicine), "."), CLIENT, "medicine")
MED_DONE = tap("med_done", OF_WHAT, CLIENT, "medicine")
SAME_DAY = tap("same_day", pair(YES_NO, optional(OF_WHAT), "."), CLIENT, "check_in", "medicine")
MED_REGULAR = tap("med_regular", NOTHING, CLIENT, "medicines")
MED_CHANGED = tap("med_changed", NOTHING, CLIENT, "medicines")
CAFFEINE = tap("caffeine", ONE_ZERO, CLIENT, "check_in")
AIDS = tap("aids", NOTHING, CLIENT, "aids", "check_in", "medicines")
AID = tap("aid", choice(Aid), CLIENT, "aids")
AID_GOING = tap("aid_going", _HOW_IT_GOES, CLIENT, "aids", "check_in")
AIDS_ASK = tap("aids_ask", ONE_ZERO, CLIENT, "aids")
AIDS_NEVER = tap("aids_never", NOTHING, CLIENT, "check_in")
