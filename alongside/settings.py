"""What an operator can set, from the environment. The names are a contract: see the operator's guide."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from rapidfuzz.process import extractOne

from db.store.url import is_loopback, with_account_of
from programme.operators import OperatorTrouble
from programme.practice.requests import Fault, parse_route

PREFIX = "ALONGSIDE_"
NEAR = 60  # of 100: below that a name is nobody's neighbour


def unknown_settings(variables: Iterable[str], known: Iterable[str]) -> list[str]:
    """What to say of each of these environment variables that begins with PREFIX and names no known setting.

    `known` are the names without PREFIX, in any case. A setting's name counts in any case too.
    """
    names = [PREFIX + name.upper() for name in known]
    ours = sorted(name for name in variables if name.upper().startswith(PREFIX) and name.upper() not in names)
    return [f"{name} is no setting of this program. {_instead(name, names)}" for name in ours]


def _instead(name: str, names: list[str]) -> str:
    # Compared without PREFIX, which is the same in all of them and would make everything look alike.
    rests = {one.removeprefix(PREFIX): one for one in names}
    near = extractOne(name.upper().removeprefix(PREFIX), rests.keys(), score_cutoff=NEAR)
    if near is None:
        return "Leave it out; docs/operators-guide.md lists them all."
    return f"Did you mean {rests[near[0]]}?"


MOST_NAMED = 200  # characters: it stands on a phone
TELEGRAM = "https://api.telegram.org"
LAST_PORT = 65_535


class SettingsWrong(OperatorTrouble):
    """Some settings cannot be used; each line of the message names one and says what to write."""

    def __init__(self, words: str) -> None:
        Exception.__init__(self, words)


class Settings(BaseSettings):
    """Every setting has a default but the token, which `alongside run` asks for. An empty variable is not set."""

    model_config = SettingsConfigDict(
        env_prefix="ALONGSIDE_", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    bot_token: SecretStr | None = None
    bot_token_file: Path | None = None
    database_url: str = Field(default="sqlite:///data/alongside.db", repr=False)  # may hold a password
    database_url_file: Path | None = None
    database_direct_url: str | None = Field(default=None, repr=False)
    secret_keys: SecretStr | None = None
    secret_keys_file: Path = Path("secrets/alongside.keys")
    vault: Path = Path("secrets/vault")
    telegram_api: str = TELEGRAM
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1:8088"
    metrics_listen: str = "127.0.0.1:8089"
    service_name: Annotated[str, Field(max_length=MOST_NAMED)] | None = None
    controller: Annotated[str, Field(max_length=MOST_NAMED)] | None = None
    crisis_cards: Path | None = None
    alert_route: str = ""
    alarm_chat: int | None = None
    alarm_hook: SecretStr | None = None  # who knows the address may post to it
    failpoint: str = ""  # read by db.store.files

    @field_validator("telegram_api", "webhook_url")
    @classmethod
    def _is_a_web_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        if "@" in urlsplit(value).netloc:
            raise ValueError("write it without a name and a password")
        return _private_address(value).rstrip("/")

    @field_validator("alarm_hook")
    @classmethod
    def _is_a_hook(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            _private_address(value.get_secret_value())
        return value

    @field_validator("alarm_chat", mode="before")
    @classmethod
    def _is_a_private_chat(cls, value: object) -> object:
        if isinstance(value, str) and not re.fullmatch(r"[1-9]\d{0,18}", value.strip()):
            raise ValueError("write the number of a private chat, such as 123456789; groups and @names are none")
        return value

    @field_validator("database_direct_url")
    @classmethod
    def _is_a_server(cls, value: str | None) -> str | None:
        if value is not None and urlsplit(value).scheme not in {"postgresql", "postgres"}:
            raise ValueError("write postgresql://user:password@host/name, past the pooler")
        return value

    @field_validator("alert_route")
    @classmethod
    def _is_a_route(cls, value: str) -> str:
        route = parse_route(value)
        if isinstance(route, Fault):
            raise ValueError(route.words)
        return value

    @field_validator("listen", "metrics_listen")
    @classmethod
    def _is_host_and_port(cls, value: str) -> str:
        if not re.fullmatch(r"[^\s:]+:\d+|\[[0-9a-fA-F:]+\]:\d+", value):
            raise ValueError("write an address and a port, such as 127.0.0.1:8088")
        if _host_and_port(value)[1] > LAST_PORT:
            raise ValueError(f"ports end at {LAST_PORT}: write one up to that, such as 127.0.0.1:8088")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_webhook_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
            raise ValueError("write 16 to 256 letters, digits, _ or -")
        return value

    def listen_on(self) -> tuple[str, int]:
        """Where health and the webhook are served: host and port."""
        return _host_and_port(self.listen)

    def metrics_on(self) -> tuple[str, int]:
        """Where metrics are served: host and port."""
        return _host_and_port(self.metrics_listen)

    def direct_url(self) -> str:
        """The database past a pooler; user and password are those of the other address, unless it says its own."""
        return with_account_of(self.database_direct_url or self.database_url, self.database_url)

    def token(self) -> str:
        """The bot's token, from the variable or the file. Raises SettingsWrong with what to do."""
        if self.bot_token is not None:
            return _checked_token(self.bot_token.get_secret_value(), "ALONGSIDE_BOT_TOKEN")
        if self.bot_token_file is None:
            raise SettingsWrong(
                "There is no bot token. Ask @BotFather on Telegram for one, then set ALONGSIDE_BOT_TOKEN,"
                " or put it in a file and set ALONGSIDE_BOT_TOKEN_FILE. To look around without one: alongside demo"
            )
        try:
            return _checked_token(self.bot_token_file.read_text(encoding="utf-8"), str(self.bot_token_file))
        except OSError as error:
            raise SettingsWrong(
                f"ALONGSIDE_BOT_TOKEN_FILE: cannot read {self.bot_token_file} ({error.strerror})."
            ) from None

    def webhook(self) -> tuple[str, str] | None:
        """The webhook's address and secret, or None for polling. Raises SettingsWrong for one without the other."""
        if self.webhook_url is None:
            return None
        if self.webhook_secret is None:
            raise SettingsWrong(
                "ALONGSIDE_WEBHOOK_URL is set and ALONGSIDE_WEBHOOK_SECRET is not. Without a secret anyone could write"
                " as anyone. Set it to 16 to 256 letters, digits, _ or -."
            )
        return self.webhook_url, self.webhook_secret.get_secret_value()


