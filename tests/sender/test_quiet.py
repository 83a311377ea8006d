"""Whether anything is being said: the demo waits for that, and not for what is to be said later."""

from datetime import timedelta

from care.delivery import say
from db.delivery import picking
from db.delivery.outbox import Rank
from tests.sender.post_office import Post


async def is_speaking(post: Post) -> bool:
    """At this moment of the post office's clock."""
    return await post.database.read(lambda tx: picking.is_speaking(tx.at(post.clock.now())))


async def test_what_is_for_later_is_no_speaking(post: Post) -> None:
    """A row that waits for its time does not count, nor does an edit behind it; one whose time has come does."""
    sam = await post.phone()
    screen_id = await post.show(sam, rank=Rank.PROMPT, not_before=post.clock.now() + timedelta(minutes=10))
    await post.does(say.refresh, screen_id)
    assert not await is_speaking(post)
    post.clock.turn(601)
    assert await is_speaking(post)
    await post.sender().drain()
    assert not await is_speaking(post)


async def test_what_is_tried_once_more_is_speaking(post: Post) -> None:
    """A row that was tried counts until it is through, however long its wait: somebody may be looking for it."""
    sam = await post.phone()
    await post.show(sam)
    [row] = await post.rows(sam)
    later = post.clock.now() + timedelta(minutes=10)
    await post.database.write(lambda tx: picking.stumbled(tx, row.id, later))
    assert await is_speaking(post)
