"""Taps of a craving: how strong, what is going on, what to try, how strong then."""

from bot.kit.taps import ANYBODY, CLIENT, NOTHING, STRATEGY, choice, none_as, number, row, tap
from programme.check_in.answers import STRONGEST_URGE, HardMoment
from programme.craving import CravingMeans
from programme.people.owned import Owned

COMMON = (CravingMeans.BREATHE, CravingMeans.SURF, CravingMeans.WAIT, CravingMeans.SWAP)  # what everybody has
RATE = tap("rate", number(STRONGEST_URGE), CLIENT, "craving")
MORNING_RATE = tap("morning_rate", number(STRONGEST_URGE), CLIENT, "quit_morning")
CRAVING_MOMENT = tap("craving_moment", none_as("skip", choice(HardMoment)), CLIENT, "craving")
TRY = tap("try", choice(COMMON), ANYBODY, "craving")
TRY_OWN = tap("try_own", row(Owned.ITEM), CLIENT, "browse", "craving")
TRY_IDEA = tap("try_idea", STRATEGY, CLIENT, "browse", "craving")
TRY_NEW = tap("try_new", NOTHING, CLIENT, "browse", "craving")
CRAVING_BACK = tap("craving_back", NOTHING, CLIENT, "browse", "craving")
RATE_NOW = tap("rate_now", NOTHING, CLIENT, "craving")
RATE_AFTER = tap("rate_after", number(STRONGEST_URGE), CLIENT, "craving", "craving_after")
CRAVING_GO_ON = tap("craving_go_on", NOTHING, CLIENT, "craving_after")
CRAVING_KEEP = tap("craving_keep", STRATEGY, CLIENT, "craving_after")
