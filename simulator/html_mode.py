"""Reads Telegram's small HTML, with its allowed tags and its own wording for what is wrong.

Source of the rules: core.telegram.org/bots/api#html-style; of the wording: answers of the real server.
"""

import re
from dataclasses import dataclass, field

from simulator.formatted import Entity, Formatted, cut, units
from simulator.refusal import Refusal, bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.\-]+(?=[\s>/])))?""")
BARE = frozenset({"expandable"})


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int


@dataclass(slots=True)
class _Reading:
    source: str
    place: int = 0
    out: list[str] = field(default_factory=list)
    size: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.out.append(text)
        self.size += units(text)

    def wrong(self, why: str, place: int, more: str = "") -> Refusal:
        offset = len(self.source[:place].encode())
        return bad_request(f"can't parse entities: {why} at byte offset {offset}{more}")


def parse_html(source: str) -> Formatted:
    """Text and entities. Raises Refusal "can't parse entities: ..." as the real server words it."""
    reading = _Reading(source)
    while reading.place < len(source):
        _step(reading)
    if reading.stack:
        tag = reading.stack[-1].tag
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\"")
    ordered = sorted(reading.entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted("".join(reading.out), tuple(ordered))


def _step(reading: _Reading) -> None:
    source, place = reading.source, reading.place
    if source[place] == "<":
        tag = _end_tag if source.startswith("</", place) else _start_tag
        tag(reading)
    elif source[place] == "&" and (found := ENTITY.match(source, place)):
        reading.put(_character(found))
        reading.place = found.end()
    else:
        end = min((at for at in (source.find("<", place), source.find("&", place + 1)) if at > place), default=None)
        reading.put(source[place:end])
        reading.place = len(source) if end is None else end


def _character(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x110000 else found.group()


def _unescape(text: str) -> str:
    return ENTITY.sub(_character, text)


def _start_tag(reading: _Reading) -> None:
    begin = reading.place
    name = re.compile(r"[^\s>]*").match(reading.source, begin + 1)
    assert name is not None
    tag = name.group().lower().rstrip("/")
    if name.end() >= len(reading.source):
        raise reading.wrong("Unclosed start tag", begin)
    if tag not in TAGS:
        raise reading.wrong(f'Unsupported start tag "{tag}"', begin)
    attributes = _attributes(reading, tag, begin, begin + 1 + len(tag))
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise reading.wrong('Tag "span" must have class "tg-spoiler"', begin)
    reading.stack.append(_Open(tag, attributes, reading.size))


def _attributes(reading: _Reading, tag: str, begin: int, place: int) -> dict[str, str]:
    found: dict[str, str] = {}
    while True:
        gap = re.compile(r"[\s/]*").match(reading.source, place)
        place = gap.end() if gap else place
        if place >= len(reading.source):
            raise reading.wrong(f'Unclosed start tag "{tag}"', begin)
        if reading.source[place] == ">":
            reading.place = place + 1
            return found
        place = _attribute(reading, tag, begin, place, found)


def _attribute(reading: _Reading, tag: str, begin: int, place: int, found: dict[str, str]) -> int:
    match = ATTRIBUTE.match(reading.source, place)
    if match is None:
        raise reading.wrong(f'Empty attribute name in the tag "{tag}"', begin)
    name, value = match.group(1).lower(), match.group(2)
    if value is None and reading.source[match.end() :].lstrip().startswith("="):
        raise reading.wrong("Unexpected end of name token", match.end())
    if value is None and name not in BARE:
        raise reading.wrong(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
    found[name] = _unescape(value.strip("\"'")) if value else ""
    return match.end()


def _end_tag(reading: _Reading) -> None:
    begin = reading.place
    match = re.compile(r"</([^\s>]*)\s*(>?)").match(reading.source, begin)
    assert match is not None
    if not match.group(2):
        raise reading.wrong("Unclosed end tag", begin)
    if not reading.stack:
        raise reading.wrong("Unexpected end tag", begin)
    opened, tag = reading.stack.pop(), match.group(1).lower()
    if tag not in ("", opened.tag):
        raise reading.wrong("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{tag}>"')
    reading.place = match.end()
    _close(reading, opened)


def _close(reading: _Reading, opened: _Open) -> None:
    length = reading.size - opened.start
    kind = TAGS[opened.tag]
    if length == 0:
        return
    entity: Entity = {"type": kind, "offset": opened.start, "length": length}
    if kind == "text_link":
        entity["url"] = opened.attributes.get("href") or cut("".join(reading.out), opened.start, length)
        if "." not in entity["url"] and ":" not in entity["url"]:
            return
    if kind == "custom_emoji":
        entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
    if kind == "blockquote" and "expandable" in opened.attributes:
        entity["type"] = "expandable_blockquote"
    reading.entities.append(entity)
