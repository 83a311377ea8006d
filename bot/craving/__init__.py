"""Help with a craving and on a rough day."""
