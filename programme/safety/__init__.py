"""Safety: which words speak of danger, and what is shown to the person who wrote them."""
