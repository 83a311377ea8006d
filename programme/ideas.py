"""Small things that a supporter may do, one a nudge. The words of each: bot/texts, `idea-` and `line-` and its code.

What helps and what does not (FIELD 2.11): the decision is theirs; believe in them; ask what would help; listen; plan
things to do; help with chores; do not smoke near them; do not take grumpiness to heart. No nagging, checking up,
preaching, health risks or advice: no idea asks how stopping is going.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Idea:
    """One small act, and what of the above it `does`. `about_smoking`: for those alone who know of that."""

    code: str
    does: str
    about_smoking: bool = False


IDEAS: Final = (
    Idea("hello", "say hello"),
    Idea("walk", "plan something"),
    Idea("chore", "help with chores"),
    Idea("listen", "listen"),
    Idea("glad", "say that you believe in them"),
    Idea("film", "plan something"),
    Idea("ask", "ask what would help"),
    Idea("food", "help with chores"),
    Idea("laugh", "say hello"),
    Idea("place", "plan something"),
    Idea("proud", "say that you believe in them", about_smoking=True),
    Idea("grumpy", "do not take grumpiness to heart", about_smoking=True),
    Idea("smoke-free", "plan something smoke-free", about_smoking=True),
    Idea("yours", "for supporters who smoke: not near them", about_smoking=True),
)
