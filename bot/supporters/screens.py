"""A client's list of people on their side, one of them, and what such a one is sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.kit.parts import address, back, lines, paragraphs
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_VIEW
from bot.safety.crisis import card_lines
from bot.supporters.parts import day_names, supporter_name, ticked
from bot.supporters.taps import (
    NUDGE_DONE,
    NUDGE_SKIP,
    NUDGE_STOP,
    SUPPORT,
    SUPPORT_DAYS,
    SUPPORT_END,
    SUPPORT_LINK,
    SUPPORT_NEW,
    SUPPORT_SHARE,
    SUPPORT_TELL,
    SUPPORT_WISH,
    SUPPORTERS,
    WISH_LEAVE,
    WISH_SEND,
)
from bot.texts import Texts
from bot.texts.dates import clock, weekday
from care.people.invites import link_of
from care.safety.cards import card_of
from care.supporters import clients_side
from care.supporters.their_side import idea_of, nudge_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.invite import EXPIRES_AFTER
from programme.people.person import Person
from programme.safety.cards import CrisisCard
from programme.safety.danger import Brings
from programme.schedule.prompt import Prompt, PromptState
from programme.supporters.support import MOST_SUPPORTERS, Shared, Support, SupportState, idea_for

GONE = "gone"


@dataclass(frozen=True, slots=True)
class ListedSupporter:
    """One of them: `state` as in programme.supporters.support.SupportState, or GONE."""

    id: int
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class SupportersFacts:
    """Everybody on the list."""

    people: Sequence[ListedSupporter] = ()


async def state_of(tx: Tx, support: Support) -> str:
    """How it stands for the client: somebody who blocked us can't be reached, and that is all."""
    return GONE if await clients_side.is_gone(tx, support) else support.state.value


async def supporters_facts(tx: Tx, person: Person, row: ScreenRow) -> SupportersFacts:  # noqa: ARG001
    """As they stand now."""
    found = await clients_side.supporters_listed(tx, person)
    return SupportersFacts([ListedSupporter(one.id, one.label, await state_of(tx, one)) for one in found])


def supporters_screen(facts: SupportersFacts, texts: Texts) -> Screen:
    """A line and a button for each, and asking another one."""
    listed = [
        texts("supporters-line", name=one.name, state=texts.label(f"support-state-{one.state}")) for one in facts.people
    ]
    end = texts("supporters-look" if listed else "supporters-none")
    buttons = [(does(one.name, SUPPORT, one.id),) for one in facts.people]
    add = [(does(texts.label("supporters-add"), SUPPORT_NEW),)] if len(listed) < MOST_SUPPORTERS else []
    return Screen(paragraphs(texts("supporters"), lines(*listed), end), (*buttons, *add))


_SAID = {PromptState.DONE: "nudge-thanks", PromptState.SKIPPED: "nudge-skipped"}


@dataclass(frozen=True, slots=True)
class NudgeFacts:
    """`support` is None once it has ended. `view`: "", "worried" (with a card), "why" or "stop"."""

    name: str = ""
    client: str = ""
    support: Support | None = None
    idea: str = ""
    state: PromptState = PromptState.OPEN
    view: str = ""
    card: CrisisCard | None = None
    prompt: Prompt | None = None


async def nudge_facts(tx: Tx, person: Person, row: ScreenRow) -> NudgeFacts:
    """What is shown is looked up now: what the client took back is not there any more."""
    found = await nudge_of(tx, person, row.subject_id)
    if found is None:
        return NudgeFacts()
    prompt, support = found
    idea = (await idea_of(tx, prompt, support)).code
    view = row.args.get("view", "")
    card = await card_of(tx, person) if view == "worried" else None
    name = await supporter_name(tx, support.client_id)
    return NudgeFacts(person.name or "", name, support, idea, prompt.state, view, card, prompt)


