"""The nine questions, one message edited from question to question, and what they come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.kit.parts import lines, paragraphs, rows
from bot.kit.people import Sees, sees_of, told_line
from bot.kit.screen import Rows, Screen, does
from bot.kit.taps import OPEN_BELOW, OPEN_VIEW
from bot.measures.screens import to_closer
from bot.measures.taps import CLOSER, MPSS, MPSS_GO, MPSS_SKIP, MPSS_STOP
from bot.medicines.gate import mood_lines
from bot.safety.crisis import tell_button, very_low_ways_on
from bot.texts import Texts
from care.measures.scales import FillingOutcome, filling_of_person, filling_outcome_of, quit_date_of_filling
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.facts.withdrawal import (
    AT_LEAST,
    DIFFERS_UP_TO,
    WORTH_TELLING,
    ExplainedAs,
    Felt,
    longest,
    tells_too,
    weeks,
)
from programme.measures.mood import SYMPTOMS, Filling, MpssItem, MpssResult, Noted, Response
from programme.people.person import Person

LOW, FITS = "low", "fits"  # what may stand over it


@dataclass(frozen=True, slots=True)
class MpssFacts:
    """One filling-in. `open`: it takes answers now; `outcome` is known at its end, `quit_on` where there is one."""

    filling: Filling
    open: bool
    sees: Sees
    view: str = ""
    outcome: FillingOutcome | None = None
    quit_on: date | None = None


async def mpss_facts(tx: Tx, person: Person, row: ScreenRow) -> MpssFacts | None:
    """As it is now; None where it is not theirs, or was wiped."""
    filling = await filling_of_person(tx, person, row.subject_id or 0)
    if filling is None:
        return None
    view = row.args.get("view", "")
    is_over = filling.ended_at is not None
    outcome = await filling_outcome_of(tx, person, filling) if is_over or view == LOW else None
    quit_on = await quit_date_of_filling(tx, person.id, filling.on) if is_over else None
    return MpssFacts(
        filling, filling.takes_answers(tx.now), await sees_of(tx, person, tells=True), view, outcome, quit_on
    )


def mpss_screen(facts: MpssFacts, texts: Texts) -> Screen:
    """The way out on a very low answer, the question it stands at, or what it comes to."""
    if facts.view == LOW:
        return _very_low(facts, texts)
    if facts.view == FITS:
        return Screen(texts("mpss-thanks"), ((to_closer(texts),),))
    if facts.open:
        return _question(facts, facts.filling.next_item or MpssItem.DEPRESSED, texts)
    if facts.outcome is None:
        return Screen(texts("mpss-closed" if facts.filling.scores else "mpss-closed-empty"))
    return _over(facts, facts.outcome, texts)


def _very_low(facts: MpssFacts, texts: Texts) -> Screen:
    carry_on = does(texts.label("very-low-carry-on"), MPSS_GO)
    note = mood_lines(facts.outcome.medicines if facts.outcome else None, texts)
    return Screen(paragraphs(texts("very-low"), note), very_low_ways_on(facts.sees.route, carry_on, texts=texts))


def _question(facts: MpssFacts, item: MpssItem, texts: Texts) -> Screen:
    head = texts("mpss-head", number=int(item))
    asked = paragraphs(lines(head, texts(f"mpss-{int(item)}")), told_line(facts.sees, texts))
    skip = does(texts.label("button-skip"), MPSS_SKIP, item)
    stop = does(texts.label("mpss-stop"), MPSS_STOP)
    return Screen(asked, (*_amounts(item, texts), (skip, stop)))


def _amounts(item: MpssItem, texts: Texts) -> Rows:
    kind = "amount" if item in SYMPTOMS else "time" if item is MpssItem.URGE_TIME else "strength"
    scores = range(1, 6) if item in SYMPTOMS else range(6)
    each = (does(texts.label(f"mpss-{kind}-{n}"), MPSS, (item, str(n))) for n in scores)
    return rows(each, 3 if item in SYMPTOMS else 2)


def _over(facts: MpssFacts, outcome: FillingOutcome, texts: Texts) -> Screen:
    if not facts.filling.scores:
        return Screen(texts("mpss-empty"), ((to_closer(texts),),))
    result = outcome.result
    if result.scored is None:
        thanks = texts("mpss-no-date" if facts.quit_on is None else "mpss-baseline")
        return Screen(paragraphs(thanks, _tell_line(facts, outcome, texts)), _tell_rows(facts, outcome, texts))
    noted = lines(*_noted(result.noted, facts, texts))
    none_new = texts("mpss-none-new") if not result.noted and result.scored.has_baseline else None
    head = texts("mpss-day", day=result.scored.day)
    without = None if result.scored.has_baseline else texts("mpss-no-baseline")
    body = paragraphs(
        lines(head, without), noted or none_new, _eased(result, texts), _tell_line(facts, outcome, texts),
        texts("mpss-fits") if noted else None,
    )  # fmt: skip
    fits = tuple(does(texts.label(f"mpss-fits-{one}"), OPEN_VIEW, FITS) for one in ("yes", "no"))
    return Screen(body, (*((fits,) if noted else ()), *_tell_rows(facts, outcome, texts)))


def _noted(noted: Sequence[Noted], facts: MpssFacts, texts: Texts) -> Iterator[str]:
    """A line for all of which the same may be said on that day, and one for urges."""
    found: dict[tuple[str, int], list[str]] = {}
    for one in noted:
        if one.felt is Felt.URGES:
            yield texts(f"mpss-urges-{one.said}", weeks=weeks(one.felt))
            continue
        bound = longest(one.felt) if one.said is ExplainedAs.LONGER else weeks(one.felt) if one.said in _BOUNDED else 0
        found.setdefault((_key(one), bound), []).append(texts.label(f"felt-{one.felt}"))
    for (key, bound), felt in sorted(found.items()):
        args: dict[str, str | int] = {"felt": ", ".join(felt).lower()}
        args |= {"weeks": bound} if bound else {}
        args |= (
            {"longer": max(DIFFERS_UP_TO.values()) // 7} if key == ExplainedAs.DIFFER else {}
        )  # the same for all of these
        args |= {"practitioner": _who(facts, texts)} if key in _NAMES_WHO else {}
        yield texts(f"mpss-{key}", **args)


def _key(one: Noted) -> str:
    if one.said is not ExplainedAs.COMMON:
        return str(one.said)
    kind = "-mood" if one.felt in WORTH_TELLING else "-least" if one.felt in AT_LEAST else ""
    return f"{one.said}{kind}"


_BOUNDED = frozenset({ExplainedAs.COMMON, ExplainedAs.STILL, ExplainedAs.DIFFER})
_NAMES_WHO = frozenset({f"{ExplainedAs.COMMON}-mood", str(ExplainedAs.TELL), str(ExplainedAs.LONGER)})


def _eased(result: MpssResult, texts: Texts) -> str | None:
    if not result.eased:
        return None
    return texts("mpss-eased", felt=", ".join(texts.label(f"felt-{one}") for one in result.eased).lower())


_SAYS_TELL = frozenset({ExplainedAs.TELL, ExplainedAs.COMMON, ExplainedAs.LONGER})


def _tell_line(facts: MpssFacts, outcome: FillingOutcome, texts: Texts) -> str | None:
    """For whom it may be: the prescriber, the practitioner; not what a line above says already."""
    noted = outcome.result.noted
    prescriber = any(one.said is ExplainedAs.PRESCRIBER for one in noted)
    prescriber = prescriber or outcome.response is not Response.NONE
    mood = any(one.felt in WORTH_TELLING for one in noted) or outcome.response is not Response.NONE
    is_said = any(one.said in _SAYS_TELL and one.felt in WORTH_TELLING for one in noted)
    worth = mood and not is_said
    tell = texts("mpss-worth-telling", practitioner=_who(facts, texts)) if worth else None
    note = mood_lines(outcome.medicines, texts) if prescriber else None
    return lines(note, tell) or None


def _is_worth_telling(outcome: FillingOutcome) -> bool:
    mood = any(tells_too(one.felt, one.said) for one in outcome.result.noted)
    return mood or outcome.response is not Response.NONE


def _tell_rows(facts: MpssFacts, outcome: FillingOutcome, texts: Texts) -> Rows:
    tell: Rows = ()
    if _is_worth_telling(outcome):
        tell = (
            (does(texts.label("very-low-talk"), OPEN_BELOW, "crisis"),),
            *tell_button(facts.sees.route, texts=texts),
        )
    more = does(texts.label("closer-withdrawal"), CLOSER, "withdrawal")
    return (*tell, (more, to_closer(texts)))


def _who(facts: MpssFacts, texts: Texts) -> str:
    return facts.sees.practitioner or texts.label("someone-near")
