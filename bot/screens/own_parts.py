"""Pieces of the screens on which clients write for themselves: who sees it, ways back, days to pick, ids with codes."""

from datetime import date, timedelta

from bot.screen import Button, Rows, does, read_number
from bot.screens.parts import rows
from bot.screens.sees import Sees
from bot.taps.everywhere import OPEN_PLAN
from bot.texts import Texts
from bot.texts.dates import short_day

A_DAY = timedelta(days=1)
DAYS = 7  # to pick from, today's with them


def who_line(sees: Sees, texts: Texts) -> str:
    """Who sees what they write here: nobody but them, whatever they chose; or that nothing is kept."""
    if not sees.keep:
        return texts("plan-unkept")
    return texts("plan-who-not", practitioner=sees.practitioner) if sees.practitioner else texts("plan-who-you")


def leads(texts: Texts, key: str, name: str, **args: str) -> Button:
    """A button that opens that screen of theirs."""
    return does(texts.label(key, **args), OPEN_PLAN, name)


def home(texts: Texts, name: str = "plan") -> Button:
    """Back to My plan, or to another screen of theirs."""
    return leads(texts, "button-back", name)


def undo(texts: Texts, do: str, of: int) -> Button:
    """Takes back what was done to that one."""
    return does(texts.label("plan-undo"), do, of)


def days_ahead(texts: Texts, today: date, do: str, of: int) -> Rows:
    """Today, tomorrow and the days after, each a button about that one."""

    def label(on: date) -> str:
        named = {0: "plan-today", 1: "plan-tomorrow"}.get((on - today).days)
        return texts.label(named) if named else short_day(texts, on)

    week = (today + n * A_DAY for n in range(DAYS))
    return rows((does(label(on), do, pair(of, f"{on:%Y%m%d}")) for on in week), 2)


def pair(of: int, code: str) -> str:
    """An id and a code as the argument of one button."""
    return f"{of}-{code}"


def number(code: object) -> int:
    """The id in a button's argument or a screen's; 0, which is nobody's, for anything else."""
    return read_number(str(code)) or 0


def read_pair(code: str) -> tuple[int, str]:
    """The two of `pair`."""
    of, _, rest = code.partition("-")
    return number(of), rest