def nudge_words(facts: NudgeFacts, texts: Texts) -> str:
    """The whole nudge, as the supporter reads it."""
    assert facts.support is not None, "there is one to read it"
    idea = texts.label(f"idea-{facts.idea}", client=facts.client)
    wish = facts.support.wish
    knows = Shared.STOPPING in facts.support.shares
    return paragraphs(
        lines(
            texts("nudge", name=facts.name),
            texts("nudge-line", idea=idea, line=texts.label(f"line-{facts.idea}")),
            texts("nudge-wish", client=facts.client, wish=wish) if wish else None,
            texts("nudge-not-your-job-stopped" if knows else "nudge-not-your-job", client=facts.client),
        )
    )


def nudge_screen(facts: NudgeFacts, texts: Texts) -> Screen:
    """The idea while it is open; a kind word after that."""
    if facts.support is None:
        return Screen(texts("supporting-ended"))
    if facts.view == "worried" and facts.card is not None:
        top = texts("nudge-worried-card", client=facts.client)
        return Screen(paragraphs(top, card_lines(facts.card, Brings.SOMEBODY_ELSE)), ((back(texts),),))
    if facts.view == "why" and facts.prompt is not None:
        return Screen(_why(facts.prompt, facts, texts), ((_stop(texts), back(texts)),))
    if facts.view == "stop":
        yes = does(texts.label("supporting-stop-yes"), NUDGE_STOP)
        return Screen(texts("supporting-stop", client=facts.client), ((yes,), (back(texts),)))
    if facts.state is PromptState.OPEN:
        return Screen(nudge_words(facts, texts), _buttons(texts))
    return Screen(texts(_SAID.get(facts.state, "nudge-over"), **_whom(facts)))


def _whom(facts: NudgeFacts) -> dict[str, str]:
    return {"client": facts.client} if facts.state is PromptState.DONE else {}


def _why(prompt: Prompt, facts: NudgeFacts, texts: Texts) -> str:
    """From the decision as it was kept: the days may be others now."""
    at = prompt.decision.get("asked_for") or prompt.slot
    return texts("nudge-why", client=facts.client, day=weekday(texts, prompt.local_date), time=at)


def _stop(texts: Texts) -> Button:
    return does(texts.label("nudge-stop"), OPEN_VIEW, "stop")


def _buttons(texts: Texts) -> Rows:
    done = does(texts.label("nudge-done"), NUDGE_DONE)
    skip = does(texts.label("nudge-not-this-week"), NUDGE_SKIP)
    worried = does(texts.label("nudge-worried"), OPEN_VIEW, "worried")
    why = does(texts.label("button-why"), OPEN_VIEW, "why")
    return ((done, skip), (_stop(texts), worried), (why,))


@dataclass(frozen=True, slots=True)
class SupporterFacts:
    """`client` is the client's own name, `state` as in bot.supporters.screens; `view`: "", "preview", "end"
    or "label" (what they are called would tell them of stopping)."""

    support: Support
    client: str
    state: str
    view: str = ""


async def supporter_facts(tx: Tx, person: Person, row: ScreenRow) -> SupporterFacts | None:
    """As it stands now; nothing where it is off the list."""
    support = await clients_side.supporter_of_client(tx, person, row.subject_id)
    if support is None:
        return None
    return SupporterFacts(
        support, await supporter_name(tx, person.id), await state_of(tx, support), row.args.get("view", "")
    )


