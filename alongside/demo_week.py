"""The guided week of the demo, step by step, as data. The words in quotes are those of bot/texts/en.

A new step goes where it belongs in the week: what it is about, on whose phone it ends and with which words, and the
moves that lead there. The first move that fits what a phone shows is made; the one without `seeing` is for all else.
"""

from typing import Final

from alongside.demo_guide import Move, Step

ABOUT: Final = (
    "Alongside is a Telegram bot for people who are stopping smoking while they are in therapy. It checks in between "
    "two sessions. Here are three phones and a clock. Live a week with them, or look around as you like."
)
END: Final = (
    "That was the short week. All of it was real: a bot, its database, a Telegram made for this page. Go on as you "
    "like: write on any phone, turn the clock, make trouble, look behind the scenes."
)

SAM: Final = "Sam"
LEE: Final = "Lee"

NEXT: Final = Move("", "turns", "next")

STEPS: Final = (
    Step(
        "invite",
        "Lee invites Sam",
        "Lee is Sam's practitioner. In a session they agree to try this, and Lee makes a link for Sam.",
        LEE,
        "this link works once",
        (
            Move(LEE, "writes", "S.P.", seeing="Who is it for?"),
            Move(LEE, "writes", "/invite"),
        ),
    ),
    Step(
        "join",
        "Sam joins",
        "Sam opens the link. Help with a craving comes before any question, and Sam picks what Lee may see.",
        SAM,
        "You're set up",
        (
            Move(SAM, "taps", "Set up", seeing="gave you this link"),
            Move(SAM, "taps", "☐", seeing="Tap to tick"),
            Move(SAM, "taps", "Continue", seeing="Tap to tick"),
            Move(SAM, "taps", "Use my Telegram name", seeing="What can I call you?"),
            Move(SAM, "taps", "18:30", seeing="When suits a daily check-in?"),
            Move(SAM, "writes", "A walk", seeing="what has helped before"),
            Move(SAM, "opens", LEE),
        ),
    ),
    Step(
        "check_in",
        "First check-in",
        "Time passes. At the hour Sam picked, one short message asks how it is going. Every answer is a tap.",
        SAM,
        "Saved, thank you",
        (
            Move(SAM, "taps", "OK", seeing="How is your mood"),
            Move(SAM, "taps", "3", seeing="Strongest urge"),
            Move(SAM, "taps", "None", seeing="Any cigarettes"),
            Move(SAM, "taps", "Stress", seeing="hardest moment"),
            Move(SAM, "taps", "A walk", seeing="What helped"),
            Move(SAM, "taps", "Carry on", seeing="That sounds hard"),
            Move(SAM, "taps", "Back", seeing="No rush"),
            Move(SAM, "writes", "Nights are the problem.", seeing="in your own words"),
            Move(SAM, "writes", "/checkin", seeing="I won't write first"),
            NEXT,
        ),
    ),
    Step(
        "missed",
        "A missed one",
        "The next evening is full. Leave Sam's phone alone and let time pass: one kind reminder, then it is let go.",
        SAM,
        "Closed, no problem",
        (NEXT,),
    ),
    Step(
        "summary",
        "Lee reads the week",
        "Before the next session Lee looks at what Sam chose to show: counts, and no blame for a missed evening.",
        LEE,
        "Not a risk check",
        (
            Move(LEE, "taps", "Sam", seeing="Whose week"),
            Move(LEE, "writes", "/summary"),
        ),
    ),
)
