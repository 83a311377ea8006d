"""Taps of a client's own plans: goals, barriers, occasions, reasons, worries, what to tell."""

from typing import Final

from bot.kit.taps import (
    A_DAY,
    A_MONTH,
    CLIENT,
    NOTHING,
    PAGE,
    STRATEGY,
    UNREAD,
    Arg,
    Unread,
    choice,
    code,
    number,
    optional,
    otherwise,
    pair,
    row,
    tap,
)
from programme.people.owned import Owned
from programme.planning.goals import GoalOutcome, IdeaResult
from programme.planning.occasions import HowWas, OccasionPart
from programme.planning.reasons import BELIEF_ANSWERS_KNOWN, SUREST, ReasonSide
from programme.quitting.attempts import Thing

EXAMPLES: Final = 4  # of goals
DRAFTS: Final = 3  # of ours
WHO, WHEN = "who", "when"
ORDER: Final = (WHO, WHEN, *OccasionPart)  # in which the parts of an occasion are asked
NOT_TRIED: Final = "not_tried"


def _read_draft(said: str) -> tuple[bool, int] | Unread:
    """Whether it is one of ours, and which."""
    whose, _, which = said.partition("-")
    found = {"ours": number(DRAFTS), "own": row(Owned.WORDS)}.get(whose)
    value = UNREAD if found is None else found.read(which)
    return UNREAD if isinstance(value, Unread) else (whose == "ours", value)


