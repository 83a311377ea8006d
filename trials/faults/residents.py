"""The people of a fault run: what each does on the phone by a seed of their own, and those on their side."""

import asyncio
import random
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from programme.check_in.answers import Question
from simulator import Bubble, BubbleButton, Phone

CHATTER = (
    "/help",
    "hello",
    "/privacy",
    "/checkin",
    "/craving",
    "stop",
    "/settings",
    "I walked it off",
    "Nights are the problem",
    "/start",
    "...",
)
# What nobody could take for anything else: each brings the crisis card, whoever writes it and whatever goes on.
DANGER = ("I want to die", "I am going to kill myself", "I want to end my life")
IN_DANGER = 0.04  # how often words that nobody asked for are these
LOOKS_EVERY = (0.03, 0.15)  # real seconds
LINK = re.compile(r"start=([A-Za-z0-9_-]{16,64})")
IMPATIENT = 0.1  # how often a finger taps twice
SAYS_ONCE_MORE = 3.0  # real seconds without an answer after which somebody who joins tries again


@dataclass
class SharedState:
    """What the people share. While `open` is not set nobody does anything; `done` counts what they did.

    `now` is the clock on the wall, UTC. `chatty` is how often somebody who looks says something that nobody asked for.
    """

    seed: int
    now: Callable[[], datetime]
    open: asyncio.Event = field(default_factory=asyncio.Event)
    done: int = 0
    chatty: float = 0.01
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def does(self, count: int) -> None:
        """Waits until that many more things were done."""
        enough = self.done + count
        while self.done < enough:
            self._news.clear()
            await self._news.wait()

    def did(self) -> None:
        """Somebody did something."""
        self.done += 1
        self._news.set()

    def chance(self, name: str) -> random.Random:
        """A person's own chance, so that what one does moves nobody else's."""
        return random.Random(f"{self.seed}:{name}")


class TrialResident(ABC):
    """Somebody with a phone."""

    def __init__(self, shared: SharedState, phone: Phone) -> None:
        self.shared = shared
        self.phone = phone
        self.chance = shared.chance(phone.name)
        self._waited = 0.0

    @property
    @abstractmethod
    def is_in(self) -> bool:
        """Whether they take part by now."""

    @property
    def is_called(self) -> bool:
        """Whether there is something to begin with at once."""
        return False

    async def live(self) -> None:
        """Until cancelled: look, and do what there is to do."""
        while True:
            pause = self.chance.uniform(*LOOKS_EVERY)
            await asyncio.sleep(pause)
            await self.shared.open.wait()
            self._waited += pause
            if self.phone.person.blocked:
                continue
            if self.phone.unseen:
                self.phone.looks()
                self._acts(self.answer())
            elif (self.is_called or self._waited > SAYS_ONCE_MORE) and self.begin():
                self._acts(True)
            elif self.chance.random() < self.shared.chatty:
                in_danger = self.is_in and self.chance.random() < IN_DANGER
                self._acts(self.calls_out() if in_danger else self.chatter())

    def _acts(self, did: bool) -> None:
        if did:
            self._waited = 0.0
            self.shared.did()

    @abstractmethod
    def answer(self) -> bool:
        """Reacts to something new; whether anything was done."""

    def begin(self) -> bool:
        """Does what gets things going, where nothing has come for a while."""
        return False

    def chatter(self) -> bool:
        """Says something that nobody asked for."""
        self.phone.writes(self.chance.choice(CHATTER))
        return True

    def calls_out(self) -> bool:
        """Writes words of danger."""
        self.phone.writes(self.chance.choice(DANGER))
        return True

    def newest(self) -> Bubble | None:
        """The newest message that has buttons."""
        return next((one for one in reversed(self.phone.messages) if not one.from_me and one.buttons), None)

    def buttons(self, *dos: str) -> list[tuple[Bubble, BubbleButton]]:
        """The buttons of the newest message that do one of these."""
        bubble = self.newest()
        every = [button for row in bubble.buttons for button in row] if bubble else []
        return [(bubble, button) for button in every if bubble and _does(button) in dos]

    def taps(self, found: tuple[Bubble, BubbleButton]) -> bool:
        """Taps that very button."""
        bubble, button = found
        self.phone.taps_raw(button.data or "", bubble.id)
        return True

    def taps_one(self, liking: Mapping[str, float]) -> bool:
        """Taps one button of the newest message, by how much they like what it does; what is not named is left."""
        found = self.buttons(*liking)
        if not found:
            return False
        choice = self.chance.choices(found, [liking[_does(button)] for _, button in found])[0]
        self.taps(choice)
        if self.chance.random() < IMPATIENT:
            self.taps(choice)
        return True

    def says(self) -> bool:
        """Writes words of their own, each time others."""
        self.phone.writes(f"Words {self.chance.randrange(10**6)}")
        return True

    def links(self) -> Iterator[str]:
        """Every link that was ever shown to them, oldest first: what follows start=."""
        for bubble in self.phone.messages:
            if not bubble.from_me:
                urls = [button.url or "" for row in bubble.buttons for button in row]
                yield from LINK.findall(" ".join([bubble.text, bubble.html, *urls]))

    def reads(self, *parts: str) -> bool:
        """Whether the newest message of the bot says one of these."""
        last = self.phone.last
        return last is not None and any(part in last.text for part in parts)


