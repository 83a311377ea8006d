"""The crisis card, the numbers, and the safety plan."""
