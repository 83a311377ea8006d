"""How it went at 4, 12, 26 and 52 weeks: asked, entered by a practitioner, or not to be asked any more."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.check_in.taps import CARD_AWAY
from bot.kit.calendar import OnDay, day_rows, in_words, month_rows, month_title, read_on_day
from bot.kit.parts import lines, paragraphs
from bot.kit.people import Sees, answers_line, called, sees_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_VIEW, read_month
from bot.practice.taps import CLIENTS, FOLLOW_UP_BACK, GONE_BY, GONE_DAY, GONE_MONTH, HEARD_SAID, OUTCOMES
from bot.quitting.taps import OUTCOME_HERE, OUTCOME_IS, OUTCOME_OPEN
from bot.schedule.why import VIEW, WhyFacts, why_of, why_screen
from bot.texts import Texts
from bot.texts.dates import day, short_day
from care.practice.clients import authorise_client
from care.quitting.outcomes import asks_next, question_of
from care.quitting.readings import FollowUpEnd, follow_up_ended_by, tries_shown
from care.schedule.closing import own_prompt
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person, today_of
from programme.quitting.follow_ups import A_YEAR, FOUR_WEEKS, HALF_A_YEAR, RANGES, OutcomeAnswer, since
from programme.quitting.nhs import CLOSES_DAY, FIRST_DAY, LAST_DAY, OPENS_DAY
from programme.quitting.outcomes import latest_attempt
from programme.schedule.plan import OUTCOME
from programme.schedule.prompt import PromptState

CHANGE = "change"
_NAMES = dict(zip(RANGES, ("none", "few", "more", "not-said"), strict=True))


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """`milestone` is 28, 84, 182 or 364 days since the quit date `quit_on`; None: that try is over. `said` so far.

    `following` is the milestone that is asked about next by itself; None where none is. `last` is the last local day
    that is asked about, once it is over; None: up to now.
    """

    why: WhyFacts
    sees: Sees
    milestone: int | None = None
    quit_on: date | None = None
    said: OutcomeAnswer | None = None
    view: str = ""
    following: int | None = None
    last: date | None = None


async def outcome_facts(tx: Tx, person: Person, row: ScreenRow) -> OutcomeFacts | None:
    """What is asked about, and what was said; None where it is not this person's."""
    prompt = await own_prompt(tx, person, row.subject_id, {OUTCOME})
    if prompt is None:
        return None
    why, sees, view = await why_of(tx, prompt), await sees_of(tx, person), row.args.get("view", "")
    about = await question_of(tx, person, prompt)
    if about is None:
        return OutcomeFacts(why, sees, view=view)
    following, quit_on = await asks_next(tx, person), about.attempt.quit_on
    return OutcomeFacts(why, sees, about.milestone, quit_on, about.said, view, following, about.last)


def outcome_screen(facts: OutcomeFacts, texts: Texts) -> Screen:
    """The question with its ranges; then what was said, open to be corrected."""
    prompt = facts.why.prompt
    if facts.view == VIEW:
        return why_screen(facts.why, texts)
    if facts.milestone is None or facts.quit_on is None:
        return Screen(texts("check-in-closed"))
    if facts.said is not None and facts.view != CHANGE:
        change = does(texts.label("button-change"), OPEN_VIEW, CHANGE)
        return Screen(outcome_kept(facts.said, facts.following, texts), ((change,),))
    if prompt.state in (PromptState.CANCELLED, PromptState.PAUSED):
        return Screen(texts("check-in-closed"))
    asked = outcome_question(facts.milestone, facts.quit_on, facts.last, texts)
    late = texts("outcome-closed") if prompt.state is not PromptState.OPEN and facts.said is None else None
    why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
    first, rest = outcome_ranges(texts)
    buttons: Rows = (first, rest, (why,))
    return Screen(paragraphs(lines(late, asked), answers_line(facts.sees, texts)), buttons)


