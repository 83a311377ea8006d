"""Taps of the scales and of what got easier."""

from bot.kit.taps import CLIENT, NOTHING, ONE_ZERO, choice, code, matching, optional, pair, tap
from programme.facts.withdrawal import UP_TO_DAY, Since
from programme.measures.dependence import Easier, First, PerDay
from programme.measures.mood import MpssItem

PLAIN = ("hsi", "withdrawal", "easier", "body")
CLOSER = tap("closer", code("mpss", *PLAIN), CLIENT, "check_in", "closer", "mpss", "withdrawal")
HSI_FIRST = tap("hsi_first", choice(First), CLIENT, "hsi")
HSI_MANY = tap("hsi_many", pair(choice(First), choice(PerDay), "."), CLIENT, "hsi")
HSI_ANEW = tap("hsi_anew", NOTHING, CLIENT, "hsi")
MPSS_START = tap("mpss_start", NOTHING, CLIENT, "check_in")
MPSS = tap("mpss", pair(choice(MpssItem), matching(r"[0-5]"), "."), CLIENT, "mpss")
MPSS_SKIP = tap("mpss_skip", choice(MpssItem), CLIENT, "mpss")
MPSS_STOP = tap("mpss_stop", NOTHING, CLIENT, "mpss")
MPSS_GO = tap("mpss_go", NOTHING, CLIENT, "mpss")
MPSS_NEVER = tap("mpss_never", NOTHING, CLIENT, "check_in")
EASIER_NEVER = tap("easier_never", NOTHING, CLIENT, "check_in")
FELT = tap("felt", pair(choice(UP_TO_DAY), optional(choice(Since)), "."), CLIENT, "withdrawal")
BODY = tap("body", ONE_ZERO, CLIENT, "body")
EASIER = tap("easier", choice(Easier), CLIENT, "easier")
EASIER_ASK = tap("easier_ask", NOTHING, CLIENT, "easier")
EASIER_BACK = tap("easier_back", NOTHING, CLIENT, "easier")
EASIER_DONE = tap("easier_done", NOTHING, CLIENT, "easier")
