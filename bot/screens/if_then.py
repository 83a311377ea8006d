"""A plan in one line: if that moment comes, then these words of theirs."""

from bot.screens.parts import EXCERPT, cut
from bot.texts import Texts
from programme.check_in import HardMoment


def if_then(moment: HardMoment | None, words: str, texts: Texts) -> str:
    """Such as: If others smoke, then: "a walk to the door". Plain text: whoever says it escapes it."""
    when = texts.label(f"if-{moment or HardMoment.OTHER}")
    return texts.label("if-then", moment=when, words=cut(words, EXCERPT))