def outcome_question(milestone: int, quit_on: date, last: date | None, texts: Texts) -> str:
    """Have they smoked since? Once its days are over it names them: what came after is not asked about."""
    first = day(texts, since(quit_on))
    if last is None:
        return texts(f"outcome-{milestone}", day=first)
    key = f"outcome-{milestone}-over" if milestone == FOUR_WEEKS else "outcome-over"
    return texts(key, first=first, last=day(texts, last))


def outcome_kept(said: OutcomeAnswer, following: int | None, texts: Texts) -> str:
    """What was said, and when this is asked next, where it is."""
    words = texts("outcome-kept", said=result_words(said, texts))
    more = texts("outcome-check-ins") if said.milestone == HALF_A_YEAR else None
    if following is None:
        return lines(words, texts("outcome-last") if said.milestone == A_YEAR else more)
    return lines(words, texts(f"outcome-next-{following}"), more)


def result_words(said: OutcomeAnswer, texts: Texts) -> str:
    """What was said, as it was said."""
    return texts.label(f"outcome-{_NAMES[said.answer]}")


def outcome_ranges(texts: Texts, of: int | None = None) -> tuple[tuple[Button, ...], tuple[Button, ...]]:
    """How many, in one row; rather not, in another. `of`: the question, where it stands on another screen."""
    labels = {code: texts.label(f"outcome-{name}") for code, name in _NAMES.items()}
    found = [
        does(label, OUTCOME_IS, code) if of is None else does(label, OUTCOME_HERE, (of, code))
        for code, label in labels.items()
    ]
    return tuple(found[:3]), (found[3],)


@dataclass(frozen=True, slots=True)
class OutcomeCardFacts:
    """The question, by its id, and about which `milestone` since `quit_on` it is; what was `said`, and what follows.

    `last` is the last local day that is asked about, once it is over; None: up to now.
    """

    prompt_id: int
    milestone: int
    quit_on: date
    said: OutcomeAnswer | None = None
    following: int | None = None
    last: date | None = None


async def outcome_card_facts(tx: Tx, person: Person, about: int) -> OutcomeCardFacts | None:
    """Nothing where that try is over."""
    asked = await own_prompt(tx, person, about, {OUTCOME})
    of = await question_of(tx, person, asked) if asked is not None else None
    if of is None:
        return None
    following = await asks_next(tx, person) if of.said else None
    return OutcomeCardFacts(about, of.milestone, of.attempt.quit_on, of.said, following, of.last)


def outcome_card_words(facts: OutcomeCardFacts, texts: Texts) -> str:
    """The question; then what was said."""
    if facts.said is not None:
        return outcome_kept(facts.said, facts.following, texts)
    return outcome_question(facts.milestone, facts.quit_on, facts.last, texts)


def outcome_card_buttons(facts: OutcomeCardFacts, texts: Texts) -> Rows:
    """Answered here, or another time; what was said is corrected below."""
    if facts.said is not None:
        return ((does(texts.label("outcome-change"), OUTCOME_OPEN, facts.prompt_id),),)
    first, rest = outcome_ranges(texts, facts.prompt_id)
    return first, (*rest, does(texts.label("button-not-now"), CARD_AWAY))


@dataclass(frozen=True, slots=True)
class AskHeardFacts:
    """Whose, and on which day it was heard. `quit_on` is that of the try it is about; None: no quit date had come."""

    id: int
    name: str
    day: OnDay
    quit_on: date | None


async def ask_heard_facts(tx: Tx, person: Person, row: ScreenRow) -> AskHeardFacts | None:
    """Nothing is asked about somebody who is not with this practitioner, or shows them no quit date."""
    found = await tries_shown(tx, person, row.subject_id or 0)
    if found is None:
        return None
    client, tries = found
    day = read_on_day(row, today_of(tx.now, client))
    about = latest_attempt(tries, day.picked)
    name = await called(tx, person, client.id)
    return AskHeardFacts(client.id, name, day, about.quit_on if about else None)


