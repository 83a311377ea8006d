"""Plans, prompts and days, as they are stored."""
