"""My plan: where each piece of it stands; and what a client typed by themselves, kept or parked for a session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.kit.own_words import lead_to, who_line
from bot.kit.parts import EXCERPT, LABEL, WHOLE, back, cut, lines, page_of, pages_of, paragraphs, rows, turning
from bot.kit.people import Sees, practitioner_name, sees_of
from bot.kit.screen import Screen, does
from bot.kit.taps import OPEN_MINE, OPEN_PLAN, OPEN_VIEW
from bot.people.taps import NOTE_FORGET, NOTE_PARK, NOTES, OWN_NOTE
from bot.texts import Texts
from bot.texts.dates import short_day
from care.medicines import side_effects_call
from care.planning import goals, occasions
from care.planning.worries import note_of, notes_kept
from care.practice import clients
from care.quitting import preparing
from care.quitting.preparing import Preparing, preparing_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.planning.goals import Problem
from programme.planning.reasons import OwnWords, Purpose

PIECES = ("goal", "problem", "prepare", "telling", "occasions")


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """`goal` is this week's words, `next` the occasion that comes first with its day, `knows` and `links` counts."""

    sees: Sees
    goal: str | None = None
    problem: Problem | None = None
    preparing: Preparing = field(default_factory=Preparing)
    knows: int = 0
    next: tuple[str, date | None] | None = None
    links: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there so far."""
        return not (self.goal or self.problem or self.preparing.ready or self.knows or self.next or self.links)


async def plan_facts(tx: Tx, person: Person, row: ScreenRow) -> PlanFacts:  # noqa: ARG001
    """As it all stands now."""
    this_week, ahead = await goals.current_goal(tx, person), await occasions.occasions_ahead(tx, person)
    told = await preparing.told_list(tx, person, Purpose.KNOWS)
    return PlanFacts(
        sees=await sees_of(tx, person),
        goal=this_week.words if this_week else None,
        problem=await goals.current_problem(tx, person),
        preparing=await preparing_of(tx, person),
        knows=sum(one.on_date is not None for one in told),
        next=(ahead[0].own.words, ahead[0].own.on_date) if ahead else None,
        links=len(await clients.links_for(tx, person)),
    )


def plan_screen(facts: PlanFacts, texts: Texts) -> Screen:
    """A line and a button for each."""
    body = texts("plan-empty") if facts.is_empty else lines(*_lines(facts, texts))
    buttons = [lead_to(texts, f"plan-{name}", name) for name in PIECES]
    if facts.sees.practitioner:
        buttons.append(lead_to(texts, "plan-links", "links", practitioner=facts.sees.practitioner))
    more = does(texts.label("button-back"), OPEN_PLAN, "more")
    words = paragraphs(lines(texts("plan"), body), who_line(facts.sees, texts))
    return Screen(words, rows((*buttons, more), 2))


def _lines(facts: PlanFacts, texts: Texts) -> Iterator[str]:
    yield texts("plan-goal-line", words=cut(facts.goal, LABEL)) if facts.goal else texts("plan-goal-none")
    yield _problem(facts.problem, texts)
    there = facts.preparing
    yield texts("plan-prepare-line", ready=there.ready, all=there.all) if there.ready else texts("plan-prepare-none")
    yield texts("plan-telling-line", count=facts.knows) if facts.knows else texts("plan-telling-none")
    yield _next(facts.next, texts)
    if facts.links and facts.sees.practitioner:
        yield texts("plan-links-line", count=facts.links, practitioner=facts.sees.practitioner)


def _problem(known: Problem | None, texts: Texts) -> str:
    if known is None:
        return texts("plan-problem-none")
    words, trying = cut(known.barrier.words, LABEL), known.trying
    if trying is None:
        return texts("plan-problem-line", words=words)
    return texts("plan-problem-trying", words=words, idea=cut(trying.words, LABEL))


def _next(ahead: tuple[str, date | None] | None, texts: Texts) -> str:
    if ahead is None:
        return texts("plan-occasion-none")
    words, on = cut(ahead[0], LABEL), ahead[1]
    if on is None:
        return texts("plan-occasion-undated", words=words)
    return texts("plan-occasion-line", day=short_day(texts, on), words=words)


MOST = 10  # on a page


@dataclass(frozen=True, slots=True)
class NotesFacts:
    """Newest first; `page` is the one that is shown."""

    notes: Sequence[OwnWords] = ()
    page: int = 0


async def notes_facts(tx: Tx, person: Person, row: ScreenRow) -> NotesFacts:
    """As they are kept now."""
    kept = await notes_kept(tx, person)
    return NotesFacts(kept[::-1], int(row.args.get("page", 0)))


def notes_screen(facts: NotesFacts, texts: Texts) -> Screen:
    """A button for each."""
    home = (does(texts.label("button-back"), OPEN_MINE, "progress"),)
    if not facts.notes:
        return Screen(texts("notes-none"), (home,))
    pages = pages_of(facts.notes, MOST)
    listed = tuple((does(cut(one.words, LABEL), OWN_NOTE, one.id),) for one in page_of(pages, facts.page))
    turn = turning(NOTES, facts.page, len(pages))
    return Screen(texts("notes", count=len(facts.notes)), (*listed, *turn, home))


@dataclass(frozen=True, slots=True)
class OwnNoteFacts:
    """`words` are None once they are parked or gone; `view`: "kept" (not shared), "delete" (sure?), "full".

    `call`: they told of side effects shortly before, and whom to call about a medicine.
    """

    words: str | None
    practitioner: str | None
    view: str = ""
    call: str | None = None


async def own_note_facts(tx: Tx, person: Person, row: ScreenRow) -> OwnNoteFacts:
    """As it is kept now."""
    found = await note_of(tx, person, row.subject_id or 0)
    words, view = None if found is None else found.words, row.args.get("view", "")
    return OwnNoteFacts(words, await practitioner_name(tx, person), view, await side_effects_call(tx, person))


def own_note_screen(facts: OwnNoteFacts, texts: Texts) -> Screen:
    """Kept, and three ways to go on; each can be left for another time."""
    every = does(texts.label("notes-button"), NOTES)
    if facts.words is None:
        return Screen(texts("own-note-gone"), ((every,),))
    line = texts("session-note-line", words=cut(facts.words, WHOLE if facts.view == "kept" else EXCERPT))
    delete = does(texts.label("own-note-delete"), OPEN_VIEW, "delete")
    match facts.view:
        case "delete":
            sure = does(texts.label("own-note-delete-yes"), NOTE_FORGET)
            return Screen(lines(texts("own-note-sure"), line), ((sure, back(texts)),))
        case "kept":
            park = does(texts.label("own-note-park"), NOTE_PARK)
            return Screen(lines(texts("own-note-kept"), line), ((park,), (delete, every)))
    no = does(texts.label("own-note-no"), OPEN_VIEW, "kept")
    if facts.view == "full":
        return Screen(lines(texts("own-note-full"), line), ((no, delete),))
    who = facts.practitioner
    ask = texts("own-note-ask", practitioner=who) if who else texts("own-note-ask-nobody")
    yes = does(texts.label("own-note-yes"), NOTE_PARK)
    side = texts("own-note-side", call=facts.call) if facts.call else None
    return Screen(paragraphs(lines(texts("own-note"), line), side, ask), ((yes, no), (delete,)))
