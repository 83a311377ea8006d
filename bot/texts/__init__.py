"""Every word that people read, behind one door: Fluent files, one a subject, in a folder a locale."""

from bot.texts.service import DEFAULT, BadText, Texts, listening, locales, texts_for

__all__ = ["DEFAULT", "BadText", "Texts", "listening", "locales", "texts_for"]
