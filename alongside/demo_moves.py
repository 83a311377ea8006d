"""Moves that more than one step of the guided week shares, and the long ways through joining, a day and a supporter."""

from typing import Final

from alongside.demo_steps import Move

SAM: Final = "Sam"
LEE: Final = "Lee"
JO: Final = "Jo"

NEXT: Final = Move("", "turns", "next")

_TICKS: Final = (
    Move(SAM, "taps", "☐", seeing="What would you like? Change it"),
    Move(SAM, "taps", "Continue", seeing="What would you like? Change it"),
    Move(SAM, "taps", "18:30", seeing="When suits you?"),
    Move(SAM, "writes", "A walk", seeing="what has helped before"),
)

JOINING: Final = (
    Move(SAM, "taps", "Set up", seeing="gave you this link"),
    Move(SAM, "taps", "None of these", seeing="Is one of these you?"),
    *_TICKS,
    Move(SAM, "taps", "Use my Telegram name", seeing="What can I call you?"),
    Move(SAM, "opens", LEE, seeing="?start=", on=LEE),
    Move(SAM, "opens", LEE),
    Move(LEE, "writes", "S.P.", seeing="Who is it for?"),
    Move(LEE, "writes", "/invite", seeing="ask for a new one", on=SAM),
    Move(SAM, "writes", "/start"),
)

# Whoever said no to messages is asked once more what they would like: no morning comes without a yes.
PICKING_A_DAY: Final = (
    Move(SAM, "picks", "2"),
    Move(SAM, "taps", "Change the day", seeing="You stopped on"),
    Move(SAM, "writes", "/settings", seeing="Your quit date"),
    Move(SAM, "writes", "/quitdate", seeing="each day. Next"),
    Move(SAM, "taps", "Sharing", seeing="Sharing:"),
    *_TICKS,
    Move(SAM, "writes", "/quitdate"),
)

SUPPORT: Final = (
    Move(JO, "taps", "Yes, count me in"),
    Move(JO, "taps", "Yes, I'm"),
    Move(JO, "opens", SAM, seeing="?start=", on=SAM),
    Move(SAM, "taps", "☐ That I'm", seeing="What may"),
    Move(SAM, "taps", "Make the link", seeing="Your wish"),
    Move(SAM, "taps", "My wish", seeing="What may"),
    Move(SAM, "writes", "Text about 5. Please don't ask how it goes.", seeing="or not to do?"),
    Move(SAM, "writes", JO, seeing="What do you call them?"),
    Move(SAM, "taps", "Ask someone"),
    Move(SAM, "writes", "/supporters"),
)

_QUESTIONS: Final = (
    Move(SAM, "taps", "Stress", seeing="hardest moment"),
    Move(SAM, "taps", "A walk", seeing="What helped"),
    Move(SAM, "taps", "Skip", seeing="What helped"),
    Move(SAM, "taps", "Done", seeing="Tap Done"),
    Move(SAM, "taps", "Carry on", seeing="That sounds really hard"),
    Move(SAM, "taps", "Back", seeing="No rush"),
    Move(SAM, "writes", "/checkin", seeing="I won't write first"),
)

BEFORE_THE_DAY: Final = (
    Move(SAM, "taps", "Mixed", seeing="How is your mood"),
    Move(SAM, "taps", "4", seeing="Strongest urge"),
    Move(SAM, "taps", "2–", seeing="Any cigarettes"),
    Move(SAM, "taps", "Done", seeing="in your own words"),
    *_QUESTIONS,
)

ON_THE_DAY: Final = (
    Move(SAM, "taps", "OK", seeing="How is your mood"),
    Move(SAM, "taps", "3", seeing="Strongest urge"),
    Move(SAM, "taps", "None", seeing="Any cigarettes"),
    Move(SAM, "writes", "Nights are the problem.", seeing="in your own words"),
    Move(SAM, "taps", "Share", seeing="Saved, thank you"),
    *_QUESTIONS,
)

ONE_TAP: Final = (Move(SAM, "taps", "OK today", seeing="One tap is plenty"),)
