"""getFile. The bytes are served at /file/bot<token>/<path>."""

from simulator import wire
from simulator.params import Arguments
from simulator.refusal import bad_request
from simulator.telegram import Done, Telegram

DOWNLOAD_BYTES = 20 * 1024 * 1024


def get_file(telegram: Telegram, call: Arguments) -> Done:
    """Where to download a file, for an hour."""
    stored = telegram.world.files.get(str(call.values.get("file_id")))
    if stored is None:
        raise bad_request("invalid file_id")
    size = len(stored.upload.content)
    if size > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return Done({**wire.file_ids(stored), "file_size": size, "file_path": stored.path})
