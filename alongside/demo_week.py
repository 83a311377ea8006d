"""The guided week of the demo, step by step, as data. The words in quotes are those of bot/texts/en.

A new step goes where it belongs in the week: what it is about, on whose phone it ends and with which words, and the
moves that lead there. The first move that fits what a phone shows is made; those without `seeing` are for all else.
"""

from typing import Final

from alongside.demo_moves import (
    BEFORE_THE_DAY,
    JO,
    JOINING,
    LEE,
    NEXT,
    ON_THE_DAY,
    ONE_TAP,
    PICKING_A_DAY,
    SAM,
    SUPPORT,
)
from alongside.demo_steps import Move, Step

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
    Step(
        "invite",
        "Lee invites Sam",
        "Lee is Sam's practitioner. In a session they agree to try this, and Lee makes a link for Sam.",
        LEE,
        ("this link works once",),
        (Move(LEE, "writes", "S.P.", seeing="Who is it for?"), Move(LEE, "writes", "/invite")),
    ),
    Step(
        "join",
        "Sam joins",
        "Sam opens the link. Help with a craving comes before any question, and Sam picks what Lee may see.",
        SAM,
        (r"(?s)You're set up(?!.*what has helped)|It's there for you",),
        JOINING,
    ),
    Step(
        "quit_date",
        "A day to stop",
        "Sam picks a day. It can be moved at any time, and no day that was counted is lost.",
        SAM,
        ("I'll say good morning",),
        PICKING_A_DAY,
    ),
    Step(
        "jo",
        "Jo is asked",
        "Sam asks a friend with a link, and ticks what Jo may see. Jo reads what it means, and is free to say no.",
        JO,
        ("You're on .*side",),
        SUPPORT,
    ),
    Step(
        "check_in",
        "First check-in",
        "Time passes. At the hour Sam picked, one short message asks how it is going. Every answer is a tap.",
        SAM,
        (SAVED,),
        (*BEFORE_THE_DAY, NEXT),
    ),
    Step(
        "missed",
        "A missed one",
        "The next evening is full. Leave Sam's phone alone and let time pass: one kind reminder, then it is let go.",
        SAM,
        ("Closed, no problem",),
        (NEXT,),
    ),
    Step(
        "quit_day",
        "The quit day",
        "It is the day. At eight a good morning, with what helps Sam.",
        SAM,
        (THE_DAY,),
        (NEXT,),
    ),
    Step(
        "craving",
        "An urge",
        "An urge comes. Sam says how strong it is and tries one thing. Ten minutes later comes one question.",
        SAM,
        (TEN_MINUTES_ON,),
        (
            Move(SAM, "taps", "3", seeing=THE_DAY),
            Move(SAM, "taps", "3", seeing="How strong is it"),
            Move(SAM, "taps", "Stress", seeing="What's going on"),
            Move(SAM, "taps", "A walk", seeing="Pick one thing"),
            Move(SAM, "taps", "Breathe", seeing="Pick one thing"),
            Move("", "turns", "next", seeing="in ten minutes", on=SAM),
            Move(SAM, "writes", "/craving"),
        ),
    ),
    Step(
        "evening",
        "The first evening",
        "No cigarettes today: that is one day, and it stays counted. Own words are Sam's, until Sam taps Share.",
        SAM,
        (rf"{THE_DAY}|{TEN_MINUTES_ON}", rf"(?s)\A(?!.*Tap Share).*{SAVED}"),
        (Move(SAM, "taps", "1", seeing="Ten minutes on"), *ON_THE_DAY, NEXT),
    ),
    Step(
        "lapse",
        "A hard evening",
        "The next evening Sam smokes, and tells it with one tap. One more tap, and it is quiet until the morning.",
        SAM,
        ("Thanks for telling me", "Be kind to yourself"),
        (
            Move(SAM, "taps", "That's all"),
            Move("", "turns", "next", seeing=SAVED, on=SAM),
            Move("", "turns", "next", seeing="It shows what to plan for", on=SAM),
            Move(SAM, "taps", "Done", seeing="Noted for"),
            Move(SAM, "taps", "I smoked"),
            Move(SAM, "writes", "/smoked"),
        ),
    ),
    Step(
        "hello",
        "The morning after",
        "Not a word all night. At eight one short hello, with nothing to answer. “Why this?” says why it came.",
        SAM,
        ("Here I am, as promised", "Nobody was told"),
        (Move(SAM, "taps", "Why this?", seeing="Here I am, as promised"), NEXT),
    ),
    Step(
        "session",
        "Lee looks in",
        "Lee opens Sam's week: counts, and no blame for a missed evening. Lee notes when they meet next.",
        LEE,
        ("Next session: (?!not set)",),
        (
            Move(LEE, "writes", "Mon 11:00", seeing="When is your next session"),
            Move(LEE, "taps", "Set next session"),
            Move(LEE, "taps", "", seeing="People who joined"),
            Move(LEE, "writes", "/clients"),
        ),
    ),
    Step(
        "nudge",
        "An idea for Jo",
        "On Saturday Jo gets one small idea, with Sam's wish. It says nothing of how Sam is.",
        JO,
        ("One small idea", "That was kind|Another idea comes"),
        (Move(JO, "taps", "Done", seeing="One small idea"), *ONE_TAP, NEXT),
    ),
    Step(
        "line",
        "A line for Sam",
        "Jo writes something kind with /encourage, and looks at it once more before it goes to Sam.",
        SAM,
        ("sent you a line",),
        (
            Move(JO, "taps", "Send it"),
            Move(JO, "writes", "Proud of you. Fancy a walk later?", seeing="A line for"),
            Move("", "turns", "next", seeing="Sent to", on=JO),
            Move(JO, "writes", "/encourage"),
        ),
    ),
    Step(
        "monday",
        "Lee's Monday",
        "On Monday at eight comes one message about everybody. Whoever is steady is a number.",
        LEE,
        ("STEADY",),
        (*ONE_TAP, NEXT),
    ),
    Step(
        "read",
        "Lee has read it",
        "Lee taps “I've read this”. Sam's next check-in says so.",
        SAM,
        ("read your week",),
        (Move(LEE, "taps", "I've read this", seeing="STEADY"), NEXT),
    ),
)