def _does(button: BubbleButton) -> str:
    parts = (button.data or "").split(":")
    return parts[2] if len(parts) > 2 else ""


SUPPORTER_SAYS = ("/encourage", "/encourage", "/encourage", "/tips", "/help", "/start", "hello", "stop", "/settings",
        "/privacy", "/leave")  # fmt: skip
SUPPORTER_LIKING: Mapping[str, float] = {
    "view": 1, "support_yes": 6, "support_no": 1, "support_not_me": 0.05, "support_home": 1,
    "nudge_done": 2, "nudge_skip": 1, "nudge_stop": 2, "support_days": 5, "support_day": 1, "support_at": 0.3,
    "support_days_done": 2, "support_word": 2, "support_stop": 0.7, "pass_send": 5, "pass_anew": 0.5,
    "leave_keep": 0.5, "meant_else": 2,
}  # fmt: skip
ENOUGH = 0.15


class Supporter(TrialResident):
    """`forwarded` are links that a client sent them, each opened once."""

    def __init__(self, shared: SharedState, phone: Phone) -> None:
        super().__init__(shared, phone)
        self.forwarded: list[str] = []
        self._came = False

    @property
    def is_in(self) -> bool:
        """Whether they ever opened one."""
        return self._came

    @property
    def is_called(self) -> bool:
        """Whether there is a link to open."""
        return bool(self.forwarded)

    def begin(self) -> bool:
        """Opens the next link."""
        if not self.forwarded:
            return False
        self._came = True
        self.phone.starts(self.forwarded.pop(0))
        return True

    def answer(self) -> bool:
        """Reads, taps, writes a line where one is asked for."""
        if self.forwarded and self.chance.random() < 0.5:
            return self.begin()
        if self.chance.random() < ENOUGH:
            return False
        if self.buttons("cancel") and not self.buttons("pass_send", "leave_keep"):
            return self.says()
        return self.taps_one(SUPPORTER_LIKING)

    def chatter(self) -> bool:
        """Says something, once they were asked."""
        if not self._came:
            return False
        self.phone.writes(self.chance.choice(SUPPORTER_SAYS))
        return True