def supporter_screen(facts: SupporterFacts, texts: Texts) -> Screen:
    """How it stands, with a box for each thing to show."""
    name, support = facts.support.label, facts.support
    if facts.view == "end":
        yes = does(texts.label("support-end-yes"), SUPPORT_END)
        return Screen(texts("support-end", name=name), ((yes,), (back(texts),)))
    if facts.view == "preview":
        read = NudgeFacts(name, facts.client, support, idea_for(support, 0).code)
        return Screen(paragraphs(texts("support-preview", name=name), nudge_words(read, texts)), ((back(texts),),))
    head = texts("support-one", name=name, state=texts.label(f"support-state-{facts.state}"))
    if support.state is SupportState.ENDED:
        return Screen(head, ((_off(texts),), (_all(texts),)))
    wish = texts("support-wish", wish=support.wish) if support.wish else None
    if support.waits is not None:
        return Screen(texts("support-wish-asks", name=name, wish=support.waits), wish_rows(texts))
    if facts.view == "label":
        sure, off = does(texts.label("support-button-link"), SUPPORT_LINK, True), _off(texts)
        return Screen(texts("support-label-asks", name=name), ((sure, off), (back(texts),)))
    none = None if support.shares else texts("support-shares-none", name=name)
    return Screen(
        paragraphs(head, texts("support-sees", name=name), none, wish, _when(facts, texts)), _rows(facts, texts)
    )


def wish_rows(texts: Texts) -> Rows:
    """A wish that would tell them of stopping: it goes, is written another way, or is left out."""
    send, change = (
        does(texts.label("support-tell-send"), WISH_SEND),
        does(texts.label("support-change"), SUPPORT_WISH),
    )
    return ((send, change), (does(texts.label("support-leave-out"), WISH_LEAVE),))


def _off(texts: Texts) -> Button:
    return does(texts.label("support-button-remove"), SUPPORT_END)


def _when(facts: SupporterFacts, texts: Texts) -> str:
    support = facts.support
    if support.holds:
        return texts("support-when-theirs", name=support.label)
    days = day_names(texts, support.rule.weekdays)
    return texts("support-when", name=support.label, days=days, time=clock(support.rule.times[0]))


def _rows(facts: SupporterFacts, texts: Texts) -> Rows:
    support = facts.support
    boxes = [
        (ticked(texts, texts.label(f"support-share-{item.value}"), item in support.shares, SUPPORT_SHARE, item),)
        for item in Shared
    ]
    wish = does(texts.label("support-button-wish"), SUPPORT_WISH)
    preview = does(texts.label("support-button-preview"), OPEN_VIEW, "preview")
    end = does(texts.label("support-button-end"), OPEN_VIEW, "end")
    return (*boxes, (wish, preview), _next(facts, texts), (end, _all(texts)))


def _next(facts: SupporterFacts, texts: Texts) -> tuple[Button, ...]:
    if not facts.support.holds:
        link = does(texts.label("support-button-link"), SUPPORT_LINK, False)
        return (does(texts.label("support-button-days"), SUPPORT_DAYS), link)
    tell = does(texts.label("support-button-tell", name=facts.support.label), SUPPORT_TELL)
    return (tell,) if facts.support.may_be_told else ()


def _all(texts: Texts) -> Button:
    return does(texts.label("support-button-all"), SUPPORTERS)


@dataclass(frozen=True, slots=True)
class SupportLinkFacts:
    """`link` is None once it was shown."""

    link: str | None
    name: str


async def support_link_facts(tx: Tx, person: Person, row: ScreenRow) -> SupportLinkFacts | None:
    """The link from the token, as long as the token is there; it goes when the message was delivered."""
    support = await clients_side.supporter_of_client(tx, person, row.subject_id)
    found = await link_of(tx, int(row.args["invite_id"]))
    if support is None or found is None:
        return None
    return SupportLinkFacts(address(found[1], row.args.get("token")), support.label)


def support_link_screen(facts: SupportLinkFacts, texts: Texts) -> Screen:
    """The link stands alone, so that it can be copied. It is forwarded as it is: no clock of the client's is in it."""
    if facts.link is None:
        return Screen(texts("support-link-gone"), ((does(texts.label("support-link-another"), SUPPORT_LINK, False),),))
    top = texts("support-link", name=facts.name, days=EXPIRES_AFTER.days, link=facts.link)
    return Screen(paragraphs(top, texts("support-link-words")))
