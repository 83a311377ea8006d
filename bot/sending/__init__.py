"""The door out: the outbox is claimed, made into calls, sent at Telegram's pace, and written down."""