ANSWERS = frozenset({*(question.value for question in Question), "one_tap"})
ASIDES = frozenset({"skip", "done", "leave_it", "later", "not_today", "now", "add_late", "share"})
WISHES = ("/supporters", "/quitdate", "/reasons")  # what each of them comes for
SAYS: Mapping[str, float] = {
    "Craving": 3, "I smoked": 2, "/log": 2, "/smoked": 1, "Rough day": 1, "More": 1, "/quitdate": 2, "/progress": 3,
    "/toolkit": 1, "/reasons": 1, "/next": 1, "/pause": 1, "/supporters": 3,
}  # fmt: skip
LIKING: Mapping[str, float] = {
    "rate": 3, "morning_rate": 3, "try": 2, "try_own": 3, "rate_now": 3, "rate_after": 5, "craving_moment": 5,
    "try_idea": 2, "try_new": 1, "craving_back": 1, "craving_go_on": 2, "craving_keep": 3,
    "meant_else": 2, "tell": 3,
    "view": 1, "open": 0.3, "go": 0.2, "mine": 0.5, "check_in_now": 0.5,
    "diary_open": 1, "diary_smoked": 2, "diary_urge": 1, "diary_where": 1, "diary_going": 1, "diary_felt": 1,
    "diary_gave": 2, "diary_skip": 0.5, "diary_ask": 1, "diary_on": 3, "diary_stress": 2, "diary_when": 1,
    "diary_at": 1, "diary_undo": 0.5, "diary_many": 0.3, "diary_amount": 1, "diary_help": 1, "look_back": 2,
    "look_back_now": 3, "look_back_fits": 2,
    "smoked_moment": 2, "smoked_day": 2, "smoked_undo": 0.3, "smoked_bye": 1,
    "month": 0.3, "quit_unset": 0.5, "not_yet": 1, "quit_date": 1,
    "smoked_sure": 2, "smoked_keep": 2, "relapse": 0.3, "relapse_is": 2, "relapse_back": 1, "relapse_undo": 0.5,
    "replay_stop": 0.3, "replay_back": 0.3,
    "tonight": 0.3, "tonight_back": 0.3, "rating": 1, "rating_is": 3, "why_moved": 1, "why_moved_is": 2, "stage": 0.5,
    "stage_is": 2, "usual_ask": 2, "usual_a_day": 2, "usual_packet_of": 2, "usual_gone": 0.1, "weekend_ask": 0.5,
    "toolkit_ask": 3, "toolkit_item": 1, "toolkit_edit": 2, "toolkit_hide": 0.5, "toolkit_show": 2,
    "toolkit_all": 1, "toolkit_hidden": 1, "toolkit_drop": 0.3, "toolkit_pin": 1, "toolkit_unpin": 1,
    "toolkit_moment": 1, "toolkit_about": 1, "toolkit_is": 2, "toolkit_moments": 1, "toolkit_for": 2,
    "browse": 2, "browse_for": 1, "browse_gives": 2, "browse_moment": 2, "browse_place": 1, "browse_minutes": 1,
    "browse_page": 1, "take": 4, "take_back": 0.5, "phrases": 1, "phrase_ask": 3, "phrase_gone": 0.5, "phrase_back": 1,
    "reason_ask": 3, "reason_gone": 0.5, "reason": 1, "reason_pin": 2, "reason_back": 1,
    "reason_table": 1, "reason_list": 1, "reason_edit": 1, "plan": 1, "card_away": 0.5,
    "goal_ask": 3, "goal_ideas": 1, "goal_take": 2, "goal_was": 4, "goal_keep": 2, "goal_back": 0.3, "goal_drop": 0.3,
    "problem_ask": 2, "problem_ours": 1, "idea_take": 2, "idea_pick": 3, "idea_on": 4, "idea_was": 3, "idea_keep": 2,
    "problem_end": 0.3, "prepare_tick": 2, "prepare_not_ready": 1, "telling_ask": 2, "telling_knows": 2,
    "occasion_ask": 2, "occasion_skip": 2, "occasion_on": 3, "occasion_was": 3, "occasion": 1,
    "med": 3, "med_knows": 4, "med_say": 1, "med_which": 0.5, "med_done": 3, "med_regular": 1, "med_changed": 0.5,
    "about": 0.3, "tell_send": 2, "tell_card": 0.5, "aids": 2, "aid": 1, "aid_going": 4, "aids_ask": 0.3, "caffeine": 4,
    "closer": 2, "hsi_first": 4, "hsi_many": 5, "hsi_anew": 0.3, "mpss_start": 4, "mpss": 2, "mpss_skip": 0.5,
    "mpss_stop": 0.3, "mpss_go": 5, "mpss_never": 0.1, "felt": 2, "body": 0.5, "easier": 1, "easier_ask": 0.5,
    "easier_done": 2, "easier_never": 0.1, "aids_never": 0.1,
    "pause": 1, "back_now": 4,
    "support": 1, "support_new": 2, "support_share": 1, "support_wish": 1, "support_link": 5, "support_days": 3,
    "support_day": 1, "support_at": 0.3, "support_days_done": 3, "support_tell": 3, "support_tell_days": 3,
    "note_park": 3, "note_forget": 0.5, "note_share": 1, "notes": 0.3, "own_note": 1, "worked_with": 0.5,
    "week_of": 0.5, "beliefs": 0.5, "belief_ask": 2, "belief_about": 3, "belief": 1, "belief_sure": 4, "belief_now": 4,
    "belief_look": 2, "belief_show": 1, "belief_keep": 1, "belief_off": 0.3, "belief_back": 1, "barrier": 2,
    "let_be": 0.5, "ask_first": 0.2,
    "support_no_wish": 0.5, "supporters": 0.5, "support_end": 1, "pass_send": 5, "pass_anew": 0.5, "pass_rate": 3,
}  # fmt: skip
FRIENDS = ("Jo", "Kit", "Liz", "Max", "Nia", "Oz", "Pat", "Ruth")  # whoever of them the link then goes to
KEEN = (
    "rate",
    "morning_rate",
    "try",
    "try_own",
    "try_idea",
    "craving_moment",
    "rate_after",
    "support_new",
    "support_link",
    "pass_send",
    "reason_ask",
)
KEEN_ON_IT = 0.6  # how often they do what they came for, where it is there to be done


def says_something(client: TrialResident) -> bool:
    """One of the four buttons, or a command."""
    client.phone.writes(client.chance.choices(list(SAYS), list(SAYS.values()))[0])
    return True


def goes_on(client: TrialResident) -> bool:
    """Reacts to what is on the screen, or leaves it at that."""
    if client.chance.random() < ENOUGH:
        return False
    if client.reads("What do you call them?"):
        client.phone.writes(client.chance.choice(FRIENDS))
        return True
    asked = client.reads("Type it") or (client.buttons("cancel") and not client.buttons("pass_send"))
    if asked and client.chance.random() < 0.8:
        return client.says()
    if client.buttons("day") and client.chance.random() < 0.7:
        return _picks_a_day(client)
    if client.chance.random() < KEEN_ON_IT and client.taps_one({do: LIKING[do] for do in KEEN}):
        return True
    return client.taps_one(LIKING)


def _picks_a_day(client: TrialResident) -> bool:
    """A few days from now or ago; or whichever is there."""
    wanted = client.shared.now().date() + timedelta(days=client.chance.randint(-4, 3))
    days = client.buttons("day")
    found = [one for one in days if (one[1].data or "").endswith(f"{wanted:%Y%m%d}")]
    return client.taps(client.chance.choice(found or days))
