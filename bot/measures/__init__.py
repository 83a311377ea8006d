"""Short questions with set answers, and what they come to."""
