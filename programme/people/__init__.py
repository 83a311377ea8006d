"""Who people are, how they join, what they agree to, and how long what is theirs stays."""
