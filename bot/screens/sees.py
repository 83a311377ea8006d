"""Who sees what, as the person chose it: the lines that say so are made here, so that they are true everywhere."""

from dataclasses import dataclass
from enum import StrEnum

from bot.texts import Texts


class Shown(StrEnum):
    """What a practitioner is shown of their client's check-ins."""

    ANSWERS = "answers"
    REPLIES = "replies"  # how often they replied; the answers are wiped before anybody could look
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Sees:
    """`practitioner` is their name (None: there is none), `summary` and `keep` what the person said yes to.

    `route` names whom they may ask to get in touch, on screens that offer it. `same_day`: what medicine they take is
    told to those by itself, when a change in smoking makes that a matter of the day.
    """

    practitioner: str | None = None
    summary: bool = False
    keep: bool = False
    route: str | None = None
    same_day: bool = False

    @property
    def both(self) -> bool:
        """Whether somebody besides the person sees the answers: what is wiped, nobody sees."""
        return self.shown is Shown.ANSWERS

    @property
    def shown(self) -> Shown:
        """How much the practitioner is shown: the one place that says so."""
        if self.practitioner is None or not self.summary:
            return Shown.NOTHING
        return Shown.ANSWERS if self.keep else Shown.REPLIES


def answers_line(sees: Sees, texts: Texts) -> str:
    """Who can see the answers that are being asked for."""
    if sees.both:
        return texts("check-in-who-both", practitioner=sees.practitioner or "")
    return texts("check-in-who-you" if sees.keep else "check-in-who-unkept")


def told_line(sees: Sees, texts: Texts) -> str:
    """Who can see what is told outside check-ins; nobody where answers are not kept (care.not_kept)."""
    return answers_line(sees, texts) if sees.keep else texts("who-unkept")


def medicines_line(sees: Sees, texts: Texts) -> str:
    """Who can see what is told of medicines: of one of them the team too, for who agreed to that and shows no more."""
    if not sees.same_day or sees.both:
        return told_line(sees, texts)
    return texts("same-day-who", practitioner=sees.practitioner or texts.label("someone"))
