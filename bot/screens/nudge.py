"""A supporter's nudge: one small thing to do, a line to send, and the client's wish. It tells nothing of the client."""

from dataclasses import dataclass

from bot.screen import Button, Rows, Screen, does
from bot.screens.crisis import card_lines
from bot.screens.parts import back, lines, paragraphs
from bot.screens.support_parts import name_of
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.supporters import NUDGE_DONE, NUDGE_SKIP, NUDGE_STOP
from bot.texts import Texts
from bot.texts.dates import weekday
from care.cards import card_of
from care.nudges import nudge_of
from db import prompts
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import CrisisCard
from programme.people import Person
from programme.prompt import Prompt, PromptState
from programme.safety.danger import Brings
from programme.support import Shared, Support, idea_for

_SAID = {PromptState.DONE: "nudge-thanks", PromptState.SKIPPED: "nudge-skipped"}


@dataclass(frozen=True, slots=True)
class Facts:
    """`support` is None once it has ended. `view`: "", "worried" (with a card), "why" or "stop"."""

    name: str = ""
    client: str = ""
    support: Support | None = None
    idea: str = ""
    state: PromptState = PromptState.OPEN
    view: str = ""
    card: CrisisCard | None = None
    prompt: Prompt | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """What is shown is looked up now: what the client took back is not there any more."""
    found = await nudge_of(tx, person, row.subject_id)
    if found is None:
        return Facts()
    prompt, support = found
    idea = idea_for(support, await prompts.asked_before(tx, prompt)).code
    view = row.args.get("view", "")
    card = await card_of(tx, person) if view == "worried" else None
    name = await name_of(tx, support.client_id)
    return Facts(person.name or "", name, support, idea, prompt.state, view, card, prompt)


def words(facts: Facts, texts: Texts) -> str:
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


def screen(facts: Facts, texts: Texts) -> Screen:
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
        return Screen(words(facts, texts), _buttons(texts))
    return Screen(texts(_SAID.get(facts.state, "nudge-over"), **_whom(facts)))


def _whom(facts: Facts) -> dict[str, str]:
    return {"client": facts.client} if facts.state is PromptState.DONE else {}


def _why(prompt: Prompt, facts: Facts, texts: Texts) -> str:
    """From the decision as it was kept: the days may be others by now."""
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