def ask_heard_screen(facts: AskHeardFacts, texts: Texts) -> Screen:
    """One tap; the day it was heard on stands there to be changed first."""
    cancel = (does(texts.label("button-cancel"), OUTCOMES),)
    days = day_rows(facts.day, texts)
    if facts.quit_on is None:
        return Screen(texts("ask-heard-no-date", name=facts.name), (*days, cancel))
    first, last, opens, closes = (
        short_day(texts, facts.quit_on + timedelta(days=n)) for n in (FIRST_DAY, LAST_DAY, OPENS_DAY, CLOSES_DAY)
    )
    asked = texts("ask-heard", name=facts.name, first=first, last=last, day=in_words(facts.day, texts))
    number = (facts.day.picked - facts.quit_on).days
    outside = None if OPENS_DAY <= number <= CLOSES_DAY else texts("ask-heard-window", first=opens, last=closes)
    if facts.day.month is not None or number <= FIRST_DAY:
        return Screen(paragraphs(asked, outside), (*days, cancel))
    said = [does(texts.label(f"heard-{name}"), HEARD_SAID, code) for code, name in _NAMES.items()]
    return Screen(paragraphs(asked, outside), (tuple(said[:3]), (said[3],), *days, cancel))


@dataclass(frozen=True, slots=True)
class AskReadingFacts:
    """Whose reading, and of which day."""

    id: int
    name: str
    day: OnDay


async def ask_reading_facts(tx: Tx, person: Person, row: ScreenRow) -> AskReadingFacts | None:
    """Nothing is asked about somebody who is not with this practitioner."""
    client = await authorise_client(tx, person, row.subject_id or 0)
    if client is None:
        return None
    return AskReadingFacts(client.id, await called(tx, person, client.id), read_on_day(row, today_of(tx.now, client)))


def ask_reading_screen(facts: AskReadingFacts, texts: Texts) -> Screen:
    """The number is typed, with its day where that is another one."""
    asked = texts("ask-reading", name=facts.name, day=in_words(facts.day, texts))
    cancel = does(texts.label("button-cancel"), OUTCOMES)
    return Screen(lines(asked, texts("ask-reading-typed")), (*day_rows(facts.day, texts), (cancel,)))


EARLIEST = timedelta(days=365)  # back


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """`name` is empty where they are nobody's of this practitioner. `ended`: what was entered; `why`: being entered.

    `today` is the client's local date, `month` the one that is shown to pick from.
    """

    id: int
    name: str
    today: date
    ended: FollowUpEnd | None = None
    why: FollowUpEnd | None = None
    month: date | None = None


async def follow_up_facts(tx: Tx, person: Person, row: ScreenRow) -> FollowUpFacts:
    """As it was entered last."""
    client = await authorise_client(tx, person, row.subject_id or 0)
    if client is None:
        return FollowUpFacts(0, "", tx.now.date())
    name, why = await called(tx, person, client.id), row.args.get("why")
    month = read_month(row.args.get("month", ""))
    return FollowUpFacts(
        client.id,
        name,
        today_of(tx.now, client),
        await follow_up_ended_by(tx, client.id),
        FollowUpEnd(why) if why else None,
        month,
    )


def follow_up_screen(facts: FollowUpFacts, texts: Texts) -> Screen:
    """What happened, on which day; then what it means, and how to take it back."""
    if not facts.name:
        return Screen(texts("outcomes-closed"), ((does(texts.label("summary-all"), CLIENTS),),))
    out = does(texts.label("button-back"), OUTCOMES)
    if facts.ended is not None:
        back = does(texts.label("follow-up-take-back"), FOLLOW_UP_BACK)
        return Screen(texts(f"follow-up-ended-{facts.ended}", name=facts.name), ((back,), (out,)))
    if facts.why is not None:
        shown = facts.month or facts.today
        month = month_rows(texts, shown, facts.today - EARLIEST, facts.today, on=GONE_DAY, beside=GONE_MONTH)
        words = paragraphs(texts(f"follow-up-when-{facts.why}", name=facts.name), f"<b>{month_title(texts, shown)}</b>")
        return Screen(words, (*month, (out,)))
    whys = (does(texts.label(f"follow-up-{one}"), GONE_BY, one) for one in FollowUpEnd)
    return Screen(
        lines(texts("follow-up", name=facts.name), texts("follow-up-means")), (*((why,) for why in whys), (out,))
    )
