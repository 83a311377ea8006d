"""How acts speak, and what is checked before it goes out."""
