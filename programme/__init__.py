"""What the words mean: pure rules and entities, no tools, no clock."""
