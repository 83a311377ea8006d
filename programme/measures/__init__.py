"""Scales of the field, scored as their authors score them, and what somebody used to smoke."""
