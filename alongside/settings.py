"""What an operator can set, from the environment. The names are a contract: see the operator's guide."""

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from programme.route import Fault, parse_route

MOST_NAMED = 200  # characters: it stands on a phone
TELEGRAM = "https://api.telegram.org"


class SettingsWrong(Exception):
    """Some settings cannot be used; each line of the message names one and says what to write."""


class Settings(BaseSettings):
    """Every setting has a default but the token, which `alongside run` asks for. An empty variable is not set."""

    model_config = SettingsConfigDict(
        env_prefix="ALONGSIDE_", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    bot_token: SecretStr | None = None
    bot_token_file: Path | None = None
    database_url: str = "sqlite:///data/alongside.db"
    secret_keys: SecretStr | None = None
    secret_keys_file: Path = Path("secrets/alongside.keys")
    vault: Path = Path("secrets/vault")
    telegram_api: str = TELEGRAM
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1:8088"
    service_name: Annotated[str, Field(max_length=MOST_NAMED)] | None = None
    controller: Annotated[str, Field(max_length=MOST_NAMED)] | None = None
    crisis_cards: Path | None = None
    alert_route: str = ""

    @field_validator("telegram_api", "webhook_url")
    @classmethod
    def _is_a_web_address(cls, value: str | None) -> str | None:
        if value is not None and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).hostname):
            raise ValueError("write a web address, such as https://bot.example.org")
        return value.rstrip("/") if value else None

    @field_validator("alert_route")
    @classmethod
    def _is_a_route(cls, value: str) -> str:
        route = parse_route(value)
        if isinstance(route, Fault):
            raise ValueError(route.words)
        return value

    @field_validator("listen")
    @classmethod
    def _is_host_and_port(cls, value: str) -> str:
        if not re.fullmatch(r"[^\s:]+:\d{1,5}|\[[0-9a-fA-F:]+\]:\d{1,5}", value):
            raise ValueError("write an address and a port, such as 127.0.0.1:8088")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_webhook_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
            raise ValueError("write 16 to 256 letters, digits, _ or -")
        return value

    def listen_on(self) -> tuple[str, int]:
        """Where health, metrics and the webhook are served: host and port."""
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)

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


def read_settings() -> Settings:
    """The settings of this process's environment. Raises SettingsWrong naming each variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsWrong(
            "\n".join(
                f"ALONGSIDE_{str(e['loc'][0]).upper()}: {e['msg'].removeprefix('Value error, ')}."
                for e in error.errors()
            )
        ) from None
