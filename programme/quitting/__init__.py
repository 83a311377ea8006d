"""Quit dates, lapses, tries and outcomes."""
