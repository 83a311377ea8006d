"""Taps that many screens carry: to open something over one, to go elsewhere, to leave it."""

from typing import Final

from bot.taps.args import NOTHING, code, matching
from bot.taps.kit import ANYBODY, CLIENT, tap

# Where a button may lead. `mine` and `plan` open a client's own screens, `go` any other that stands for itself.
MINE_OF: Final = ("more", "patterns", "progress", "toolkit", "reasons", "tries", "usual", "medicines", "closer")
PLAN_OF: Final = ("more", "plan", "goal", "problem", "prepare", "telling", "occasions", "links", "reasons")
AROUND: Final = (
    "help", "privacy", "settings", "language", "craving", "leave",
    "welcome", "who_sees_what", "calming", "pause", "how_often", "next",
)  # fmt: skip
BELOW: Final = ("crisis", "calming", "tell", "craving", "rough")

OPEN_VIEW = tap("view", matching(r"[a-z_]{0,16}"), ANYBODY)
GO = tap("go", code(*AROUND), ANYBODY)
OPEN_BELOW = tap("open", code(*BELOW), ANYBODY)
LET_BE = tap("let_be", NOTHING, ANYBODY)
CANCEL = tap("cancel", NOTHING, ANYBODY)
NO_DAY = tap("none", NOTHING, ANYBODY)
OPEN_MINE = tap("mine", code(*MINE_OF), CLIENT)
OPEN_PLAN = tap("plan", code(*PLAN_OF), CLIENT)
