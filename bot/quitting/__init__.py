"""Dates, tries, lapses, milestones and outcomes."""