def _checked_token(text: str, source: str) -> str:
    token = text.strip()
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
        raise SettingsWrong(f"{source} is not a bot token. It looks like 123456789:AbC... and @BotFather shows it.")
    return token


def _host_and_port(value: str) -> tuple[str, int]:
    host, _, port = value.rpartition(":")
    return host.strip("[]"), int(port)


def _private_address(value: str) -> str:
    """The address itself where nobody on the way can read what is sent there. Raises ValueError with what to write."""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("write a web address, such as https://bot.example.org")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise ValueError("begin it with https://, for with http:// everybody on the way can read along")
    return value


def read_settings() -> Settings:
    """The settings of this process's environment. Raises SettingsWrong naming each variable that cannot be used."""
    if unknown := unknown_settings(os.environ, Settings.model_fields):
        raise SettingsWrong("\n".join(unknown))
    try:
        settings = Settings()
    except ValidationError as error:
        raise SettingsWrong(
            "\n".join(
                f"{PREFIX}{str(e['loc'][0]).upper()}: {e['msg'].removeprefix('Value error, ')}." for e in error.errors()
            )
        ) from None
    if settings.listen == settings.metrics_listen and settings.listen_on()[1]:
        raise SettingsWrong(
            f"ALONGSIDE_LISTEN and ALONGSIDE_METRICS_LISTEN are both {settings.listen}. Write another port for one."
        )
    return _with_address_from_file(settings)


def _with_address_from_file(settings: Settings) -> Settings:
    """Where ALONGSIDE_DATABASE_URL_FILE is set, its text is the address of the database."""
    path = settings.database_url_file
    if path is None:
        return settings
    if "database_url" in settings.model_fields_set:
        raise SettingsWrong("Set ALONGSIDE_DATABASE_URL or ALONGSIDE_DATABASE_URL_FILE, and leave the other out.")
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingsWrong(f"ALONGSIDE_DATABASE_URL_FILE: cannot read {path} ({reason}).") from None
    if not text:
        raise SettingsWrong(f"ALONGSIDE_DATABASE_URL_FILE: {path} is empty. Write the address of the database into it.")
    return settings.model_copy(update={"database_url": text})
