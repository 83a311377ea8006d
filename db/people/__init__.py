"""Who there is, what they agreed to, and what is kept about them."""
