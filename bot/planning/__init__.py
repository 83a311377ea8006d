"""My plan: goals, barriers, occasions, reasons and worries."""
