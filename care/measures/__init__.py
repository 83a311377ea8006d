"""Scales and when they are due."""
