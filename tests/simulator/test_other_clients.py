"""Clients that are not ours find it to be Telegram."""

import asyncio

import pytest
import telegram
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
)
from aiogram.types import KeyboardButton as Key
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes

from simulator import Phone, Simulator
from simulator.phone import PIXEL
from tests.simulator.raw_api import HandClock

Context = ContextTypes.DEFAULT_TYPE


async def greet(update: telegram.Update, context: Context) -> None:
    """Answer /start with a button."""
    button = telegram.InlineKeyboardButton("Fine", callback_data="fine")
    assert update.message
    await update.message.reply_html(
        f"<b>Hello</b> {context.args}", reply_markup=telegram.InlineKeyboardMarkup([[button]])
    )


async def thank(update: telegram.Update, _: Context) -> None:
    """Answer a tap with an edit and a picture."""
    query = update.callback_query
    assert query
    await query.answer("Noted")
    await query.edit_message_text("Good to hear")
    assert isinstance(query.message, telegram.Message)
    await query.message.reply_photo(PIXEL, caption="A picture")


async def test_python_telegram_bot_lives_on_it(sim: Simulator) -> None:
    """A bot made with python-telegram-bot polls, is started, answers, edits and sends a picture."""
    builder = (
        Application.builder().token(sim.token).base_url(f"{sim.base_url}/bot").base_file_url(f"{sim.base_url}/file/bot")
    )
    app = builder.build()
    app.add_handler(CommandHandler("start", greet))
    app.add_handler(CallbackQueryHandler(thank))
    sam = sim.phone("Sam")
    async with app:
        await app.bot.set_my_commands([("start", "Begin")])
        assert app.updater
        await app.updater.start_polling(timeout=5)
        await app.start()
        sam.starts("hello")
        await sim.until(lambda: sam.last)
        assert sam.sees("Hello ['hello']").html.startswith("<b>Hello</b>")
        sam.taps("Fine")
        await sim.until(lambda: sam.last and sam.last.photo)
        await app.updater.stop()
        await app.stop()
    assert sam.toast == "Noted"
    sam.gets("Good to hear")
    sam.gets("A picture")
    sam.sees_nothing_new()
    assert sam.commands == ["start"]
    assert sim.log.strictness() == []


async def test_aiogram_lives_on_it(sim: Simulator, sam: Phone, clock: HandClock) -> None:
    """aiogram sends, edits, answers and uploads, and knows every refusal for what it is."""
    server = TelegramAPIServer.from_base(sim.base_url)
    async with Bot(sim.token, session=AiohttpSession(api=server)) as bot:
        [update] = await bot.get_updates(timeout=5)
        assert update.message
        keys = ReplyKeyboardMarkup(keyboard=[[Key(text="More")]], is_persistent=True, resize_keyboard=True)
        await bot.send_message(sam.id, "Hello", reply_markup=keys, protect_content=True)
        button = InlineKeyboardButton(text="OK", callback_data="ok")
        asked = await bot.send_message(sam.id, "Well?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
        sam.taps("OK")
        [update] = await bot.get_updates(offset=update.update_id + 1, timeout=5)
        assert update.callback_query
        await update.callback_query.answer("Thanks").as_(bot)
        edited = await bot.edit_message_text("Good", chat_id=sam.id, message_id=asked.message_id)
        assert not isinstance(edited, bool)
        with pytest.raises(TelegramBadRequest, match="message is not modified"):
            await bot.edit_message_text("Good", chat_id=sam.id, message_id=asked.message_id)
        photo = await bot.send_photo(sam.id, BufferedInputFile(PIXEL, "a.png"), caption="Look")
        await bot.send_document(sam.id, BufferedInputFile(b"a", "a.csv"))
        assert photo.photo
        down = await bot.download(photo.photo[-1].file_id)
        assert down
        assert down.read() == PIXEL
        await bot.set_my_commands(
            [BotCommand(command="help", description="Help")],
            scope=BotCommandScopeChat(chat_id=sam.id),
            language_code="en",
        )
        await meet_limit_and_block(bot, sam, clock)
    assert (sam.toast, sam.commands, sam.keyboard) == ("Thanks", ["help"], [["More"]])
    assert sim.log.strictness() == []


async def meet_limit_and_block(bot: Bot, sam: Phone, clock: HandClock) -> None:
    """Run into the limit of a chat, wait, then into a block."""
    with pytest.raises(TelegramRetryAfter) as limit:
        await asyncio.gather(*(bot.send_message(sam.id, str(number)) for number in range(6)))
    clock.turn(seconds=limit.value.retry_after)
    sam.blocks()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(sam.id, "Hi")
