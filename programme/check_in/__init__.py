"""The check-in: its questions, its counts, and the card in its closing words."""
