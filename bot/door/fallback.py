"""What no other handler took: each kind of message gets its own answer, and none is dropped in silence."""

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.types import Message

from bot.door.awaited import FEWEST, OF_CHECK_IN
from bot.kit import reply
from bot.kit.visit import Elsewhere, Is, Says, Visit
from bot.planning import occasion_handlers
from care.check_in import answers
from programme.people.person import Role

router = Router(name="fallback")
LONG = 1000  # characters
KINDS = {
    ContentType.STICKER: "sticker",
    ContentType.ANIMATION: "sticker",
    ContentType.DICE: "sticker",
    ContentType.VOICE: "voice",
    ContentType.AUDIO: "voice",
    ContentType.VIDEO_NOTE: "voice",
    ContentType.PHOTO: "photo",
    ContentType.VIDEO: "photo",
    ContentType.DOCUMENT: "file",
    ContentType.CONTACT: "contact",
    ContentType.LOCATION: "contact",
    ContentType.VENUE: "contact",
}
# No words of anybody's.
SILENCE = frozenset(
    {ContentType.PINNED_MESSAGE, ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED, ContentType.CHAT_BACKGROUND_SET}
)
_SMALL_TALK = Says(
    "hi", "hello", "hey", "hiya", "morning", "good morning", "evening", "good evening", "good night", "bye", "ok",
    "okay", "yes", "no", "thanks", "thank you", "ta", "cheers", "thx", "great", "good", "fine", "sorry", "please",
)  # fmt: skip


@router.message(F.content_type.in_(SILENCE))
async def about_the_chat(message: Message, visit: Visit) -> None:
    """Telegram's own words about the chat, such as that a message was pinned: nobody said anything to us."""


@router.edited_message()
async def edited(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """A message was changed after it was sent."""
    await reply.note(visit, "edited")


@router.message(Elsewhere())
async def elsewhere(message: Message, visit: Visit) -> None:
    """A reply to another message, or something forwarded, while words were asked for: nothing is kept."""
    if not await reply.checked(visit, message.text):
        await reply.note(visit, visit.elsewhere or "")


@router.message(_SMALL_TALK, Is(Role.CLIENT))
async def small_talk(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """A greeting or a thank you: nothing to keep."""
    await reply.note(visit, "small-talk")


@router.message(F.text, ~F.text.startswith("/"), Is(Role.CLIENT))
async def own_words(message: Message, visit: Visit) -> None:
    """Words that nothing was waiting for: kept, and not lost. A number or a sign is no words; it is the answer where a
    check-in stands at the urge, which has buttons and waits for no words."""
    text = message.text or ""
    if (urge := await answers.type_urge(visit.tx, visit.person, text)) is not None:
        prompt_id, answered = urge
        awaited = OF_CHECK_IN.get(answered.question) if answered.question is not None else None
        await reply.ask(visit, awaited, "check_in", subject_id=prompt_id)
    elif sum(map(str.isalpha, text)) < FEWEST:
        await reply.note(visit, "small-talk")
    else:
        await occasion_handlers.keep(visit, text)


@router.message()
async def anything(message: Message, visit: Visit) -> None:
    """A message that nothing was waiting for. To words that may mean danger the quiet line is all that is said."""
    if not await reply.checked(visit, message.text):
        await reply.note(visit, _note(message, visit))


def _note(message: Message, visit: Visit) -> str:
    text = message.text
    if text is None:
        return KINDS.get(ContentType(message.content_type), "other")
    if text.startswith("/"):
        return "unknown-command"
    if len(text) > LONG:
        return "long-unread"
    return "words-practitioner" if visit.person.is_practitioner else "words-stranger"
