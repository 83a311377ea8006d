"""Taps between a client and whoever is on their side, from either side."""

from bot.taps.args import A_TIME, NOTHING, YES_NO, choice, flag, number, row
from bot.taps.kit import ANYBODY, CLIENT, tap
from programme.owned import Owned
from programme.support import Shared

SUPPORTERS = tap("supporters", NOTHING, CLIENT, "supporter")
SUPPORT = tap("support", row(Owned.SUPPORTER), CLIENT, "supporters")
SUPPORT_NEW = tap("support_new", NOTHING, CLIENT, "supporters")
SUPPORT_SHARE = tap("support_share", choice(Shared), CLIENT, "supporter")
SUPPORT_WISH = tap("support_wish", NOTHING, CLIENT, "supporter")
SUPPORT_NO_WISH = tap("support_no_wish", NOTHING, CLIENT, "support_line")
WISH_SEND = tap("wish_send", NOTHING, CLIENT, "supporter")
WISH_LEAVE = tap("wish_leave", NOTHING, CLIENT, "supporter")
SUPPORT_LINK = tap("support_link", flag("sure", ""), CLIENT, "support_link", "supporter")
SUPPORT_END = tap("support_end", NOTHING, CLIENT, "supporter")
SUPPORT_TELL = tap("support_tell", NOTHING, CLIENT, "supporter")
SUPPORT_TELL_DAYS = tap("support_tell_days", NOTHING, CLIENT, "support_line")
MILESTONE_TELL = tap("milestone_tell", row(Owned.SUPPORTER), CLIENT, "check_in", "progress")
PASS_SEND = tap("pass_send", NOTHING, ANYBODY, "passing_on")
PASS_ANEW = tap("pass_anew", NOTHING, ANYBODY, "passing_on")
PASS_RATE = tap("pass_rate", YES_NO, CLIENT, "passed_on")
SUPPORT_DAYS = tap("support_days", NOTHING, ANYBODY, "support_home", "supporter")
SUPPORT_YES = tap("support_yes", NOTHING, ANYBODY, "support_asked")
SUPPORT_NO = tap("support_no", NOTHING, ANYBODY, "support_asked")
SUPPORT_NOT_ME = tap("support_not_me", NOTHING, ANYBODY, "support_asked")
SUPPORT_HOME = tap("support_home", row(Owned.SUPPORTED), ANYBODY, "support_who")
SUPPORT_WORD = tap("support_word", NOTHING, ANYBODY, "support_home")
NUDGE_DONE = tap("nudge_done", NOTHING, ANYBODY, "nudge")
NUDGE_SKIP = tap("nudge_skip", NOTHING, ANYBODY, "nudge")
NUDGE_STOP = tap("nudge_stop", NOTHING, ANYBODY, "nudge")
SUPPORT_STOP = tap("support_stop", NOTHING, ANYBODY, "support_home")
SUPPORT_DAY = tap("support_day", number(6), ANYBODY, "support_days")
SUPPORT_AT = tap("support_at", A_TIME, ANYBODY, "support_days")
SUPPORT_DAYS_DONE = tap("support_days_done", NOTHING, ANYBODY, "support_days")
