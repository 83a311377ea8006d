"""Taps around the quit date: days, tries, lapses, what became of it, what it cost before."""

from typing import Final

from bot.kit.taps import A_DAY, A_MONTH, AMOUNT, ANYBODY, CLIENT, NOTHING, TEN, choice, code, number, pair, row, tap
from programme.check_in.answers import HardMoment
from programme.people.owned import Owned
from programme.quitting.attempts import WhyMoved
from programme.quitting.follow_ups import RANGES
from programme.quitting.lapses import DAYS_BACK, Stage
from programme.quitting.relapses import Choice

RATINGS: Final = ("ready", "sure")
USUAL: Final = ("a_day", "price", "packet_of")  # in this order; the view of each is its name
QUIT_DATE = tap("quit_date", NOTHING, CLIENT)
QUIT_MONTH = tap("month", A_MONTH, CLIENT, "quit_date")
QUIT_DAY = tap("day", A_DAY, CLIENT, "quit_date")
QUIT_UNSET = tap("quit_unset", NOTHING, CLIENT, "quit_date")
NOT_YET = tap("not_yet", NOTHING, CLIENT, "quit_date")
TIMING_IS = tap("timing", code("good", "not_yet", "stop", "not_now"), CLIENT, "quit_date", "relapse", "timing")
OUTCOME_OPEN = tap("outcome_open", row(Owned.PROMPT), CLIENT, "check_in")
OUTCOME_HERE = tap("outcome_here", pair(row(Owned.PROMPT), code(*RANGES), "."), CLIENT, "check_in")
OUTCOME_IS = tap("outcome", code(*RANGES), CLIENT, "outcome")
SMOKED_MOMENT = tap("smoked_moment", choice(HardMoment), ANYBODY, "smoked")
SMOKED_DAY = tap("smoked_day", number(DAYS_BACK), ANYBODY, "smoked")
SMOKED_MANY = tap("smoked_many", AMOUNT, ANYBODY, "smoked")
SMOKED_TYPE = tap("smoked_type", NOTHING, ANYBODY, "smoked")
SMOKED_BACK = tap("smoked_back", NOTHING, ANYBODY, "smoked")
SMOKED_UNDO = tap("smoked_undo", NOTHING, ANYBODY, "smoked")
SMOKED_BYE = tap("smoked_bye", NOTHING, ANYBODY, "smoked")
SMOKED_SURE = tap("smoked_sure", TEN, CLIENT, "smoked")
SMOKED_KEEP = tap("smoked_keep", row(Owned.ITEM), CLIENT, "smoked")
REPLAY_STOP = tap("replay_stop", row(Owned.SMOKED), CLIENT, "check_in")
REPLAY_BACK = tap("replay_back", row(Owned.SMOKED), CLIENT, "check_in")
RELAPSE = tap("relapse", NOTHING, CLIENT, "progress", "smoked", "stage")
RELAPSE_BACK = tap("relapse_back", NOTHING, CLIENT, "relapse")
RELAPSE_IS = tap("relapse_is", choice(Choice), CLIENT, "relapse")
RELAPSE_UNDO = tap("relapse_undo", row(Owned.ATTEMPT), CLIENT, "relapse")
TONIGHT = tap("tonight", NOTHING, CLIENT, "check_in", "diary", "rough")
TONIGHT_BACK = tap("tonight_back", NOTHING, CLIENT, "rough")
RATING = tap("rating", code(*RATINGS), CLIENT, "progress", "quit_date")
RATING_IS = tap("rating_is", TEN, CLIENT, "rating")
WHY_MOVED = tap("why_moved", row(Owned.ATTEMPT), CLIENT, "quit_date")
WHY_MOVED_TYPE = tap("why_moved_type", NOTHING, CLIENT, "why_moved")
WHY_MOVED_IS = tap("why_moved_is", choice(WhyMoved), CLIENT, "why_moved")
STAGE = tap("stage", NOTHING, CLIENT, "tries")
STAGE_IS = tap("stage_is", choice(Stage), CLIENT, "stage")
WEEKEND_ASK = tap("weekend_ask", NOTHING, CLIENT, "quit_date")
USUAL_ASK = tap("usual_ask", code(*USUAL), CLIENT, "usual")
USUAL_A_DAY = tap("usual_a_day", number(100, 1), CLIENT, "usual")
USUAL_PACKET_OF = tap("usual_packet_of", number(500, 1), CLIENT, "usual")
USUAL_IS = tap("usual_is", number(100, 1), CLIENT, "check_in")
USUAL_SO_BEFORE = tap("usual_so_before", NOTHING, CLIENT, "usual")
USUAL_GONE = tap("usual_gone", NOTHING, CLIENT, "usual")
