"""A Telegram on a laptop: the Bot API over real HTTP, with a page of phones."""
