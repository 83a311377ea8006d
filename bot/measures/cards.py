"""The cards that offer short questions in the closing words of a check-in."""

from dataclasses import dataclass

from bot.check_in.taps import CARD_AWAY
from bot.kit.parts import rows
from bot.kit.screen import Rows, does
from bot.kit.taps import OPEN_MINE
from bot.measures.ratings import A_DAY
from bot.measures.taps import CLOSER, EASIER_NEVER, MPSS_NEVER, MPSS_START
from bot.quitting.taps import USUAL_IS
from bot.texts import Texts
from care.measures.scales import has_filling_before, hsi_of, is_easier_wanted, is_filling_wanted, usual_of
from db.tx import Tx
from programme.people.person import Person


async def hsi_card_facts(tx: Tx, person: Person, about: int) -> int | None:
    """None once it is known."""
    return None if await hsi_of(tx, person) else about


def hsi_card_words(facts: int, texts: Texts) -> str:  # noqa: ARG001
    """The offer."""
    return texts("hsi-card")


def hsi_card_buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """Now, or not now."""
    start = does(texts.label("hsi-card-start"), CLOSER, "hsi")
    return ((start, does(texts.label("check-in-not-now"), CARD_AWAY)),)


@dataclass(frozen=True, slots=True)
class MpssCardFacts:
    """Whether it is before the quit date; or, after it, whether something stands `compared` from before it."""

    before: bool
    compared: bool = False


async def mpss_card_facts(tx: Tx, person: Person, about: int) -> MpssCardFacts | None:
    """None once they have begun, or want no more of it."""
    wanted = await is_filling_wanted(tx, person)
    return MpssCardFacts(about < 0, await has_filling_before(tx, person)) if wanted else None


def mpss_card_words(facts: MpssCardFacts, texts: Texts) -> str:
    """What they are for."""
    if facts.before:
        return texts("mpss-card-before")
    return texts("mpss-card-after" if facts.compared else "mpss-card-after-alone")


def mpss_card_buttons(facts: MpssCardFacts, texts: Texts) -> Rows:  # noqa: ARG001
    """Start, not now, not any more."""
    start = does(texts.label("mpss-card-start"), MPSS_START)
    never = does(texts.label("mpss-card-never"), MPSS_NEVER)
    return ((start, does(texts.label("check-in-not-now"), CARD_AWAY)), (never,))


async def easier_card_facts(tx: Tx, person: Person, about: int) -> int | None:
    """None once they told today, or want no more of it."""
    return about if await is_easier_wanted(tx, person) else None


def easier_card_words(facts: int, texts: Texts) -> str:  # noqa: ARG001
    """The question."""
    return texts("easier-card")


def easier_card_buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """Tell, not now, not any more."""
    tell = does(texts.label("easier-card-start"), CLOSER, "easier")
    rest = (does(texts.label("check-in-not-now"), CARD_AWAY), does(texts.label("easier-card-never"), EASIER_NEVER))
    return ((tell, *rest),)


async def usual_card_facts(tx: Tx, person: Person, about: int) -> int | None:
    """None once it is known."""
    return None if await usual_of(tx, person) is not None else about


def usual_card_words(facts: int, texts: Texts) -> str:  # noqa: ARG001
    """The question."""
    return texts("usual-card")


def usual_card_buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """A number by a tap, any other on its own screen, or not now."""
    numbers = rows((does(str(one), USUAL_IS, one) for one in A_DAY), len(A_DAY))
    other = does(texts.label("usual-card-other"), OPEN_MINE, "usual")
    return (*numbers, (other, does(texts.label("check-in-not-now"), CARD_AWAY)))
