"""A phone and a group chat for tests: what people do and see, at once."""

from collections.abc import Iterator

from simulator import acts
from simulator.acts import CannotDo
from simulator.bubble import Bubble, BubbleButton, bubble
from simulator.methods.menus import commands_for
from simulator.methods.messages import pin_message
from simulator.params import Upload
from simulator.poll import make_poison
from simulator.telegram import Telegram
from simulator.world import Chat, Message, Query, TelegramUser

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63646060f80f00010401"
    "00b5e7d4e40000000049454e44ae426082"
)


class Phone:
    """One person's Telegram, open at the chat with the bot."""

    def __init__(self, telegram: Telegram, person: TelegramUser, about: str = "") -> None:
        self.person = person
        self.about = about
        self._telegram = telegram
        self._seen: dict[int, int] = {}
        self.query: Query | None = None
        self.clipboard: str | None = None

    @property
    def id(self) -> int:
        """The person's user id, which is the chat's id too."""
        return self.person.id

    @property
    def name(self) -> str:
        """The person's first name."""
        return self.person.first_name

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self._telegram.world.chats[self.person.id]

    # What the person does

    def writes(self, text: str) -> Bubble:
        """Type words and send them."""
        return self._bubble(acts.write(self._telegram, self.chat, self.person, text))

    def replies(self, to: Bubble | int, text: str, quote: str = "") -> Bubble:
        """Swipe on a message of this chat and answer it, with a part of it quoted where `quote` is one."""
        number = to if isinstance(to, int) else to.id
        more = {"content": {"quote": {"text": quote, "position": 0}}} if quote else {}
        return self._bubble(acts.write(self._telegram, self.chat, self.person, text, reply_to=number, **more))

    def forwards(self, text: str) -> Bubble:
        """Pass on what somebody wrote elsewhere."""
        origin = {"type": "hidden_user", "date": 0, "sender_user_name": "Somebody"}
        content = {"forward_origin": origin}
        return self._bubble(acts.write(self._telegram, self.chat, self.person, text, content=content))

    def replies_from_elsewhere(self, text: str) -> Bubble:
        """Answer, in this chat, a message of another chat."""
        origin = {"type": "hidden_user", "date": 0, "sender_user_name": "Somebody"}
        content = {"external_reply": {"origin": origin}}
        return self._bubble(acts.write(self._telegram, self.chat, self.person, text, content=content))

    def starts(self, payload: str = "") -> Bubble:
        """Press Start, with a deep link's payload. Unblocks the bot first, as the real button does."""
        return self._bubble(acts.start(self._telegram, self.person, payload))

    def opens(self, link: str) -> Bubble:
        """Follow a t.me link to this bot and press Start. Raises CannotDo for a link that leads elsewhere."""
        payload = acts.payload_of(self._telegram, link)
        if payload is None:
            raise CannotDo(f"{link} does not lead to @{self._telegram.world.bot.username}")
        return self.starts(payload)

    def taps(self, label: str) -> int:
        """Tap the newest button that says `label`; gives the message id. A reply-keyboard button writes its words."""
        for message in self._from_newest():
            for button in (button for row in bubble(message, self.id).buttons for button in row):
                if button.label == label:
                    return self._press(message, button)
        if label in [word for row in self.keyboard for word in row]:
            return self.writes(label).id
        raise CannotDo(f"{self.name} sees no button [{label}]. {self.screen()}")

    def _press(self, message: Message, button: BubbleButton) -> int:
        if button.url is not None:
            return self.opens(button.url).id
        if button.copies is not None:  # on the phone itself: the bot is not told
            self.clipboard = button.copies
            return message.id
        if button.data is None:
            raise CannotDo("this kind of button does nothing in the simulator")
        self.query = acts.tap(self._telegram, self.person, button.data, message)
        return message.id

    def taps_raw(self, callback_data: str, message_id: int | None = None) -> int:
        """A forged tap: any data, under any message id, there or not (None: the newest of the bot)."""
        last = next(self._from_newest(), None)
        wanted = message_id if message_id is not None else (last.id if last else 1)
        self.query = acts.tap(self._telegram, self.person, callback_data, self.chat.messages.get(wanted, wanted))
        return wanted

    def edits(self, message: Bubble | int, text: str) -> int:
        """Change own words; gives the update_id."""
        number = message if isinstance(message, int) else message.id
        found = self.chat.messages.get(number)
        if found is None or found.sender is not self.person or found.text is None:
            raise CannotDo(f"message {number} is no text of {self.name}'s own. {self.screen()}")
        return acts.edit(self._telegram, found, text)

    def deletes(self, message: Bubble | int) -> None:
        """Take a message off the chat; the bot hears nothing of it."""
        acts.delete(self._telegram, self.chat, message if isinstance(message, int) else message.id)

    def sends_photo(self, caption: str = "", content: bytes = PIXEL) -> Bubble:
        """Send a picture."""
        return self._sends("photo", Upload("photo.png", "image/png", content), caption)

    def sends_document(self, name: str = "notes.txt", content: bytes = b"notes", caption: str = "") -> Bubble:
        """Send a file."""
        return self._sends("document", Upload(name, "application/octet-stream", content), caption)

    def sends_voice(self) -> Bubble:
        """Send a voice message."""
        return self._sends("voice", Upload("voice.ogg", "audio/ogg", b"OggS"), "")

    def sends_sticker(self) -> Bubble:
        """Send a sticker."""
        return self._sends("sticker", Upload("sticker.webp", "image/webp", b"RIFF"), "")

    def sends_contact(self) -> Bubble:
        """Share own contact."""
        return self._bubble(acts.send_contact(self._telegram, self.chat, self.person))

    def _sends(self, kind: str, upload: Upload, caption: str) -> Bubble:
        return self._bubble(acts.send_file(self._telegram, self.chat, self.person, kind, upload, caption))

    def pins(self, message: Bubble | int) -> None:
        """Pin a message of this chat to its top."""
        pin_message(self._telegram, self.chat, message if isinstance(message, int) else message.id, self.person)

    def blocks(self) -> int | None:
        """Block the bot; gives the update_id."""
        return acts.set_blocked(self._telegram, self.person, True)

    def unblocks(self) -> int | None:
        """Unblock it, without pressing Start."""
        return acts.set_blocked(self._telegram, self.person, False)

    def deletes_account(self) -> None:
        """Leave Telegram."""
        acts.delete_account(self._telegram, self.person)

    def poison(self, shape: str | None = None) -> int:
        """An update of this person that is no sound Update (shapes: poison.SHAPES); gives the update_id."""
        return make_poison(self._telegram, self.person, shape)

    # What the person sees

    @property
    def messages(self) -> list[Bubble]:
        """Everything on the screen, oldest first."""
        return [self._bubble(message) for message in self.chat.messages.values()]

    @property
    def last(self) -> Bubble | None:
        """The newest message of the bot."""
        newest = next(self._from_newest(), None)
        return self._bubble(newest) if newest else None

    @property
    def pinned(self) -> list[Bubble]:
        """What is pinned to the top, newest last."""
        return [self._bubble(self.chat.messages[number]) for number in self.chat.pinned]

    @property
    def keyboard(self) -> list[list[str]]:
        """The rows of the reply keyboard."""
        markup = self.chat.keyboard or {}
        return [[button["text"] for button in row] for row in markup.get("keyboard", [])]

    @property
    def commands(self) -> list[str]:
        """The menu, as this person sees it."""
        found = commands_for(self._telegram.world.menus, self.id, self.person.language)
        return [each["command"] for each in found]

    @property
    def toast(self) -> str | None:
        """The word shown over the screen after the latest tap, if any."""
        return self.query.text if self.query else None

    @property
    def is_waiting(self) -> bool:
        """Whether the latest tapped button still shows its little clock."""
        return self.query is not None and not self.query.answered

    @property
    def unseen(self) -> list[Bubble]:
        """Messages and edits of the bot that nobody has looked at yet."""
        return [self._bubble(message) for message in self._unseen()]

    def sees(self, part: str) -> Bubble:
        """The newest bot message with these words in it, now looked at. Raises CannotDo with what is on the screen."""
        return self._find(part, list(self._from_newest()))

    def gets(self, part: str) -> Bubble:
        """The same among the messages and edits not looked at yet, oldest first."""
        return self._find(part, self._unseen())

    def sees_nothing_new(self) -> None:
        """Raises CannotDo if there is anything nobody has looked at."""
        if self.unseen:
            new = "\n  ".join(map(str, self.unseen))
            raise CannotDo(f"{self.name} has something new:\n  {new}")

    def looks(self) -> list[Bubble]:
        """Look at everything: gives what was unseen, which now is seen."""
        new = self._unseen()
        for message in new:
            self._seen[message.id] = message.revision
        return [self._bubble(message) for message in new]

    def screen(self) -> str:
        """The screen in words, for people who read a failing test."""
        bubbles = "\n  ".join(map(str, self.messages)) or "(empty)"
        keys = " ".join(f"[{word}]" for row in self.keyboard for word in row)
        return f"On {self.name}'s screen:\n  {bubbles}" + (f"\n  keyboard: {keys}" if keys else "")

    def _find(self, part: str, among: list[Message]) -> Bubble:
        for message in among:
            if part in message.words.text:
                self._seen[message.id] = message.revision
                return self._bubble(message)
        raise CannotDo(f"{self.name} does not see {part!r}. {self.screen()}")

    def _from_newest(self) -> Iterator[Message]:
        return (one for one in reversed(self.chat.messages.values()) if one.sender is None and not one.is_service)

    def _unseen(self) -> list[Message]:
        return [
            message
            for message in self.chat.messages.values()
            if message.sender is None and not message.is_service and self._seen.get(message.id, -1) < message.revision
        ]

    def _bubble(self, message: Message) -> Bubble:
        return bubble(message, self.id)


