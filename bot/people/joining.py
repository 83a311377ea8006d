"""The screens of a client's joining: the first one, who sees what, the choices, the name, and that all is set up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.check_in.facts import next_hello
from bot.kit.parts import back, go, lines, paragraphs
from bot.kit.people import practitioner_name
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import CANCEL, OPEN_VIEW
from bot.people.taps import CHOICES_DONE, DECLINE, JOIN_AGAIN, JOIN_FITS, OWN_NAME, SET_UP, SKIP_HELPED, TOGGLE
from bot.safety import crisis
from bot.schedule.taps import CHANGE_TIME
from bot.texts import Texts, texts_for
from bot.texts.dates import Expected, when
from care import toolkit
from care.people import invites
from care.practice.clients import practitioner_of
from care.safety.cards import card_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.consent import BY_A_TAP, JOINING, PRACTITIONERS_OWN, STANDING, Choices, ConsentItem
from programme.people.person import Person
from programme.safety.cards import NATIONS, CrisisCard


@dataclass(frozen=True, slots=True)
class WhoSeesWhatFacts:
    """Whose link it was."""

    practitioner: str


async def who_sees_what_facts(tx: Tx, person: Person, row: ScreenRow) -> WhoSeesWhatFacts | None:  # noqa: ARG001
    """The practitioner of the link; there is nothing to say without one."""
    name = await practitioner_name(tx, person)
    return None if name is None else WhoSeesWhatFacts(name)


def who_sees_what_screen(facts: WhoSeesWhatFacts, texts: Texts) -> Screen:
    """The whole of it on one screen."""
    return Screen(whole_list(facts.practitioner, texts), ((back(texts, "welcome"),),))


def whole_list(practitioner: str, texts: Texts) -> str:
    """Line for line what a practitioner comes to see, by the table that decides it, and what stays with them."""
    choice = texts.label("choice-summary", practitioner=practitioner)
    by_replies = [line for line, agreed in STANDING.items() if ConsentItem.KEEP_ANSWERS not in agreed.items]
    by_answers = [line for line in STANDING if line not in by_replies]
    groups = {"joined": PRACTITIONERS_OWN, "summary": by_replies, "answers": by_answers, "tap": BY_A_TAP}
    parts = [lines(texts("who"), texts("who-you"))]
    for group, shown in groups.items():
        head = texts(f"who-{group}", practitioner=practitioner, choice=choice)
        named = (texts(f"shows-{line}", practitioner=practitioner) for line in shown)
        parts.append(lines(head, *(f"· {one}" for one in named)))
    return paragraphs(*parts, texts("who-else"))


LIST = "list"  # view: who sees what, line for line


@dataclass(frozen=True, slots=True)
class ChoicesFacts:
    """What is ticked so far, and whose summary it would be. `anew`: the words changed since they answered.

    `items` are asked, in this order. `view`: "" or LIST.
    """

    practitioner: str
    choices: Choices
    anew: bool = False
    items: Sequence[ConsentItem] = JOINING
    view: str = ""


async def choices_facts(tx: Tx, person: Person, row: ScreenRow) -> ChoicesFacts:
    """What is ticked so far lies with the screen, so that nothing counts before Continue."""
    known = await practitioner_of(tx, person)
    name = (known and known.name) or texts_for(person.locale).label("someone")
    every = tuple(ConsentItem) if row.args.get("for") == "settings" else JOINING
    items = tuple(one for one in every if known is not None or one is not ConsentItem.SUMMARY)
    choices, anew = Choices.from_codes(row.args.get("choices", ())), bool(row.args.get("anew"))
    return ChoicesFacts(name, choices, anew, items, row.args.get("view", ""))


def _tick(item: ConsentItem, facts: ChoicesFacts, texts: Texts) -> Button:
    args = {"practitioner": facts.practitioner} if item is ConsentItem.SUMMARY else {}
    choice = texts.label(f"choice-{item}", **args)
    mark = "choice-on" if item in facts.choices.granted else "choice-off"
    return does(texts.label(mark, choice=choice), TOGGLE, item)


def choices_screen(facts: ChoicesFacts, texts: Texts) -> Screen:
    """Each item is its own button, with its box; all that is shown, line for line, is a tap away."""
    if facts.view == LIST:
        return Screen(whole_list(facts.practitioner, texts), ((back(texts),),))
    ticks = tuple((_tick(item, facts, texts),) for item in facts.items)
    more = texts("choices-same_day") if ConsentItem.SAME_DAY in facts.items else None
    said = ("choices-anew", "choices") if facts.anew else ("choices",)
    words = paragraphs(*(texts(key, practitioner=facts.practitioner) for key in said), more)
    whole, done = (
        does(texts.label("choices-whole"), OPEN_VIEW, LIST),
        does(texts.label("button-continue"), CHOICES_DONE),
    )
    return Screen(words, (*ticks, (whole, done)))


@dataclass(frozen=True, slots=True)
class AskNameFacts:
    """`changing`: they have a name already."""

    changing: bool


async def ask_name_facts(tx: Tx, person: Person, row: ScreenRow) -> AskNameFacts:  # noqa: ARG001
    """A name that is there is being changed."""
    return AskNameFacts(changing=person.name is not None)


def ask_name_screen(facts: AskNameFacts, texts: Texts) -> Screen:
    """Typed, or Telegram's own first name, which is read when it is tapped and never kept in a button."""
    own = does(texts.label("ask-name-own"), OWN_NAME)
    if facts.changing:
        cancel = does(texts.label("button-cancel"), CANCEL)
        return Screen(texts("ask-name-change"), ((own,), (cancel,)))
    return Screen(texts("ask-name"), ((own,),))


FITS, DECLINED = "fits", "declined"  # views: is one of these you? it is not for them


