"""Goals, occasions, reasons and worries."""
