"""Quit dates, lapses, progress and outcomes."""
