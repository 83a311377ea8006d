"""Everybody and everything on this Telegram: people, chats, messages, files and the taps that wait for an answer."""

import asyncio
import itertools
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from simulator.clock import SimulatorClock
from simulator.keyboards import Markup
from simulator.params import Upload
from simulator.texts import Formatted

FIRST_USER = 5_000_001
FIRST_GROUP = -4_000_001
# Telegram gives no figure for how long a tap waits; a minute is stricter than most reports of "query is too old".
QUERY_LIFE = timedelta(seconds=60)


@dataclass(slots=True)
class TelegramUser:
    """Somebody with a phone."""

    id: int
    first_name: str
    language: str | None
    username: str | None = None
    last_name: str | None = None
    started: bool = False
    blocked: bool = False
    deactivated: bool = False


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on Telegram's own computers."""

    file_id: str
    path: str
    upload: Upload


@dataclass(slots=True)
class Message:
    """A message in a chat. `content` holds what is neither text nor caption (photo, document, sticker, ...)."""

    id: int
    chat_id: int
    sender: TelegramUser | None
    date: datetime
    text: Formatted | None = None
    caption: Formatted | None = None
    content: dict[str, Any] = field(default_factory=dict)
    file: StoredFile | None = None
    markup: Markup | None = None
    edited: datetime | None = None
    revision: int = 0
    reply_to: int | None = None

    @property
    def is_service(self) -> bool:
        """Whether it is Telegram's own word about the chat."""
        return "pinned_message" in self.content

    @property
    def words(self) -> Formatted:
        """What there is to read on it."""
        return self.text or self.caption or Formatted("")


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's) or a group (a negative id). `pinned` messages by id, newest last."""

    id: int
    title: str | None = None
    members: list[TelegramUser] = field(default_factory=list)
    bot_status: str = "member"
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: Markup | None = None
    pinned: list[int] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        """Whether this is a chat of one person with the bot."""
        return self.id > 0


@dataclass(slots=True)
class Query:
    """A tap that waits for answerCallbackQuery."""

    id: str
    person: TelegramUser
    at: datetime
    answered: bool = False
    text: str | None = None
    alert: bool = False


@dataclass(slots=True)
class Bot:
    """The bot this Telegram knows."""

    token: str
    username: str
    name: str

    @property
    def id(self) -> int:
        """The number before the colon of its token."""
        return int(self.token.partition(":")[0])


class World:
    """All of it, and the numbers given out. `version` grows with every change that can be seen."""

    def __init__(self, bot: Bot, clock: SimulatorClock) -> None:
        self.bot = bot
        self.clock = clock
        self.people: dict[int, TelegramUser] = {}
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.files: dict[str, StoredFile] = {}
        self.menus: dict[str, Any] = {}
        self.version = 0
        self._moved = asyncio.Event()
        self._message_ids = itertools.count(1)
        self._user_ids = itertools.count(FIRST_USER)
        self._group_ids = itertools.count(FIRST_GROUP, -1)
        self._query_ids = itertools.count(4_000_000_000_000_001, 7)
        self._file_ids = itertools.count(1)

    def touch(self) -> None:
        """Note that something changed that can be seen."""
        self.version += 1
        self.stir()

    def stir(self) -> None:
        """Wake whoever waits for something to be so."""
        self._moved.set()
        self._moved = asyncio.Event()

    async def change(self) -> None:
        """Wait for the next change or log entry."""
        await self._moved.wait()

    def add_person(self, name: str, language: str | None, user_id: int | None, username: str | None) -> TelegramUser:
        """A new person with an empty chat. Raises ValueError if the id is taken."""
        number = user_id if user_id is not None else self._free_user_id()
        if number in self.people or number == self.bot.id or number <= 0:
            raise ValueError(f"user id {number} cannot be given to {name}")
        person = TelegramUser(number, name, language, username)
        self.people[number] = person
        self.chats[number] = Chat(number, members=[person])
        self.touch()
        return person

    def _free_user_id(self) -> int:
        return next(number for number in self._user_ids if number not in self.people and number != self.bot.id)

    def add_group(self, title: str) -> Chat:
        """A new group without members, the bot not yet in it."""
        chat = Chat(next(self._group_ids), title=title, bot_status="left")
        self.chats[chat.id] = chat
        self.touch()
        return chat

    def post(self, chat: Chat, sender: TelegramUser | None, **what: Any) -> Message:
        """A new message in a chat; sender None is the bot."""
        message = Message(next(self._message_ids), chat.id, sender, self.clock.now(), **what)
        chat.messages[message.id] = message
        self._turn_keyboard(chat, message.markup)
        self.touch()
        return message

    def _turn_keyboard(self, chat: Chat, markup: Markup | None) -> None:
        if markup is None:
            return
        if markup.get("keyboard"):
            chat.keyboard = markup
        elif markup.get("remove_keyboard"):
            chat.keyboard = None

    def changed(self, message: Message, *, is_news: bool = True) -> None:
        """Note that a message was edited. It is no news for its reader where it lost its buttons and nothing else."""
        message.edited = self.clock.now()
        message.revision += is_news
        self.touch()

    def add_query(self, person: TelegramUser) -> Query:
        """A new tap."""
        query = Query(str(next(self._query_ids)), person, self.clock.now())
        self.queries[query.id] = query
        return query

    def keep(self, upload: Upload, folder: str) -> StoredFile:
        """Store a file under a file id."""
        number = next(self._file_ids)
        suffix = upload.name.rpartition(".")[2] if "." in upload.name else "bin"
        stored = StoredFile(f"SimFile{self.bot.id}x{number}", f"{folder}/file_{number}.{suffix}", upload)
        self.files[stored.file_id] = stored
        return stored
