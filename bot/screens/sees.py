"""Who sees what, as the person chose it: the lines that say so are made here, so that they are true everywhere."""

from dataclasses import dataclass

from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Sees:
    """`practitioner` is their name (None: there is none), `summary` and `keep` what the person said yes to."""

    practitioner: str | None = None
    summary: bool = False
    keep: bool = False

    @property
    def both(self) -> bool:
        """Whether somebody besides the person sees the answers: what is wiped, nobody sees."""
        return self.summary and self.keep and self.practitioner is not None


def answers_line(sees: Sees, texts: Texts) -> str:
    """Who can see the answers that are being asked for."""
    if sees.both:
        return texts("check-in-who-both", practitioner=sees.practitioner or "")
    return texts("check-in-who-you" if sees.keep else "check-in-who-unkept")
