"""Regular medicines, what people use to stop, and caffeine."""
