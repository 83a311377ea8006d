"""What comes by itself and when, as clients see and change it."""
