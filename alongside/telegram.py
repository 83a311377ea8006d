"""Asking Telegram who we are, for commands that run beside the service."""

from alongside.settings import Settings
from alongside.trouble import TelegramOutOfReach, TokenRefused
from bot.connect import NotKnown, OutOfReach, learn_username, make_bot


async def who_am_i(settings: Settings) -> str:
    """The bot's username. Raises SettingsWrong, TokenRefused, TelegramOutOfReach."""
    bot = make_bot(settings.token(), settings.telegram_api)
    try:
        username = await learn_username(bot)
    except OutOfReach as error:
        raise TelegramOutOfReach(address=settings.telegram_api, reason=type(error).__name__) from None
    finally:
        await bot.session.close()
    if isinstance(username, NotKnown):
        raise TokenRefused
    return username
