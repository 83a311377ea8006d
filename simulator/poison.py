"""Updates that decode as JSON and are no sound Update: what a careless reader chokes on."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator import wire
from simulator.telegram import Telegram
from simulator.world import Person

Shape = Callable[[dict[str, Any]], dict[str, Any]]

SHAPES: Mapping[str, Shape] = {
    "bare_message": lambda user: {"message": {"from": user, "text": "no id, no chat, no date"}},
    "wrong_types": lambda user: {"message": {"message_id": "one", "from": user, "chat": [], "date": "yesterday"}},
    "no_user": lambda user: {"callback_query": {"id": "1", "chat_instance": "1", "data": "x"}},
    "unknown_kind": lambda user: {"telepathy": {"from": user, "thought": "hello"}},
    "no_content": lambda user: {},
    "null_content": lambda user: {"message": None},
}


def make_poison(telegram: Telegram, person: Person, shape: str | None) -> int:
    """Put a poison update into the queue (None: each shape in turn); gives its update_id."""
    turn = telegram.world.version % len(SHAPES)
    chosen = shape or list(SHAPES)[turn]
    telegram.world.touch()
    return telegram.updates.make_raw(SHAPES[chosen](wire.user(person)), person.id)
