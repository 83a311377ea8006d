"""How we know: simulations, faults, planted bugs and the checker they share."""
