"""What is refused before anything is opened."""

from pathlib import Path

import pytest

from alongside.settings import SettingsWrong, read_settings


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("ALONGSIDE_BOT_TOKN", "Did you mean ALONGSIDE_BOT_TOKEN?"),
        ("ALONGSIDE_DATABASE_URI", "Did you mean ALONGSIDE_DATABASE_URL?"),
        ("ALONGSIDE_METRIC_LISTEN", "Did you mean ALONGSIDE_METRICS_LISTEN?"),
        ("alongside_vualt", "Did you mean ALONGSIDE_VAULT?"),
        ("ALONGSIDE_XYZZY", "docs/operators-guide.md lists them all."),
    ],
)
def test_an_unknown_setting_is_refused_with_the_nearest_name(
    name: str, nearest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip in a setting's name stops the start, and the words say which name is nearest."""
    monkeypatch.setenv(name, "a value that is nobody's business")
    with pytest.raises(SettingsWrong) as refused:
        read_settings()
    assert str(refused.value).startswith(f"{name} is no setting")
    assert str(refused.value).endswith(nearest)
    assert "business" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("LISTEN", "127.0.0.1:65536", "ports end at 65535"),
        ("METRICS_LISTEN", "8089", "write an address and a port"),
        ("METRICS_LISTEN", "127.0.0.1:8088", "are both 127.0.0.1:8088"),
        ("TELEGRAM_API", "http://telegram.example", "begin it with https://"),
        ("TELEGRAM_API", "https://lee:s3cret@telegram.example", "without a name and a password"),
        ("WEBHOOK_URL", "http://bot.example.org", "begin it with https://"),
        ("ALARM_HOOK", "http://alarm.example/s3cret", "begin it with https://"),
        ("ALARM_HOOK", "alarm", "write a web address"),
        ("ALARM_CHAT", "-100123", "the number of a private chat"),
        ("ALARM_CHAT", "@lee", "the number of a private chat"),
        ("DATABASE_DIRECT_URL", "sqlite:///s3cret", "write postgresql://"),
        ("DATABASE_URL_FILE", "there/is/none", "cannot read there/is/none"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(
    name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal names the setting and what to write, and does not print a secret."""
    monkeypatch.setenv(f"ALONGSIDE_{name}", value)
    with pytest.raises(SettingsWrong) as refused:
        read_settings()
    assert f"ALONGSIDE_{name}" in str(refused.value)
    assert words in str(refused.value)
    assert "s3cret" not in str(refused.value)


def test_http_is_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain http is taken for loopback addresses, whichever way they are written."""
    for host in ("127.0.0.1", "127.8.8.8", "[::1]", "localhost"):
        monkeypatch.setenv("ALONGSIDE_TELEGRAM_API", f"http://{host}:9")
        assert read_settings().telegram_api == f"http://{host}:9"


def test_the_address_of_the_database_comes_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ALONGSIDE_DATABASE_URL_FILE gives the address, and with both set the start is refused; repr shows no password."""
    file = tmp_path / "url"
    file.write_text("postgresql://lee:s3cret@127.0.0.1/alongside\n")
    file.chmod(0o600)
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL_FILE", str(file))
    settings = read_settings()
    assert settings.database_url == "postgresql://lee:s3cret@127.0.0.1/alongside"
    assert "s3cret" not in repr(settings)
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", "sqlite:///other.db")
    with pytest.raises(SettingsWrong, match="leave the other out"):
        read_settings()


def test_the_direct_address_takes_the_account_of_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A direct address without a user has the user and the password of the pooled one; by default the two are one."""
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", "postgresql://lee:s3%40cret@127.0.0.1:6432/alongside")
    assert read_settings().direct_url() == "postgresql://lee:s3%40cret@127.0.0.1:6432/alongside"
    monkeypatch.setenv("ALONGSIDE_DATABASE_DIRECT_URL", "postgresql://127.0.0.1:5432/alongside")
    assert read_settings().direct_url() == "postgresql://lee:s3%40cret@127.0.0.1:5432/alongside"
    monkeypatch.setenv("ALONGSIDE_DATABASE_DIRECT_URL", "postgresql://ade@127.0.0.1:5432/alongside")
    assert read_settings().direct_url() == "postgresql://ade@127.0.0.1:5432/alongside"
