"""Text with its entities, counted as Telegram counts: offsets and lengths in UTF-16 code units."""

from dataclasses import dataclass
from html import escape
from typing import Any

Entity = dict[str, Any]
OPEN = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def cut(text: str, offset: int, length: int) -> str:
    """A piece of a text by UTF-16 offset and length."""
    raw = text.encode("utf-16-le")
    return raw[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text without tags, and what its parts look like."""

    text: str
    entities: tuple[Entity, ...] = ()

    def stripped(self) -> "Formatted":
        """Without white space at both ends, which Telegram takes away."""
        kept = self.text.strip()
        shift = units(self.text[: len(self.text) - len(self.text.lstrip())])
        return Formatted(kept, tuple(_shifted(self.entities, shift, units(kept))))

    def html(self) -> str:
        """The text as HTML again."""
        marks: dict[int, list[str]] = {}
        for entity in self.entities:
            opening, closing = _tags(self.text, entity)
            marks.setdefault(entity["offset"], []).append(opening)
            marks.setdefault(entity["offset"] + entity["length"], []).insert(0, closing)
        return "".join(_with_marks(self.text, marks))


def _shifted(entities: tuple[Entity, ...], shift: int, size: int) -> list[Entity]:
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        end = min(size, entity["offset"] + entity["length"] - shift)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return moved


def _tags(text: str, entity: Entity) -> tuple[str, str]:
    kind = entity["type"]
    if kind in ("text_link", "url"):
        target = entity.get("url") or cut(text, entity["offset"], entity["length"])
        return f'<a href="{escape(target)}">', "</a>"
    tag = OPEN.get(kind)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


def _with_marks(text: str, marks: dict[int, list[str]]) -> list[str]:
    pieces, place = [], 0
    for char in text:
        pieces += marks.get(place, [])
        pieces.append(escape(char, quote=False))
        place += 2 if ord(char) > 0xFFFF else 1
    return pieces + marks.get(place, [])
