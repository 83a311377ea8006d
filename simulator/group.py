"""A group chat for tests: the bot is put in, people write, the bot is taken out."""

from simulator import acts
from simulator.bubble import Bubble, bubble
from simulator.phone import Phone
from simulator.telegram import Telegram
from simulator.world import Chat


class Group:
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
