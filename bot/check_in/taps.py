"""Taps of a check-in: each is one answer, or leaves it for later."""

from bot.kit.taps import (
    ANYBODY,
    CLIENT,
    NOTHING,
    YES_NO,
    choice,
    code,
    matching,
    number,
    optional,
    otherwise,
    row_or_none,
    tap,
)
from programme.check_in.answers import DayInOneTap, HardMoment, Mood, Question
from programme.people.owned import Owned
from programme.planning.goals import Barrier
from programme.schedule.pause import Until

_AMOUNT_OR_DAY = r"[0-9]{1,2}|2-5|6\+|[0-9]{4}-[0-9]{2}-[0-9]{2}"  # how many, or on which day it was
MOOD = tap("mood", choice(Mood), ANYBODY, "check_in")
URGE = tap("urge", number(5), ANYBODY, "check_in")
CIGARETTES = tap("cigarettes", matching(_AMOUNT_OR_DAY), ANYBODY, "check_in")
MOMENT = tap("moment", choice(HardMoment), ANYBODY, "check_in")
HELPED = tap("helped", row_or_none(Owned.ITEM), ANYBODY, "check_in")
SKIP = tap("skip", choice(Question), ANYBODY, "check_in")
ALL_FOR_TODAY = tap("done", NOTHING, ANYBODY, "check_in")
ADD_LATE = tap("add_late", NOTHING, ANYBODY, "check_in")
DO_IT_NOW = tap("now", NOTHING, ANYBODY, "check_in")
ONE_TAP = tap("one_tap", choice(DayInOneTap), ANYBODY, "check_in")
LATER = tap("later", otherwise(choice(Until), Until.LATER), ANYBODY, "check_in")
NOT_TODAY = tap("not_today", NOTHING, ANYBODY, "check_in")
LEAVE_IT = tap("leave_it", NOTHING, ANYBODY, "check_in")
ADD_WORDS = tap("add_words", NOTHING, ANYBODY, "check_in")
NO_WORDS = tap("no_words", NOTHING, ANYBODY, "check_in")
SHARE = tap("share", YES_NO, ANYBODY, "check_in")
BARRIER = tap("barrier", optional(choice(Barrier)), ANYBODY, "check_in")
ASK_FIRST = tap("ask_first", code("mood", "smoking"), CLIENT, "settings")
CHECK_IN_NOW = tap("check_in_now", NOTHING, CLIENT, "check_in", "hello", "more")
CARD_AWAY = tap("card_away", NOTHING, CLIENT, "check_in")
