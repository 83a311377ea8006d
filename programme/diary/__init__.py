"""Cigarettes and urges written down, and what they show."""
