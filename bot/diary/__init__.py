"""Moments written down, the patterns in them, and pictures."""
