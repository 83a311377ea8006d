"""The guided week, step by step, as data. The words in quotes are those of bot/texts/en."""

import html
import re
from dataclasses import dataclass
from typing import Final

from simulator import Call


@dataclass(frozen=True, slots=True)
class DemoMove:
    """One thing to do where the phone of `who` (or of `on`) shows the words `seeing` ("": whatever it shows).

    `act`: taps the button whose label begins with `what`, under those words or at hand below; picks the day `what` days
    ahead on a month of days; writes `what`; opens a link that is on the phone of `what` and was not opened on this one
    yet; or turns the clock by `what` ("next").
    """

    who: str
    act: str
    what: str
    seeing: str = ""
    on: str = ""

    @property
    def looks_at(self) -> str:
        """Whose phone tells whether this move fits."""
        return self.on or self.who


@dataclass(frozen=True, slots=True)
class DemoStep:
    """Over once the phone of `who` has shown each of `until` (patterns) in that order, at any time and for any reason.

    The first of `moves` that fits what is newest on the phones leads there.
    """

    key: str
    title: str
    say: str
    who: str
    until: tuple[str, ...]
    moves: tuple[DemoMove, ...]


class StepProgress:
    """How far each step is, by what was truly shown: what stood there for a moment and was edited since counts too."""

    def __init__(self, steps: tuple[DemoStep, ...], ids: dict[str, int]) -> None:
        self._steps = steps
        self._ids = ids
        self._seen = dict.fromkeys((step.key for step in steps), 0)

    def read(self, call: Call) -> None:
        """Takes in one more call that the service made."""
        if call.effect not in ("sent", "edited"):
            return
        text = html.unescape(str(call.params.get("text") or call.params.get("caption") or ""))
        for step in self._steps:
            wanted = step.until[self._seen[step.key] :]
            if wanted and self._ids.get(step.who) == call.chat_id and re.search(wanted[0], text):
                self._seen[step.key] += 1

    def is_over(self, step: DemoStep) -> bool:
        """Whether all of it was shown."""
        return self._seen[step.key] == len(step.until)


SAM: Final = "Sam"
LEE: Final = "Lee"
JO: Final = "Jo"
NEXT: Final = DemoMove("", "turns", "next")
_TICKS: Final = (
    DemoMove(SAM, "taps", "☐", seeing="What would you like? Change it"),
    DemoMove(SAM, "taps", "Continue", seeing="What would you like? Change it"),
    DemoMove(SAM, "taps", "18:30", seeing="When suits you?"),
    DemoMove(SAM, "writes", "A walk", seeing="what has helped before"),
)
JOINING: Final = (
    DemoMove(SAM, "taps", "Set up", seeing="gave you this link"),
    DemoMove(SAM, "taps", "None of these", seeing="Is one of these you?"),
    *_TICKS,
    DemoMove(SAM, "taps", "Use my Telegram name", seeing="What can I call you?"),
    DemoMove(SAM, "opens", LEE, seeing="?start=", on=LEE),
    DemoMove(SAM, "opens", LEE),
    DemoMove(LEE, "writes", "S.P.", seeing="Who is it for?"),
    DemoMove(LEE, "writes", "/invite", seeing="ask for a new one", on=SAM),
    DemoMove(SAM, "writes", "/start"),
)
# Whoever said no to messages is asked again what they would like: no morning comes without a yes.
PICKING_A_DAY: Final = (
    DemoMove(SAM, "picks", "2"),
    DemoMove(SAM, "taps", "Change the day", seeing="You stopped on"),
    DemoMove(SAM, "writes", "/settings", seeing="Your quit date"),
    DemoMove(SAM, "writes", "/quitdate", seeing="each day. Next"),
    DemoMove(SAM, "taps", "Sharing", seeing="Sharing:"),
    *_TICKS,
    DemoMove(SAM, "writes", "/quitdate"),
)
SUPPORT: Final = (
    DemoMove(JO, "taps", "Yes, count me in"),
    DemoMove(JO, "taps", "Yes, I'm"),
    DemoMove(JO, "opens", SAM, seeing="?start=", on=SAM),
    DemoMove(SAM, "taps", "☐ That I'm", seeing="What may"),
    DemoMove(SAM, "taps", "Make the link", seeing="Your wish"),
    DemoMove(SAM, "taps", "My wish", seeing="What may"),
    DemoMove(SAM, "writes", "Text about 5. Please don't ask how it goes.", seeing="or not to do?"),
    DemoMove(SAM, "writes", JO, seeing="What do you call them?"),
    DemoMove(SAM, "taps", "Ask someone"),
    DemoMove(SAM, "writes", "/supporters"),
)
_QUESTIONS: Final = (
    DemoMove(SAM, "taps", "Stress", seeing="hardest moment"),
    DemoMove(SAM, "taps", "A walk", seeing="What helped"),
    DemoMove(SAM, "taps", "Skip", seeing="What helped"),
    DemoMove(SAM, "taps", "Done", seeing="Tap Done"),
    DemoMove(SAM, "taps", "Carry on", seeing="That sounds really hard"),
    DemoMove(SAM, "taps", "Back", seeing="No rush"),
    DemoMove(SAM, "writes", "/checkin", seeing="I won't write first"),
    DemoMove(SAM, "taps", "Skip", seeing="?"),  # a question that this week has no answer to
)
BEFORE_THE_DAY: Final = (
    DemoMove(SAM, "taps", "Mixed", seeing="How is your mood"),
    DemoMove(SAM, "taps", "4", seeing="Strongest urge"),
    DemoMove(SAM, "taps", "2–", seeing="Any cigarettes"),
    DemoMove(SAM, "taps", "Done", seeing="in your own words"),
    *_QUESTIONS,
)
ON_THE_DAY: Final = (
    DemoMove(SAM, "taps", "OK", seeing="How is your mood"),
    DemoMove(SAM, "taps", "3", seeing="Strongest urge"),
    DemoMove(SAM, "taps", "None", seeing="Any cigarettes"),
    DemoMove(SAM, "writes", "Nights are the problem.", seeing="in your own words"),
    DemoMove(SAM, "taps", "Share", seeing="Saved, thank you"),
    *_QUESTIONS,
)
ONE_TAP: Final = (DemoMove(SAM, "taps", "OK today", seeing="One tap is plenty"),)

