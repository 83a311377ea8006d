"""A message as a person sees it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from simulator import wire
from simulator.params import Upload
from simulator.texts import Formatted
from simulator.world import Message


@dataclass(frozen=True, slots=True)
class BubbleButton:
    """A button under a message: what it says, and what it carries, opens or copies."""

    label: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message on the screen, as it was when it was read from there."""

    id: int
    from_me: bool
    words: Formatted
    buttons: tuple[tuple[BubbleButton, ...], ...]
    edited: bool
    date: datetime
    photo: Upload | None = None
    document: Upload | None = None
    kind: str = "text"

    @property
    def text(self) -> str:
        """The text without tags, or the caption."""
        return self.words.text

    @property
    def html(self) -> str:
        """The same with its tags; made when it is asked for, as most readers of a screen want the text only."""
        return self.words.html()

    @property
    def labels(self) -> list[str]:
        """What the buttons say, in reading order."""
        return [button.label for row in self.buttons for button in row]

    def __str__(self) -> str:
        rows = "".join("\n    " + " ".join(f"[{button.label}]" for button in row) for row in self.buttons)
        return f"{'me' if self.from_me else 'bot'} #{self.id}: {self.text or f'({self.kind})'}{rows}"


def bubble(message: Message, owner_id: int) -> Bubble:
    """The message as `owner_id` sees it."""
    rows = tuple(tuple(_button(raw) for raw in row) for row in wire.inline(message.markup))
    upload = message.file.upload if message.file else None
    return Bubble(
        id=message.id,
        from_me=message.sender is not None and message.sender.id == owner_id,
        words=message.words,
        buttons=rows,
        edited=message.edited is not None,
        date=message.date,
        photo=upload if "photo" in message.content else None,
        document=upload if "document" in message.content else None,
        kind=next(iter(message.content), "text"),
    )


def _button(raw: dict[str, Any]) -> BubbleButton:
    return BubbleButton(raw["text"], raw.get("callback_data"), raw.get("url"), raw.get("copy_text", {}).get("text"))
