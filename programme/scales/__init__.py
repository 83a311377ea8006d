"""Scales of the field, scored as their authors score them. They describe; nothing here predicts or diagnoses."""