ABOUT: Final = (
    "Alongside is a Telegram bot for people who are stopping smoking while they are in therapy. It checks in between "
    "two sessions. Here are three phones and a clock. Live a week with them, or look around as you like."
)
END: Final = (
    "That was the week. All of it was real: a bot, its database, a Telegram made for this page. Go on as you "
    "like: write on any phone, turn the clock, make trouble, look behind the scenes."
)
THE_DAY: Final = "This is the day you picked"
TEN_MINUTES_ON: Final = r"Ten minutes on|From \d to \d|Still \d"
SAVED: Final = "Saved, thank you"
STEPS: Final = (
    DemoStep(
        "invite",
        "Lee invites Sam",
        "Lee is Sam's practitioner. In a session they agree to try this, and Lee makes a link for Sam.",
        LEE,
        ("this link works once",),
        (DemoMove(LEE, "writes", "S.P.", seeing="Who is it for?"), DemoMove(LEE, "writes", "/invite")),
    ),
    DemoStep(
        "join",
        "Sam joins",
        "Sam opens the link. Help with a craving comes before any question, and Sam picks what Lee may see.",
        SAM,
        (r"(?s)You're set up(?!.*what has helped)|It's there for you",),
        JOINING,
    ),
    DemoStep(
        "quit_date",
        "A day to stop",
        "Sam picks a day. It can be moved at any time, and no day that was counted is lost.",
        SAM,
        ("I'll say good morning",),
        PICKING_A_DAY,
    ),
    DemoStep(
        "jo",
        "Jo is asked",
        "Sam asks a friend with a link, and ticks what Jo may see. Jo reads what it means, and is free to say no.",
        JO,
        ("You're on .*side",),
        SUPPORT,
    ),
    DemoStep(
        "check_in",
        "First check-in",
        "Time passes. At the hour Sam picked, one short message asks how it is going. Every answer is a tap.",
        SAM,
        (SAVED,),
        (*BEFORE_THE_DAY, NEXT),
    ),
    DemoStep(
        "missed",
        "A missed one",
        "The next evening is full. Leave Sam's phone alone and let time pass: one kind reminder, then it is let go.",
        SAM,
        ("Closed, no problem",),
        (NEXT,),
    ),
    DemoStep(
        "quit_day",
        "The quit day",
        "It is the day. At eight a good morning, with what helps Sam.",
        SAM,
        (THE_DAY,),
        (NEXT,),
    ),
    DemoStep(
        "craving",
        "An urge",
        "An urge comes. Sam says how strong it is and tries one thing. Ten minutes later comes one question.",
        SAM,
        (TEN_MINUTES_ON,),
        (
            DemoMove(SAM, "taps", "3", seeing=THE_DAY),
            DemoMove(SAM, "taps", "3", seeing="How strong is it"),
            DemoMove(SAM, "taps", "Stress", seeing="What's going on"),
            DemoMove(SAM, "taps", "A walk", seeing="Pick one thing"),
            DemoMove(SAM, "taps", "Breathe", seeing="Pick one thing"),
            DemoMove("", "turns", "next", seeing="in ten minutes", on=SAM),
            DemoMove(SAM, "writes", "/craving"),
        ),
    ),
    DemoStep(
        "evening",
        "The first evening",
        "No cigarettes today: that is one day, and it stays counted. Own words are Sam's, until Sam taps Share.",
        SAM,
        (rf"{THE_DAY}|{TEN_MINUTES_ON}", rf"(?s)\A(?!.*Tap Share).*{SAVED}"),
        (DemoMove(SAM, "taps", "1", seeing="Ten minutes on"), *ON_THE_DAY, NEXT),
    ),
    DemoStep(
        "lapse",
        "A hard evening",
        "The next evening Sam smokes, and tells it with one tap. One more tap, and it is quiet until the morning.",
        SAM,
        ("Thanks for telling me", "Be kind to yourself"),
        (
            DemoMove(SAM, "taps", "That's all"),
            DemoMove("", "turns", "next", seeing=SAVED, on=SAM),
            DemoMove("", "turns", "next", seeing="It shows what to plan for", on=SAM),
            DemoMove(SAM, "taps", "Done", seeing="Noted for"),
            DemoMove(SAM, "taps", "I smoked"),
            DemoMove(SAM, "writes", "/smoked"),
        ),
    ),
    DemoStep(
        "hello",
        "The morning after",
        "Not a word all night. At eight one short hello, with nothing to answer. “Why this?” says why it came.",
        SAM,
        ("Here I am, as promised", "Nobody was told"),
        (DemoMove(SAM, "taps", "Why this?", seeing="Here I am, as promised"), NEXT),
    ),
    DemoStep(
        "session",
        "Lee looks in",
        "Lee opens Sam's week: counts, and no blame for a missed evening. Lee notes when they meet next.",
        LEE,
        ("Next session: (?!not set)",),
        (
            DemoMove(LEE, "writes", "Mon 11:00", seeing="When is your next session"),
            DemoMove(LEE, "taps", "Set next session"),
            DemoMove(LEE, "taps", "", seeing="People who joined"),
            DemoMove(LEE, "writes", "/clients"),
        ),
    ),
    DemoStep(
        "nudge",
        "An idea for Jo",
        "On Saturday Jo gets one small idea, with Sam's wish. It says nothing of how Sam is.",
        JO,
        ("One small idea", "That was kind|Another idea comes"),
        (DemoMove(JO, "taps", "Done", seeing="One small idea"), *ONE_TAP, NEXT),
    ),
    DemoStep(
        "line",
        "A line for Sam",
        "Jo writes something kind with /encourage, and looks at it once more before it goes to Sam.",
        SAM,
        ("sent you a line",),
        (
            DemoMove(JO, "taps", "Send it"),
            DemoMove(JO, "writes", "Proud of you. Fancy a walk later?", seeing="A line for"),
            DemoMove("", "turns", "next", seeing="Sent to", on=JO),
            DemoMove(JO, "writes", "/encourage"),
        ),
    ),
    DemoStep(
        "monday",
        "Lee's Monday",
        "On Monday at eight comes one message about everybody. Whoever is steady is a number.",
        LEE,
        ("STEADY",),
        (*ONE_TAP, NEXT),
    ),
    DemoStep(
        "read",
        "Lee has read it",
        "Lee taps “I've read this”. Sam's next check-in says so.",
        SAM,
        ("read your week",),
        (DemoMove(LEE, "taps", "I've read this", seeing="STEADY"), NEXT),
    ),
)
