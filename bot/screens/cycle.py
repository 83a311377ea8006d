"""How it goes round for a client, from their own entries; theirs alone until they tap to show it."""

from dataclasses import dataclass

from bot.screen import Button, Screen, does
from bot.screens.parts import lines, paragraphs
from bot.screens.patterns.view import answering
from bot.screens.pictures.what import feeling
from bot.screens.reads import practitioner_name, zone_of
from bot.taps.diary import CYCLE_SHARE
from bot.taps.everywhere import OPEN_MINE
from bot.texts import Texts
from bot.texts.dates import day, local
from care.cycle import Round, round_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.counts import Share
from programme.cycle import Cycle
from programme.patterns import ENOUGH
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`practitioner` is who could see it (None: there is nobody), `zone` where the client is."""

    goes: Round
    practitioner: str | None
    zone: str


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """As it is now."""
    return Facts(await round_of(tx, person), await practitioner_name(tx, person), zone_of(person))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The round with its counts, as a question; what the practitioner sees of it, and the tap that changes that."""
    home = does(texts.label("button-back"), OPEN_MINE, "patterns")
    if not facts.goes.kept:
        return Screen(paragraphs(texts("cycle"), texts("patterns-not-kept")), ((home,),))
    found = facts.goes.now
    if found is None and facts.goes.count < ENOUGH:
        told = texts("cycle-few", count=facts.goes.count, enough=ENOUGH)
    elif found is None:
        told = texts("cycle-none")
    else:
        told = lines(*steps(found, texts), texts("cycle-round"))
    asks = found is not None and not facts.goes.settled
    words = paragraphs(texts("cycle"), told, texts("cycle-question") if asks else None, _sees(facts, texts))
    answers = answering(frozenset({found.trigger}), texts) if found is not None and asks else ()
    return Screen(words, (*answers, *((button,) for button in _sharing(facts, texts)), (home,)))


def steps(found: Cycle, texts: Texts) -> tuple[str | None, ...]:
    """What was going on, how it felt, a cigarette, and how stress was later; each with its counts."""
    moment = texts.label(f"moment-{found.moment}")
    going_on = texts("cycle-moment", moment=moment, count=found.moments.count, of=found.moments.of)
    felt, later = None, texts("cycle-later-not-said")
    if found.felt is not None:
        named = feeling(found.felt, texts)
        felt = texts("cycle-felt", feeling=named, count=found.feelings.count, of=found.feelings.of)
    if found.later is not None:
        counts = {"lower": found.later.lower, "same": found.later.same, "higher": found.later.higher}
        later = texts("cycle-later", of=found.later.of, **counts)
    return going_on, felt, texts("cycle-cigarette"), later


def in_one_line(found: Cycle, texts: Texts) -> str:
    """The same for a practitioner: "Stress 8 of 14 → Low 6 of 8 → a cigarette → stress later lower 2 of 7, ..."."""
    steps = [_step(texts.label(f"moment-{found.moment}"), found.moments, texts)]
    if found.felt is not None:
        steps.append(_step(feeling(found.felt, texts), found.feelings, texts))
    steps.append(texts.label("summary-cycle-cigarette"))
    if found.later is not None:
        counts = {"lower": found.later.lower, "same": found.later.same, "higher": found.later.higher}
        steps.append(texts.label("summary-cycle-later", **counts))
    return " → ".join(steps)


def _step(name: str, share: Share, texts: Texts) -> str:
    return texts.label("summary-cycle-step", name=name, count=share.count, of=share.of)


def _sees(facts: Facts, texts: Texts) -> str | None:
    """True by what was shared, which may be older than what stands above it."""
    if facts.practitioner is None or facts.goes.shared is None:
        return texts("cycle-who-you")
    seen, since = facts.goes.shared
    told = {"practitioner": facts.practitioner, "day": day(texts, local(since, facts.zone).date())}
    return texts("cycle-who-same" if seen == facts.goes.now else "cycle-who-older", **told)


def _sharing(facts: Facts, texts: Texts) -> tuple[Button, ...]:
    if facts.practitioner is None:
        return ()
    seen = facts.goes.shared[0] if facts.goes.shared else None
    share = does(texts.label("check-in-share", practitioner=facts.practitioner), CYCLE_SHARE, True)
    keep = does(texts.label("check-in-unshare"), CYCLE_SHARE, False)
    fresh = (share,) if facts.goes.now is not None and seen != facts.goes.now else ()
    return (*fresh, *((keep,) if seen is not None else ()))
