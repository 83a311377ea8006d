"""A folder to run a service in, and its settings in the environment."""

from pathlib import Path

import pytest

TOKEN = "123456789:AAtestAAtestAAtestAAtestAAtestAAtest"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with a token set, and a Telegram that nobody answers at."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALONGSIDE_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("ALONGSIDE_TELEGRAM_API", "http://127.0.0.1:9")
    return tmp_path