class GroupChat:
    """A group the bot may be in. As by default on Telegram, the bot reads only commands and mentions there."""

    def __init__(self, telegram: Telegram, chat: Chat, owner: Phone) -> None:
        self.chat = chat
        self.owner = owner
        self._telegram = telegram
        self.joins(owner)

    @property
    def id(self) -> int:
        """The chat's id, below zero."""
        return self.chat.id

    @property
    def has_bot(self) -> bool:
        """Whether the bot is in it."""
        return self.chat.bot_status == "member"

    def joins(self, phone: Phone) -> None:
        """A person comes in."""
        if phone.person not in self.chat.members:
            self.chat.members.append(phone.person)

    def adds_bot(self) -> int:
        """The owner puts the bot in; gives the update_id."""
        old, self.chat.bot_status = self.chat.bot_status, "member"
        return acts.bot_moved(self._telegram, self.chat, self.owner.person, old, "member")

    def kicks_bot(self) -> int:
        """The owner takes it out; gives the update_id."""
        old, self.chat.bot_status = self.chat.bot_status, "kicked"
        return acts.bot_moved(self._telegram, self.chat, self.owner.person, old, "kicked")

    def writes(self, phone: Phone, text: str) -> Bubble:
        """A member writes; the bot hears commands and mentions."""
        self.joins(phone)
        return bubble(acts.write(self._telegram, self.chat, phone.person, text), phone.id)

    @property
    def messages(self) -> list[Bubble]:
        """Everything in it, as the owner sees it."""
        return [bubble(message, self.owner.id) for message in self.chat.messages.values()]