@dataclass(frozen=True, slots=True)
class WelcomeFacts:
    """`practitioner` gave the link (None: there was no link); `danger` is the one line of the crisis card.

    `nation` is whose numbers they or that practitioner chose (ISO 3166, None: nobody has). `undo`: the link that they
    let go of is known here, and can be theirs again. `guest`: they are here as a supporter too, and keep to that.
    """

    practitioner: str | None
    danger: str
    view: str = ""
    nation: str | None = None
    undo: bool = False
    guest: bool = False


async def welcome_facts(tx: Tx, person: Person, row: ScreenRow) -> WelcomeFacts:
    """The link that was opened, until it is used or let go of; without one, a stranger."""
    danger, view = (await card_of(tx, person)).danger, str(row.args.get("view", ""))
    if view != DECLINED:
        return WelcomeFacts(await practitioner_name(tx, person), danger, view)
    let_go = await invites.let_go(tx, int(row.args.get("invite", 0)))
    by = let_go.issuer if let_go is not None else None
    name, theirs = (None, None) if by is None else (by.name, by.nation)
    return WelcomeFacts(name, danger, view, person.nation or theirs, undo=let_go is not None, guest=person.is_guest)


def welcome_screen(facts: WelcomeFacts, texts: Texts) -> Screen:
    """Craving help and crisis numbers work from here, whatever is chosen."""
    craving = go(texts, "welcome-craving", "craving")
    if facts.view == DECLINED:
        return Screen(_elsewhere(facts, texts), _after(facts, texts))
    if facts.practitioner is None:
        danger = texts("welcome-stranger", danger=facts.danger)
        return Screen(danger, ((craving,), (go(texts, "welcome-numbers", "help"),)))
    if facts.view == FITS:
        return _fits(texts)
    return Screen(
        texts("welcome", practitioner=facts.practitioner, danger=facts.danger),
        (
            (craving,),
            (does(texts.label("welcome-set-up"), SET_UP),),
            (go(texts, "welcome-who", "who_sees_what"), _not_for_me("welcome-not-for-me", texts)),
        ),
    )


def _not_for_me(key: str, texts: Texts) -> Button:
    return does(texts.label(key), DECLINE)


def _fits(texts: Texts) -> Screen:
    """Both answers to whom it does not fit are the very tap of "Not for me": what was tapped never reaches us."""
    young, pregnant = _not_for_me("fits-young", texts), _not_for_me("fits-pregnant", texts)
    none = does(texts.label("fits-none"), JOIN_FITS)
    return Screen(texts("fits"), ((young, pregnant), (none,), (_not_for_me("welcome-not-for-me", texts), back(texts))))


def _elsewhere(facts: WelcomeFacts, texts: Texts) -> str:
    """The same words to everybody, whyever they do not join: with whom else there is for the two it does not fit."""
    name = facts.practitioner
    seen = texts("declined-nobody") if name is None else texts("declined", practitioner=name)
    nation = texts(f"elsewhere-{facts.nation.lower()}") if facts.nation and facts.nation in NATIONS else None
    pregnant = " ".join(one for one in (texts("elsewhere-pregnant"), nation) if one)
    return paragraphs(
        seen,
        lines(texts("elsewhere"), pregnant),
        texts("elsewhere-young"),
        None if facts.guest else texts("declined-stays"),
    )


def _after(facts: WelcomeFacts, texts: Texts) -> Rows:
    craving = () if facts.guest else ((go(texts, "welcome-craving", "craving"),),)
    undo = ((does(texts.label("button-back"), JOIN_AGAIN),),) if facts.undo else ()
    return (*craving, (go(texts, "welcome-numbers", "help"),), *undo)


HELPED, KEPT = "helped", "kept"  # views: what has helped is asked; it is kept


@dataclass(frozen=True, slots=True)
class ReadyFacts:
    """`next_at` (UTC) is when I write first; None: they chose no check-ins. `card`: its nation is asked for.

    `view`: HELPED asks what has helped before, the first item of the toolkit; KEPT says that it is there.
    """

    name: str
    now: datetime
    zone: str | None
    next_at: Expected | None
    card: CrisisCard
    view: str = ""


async def ready_facts(tx: Tx, person: Person, row: ScreenRow) -> ReadyFacts:
    """Their name, when their plan comes due, and whether anything is in their toolkit."""
    view = str(row.args.get("view", ""))
    if view == KEPT and not await toolkit.items_of(tx, person):
        view = ""
    comes = await next_hello(tx, person)
    return ReadyFacts(person.name or "", tx.now, person.zone, comes, await card_of(tx, person), view)


def ready_screen(facts: ReadyFacts, texts: Texts) -> Screen:
    """A greeting, the next hello, and the two commands to remember; one question at a time."""
    craving = (go(texts, "welcome-craving", "craving"),)
    change = () if facts.next_at is None else ((does(texts.label("button-change"), CHANGE_TIME),),)
    if facts.view == HELPED:
        skip = (does(texts.label("button-skip"), SKIP_HELPED),)
        return Screen(paragraphs(_set_up(facts, texts), texts("ask-helped")), (skip, craving, *change))
    said = texts("ready-kept") if facts.view == KEPT else _set_up(facts, texts)
    nation = crisis.nation_question(facts.card, texts)
    return Screen(lines(said, nation), (craving, *change, *crisis.while_nation_asked(facts.card, texts)))


def _set_up(facts: ReadyFacts, texts: Texts) -> str:
    hello = texts("ready-quiet")
    if facts.next_at is not None:
        hello = texts("ready-check-in", when=when(texts, facts.next_at, facts.now, facts.zone))
    return lines(texts("ready", name=facts.name), hello, texts("ready-commands"))
