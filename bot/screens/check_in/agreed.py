"""What was agreed in the last session, in the client's own words, below what is over."""

from bot.screen import Rows, does
from bot.screens.check_in.view import Facts
from bot.screens.parts import EXCERPT, cut, lines
from bot.taps.practice import AGREED_HIDE
from bot.texts import Texts

MOST = 3  # notes: the newest


def agreed_words(facts: Facts, texts: Texts) -> str | None:
    """A line for each note; nothing where there is none."""
    if not facts.agreed:
        return None
    newest = facts.agreed[-MOST:]
    return lines(texts("agreed"), *(texts("session-note-line", words=cut(one.words, EXCERPT)) for one in newest))


def agreed_buttons(facts: Facts, texts: Texts) -> Rows:
    """To be read no more."""
    if not facts.agreed:
        return ()
    return ((does(texts.label("agreed-hide"), AGREED_HIDE, facts.agreed[-1].session_on),),)
