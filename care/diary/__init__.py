"""Cigarettes and urges written down, patterns, pictures."""
