"""Which updates ask for a person: they bring the numbers even while nothing else is answered."""

import pytest

from bot.door.crisis_scan import asks_for_a_person


@pytest.mark.parametrize(
    ("update", "asks"),
    [
        ({"callback_query": {"data": "t:27:go:help"}}, True),
        ({"callback_query": {"data": "t:27:open:crisis"}}, True),
        ({"callback_query": {"data": "t:27:need_help:"}}, True),
        ({"callback_query": {"data": "t:27:open:rough"}}, False),
        ({"callback_query": {"data": "help"}}, False),
        ({"callback_query": {}}, False),
        ({"callback_query": "t:27:go:help"}, False),
        ({"callback_query": {"data": 7}, "message": {"text": ["/help"]}}, False),
        ({"message": {"text": "/help"}}, True),
        ({"message": {"text": "/Help@alongside_bot please"}}, True),
        ({"message": {"text": "/helpless"}}, False),
        ({"message": {"text": "I told them /help is there"}}, False),
        ({"message": {"photo": []}}, False),
        ({"my_chat_member": {}}, False),
    ],
)
def test_asks(update: dict[str, object], *, asks: bool) -> None:
    """The buttons that lead to the numbers, and /help."""
    assert asks_for_a_person(update) is asks
