"""Taps of the crisis card, the quiet line and the safety plan."""

from typing import Final

from bot.kit.taps import ANYBODY, CLIENT, NOTHING, PRACTITIONER, choice, code, number, pair, row, tap
from programme.people.owned import Owned
from programme.planning.reasons import SAFETY, Purpose
from programme.safety.cards import CHOICES

IDEAS: Final = {Purpose.SAFE_NOTICE: 5, Purpose.SAFE_HELPS: 5, Purpose.SAFE_CALL: 4}  # how many of ours there are
MEANT_OTHER = tap("meant_else", NOTHING, ANYBODY, "crisis")
DELETE_THESE = tap("delete_these", NOTHING, ANYBODY, "crisis")
NEED_HELP = tap("need_help", NOTHING, ANYBODY)  # also where the quiet line was forgotten, and is a note now
ALL_RIGHT = tap("all_right", NOTHING, ANYBODY, "quiet_line")
NATION = tap("nation", code(*CHOICES), ANYBODY, "crisis", "help", "practitioner_ready", "ready", "settings")
SAFE_OPEN = tap("safe_open", NOTHING, CLIENT)
SAFE_PART = tap("safe_part", choice(SAFETY), CLIENT, "safety_plan")
SAFE_ADD = tap("safe_add", choice(SAFETY), CLIENT, "safety_plan")
SAFE_IDEAS = tap("safe_ideas", choice(SAFETY), CLIENT, "safety_plan")
SAFE_TAKE = tap("safe_take", pair(number(9, 1), choice(SAFETY)), CLIENT, "safety_plan")
SAFE_LINE = tap("safe_line", row(Owned.WORDS), CLIENT, "safety_plan")
SAFE_CHANGE = tap("safe_change", row(Owned.WORDS), CLIENT, "safety_plan")
SAFE_OFF = tap("safe_off", row(Owned.WORDS), CLIENT, "safety_plan")
SAFE_BACK = tap("safe_back", row(Owned.WORDS), CLIENT, "safety_plan")
SAFE_SHOW = tap("safe_show", NOTHING, CLIENT, "safety_plan")
SAFE_HIDE = tap("safe_hide", NOTHING, CLIENT, "safety_plan")
SAFE_NEVER = tap("safe_never", NOTHING, CLIENT, "check_in")
SAFE_OF = tap("safe_of", NOTHING, PRACTITIONER, "summary")
SAFE_OF_BACK = tap("safe_of_back", NOTHING, PRACTITIONER, "safety_shown")
