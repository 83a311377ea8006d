"""Why something is not said, ended, or comes: the codes that stand with prompts, messages and plans.

A row may also hold what no version writes any more, or, of a message, Telegram's words as a code (bot.sending.outcome).
"""

from enum import StrEnum
from typing import Final


class ReasonCode(StrEnum):
    """One reason, as its row has it."""

    # By our own rules a prompt is not asked: it is neither a reply nor, but for QUIET, silence.
    CAP = "cap"  # enough was said that day
    CARD = "card"  # it rides inside that day's check-in
    QUIET = "quiet"  # nothing came from them for days
    OUTCOME_OPEN = "outcome"  # in older records: how it went was asked, and stayed open
    ANOTHER = "another"  # another question was asked at that moment
    SOFT = "soft"  # a crisis card was shown: it is left out, or ended without an answer that nobody counts
    HELLO = "hello"  # that morning has a word already: a hello
    QUIT_DAY = "quit_day"  # the same: the word on the quit day

    # An evening is left in peace, and a word in the morning, or at the end of a break, is promised for it.
    LAPSE = "lapse"
    TONIGHT = "tonight"
    PAUSE_ENDS = "pause"

    # A prompt ended, or was never asked.
    ALREADY_DONE = "already done"  # by a check-in that they began by themselves
    NOT_TODAY = "not today"
    TOMORROW = "tomorrow"
    NOT_THIS_WEEK = "not this week"
    NOTHING = "nothing"  # to bring, or to write down
    STOP_ASKING = "stop asking"
    LATE_IS_OVER = "late is over"  # the two days in which answers are taken late
    STOPPED_BY_US = "stopped by us"  # an operator stopped that kind of message: it counts as missed by us
    PAUSED = "paused"
    ENDED = "ended"  # its plan did
    TOO_LATE = "too late"
    BLOCKED = "blocked"  # they block the bot

    # A message that waited is not sent.
    NEWER = "newer"  # a newer one takes its place
    CLOSED = "closed"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    GONE = "gone"  # what it is about
    LATE = "late"
    LEFT = "left"
    DELETED = "deleted"
    RETIRED = "retired"  # its screen was
    CRISIS = "crisis"
    SMOKED = "smoked"
    EARLIER = "earlier"
    ANOTHER_TRY = "another try"
    TAKEN_BACK = "taken back"
    QUIT_DATE = "quit date"
    IN_PEACE = "in peace"
    NOT_NOW = "not now"
    NOT_ASKED = "not asked"  # the question that it reminds of never came
    NEVER_SENT = "never-sent"  # what it changes never stood on the phone
    NO_MESSAGE = "no-message"
    NO_BUTTONS = "no-buttons"
    RESTORED = "restored"  # a copy was put back: what it held is not sent

    # A message was sent, or tried.
    RESENT = "anew"  # a waiting send that was an edit: its message is gone
    RECEIPT = "receipt"
    ANSWERS_HIDDEN = "answers-hidden"  # the network hid them
    DROPPED = "dropped"  # an operator is done with it: its fate stays unknown
    BROKEN = "broken"  # its screen could not be made
    PICTURE = "picture"
    REFUSED = "refused"


HELD_BACK: Final = frozenset(
    {
        ReasonCode.CAP, ReasonCode.CARD, ReasonCode.QUIET, ReasonCode.OUTCOME_OPEN, ReasonCode.ANOTHER, ReasonCode.SOFT,
        ReasonCode.HELLO, ReasonCode.QUIT_DAY,
    }
)  # fmt: skip
