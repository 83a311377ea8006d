"""The log that others judge by."""

from pathlib import Path

from aiohttp import ClientSession

from simulator import Simulator, read_log
from tests.simulator.raw_api import HandClock, RawApi


async def test_the_file_says_what_the_log_says(tmp_path: Path, clock: HandClock) -> None:
    """Every entry is on disk at once, and reads back equal; a line cut short by a kill is left out."""
    file = tmp_path / "log.jsonl"
    async with Simulator(clock=clock, log_file=file) as sim, ClientSession() as session:
        api, sam = RawApi(session, sim), sim.phone()
        sam.starts()
        await api.call("sendMessage", chat_id=sam.id, text="Héllo")
        await api.call("getUpdates", offset=-1)
        await api.answer("sendMessage", chat_id=sam.id, text="x", colour="red")
        assert read_log(file).entries == sim.log.entries
        kinds = [type(entry).__name__ for entry in sim.log.entries]
    assert kinds == ["UpdateMade", "Call", "UpdateHanded", "Call", "Strictness", "Call"]
    with file.open("a") as cut:
        cut.write('{"entry":"Call","num')
    assert len(read_log(file).entries) == 6


async def test_no_token_is_written(tmp_path: Path) -> None:
    """The log names no token and no bytes of files."""
    file = tmp_path / "log.jsonl"
    async with Simulator(log_file=file) as sim, ClientSession() as session:
        api, sam = RawApi(session, sim), sim.phone()
        sam.sends_photo()
        await api.call("sendMessage", chat_id=sam.id, text="Hi")
        assert sim.token not in file.read_text()


async def test_queries_tell_effects_apart(clock: HandClock) -> None:
    """Deliveries are new messages; effects are edits and deletions too; each by chat."""
    async with Simulator(clock=clock) as sim, ClientSession() as session:
        api, sam = RawApi(session, sim), sim.phone()
        sam.starts()
        sent = await api.call("sendMessage", chat_id=sam.id, text="One")
        where = {"chat_id": sam.id, "message_id": sent["message_id"]}
        await api.call("editMessageText", **where, text="Two")
        await api.answer("editMessageText", **where, text="Two")
        await api.call("deleteMessage", **where)
        assert [call.effect for call in sim.log.calls(chat_id=sam.id)] == ["sent", "edited", "none", "deleted"]
        assert [call.effect for call in sim.log.effects(sam.id)] == ["sent", "edited", "deleted"]
        assert [call.message_id for call in sim.log.deliveries(sam.id)] == [sent["message_id"]]
        assert sim.log.deliveries(1) == []
        assert sim.log.calls("editMessageText")[1].status == 400