DRAFT: Final[Arg[tuple[bool, int]]] = Arg(
    _read_draft,
    lambda value: f"{'ours' if value[0] else 'own'}-{value[1]}",
    lambda value: () if value[0] else ((Owned.WORDS, value[1]),),
)
REASON_LIST = tap("reason_list", otherwise(choice(ReasonSide), ReasonSide.WHY), CLIENT, "reasons")
REASON_TABLE = tap("reason_table", NOTHING, CLIENT, "reasons")
REASON_ASK = tap("reason_ask", otherwise(choice(ReasonSide), ReasonSide.WHY), CLIENT, "reasons")
REASON = tap("reason", row(Owned.REASON), CLIENT, "reasons")
REASON_EDIT = tap("reason_edit", row(Owned.REASON), CLIENT, "reasons")
REASON_PIN = tap("reason_pin", row(Owned.REASON), CLIENT, "reasons")
REASON_GONE = tap("reason_gone", row(Owned.REASON), CLIENT, "reasons")
REASON_BACK = tap("reason_back", row(Owned.REASON), CLIENT, "reasons")
GOAL_ASK = tap("goal_ask", NOTHING, CLIENT, "check_in", "goal")
GOAL_IDEAS = tap("goal_ideas", NOTHING, CLIENT, "goal")
GOAL_TAKE = tap("goal_take", number(EXAMPLES, 1), CLIENT, "goal")
GOAL_WAS = tap("goal_was", pair(row(Owned.WORDS), choice(GoalOutcome)), CLIENT, "check_in", "goal")
GOAL_BACK = tap("goal_back", row(Owned.WORDS), CLIENT, "goal")
GOAL_KEEP = tap("goal_keep", row(Owned.WORDS), CLIENT, "goal")
GOAL_DROP = tap("goal_drop", row(Owned.WORDS), CLIENT, "goal")
GOAL_KEEP_IT = tap("goal_keep_it", row(Owned.WORDS), CLIENT, "goal")
PROBLEM_ASK = tap("problem_ask", NOTHING, CLIENT, "problem")
IDEA_ASK = tap("idea_ask", NOTHING, CLIENT, "problem")
PROBLEM_OURS = tap("problem_ours", PAGE, CLIENT, "problem")
IDEA_TAKE = tap("idea_take", STRATEGY, CLIENT, "problem")
IDEA_OTHERS = tap("idea_others", NOTHING, CLIENT, "problem")
IDEA_PICK = tap("idea_pick", row(Owned.WORDS), CLIENT, "problem")
IDEA_ON = tap("idea_on", pair(row(Owned.WORDS), A_DAY), CLIENT, "problem")
IDEA_WAS = tap(
    "idea_was", pair(row(Owned.WORDS), optional(code(*IdeaResult, NOT_TRIED))), CLIENT, "check_in", "problem"
)
IDEA_KEEP = tap("idea_keep", row(Owned.WORDS), CLIENT, "problem")
PROBLEM_END = tap("problem_end", row(Owned.WORDS), CLIENT, "problem")
PROBLEM_BACK = tap("problem_back", row(Owned.WORDS), CLIENT, "problem")
PREPARE_TICK = tap("prepare_tick", choice(Thing), CLIENT, "prepare")
PREPARE_OWN = tap("prepare_own", row(Owned.WORDS), CLIENT, "prepare")
PREPARE_ASK = tap("prepare_ask", NOTHING, CLIENT, "prepare")
PREPARE_DROP = tap("prepare_drop", row(Owned.WORDS), CLIENT, "prepare")
PREPARE_BACK = tap("prepare_back", row(Owned.WORDS), CLIENT, "prepare")
PREPARE_NOT_READY = tap("prepare_not_ready", NOTHING, CLIENT, "check_in")
TELLING_ASK = tap("telling_ask", NOTHING, CLIENT, "telling")
TELLING_OWN = tap("telling_own", NOTHING, CLIENT, "telling")
TELLING_KNOWS = tap("telling_knows", row(Owned.WORDS), CLIENT, "telling")
TELLING_DRAFT = tap("telling_draft", DRAFT, CLIENT, "telling")
TELLING_DROP = tap("telling_drop", row(Owned.WORDS), CLIENT, "telling")
TELLING_BACK = tap("telling_back", row(Owned.WORDS), CLIENT, "telling")
OCCASION_ASK = tap("occasion_ask", NOTHING, CLIENT, "occasions")
OCCASION = tap("occasion", row(Owned.WORDS), CLIENT, "check_in", "occasions")
OCCASION_PART = tap("occasion_part", code(*ORDER), CLIENT, "occasion")
OCCASION_SKIP = tap("occasion_skip", code(*ORDER), CLIENT, "occasion")
OCCASION_MONTH = tap("occasion_month", A_MONTH, CLIENT, "occasion")
OCCASION_ON = tap("occasion_on", pair(row(Owned.WORDS), A_DAY), CLIENT, "occasion")
OCCASION_DAY = tap("occasion_day", A_DAY, CLIENT, "occasion")
OCCASION_WAS = tap("occasion_was", pair(row(Owned.WORDS), optional(choice(HowWas))), CLIENT, "check_in", "occasion")
OCCASION_DROP = tap("occasion_drop", row(Owned.WORDS), CLIENT, "occasion")
OCCASION_BACK = tap("occasion_back", row(Owned.WORDS), CLIENT, "occasions")
BELIEFS = tap("beliefs", NOTHING, CLIENT, "belief", "beliefs", "reasons")
BELIEF_ASK = tap("belief_ask", NOTHING, CLIENT, "beliefs")
BELIEF_ABOUT = tap("belief_about", choice(BELIEF_ANSWERS_KNOWN), CLIENT, "beliefs")
BELIEF = tap("belief", row(Owned.WORDS), CLIENT, "beliefs")
BELIEF_LOOK = tap("belief_look", row(Owned.WORDS), CLIENT, "check_in")
BELIEF_SURE = tap("belief_sure", number(SUREST), CLIENT, "belief")
BELIEF_NOW = tap("belief_now", number(SUREST), CLIENT, "belief")
BELIEF_OFF = tap("belief_off", NOTHING, CLIENT, "belief")
BELIEF_BACK = tap("belief_back", NOTHING, CLIENT, "belief")
BELIEF_SHOW = tap("belief_show", NOTHING, CLIENT, "belief")
BELIEF_KEEP = tap("belief_keep", NOTHING, CLIENT, "belief")
