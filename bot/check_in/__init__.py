"""The check-in: one message that is edited from question to question."""
